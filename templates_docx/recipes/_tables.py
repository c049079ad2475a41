"""What the recipes set on tables, rows and cells."""

from __future__ import annotations

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from docx.table import Table, _Cell, _Row


def fill(cell: _Cell, style: str, text: str) -> None:
    cell.paragraphs[0].style = style
    cell.paragraphs[0].add_run(text)


def pad(table: Table, padding: float) -> None:
    # Said in the table itself: LibreOffice pads the cells of a table without a style.
    twips = Mm(padding).twips
    sides = "".join(f'<w:{side} w:w="{twips}" w:type="dxa"/>' for side in ("left", "right"))
    margins = parse_xml(f"<w:tblCellMar {nsdecls('w')}>{sides}</w:tblCellMar>")
    table._tbl.tblPr.find(qn("w:tblLayout")).addnext(margins)


def keep_whole(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def repeat(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
