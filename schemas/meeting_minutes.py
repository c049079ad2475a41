"""Biên bản: first session of a bloc, its summing-up session, a session of the emulation council."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from schemas._checks import duplicates, needed, ordered, unused
from schemas._document import Document
from schemas._parts import Bloc, Person, Recipients, Signer
from schemas._votes import Ballot, Election, Score, decide, more_than_all, ranks, wrong_ranks
from service.errors import Message, fault, register
from service.fields import Choice, Computed, Flag, Many, Moment, Name, Part, Text, Whole
from service.law.kinds import KINDS
from service.schema import Place, Schema, check
from service.vietnamese.text import fold

register(
    {
        "attendance_total": (
            "Có mặt {present} và vắng {absent} là {sum}, nhưng tổng số thành viên ghi {total}."
        ),
        "present_and_absent": "“{name}” vừa có mặt vừa vắng mặt.",
        "chair_is_secretary": "Chủ trì và thư ký phải là hai người khác nhau.",
        "not_attending": "“{name}” không có trong danh sách dự họp.",
        "no_quorum": (
            "Có mặt {present}/{total} thành viên, chưa đủ {needed}: cuộc họp không đủ điều kiện."
        ),
        "one_head_elected": "Chỉ bầu một đơn vị đứng đầu cho mỗi năm.",
        "ballots_over_present": "Phát ra {issued} phiếu, nhiều hơn {present} thành viên có mặt.",
        "votes_over_members": "Ghi {votes} người biểu quyết, nhiều hơn {total} thành viên.",
        "not_adopted": "Chưa quá nửa số người biểu quyết tán thành: biên bản chưa được thông qua.",
        "meeting_too_long": "Cuộc họp kéo dài quá {days} ngày: hãy xem lại ngày kết thúc.",
        "opinions_over_absent": (
            "Ghi {written} ý kiến bằng văn bản, nhưng chỉ {absent} người vắng mặt có gửi ý kiến."
        ),
    }
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
UNUSED = {"first_session": (), "summing_up": (), "council": ("bloc", "elections")}
# At least two thirds of the members, as ministries and provinces ask of an award session.
QUORUM = (2, 3)
LONGEST_DAYS = 7


class Attendee(Person):
    """A member who came, in person or by proxy."""

    proxy = Part(Signer, "Người được ủy quyền dự thay")


class Absentee(Person):
    reason = Text("Lý do vắng", required=True)
    written_opinion = Flag("Có gửi ý kiến bằng văn bản")


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


class MeetingMinutes(Document):
    class Meta(Document.Meta):
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
    ballots = Many(Part(Ballot), "Bình xét, bỏ phiếu")
    tellers = Many(Part(Person), "Tổ kiểm phiếu", maximum=10)
    elections = Many(Part(Election), "Bầu cấp trưởng, cấp phó", maximum=10)
    resolutions = Many(Text("Kết luận"), "Kết luận của chủ trì", minimum=1)
    adoption = Part(Adoption, "Biểu quyết thông qua biên bản")
    copies = Whole("Số bản", minimum=1, maximum=999)
    recipients = Part(Recipients, "Nơi nhận", required=True)
    present_count = Computed("Số thành viên có mặt")
    absent_count = Computed("Số thành viên vắng mặt")

    in_order = ordered("start", "end")

    def law_day(self, data: dict[str, Any]) -> date | None:
        start = data.get("start")
        return start.date() if start else None

    @check("meeting_kind")
    def what_the_kind_needs(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        kind = data["meeting_kind"]
        condition = f"là {MEETING_KINDS[kind]}"
        yield from needed(data, NEEDED[kind], condition)
        yield from unused(data, UNUSED[kind], condition)

    @check("members_total", "present", "absent")
    def attendance_adds_up(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        present, absent, total = len(data["present"]), len(data["absent"]), data["members_total"]
        if present + absent != total:
            counts = {"present": present, "absent": absent, "sum": present + absent}
            yield "members_total", fault("attendance_total", total=total, **counts)
        elif not data.get("quorum_waived") and present * QUORUM[1] < total * QUORUM[0]:
            least = -(-total * QUORUM[0] // QUORUM[1])
            yield "present", fault("no_quorum", present=present, total=total, needed=least)

    @check("present", "absent")
    def each_once(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        yield from _same_persons(data["present"], "present")
        yield from _same_persons(data["absent"], "absent")
        keys = {_identity(item) for item in data["present"]}
        for index, item in enumerate(data["absent"]):
            if "name" in item and _identity(item) in keys:
                yield ("absent", index, "name"), fault("present_and_absent", name=item["name"])
        if data.get("bloc") is not None:
            yield from duplicates(data["present"], "present", "unit")
            yield from duplicates(data["absent"], "absent", "unit")

    @check("chair", "secretary")
    def two_persons(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        if _identity(data["chair"]) == _identity(data["secretary"]) and "name" in data["chair"]:
            yield ("secretary", "name"), fault("chair_is_secretary")

    @check("present", "guests")
    def speakers_attend(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        known = _attendees(data)
        for name in ("reports", "discussion"):
            for index, speech in enumerate(data.get(name, [])):
                yield from _stranger(known, (name, index, "speaker"), speech.get("speaker"))
        yield from _stranger(known, ("chair", "name"), (data.get("chair") or {}).get("name"))
        for index, teller in enumerate(data.get("tellers", [])):
            yield from _stranger(known, ("tellers", index, "name"), teller.get("name"))

    @check("scores")
    def scores_of_members(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        yield from duplicates(data["scores"], "scores", "unit")
        yield from wrong_ranks(data["scores"])
        yield from _outsiders(data, "scores")

    @check("elections")
    def elected_are_members(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        yield from _outsiders(data, "elections")
        yield from duplicates(data["elections"], "elections", "unit")
        posts = [(item.get("post"), item.get("year")) for item in data["elections"]]
        for index, post in enumerate(posts):
            earlier = posts[:index].count(post)
            if post[0] == "head" and earlier >= 1:
                yield ("elections", index, "post"), fault("one_head_elected")
            elif post[0] == "deputy" and earlier >= 2:
                yield ("elections", index, "post"), fault("too_many_deputies", count=earlier + 1)

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

    def computed(self, data: dict[str, Any]) -> dict[str, Any]:
        present = len(data["present"])
        for ballot in data["ballots"]:
            decide(ballot, data["members_total"], present)
        for score, rank in zip(data["scores"], ranks(data["scores"]), strict=True):
            score["rank"] = rank
        return {"present_count": present, "absent_count": len(data["absent"])}


def _identity(person: dict[str, Any]) -> tuple[str, str]:
    return fold(person.get("name") or ""), fold(person.get("unit") or person.get("post") or "")


def _same_persons(people: list[dict[str, Any]], list_name: str) -> Iterator[tuple[Place, Message]]:
    first: dict[tuple[str, str], int] = {}
    for index, person in enumerate(people):
        earlier = first.setdefault(_identity(person), index)
        if earlier != index and person.get("name"):
            shown = fault("duplicate_entry", value=person["name"], first=earlier + 1)
            yield (list_name, index, "name"), shown


def _attendees(data: dict[str, Any]) -> set[str]:
    people = [*data["present"], *data["guests"], data.get("secretary") or {}]
    people += [person["proxy"] for person in people if person.get("proxy")]
    return {fold(person["name"]) for person in people if person.get("name")}


def _stranger(known: set[str], place: Place, name: str | None) -> Iterator[tuple[Place, Message]]:
    if name and fold(name) not in known:
        yield place, fault("not_attending", name=name)


def _outsiders(data: dict[str, Any], list_name: str) -> Iterator[tuple[Place, Message]]:
    people = [*data.get("present", []), *data.get("absent", [])]
    units = {fold(person["unit"]) for person in people if person.get("unit")}
    for index, row in enumerate(data[list_name]):
        if "unit" in row and fold(row["unit"]) not in units:
            yield (list_name, index, "unit"), fault("not_a_member", unit=row["unit"])
