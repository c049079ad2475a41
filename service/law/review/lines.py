"""The lines of a proposal's list: who is proposed for what, and where that stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from service.law.award_names import AWARDS, Award
from service.law.review import Path
from service.law.rows import Recipient
from service.vietnamese.text import fold

RECIPIENTS: dict[str, Recipient] = {"collectives": "collective", "individuals": "individual"}


# Luật Thi đua, khen thưởng 2022, Điều 22 and 26: titles whose bare name is that of a lower one too.
_OF_LEVEL = {"provincial_emulation_fighter", "emulation_flag"}


def title(award: str) -> str:
    """“Lao động tiên tiến”, Chiến sĩ thi đua của bộ, ban, ngành, tỉnh, Bằng khen."""
    named = AWARDS[award]
    if award in _OF_LEVEL:
        return f"{named.name} của bộ, ban, ngành, tỉnh"
    return f"“{named.name}”" if named.is_title else named.name


@dataclass(frozen=True, slots=True)
class Line:
    """A line with a name and an award; its other parts may be faulty or missing.

    place: ("collectives", 0).
    """

    place: Path
    item: dict[str, Any]

    @property
    def subject(self) -> tuple[str, str]:
        """Who it is, spelling folded: the same name in another unit is somebody else."""
        return fold(self.item["name"]), fold(self.item.get("unit") or "")

    @property
    def key(self) -> str:
        """The award, as a key of AWARDS."""
        return str(self.item["award"])

    @property
    def award(self) -> Award:
        return AWARDS[self.key]

    @property
    def title(self) -> str:
        """The award's name with the level of those who grant it."""
        return title(self.key)

    @property
    def recipient(self) -> Recipient:
        return RECIPIENTS[str(self.place[0])]

    def at(self, *names: str | int) -> Path:
        """The place of something in the line."""
        return (*self.place, *names)


def lines(data: Mapping[str, Any]) -> list[Line]:
    """The lines of `collectives`, then of `individuals`."""
    return [
        Line((name, index), item)
        for name in RECIPIENTS
        for index, item in enumerate(data[name])
        if item.get("name") and item.get("award")
    ]


def by_subject(listed: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of each who stands in more than one; namesakes are told by their day of birth."""
    # Names first: most stand once, and comparing their units costs as much again.
    for namesakes in _grouped(listed, lambda line: (line.place[0], fold(line.item["name"]))):
        for group in _grouped(namesakes, lambda line: line.subject):
            yield from _of_one_birth(group)


def _grouped(listed: Iterable[Line], key: Callable[[Line], Any]) -> list[list[Line]]:
    groups: dict[Any, list[Line]] = {}
    for line in listed:
        groups.setdefault(key(line), []).append(line)
    return [group for group in groups.values() if len(group) > 1]


def _of_one_birth(group: list[Line]) -> list[list[Line]]:
    """Who gives no day of birth may be any of them: only two days tell people apart."""
    born = {line.item.get("born") for line in group} - {None}
    if len(born) < 2:
        return [group]
    return _grouped(
        (line for line in group if line.item.get("born")), lambda line: line.item["born"]
    )
