"""Effective formatting: what is seen, after styles, themes and defaults."""

from __future__ import annotations

from typing import Literal, NamedTuple

Align = Literal["left", "center", "right", "both"]

SINGLE = 1.15  # height of a single line of Times New Roman, in font sizes (hhea table)


class RunFormat(NamedTuple):
    """size: points; colour: six hexadecimal digits, or "AUTO"; fonts: None when nothing says."""

    ascii_font: str | None = None
    other_font: str | None = None
    size: float = 10
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    colour: str = "AUTO"
    raised: bool = False  # or lowered: a mark, not the text itself


class Spacing(NamedTuple):
    """Height of lines. rule "auto": `value` in single lines; "exact", "atLeast": in points."""

    rule: str = "auto"
    value: float = 1

    def in_lines(self, size: float) -> float:
        """Single lines of a font size in points."""
        if self.rule == "auto":
            return self.value
        lines = self.value / (SINGLE * size)
        return max(lines, 1) if self.rule == "atLeast" else lines


class TabStop(NamedTuple):
    """position: millimetres from the margin."""

    position: float
    kind: str


class ParagraphFormat(NamedTuple):
    """left, right, first: millimetres, `first` counted from `left`; before, after: points."""

    align: Align = "left"
    left: float = 0
    right: float = 0
    first: float = 0
    before: float = 0
    after: float = 0
    contextual: bool = False
    spacing: Spacing = Spacing()
    style: str = ""
    tabs: tuple[TabStop, ...] = ()
    line_above: bool = False
    line_below: bool = False
    framed: str | None = None  # where a frame stands across: "center" …
    page_break: bool = False
