"""w:rPr and w:pPr as plain dictionaries: what one level of formatting says, and only that."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from service.nd30.reading.formats import Spacing, TabStop
from service.nd30.reading.xml import (
    Element,
    children,
    is_on,
    millimetres,
    number,
    points,
    value,
    w,
)

Properties = dict[str, Any]
Fonts = dict[str, str]  # "major", "minor" -> typeface of the theme

# ISO/IEC 29500-1, 17.7.3: between styles these cancel each other out.
TOGGLES = ("bold", "italic", "caps", "hidden")

_ALIGN = {
    "both": "both",
    "distribute": "both",
    "center": "center",
    "right": "right",
    "end": "right",
}
_AUTO_GAP = 14.0  # what Word makes of "auto" space before and after
_LINE = 12.0  # points of a line where space is told in lines


def run_properties(rpr: Element | None, theme: Fonts) -> Properties:
    """Keys of RunFormat, and "caps", "hidden"."""
    said: Properties = {}
    for child in children(rpr):
        if child.tag == _FONTS:
            _fonts(child, said, theme)
        elif read := _RUN.get(child.tag):
            read(child, said)
    return said


def _fonts(element: Element, said: Properties, theme: Fonts) -> None:
    for slot, name in (("ascii", "ascii_font"), ("hAnsi", "other_font")):
        themed, plain = value(element, f"{slot}Theme"), value(element, slot)
        font = theme.get("major" if themed.startswith("major") else "minor") if themed else plain
        if font:
            # LibreOffice writes a list: the first is the font, the others stand in for it.
            said[name] = font.split(";")[0].strip()


def _size(element: Element, said: Properties) -> None:
    size = points(value(element), per_unit=0.5)
    if size:
        said["size"] = size


def _colour(element: Element, said: Properties) -> None:
    said["colour"] = (value(element) or "AUTO").upper()


def _underline(element: Element, said: Properties) -> None:
    said["underlined"] = value(element) not in (None, "none")


def _raised(element: Element, said: Properties) -> None:
    said["raised"] = value(element) in ("superscript", "subscript")


def _style(element: Element, said: Properties) -> None:
    said["style"] = value(element)


def _switch(name: str) -> Callable[[Element, Properties], None]:
    def read(element: Element, said: Properties) -> None:
        said[name] = is_on(element)

    return read


_FONTS = w("rFonts")
_RUN: dict[str, Callable[[Element, Properties], None]] = {
    w("sz"): _size,
    w("color"): _colour,
    w("u"): _underline,
    w("vertAlign"): _raised,
    w("rStyle"): _style,
    w("b"): _switch("bold"),
    w("i"): _switch("italic"),
    w("caps"): _switch("caps"),
    w("vanish"): _switch("hidden"),
}


def paragraph_properties(ppr: Element | None) -> Properties:
    """Keys of ParagraphFormat, and "num", "level"; lengths in characters as ("chars", n)."""
    said: Properties = {}
    for child in children(ppr):
        if read := _PARAGRAPH.get(child.tag):
            read(child, said)
    return said


def _justification(element: Element, said: Properties) -> None:
    said["align"] = _ALIGN.get(value(element) or "", "left")


def _indents(element: Element, said: Properties) -> None:
    for key, names in (("left", ("left", "start")), ("right", ("right", "end"))):
        for name in names:
            _put_length(said, key, value(element, f"{name}Chars"), value(element, name), 1)
    for name, sign in (("firstLine", 1), ("hanging", -1)):
        _put_length(said, "first", value(element, f"{name}Chars"), value(element, name), sign)


def _put_length(
    said: Properties, key: str, chars: str | None, length: str | None, sign: int
) -> None:
    """Characters go before millimetres, unless there are none."""
    count, plain = number(chars), millimetres(length)
    if count:
        said[key] = ("chars", sign * count / 100)
    elif plain is not None:
        said[key] = sign * plain


def _spacing(element: Element, said: Properties) -> None:
    for side in ("before", "after"):
        gap = _gap(element, side)
        if gap is not None:
            said[side] = gap
    if (height := number(value(element, "line"))) is not None:
        rule = value(element, "lineRule") or "auto"
        said["spacing"] = Spacing(rule, height / (240 if rule == "auto" else 20))


def _gap(element: Element, side: str) -> float | None:
    """Points; "auto" goes before lines, lines before points."""
    auto, lines = value(element, f"{side}Autospacing"), number(value(element, f"{side}Lines"))
    if auto is not None and auto.lower() not in ("0", "false", "off"):
        return _AUTO_GAP
    return lines / 100 * _LINE if lines else points(value(element, side), per_unit=0.05)


def _tabs(element: Element, said: Properties) -> None:
    stops = []
    for child in children(element):
        position = millimetres(value(child, "pos"))
        if position is not None:
            stops.append(TabStop(round(position, 2), value(child) or "left"))
    said["tabs"] = tuple(stops)


def _borders(element: Element, said: Properties) -> None:
    for child in children(element):
        kind = {w("top"): "line_above", w("bottom"): "line_below"}.get(child.tag)
        if kind:
            said[kind] = value(child) not in (None, "nil", "none")


def _numbering(element: Element, said: Properties) -> None:
    for child in children(element):
        key = {w("numId"): "num", w("ilvl"): "level"}.get(child.tag)
        if key:
            said[key] = value(child)


def _frame(element: Element, said: Properties) -> None:
    said["framed"] = value(element, "xAlign") or "left"


def _paragraph_style(element: Element, said: Properties) -> None:
    said["style"] = value(element)


def _contextual(element: Element, said: Properties) -> None:
    said["contextual"] = is_on(element)


def _page_break(element: Element, said: Properties) -> None:
    said["page_break"] = is_on(element)


_PARAGRAPH: dict[str, Callable[[Element, Properties], None]] = {
    w("jc"): _justification,
    w("ind"): _indents,
    w("spacing"): _spacing,
    w("tabs"): _tabs,
    w("pBdr"): _borders,
    w("numPr"): _numbering,
    w("framePr"): _frame,
    w("pStyle"): _paragraph_style,
    w("contextualSpacing"): _contextual,
    w("pageBreakBefore"): _page_break,
}


def merged_tabs(*levels: tuple[TabStop, ...]) -> tuple[TabStop, ...]:
    """Tab stops add up from level to level; "clear" takes one away. Sorted by position."""
    stops: dict[float, TabStop] = {}
    for stop in (stop for level in levels for stop in level):
        if stop.kind == "clear":
            stops.pop(stop.position, None)
        else:
            stops[stop.position] = stop
    return tuple(stops[position] for position in sorted(stops))
