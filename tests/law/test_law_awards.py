"""Bonuses by the date of the decision (Nghị định 152/2025/NĐ-CP, Điều 49, 50, 54)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from service.law.award_names import AWARDS
from service.law.awards import (
    NoBaseSalary,
    NoCoefficient,
    base_salary,
    bonus,
    coefficient,
    explain,
    payments,
)
from service.law.tables import current

# Days under the same coefficients: the last and the first of each base salary, where they apply.
AT_1_800_000 = (date(2024, 1, 1), date(2024, 6, 30))
AT_2_340_000 = (date(2024, 7, 1), date(2025, 6, 30), date(2025, 7, 1), date(2026, 6, 30))
AT_2_530_000 = (date(2026, 7, 1), date(2026, 12, 25))

# award, recipient, then what it brings at 1.800.000, 2.340.000 and 2.530.000: exact, rounded up.
VECTORS = [
    ("advanced_worker", "individual", (540_000,) * 2, (702_000, 710_000), (759_000, 760_000)),
    ("commendation", "individual", (540_000,) * 2, (702_000, 710_000), (759_000, 760_000)),
    (
        "commendation",
        "collective",
        (1_080_000,) * 2,
        (1_404_000, 1_410_000),
        (1_518_000, 1_520_000),
    ),
    ("commendation", "household", (810_000,) * 2, (1_053_000, 1_060_000), (1_138_500, 1_140_000)),
    (
        "advanced_collective",
        "collective",
        (1_440_000,) * 2,
        (1_872_000, 1_880_000),
        (2_024_000, 2_030_000),
    ),
    (
        "grassroots_emulation_fighter",
        "individual",
        (1_800_000,) * 2,
        (2_340_000,) * 2,
        (2_530_000,) * 2,
    ),
    (
        "excellent_collective",
        "collective",
        (2_700_000,) * 2,
        (3_510_000,) * 2,
        (3_795_000, 3_800_000),
    ),
    (
        "certificate_of_merit",
        "individual",
        (2_700_000,) * 2,
        (3_510_000,) * 2,
        (3_795_000, 3_800_000),
    ),
    (
        "provincial_emulation_fighter",
        "individual",
        (5_400_000,) * 2,
        (7_020_000,) * 2,
        (7_590_000,) * 2,
    ),
    ("certificate_of_merit", "collective", (5_400_000,) * 2, (7_020_000,) * 2, (7_590_000,) * 2),
    (
        "prime_minister_certificate",
        "individual",
        (6_300_000,) * 2,
        (8_190_000,) * 2,
        (8_855_000, 8_860_000),
    ),
    (
        "national_emulation_fighter",
        "individual",
        (8_100_000,) * 2,
        (10_530_000,) * 2,
        (11_385_000, 11_390_000),
    ),
    (
        "prime_minister_certificate",
        "collective",
        (12_600_000,) * 2,
        (16_380_000,) * 2,
        (17_710_000,) * 2,
    ),
    ("emulation_flag", "collective", (14_400_000,) * 2, (18_720_000,) * 2, (20_240_000,) * 2),
    (
        "government_emulation_flag",
        "collective",
        (21_600_000,) * 2,
        (28_080_000,) * 2,
        (30_360_000,) * 2,
    ),
]


@pytest.mark.parametrize(("award", "recipient", "at_1800", "at_2340", "at_2530"), VECTORS)
def test_amounts(award, recipient, at_1800, at_2340, at_2530):
    """Every award by every base salary, exact and rounded up to 10.000 đồng."""
    for days, (exact, rounded) in (
        (AT_1_800_000, at_1800),
        (AT_2_340_000, at_2340),
        (AT_2_530_000, at_2530),
    ):
        for day in days:
            assert bonus(award, recipient, day) == rounded
            assert bonus(award, recipient, day, "none") == exact


def test_every_award_has_its_vector():
    """A new award cannot go untested."""
    assert {award for award, *_ in VECTORS} == AWARDS.keys()


@pytest.mark.parametrize(
    ("day", "amount", "decree"),
    [
        (date(2019, 7, 1), 1_490_000, "38/2019/NĐ-CP"),
        (date(2023, 6, 30), 1_490_000, "38/2019/NĐ-CP"),
        (date(2023, 7, 1), 1_800_000, "24/2023/NĐ-CP"),
        (date(2024, 6, 30), 1_800_000, "24/2023/NĐ-CP"),
        (date(2024, 7, 1), 2_340_000, "73/2024/NĐ-CP"),
        (date(2026, 6, 30), 2_340_000, "73/2024/NĐ-CP"),
        (date(2026, 7, 1), 2_530_000, "161/2026/NĐ-CP"),
    ],
)
def test_base_salary(day, amount, decree):
    """The day before and the day of each rise."""
    row = base_salary(day)
    assert (row.amount, row.decree) == (amount, decree)


def test_before_2024_other_coefficients():
    """Nghị định 91/2017/NĐ-CP: 1,0 for a certificate of merit, told as unverified."""
    before, after = date(2023, 12, 31), date(2024, 1, 1)
    assert bonus("certificate_of_merit", "individual", before) == 1_800_000
    assert bonus("certificate_of_merit", "individual", after) == 2_700_000
    assert not explain("certificate_of_merit", "individual", before).verified
    assert explain("advanced_worker", "individual", after).verified


@pytest.mark.parametrize(
    ("award", "recipient"),
    [
        ("national_emulation_fighter", "collective"),
        ("advanced_collective", "individual"),
        ("certificate_of_merit", "household"),
        ("emulation_flag", "individual"),
        ("no_award", "individual"),
        ("advanced_worker", "no_recipient"),
    ],
)
def test_no_coefficient(award, recipient):
    """What the law does not reward has no bonus, and the message says for whom."""
    assert coefficient(award, recipient, date(2026, 12, 25)) is None
    with pytest.raises(NoCoefficient, match="25/12/2026"):
        bonus(award, recipient, date(2026, 12, 25))


def test_no_base_salary():
    """Before 01/7/2019 the tables hold none."""
    assert base_salary(date(2019, 6, 30)) is None
    with pytest.raises(NoBaseSalary, match="30/6/2019"):
        bonus("advanced_worker", "individual", date(2019, 6, 30))


def test_coefficients_are_exact():
    """Decimals, not floats: 0.3 × 2.340.000 is 702.000."""
    assert all(type(row.coefficient) is Decimal for row in current().coefficients.rows)
    assert bonus("advanced_worker", "individual", date(2024, 7, 1), "none") == 702_000


@pytest.mark.parametrize(
    ("award", "recipient", "day", "text"),
    [
        (
            "grassroots_emulation_fighter",
            "individual",
            date(2026, 7, 1),
            "1,0 × 2.530.000 đồng (Nghị định số 161/2026/NĐ-CP) = 2.530.000 đồng",
        ),
        (
            "commendation",
            "household",
            date(2024, 7, 1),
            "0,45 × 2.340.000 đồng (Nghị định số 73/2024/NĐ-CP) = 1.060.000 đồng",
        ),
        (
            "government_emulation_flag",
            "collective",
            date(2026, 7, 1),
            "12,0 × 2.530.000 đồng (Nghị định số 161/2026/NĐ-CP) = 30.360.000 đồng",
        ),
    ],
)
def test_explained(award, recipient, day, text):
    """The sum is told with its factor, base and decree."""
    assert explain(award, recipient, day).explained() == text


WORKER = ("advanced_worker", "individual")
FIGHTER = ("grassroots_emulation_fighter", "individual")
PROVINCIAL = ("provincial_emulation_fighter", "individual")
MERIT = ("certificate_of_merit", "individual")
COMMENDED = ("commendation", "individual")


@pytest.mark.parametrize(
    ("awards", "expected"),
    [
        ([(*WORKER, 2026)], ["paid"]),
        ([(*WORKER, 2026), (*FIGHTER, 2026)], ["covered", "paid"]),
        ([(*PROVINCIAL, 2026), (*WORKER, 2026), (*FIGHTER, 2026)], ["paid", "covered", "covered"]),
        ([(*WORKER, 2025), (*FIGHTER, 2026)], ["paid", "paid"]),
        ([(*WORKER, (2024, 2026)), (*FIGHTER, 2026)], ["paid", "paid"]),
        ([(*FIGHTER, 2026), (*MERIT, 2026)], ["paid", "paid"]),
        ([(*MERIT, 2025), (*COMMENDED, 2026)], ["paid", "paid"]),
        ([(*MERIT, 2026), (*COMMENDED, 2026)], ["unclear", "unclear"]),
        ([(*WORKER, 2026), (*WORKER, 2026)], ["paid", "covered"]),
        ([], []),
    ],
)
def test_payments(awards, expected):
    """Titles of one period: only the highest; other periods, and forms beside titles: each."""
    assert payments(awards, date(2026, 12, 25)) == expected
