"""The heading: ô 1 to 4, 5b, 10 and 11, in a table, at tabs or blanks, or in text boxes."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from service.nd30.parts import words
from service.nd30.parts.drawn import Drawn, found_under
from service.nd30.parts.lines import Line
from service.nd30.reading.drawings import LineShape
from service.nd30.reading.paragraph import Paragraph
from service.nd30.reading.sections import Section

_REACH = 80  # lines within which a heading begins
_REGEX_REACH = 200
_LONG = 100  # letters of a line that is text, not heading
_SHORT_RULE = 40.0  # millimetres: shorter than any under the motto
_LEFT_SHARE = 0.4  # of the text's width: where the right column begins at the latest


@dataclass
class Heading:
    """Lines of each component, top to bottom; end: index of the first line after it."""

    national: Line | None = None
    motto: Line | None = None
    number: Line | None = None
    date: Line | None = None
    parents: list[Line] = field(default_factory=list)
    issuer: list[Line] = field(default_factory=list)
    letter_subject: list[Line] = field(default_factory=list)
    marks: list[Line] = field(default_factory=list)
    motto_rule: Drawn | None = None
    issuer_rule: Drawn | None = None
    end: int = 0


def read_heading(
    lines: Sequence[Line], paragraphs: Sequence[Paragraph], sections: Sequence[Section]
) -> Heading:
    """lines: of the paragraphs, in reading order."""
    return _Search(lines[:_REACH], paragraphs, sections).heading()


class _Search:
    def __init__(
        self, lines: Sequence[Line], paragraphs: Sequence[Paragraph], sections: Sequence[Section]
    ) -> None:
        self._lines, self._paragraphs, self._sections = lines, paragraphs, sections
        self._places = {id(each): index for index, each in enumerate(paragraphs)}
        self._found = Heading()
        self._found.national = self._like(words.NATIONAL_LETTERS)
        self._found.motto = self._like(words.MOTTO_LETTERS)
        self._anchor = self._found.national or self._found.motto
        self._table = self._heading_table()
        self._region = list(self._heading_lines())

    def heading(self) -> Heading:
        found, left = self._found, [line for line in self._region if self._is_left(line)]
        found.end = len(self._region)
        found.marks = [line for line in self._region if words.MARK.match(line.folded)]
        found.number = _first(left, words.NUMBER) or _first(self._region, words.NUMBER)
        found.date = _first((x for x in self._region if x is not found.number), words.DATE)
        found.letter_subject = self._letter_subject(left) or self._letter_subject(self._region)
        self._name(self._names(left))
        self._rules()
        return found

    def _like(self, goal: str) -> Line | None:
        return next((line for line in self._lines if words.is_like(line.letters, goal)), None)

    def _heading_table(self) -> int | None:
        """The table that holds the national name, and something to the left of it."""
        here = self._anchor.paragraph.cell if self._anchor else None
        while here is not None:
            columns = [_column(line, here.table) for line in self._lines]
            if here.outer is None or any(-1 < column < here.column for column in columns):
                return here.table
            here = here.outer
        return None

    def _heading_lines(self) -> Iterator[Line]:
        """The lines up to the first that is a title or text."""
        passed = False
        for line in self._lines:
            begins = self._begins_title if self._anchor else _is_surely_title
            if (passed or self._anchor is None) and begins(line):
                return
            passed = passed or line is self._anchor
            yield line

    def _begins_title(self, line: Line) -> bool:
        boxed = line.paragraph.box is not None
        if self._is_component(line) or boxed or words.DRAFT.match(line.folded):
            return False
        named = _is_surely_title(line)
        if _column(line, self._table) >= 0 or line.behind_gap:
            return named and not self._is_left(line)
        return named or (line.centred and (line.in_capitals or line.bold))

    def _is_component(self, line: Line) -> bool:
        known = (words.NUMBER, words.DATE, words.LETTER_SUBJECT, words.MARK)
        return (
            line in (self._found.national, self._found.motto)
            or words.is_drawn(line.text)
            or any(pattern.match(line.folded[:_REGEX_REACH]) for pattern in known)
        )

    def _is_left(self, line: Line) -> bool:
        """Whether a line stands in the issuer's column."""
        anchor = self._anchor
        if anchor is None or line in (anchor, self._found.motto):
            return False
        if self._table is not None:
            return -1 < _column(line, self._table) < _column(anchor, self._table)
        if line.paragraph.box is not None or anchor.paragraph.box is not None:
            return line.paragraph.box != anchor.paragraph.box
        if line.behind_gap or line.paragraph.format.align == "right":
            return False
        before = self._place(line.paragraph) < self._place(anchor.paragraph)
        return before or not line.alone or not line.centred

    def _place(self, paragraph: Paragraph) -> int:
        return self._places[id(paragraph)]

    def _names(self, left: list[Line]) -> list[Line]:
        """What stands on the left before the number: the bodies' names."""
        ends = (words.NUMBER, words.LETTER_SUBJECT, words.DATE)
        upper = itertools.takewhile(
            lambda line: not any(end.match(line.folded[:_REGEX_REACH]) for end in ends), left
        )
        return [line for line in upper if self._is_name(line)]

    def _is_name(self, line: Line) -> bool:
        other = words.is_drawn(line.text) or words.DRAFT.match(line.folded)
        return bool(line.letters) and not other and line not in self._found.marks

    def _name(self, names: list[Line]) -> None:
        """Parent above, issuer below: the issuer is what is bold, or else the last line."""
        bold = [line for line in names if line.bold]
        first = names.index(bold[0]) if bold else max(len(names) - 1, 0)
        self._found.parents, self._found.issuer = names[:first], names[first:]

    def _letter_subject(self, left: list[Line]) -> list[Line]:
        from_subject = list(
            itertools.dropwhile(lambda line: not words.LETTER_SUBJECT.match(line.folded), left)
        )
        further = itertools.takewhile(lambda line: not self._is_component(line), from_subject[1:])
        return [*from_subject[:1], *further]

    def _rules(self) -> None:
        found = self._found
        if found.motto:
            found.motto_rule = self._rule([found.motto], lambda line: not self._is_left(line))
        if found.issuer:
            found.issuer_rule = self._rule(found.issuer, self._is_left)
        spare = [drawn for drawn, left in self._shapes() if not self._take_rule(drawn, left)]
        for drawn, left in self._underscores():
            self._take_rule(drawn, left)
        # A line may hang on another cell than the one that it is drawn in.
        for drawn in spare:
            self._take_rule(drawn, left=found.motto_rule is not None)

    def _take_rule(self, drawn: Drawn, left: bool) -> bool:
        """Whether a rule was still missing there."""
        found = self._found
        if left and found.issuer and found.issuer_rule is None:
            found.issuer_rule = drawn
            return True
        if not left and found.motto and found.motto_rule is None:
            found.motto_rule = drawn
            return True
        return False

    def _rule(self, above: list[Line], is_here: Callable[[Line], bool]) -> Drawn | None:
        following = self._following(above[-1].paragraph)
        return found_under(above, following, self._sections, is_here)

    def _following(self, last: Paragraph) -> Iterator[Paragraph]:
        """The next paragraphs of the heading in the same column or text box."""
        column = _cell_column(last, self._table)
        for paragraph in self._held(self._place(last) + 1):
            if paragraph.box == last.box and _cell_column(paragraph, self._table) == column:
                yield paragraph

    def _held(self, start: int = 0) -> Iterator[Paragraph]:
        """The paragraphs of the heading, those without text too."""
        rest = self._lines[len(self._region) :]
        end = self._place(rest[0].paragraph) if rest else len(self._paragraphs)
        return itertools.islice(self._paragraphs, start, end)

    def _underscores(self) -> Iterator[tuple[Drawn, bool]]:
        """Rules in a row of their own, or in another text box."""
        for line in self._region:
            if words.is_drawn(line.text):
                yield Drawn("text"), self._is_left(line)

    def _shapes(self) -> Iterator[tuple[Drawn, bool]]:
        """The line shapes of the heading, each with whether it stands in the issuer's column."""
        for holder in self._held():
            for shape in holder.shapes:
                yield Drawn("shape", shape.length), self._shape_is_left(shape, holder)

    def _shape_is_left(self, shape: LineShape, holder: Paragraph) -> bool:
        column = _cell_column(holder, self._table)
        if self._anchor and self._table is not None and column >= 0:
            return column < _column(self._anchor, self._table)
        if self._anchor and self._anchor.paragraph.box is not None and holder.box is not None:
            return holder.box != self._anchor.paragraph.box
        if shape.offset is None:
            return shape.length is not None and shape.length < _SHORT_RULE
        width = self._sections[min(holder.section, len(self._sections) - 1)].text_width
        return shape.offset < _LEFT_SHARE * width


def _is_surely_title(line: Line) -> bool:
    """Whether a line is a title by its words alone, or text."""
    if words.ADDRESSEES.match(line.folded) or words.BASIS.match(line.folded):
        return True
    named = line.in_capitals and words.kind_key(line.folded) is not None
    return named or len(line.folded) > _LONG


def _column(line: Line, table: int | None) -> int:
    return _cell_column(line.paragraph, table)


def _cell_column(paragraph: Paragraph, table: int | None) -> int:
    """-1 outside of the table."""
    cell = paragraph.cell.within(table) if paragraph.cell and table is not None else None
    return cell.column if cell else -1


def _first(lines: Iterable[Line], pattern: re.Pattern[str]) -> Line | None:
    held = (line for line in lines if not words.NO_HEADING.search(line.folded[:_REGEX_REACH]))
    return next((line for line in held if pattern.match(line.folded[:_REGEX_REACH])), None)
