"""Reading words stays cheap whatever they are."""

from __future__ import annotations

import datetime as dt

import pytest
from cost import growth

from service.law.review import texts
from service.law.review.word import Word

ON = dt.date(2026, 11, 20)
UNITS = [
    '"',
    '"a',
    '" ',
    "danh hiệu ",
    "danh hiệu “chiến sĩ ",
    "chiến sỹ thi đua ",
    "“Lao Động tiên tiến” ",
    "tỉnh Bắc Kạn ",
    "tỉnh Bắc Kạn, Phú Yên và ",
    "TỈNH BẮC KẠN ",
    "Ban Quản lý các khu công nghiệp Bắc Giang ",
    "Nghị định 98/2023/NĐ-CP ",
    "Nghị định 98/2023/NĐ-CP İ ",
    "Luật Thi đua, khen thưởng ngày 26/11/2003 ",
    "Chỉ thị 34-CT/TW ",
    "1/2023",
    "trưởng khối ",
]


@pytest.mark.parametrize("unit", UNITS)
def test_linear(unit: str) -> None:
    """Eight times the text, about eight times the work."""

    def read(size: int) -> None:
        texts._read.cache_clear()
        list(texts.advice([Word(("subject",), unit * size, ON)], ()))

    assert growth(read, 600) < 24


def test_what_is_told_of_one_text_is_bounded() -> None:
    """A text full of faults does not make a thousand lines."""
    words = " ".join(f'"Phong trào {n} a"' for n in range(100))
    assert len(list(texts.advice([Word(("subject",), words, ON)], ()))) == texts.MOST
