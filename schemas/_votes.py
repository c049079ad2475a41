"""Ballots, elections and scores: counted facts, compared as integers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from marshmallow import post_load

from schemas._checks import unused
from schemas._parts import Awarded
from service.errors import Message, fault, register
from service.fields import Choice, Computed, Name, Percent, Quantity, Whole, Year
from service.law.award_names import names
from service.schema import Place, Schema, check

register(
    {
        "ballots_over_issued": "Thu về {collected} phiếu, nhiều hơn số phát ra {issued}.",
        "ballots_collected": (
            "Thu về {collected} phiếu nhưng hợp lệ {valid} cộng không hợp lệ {invalid} là {total}."
        ),
        "ballots_valid": (
            "Hợp lệ {valid} phiếu nhưng đồng ý, không đồng ý và trắng cộng lại là {total}."
        ),
        "score_total": (
            "Tổng điểm ghi {given}, nhưng điểm thẩm định cộng thưởng, trừ điểm trừ là {expected}."
        ),
        "rank_order": "Xếp hạng {rank} không khớp tổng điểm: phải là {expected}.",
        "votes_over_total": "Số đồng ý {agree} nhiều hơn tổng số {total}.",
        "no_valid_ballots": "Không có phiếu hợp lệ thì không tính được tỷ lệ trên số phiếu hợp lệ.",
        "votes_not_counted": "Bầu bằng đồng thuận không ghi số phiếu: hãy bỏ số này.",
    }
)

MODES = {
    "consensus": "đồng thuận",
    "show_of_hands": "biểu quyết giơ tay",
    "secret_ballot": "bỏ phiếu kín",
}
BASES = {
    "members_total": "tổng số thành viên",
    "members_present": "số thành viên có mặt",
    "ballots_valid": "số phiếu hợp lệ",
}
POSTS = {"head": "cấp trưởng", "deputy": "cấp phó"}


def reaches(agree: int, base: int, threshold: int) -> bool:
    """Whether agree out of base is at least threshold percent; 11 of 14 is not 80 %."""
    return agree * 100 >= threshold * base


class Ballot(Awarded):
    """A secret ballot on one candidate; written opinions of absent members count beside it."""

    subject = Name("Tập thể, cá nhân được bỏ phiếu", required=True)
    award = Choice("Danh hiệu, hình thức", names(individual=True, collective=True), required=True)
    issued = Whole("Số phiếu phát ra", required=True)
    collected = Whole("Số phiếu thu về", required=True)
    valid = Whole("Số phiếu hợp lệ", required=True)
    invalid = Whole("Số phiếu không hợp lệ", load_default=0)
    agree = Whole("Số phiếu đồng ý", required=True)
    disagree = Whole("Số phiếu không đồng ý", required=True)
    blank = Whole("Số phiếu trắng", load_default=0)
    written_agree = Whole("Ý kiến bằng văn bản đồng ý", load_default=0)
    written_disagree = Whole("Ý kiến bằng văn bản không đồng ý", load_default=0)
    base = Choice("Tỷ lệ tính trên", BASES, load_default="members_total")
    threshold = Percent("Tỷ lệ cần đạt (%)", "Ví dụ 80.", required=True)
    total_agree = Computed("Tổng số đồng ý")
    written = Computed("Số ý kiến bằng văn bản")
    base_count = Computed("Mẫu số của tỷ lệ")
    passed = Computed("Đạt hay không")

    @check("issued", "collected")
    def not_more_than_issued(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        if data["collected"] > data["issued"]:
            counts = {"collected": data["collected"], "issued": data["issued"]}
            yield "collected", fault("ballots_over_issued", **counts)

    @check("collected", "valid", "invalid")
    def collected_adds_up(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        counts = {name: data[name] for name in ("collected", "valid", "invalid")}
        if (total := data["valid"] + data["invalid"]) != data["collected"]:
            yield "collected", fault("ballots_collected", total=total, **counts)

    @check("valid", "agree", "disagree", "blank")
    def valid_adds_up(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        if (total := data["agree"] + data["disagree"] + data["blank"]) != data["valid"]:
            yield "valid", fault("ballots_valid", valid=data["valid"], total=total)

    @check("valid", "base")
    def share_of_something(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        if data["base"] == "ballots_valid" and data["valid"] == 0:
            yield "base", fault("no_valid_ballots")

    @check("base")
    def written_by_members(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        written = {name: data.get(name) or None for name in ("written_agree", "written_disagree")}
        if data["base"] != "members_total":
            yield from unused(written, written, f"tỷ lệ tính trên {data['base'].label}")

    @post_load
    def add_written(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        data["total_agree"] = data["agree"] + data["written_agree"]
        data["written"] = data["written_agree"] + data["written_disagree"]
        return data


def decide(ballot: dict[str, Any], total: int, present: int) -> None:
    """Fill in the base and the outcome of a ballot of a meeting with these many members."""
    counts = {
        "members_total": total,
        "members_present": present,
        "ballots_valid": ballot["valid"],
    }
    ballot["base_count"] = counts[ballot["base"]]
    ballot["passed"] = ballot["base_count"] > 0 and reaches(
        ballot["total_agree"], ballot["base_count"], ballot["threshold"]
    )


class Election(Schema):
    """Who is elected to which post for which year, and how."""

    post = Choice("Chức danh bầu", POSTS, required=True)
    unit = Name("Đơn vị được bầu", "Đúng tên trong danh sách thành viên.", required=True)
    person = Name("Người đại diện", "Họ tên và chức vụ, nếu bầu đích danh.")
    year = Year("Nhiệm kỳ năm", required=True)
    mode = Choice("Cách bầu", MODES, required=True)
    agree = Whole("Số người đồng ý")
    total = Whole("Tổng số người biểu quyết", minimum=1)

    @check("mode")
    def votes_by_mode(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        for name in ("agree", "total"):
            given = data.get(name) is not None
            if data["mode"] == "consensus" and given:
                yield name, fault("votes_not_counted")
            elif data["mode"] != "consensus" and not given:
                yield name, fault("required_here", condition="biểu quyết hoặc bỏ phiếu")

    @check("agree", "total")
    def not_more_than_all(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        yield from more_than_all(data)


def more_than_all(data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
    """A fault at `agree` when it exceeds `total`."""
    if data["agree"] > data["total"]:
        yield "agree", fault("votes_over_total", agree=data["agree"], total=data["total"])


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
