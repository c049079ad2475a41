"""Scores of a bloc's members: totals, ranks, bonuses, and who is first enough for the flag."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from service.errors import Message, fault, register
from service.fields import Name, Quantity, Whole
from service.schema import Place, Schema, check
from service.vietnamese.text import fold

register(
    {
        "score_total": (
            "Tổng điểm ghi {given}, nhưng điểm thẩm định cộng thưởng, trừ điểm trừ là {expected}: "
            "hãy sửa cho khớp."
        ),
        "rank_order": (
            "Xếp hạng {rank} không khớp tổng điểm, phải là {expected}: hãy sửa, hoặc để trống."
        ),
        "bonus_over_cap": (
            "Điểm thưởng {bonus} quá mức nhiều nhất đã khai là {cap}: hãy giảm điểm thưởng, hoặc "
            "sửa mức đã khai cho đúng quy chế."
        ),
        "flag_not_first": (
            "“{subject}” xếp hạng {rank}, không trong {count} đơn vị dẫn đầu, mà được đề nghị Cờ "
            "thi đua: hãy xem lại, hoặc ghi lý do tại mục bỏ phiếu này."
        ),
    }
)


class Score(Schema):
    """A member's score; the rank follows from the totals, equal totals share a rank."""

    unit = Name("Đơn vị", "Đúng tên trong danh sách thành viên.", required=True)
    self_score = Quantity("Điểm tự chấm", required=True)
    checked = Quantity("Điểm thẩm định", required=True)
    bonus = Quantity("Điểm thưởng", load_default=0)
    penalty = Quantity("Điểm trừ", load_default=0)
    total = Quantity("Tổng điểm", "Điểm thẩm định cộng điểm thưởng, trừ điểm trừ.", required=True)
    rank = Whole("Xếp hạng", "Bỏ trống thì tự xếp.", minimum=1, filled=True)

    @check("checked", "bonus", "penalty", "total")
    def total_is_right(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        expected = data["checked"] + data["bonus"] - data["penalty"]
        if data["total"] != expected:
            yield "total", fault("score_total", given=data["total"], expected=expected)


def ranks(scores: Sequence[dict[str, Any]]) -> list[int]:
    """Competition ranks of the totals, best first: 1, 2, 2, 4."""
    totals = [score["total"] for score in scores]
    return [1 + sum(other > total for other in totals) for total in totals]


def wrong_ranks(scores: Sequence[dict[str, Any]]) -> Iterator[tuple[Place, Message]]:
    """A fault at each typed rank that the totals do not give."""
    if any("total" not in score for score in scores):
        return
    for index, (score, expected) in enumerate(zip(scores, ranks(scores), strict=True)):
        if (rank := score.get("rank")) is not None and rank != expected:
            yield ("scores", index, "rank"), fault("rank_order", rank=rank, expected=expected)


def over_cap(scores: Sequence[Mapping[str, Any]], cap: Decimal) -> Iterator[tuple[Place, Message]]:
    """A fault at each bonus above what the bloc's own rules allow."""
    for index, score in enumerate(scores):
        if (bonus := score.get("bonus")) is not None and bonus > cap:
            yield ("scores", index, "bonus"), fault("bonus_over_cap", bonus=bonus, cap=cap)


def not_first(
    scores: Sequence[dict[str, Any]], flags: Mapping[int, Mapping[str, Any]]
) -> Iterator[tuple[Place, Message]]:
    """A fault at each flag for a unit that is not among so many first, unless a reason is given.

    flags: the ballots on the flag that passed, by their index. Source: Luật Thi đua, khen thưởng
    2022, Điều 26: the flag is for the unit that leads its bloc.
    """
    if not flags or any("total" not in score or "unit" not in score for score in scores):
        return
    rank_of = dict(zip((fold(score["unit"]) for score in scores), ranks(scores), strict=True))
    for index, ballot in flags.items():
        rank = rank_of.get(fold(ballot.get("subject", "")), 0)
        if rank > len(flags) and ballot.get("reason", "") is None:
            values = {"subject": ballot["subject"], "rank": rank, "count": len(flags)}
            yield ("ballots", index, "subject"), fault("flag_not_first", **values)
