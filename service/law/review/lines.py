"""The lines of a proposal's list: who is proposed for what, and where that stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from service.law.award_names import AWARDS, Award
from service.law.rows import Recipient
from service.vietnamese.text import fold

Path = tuple[str | int, ...]

RECIPIENTS: dict[str, Recipient] = {"collectives": "collective", "individuals": "individual"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line with a name and an award; its other parts may be faulty or missing.

    place: ("collectives", 0); subject: name and unit as they compare.
    """

    place: Path
    item: dict[str, Any]
    subject: tuple[str, str]

    @property
    def key(self) -> str:
        """The award, as a key of AWARDS."""
        return str(self.item["award"])

    @property
    def award(self) -> Award:
        return AWARDS[self.key]

    @property
    def recipient(self) -> Recipient:
        return RECIPIENTS[str(self.place[0])]

    def at(self, *names: str | int) -> Path:
        """The place of something in the line."""
        return (*self.place, *names)


def lines(data: Mapping[str, Any]) -> list[Line]:
    """The lines of `collectives`, then of `individuals`."""
    return [
        Line((name, index), item, subject(item))
        for name in RECIPIENTS
        for index, item in enumerate(data[name])
        if item.get("name") and item.get("award")
    ]


def subject(item: Mapping[str, Any]) -> tuple[str, str]:
    """Who it is, spelling folded: the same name in another unit is somebody else."""
    return fold(str(item.get("name") or "")), fold(str(item.get("unit") or ""))


def by_subject(listed: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of each who stands in more than one; namesakes are told by their day of birth."""
    grouped: dict[tuple[Any, ...], list[Line]] = {}
    for line in listed:
        grouped.setdefault((line.place[0], *line.subject), []).append(line)
    for group in grouped.values():
        if len(group) > 1:
            yield from _of_one_birth(group)


def _of_one_birth(group: list[Line]) -> Iterator[list[Line]]:
    born = {line.item.get("born") for line in group} - {None}
    if len(born) < 2:
        yield group
        return
    for day in born:
        same = [line for line in group if line.item.get("born") == day]
        if len(same) > 1:
            yield same
