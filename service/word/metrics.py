"""How wide words are in Times New Roman, and where they wrap."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Literal

Style = Literal["regular", "bold", "italic"]

_POINTS_PER_MM = 72 / 25.4


class _Advances(dict[str, int]):
    """Letter -> advance in units; letters outside Vietnamese count as wide as an "M"."""

    def __missing__(self, letter: str) -> int:
        return self["M"]


@functools.cache
def _advances(style: Style) -> tuple[_Advances, int]:
    table = json.loads(Path(__file__).with_name("times_widths.json").read_text(encoding="utf-8"))
    widths = {letter: int(width) for width, letters in table[style].items() for letter in letters}
    return _Advances(widths), table["units_per_em"]


def width(text: str, size: float, style: Style = "regular") -> float:
    """Width of one line of text in millimetres at a font size in points."""
    advances, em = _advances(style)
    return sum(map(advances.__getitem__, text)) / em * size / _POINTS_PER_MM


# A season's documents share most headings.
@functools.lru_cache(maxsize=1024)
def longest_line(text: str, size: float, available: float, style: Style = "regular") -> float:
    """Width in millimetres of the longest line when text wraps at `available` millimetres."""
    advances, em = _advances(style)
    scale = size / em / _POINTS_PER_MM
    advance, space = advances.__getitem__, advances[" "] * scale
    longest, line = 0.0, -space
    for word in text.split():
        length = sum(map(advance, word)) * scale
        line += space + length
        if line > available:
            line = length
        longest = max(longest, line)
    return min(longest, available)
