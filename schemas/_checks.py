"""Checks that several documents declare, as generators of (place, fault)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from service.errors import Message, fault
from service.schema import Place, Schema, check
from service.vietnamese.text import fold


def duplicates(
    items: Sequence[Mapping[str, Any]], list_name: str, key: str
) -> Iterator[tuple[Place, Message]]:
    """A fault at each item of `list_name` whose `key` was used before (spelling folded)."""
    first: dict[str, int] = {}
    for index, item in enumerate(items):
        if (value := item.get(key)) is None:
            continue
        earlier = first.setdefault(fold(str(value)), index)
        if earlier != index:
            shown = fault("duplicate_entry", value=value, first=earlier + 1)
            yield (list_name, index, key), shown


def needed(
    data: Mapping[str, Any], names: Iterable[str], condition: str
) -> Iterator[tuple[Place, Message]]:
    """A fault at each of `names` that is absent or empty; `condition` says when it is needed."""
    for name in names:
        if data.get(name) in (None, []):
            yield name, fault("required_here", condition=condition)


def unused(
    data: Mapping[str, Any], names: Iterable[str], condition: str
) -> Iterator[tuple[Place, Message]]:
    """A fault at each of `names` that is given although the document would not print it."""
    for name in names:
        if data.get(name) not in (None, []):
            yield name, fault("not_used_here", condition=condition)


def ordered(start: str, end: str) -> Any:
    """A check that the moment or day `end` comes after `start`."""

    @check(start, end)
    def end_after_start(_: Schema, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        if data[end] <= data[start]:
            yield end, fault("end_before_start", start=data[start], end=data[end])

    return end_after_start
