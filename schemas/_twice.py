"""Whether a proposal lists somebody twice for one award, or perhaps two of one name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from service.errors import Message, fault, register
from service.schema import Place
from service.vietnamese.text import fold

register(
    {
        "proposed_twice": (
            "“{name}” đã được đề nghị hình thức này ở mục {first}: hãy bỏ một dòng; nếu là hai "
            "người, hãy ghi ngày sinh của cả hai."
        )
    }
)
register(
    {
        "perhaps_proposed_twice": (
            "“{name}” cùng tên, cùng đơn vị đã được đề nghị hình thức này ở mục {first}: nếu là "
            "hai người, hãy ghi ngày sinh của cả hai; nếu là một người, hãy bỏ một dòng."
        )
    },
    "warning",
)

LISTS = ("collectives", "individuals")
Item = Mapping[str, Any]
_SAME = ("name", "unit", "award", "grantor")


def faults(data: Mapping[str, Any]) -> Iterator[tuple[Place, Message]]:
    """Lines alike in their award, name and unit, and in birth or, where not given, in post."""
    for name in LISTS:
        for group in _alike(data[name]):
            yield from _surely_one(name, group)


def advice(data: Mapping[str, Any]) -> Iterator[tuple[Place, Message]]:
    """People of one name and unit whom no days of birth tell apart."""
    for group in _alike(data["individuals"]):
        (first, earliest), *later = group
        for index, item in later:
            if not (item["born"] and earliest["born"]) and _person(item) != _person(earliest):
                yield _told("perhaps_proposed_twice", "individuals", index, item, first)


def _alike(items: list[dict[str, Any]]) -> list[list[tuple[int, Item]]]:
    groups: dict[tuple[str, ...], list[tuple[int, Item]]] = {}
    for index, item in enumerate(items):
        if item.get("name"):
            who = tuple(fold(str(item.get(key) or "")) for key in _SAME)
            groups.setdefault(who, []).append((index, item))
    return [group for group in groups.values() if len(group) > 1]


def _surely_one(name: str, group: list[tuple[int, Item]]) -> Iterator[tuple[Place, Message]]:
    first: dict[tuple[str, str], int] = {}
    for index, item in group:
        earlier = first.setdefault(_person(item), index)
        if earlier != index:
            yield _told("proposed_twice", name, index, item, earlier)


def _person(item: Item) -> tuple[str, str]:
    """The day of birth tells people apart; the post only where there is none."""
    born = item.get("born")
    return (str(born), "") if born else ("", fold(item.get("post") or ""))


def _told(code: str, name: str, index: int, item: Item, first: int) -> tuple[Place, Message]:
    return (name, index, "name"), fault(code, name=item["name"], first=first + 1)
