"""Which fields LibreOffice may see: those that compute from the document itself.

The others stay as the text that they showed last. What counts as a field is what ECMA-376-1,
17.16.18 describes, in one story: where readers may choose one of several stories (alternatives,
text boxes), no instruction is put together across them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_MARK, _CODE, _DELETED, _TEXT = f"{W}fldChar", f"{W}instrText", f"{W}delInstrText", f"{W}t"
_SIMPLE = f"{W}fldSimple"
_STORIES = {
    *(f"{_MC}{name}" for name in ("Choice", "Fallback")),
    *(f"{W}{name}" for name in ("comment", "endnote", "footnote", "txbxContent")),
}
_WATCHED = (_MARK, _CODE, _DELETED, _TEXT, _SIMPLE, *_STORIES)
# No other spelling of these names is a field. In UTF-16 zeros stand between the letters.
_MAY_HOLD_FIELDS = (b"instrText", b"InstrText", b"fldChar", b"fldSimple", b"\0")

_KINDS = (
    "AUTHOR COMMENTS CREATEDATE DATE DOCPROPERTY FORMCHECKBOX FORMDROPDOWN FORMTEXT KEYWORDS "
    "LASTSAVEDBY NOTEREF NUMPAGES PAGE PAGEREF PRINTDATE REF SAVEDATE SECTION SECTIONPAGES SEQ "
    "STYLEREF SUBJECT TC TIME TITLE TOC XE"
)
KINDS = frozenset(_KINDS.split())
_KIND = re.compile(r"[ \t\r\n]*([A-Za-z]+)(?=[ \t\r\n\\]|$)")
# A place in this document, or an address that only a reader's click asks for.
_LINK = re.compile(
    r'\s*HYPERLINK(?:\s+"(?:https?://|mailto:)[^"\\]*")?'
    r'(?:\s+\\[lot]\s+"[^"\\]*"|\s+\\[hn])*\s*',
    re.IGNORECASE,
)


def allowed(instruction: str) -> bool:
    """Whether a field of this instruction may stay a field."""
    kind = _KIND.match(instruction)
    known = kind is not None and kind[1].upper() in KINDS
    return known or _LINK.fullmatch(instruction) is not None


@dataclass
class _Field:
    """A field that has begun. elements: what is not its result."""

    elements: list[Any] = field(default_factory=list)
    instruction: str = ""
    in_code: bool = True
    plain: bool = True

    @property
    def stays(self) -> bool:
        return self.plain and not self.in_code and allowed(self.instruction)

    @property
    def name(self) -> str:
        return _name(self.instruction)


def settle(root: Any, content: bytes) -> list[str]:
    """Make text of the fields of a part that may not stay; their names, "" for scraps of one.

    content: the bytes that `root` was parsed from.
    """
    if not any(mark in content for mark in _MAY_HOLD_FIELDS):
        return []
    story = _Story()
    _walk(root, story)
    for element in story.doomed:
        _remove(element)
    return [*story.removed, *_settle_simple(root)]


class _Story:
    """Fields in the order of the document; `doomed` and `removed` are those of inner ones too."""

    def __init__(self, outer: _Story | None = None) -> None:
        self.outer = outer
        self.open: list[_Field] = []
        self.doomed: list[Any] = outer.doomed if outer else []
        self.removed: list[str] = outer.removed if outer else []

    def see(self, element: Any) -> None:
        """Take in an element that is watched, and no story."""
        outermost = next((one for one in self.open if one.in_code), None)
        if outermost:
            outermost.elements.append(element)
        if element.tag == _MARK:
            self._see_mark(element)
        elif element.tag == _CODE and self.open and self.open[-1].in_code:
            self.open[-1].instruction += element.text or ""
            self.open[-1].plain &= not len(element)
        elif element.tag in (_CODE, _DELETED):
            self._drop(element)
        elif element.tag == _SIMPLE:
            self.disturb()

    def disturb(self) -> None:
        """What an instruction may not hold: another field, another story."""
        if self.open and self.open[-1].in_code:
            self.open[-1].plain = False

    def end(self) -> None:
        while self.open:
            self._close()

    def _see_mark(self, element: Any) -> None:
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            self.disturb()
            self.open.append(_Field())
        if self.open:
            self.open[-1].elements.append(element)
        if not self.open or kind not in ("begin", "separate", "end"):
            self._drop(element)
        elif kind == "separate":
            self.open[-1].in_code = False
        elif kind == "end":
            self._close(ended=True)

    def _drop(self, stray: Any) -> None:
        self.doomed.append(stray)
        self.removed.append("")

    def _close(self, *, ended: bool = False) -> None:
        closed = self.open.pop()
        # A field without a result ends its instruction at its end.
        closed.in_code &= not ended
        if not (ended and closed.stays):
            self.doomed += closed.elements
            self.removed.append(closed.name)


def _walk(root: Any, story: _Story) -> None:
    for event, element in etree.iterwalk(root, events=("start", "end"), tag=_WATCHED):
        if element.tag not in _STORIES:
            if event == "start":
                story.see(element)
        elif event == "start":
            story.disturb()
            story = _Story(story)
        else:
            story.end()
            story = story.outer or story
    story.end()


def _settle_simple(root: Any) -> Iterator[str]:
    for element in list(root.iter(_SIMPLE)):
        instruction = element.get(f"{W}instr", "")
        if not allowed(instruction):
            _unwrap(element)
            yield _name(instruction)


def _name(instruction: str) -> str:
    return next(iter(instruction.split()), "")[:20].upper()


def _unwrap(element: Any) -> None:
    """Put what it holds in its place."""
    for child in list(element):
        element.addprevious(child)
    _remove(element)


def _remove(element: Any) -> None:
    """Take it out, once."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
