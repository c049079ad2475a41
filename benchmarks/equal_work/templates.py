"""An outline as a .docx template in an engine's tags, on the project's slim skeleton."""

from __future__ import annotations

import io
from collections.abc import Sequence

from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from benchmarks.equal_work.dialects import Dialect
from benchmarks.equal_work.outline import Columns, Grid, Line, Loop, Outline, Piece
from templates_docx.recipes._flow import Flow, new_page


def template(outline: Outline, dialect: Dialect) -> bytes:
    """The template: its members deflated, which the npm engines then need not do again."""
    page = new_page()
    for piece in outline.pieces:
        _add(page, dialect, piece)
    section = page.document.sections[0]
    _write(section.header.paragraphs[0], outline.header, dialect)
    _write(section.footer.paragraphs[0], outline.footer, dialect)
    buffer = io.BytesIO()
    page.document.save(buffer)
    return buffer.getvalue()


def _add(page: Flow, dialect: Dialect, piece: Piece) -> None:
    match piece:
        case Line():
            _add_line(page, dialect, piece)
        case Loop():
            for text in dialect.each(piece.key, "text"):
                page.paragraph(piece.style, text)
        case Grid():
            _add_grid(page, dialect, piece)
        case Columns():
            _add_columns(page, dialect, piece)


def _add_line(page: Flow, dialect: Dialect, line: Line) -> None:
    text = _text(line, dialect)
    for paragraph in dialect.when(line.condition, text) if line.condition else [text]:
        page.paragraph(line.style, paragraph)


def _text(line: Line, dialect: Dialect) -> str:
    return line.fixed + (dialect.value(line.key) if line.key else "")


def _add_grid(page: Flow, dialect: Dialect, grid: Grid) -> None:
    names = [f"c{index + 1}" for index in range(len(grid.styles))]
    rows = dialect.rows(grid.key, names)
    table: Table = page.document.add_table(1 + len(rows), len(names), style="Bảng kẻ")
    _fill_row(table.row_cells(0), grid.headings, ["Đầu bảng"] * len(names))
    for index, row in enumerate(rows, 1):
        _fill_row(table.row_cells(index), row, grid.styles)


def _fill_row(cells: list[_Cell], texts: Sequence[str], styles: Sequence[str]) -> None:
    for cell, text, style in zip(cells, texts, styles, strict=False):
        cell.paragraphs[0].style = style
        cell.paragraphs[0].add_run(text)


def _add_columns(page: Flow, dialect: Dialect, columns: Columns) -> None:
    table: Table = page.document.add_table(len(columns.rows), len(columns.rows[0]))
    for index, row in enumerate(columns.rows):
        for cell, lines in zip(table.row_cells(index), row, strict=True):
            _fill(cell, lines, dialect)


def _fill(cell: _Cell, lines: Sequence[Line], dialect: Dialect) -> None:
    _write(cell.paragraphs[0], lines[0], dialect)
    for line in lines[1:]:
        _write(cell.add_paragraph(), line, dialect)


def _write(paragraph: Paragraph, line: Line, dialect: Dialect) -> None:
    paragraph.style = line.style
    paragraph.add_run(_text(line, dialect))
