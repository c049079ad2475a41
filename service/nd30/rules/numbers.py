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

    def holds(self, value: float, tolerance: float = 0) -> bool:
        return self.least - tolerance <= value <= self.most + tolerance


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


@dataclass(frozen=True, slots=True)
class Face:
    """How the letters of a component look; `None`: the decree leaves it open."""

    least: float
    most: float
    bold: bool | None = False
    italic: bool | None = False
    capitals: bool | None = False


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
MOTTO_RULE_SHARE = 1.0

# Phụ lục I, mục II and III; the table of sample letters in mục V says the same.
FACES = {
    "national": Face(12, 13, bold=True, capitals=True),  # II.1.a
    "motto": Face(13, 14, bold=True),  # II.1.b
    "parent": Face(12, 13, capitals=True),  # II.2.b
    "issuer": Face(12, 13, bold=True, capitals=True),  # II.2.b
    "number": Face(13, 13, capitals=None),  # II.3.c
    "date": Face(13, 14, italic=True),  # II.4.c
    "kind": Face(13, 14, bold=True, capitals=True),  # II.5.b
    "subject": Face(13, 14, bold=True),  # II.5.b
    "letter_subject": Face(12, 13),  # II.5.b
    "basis": Face(13, 14, italic=True, capitals=None),  # II.6.a
    "body": Face(13, 14),  # II.6.e
    "part": Face(13, 14, bold=True),  # II.6.đ: Phần, Chương, Mục, Tiểu mục
    "part_title": Face(13, 14, bold=True, capitals=True),  # II.6.đ
    "section": Face(13, 14, bold=True, capitals=True),  # V.6.b: I. NHỮNG KẾT QUẢ …
    "article": Face(13, 14, bold=True, capitals=None),  # II.6.đ
    "authority": Face(13, 14, bold=True, capitals=True),  # II.7.đ
    "signer": Face(13, 14, bold=True),  # II.7.đ
    "addressees": Face(13, 14, capitals=None),  # II.9.d
    "recipients_heading": Face(12, 12, bold=True, italic=True),  # II.9.d
    "recipients": Face(11, 11, capitals=None),  # II.9.d
    "appendix": Face(14, 14, bold=True),  # III.1.b
    "appendix_name": Face(13, 14, bold=True, capitals=True),  # III.1.b
    "appendix_reference": Face(13, 14, italic=True, capitals=None),  # III.1.c
    "mark": Face(13, 14, bold=True, capitals=True),  # III.2.b, c
    "copy": Face(13, 14, bold=True, capitals=True),  # Phần II, II.2.b
    "page_number": Face(13, 14, capitals=None),  # I.7
}
