"""numbering.xml: the numbers that Word writes before paragraphs, and their indents."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from service.nd30.reading.package import Package
from service.nd30.reading.properties import Properties, paragraph_properties
from service.nd30.reading.xml import Element, children, local, number, value, w
from service.vietnamese.figures import roman

_LEVELS = 9
_HYPHENS = "-–—\u2212\uf02d"
_SLOT = re.compile(r"%([1-9])")
_MAX_NUMBER = 3_000
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    text: str
    start: int
    paragraph: Properties
    style: str | None


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph's place in a list: its label, as Word shows it, and what the list says of it."""

    label: str
    paragraph: Mapping[str, Any]


class Numbering:
    """The lists of a document. Labels count up as they are asked for, in the order of the text."""

    def __init__(self, package: Package) -> None:
        root = package.related("numbering")
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, tuple[str, dict[int, _Level]]] = {}
        self._restarts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, list[int | None]] = defaultdict(lambda: [None] * _LEVELS)
        for child in children(root):
            if local(child) == "abstractNum":
                self._abstract[value(child, "abstractNumId") or ""] = _levels(child)
            elif local(child) == "num":
                self._take_list(child)

    def _take_list(self, element: Element) -> None:
        abstract = value(element.find(w("abstractNumId"))) or ""
        levels, identity = dict(self._abstract.get(abstract, {})), value(element, "numId") or ""
        for override in element.iterchildren(w("lvlOverride")):
            levels.update(_levels(override))
            start = number(value(override.find(w("startOverride"))))
            depth = number(value(override, "ilvl"))
            if start is not None and depth is not None:
                self._restarts[identity, int(depth)] = int(start)
        self._lists[identity] = (abstract, levels)

    def item(self, num: str | None, level: str | None, style: str) -> Item | None:
        """The next item of a list; level: None when a style chose the list."""
        if num not in self._lists:
            return None
        abstract, levels = self._lists[num]
        depth = _depth(level, levels, style)
        if depth not in levels:
            return None
        restart = self._restarts.pop((num, depth), None)
        self._count(self._counts[abstract], depth, levels[depth].start, restart)
        return Item(self._label(abstract, depth, levels), levels[depth].paragraph)

    def _count(self, counts: list[int | None], depth: int, start: int, restart: int | None) -> None:
        before = counts[depth]
        first = before is None or restart is not None
        counts[depth] = (start if restart is None else restart) if first else (before or 0) + 1
        counts[depth + 1 :] = [None] * (_LEVELS - depth - 1)

    def _label(self, abstract: str, depth: int, levels: dict[int, _Level]) -> str:
        here = levels[depth]
        if here.format == "bullet":
            return "-" if here.text in _HYPHENS else "+" if here.text == "+" else "•"
        counts = self._counts[abstract]

        def shown(slot: re.Match[str]) -> str:
            index = int(slot[1]) - 1
            level = levels.get(index)
            if level is None:
                return ""
            count = counts[index]
            return _number(level.start if count is None else count, level.format)

        return _SLOT.sub(shown, here.text)


def _depth(level: str | None, levels: dict[int, _Level], style: str) -> int:
    if level is None:
        return next((depth for depth, each in levels.items() if each.style == style), 0)
    depth = number(level)
    return int(depth) if depth is not None and 0 <= depth < _LEVELS else 0


def _levels(parent: Element) -> dict[int, _Level]:
    found = {}
    for element in parent.iterchildren(w("lvl")):
        depth = number(value(element, "ilvl"))
        if depth is not None and 0 <= depth < _LEVELS:
            found[int(depth)] = _level(element)
    return found


def _level(element: Element) -> _Level:
    start = number(value(element.find(w("start"))))
    return _Level(
        format=value(element.find(w("numFmt"))) or "decimal",
        text=(value(element.find(w("lvlText"))) or "")[:_LONGEST],
        start=int(start) if start is not None else 1,
        paragraph=paragraph_properties(element.find(w("pPr"))),
        style=value(element.find(w("pStyle"))),
    )


def _number(count: int, form: str) -> str:
    if not 0 < count < _MAX_NUMBER:
        return str(count)
    return _FORMS.get(form, str)(count)


def _letter(count: int) -> str:
    rounds, rest = divmod(count - 1, 26)
    return chr(ord("a") + rest) * (rounds + 1)


_FORMS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimalZero": lambda count: f"{count:02d}",
    "upperRoman": roman,
    "lowerRoman": lambda count: roman(count).lower(),
    "upperLetter": lambda count: _letter(count).upper(),
    "lowerLetter": _letter,
}
