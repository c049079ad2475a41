"""A document on paper: its lines, drawn rules and tables, measured on the pages of its PDF.

LibreOffice marks each piece of text in a PDF with the name of its paragraph's style, in the order
of the document: that tells what a line is. Lengths are points, heights count from the page's foot.
"""

from __future__ import annotations

import functools
import io
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pdfplumber
from documents import opened

from service.nd30.rules import PAGE, PAIRINGS, Sizes

MM = 72 / 25.4
LEFT, RIGHT = PAGE.left.used * MM, (PAGE.width - PAGE.right.used) * MM
FOOT = PAGE.bottom.used * MM
MIDDLE = (LEFT + RIGHT) / 2
HAIR = 0.3 * MM  # what kerning and rounding to twips may add
SINGLE = 1.15  # a single line of a Times-metric face, in sizes

BODY = ("Nội dung", "Nội dung nối", "Căn cứ", "Đề mục")
PAGE_NUMBER, REPEATED = "Số trang", "Đầu bảng lặp lại"
IN_TABLES = ("Đầu bảng", REPEATED, "Ô bảng", "Ô bảng giữa", "Ô bảng giữa nối")
_PARTED = 12  # points between two cells at least, between two words of a line at most


@dataclass(frozen=True)
class Line:
    """A line of one paragraph or cell."""

    page: int
    style: str
    chars: tuple[dict[str, Any], ...]

    @property
    def text(self) -> str:
        return "".join(char["text"] for char in self.chars)

    @property
    def x0(self) -> float:
        return float(self.chars[0]["x0"])

    @property
    def x1(self) -> float:
        return float(self.chars[-1]["x1"])

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def baseline(self) -> float:
        return float(self.chars[0]["matrix"][5])

    @property
    def size(self) -> float:
        (size,) = {round(char["size"], 1) for char in self.chars}
        return size

    @property
    def faces(self) -> set[str]:
        """Regular, Bold, Italic, BoldItalic: those that letters are set in."""
        names = (char["fontname"] for char in self.chars if not char["text"].isspace())
        return {name.partition("LiberationSerif")[2].strip("-") or "Regular" for name in names}


@dataclass(frozen=True)
class Sheet:
    """A page."""

    number: int
    pdf: Any

    @property
    def right(self) -> float:
        """Where the right margin begins; a turned page has the same margins."""
        return float(self.pdf.width) - PAGE.right.used * MM

    @property
    def head(self) -> float:
        """Where the top margin begins."""
        return float(self.pdf.height) - PAGE.top.used * MM

    @functools.cached_property
    def everything(self) -> list[Line]:
        """All lines, that of the page's number too."""
        return list(_lines(self.number, self.pdf.chars, self.head))

    @functools.cached_property
    def lines(self) -> list[Line]:
        return [line for line in self.everything if line.style != PAGE_NUMBER]

    @property
    def last(self) -> Line:
        """The lowest line."""
        return min(self.lines, key=lambda line: line.baseline)

    def of(self, *styles: str) -> list[Line]:
        return [line for line in self.lines if line.style in styles]

    @functools.cached_property
    def tables(self) -> list[list[list[str]]]:
        """The ruled tables: rows of cells, a cell's words without white space.

        A letter belongs to the cell that its middle stands in.
        """
        return [[self._cells(row) for row in table.rows] for table in self.pdf.find_tables()]

    def _cells(self, row: Any) -> list[str]:
        boxes = [box for box in row.cells if box]
        return ["".join(char["text"] for char in self._inside(box)).strip() for box in boxes]

    def _inside(self, box: tuple[float, float, float, float]) -> Iterator[dict[str, Any]]:
        x0, top, x1, bottom = box
        for char in self._letters:
            across, down = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
            if x0 <= across <= x1 and top <= down <= bottom:
                yield char

    @functools.cached_property
    def _letters(self) -> list[dict[str, Any]]:
        return [
            char
            for line in self.of(*IN_TABLES)
            for char in line.chars
            if not char["text"].isspace()
        ]

    @functools.cached_property
    def rules(self) -> list[tuple[float, float, float]]:
        """Drawn horizontal rules outside of tables: from, to, height; left to right."""
        uprights = [item for item in self.pdf.lines if item["height"] > 1]
        grid = [(item["bottom"] - 2, item["top"] + 2) for item in uprights]
        return sorted(
            {
                (round(item["x0"], 1), round(item["x1"], 1), round(item["y0"], 1))
                for item in self.pdf.lines
                if item["height"] <= 1
                and not any(top <= item["top"] + 4 and item["top"] <= low + 4 for low, top in grid)
            }
        )


def _lines(number: int, chars: list[dict[str, Any]], head: float) -> Iterator[Line]:
    pieces: list[dict[str, Any]] = []
    for char in chars:
        if pieces and not _goes_on(pieces[-1], char):
            yield from _line(number, pieces, head)
            pieces = []
        pieces.append(char)
    yield from _line(number, pieces, head)


def _goes_on(before: dict[str, Any], char: dict[str, Any]) -> bool:
    same_place = before["tag"] == char["tag"] and before["matrix"][5] == char["matrix"][5]
    gap = char["x0"] - before["x1"]
    return same_place and (-_PARTED < gap < _PARTED or before["mcid"] == char["mcid"])


def _line(number: int, chars: list[dict[str, Any]], head: float) -> Iterator[Line]:
    while chars and chars[-1]["text"] == " ":
        chars.pop()
    if chars:
        yield Line(number, _style(chars[0], head), tuple(chars))


def _style(char: dict[str, Any], head: float) -> str:
    """Headers, and headings of tables that are repeated, are no text of a document."""
    if char["tag"] != "Artifact":
        return str(char["tag"])
    return PAGE_NUMBER if char["matrix"][5] > head else REPEATED


@dataclass(frozen=True)
class Printed:
    """A document as Word and as paper have it; `landscape`: its list is asked for turned."""

    docx: bytes = field(repr=False)
    pdf: bytes = field(repr=False)
    pairing: str
    landscape: bool = False

    @property
    def sizes(self) -> Sizes:
        return PAIRINGS[self.pairing]

    @functools.cached_property
    def sheets(self) -> list[Sheet]:
        with pdfplumber.open(io.BytesIO(self.pdf)) as pdf:
            for page in pdf.pages:
                assert page.chars  # read while the file is open
            return [Sheet(page.page_number, page) for page in pdf.pages]

    @property
    def turned(self) -> range:
        """The numbers of the pages that must be landscape: those of the list, if asked for."""
        begins = [sheet.number for sheet in self.sheets if sheet.lines[0].style == "Phụ lục"]
        begin, end, *_ = (*begins, len(self.sheets) + 1, 0)
        return range(begin, end) if self.landscape else range(0)

    def sheet(self, line: Line) -> Sheet:
        """The page that a line stands on."""
        return self.sheets[line.page - 1]

    @property
    def first(self) -> Sheet:
        return self.sheets[0]

    @property
    def lines(self) -> list[Line]:
        return [line for sheet in self.sheets for line in sheet.lines]

    def of(self, *styles: str) -> list[Line]:
        return [line for line in self.lines if line.style in styles]

    @functools.cached_property
    def body(self) -> list[list[Line]]:
        """The lines of each paragraph of the body; an indented line begins one."""
        paragraphs: list[list[Line]] = []
        for line in self.of(*BODY):
            if line.x0 > LEFT + 3 * MM:
                paragraphs.append([])
            paragraphs[-1].append(line)
        return paragraphs

    @functools.cached_property
    def written(self) -> Any:
        return opened(self.docx)


def squeezed(text: str) -> str:
    """Text without white space."""
    return "".join(text.split())


def neighbours(lines: list[Line]) -> Iterator[tuple[Line, Line]]:
    """Pairs of lines that follow each other on one page."""
    return (
        (upper, lower) for upper, lower in itertools.pairwise(lines) if upper.page == lower.page
    )
