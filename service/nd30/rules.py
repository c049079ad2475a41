"""The decree's numbers on layout, each once, with its place in the decree.

Source: Nghị định 30/2020/NĐ-CP ngày 05/3/2020, Phụ lục I (read 2026-11-21 in public copies).
Lengths in millimetres, font sizes and paragraph gaps in points, line spacing in lines.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Range:
    """What the decree allows, both ends included, and what the templates use."""

    least: float
    most: float
    used: float

    def __post_init__(self) -> None:
        if not self.least <= self.used <= self.most:
            raise ValueError(f"{self} uses a value outside the decree's bounds")


@dataclass(frozen=True, slots=True)
class Page:
    """Phụ lục I, phần I, mục I: A4 portrait and its margins."""

    width: float = 210
    height: float = 297
    top: Range = Range(20, 25, 20)
    bottom: Range = Range(20, 25, 20)
    left: Range = Range(30, 35, 30)
    right: Range = Range(15, 20, 15)
    number_size: Range = Range(13, 14, 14)

    @property
    def text_width(self) -> float:
        return self.width - self.left.used - self.right.used


@dataclass(frozen=True, slots=True)
class Sizes:
    """Font sizes of one document; they go up and down together (Phụ lục I, mục V, footnote)."""

    national_name: float
    motto: float
    place_and_date: float
    issuer: float
    body: float
    number: float = 13  # fixed: mục II.3
    recipients_heading: float = 12  # fixed: mục II.9
    recipients: float = 11  # fixed: mục II.9
    appendix_heading: float = 14  # fixed: mục III.1


@dataclass(frozen=True, slots=True)
class Body:
    """Phụ lục I, mục II.6: the text itself."""

    first_line: tuple[float, float] = (10.0, 12.7)  # one of the two, not a range
    gap: Range = Range(6, 999, 6)
    line_spacing: Range = Range(1.0, 1.5, 1.1)


FONT = "Times New Roman"
PAGE = Page()
BODY = Body()
PAIRINGS = {
    "12/13/13": Sizes(national_name=12, motto=13, place_and_date=13, issuer=12, body=14),
    "13/14/14": Sizes(national_name=13, motto=14, place_and_date=14, issuer=13, body=14),
}
DEFAULT_PAIRING = "12/13/13"

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"  # mục II.1.a
MOTTO = "Độc lập - Tự do - Hạnh phúc"  # mục II.1.b

# The rule under the issuer's name and under the subject, as a share of the longest line of text
# (mục II.2, II.5); the rule under the motto is as long as the motto (mục II.1.b).
RULE_SHARE = Range(1 / 3, 1 / 2, 0.4)
