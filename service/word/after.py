"""What docxtpl does to a part after filling it, for the templates that ask for it alone."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from typing import Any

from docxtpl import DocxTemplate
from lxml import etree

from service.word.survey import Survey
from service.word.tags import W

Step = Callable[[bytes], bytes]

_DOCXTPL = DocxTemplate(None)
_BARE_BREAK = re.compile(r"<w:t(?: [^>]*)?>[^<]*[\n\t]")
_DRAWING_ID = re.compile(rb'(<wp:docPr\b[^>]*? id=")[^"]*')
_FIRST_DRAWING_ID = 1001
_TOLD_BY_A_TAG = -(10**6)  # makes a row of no width that a grid can have
_NO_ROWS = b"</w:tblGrid></w:tbl>"


def steps(survey: Survey) -> Iterator[Step]:
    """The steps that a part may need, from UTF-8 to UTF-8, in docxtpl's order."""
    if _BARE_BREAK.search(survey.xml) or any(printed.spot.is_loose for printed in survey.printed):
        yield resolve_breaks
    if "<w:body" in survey.xml:
        yield from _table_steps(survey)
        if "<wp:docPr" in survey.xml:
            yield number_drawings


def _table_steps(survey: Survey) -> Iterator[Step]:
    tables = list(etree.fromstring(survey.xml.encode()).iter(f"{W}tbl"))
    if any(table.find(f"{W}tblGrid") is None for table in tables):
        return  # docxtpl cannot fit these; Word counts their columns by itself
    if any(survey.varied("w:tr")) or not all(map(_fills_its_grid, tables)):
        yield fit_grids
    elif _NO_ROWS in survey.without(survey.varied("w:tbl")).encode():
        yield fit_empty_grids


def _fills_its_grid(table: Any) -> bool:
    columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
    return all(_width(row) == columns for row in table.iter(f"{W}tr"))


def _width(row: Any) -> int:
    return sum(map(_span, row.findall(f"{W}tc")))


def _span(cell: Any) -> int:
    """The columns that a cell takes."""
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    if span is None:
        return 1
    columns = span.get(f"{W}val", "")
    return int(columns) if columns.isdecimal() else _TOLD_BY_A_TAG


def resolve_breaks(xml: bytes) -> bytes:
    """Line breaks and tabs that stand in text as they are, written as Word does."""
    resolved: str = _DOCXTPL.resolve_listing(xml.decode())
    return resolved.encode()


def fit_grids(xml: bytes) -> bytes:
    """As many grid columns in each table as its rows have cells."""
    return etree.tostring(_DOCXTPL.fix_tables(xml), encoding="UTF-8", xml_declaration=False)


def fit_empty_grids(xml: bytes) -> bytes:
    """The same, when a table has been left without rows."""
    return fit_grids(xml) if _NO_ROWS in xml else xml


def number_drawings(xml: bytes) -> bytes:
    """Drawings numbered on, so that none bears another's id."""
    numbers = itertools.count(_FIRST_DRAWING_ID)
    return _DRAWING_ID.sub(lambda found: b"%s%d" % (found[1], next(numbers)), xml)
