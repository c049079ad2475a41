"""Bonuses of a proposal's lines: what the law of the decision's day gives, and what is typed.

Source: data/coefficients.toml, data/salaries.toml; Nghị định 152/2025/NĐ-CP, Điều 49.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from service.errors import Message, fault, register
from service.law.award_names import AWARDS
from service.law.awards import (
    Bonus,
    NoBaseSalary,
    NoCoefficient,
    base_salary,
    explain,
    payments,
)
from service.law.preambles import preamble, uncertain
from service.law.review import Path
from service.law.review.lines import Line, by_subject, lines
from service.law.rows import Recipient
from service.law.tables import Law, current
from service.vietnamese import figures

register(
    {
        "bonus_needs_date": (
            "Cần ngày của Tờ trình hoặc ngày dự kiến quyết định để tính tiền thưởng theo lương cơ "
            "sở của ngày đó."
        ),
        "decision_before_proposal": (
            "Ngày dự kiến quyết định không được trước ngày của Tờ trình ({date})."
        ),
        "bonus_unknown": (
            "{why} Hãy chọn cách tính khác hoặc ghi tiền thưởng từ quỹ của đơn vị (own_fund)."
        ),
        "bonus_wrong": "Tiền thưởng ghi {typed}, nhưng {right}: hãy sửa hoặc bỏ trống để tự tính.",
    }
)
register(
    {
        "salary_changes": (
            "Mức lương cơ sở thay đổi giữa ngày của Tờ trình ({before}) và ngày dự kiến quyết định "
            "({after}): tiền thưởng tính theo mức của ngày quyết định{source}."
        ),
        "bonus_covered": (
            "“{name}” có danh hiệu cao hơn trong cùng thời gian: chỉ thưởng mức cao nhất, dòng này "
            "thưởng 0 đồng{source}."
        ),
        "bloc_has_no_fund": (
            "Khối, cụm thi đua không có quỹ khen thưởng: tiền thưởng do nơi quyết định chi. Hãy "
            "kiểm tra có cần ghi tiền thưởng."
        ),
        "bonuses_over_fund": (
            "Tổng tiền thưởng {total} nhiều hơn quỹ khen thưởng {fund}: hãy kiểm tra lại quỹ hoặc "
            "mức thưởng."
        ),
    },
    "warning",
)
register(
    {
        "bonus_unverified": (
            "Mức tiền thưởng của {awards} chưa đối chiếu được với nguyên văn ({source}): hãy kiểm "
            "tra trước khi trình ký."
        ),
    },
    "info",
)


# Where a decree says how bonuses are worked out.
ARTICLES = {"152/2025/NĐ-CP": ", Điều 49"}


@dataclass(frozen=True, slots=True)
class Award:
    """What a line earns: a bonus, or why there is none; covered: a higher title is paid."""

    line: Line
    bonus: Bonus | None
    why: str
    covered: bool

    @property
    def amount(self) -> int:
        """Whole đồng to be paid."""
        return self.bonus.amount if self.bonus and not self.covered else 0


def decided_on(data: Mapping[str, Any]) -> dt.date | None:
    """The day of the decision, as far as the proposal says."""
    day: dt.date | None = data.get("decision_date") or data.get("date")
    return day


def by_law(data: Mapping[str, Any], on: dt.date) -> list[Award]:
    """What the law gives each line for a decision of that day."""
    listed = lines(data)
    covered = {
        line.place
        for group in by_subject(listed)
        for line, payment in zip(group, _payments(group, on), strict=True)
        if payment == "covered"
    }
    law = current()
    return [
        _award(line, _explained(law, line.key, line.recipient, on), line.place in covered)
        for line in listed
    ]


def _payments(group: list[Line], on: dt.date) -> list[str]:
    """One proposal has one period."""
    return list(payments([(line.key, line.recipient, "") for line in group], on))


def _award(line: Line, found: Bonus | str, covered: bool) -> Award:
    if isinstance(found, str):
        return Award(line, None, found, covered)
    return Award(line, found, "", covered)


@lru_cache(maxsize=512)
def _explained(law: Law, award: str, recipient: Recipient, on: dt.date) -> Bonus | str:  # noqa: ARG001  the law is part of the key
    """The bonus, or why there is none; the law is the current one."""
    try:
        return explain(award, recipient, on)
    except (NoCoefficient, NoBaseSalary) as refused:
        return refused.detail


def faults(data: Mapping[str, Any]) -> Iterator[tuple[Path, Message]]:
    """Bonuses paid by the state that the law does not know, or that are typed otherwise.

    data: collectives, individuals, date, decision_date; parts of lines may be faulty or missing.
    """
    if (on := decided_on(data)) is None:
        yield ("bonus_mode",), fault("bonus_needs_date")
        return
    for award in by_law(data, on):
        typed = award.line.item.get("bonus")
        if award.bonus is None:
            yield award.line.at("award"), fault("bonus_unknown", why=award.why)
        elif typed is not None and typed != award.amount:
            shown = fault("bonus_wrong", typed=figures.money(typed), right=_right(award))
            yield award.line.at("bonus"), shown


def _right(award: Award) -> str:
    if award.covered:
        return "chỉ danh hiệu cao nhất trong cùng thời gian được thưởng, dòng này là 0 đồng"
    return f"theo quy định là {award.bonus.explained()}" if award.bonus else ""


def advice(data: Mapping[str, Any]) -> Iterator[tuple[Path, Message]]:
    """What to know of the bonuses of a valid proposal that has some; bonus_total: their sum."""
    if data["bonus_mode"] == "state" and (on := decided_on(data)):
        yield from _of_the_state(data, on)
    if data["proposal_kind"] == "bloc_to_ministry":
        yield ("bonus_mode",), fault("bloc_has_no_fund")
    fund, total = data["fund"], data["bonus_total"]
    if fund is not None and total > fund:
        values = {"total": figures.money(total), "fund": figures.money(fund)}
        yield ("fund",), fault("bonuses_over_fund", **values)


def _of_the_state(data: Mapping[str, Any], on: dt.date) -> Iterator[tuple[Path, Message]]:
    before, after = base_salary(data["date"] or on), base_salary(on)
    if before and after and before != after:
        values = {"before": figures.money(before.amount), "after": figures.money(after.amount)}
        yield ("decision_date",), fault("salary_changes", **values, source=_rule(on))
    given = by_law(data, on)
    for award in given:
        if award.covered:
            values = {"name": award.line.item["name"], "source": _rule(on)}
            yield award.line.at("award"), fault("bonus_covered", **values)
    yield from _unverified(given)
    for row in uncertain(on, "bonuses"):
        yield ("bonus_mode",), fault("law_unverified", text=row.text)


def _rule(on: dt.date) -> str:
    """The decree of that day, with the article where it was read."""
    number = next((row.number for row in preamble(on).instruments if row.kind == "decree"), "")
    return f" (Nghị định {number}{ARTICLES.get(number, '')})" if number else ""


def _unverified(given: list[Award]) -> Iterator[tuple[Path, Message]]:
    """Told once of all awards whose figures no reliable text gave."""
    doubtful: dict[str, str] = {}
    for award in given:
        if award.bonus and not award.bonus.verified:
            whom = "cá nhân" if award.line.recipient == "individual" else "tập thể"
            doubtful[f"{AWARDS[award.line.key].name} ({whom})"] = award.bonus.coefficient.source
    if doubtful:
        source = "; ".join(dict.fromkeys(doubtful.values()))
        shown = fault("bonus_unverified", awards=", ".join(doubtful), source=source)
        yield ("bonus_mode",), shown


def source(on: dt.date) -> str:
    """What a sum of that day goes by: "Nghị định số … và mức lương cơ sở … đồng/tháng (…)"."""
    return _source(current(), on)


@lru_cache(maxsize=64)
def _source(law: Law, on: dt.date) -> str:  # noqa: ARG001  the law is part of the key
    decrees = [row.number for row in preamble(on).instruments if row.kind == "decree"]
    salary = base_salary(on)
    parts = [f"Nghị định số {number}" for number in decrees[:1]]
    if salary:
        amount = f"mức lương cơ sở {figures.money(salary.amount)}/tháng"
        parts.append(f"{amount} (Nghị định số {salary.decree})")
    return " và ".join(parts)
