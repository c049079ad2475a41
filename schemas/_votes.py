"""Ballots and elections: counted facts, compared as integers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from marshmallow import post_load

from schemas._checks import unused
from schemas._parts import Awarded
from service.errors import Message, fault, register
from service.fields import Choice, Computed, Name, Percent, Text, Whole, Year
from service.law.award_names import AWARDS, in_a_sentence, names
from service.law.votes import BASES
from service.schema import Place, Schema, check
from service.vietnamese.text import fold

register(
    {
        "ballots_over_issued": (
            "Thu về {collected} phiếu, nhiều hơn số phát ra {issued}: hãy sửa một trong hai số."
        ),
        "ballots_collected": (
            "Thu về {collected} phiếu nhưng hợp lệ {valid} cộng không hợp lệ {invalid} là {total}: "
            "hãy sửa cho khớp."
        ),
        "ballots_valid": (
            "Hợp lệ {valid} phiếu nhưng đồng ý, không đồng ý và trắng cộng lại là {total}: hãy sửa "
            "cho khớp."
        ),
        "votes_over_total": (
            "Số đồng ý {agree} nhiều hơn tổng số {total}: hãy sửa một trong hai số."
        ),
        "no_valid_ballots": (
            "Không có phiếu hợp lệ thì không tính được tỷ lệ trên số phiếu hợp lệ: hãy chọn cách "
            "tính khác hoặc sửa số phiếu."
        ),
        "votes_not_counted": "Bầu bằng đồng thuận không ghi số phiếu: hãy bỏ số này.",
        "balloted_twice": (
            "“{subject}” đã được bỏ phiếu xét {award} ở mục {first}: hãy bỏ một mục; nếu bỏ phiếu "
            "lại thì ghi lý do tại mục sau."
        ),
        "one_head_elected": (
            "Chỉ bầu một đơn vị đứng đầu cho mỗi năm: hãy sửa chức danh hoặc năm."
        ),
        "over_quota": (
            "{award}: {passed} trường hợp đạt, nhiều hơn số lượng được đề nghị là {quantity}; hãy "
            "xem lại kết quả hoặc số lượng."
        ),
    }
)
register(
    {
        "no_head_elected": (
            "Năm {year} có bầu cấp phó mà không bầu cấp trưởng: hãy bổ sung, trừ khi chỉ bầu thêm "
            "cấp phó."
        ),
        "elected_by_minority": (
            "{unit} được bầu với {agree}/{total} người đồng ý, không quá nửa: hãy xem lại số "
            "phiếu, hoặc bỏ qua nếu quy chế của khối, cụm cho phép."
        ),
    },
    "warning",
)

MODES = {
    "consensus": "đồng thuận",
    "show_of_hands": "biểu quyết giơ tay",
    "secret_ballot": "bỏ phiếu kín",
}
# What the outcome of a ballot follows from.
FIGURES = ("agree", "written_agree", "valid", "base", "threshold")
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
    reason = Text("Ghi chú, lý do", "Ví dụ vì sao đề nghị Cờ thi đua cho đơn vị không đứng đầu.")
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
    ballot["base_count"] = _base_count(ballot, total, present)
    ballot["passed"] = passes(ballot, total, present)


def passes(ballot: Mapping[str, Any], total: int, present: int) -> bool:
    """Whether a ballot reaches its share; False where its figures are not all there."""
    if any(name not in ballot for name in FIGURES):
        return False
    base = _base_count(ballot, total, present)
    agree = ballot["agree"] + ballot["written_agree"]
    return base > 0 and reaches(agree, base, ballot["threshold"])


def passed_of(minutes: Mapping[str, Any]) -> dict[int, dict[str, Any]]:
    """The ballots of a meeting that reach their share, by their index.

    minutes: members_total, present, ballots; faulty parts of a ballot may be missing.
    """
    counts = minutes["members_total"], len(minutes["present"])
    ballots = enumerate(minutes["ballots"])
    return {index: one for index, one in ballots if "award" in one and passes(one, *counts)}


def _base_count(ballot: Mapping[str, Any], total: int, present: int) -> int:
    counts: dict[str, int] = {
        "members_total": total,
        "members_present": present,
        "ballots_valid": ballot["valid"],
    }
    return counts[ballot["base"]]


def balloted_twice(ballots: Sequence[Mapping[str, Any]]) -> Iterator[tuple[Place, Message]]:
    """A fault at each ballot on a subject and award of an earlier one, unless a reason is given."""
    first: dict[tuple[str, ...], int] = {}
    for index, one in enumerate(ballots):
        if "subject" not in one or "award" not in one:
            continue
        key = fold(one["subject"]), one["award"], fold(one.get("grantor") or "")
        earlier = first.setdefault(key, index)
        if earlier != index and one.get("reason", "") is None:
            award = in_a_sentence({"award": one["award"], "grantor": one.get("grantor")})
            shown = fault("balloted_twice", subject=one["subject"], award=award, first=earlier + 1)
            yield ("ballots", index, "subject"), shown


class Quota(Schema):
    """How many of an award a meeting may propose."""

    award = Choice("Danh hiệu, hình thức", names(individual=True, collective=True), required=True)
    quantity = Whole("Số lượng nhiều nhất", required=True)


def over_quota(
    ballots: Sequence[Mapping[str, Any]], quotas: Sequence[Mapping[str, Any]]
) -> Iterator[tuple[Place, Message]]:
    """A fault for each award that more of these ballots, all passed, go to than it has places."""
    passed = Counter(ballot["award"] for ballot in ballots if "award" in ballot)
    if any("award" not in quota or "quantity" not in quota for quota in quotas):
        return
    places: Counter[str] = Counter()
    for quota in quotas:
        places[quota["award"]] += quota["quantity"]
    for award, quantity in places.items():
        if passed[award] > quantity:
            counts = {"passed": passed[award], "quantity": quantity}
            yield "ballots", fault("over_quota", award=AWARDS[award].name, **counts)


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


def posts_by_year(elections: Sequence[Mapping[str, Any]]) -> Iterator[tuple[Place, Message]]:
    """A fault at each head after the first and each deputy after the second of a year."""
    posts = [(item.get("post"), item.get("year")) for item in elections]
    for index, post in enumerate(posts):
        earlier = posts[:index].count(post)
        if post[0] == "head" and earlier >= 1:
            yield ("elections", index, "post"), fault("one_head_elected")
        elif post[0] == "deputy" and earlier >= 2:
            yield ("elections", index, "post"), fault("too_many_deputies", count=earlier + 1)


def years_without_head(elections: Sequence[Mapping[str, Any]]) -> Iterator[tuple[Place, Message]]:
    """Advice for each year that gets deputies and no head."""
    headed = {item["year"] for item in elections if item["post"] == "head"}
    for year in sorted({item["year"] for item in elections} - headed):
        yield "elections", fault("no_head_elected", year=year)


def by_minority(elections: Sequence[Mapping[str, Any]]) -> Iterator[tuple[Place, Message]]:
    """Advice at each election by vote that no more than half agreed to."""
    for index, one in enumerate(elections):
        if one["agree"] is not None and one["agree"] * 2 <= one["total"]:
            counts = {name: one[name] for name in ("unit", "agree", "total")}
            yield ("elections", index, "agree"), fault("elected_by_minority", **counts)
