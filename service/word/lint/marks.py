"""The marks of a part: each tag where it stands in the XML, in the order in which it is filled.

A paragraph's text is one however Word has cut it into runs. A text box stands inside a paragraph:
its tags come between those before and those after it.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from service.word.faults import clipped
from service.word.lint.report import Report
from service.word.opening import Opened
from service.word.tags import Place, Tag, W, straight

CLOSINGS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_OPENINGS = {closing: opening for opening, closing in CLOSINGS.items()}
# A quoted text may hold anything but the beginning of a tag, unless it is nothing but signs: one
# lost quote spoils one tag only.
_SIGN = re.compile(
    r"""(?P<sign>\{[{%#]|[}%#]\})|"[{}%#]{1,4}"|'[{}%#]{1,4}'"""
    r"""|"(?:(?!\{[{%#])[^"])*"|'(?:(?!\{[{%#])[^'])*'|“(?:(?!\{[{%#])[^“”])*”"""
)
_ANY_SIGN = re.compile(r"\{[{%#]|[}%#]\}")
# What a slip of the hand makes of a sign: a blank within, one brace too many behind a tag.
_SLIP = re.compile(r"(?<!\{)\{ +[{%](?![{%])|[%}]\}\}")
_END_OF_RAW = re.compile(r"\{%(?:(?:tr|tc|p|r) )?[-+]?\s*endraw\s*[-+]?%\}")
_RAW = re.compile(r"\{%(?:(?:tr|tc|p|r) )?[-+]?\s*raw\s*[-+]?%\}")
# docxtpl knows a level by the blank after it, and takes no tag with these signs inside.
_LEVEL = re.compile(r"(tr|tc|p|r) (.*)", re.DOTALL)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, eq=False)
class Mark:
    """A tag: what opens it, its level ("", p, tr, tc or r), and what Jinja reads of it.

    around: the element whose text it begins in; order: its place among all marks of the part.
    """

    tag: Tag
    opening: str
    level: str
    body: str
    around: Any = field(repr=False)
    order: tuple[int, int] = (0, 0)

    @property
    def word(self) -> str:
        """The statement's word; "" of anything else."""
        found = _WORD.match(self.body) if self.opening == "{%" else None
        return found.group() if found else ""

    @property
    def is_level(self) -> bool:
        """Whether docxtpl lets it stand for the whole frame around it."""
        return self.level in ("p", "tr", "tc") and not re.search("[%}]", self.body)

    def frame(self, *names: str) -> Any:
        """The nearest element around it of one of the names, without prefix; or None."""
        return next(self.around.iterancestors(*(f"{W}{name}" for name in names)), None)


@dataclass(frozen=True, eq=False)
class Line:
    """A paragraph, a property or an attribute: its text in pieces, and its marks."""

    element: Any = field(repr=False)
    text: str
    place: Place
    marks: tuple[Mark, ...] = ()

    @property
    def words(self) -> str:
        """The text without its tags, on one line."""
        text = self.text
        for mark in self.marks:
            text = text.replace(mark.tag.text, " ", 1)
        return " ".join(text.split())


@dataclass(frozen=True)
class _Piece:
    """A text of an element, at its place in the part's order."""

    order: int
    element: Any
    text: str


def lines(part: Opened, report: Report) -> list[Line]:
    """The lines of a part that hold text; tags without a beginning or an end are told."""
    scanner = _Scanner(report)
    return [scanner.line(*found) for found in _texts(part)]


def in_order(found: Iterable[Line]) -> list[Mark]:
    """The marks of lines as they stand in the part's XML."""
    return sorted((mark for line in found for mark in line.marks), key=lambda mark: mark.order)


def _texts(part: Opened) -> Iterator[tuple[Any, Place, list[_Piece]]]:
    pieces: dict[Any, list[_Piece]] = {}
    others: list[_Piece] = []
    for order, element in enumerate(part.root.iter()):
        if element.tag == f"{W}t":
            owner = next(element.iterancestors(f"{W}p"), None)
            pieces.setdefault(owner, []).append(_Piece(order, element, element.text or ""))
        elif part.is_properties and isinstance(element.tag, str):
            pieces[element] = [_Piece(order, element, element.text or "")]
        else:
            others += _elsewhere(order, element)
    places = {one.element: one.place for one in part.paragraphs()}
    for owner, found in pieces.items():
        yield owner, places.get(owner, Place(part.name, part.title)), found
    for piece in others:
        around = next(piece.element.iterancestors(f"{W}p"), piece.element)
        yield piece.element, places.get(around, Place(part.name, part.title)), [piece]


def _elsewhere(order: int, element: Any) -> Iterator[_Piece]:
    """What holds a tag beside the text of runs: attributes, field codes, deleted text."""
    if isinstance(element.tag, str):
        for text in (element.text, *element.attrib.values()):
            if text and _ANY_SIGN.search(text):
                yield _Piece(order, element, text)


class _Scanner:
    """Finds the tags of one text after another; remembers whether it is inside `raw`."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._raw = False

    def line(self, element: Any, place: Place, pieces: list[_Piece]) -> Line:
        text = "".join(piece.text for piece in pieces)
        if not self._raw:
            self._tell_slips(text, place)
        if not _ANY_SIGN.search(text):
            return Line(element, text, place)
        starts, length = [], 0
        for piece in pieces:
            starts.append(length)
            length += len(piece.text)
        marks = []
        for offset, found in self._tags(text, place):
            piece = pieces[bisect_right(starts, offset) - 1]
            marks.append(_mark(Tag(found, place), piece.element, (piece.order, offset)))
        return Line(element, text, place, tuple(marks))

    def _tell_slips(self, text: str, place: Place) -> None:
        for found in _SLIP.finditer(text):
            self._report.tell("sign_apart", Tag(found.group(), place), sign=found.group())

    def _tags(self, text: str, place: Place) -> Iterator[tuple[int, str]]:
        """Each tag with its offset; what begins or ends none is told."""
        position = 0
        while (sign := self._next(text, position)) is not None:
            start, end = sign.span()
            if self._raw:
                self._raw = False
                yield start, sign.group()
            elif sign.group() in _OPENINGS:
                self._tell("tag_unopened", sign.group(), place, sign.group())
            elif (end := self._end(text, start, place)) > 0:
                yield start, text[start:end]
                self._raw = _is_raw(text[start:end])
            position = abs(end)

    def _next(self, text: str, position: int) -> re.Match[str] | None:
        return (_END_OF_RAW if self._raw else _ANY_SIGN).search(text, position)

    def _end(self, text: str, start: int, place: Place) -> int:
        """Where a tag ends; when it has no end, where to go on, as a negative number."""
        opening = text[start : start + 2]
        if opening == "{#" and (end := text.find("#}", start + 2)) > 0:
            return end + 2
        stop = 0
        for found in _signs(text, start + 2):
            if found.group() == CLOSINGS[opening]:
                return found.end()
            if found.group() in CLOSINGS:
                stop = stop or found.start()
                break
            stop = stop or found.end()
        end = stop or len(text)
        self._tell("tag_unclosed", text[start:end], place, opening)
        return -end

    def _tell(self, code: str, text: str, place: Place, sign: str) -> None:
        opening = _OPENINGS.get(sign, sign)
        values = {"sign": sign, "open": opening, "close": CLOSINGS[opening]}
        self._report.tell(code, Tag(clipped(text.rstrip()), place), **values)


def _signs(text: str, position: int) -> Iterator[re.Match[str]]:
    """The signs from a position on, those in quotes left out."""
    return (found for found in _SIGN.finditer(text, position) if found["sign"])


def _is_raw(tag: str) -> bool:
    return bool(_RAW.fullmatch(tag))


def _mark(tag: Tag, around: Any, order: tuple[int, int]) -> Mark:
    text = unicodedata.normalize("NFC", straight(tag.text))
    opening, inner = text[:2], text[2:-2]
    level, inner = found.groups() if (found := _LEVEL.match(inner)) else ("", inner)
    body = inner.removeprefix("-").removeprefix("+").removesuffix("-").removesuffix("+")
    return Mark(tag, opening, level, re.sub(r"[\r\n]", " ", body).strip(), around, order)
