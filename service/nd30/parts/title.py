"""The title and what stands around it: ô 5a, 9a, and the legal bases of ô 6."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from service.nd30.parts import words
from service.nd30.parts.drawn import Drawn, found_under
from service.nd30.parts.lines import Line
from service.nd30.reading.paragraph import Paragraph
from service.nd30.reading.sections import Section

_REACH = 12  # lines within which the title begins after the heading
_LONGEST_SUBJECT = 12  # lines
_ADDRESSED_WITHIN = 40  # lines after the title


@dataclass
class Title:
    """end: index of the first paragraph of the text."""

    kind: Line | None = None
    key: str | None = None
    subject: list[Line] = field(default_factory=list)
    rule: Drawn | None = None
    addressees: list[Line] = field(default_factory=list)
    bases: list[Paragraph] = field(default_factory=list)
    annexed: bool = False  # “(Kèm theo Quyết định …)” below it: no document of its own
    end: int = 0


def read_title(
    lines: Sequence[Line], paragraphs: Sequence[Paragraph], sections: Sequence[Section]
) -> Title:
    """lines: those after the heading, in reading order; paragraphs: of the whole main part."""
    places = {id(each): index for index, each in enumerate(paragraphs)}
    title = Title()
    at = _kind_at(lines[:_REACH])
    if at is not None:
        title.kind = lines[at]
        title.key = words.kind_key(lines[at].folded)
        title.subject = list(_subject(lines[at + 1 :], places))
        under = title.subject or [title.kind]
        start = places[id((_reference(lines[at + 1 :]) or under[-1]).paragraph)] + 1
        title.rule = found_under(under, paragraphs[start : start + 4], sections) or _shape(
            paragraphs[places[id(title.kind.paragraph)] : start + 4]
        )
    rest = lines[at + 1 + len(title.subject) if at is not None else 0 :]
    title.annexed = at is not None and _reference(rest) is not None
    title.addressees = list(_addressees(rest[:_ADDRESSED_WITHIN]))
    known = [title.kind] if title.kind else []
    last = max((places[id(x.paragraph)] for x in [*known, *title.subject]), default=-1)
    first = places[id(rest[0].paragraph)] if rest else len(paragraphs)
    title.end = _after(paragraphs, title, max(last + 1, first), places)
    title.bases = list(_bases(paragraphs[title.end :]))
    return title


def _reference(lines: Sequence[Line]) -> Line | None:
    """“(Kèm theo …)” under the title of what is annexed: the rule stands below it."""
    return next((line for line in lines[:4] if words.ANNEXED.match(line.folded)), None)


def _kind_at(lines: Sequence[Line]) -> int | None:
    for index, line in enumerate(lines):
        if words.ADDRESSEES.match(line.folded) or words.BASIS.match(line.folded):
            return None
        if _is_kind(line):
            return index
        if len(line.folded) > 100:
            return None
    return None


def _is_kind(line: Line) -> bool:
    if words.DRAFT.match(line.folded) or words.MARK.match(line.folded):
        return False
    named = words.kind_key(line.folded) is not None or line.folded in words.LAWMAKING
    shown = line.in_capitals or line.bold or line.centred
    return (named and shown and len(line.folded) < 100) or (
        line.centred and line.in_capitals and len(line.letters) > 3
    )


def _subject(lines: Sequence[Line], places: dict[int, int]) -> Iterator[Line]:
    """The lines under the kind that look alike, up to a rule, a gap or other words."""
    before: Line | None = None
    for line in lines[:_LONGEST_SUBJECT]:
        if words.is_drawn(line.text) or _is_other(line):
            return
        if before is None and not (line.centred or line.bold or line.folded.startswith("về ")):
            return
        if before is not None and not _goes_on(before, line, places):
            return
        yield line
        before = line


def _is_other(line: Line) -> bool:
    others = (words.ADDRESSEES, words.BASIS, words.ANNEXED, words.DATE, words.APPENDIX)
    return any(pattern.match(line.folded[:200]) for pattern in others)


def _goes_on(before: Line, line: Line, places: dict[int, int]) -> bool:
    """Whether a line looks like the one before it and stands directly below."""
    alike = (before.centred, before.in_capitals, before.bold)
    apart = places[id(line.paragraph)] - places[id(before.paragraph)] > 1
    ruled = line.paragraph.format.line_above or before.paragraph.format.line_below
    return (line.centred, line.in_capitals, line.bold) == alike and not apart and not ruled


def _shape(paragraphs: Sequence[Paragraph]) -> Drawn | None:
    """A line shape that hangs on the title or on what follows it."""
    shapes = (shape for paragraph in paragraphs for shape in paragraph.shapes)
    found = next(shapes, None)
    return Drawn("shape", found.length) if found else None


def _addressees(lines: Sequence[Line]) -> Iterator[Line]:
    """“Kính gửi” and the lines with dashes after it."""
    start = itertools.dropwhile(lambda line: not words.ADDRESSEES.match(line.folded), lines)
    heading = next(start, None)
    if heading is None:
        return
    yield heading
    before = heading
    for line in start:
        if line.paragraph is not before.paragraph and line.text[:1] not in "-–—•+":
            return
        yield line
        before = line


def _after(
    paragraphs: Sequence[Paragraph], title: Title, first: int, places: dict[int, int]
) -> int:
    """The first paragraph that is text: behind subject, rule and addressees."""
    if title.addressees:
        first = max(first, places[id(title.addressees[-1].paragraph)] + 1)
    while first < len(paragraphs) and not _is_text(paragraphs[first]):
        first += 1
    return first


def _is_text(paragraph: Paragraph) -> bool:
    return bool(paragraph.words) and not words.is_drawn(paragraph.words)


def _bases(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The legal bases: a block that begins with “Căn cứ”, soon after the title."""
    held = [each for each in paragraphs if each.words][:_ADDRESSED_WITHIN]
    start = next((i for i, x in enumerate(held[:4]) if _begins_bases(x)), None)
    if start is None:
        return
    block = list(itertools.takewhile(_is_basis_or_more, held[start:]))
    # A single upright “Căn cứ …, Sở … báo cáo.” is a sentence of the text.
    if len(block) > 1 or _wholly_italic(block[0]):
        yield from block


def _begins_bases(paragraph: Paragraph) -> bool:
    """“Căn cứ …”, or in italics another act that is followed: “Thực hiện …;”."""
    act = paragraph.words.endswith(";") and paragraph.cell is None
    return _is_basis(paragraph) or (act and _wholly_italic(paragraph))


def _is_basis(paragraph: Paragraph) -> bool:
    ends = paragraph.words[-1:] != ":" and "như sau" not in paragraph.folded[-40:]
    return bool(words.BASIS.match(paragraph.folded)) and ends and paragraph.cell is None


def _is_basis_or_more(paragraph: Paragraph) -> bool:
    if _is_basis(paragraph):
        return True
    return _wholly_italic(paragraph) or bool(words.BASIS_MORE.match(paragraph.folded))


def _wholly_italic(paragraph: Paragraph) -> bool:
    lettered = [span for span in paragraph.spans if span.text.strip(" ;,.")]
    return bool(lettered) and all(span.format.italic for span in lettered)
