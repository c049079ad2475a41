"""Who came to a meeting and who did not: the same people, speakers and members by their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from schemas._parts import Person, Signer
from service.errors import Message, fault, register
from service.fields import Flag, Part, Text
from service.schema import Place
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
            "Có mặt {present}/{total} thành viên, chưa đủ {needed}: cuộc họp không đủ điều kiện. "
            "Nếu quy chế riêng quy định khác thì khai ở “Quy chế riêng không đòi hai phần ba có "
            "mặt”."
        ),
    }
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


def attendees(data: dict[str, Any]) -> set[str]:
    people = [*data["present"], *data["guests"], data.get("secretary") or {}]
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
