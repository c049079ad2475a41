"""Sizes, weight, slant and capitals of letters against what a component asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from service.nd30.findings import LayoutFinding, finding
from service.nd30.parts.lines import Line
from service.nd30.reading.paragraph import Span
from service.nd30.rules import FACES, Face
from service.vietnamese.figures import figure

_HAIR = 0.05  # points
_FEW = 3  # letters in capitals that may be an abbreviation


def judge_face(
    rule: str, lines: Iterable[Line], component: str | None = None
) -> Iterator[LayoutFinding]:
    """A finding for each line whose letters are not as the component's are to be."""
    face = FACES[component or rule.removesuffix("_style")]
    for line in lines:
        faults = [*letter_faults(line.lettered, face), *_capitals(line, face)]
        if faults:
            yield finding(rule, "; ".join(faults), line)


def letter_faults(spans: Sequence[Span], face: Face) -> Iterator[str]:
    """What is wrong with size, weight and slant, in words."""
    wrong = {
        span.format.size
        for span in spans
        if not face.least - _HAIR <= span.format.size <= face.most + _HAIR
    }
    if wrong:
        yield f"cỡ chữ {sizes(wrong)}"
    yield from _switch([span.format.bold for span in spans], face.bold, "đậm")
    yield from _switch([span.format.italic for span in spans], face.italic, "nghiêng")


def _switch(seen: list[bool], wanted: bool | None, name: str) -> Iterator[str]:
    if wanted is None or all(each is wanted for each in seen):
        return
    partly = len(set(seen)) > 1
    yield (
        f"có chỗ {'không ' if wanted else ''}{name}"
        if partly
        else (f"không {name}" if wanted else f"chữ {name}")
    )


def _capitals(line: Line, face: Face) -> Iterator[str]:
    if face.capitals and not line.in_capitals:
        yield "không viết in hoa"
    elif face.capitals is False and line.in_capitals and len(line.letters) > _FEW:
        yield "viết in hoa"


def sizes(values: Iterable[float]) -> str:
    """12 và 13,5"""
    return " và ".join(points(value) for value in sorted(values))


def points(value: float) -> str:
    """A number of points, lines or millimetres as clerks write it: 13,5"""
    return figure(Decimal(str(round(value, 2))))
