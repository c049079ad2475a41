"""A paragraph as it is seen: its letters with their formats, its drawings and its fields."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from service.nd30.reading.drawings import LineShape
from service.nd30.reading.formats import ParagraphFormat, RunFormat
from service.vietnamese.text import fold


class Span(NamedTuple):
    """Letters of one format; those that capitals were chosen for are in capitals."""

    text: str
    format: RunFormat


class Field(NamedTuple):
    """A field such as PAGE: its code and the format its result is seen in."""

    code: str
    format: RunFormat


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """Where a table holds a paragraph. Rows and columns count from 0; width: millimetres.

    outer: the cell that holds the table, when tables are nested.
    """

    table: int
    row: int
    column: int
    width: float
    ruled: bool
    outer: Cell | None = None

    def within(self, table: int) -> Cell | None:
        """The cell of a table that this one is, or is nested in."""
        here: Cell | None = self
        while here is not None and here.table != table:
            here = here.outer
        return here

    @property
    def outermost(self) -> Cell:
        here = self
        while here.outer is not None:
            here = here.outer
        return here


@dataclass(eq=False)
class Paragraph:
    """number: among the paragraphs with text of its part, from 1; 0 for one without text.

    drawn: it holds pictures, charts or shapes; decomposed: its letters were followed by combining
    marks; here they are composed (NFC).
    """

    spans: list[Span]
    format: ParagraphFormat
    part: str = "body"
    number: int = 0
    cell: Cell | None = None
    box: int | None = None
    section: int = 0
    label: str = ""
    shapes: list[LineShape] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    page_break: bool = False
    style: str = ""
    decomposed: bool = False
    drawn: bool = False

    @cached_property
    def text(self) -> str:
        """What is read, with the number that Word writes before it; breaks as newlines."""
        return "".join(span.text for span in self.spans)

    @cached_property
    def words(self) -> str:
        return " ".join(self.text.split())

    @cached_property
    def folded(self) -> str:
        """The words without regard to capitals and to where tone marks stand."""
        return fold(self.text)

    @cached_property
    def size(self) -> float:
        """Points: of most letters."""
        counts: dict[float, int] = {}
        for text, form in self.spans:
            counts[form.size] = counts.get(form.size, 0) + len(text)
        return max(counts, key=counts.__getitem__, default=0)


def labelled(spans: list[Span], label: str) -> list[Span]:
    """The spans with the list's label before them, in the format of the first letters."""
    if not label or not spans:
        return spans
    return [Span(f"{label} ", spans[0].format), *spans]
