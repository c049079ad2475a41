"""How wide words are in Times New Roman, and where they wrap."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Literal

Style = Literal["regular", "bold", "italic"]

_POINTS_PER_MM = 72 / 25.4


@functools.cache
def _advances(style: Style) -> tuple[dict[str, int], int]:
    table = json.loads(Path(__file__).with_name("times_widths.json").read_text(encoding="utf-8"))
    widths = {letter: int(width) for width, letters in table[style].items() for letter in letters}
    return widths, table["units_per_em"]


def width(text: str, size: float, style: Style = "regular") -> float:
    """Width of one line of text in millimetres at a font size in points.

    Letters outside Vietnamese count as wide as an "M".
    """
    advances, em = _advances(style)
    widest = advances["M"]
    units = sum(advances.get(letter, widest) for letter in text)
    return units / em * size / _POINTS_PER_MM


def longest_line(text: str, size: float, available: float, style: Style = "regular") -> float:
    """Width in millimetres of the longest line when text wraps at `available` millimetres."""
    lengths, line = [0.0], ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and width(longer, size, style) > available:
            lengths.append(width(line, size, style))
            line = word
        else:
            line = longer
    return min(max(*lengths, width(line, size, style)), available)
