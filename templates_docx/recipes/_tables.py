"""What the recipes set on tables, rows and cells."""

from __future__ import annotations

from dataclasses import dataclass

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from docx.table import Table, _Cell, _Row


@dataclass(frozen=True, slots=True)
class Foot:
    """A last row of a ruled table: a label across all columns but the last, and the value there.

    shown_when: a condition, "" for always; stays: whether it is kept with the row below.
    """

    label: str
    value: str
    shown_when: str = ""
    stays: bool = False


def add_foot(table: Table, foot: Foot) -> None:
    if foot.shown_when:
        _add_tag(table, f"if {foot.shown_when}")
    row = table.add_row()
    keep_whole(row)
    fill(
        row.cells[0].merge(row.cells[-2]),
        "Ô bảng giữa nối" if foot.stays else "Ô bảng giữa",
        foot.label,
    )
    fill(row.cells[-1], "Ô bảng giữa", foot.value)
    if foot.shown_when:
        _add_tag(table, "endif")


def _add_tag(table: Table, code: str) -> None:
    row = table.add_row()
    keep_whole(row)
    fill(row.cells[0], "Lệnh mẫu", f"{{%tr {code} %}}")


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
