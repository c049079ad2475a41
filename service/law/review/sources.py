"""How messages name the sources of facts: with a word of caution where those are not certain."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from service.errors import Message, fault, register
from service.law.preambles import uncertain
from service.law.rows import Condition, Grant, VoteRule
from service.law.tables import on_day

register(
    {
        "rule_unverified": (
            "Theo quy định từ {since}, {reason}. Quy định của thời kỳ trước đó chưa xác minh được: "
            "hãy kiểm tra."
        ),
    },
    "warning",
)

# Key of the row of data/uncertainties.toml that says so; an office deletes it once it has checked.
_BEFORE_AMENDMENT = "tables_before_amendment"

AnyRow = TypeVar("AnyRow", Condition, Grant, VoteRule)


def cautious(row: AnyRow, on: dt.date) -> AnyRow:
    """The row with its source as said of a paper of that day."""
    if not any(one.key == _BEFORE_AMENDMENT for one in uncertain(on)):
        return row
    return replace(row, source=f"{row.source}, chưa kể Luật sửa đổi ngày 23/4/2026")


def doubt(rule: VoteRule, key: str) -> str:
    """What is said after a message on a figure of a rule that could not be verified."""
    if key not in rule.unverified:
        return ""
    return f" Quy định này chưa xác minh được. {rule.note}".rstrip()


ADated = TypeVar("ADated", Condition, VoteRule)


def later(rows: Iterable[ADated], on: dt.date) -> ADated | None:
    """The first row on a thing, where none is known to hold that day yet."""
    listed = list(rows)
    if on_day(listed, on) or any(row.first <= on for row in listed):
        return None
    return min(listed, key=lambda row: row.first, default=None)


def unsure(told: Message, since: dt.date) -> Message:
    """What a later law says of a paper: its reason, without what that law would have one do."""
    return fault("rule_unverified", since=since, reason=told.rpartition(": ")[0])
