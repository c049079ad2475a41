"""What share of votes an award needs, and how many members must be there.

Source: Nghị định 98/2023/NĐ-CP, Điều 30 khoản 7; the figures stand in data/votes.toml and
data/quorums.toml.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from service.law.rows import Quorum, VoteRule
from service.law.tables import Law, current, on_day

# Out of what a share is counted.
BASES: dict[str, str] = {
    "members_total": "tổng số thành viên",
    "members_present": "số thành viên có mặt",
    "ballots_valid": "số phiếu hợp lệ",
}


def vote_rule(award: str, on: dt.date) -> VoteRule | None:
    """The share an award needs in a council's ballot that day; None where no law sets one.

    award: key of AWARDS. percent: whole percent of `base`, compare as agree × 100 ≥ percent × base.
    """
    return _vote_rules(current(), on).get(award)


def later_vote_rule(award: str, on: dt.date) -> VoteRule | None:
    """The first share that a law of after that day sets; None where none follows."""
    rows = [row for row in current().votes.rows if row.award == award and row.first > on]
    return min(rows, key=lambda row: row.first, default=None)


@lru_cache(maxsize=64)
def _vote_rules(law: Law, on: dt.date) -> dict[str, VoteRule | None]:
    rows = law.votes.rows
    return {one.award: on_day([row for row in rows if row.award == one.award], on) for one in rows}


def quorum(on: dt.date, province: str = "") -> Quorum | None:
    """The share of members that must be present, of a province's council or in general."""
    rows = current().quorums.rows
    own = on_day([row for row in rows if province and row.province == province], on)
    return own or on_day([row for row in rows if not row.province], on)


def is_quorate(present: int, total: int, rule: Quorum) -> bool:
    """Whether enough members are present; exact: 6 of 9 is two thirds, 5 of 8 is not."""
    return present * rule.denominator >= rule.numerator * total


def least(total: int, rule: Quorum) -> int:
    """How many of the members must be present: 6 of 9 for two thirds, 6 of 8."""
    return -(-total * rule.numerator // rule.denominator)
