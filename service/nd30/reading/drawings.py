"""What is drawn in a paragraph: line shapes, and the text boxes among the shapes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from service.nd30.reading.xml import MM_PER_EMU, Element, children, local, millimetres, w

# Presets of DrawingML and types of VML (20: line, 32: straight connector).
_LINE_PRESETS = {"line", "straightConnector1"}
_LINE_TYPES = {"#_x0000_t20", "#_x0000_t32"}
_BOX = w("txbxContent")
_FLAT, _SHORTEST = 2.0, 5.0  # millimetres: what lies flatter and is longer is a horizontal rule
_MM_PER_POINT = 25.4 / 72
_FROM_TO = re.compile(r"\s*(-?[\d.]{1,9}(?:[a-z]{2})?)\s*,\s*(-?[\d.]{1,9}(?:[a-z]{2})?)\s*")


@dataclass(frozen=True, slots=True)
class LineShape:
    """A horizontal line; millimetres; offset: from the left of its column, when told."""

    length: float | None
    offset: float | None


def seen(element: Element) -> Iterator[Element]:
    """All below an element, of alternatives the first; what is in a text box is left out."""
    stack = [element]
    while stack:
        here = stack.pop()
        yield here
        if here.tag != _BOX:
            stack.extend(reversed(list(alternatives(here))))


def alternatives(element: Element) -> Iterator[Element]:
    """Child elements; of mc:AlternateContent only the first choice, or the fallback."""
    offered = list(children(element))
    yield from offered[:1] if local(element) == "AlternateContent" else offered


def boxes(drawing: Element) -> Iterator[Element]:
    """Each w:txbxContent."""
    return (each for each in seen(drawing) if each.tag == _BOX)


def lines(drawing: Element) -> Iterator[LineShape]:
    """Each horizontal line of a w:drawing or w:pict."""
    for each in seen(drawing):
        name = local(each)
        if name in ("anchor", "inline"):
            yield from _drawn(each)
        elif name == "line":
            yield from _from_to(each)
        elif name in ("shape", "rect") and (name == "rect" or each.get("type") in _LINE_TYPES):
            yield from _styled(each)


def _drawn(holder: Element) -> Iterator[LineShape]:
    """DrawingML: a line by its preset, or any shape that is as flat as one."""
    extent = next((each for each in children(holder) if local(each) == "extent"), None)
    if extent is None:
        return
    across, down = _emu(extent.get("cx")), _emu(extent.get("cy"))
    presets = {each.get("prst") for each in seen(holder) if local(each) == "prstGeom"}
    if across is None or down is None or across < _SHORTEST:
        return
    if down < _FLAT / 4 or (down <= _FLAT and presets & _LINE_PRESETS):
        yield LineShape(across, _offset(holder))


def _emu(text: str | None) -> float | None:
    return millimetres(text, MM_PER_EMU)


def _offset(holder: Element) -> float | None:
    for each in children(holder):
        if local(each) == "positionH" and each.get("relativeFrom") in ("column", "margin"):
            told = next((item for item in children(each) if local(item) == "posOffset"), None)
            return None if told is None else _emu(told.text)
    return None


def _from_to(line: Element) -> Iterator[LineShape]:
    """VML: v:line from="0,1pt" to="100pt,1pt"."""
    start, end = (_FROM_TO.fullmatch(line.get(key, "")) for key in ("from", "to"))
    if not start or not end:
        return
    x0, y0 = (millimetres(part, _MM_PER_POINT) for part in start.groups())
    x1, y1 = (millimetres(part, _MM_PER_POINT) for part in end.groups())
    told = None not in (x0, x1, y0, y1)
    if told and abs((y1 or 0) - (y0 or 0)) <= _FLAT and abs((x1 or 0) - (x0 or 0)) >= _SHORTEST:
        yield LineShape(abs((x1 or 0) - (x0 or 0)), x0)


def _styled(shape: Element) -> Iterator[LineShape]:
    """VML: style="position:absolute;margin-left:10pt;width:150pt;height:0"."""
    pairs = (item.partition(":") for item in shape.get("style", "").split(";"))
    style = {key.strip(): text.strip() for key, _, text in pairs}
    across, down = (_length(style.get(key)) for key in ("width", "height"))
    if across is not None and across >= _SHORTEST and (down or 0) <= _FLAT / 4:
        yield LineShape(across, _length(style.get("margin-left")))


def _length(text: str | None) -> float | None:
    return millimetres(text, _MM_PER_POINT)
