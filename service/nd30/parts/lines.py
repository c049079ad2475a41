"""Lines: paragraphs cut at breaks and wide gaps, for two components may share a paragraph."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from service.nd30.reading.paragraph import Paragraph, Span
from service.vietnamese.text import fold

_BLANKS = re.compile(r"\s+")
_MANY = 3  # blanks that may part two columns
# Behind many blanks these begin another column; “Số:    /KH” and “ngày    tháng” are one line.
_OTHER_COLUMN = re.compile(r"C[ỘO]NG H|Độc |NƠI NHẬN|Nơi nhận|[^\W\d_][^\n\t,]{1,40},\s{0,9}ngày")
_SAME_LINE = re.compile("/|tháng|năm")
_NOT_LETTERS = re.compile(r"[\W\d_]+")


@dataclass(eq=False)
class Line:
    """A piece of a paragraph that stands on a line of its own, or in a column of its own.

    behind_gap: a tab or a run of blanks stands before it on its line; alone: it is all of its
    paragraph.
    """

    spans: list[Span]
    paragraph: Paragraph
    behind_gap: bool = False
    alone: bool = True

    @cached_property
    def text(self) -> str:
        return "".join(span.text for span in self.spans).strip()

    @cached_property
    def folded(self) -> str:
        return fold(self.text)

    @cached_property
    def letters(self) -> str:
        """The folded letters without anything between them."""
        return _NOT_LETTERS.sub("", self.folded)

    @cached_property
    def in_capitals(self) -> bool:
        return bool(self.letters) and self.text == self.text.upper()

    @cached_property
    def bold(self) -> bool:
        return all(span.format.bold for span in self.lettered)

    @cached_property
    def lettered(self) -> list[Span]:
        """The spans that hold letters or digits, without raised marks."""
        held = (span for span in self.spans if not span.format.raised)
        return [span for span in held if any(map(str.isalnum, span.text))]

    @property
    def centred(self) -> bool:
        return self.paragraph.format.align == "center"


def lines_of(paragraph: Paragraph, *, any_gap: bool = False) -> list[Line]:
    """The lines of a paragraph, empty ones left out. any_gap: three blanks always part."""
    text = paragraph.text
    pieces, start, behind = [], 0, False
    for found in _BLANKS.finditer(text):
        if _parts(found, any_gap):
            pieces.append((start, found.start(), behind))
            start, behind = found.end(), "\n" not in found[0]
    pieces.append((start, len(text), behind))
    held = [piece for piece in pieces if text[piece[0] : piece[1]].strip()]
    starts = [0, *itertools.accumulate(len(span.text) for span in paragraph.spans)]
    return [
        Line(list(_cut(paragraph.spans, starts, begin, end)), paragraph, gap, len(held) == 1)
        for begin, end, gap in held
    ]


def _parts(blanks: re.Match[str], any_gap: bool) -> bool:
    """Whether white space parts two lines or columns."""
    if "\n" in blanks[0]:
        return True
    if "\t" in blanks[0]:
        return any_gap or not _SAME_LINE.match(blanks.string, blanks.end())
    if len(blanks[0]) < _MANY:
        return False
    return any_gap or _OTHER_COLUMN.match(blanks.string, blanks.end()) is not None


def _cut(spans: Sequence[Span], starts: Sequence[int], begin: int, end: int) -> Iterator[Span]:
    """starts: where each span begins in the text, and where the last ends."""
    index = bisect.bisect_right(starts, begin) - 1
    while index < len(spans) and starts[index] < end:
        text, form = spans[index]
        cut = text[max(begin - starts[index], 0) : end - starts[index]]
        if cut:
            yield Span(cut, form)
        index += 1


def all_lines(paragraphs: Iterable[Paragraph], *, any_gap: bool = False) -> list[Line]:
    return [line for each in paragraphs for line in lines_of(each, any_gap=any_gap)]
