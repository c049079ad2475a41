"""Bonuses that go with awards: coefficient × base salary, by the date of the decision.

Source: Nghị định 152/2025/NĐ-CP, Điều 49, 50, 54; the figures stand in data/coefficients.toml and
data/salaries.toml.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from typing import Literal

from service.errors import VanthuError
from service.law.award_names import AWARDS
from service.law.rows import Coefficient, Recipient, Salary
from service.law.tables import current, on_day
from service.vietnamese import dates, figures

Rounding = Literal["ceil10000", "none"]
Payment = Literal["paid", "covered", "unclear"]

# "làm tròn số lên hàng chục nghìn đồng" (Điều 49); none: to the whole đồng.
STEPS: dict[Rounding, int] = {"ceil10000": 10_000, "none": 1}
RECIPIENTS: dict[Recipient, str] = {
    "individual": "cá nhân",
    "collective": "tập thể",
    "household": "hộ gia đình",
}


class NoCoefficient(VanthuError):
    """The law of that day gives no bonus for this award and recipient."""

    code = "no_coefficient"
    title = "Không có hệ số tiền thưởng"


class NoBaseSalary(VanthuError):
    """The tables hold no base salary for that day."""

    code = "no_base_salary"
    title = "Chưa có mức lương cơ sở"


@dataclass(frozen=True, slots=True)
class Bonus:
    """A bonus with what it is made of; amount: whole đồng."""

    amount: int
    coefficient: Coefficient
    salary: Salary

    @property
    def verified(self) -> bool:
        """Whether a reliable text gave both figures."""
        unverified = (*self.coefficient.unverified, *self.salary.unverified)
        return not {"coefficient", "amount", "since"} & set(unverified)

    def explained(self) -> str:
        """How it comes about: "1,5 × 2.530.000 đồng (Nghị định số 161/2026/NĐ-CP) = …"."""
        factor = figures.figure(self.coefficient.coefficient)
        factor = factor if "," in factor else f"{factor},0"
        base = f"{figures.money(self.salary.amount)} (Nghị định số {self.salary.decree})"
        return f"{factor} × {base} = {figures.money(self.amount)}"


def coefficient(award: str, recipient: Recipient, on: dt.date) -> Coefficient | None:
    """How many base salaries an award brings; None where the law of that day names no bonus."""
    about = (award, recipient)
    return on_day([row for row in current().coefficients.rows if row.thing == about], on)


def base_salary(on: dt.date) -> Salary | None:
    """The base salary in force on a day; None where the tables do not reach."""
    return on_day(current().salaries.rows, on)


def explain(
    award: str, recipient: Recipient, decided_on: dt.date, rounding: Rounding = "ceil10000"
) -> Bonus:
    """The bonus of an award decided on that day, with its coefficient and base salary.

    award: key of AWARDS. Raises NoCoefficient, for unknown awards and recipients too, and
    NoBaseSalary.
    """
    row = coefficient(award, recipient, decided_on)
    if row is None:
        raise NoCoefficient(_no_coefficient(award, recipient, decided_on))
    salary = base_salary(decided_on)
    if salary is None:
        day = dates.short_date(decided_on)
        raise NoBaseSalary(f"Chưa có mức lương cơ sở của ngày {day}: hãy tự ghi tiền thưởng.")
    return Bonus(_rounded(row.coefficient * salary.amount, STEPS[rounding]), row, salary)


def bonus(
    award: str, recipient: Recipient, decided_on: dt.date, rounding: Rounding = "ceil10000"
) -> int:
    """The bonus of an award decided on that day, in đồng. Raises NoCoefficient, NoBaseSalary."""
    return explain(award, recipient, decided_on, rounding).amount


def payments(
    awards: Sequence[tuple[str, Recipient, Hashable]], decided_on: dt.date
) -> list[Payment]:
    """Which of one subject's awards of the same moment are paid (Nghị định 152/2025, Điều 49).

    awards: key of AWARDS, recipient, period. Of the titles for one period only the highest is paid,
    the others are covered by it; forms of commendation are paid beside titles, but several for one
    period are unclear, as the decree only speaks of different periods and achievements.
    """
    return [_payment(index, awards, decided_on) for index in range(len(awards))]


def _payment(
    index: int, awards: Sequence[tuple[str, Recipient, Hashable]], decided_on: dt.date
) -> Payment:
    award, _, period = awards[index]
    is_title = AWARDS[award].is_title
    rivals = [
        place
        for place, (other, _, other_period) in enumerate(awards)
        if other_period == period and AWARDS[other].is_title == is_title
    ]
    if not is_title:
        return "unclear" if len(rivals) > 1 else "paid"
    highest = max(rivals, key=lambda place: _height(*awards[place][:2], decided_on))
    return "paid" if index == highest else "covered"


def _height(award: str, recipient: Recipient, on: dt.date) -> Decimal:
    row = coefficient(award, recipient, on)
    return row.coefficient if row else Decimal(0)


def _rounded(exact: Decimal, step: int) -> int:
    """Up to the next whole step."""
    return int((exact / step).to_integral_value(ROUND_CEILING)) * step


def _no_coefficient(award: str, recipient: Recipient, on: dt.date) -> str:
    whom, day = RECIPIENTS.get(recipient, recipient), dates.short_date(on)
    name = AWARDS[award].name if award in AWARDS else award
    return f"Ngày {day} pháp luật không có mức tiền thưởng “{name}” cho {whom}."
