"""A finished document as a list of what stands in it: fixed words, expressions, loops, tables."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

import docx
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

# What a template says itself; all else comes from data.
_FIXED = {
    *("Quốc hiệu", "Tiêu ngữ", "Tên loại", "Đề mục", "Tên bảng", "Đầu bảng"),
    *("Từ Nơi nhận", "Phụ lục", "Tên phụ lục"),
}
_LEAD = "Nội dung nối"
_RULED = "Bảng kẻ"
_LABEL = re.compile(r"[^:]{1,80}: ")
_BULLET = re.compile(r"(- |\d+\. )?")
_LOOPS = 2
_CONDITIONS = 2


@dataclass(frozen=True)
class Line:
    """A paragraph: fixed words, then an expression; shown if a condition holds, when it has one."""

    style: str
    fixed: str
    key: str = ""
    condition: str = ""


@dataclass(frozen=True)
class Loop:
    """A paragraph for each item of a list, which holds `text`."""

    style: str
    key: str


@dataclass(frozen=True)
class Grid:
    """A ruled table: headings, then a row for each item of a list, which holds c1, c2 …"""

    headings: Sequence[str]
    styles: Sequence[str]
    key: str


@dataclass(frozen=True)
class Columns:
    """A table without lines; each cell holds lines."""

    rows: Sequence[Sequence[Sequence[Line]]]


Piece = Line | Loop | Grid | Columns


@dataclass
class Outline:
    """Pieces, top to bottom, the words that fill them, and the words of header and footer."""

    pieces: list[Piece] = field(default_factory=list)
    words: dict[str, Any] = field(default_factory=dict)
    header: Line = field(init=False)
    footer: Line = field(init=False)

    def add(self, value: Any) -> str:
        """The key of a value."""
        key = f"{'list' if isinstance(value, list) else 'text'}{len(self.words) + 1}"
        self.words[key] = value
        return key

    def line(self, style: str, text: str) -> Line:
        """The label of a line is fixed, what follows it is data."""
        if style in _FIXED or not text:
            return Line(style, text)
        label = _LABEL.match(text)
        fixed = label[0] if label else ""
        return Line(style, fixed, self.add(text[len(fixed) :]))

    def expressions(self) -> int:
        """How many the template holds."""
        flags = sum(isinstance(value, bool) for value in self.words.values())
        cells = sum(len(piece.styles) - 1 for piece in self.pieces if isinstance(piece, Grid))
        return len(self.words) - flags + cells


def outline(document: bytes) -> Outline:
    """The outline of a finished document; empty paragraphs and page breaks are left out."""
    made, blocks = Outline(), list(_blocks(document))
    longest = sorted(blocks, key=lambda block: len(block) if isinstance(block, list) else 0)
    loops = [block for block in longest[-_LOOPS:] if isinstance(block, list)]
    for block in blocks:
        if isinstance(block, Table):
            made.pieces.append(_table(made, block))
        elif block in loops:
            items = [{"text": paragraph.text} for paragraph in block]
            made.pieces.append(Loop(_style(block[0]), made.add(items)))
        else:
            made.pieces += [made.line(_style(paragraph), paragraph.text) for paragraph in block]
    _add_conditions(made)
    first, second = [words for words in made.words.values() if isinstance(words, str)][:2]
    made.header = made.line("Số trang", f"Đầu trang: {first}")
    made.footer = made.line("Số trang", f"Chân trang: {second}")
    return made


def _blocks(document: bytes) -> Iterator[Table | list[Paragraph]]:
    """Tables, and runs of paragraphs of one style that begin alike."""
    content = docx.Document(io.BytesIO(document)).iter_inner_content()
    shown = [block for block in content if isinstance(block, Table) or block.text]
    for _, run in groupby(shown, key=_alike):
        blocks = list(run)
        if isinstance(blocks[0], Table):
            yield from (block for block in blocks if isinstance(block, Table))
        else:
            yield [block for block in blocks if isinstance(block, Paragraph)]


def _alike(block: Paragraph | Table) -> tuple[str, str] | None:
    if isinstance(block, Table):
        return None
    bullet = _BULLET.match(block.text)
    return _style(block), bullet[0][-2:] if bullet else ""


def _style(paragraph: Paragraph) -> str:
    return str(paragraph.style.name if paragraph.style else "Normal")


def _table(made: Outline, table: Table) -> Grid | Columns:
    if table.style is None or table.style.name != _RULED:
        return Columns([[_lines(made, cell) for cell in _cells(row)] for row in table.rows])
    headings, *rows = [list(_cells(row)) for row in table.rows]
    items = [{f"c{n}": cell.text if cell else "" for n, cell in enumerate(row, 1)} for row in rows]
    styles = [_style(cell.paragraphs[0]) for cell in rows[0] if cell]
    return Grid([cell.text for cell in headings if cell], styles, made.add(items))


def _cells(row: _Row) -> Iterator[_Cell | None]:
    """The cell of each column; None where it is merged with the one before."""
    before = None
    for cell in row.cells:
        yield None if before is cell._tc else cell
        before = cell._tc


def _lines(made: Outline, cell: _Cell | None) -> list[Line]:
    if cell is None:
        return [Line("Normal", "")]
    shown = [paragraph for paragraph in cell.paragraphs if paragraph.text] or cell.paragraphs[:1]
    return [made.line(_style(paragraph), paragraph.text) for paragraph in shown]


def _add_conditions(made: Outline) -> None:
    """Two lines depend on conditions that hold, one more on a condition that does not."""
    leads = [piece for piece in made.pieces if isinstance(piece, Line) and piece.style == _LEAD]
    for number, lead in enumerate(leads[:_CONDITIONS], 1):
        made.words[f"shown{number}"] = True
        made.pieces[made.pieces.index(lead)] = replace(lead, condition=f"shown{number}")
    made.words["draft"] = False
    made.pieces.insert(1, Line(_LEAD, "BẢN DỰ THẢO", condition="draft"))
