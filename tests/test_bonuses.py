"""Bonuses of a proposal on paper: each line, each award, the sum in figures and in words."""

from __future__ import annotations

from typing import Any

import pytest
from documents import PIPELINE, Sample, opened, paragraphs

BOARD, BLOC = Sample("award_proposal", ""), Sample("award_proposal", "bloc")
UNIT = Sample("award_proposal", "enterprise")
SOURCE = (
    "Nghị định số 152/2025/NĐ-CP và mức lương cơ sở 2.530.000 đồng/tháng "
    "(Nghị định số 161/2026/NĐ-CP)."
)


def tables(sample: Sample, **changes: Any) -> list[list[list[str]]]:
    """The cells of every table, merged ones once."""
    made = PIPELINE.make(sample.stem, sample.payload | changes).data
    return [
        [[cell.text for cell in dict.fromkeys(row.cells)] for row in table.rows]
        for table in opened(made).tables
    ]


def lists(sample: Sample, **changes: Any) -> list[list[list[str]]]:
    """The tables of who is proposed."""
    return [rows for rows in tables(sample, **changes) if "Tóm tắt thành tích" in rows[0]]


def lines(sample: Sample, **changes: Any) -> list[str]:
    return paragraphs(PIPELINE.make(sample.stem, sample.payload | changes).data)


def test_each_line_has_its_bonus_and_the_list_its_sums() -> None:
    """8 × 2.530.000 for the flag, 3 and 1,5 for the rest, rounded up to ten thousand."""
    collectives, individuals = lists(BOARD)
    assert [row[-1] for row in collectives] == [
        *("Tiền thưởng (đồng)", "20.240.000", "7.590.000", "7.590.000", "3.800.000"),
        "39.220.000",
    ]
    assert [row[-1] for row in individuals[1:]] == [*["3.800.000"] * 5, "19.000.000", "58.220.000"]
    assert [row[0] for row in individuals[-2:]] == ["Cộng", "Tổng cộng"]


def test_a_list_of_one_kind_has_one_sum() -> None:
    """There is nothing to add up twice."""
    payload = {
        "individuals": [],
        "individual_reports": [],
        "enclosures": BLOC.payload["enclosures"],
    }
    (collectives,) = lists(BOARD, **payload)
    assert [row[0] for row in collectives[-2:]] == ["4", "Tổng cộng"]
    (individuals,) = lists(UNIT, collectives=[], enclosures=BLOC.payload["enclosures"])
    assert [row[0] for row in individuals[-2:]] == ["5", "Tổng cộng"]


@pytest.mark.parametrize(
    ("sample", "total"),
    [
        (
            BOARD,
            "58.220.000 đồng (Bằng chữ: Năm mươi tám triệu hai trăm hai mươi nghìn đồng)",
        ),
        (
            UNIT,
            "5.320.000 đồng (Bằng chữ: Năm triệu ba trăm hai mươi nghìn đồng)",
        ),
    ],
    ids=str,
)
def test_the_body_names_the_sum_and_its_source(sample: Sample, total: str) -> None:
    """In figures and words, by which decree and which base salary."""
    printed = lines(sample)
    assert f"Tổng số tiền thưởng kèm theo: {total}, tính theo {SOURCE}" in printed
    assert any(line.startswith("Tổng số: ") and total in line for line in printed)


def test_the_salary_is_that_of_the_day_of_the_decision() -> None:
    """Not that of the proposal: 0,3 of 2.340.000 is 702.000, rounded up 710.000."""
    changed = {"date": "2026-06-15", "decision_date": "2026-06-30", "confirmations": []}
    (_, individuals) = lists(UNIT, **changed, legal_bases=[])
    assert [row[-1] for row in individuals[1:6]] == ["710.000"] * 5


def test_a_lower_title_of_the_same_time_is_paid_nothing() -> None:
    """Its line shows 0, and the sum holds the higher one alone."""
    person = BOARD.payload["individuals"][0] | {"rating": "excellent"}
    del person["grantor"], person["ground"]
    titles = [
        person | {"award": "advanced_worker", "initiative": None},
        person | {"award": "grassroots_emulation_fighter"},
    ]
    changed = {"individuals": titles, "enclosures": BLOC.payload["enclosures"]}
    (_, individuals) = lists(BOARD, **changed, subject="Về việc khen thưởng")
    assert [row[-1] for row in individuals[1:4]] == ["0", "2.530.000", "2.530.000"]


def test_an_own_fund_pays_what_is_typed() -> None:
    """The law's amounts and sources are not for it."""
    collectives = [row | {"bonus": 1_000_000} for row in BLOC.payload["collectives"]]
    printed = lines(BLOC, collectives=collectives, bonus_mode="own_fund")
    total = "5.000.000 đồng (Bằng chữ: Năm triệu đồng)"
    expected = f"Tổng số tiền thưởng kèm theo: {total}, từ quỹ khen thưởng của đơn vị."
    assert expected in printed


def test_without_bonuses_nothing_is_said_of_money() -> None:
    """Neither a column nor a sum."""
    assert not any("thưởng (đồng)" in cell for table in tables(BLOC) for cell in table[0])
    assert not any("tiền thưởng" in line.lower() for line in lines(BLOC))
