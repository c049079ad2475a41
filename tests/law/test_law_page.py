"""The page of the law by date says what the tables say."""

from __future__ import annotations

from service.config import PROJECT
from service.law.__main__ import PAGE
from service.law.page import SECTIONS, page
from service.law.tables import KINDS_OF_ROW, built_in


def test_the_page_is_fresh():
    """python -m service.law writes it."""
    assert PAGE == PROJECT / "docs" / "luat-theo-ngay.md"
    assert PAGE.read_text(encoding="utf-8") == page(built_in())


def test_every_table_has_its_section():
    """In the order of the page; none is left out."""
    assert {section.stem for section in SECTIONS} == set(KINDS_OF_ROW)


def test_every_row_and_source_is_told():
    """Each row is a line of the page with its source."""
    lines = page(built_in()).splitlines()
    for name in KINDS_OF_ROW:
        for row in getattr(built_in(), name).rows:
            assert any(row.source.replace("|", "\\|") in line for line in lines)
    rows = sum(len(getattr(built_in(), name).rows) for name in KINDS_OF_ROW)
    assert sum(line.startswith("| ") for line in lines) > rows


def test_doubts_are_told_plainly():
    """What was not verified stands on the page."""
    text = page(built_in())
    for told in (
        "nội dung sửa đổi và nghị định, thông tư hướng dẫn mới (nếu có) chưa xác minh được",
        "Chưa đọc được toàn văn và phụ lục của Nghị định 152/2025/NĐ-CP",
        "hết hiệu lực từ 01/3/2027",
        "cao; chưa xác minh ngày hết hiệu lực",
        "đối chiếu ngày 21/11/2026",
    ):
        assert told in text
