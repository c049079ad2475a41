"""Paper, orientation, margins (mục I.1 to I.3)."""

from __future__ import annotations

from collections.abc import Iterator

from service.nd30.findings import LayoutFinding, finding
from service.nd30.judging.faces import points
from service.nd30.parts.document import Document
from service.nd30.reading.sections import Section
from service.nd30.rules import PAGE

_PAPER, _MARGIN = 0.5, 0.3  # tolerances, millimetres
_SIDES = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}
# A page turned to the left, and to the right: what was left is now on top, or below.
_TURNED = (
    {"top": "left", "bottom": "right", "left": "bottom", "right": "top"},
    {"top": "right", "bottom": "left", "left": "top", "right": "bottom"},
)


def judge_page(document: Document) -> Iterator[LayoutFinding]:
    for section in document.story.sections:
        if not _is_a4(section):
            size = f"{round(section.width)} mm x {round(section.height)} mm"
            yield finding("paper", f"khổ giấy {size}")
        elif section.landscape and not section.has_table:
            yield finding("orientation", "trình bày theo chiều rộng mà không có bảng, biểu")
        wrong = _wrong_margins(section)
        if wrong:
            yield finding("margins", "; ".join(wrong))


def _is_a4(section: Section) -> bool:
    short, long = sorted((section.width, section.height))
    return abs(short - PAGE.width) <= _PAPER and abs(long - PAGE.height) <= _PAPER


def _wrong_margins(section: Section) -> list[str]:
    """In words; on a landscape page the margins may have turned with the paper."""
    upright = _misfits(section, {side: side for side in _SIDES})
    turned = [_misfits(section, sides) for sides in _TURNED] if section.landscape else []
    return [] if [] in turned else upright


def _misfits(section: Section, sides: dict[str, str]) -> list[str]:
    """sides: side of the page -> the margin whose bounds hold for it."""
    return [
        f"lề {_SIDES[side]} {points(getattr(section, side))} mm"
        for side, bounds in sides.items()
        if not getattr(PAGE, bounds).holds(getattr(section, side), _MARGIN)
    ]
