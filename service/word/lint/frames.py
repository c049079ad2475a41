"""Where in the XML a tag may stand, and what is lost beside it.

docxtpl puts a `{%p … %}` in the place of its whole paragraph, a `{%tr … %}` in that of its row, a
`{%tc … %}` in that of its cell: whatever else stands there is gone. Of several only the last stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from service.word.faults import clipped
from service.word.lint.marks import Line, Mark
from service.word.lint.report import Report
from service.word.lint.syntax import OF_CELLS, OF_LOOPS
from service.word.tags import W

# In docxtpl's order: what a row's tag takes along is gone before paragraphs are looked at.
_FRAMES = {"tr": "hàng", "tc": "ô", "p": "đoạn"}
_NEEDED = {"tr": "một hàng của bảng", "tc": "một ô của bảng", "p": "một đoạn", "r": "một đoạn"}
# A paragraph, and so what stands in it, belongs to the nearest of these.
_ROOMS = (
    *("tc", "txbxContent", "footnote", "endnote", "comment", "sdtContent"),
    *("body", "hdr", "ftr", "footnotes", "endnotes", "comments"),
)


def ground(mark: Mark) -> tuple[Any, ...]:
    """What a statement must begin and end in: the elements around it by name, and its room.

    Empty when the tag does not stand where its level wants it.
    """
    if mark.level == "tr":
        around, room = mark.frame("tr"), mark.frame("tbl")
    elif mark.level == "tc":
        around, room = mark.frame("tc"), mark.frame("tr")
    else:
        around = {"p": mark.frame("p"), "r": mark.frame("r")}.get(mark.level, mark.around)
        room = mark.frame(*_ROOMS)
    if around is None:
        return ()
    names = (one.tag for one in around.iterancestors())
    return (*names, "" if mark.level else mark.around.tag, room)


def check(found: Iterable[Line], report: Report) -> None:
    """Tell the tags that stand where they cannot, and what is lost beside tags of a level."""
    lines = [line for line in found if line.element is not None]
    for line in lines:
        for mark in line.marks:
            _require_frame(mark, report)
    _tell_lost(lines, report)


def _require_frame(mark: Mark, report: Report) -> None:
    level = "tc" if mark.word in (*OF_CELLS, *OF_LOOPS) else mark.level
    if level and mark.frame("p" if level == "r" else level) is None:
        word = mark.word if mark.word in (*OF_CELLS, *OF_LOOPS) else mark.level
        report.tell("tag_outside", mark.tag, frame=_NEEDED[level], word=word)


def _tell_lost(lines: list[Line], report: Report) -> None:
    for level, frame in _FRAMES.items():
        kept = _kept(lines, level)
        beside: dict[Any, list[Line]] = {owner: [] for owner in kept}
        left: list[Line] = []
        for line in lines:
            owner = next((one for one in _around(line, level) if one in kept), None)
            (left if owner is None else beside[owner]).append(line)
        for owner, lost in beside.items():
            _tell_beside(kept[owner], lost, frame, report)
        lines = left


def _kept(lines: list[Line], level: str) -> dict[Any, Mark]:
    """The frames of a level that a tag stands for, each with that tag."""
    found = [mark for line in lines for mark in line.marks if mark.level == level and mark.is_level]
    found.sort(key=lambda mark: (mark.opening != "{#", mark.order))
    return {owner: mark for mark in found if (owner := mark.frame(level)) is not None}


def _around(line: Line, level: str) -> Iterator[Any]:
    if line.element.tag == f"{W}{level}":
        yield line.element
    yield from line.element.iterancestors(f"{W}{level}")


def _tell_beside(kept: Mark, lines: list[Line], frame: str, report: Report) -> None:
    for line in lines:
        for mark in line.marks:
            if mark is not kept and mark.opening != "{#":
                report.tell("tag_lost", mark.tag, frame=frame, kept=clipped(kept.tag.text))
    if words := " ".join(filter(None, (line.words for line in lines))):
        report.tell("text_lost", kept.tag, frame=frame, text=clipped(words))
