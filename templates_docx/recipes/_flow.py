"""A small notation for recipes: paragraphs, loops, conditions and tables, top to bottom."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.shared import Mm
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

from service.nd30.rules import DEFAULT_PAIRING, PAGE, PAIRINGS, Sizes
from service.word.container import pack, unpack
from templates_docx.recipes._sections import end_section, number_pages, set_page
from templates_docx.recipes._styles import add_styles
from templates_docx.recipes._tables import Foot, add_foot, fill, keep_whole, pad, repeat

# How an item of a list ends: the last with a full stop.
END = "{% if loop.last %}.{% else %};{% endif %}"

# Whether a row of a ruled table stays with the next one: the first two and the last two do.
_STAYS = "not loop.last and (loop.first or loop.revindex == 2)"

GUTTER = 5  # millimetres between signatures side by side
_SKELETON = Path(__file__).with_name("skeleton")


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a paragraph that differs from its style."""

    text: str
    bold: bool | None = None
    italic: bool | None = None


def bold(text: str) -> Run:
    return Run(text, bold=True)


def italic(text: str) -> Run:
    return Run(text, italic=True)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a ruled table: heading, width in millimetres, the tags of a cell."""

    heading: str
    width: float
    cell: str
    style: str = "Ô bảng giữa"


@dataclass(slots=True)
class Flow:
    """A place that content is added to, in order: the page or a table cell of `width` mm."""

    container: Any
    width: float
    sizes: Sizes
    document: Document

    def paragraph(self, style: str, *runs: str | Run) -> Paragraph:
        paragraph: Paragraph = self.container.add_paragraph(style=style)
        for run in runs:
            piece = Run(run) if isinstance(run, str) else run
            added = paragraph.add_run(piece.text)
            added.bold, added.italic = piece.bold, piece.italic
        return paragraph

    def body(self, *runs: str | Run) -> Paragraph:
        return self.paragraph("Nội dung", *runs)

    def lead(self, *runs: str | Run) -> Paragraph:
        """A paragraph of the body that stays with what follows."""
        return self.paragraph("Nội dung nối", *runs)

    def body_kept_when(self, condition: str, *runs: str | Run) -> None:
        """A paragraph of the body that under a condition stays with what follows."""
        if condition == "false":
            self.body(*runs)
            return
        with self.when(condition):
            self.lead(*runs)
            self.otherwise()
            self.body(*runs)

    def tag(self, code: str) -> None:
        """A paragraph that only steers and leaves nothing behind."""
        self.paragraph("Lệnh mẫu", f"{{%p {code} %}}")

    @contextmanager
    def each(self, names: str, items: str) -> Iterator[None]:
        self.tag(f"for {names} in {items}")
        yield
        self.tag("endfor")

    @contextmanager
    def when(self, condition: str) -> Iterator[None]:
        self.tag(f"if {condition}")
        yield
        self.tag("endif")

    def otherwise(self) -> None:
        self.tag("else")

    def start_numbering(self) -> None:
        self.tag("set part = 0")

    def section(self, title: str) -> None:
        """I. TITLE, numbered by the sections that are really there."""
        self.tag("set part = part + 1")
        self.tag("set item = 0")
        self.paragraph("Đề mục", f"{{{{ part|roman }}}}. {title.upper()}")

    def item(self, title: str) -> None:
        """1. Title, numbered within the section."""
        self.tag("set item = item + 1")
        self.paragraph("Đề mục", f"{{{{ item }}}}. {title}")

    def bullets(self, items: str, *, kept: str = "false") -> None:
        """A dash paragraph for each text of a list; `kept`: which stay with what follows."""
        with self.each("line", items):
            self.body_kept_when(kept, "- {{ line|ended(loop.last) }}")

    def rule(
        self, words: str, size: float, share: float, *, before: float = 2, after: float = 0
    ) -> None:
        """The drawn rule under `words`, an expression; see the filter of the same name."""
        drawn = f"rule({size}, {round(self.width, 1)}, {share}, {before}, {after})"
        self.paragraph("Lệnh mẫu", f"{{{{p {words}|{drawn} }}}}")

    def columns(self, *widths: float) -> list[Flow]:
        """Cells side by side without lines, kept on one page."""
        table = self._table(1, widths)
        return self._cells(table.rows[0], widths)

    def pairs(self, items: str) -> Iterator[tuple[Flow, Flow, str]]:
        """Upper cell, lower cell and expression of each of `items`, two side by side.

        The upper row stays with the lower one; an odd last item is centred.
        """
        half = self.width / 2
        table = self._table(9, [half, half], padding=GUTTER / 2)
        for row, tag in (
            (0, f"for pair in {items}|batch(2, false)"),
            (1, "if pair[1]"),
            (4, "else"),
            (7, "endif"),
            (8, "endfor"),
        ):
            fill(table.cell(row, 0), "Lệnh mẫu", f"{{%tr {tag} %}}")
        upper, lower = (
            self._cells(table.rows[2], [half] * 2),
            self._cells(table.rows[3], [half] * 2),
        )
        yield from zip(upper, lower, ("pair[0]", "pair[1]"), strict=True)
        alone = [self._merged(table.rows[index]) for index in (5, 6)]
        yield alone[0], alone[1], "pair[0]"

    def two_rows(self, *widths: float) -> tuple[list[Flow], list[Flow]]:
        """Two rows of cells without lines: what is lower stands level."""
        table = self._table(2, widths)
        return self._cells(table.rows[0], widths), self._cells(table.rows[1], widths)

    def two_rows_and_foot(self, *widths: float) -> tuple[list[Flow], list[Flow], Flow]:
        """Two rows of cells as `two_rows` and a cell below them.

        What stands in the foot stays with the rows, if the first cell of each says so: only
        within a table does LibreOffice keep a row with what follows it.
        """
        table = self._table(3, widths)
        upper, lower = (self._cells(row, widths) for row in table.rows[:2])
        return upper, lower, self._merged(table.rows[2])

    def grid(
        self, columns: Sequence[Column], each: str, *, tall: bool = False, feet: Sequence[Foot] = ()
    ) -> None:
        """A ruled table: a heading row that repeats, then a row for each of `each`.

        Neither the first nor the last row is left alone on a page unless rows are `tall`: two of
        those may need a page of their own. The last row stays with the feet. A paragraph must
        follow: neighbouring tables grow into one.
        """
        table = self._table(4, [column.width for column in columns], style="Bảng kẻ")
        heading, begin, row, end = table.rows
        repeat(heading)
        for cell, column in zip(heading.cells, columns, strict=True):
            fill(cell, "Đầu bảng", column.heading)
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        fill(begin.cells[0], "Lệnh mẫu", f"{{%tr for {each} %}}")
        cells = self._cells(row, [column.width for column in columns])
        for flow, column in zip(cells, columns, strict=True):
            if column is columns[0] and (feet or not tall):
                # Where its first paragraph stays with the next, LibreOffice keeps the row.
                with flow.when("loop.last" if tall else _STAYS):
                    flow.paragraph("Ô bảng giữa nối", column.cell)
                    flow.otherwise()
                    flow.paragraph(column.style, column.cell)
            else:
                flow.paragraph(column.style, column.cell)
        fill(end.cells[0], "Lệnh mẫu", "{%tr endfor %}")
        for foot in feet:
            add_foot(table, foot)

    def end_section(self, *, landscape: bool = False) -> None:
        """End the section here; the next begins on a new page that counts as page 1."""
        end_section(self.document, self.paragraph("Ngắt phần"), landscape=landscape)

    def _table(
        self, rows: int, widths: Sequence[float], style: str | None = None, padding: float = 0
    ) -> Table:
        table: Table = self.container.add_table(rows, len(widths))
        table.style = style
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        if style is None:
            pad(table, padding)
        for row in table.rows:
            keep_whole(row)
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = Mm(width)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
        return table

    def _merged(self, row: _Row) -> Flow:
        row.cells[0].merge(row.cells[-1])
        return self._cells(row, [self.width])[0]

    def _cells(self, row: _Row, widths: Sequence[float]) -> list[Flow]:
        cells = list(dict.fromkeys(row.cells))
        for cell in cells:
            for paragraph in cell.paragraphs:
                cell._tc.remove(paragraph._p)
        return [
            Flow(cell, width, self.sizes, self.document)
            for cell, width in zip(cells, widths, strict=True)
        ]


def new_page(pairing: str = DEFAULT_PAIRING) -> Flow:
    """An empty A4 page on the slim skeleton, with styles and page numbers from page 2."""
    sizes = PAIRINGS[pairing]
    document = docx.Document(_skeleton())
    add_styles(document, sizes)
    set_page(document)
    number_pages(document)
    return Flow(document, PAGE.text_width, sizes, document)


def _skeleton() -> Any:
    files = [path for path in _SKELETON.rglob("*") if path.is_file()]
    members = {path.relative_to(_SKELETON).as_posix(): path.read_bytes() for path in files}
    return io.BytesIO(pack(members))


def finish(flow: Flow) -> bytes:
    """The template's bytes, the same on every machine: members are stored, not deflated."""
    properties = flow.document.core_properties
    properties.title, properties.author = "{{ subject }}", "{{ issuer.name }}"
    buffer = io.BytesIO()
    flow.document.save(buffer)
    return pack(unpack(buffer.getvalue()), stored=True)
