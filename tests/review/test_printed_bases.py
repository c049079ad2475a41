"""What stands printed above the contents when the bases follow the document's day."""

from __future__ import annotations

from datetime import date

import pytest
from documents import PIPELINE, Sample, paragraphs

AMENDING = "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng"
DECREE_91 = (
    "Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ quy định chi tiết "
    "thi hành một số điều của Luật Thi đua, khen thưởng."
)
LAW_2003 = [
    "Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003;",
    f"{AMENDING} ngày 14 tháng 6 năm 2005;",
    f"{AMENDING} ngày 16 tháng 11 năm 2013;",
    DECREE_91,
]
LAW_2022 = "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;"
LAW_2026 = f"{AMENDING} ngày 23 tháng 4 năm 2026;"
DECREE_98 = (
    "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết "
    "thi hành một số điều của Luật Thi đua, khen thưởng"
)
CIRCULAR_01 = (
    "Căn cứ Thông tư số 01/2024/TT-BNV ngày 24 tháng 02 năm 2024 của Bộ trưởng Bộ Nội vụ quy định "
    "biện pháp thi hành Luật Thi đua, khen thưởng và Nghị định số 98/2023/NĐ-CP."
)
DECREE_152 = (
    "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân "
    "cấp, phân quyền trong lĩnh vực thi đua, khen thưởng; quy định chi tiết và hướng dẫn thi hành "
    "một số điều của Luật Thi đua, khen thưởng"
)
CIRCULAR_15 = (
    "Căn cứ Thông tư số 15/2025/TT-BNV ngày 04 tháng 8 năm 2025 của Bộ trưởng Bộ Nội vụ quy định "
    "biện pháp để tổ chức, hướng dẫn thi hành Luật Thi đua, khen thưởng và Nghị định số "
    "152/2025/NĐ-CP."
)


def printed(on: date) -> list[str]:
    """The legal bases of a pledge of that day that gives none itself."""
    payload = Sample("emulation_pledge", "unit").payload
    payload |= {"bases": "auto", "legal_bases": [], "date": on.isoformat(), "year": on.year}
    made = PIPELINE.make("emulation_pledge", payload).data
    return [line for line in paragraphs(made) if line.startswith("Căn cứ")]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2023, 12, 31), LAW_2003),
        (date(2024, 1, 1), [LAW_2022, f"{DECREE_98}."]),
        (date(2024, 4, 14), [LAW_2022, f"{DECREE_98}."]),
        (date(2024, 4, 15), [LAW_2022, f"{DECREE_98};", CIRCULAR_01]),
        (date(2025, 6, 30), [LAW_2022, f"{DECREE_98};", CIRCULAR_01]),
        (date(2025, 7, 1), [LAW_2022, f"{DECREE_152}."]),
        (date(2025, 8, 4), [LAW_2022, f"{DECREE_152}."]),
        (date(2025, 8, 5), [LAW_2022, f"{DECREE_152};", CIRCULAR_15]),
        (date(2026, 9, 30), [LAW_2022, f"{DECREE_152};", CIRCULAR_15]),
        (date(2026, 10, 1), [LAW_2022, LAW_2026, f"{DECREE_152};", CIRCULAR_15]),
    ],
    ids=str,
)
def test_bases_of_the_day(on: date, expected: list[str]) -> None:
    """Those in force that day, in their order, each on its line; the last ends with a full stop."""
    assert printed(on) == expected


def test_own_bases_follow() -> None:
    """What a document cites besides stands after; what is of the day already stands once."""
    sample = Sample("emulation_pledge", "unit")
    payload = sample.payload
    payload["legal_bases"] = [
        {"kind": "law", "date": "2022-06-15", "title": "Thi đua, khen thưởng"},
        *payload["legal_bases"],
    ]
    made = PIPELINE.make("emulation_pledge", payload).data
    lines = [line for line in paragraphs(made) if line.startswith("Căn cứ")]
    assert lines[:3] == [LAW_2022, f"{DECREE_152};", CIRCULAR_15[:-1] + ";"]
    assert len(lines) == 4
    assert lines[3].startswith("Căn cứ Quyết định số 86/2025/QĐ-UBND ngày 03 tháng 12 năm 2025 ")
