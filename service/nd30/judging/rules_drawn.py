"""The rules under motto, issuer and subject: whether there is one, and how long it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from service.nd30.findings import LayoutFinding, finding
from service.nd30.parts.drawn import Drawn
from service.nd30.parts.lines import Line
from service.nd30.rules import PAGE, Range
from service.word.metrics import longest_line

_UNBOUNDED = 1_000.0  # millimetres: text in a column whose width is not known does not wrap


def judge_rule(
    rule: str, above: Sequence[Line], drawn: Drawn | None, shares: Range, text: str | None = None
) -> Iterator[LayoutFinding]:
    """rule: "motto_rule" …; above: the lines of text; shares: length allowed, to theirs.

    text: what the line says when it is written as it is to be.
    """
    at = above[-1]
    if drawn is None:
        yield finding(rule, "không thấy đường kẻ", at)
    elif drawn.how == "text":
        yield finding("rule_as_text", "đường kẻ bằng dấu gạch dưới hoặc chữ gạch chân", at)
    elif drawn.length is not None:
        width = max((_width(line, text or line.text) for line in above), default=0)
        if width and not shares.holds(drawn.length / width):
            told = f"đường kẻ dài {drawn.length:.0f} mm, bằng {drawn.length / width:.0%} dòng chữ"
            yield finding(f"{rule}_length", told, at)


def _width(line: Line, text: str) -> float:
    """Millimetres: of the longest line, where the text wraps in its column."""
    cell = line.paragraph.cell
    room = cell.width if cell and cell.width > 0 else _UNBOUNDED
    if not cell and line.paragraph.box is None:
        room = PAGE.text_width
    size = max((span.format.size for span in line.lettered), default=0)
    return longest_line(text, size, room, "bold" if line.bold else "regular")
