"""What the checker says: findings, each with its rule, its place and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from service.errors import Severity
from service.nd30.parts.lines import Line
from service.nd30.reading.paragraph import Paragraph
from service.nd30.rules import RULES

_SHOWN = 60  # letters of a text's start
_MOST_PLACES = 20
_MOST_OF_A_RULE = 10


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands.

    part: "page", "header", "body", "table", "text_box" or "footer"; paragraph: among those with
    text of the main part, or of that header, from 1, None for what has no text; text: its start.
    """

    part: str
    paragraph: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class LayoutFinding:
    """One rule that a document breaks, in one or more places.

    found, expected, mend: Vietnamese, for clerks; places: the first ones, in reading order;
    count: of all places; article: of Nghị định 30/2020/NĐ-CP.
    """

    rule: str
    severity: Severity
    found: str
    expected: str
    article: str
    mend: str
    places: tuple[Place, ...]
    count: int = 1

    def as_dict(self) -> dict[str, Any]:
        """As JSON: {rule, severity, found, expected, article, mend, places: [{part …}], count}."""
        values = {name: getattr(self, name) for name in self.__slots__}
        places = [{name: getattr(each, name) for name in each.__slots__} for each in self.places]
        return {**values, "places": places}


def finding(
    rule: str,
    found: str,
    at: Line | Paragraph | Place | None = None,
    severity: Severity | None = None,
) -> LayoutFinding:
    """What was found, and where, against a rule of RULES; `at` None: the page."""
    broken = RULES[rule]
    return LayoutFinding(
        rule,
        severity or broken.severity,
        found,
        broken.says,
        broken.article,
        broken.mend,
        (_place(at),),
    )


def _place(at: Line | Paragraph | Place | None) -> Place:
    if at is None or isinstance(at, Place):
        return at or Place("page")
    paragraph = at.paragraph if isinstance(at, Line) else at
    text = " ".join(at.text.split())
    shown = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"
    return Place(_part(paragraph), paragraph.number or None, shown)


def _part(paragraph: Paragraph) -> str:
    if paragraph.box is not None:
        return "text_box"
    return "table" if paragraph.part == "body" and paragraph.cell else paragraph.part


def gathered(findings: Iterable[LayoutFinding]) -> tuple[LayoutFinding, ...]:
    """The same fault in several places as one finding; in the order of RULES.

    Of one rule no more than a few: what comes after them counts with the last.
    """
    kept: dict[str, dict[tuple[Severity, str], LayoutFinding]] = {rule: {} for rule in RULES}
    for each in findings:
        of_rule, key = kept[each.rule], (each.severity, each.found)
        if key not in of_rule and len(of_rule) == _MOST_OF_A_RULE:
            key = next(reversed(of_rule))
        known = of_rule.get(key)
        of_rule[key] = _joined(known, each) if known else each
    return tuple(each for of_rule in kept.values() for each in of_rule.values())


def _joined(known: LayoutFinding, more: LayoutFinding) -> LayoutFinding:
    places = known.places
    if len(places) < _MOST_PLACES and more.places[0] not in places:
        places = (*places, *more.places)
    return replace(known, places=places, count=known.count + more.count)
