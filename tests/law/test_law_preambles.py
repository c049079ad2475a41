"""The default legal bases by the date of the paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from service.law import current, using
from service.law.citations import cite
from service.law.preambles import preamble, uncertain

BEFORE_2024 = ["law_2003", "law_2005", "law_2013", "decree_91_2017"]
LAST = ["law_2022", "law_2026", "decree_152_2025", "circular_15_2025"]


@pytest.mark.parametrize(
    ("on", "keys", "doubts"),
    [
        (date(2004, 6, 30), [], ["decree_before_2017"]),
        (date(2017, 9, 30), BEFORE_2024[:3], ["decree_before_2017"]),
        (date(2017, 10, 1), BEFORE_2024, []),
        (date(2022, 11, 8), BEFORE_2024, []),
        (date(2023, 12, 31), BEFORE_2024, []),
        (date(2024, 1, 1), ["law_2022", "decree_98_2023"], []),
        (date(2024, 4, 14), ["law_2022", "decree_98_2023"], []),
        (date(2024, 4, 15), ["law_2022", "decree_98_2023", "circular_01_2024"], []),
        (date(2025, 6, 30), ["law_2022", "decree_98_2023", "circular_01_2024"], []),
        # Thông tư 01/2024 gives details to Nghị định 98/2023, which has ended.
        (date(2025, 7, 1), ["law_2022", "decree_152_2025"], []),
        (date(2025, 8, 4), ["law_2022", "decree_152_2025"], []),
        (date(2025, 8, 5), ["law_2022", "decree_152_2025", "circular_15_2025"], []),
        (date(2026, 9, 30), ["law_2022", "decree_152_2025", "circular_15_2025"], []),
        (date(2026, 10, 1), LAST, ["amending_law"]),
        (date(2027, 2, 28), LAST, ["amending_law"]),
        (date(2027, 3, 1), LAST, ["amending_law", "decree_end"]),
    ],
)
def test_bases(on, keys, doubts):
    """The day before and the day of each change."""
    found = preamble(on)
    assert [row.key for row in found.instruments] == keys
    assert [row.key for row in found.uncertain] == doubts


def test_the_order_of_the_table_is_nobodys_business():
    """`preamble` orders the list, not where a row stands."""
    table = current().instruments
    turned = replace(table, rows=table.rows[::-1])
    with using(replace(current(), instruments=turned)):
        assert [row.key for row in preamble(date(2026, 11, 20)).instruments] == LAST


def test_citations_are_those_of_documents():
    """They print as the decree cites: laws by name and date, others in full."""
    laws = [cite(citation) for citation in preamble(date(2026, 11, 20)).citations]
    assert laws[:2] == [
        "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
        "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 23 tháng 4 năm 2026",
    ]
    assert laws[2].startswith("Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ ")
    assert laws[3].startswith("Thông tư số 15/2025/TT-BNV ngày 04 tháng 8 năm 2025 của Bộ trưởng ")


def test_uncertain_matters():
    """Doubts are told by day and by matter."""
    assert "bonuses_before_2024" in {row.key for row in uncertain(date(2023, 12, 31))}
    assert uncertain(date(2024, 1, 1), "bonuses") == ()
    assert [row.key for row in uncertain(date(2025, 7, 1), "votes")] == ["decree_152_text"]
    assert all(row.severity == "warning" for row in uncertain(date(2027, 3, 1), "legal_bases"))
