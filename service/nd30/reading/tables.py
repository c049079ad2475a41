"""Tables: where cells stand, how wide they are inside, whether lines are drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from service.nd30.reading.paragraph import Cell
from service.nd30.reading.styles import StyleSheet
from service.nd30.reading.xml import Element, children, local, millimetres, number, value, w

_SIDES = ("left", "start", "right", "end")
_MAX_COLUMNS = 1_000


@dataclass(frozen=True, slots=True)
class Placed:
    """A w:tc with its place, and what the table's style says of letters and paragraphs in it."""

    element: Element
    cell: Cell
    levels: tuple[Any, Any]


def cells(table: Element, index: int, outer: Cell | None, sheet: StyleSheet) -> Iterator[Placed]:
    """The cells of a w:tbl, row by row."""
    properties = table.find(w("tblPr"))
    style = None if properties is None else value(properties.find(w("tblStyle")))
    grid = [millimetres(value(column, "w")) or 0 for column in _grid(table)]
    padding = _padding(properties, style, sheet)
    ruled = _ruled(table, properties, style, sheet)
    rows = list(inside(table, "tr"))
    for at, row in enumerate(rows):
        for tc, column, span, last in _row(row):
            width = _width(tc, grid[column : column + span], padding)
            place = Cell(index, at, column, width, ruled, outer)
            corners = _corners(properties, at, len(rows), column, last)
            yield Placed(tc, place, sheet.table_level(style, corners))


def inside(parent: Element, name: str) -> Iterator[Element]:
    """Children of a name, those within content controls and tracked insertions too."""
    for child in children(parent):
        if local(child) == name:
            yield child
        elif local(child) in ("sdt", "sdtContent", "customXml", "ins", "smartTag"):
            yield from inside(child, name)


def _grid(table: Element) -> Iterator[Element]:
    grid = table.find(w("tblGrid"))
    return children(grid)


def _row(row: Element) -> Iterator[tuple[Element, int, int, bool]]:
    """Each cell with its column, how many columns it spans, and whether it is the last."""
    properties = row.find(w("trPr"))
    before = None if properties is None else number(value(properties.find(w("gridBefore"))))
    column, found = max(int(before or 0), 0), list(inside(row, "tc"))
    for tc in found:
        tcpr = tc.find(w("tcPr"))
        told = None if tcpr is None else number(value(tcpr.find(w("gridSpan"))))
        span = min(max(int(told or 1), 1), _MAX_COLUMNS)
        yield tc, column, span, tc is found[-1]
        column += span


def _width(tc: Element, grid: list[float], padding: float) -> float:
    """Room for text."""
    tcpr = tc.find(w("tcPr"))
    told = None if tcpr is None else tcpr.find(w("tcW"))
    width = sum(grid)
    if told is not None and value(told, "type") in (None, "dxa"):
        width = millimetres(value(told, "w")) or width
    own = None if tcpr is None else tcpr.find(w("tcMar"))
    return max(width - (padding if own is None else _sides(own)), 0)


def _padding(properties: Element | None, style: str | None, sheet: StyleSheet) -> float:
    """Left and right together."""
    own = None if properties is None else properties.find(w("tblCellMar"))
    if own is not None:
        return _sides(own)
    for each in reversed(sheet.chain(style, "table")):
        margins = each.element.find(f"{w('tblPr')}/{w('tblCellMar')}")
        if margins is not None:
            return _sides(margins)
    return 0


def _sides(margins: Element) -> float:
    return sum(
        millimetres(value(side, "w")) or 0 for side in children(margins) if local(side) in _SIDES
    )


def _ruled(
    table: Element, properties: Element | None, style: str | None, sheet: StyleSheet
) -> bool:
    """Whether lines are drawn: by the table, by its style, or by its cells."""
    held = (tc for row in inside(table, "tr") for tc in inside(row, "tc"))
    told = [tc.find(f"{w('tcPr')}/{w('tcBorders')}") for tc in held]
    if told and None not in told:
        return any(_drawn(borders) for borders in told)
    own = None if properties is None else properties.find(w("tblBorders"))
    if own is None:
        styles = [each.element for each in reversed(sheet.chain(style, "table"))]
        of_styles = (each.find(f"{w('tblPr')}/{w('tblBorders')}") for each in styles)
        own = next((borders for borders in of_styles if borders is not None), None)
    return _drawn(own) or any(_drawn(borders) for borders in told)


def _drawn(borders: Element | None) -> bool:
    return any(
        value(side) not in (None, "nil", "none")
        and (value(side, "color") or "").upper() != "FFFFFF"
        for side in children(borders)
    )


def _corners(
    properties: Element | None, row: int, rows: int, column: int, last: bool
) -> frozenset[str]:
    """The conditional formats that hold for a cell, by the table's w:tblLook."""
    look = None if properties is None else properties.find(w("tblLook"))
    places = (
        ("firstRow", row == 0, 0x0020),
        ("lastRow", row == rows - 1, 0x0040),
        ("firstColumn", column == 0, 0x0080),
        ("lastColumn", last, 0x0100),
    )
    return frozenset(
        name.replace("Column", "Col")
        for name, here, bit in places
        if here and look is not None and _looks(look, name, bit)
    )


def _looks(look: Element, name: str, bit: int) -> bool:
    told = value(look, name)
    if told is not None:
        return told.lower() not in ("0", "false", "off")
    try:
        return bool(int(value(look) or "0", 16) & bit)
    except ValueError:
        return False
