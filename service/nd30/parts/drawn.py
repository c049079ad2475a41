"""The rules drawn under the motto, the issuer and the subject."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from service.nd30.parts.lines import Line, lines_of
from service.nd30.parts.words import is_drawn
from service.nd30.reading.paragraph import Paragraph
from service.nd30.reading.sections import Section


@dataclass(frozen=True, slots=True)
class Drawn:
    """length: millimetres, where it can be told. Text: underscores or underlined letters."""

    how: Literal["border", "shape", "text"]
    length: float | None = None


def room(paragraph: Paragraph, sections: Sequence[Section]) -> float:
    """Width of the column that a paragraph stands in, millimetres."""
    if paragraph.cell:
        return paragraph.cell.width
    return sections[min(paragraph.section, len(sections) - 1)].text_width


def border(paragraph: Paragraph, sections: Sequence[Section]) -> Drawn:
    form = paragraph.format
    length = room(paragraph, sections) - form.left - form.right
    # In a text box or a frame the column's width is not known.
    known = paragraph.box is None and form.framed is None and length > 0
    return Drawn("border", length if known else None)


def underlined(lines: Iterable[Line]) -> bool:
    return any(span.format.underlined for line in lines for span in line.lettered)


def found_under(
    words: Sequence[Line],
    following: Iterable[Paragraph],
    sections: Sequence[Section],
    is_here: Callable[[Line], bool] = lambda _: True,
) -> Drawn | None:
    """The rule under the last of `words`, in its paragraph or the next ones, up to other words.

    is_here: whether a line of a following paragraph stands in the column of the words.
    """
    last = words[-1].paragraph
    if last.format.line_below:
        return border(last, sections)
    for paragraph in following:
        drawn = _in(paragraph, sections, is_here)
        if drawn or any(is_here(line) for line in lines_of(paragraph)):
            return drawn or (Drawn("text") if underlined(words) else None)
    return Drawn("text") if underlined(words) else None


def _in(
    paragraph: Paragraph, sections: Sequence[Section], is_here: Callable[[Line], bool]
) -> Drawn | None:
    if paragraph.format.line_above or (paragraph.format.line_below and not paragraph.words):
        return border(paragraph, sections)
    if any(is_drawn(line.text) and is_here(line) for line in lines_of(paragraph)):
        return Drawn("text")
    blank = not paragraph.words and paragraph.text
    if blank and any(span.format.underlined for span in paragraph.spans):
        return Drawn("text")
    return None
