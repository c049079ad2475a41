"""Biên bản: first session of a bloc, its summing-up session, a session of the emulation council."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from schemas._attendance import Absentee, Attendance, Attendee, outsiders
from schemas._checks import duplicates, needed, ordered, unused
from schemas._law_of_votes import LawOfVotes
from schemas._parts import Bloc, Person, Recipients
from schemas._scores import Score, not_first, over_cap, ranks, wrong_ranks
from schemas._votes import (
    Ballot,
    Election,
    Quota,
    balloted_twice,
    by_minority,
    decide,
    more_than_all,
    over_quota,
    passed_of,
    posts_by_year,
    years_without_head,
)
from service.errors import Message, fault, register
from service.fields import (
    Choice,
    Computed,
    Flag,
    Many,
    Moment,
    Name,
    Part,
    Percent,
    Quantity,
    Text,
    Whole,
)
from service.law.kinds import KINDS
from service.schema import Place, Schema, advise, check
from service.vietnamese.text import fold

register(
    {
        "ballots_over_present": (
            "Phát ra {issued} phiếu, nhiều hơn {present} thành viên có mặt: hãy sửa số phiếu hoặc "
            "danh sách có mặt."
        ),
        "votes_over_members": (
            "Ghi {votes} người biểu quyết, nhiều hơn {total} thành viên: hãy sửa một trong hai số."
        ),
        "not_adopted": (
            "Chưa quá nửa số người biểu quyết tán thành nên biên bản chưa được thông qua: hãy xem "
            "lại số phiếu, hoặc sửa biên bản rồi biểu quyết lại."
        ),
        "meeting_too_long": "Cuộc họp kéo dài quá {days} ngày: hãy xem lại ngày kết thúc.",
        "opinions_over_absent": (
            "Ghi {written} ý kiến bằng văn bản, nhưng chỉ {absent} người vắng mặt có gửi ý kiến: "
            "hãy sửa một trong hai nơi."
        ),
    }
)
register(
    {
        "chair_newly_elected": (
            "Người chủ trì thuộc đơn vị vừa được bầu đứng đầu năm {year}. Hội nghị tổng kết "
            "thường do người đứng đầu sắp hết nhiệm kỳ chủ trì và ký biên bản: hãy xem lại, trừ "
            "khi đơn vị này được bầu lại."
        ),
    },
    "warning",
)

MEETING_KINDS = {
    "first_session": "phiên họp đầu tiên của khối, cụm",
    "summing_up": "hội nghị tổng kết của khối, cụm",
    "council": "họp Hội đồng Thi đua - Khen thưởng",
}
MEETING_WORDS = {
    "meeting": "cuộc họp",
    "conference": "hội nghị",
    "session": "phiên họp",
}
NEEDED = {
    "first_session": ("bloc", "elections"),
    "summing_up": ("bloc",),
    "council": ("ballots",),
}
OF_COUNCILS = ("advanced_worker_count", "fighter_cap")
UNUSED = {
    "first_session": OF_COUNCILS,
    "summing_up": OF_COUNCILS,
    "council": ("bloc", "elections", "bonus_cap"),
}
LONGEST_DAYS = 7


class Speech(Schema):
    speaker = Name("Người phát biểu", required=True)
    text = Text("Nội dung", required=True)


class Adoption(Schema):
    agree = Whole("Số người đồng ý", required=True)
    total = Whole("Tổng số người biểu quyết", minimum=1, required=True)

    @check("agree", "total")
    def carried(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        yield from more_than_all(data)
        if data["agree"] * 2 <= data["total"]:
            yield "agree", fault("not_adopted")


class MeetingMinutes(Attendance, LawOfVotes):
    class Meta(LawOfVotes.Meta):
        title = "Biên bản họp thi đua, khen thưởng"

    kind = KINDS["minutes"]

    meeting_kind = Choice("Loại cuộc họp", MEETING_KINDS, required=True, printed=False)
    meeting_word = Choice("Cách gọi cuộc họp", MEETING_WORDS, load_default="meeting")
    bloc = Part(Bloc, "Khối, cụm thi đua")
    start = Moment("Thời gian bắt đầu", required=True)
    end = Moment("Thời gian kết thúc", required=True)
    place = Name("Địa điểm", required=True)
    chair = Part(Person, "Chủ trì", required=True)
    chair_label = Name("Cách ghi người chủ trì khi ký", load_default="Chủ trì")
    secretary = Part(Person, "Thư ký", required=True)
    guests = Many(Part(Person), "Đại biểu mời", "Phát biểu nhưng không biểu quyết.")
    members_total = Whole("Tổng số thành viên", minimum=1, maximum=1_000, required=True)
    present = Many(Part(Attendee), "Thành viên có mặt", minimum=1)
    absent = Many(Part(Absentee), "Thành viên vắng mặt")
    quorum_waived = Flag("Quy chế riêng không đòi hai phần ba có mặt", printed=False)
    agenda = Many(Text("Việc"), "Chương trình", minimum=1)
    opening = Text("Khai mạc")
    reports = Many(Part(Speech), "Báo cáo")
    discussion = Many(Part(Speech), "Thảo luận")
    scores = Many(Part(Score), "Kết quả chấm điểm")
    bonus_cap = Quantity("Điểm thưởng nhiều nhất", "Theo quy chế của khối, cụm.", printed=False)
    ballots = Many(Part(Ballot), "Bình xét, bỏ phiếu")
    quotas = Many(
        Part(Quota),
        "Số lượng được đề nghị",
        "Cùng một hình thức ghi nhiều mục thì cộng lại. Không in ra.",
        maximum=50,
        printed=False,
    )
    advanced_worker_count = Whole(
        "Số cá nhân “Lao động tiên tiến”",
        "Để đối chiếu số “Chiến sĩ thi đua cơ sở”. Không in ra.",
        minimum=1,
        printed=False,
    )
    fighter_cap = Percent(
        "Tỷ lệ “Chiến sĩ thi đua cơ sở” nhiều nhất (%)",
        "Mức đơn vị tự đặt, so với số “Lao động tiên tiến”. Không in ra.",
        printed=False,
    )
    tellers = Many(Part(Person), "Tổ kiểm phiếu", maximum=10)
    elections = Many(Part(Election), "Bầu cấp trưởng, cấp phó", maximum=10)
    resolutions = Many(Text("Kết luận"), "Kết luận của chủ trì", minimum=1)
    adoption = Part(Adoption, "Biểu quyết thông qua biên bản")
    copies = Whole("Số bản", minimum=1, maximum=999)
    recipients = Part(Recipients, "Nơi nhận", required=True)
    present_count = Computed("Số thành viên có mặt")
    absent_count = Computed("Số thành viên vắng mặt")
    ways_of_counting = Computed(
        "Cách tính kết quả bỏ phiếu", of=["ballots.base", "ballots.threshold"]
    )

    in_order = ordered("start", "end")

    @check("meeting_kind")
    def what_the_kind_needs(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        kind = data["meeting_kind"]
        condition = f"là {MEETING_KINDS[kind]}"
        yield from needed(data, NEEDED[kind], condition)
        yield from unused(data, UNUSED[kind], condition)

    @check("scores")
    def scores_of_members(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        yield from duplicates(data["scores"], "scores", "unit")
        yield from wrong_ranks(data["scores"])

    @check("elections")
    def elections_are_regular(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        yield from duplicates(data["elections"], "elections", "unit")
        yield from posts_by_year(data["elections"])

    @check()
    def units_are_members(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        yield from outsiders(data, ["scores", "elections"])

    @check("members_total")
    def votes_of_members(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        total = data["members_total"]
        counts: dict[Place, Any] = {
            ("elections", index, "total"): election.get("total")
            for index, election in enumerate(data.get("elections", []))
        }
        counts["adoption", "total"] = (data.get("adoption") or {}).get("total")
        for place, count in counts.items():
            if count is not None and count > total:
                yield place, fault("votes_over_members", votes=count, total=total)

    @check("start", "end")
    def ends_soon(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        if data["end"] - data["start"] > timedelta(days=LONGEST_DAYS):
            yield "end", fault("meeting_too_long", days=LONGEST_DAYS)

    @check("ballots", "present", "members_total")
    def ballots_of_members(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        total = data["members_total"]
        sent = [item.get("written_opinion") for item in data.get("absent", [])]
        opinions = total if None in sent else sum(sent)
        present = len(data["present"])
        for index, ballot in enumerate(data["ballots"]):
            if (issued := ballot.get("issued", 0)) > present:
                counts = {"issued": issued, "present": present}
                yield ("ballots", index, "issued"), fault("ballots_over_present", **counts)
            written = ballot.get("written_agree", 0) + ballot.get("written_disagree", 0)
            if written > opinions:
                shown = fault("opinions_over_absent", written=written, absent=opinions)
                yield ("ballots", index, "written_agree"), shown

    @check("ballots")
    def each_balloted_once(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        yield from balloted_twice(data["ballots"])

    @check("scores", "bonus_cap")
    def bonuses_within_cap(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        yield from over_cap(data["scores"], data["bonus_cap"])

    @check("ballots", "present", "members_total")
    def those_who_passed(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        passed = passed_of(data)
        yield from over_quota(list(passed.values()), data.get("quotas", []))
        flags = {index: one for index, one in passed.items() if one["award"] == "emulation_flag"}
        yield from not_first(data.get("scores", []), flags)

    @advise()
    def heads(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        yield from years_without_head(data["elections"])
        yield from by_minority(data["elections"])
        unit = fold(data["chair"]["unit"] or "")
        closing = data["meeting_kind"] == "summing_up"
        for election in data["elections"] if closing else ():
            if election["post"] == "head" and fold(election["unit"]) == unit:
                yield "chair", fault("chair_newly_elected", year=election["year"])

    def computed(self, data: dict[str, Any]) -> dict[str, Any]:
        present = len(data["present"])
        for ballot in data["ballots"]:
            decide(ballot, data["members_total"], present)
        for score, rank in zip(data["scores"], ranks(data["scores"]), strict=True):
            score["rank"] = rank
        ways = {(one["base"], one["threshold"]): one for one in data["ballots"]}
        return {
            "present_count": present,
            "absent_count": len(data["absent"]),
            "ways_of_counting": [ways[way] for way in sorted(ways)],
        }
