"""The table of results."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Goal:
    """What is to be reached, and whether a ratio reaches it."""

    text: str
    reached: Callable[[float], bool]


def faster(times: float) -> Goal:
    return Goal(f"≥ {times:g} × faster", lambda ratio: ratio >= times)


def within(times: float) -> Goal:
    return Goal(f"≤ {times:g} ×", lambda ratio: ratio <= times)


@dataclass(frozen=True)
class Row:
    """A measurement: paired ratios, and the goal if it has one."""

    what: str
    ratios: Sequence[float]
    goal: Goal | None = None

    def cells(self) -> tuple[str, str, str, str]:
        """What, goal, least – median – most, whether the median meets the goal."""
        median = statistics.median(self.ratios)
        spread = (min(self.ratios), median, max(self.ratios))
        measured = " – ".join(map(_figure, spread)) + " ×"
        met = "" if self.goal is None else "yes" if self.goal.reached(median) else "no"
        return self.what, self.goal.text if self.goal else "", measured, met


def _figure(ratio: float) -> str:
    places = 0 if ratio >= 100 else 1 if ratio >= 10 else 2
    return f"{ratio:,.{places}f}"


def table(rows: Iterable[Row]) -> str:
    """Markdown, readable as it stands."""
    lines = [("what", "goal", "measured: least – median – most", "met")]
    lines += [row.cells() for row in rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    lines.insert(1, tuple("-" * width for width in widths))  # type: ignore[arg-type]
    return "\n".join(_line(cells, widths) for cells in lines)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return f"| {' | '.join(padded)} |"
