"""Who came to a meeting and who did not: the same people, speakers and members by their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from schemas._checks import duplicates
from schemas._document import Document
from schemas._parts import Person, Signer
from service.errors import Message, fault, register
from service.fields import Flag, Part, Text
from service.law.votes import is_quorate, least, quorum
from service.schema import Place, advise, check
from service.vietnamese.text import fold

register(
    {
        "attendance_total": (
            "Có mặt {present} và vắng {absent} là {sum}, nhưng tổng số thành viên ghi {total}: hãy "
            "sửa tổng số, hoặc bổ sung người còn thiếu vào danh sách."
        ),
        "present_and_absent": "“{name}” vừa có mặt vừa vắng mặt: hãy bỏ một nơi.",
        "chair_is_secretary": (
            "Chủ trì và thư ký phải là hai người khác nhau: hãy sửa tên một trong hai người."
        ),
        "not_attending": (
            "“{name}” không có trong danh sách dự họp: hãy sửa tên, hoặc bổ sung vào thành viên có "
            "mặt hay đại biểu mời (thư ký là người giúp việc thì ghi đơn vị của thư ký)."
        ),
        "no_quorum": (
            "Có mặt {present}/{total} thành viên, chưa đủ {needed}: cuộc họp không đủ điều kiện. "
            "Nếu quy chế riêng quy định khác thì khai ở “Quy chế riêng không đòi hai phần ba có "
            "mặt”."
        ),
    }
)
register(
    {
        "perhaps_present_and_absent": (
            "“{name}” cũng có tên trong danh sách có mặt, với chức vụ hoặc đơn vị khác: nếu là một "
            "người thì hãy bỏ một nơi."
        ),
    },
    "warning",
)


class Attendee(Person):
    """A member who came, in person or by proxy."""

    proxy = Part(Signer, "Người được ủy quyền dự thay")


class Absentee(Person):
    reason = Text("Lý do vắng", required=True)
    written_opinion = Flag("Có gửi ý kiến bằng văn bản")


def identity(person: dict[str, Any]) -> tuple[str, str]:
    return fold(person.get("name") or ""), fold(person.get("unit") or person.get("post") or "")


def same_persons(people: list[dict[str, Any]], list_name: str) -> Iterator[tuple[Place, Message]]:
    first: dict[tuple[str, str], int] = {}
    for index, person in enumerate(people):
        earlier = first.setdefault(identity(person), index)
        if earlier != index and person.get("name"):
            shown = fault("duplicate_entry", value=person["name"], first=earlier + 1)
            yield (list_name, index, "name"), shown


def namesakes(
    present: list[dict[str, Any]], absent: list[dict[str, Any]]
) -> Iterator[tuple[Place, Message]]:
    """Advice at each absent person whose name somebody present has, unless units tell them apart.

    Who has the same post there too is a fault already.
    """
    there: dict[str, list[str | None]] = {}
    for one in present if absent else ():
        there.setdefault(fold(one["name"]), []).append(one["unit"])
    for index, one in enumerate(absent):
        units = there.get(fold(one["name"]), [])
        if any(not (unit and one["unit"]) for unit in units):
            shown = fault("perhaps_present_and_absent", name=one["name"])
            yield ("absent", index, "name"), shown


def attendees(data: dict[str, Any]) -> set[str]:
    """Folded names of the members who came, of their proxies and of the guests."""
    people = [*data["present"], *data["guests"]]
    people += [person["proxy"] for person in people if person.get("proxy")]
    return {fold(person["name"]) for person in people if person.get("name")}


def stranger(known: set[str], place: Place, name: str | None) -> Iterator[tuple[Place, Message]]:
    if name and fold(name) not in known:
        yield place, fault("not_attending", name=name)


def outsiders(data: dict[str, Any], list_names: Sequence[str]) -> Iterator[tuple[Place, Message]]:
    """A fault at each item of these lists whose unit is no member's."""
    people = [*data.get("present", []), *data.get("absent", [])]
    units = {person["unit"] for person in people if person.get("unit")}
    folded: set[str] = set()
    for name in list_names:
        for index, row in enumerate(data.get(name, [])):
            # Most are typed as in the list of members: folding all is what costs.
            if "unit" not in row or row["unit"] in units:
                continue
            folded = folded or {fold(unit) for unit in units}
            if fold(row["unit"]) not in folded:
                yield (name, index, "unit"), fault("not_a_member", unit=row["unit"])


class Attendance(Document):
    """Minutes: the fields that these checks read stand in what is made from this."""

    @check("members_total", "present", "absent")
    def attendance_adds_up(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        present, absent, total = len(data["present"]), len(data["absent"]), data["members_total"]
        if present + absent != total:
            counts = {"present": present, "absent": absent, "sum": present + absent}
            yield "members_total", fault("attendance_total", total=total, **counts)
        elif not data.get("quorum_waived") and (on := self.law_day(data)):
            rule = quorum(on)
            if rule and not is_quorate(present, total, rule):
                counts = {"present": present, "total": total, "needed": least(total, rule)}
                yield "present", fault("no_quorum", **counts)

    @check("present", "absent")
    def each_once(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        yield from same_persons(data["present"], "present")
        yield from same_persons(data["absent"], "absent")
        keys = {identity(item) for item in data["present"]}
        for index, item in enumerate(data["absent"]):
            if "name" in item and identity(item) in keys:
                yield ("absent", index, "name"), fault("present_and_absent", name=item["name"])
        if data.get("bloc") is not None:
            yield from duplicates(data["present"], "present", "unit")
            yield from duplicates(data["absent"], "absent", "unit")

    @check("chair", "secretary")
    def two_persons(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        chair, secretary = (data[name].get("name") for name in ("chair", "secretary"))
        if chair and secretary and fold(chair) == fold(secretary):
            yield ("secretary", "name"), fault("chair_is_secretary")

    @check("present", "guests", "secretary")
    def secretary_attends(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        # Secretaries often are staff and no members: those give their unit.
        secretary = data["secretary"]
        away = {fold(one["name"]) for one in data.get("absent", []) if "name" in one}
        if not secretary.get("unit") or fold(secretary.get("name", "")) in away:
            yield from stranger(attendees(data), ("secretary", "name"), secretary.get("name"))

    @check("present", "guests")
    def speakers_attend(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        known = attendees(data) | {fold((data.get("secretary") or {}).get("name") or "")}
        for name in ("reports", "discussion"):
            for index, speech in enumerate(data.get(name, [])):
                yield from stranger(known, (name, index, "speaker"), speech.get("speaker"))
        yield from stranger(known, ("chair", "name"), (data.get("chair") or {}).get("name"))
        for index, teller in enumerate(data.get("tellers", [])):
            yield from stranger(known, ("tellers", index, "name"), teller.get("name"))

    @advise()
    def absent_are_away(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        yield from namesakes(data["present"], data["absent"])
