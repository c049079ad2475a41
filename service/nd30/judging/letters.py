"""Font, colour and form of letters, wherever they stand (mục I.4)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from service.nd30.findings import LayoutFinding, finding
from service.nd30.parts import words
from service.nd30.parts.document import Document
from service.nd30.reading.paragraph import Paragraph, Span
from service.nd30.rules import FONT

# TCVN3 (.VnTime, .VnTimeH …), VNI (VNI-Times …) and VNWare (VNtimes new roman).
_OLD = re.compile(r"\.vn\w|vni[-_ ]|vn(?:times?|arial|book|univers|centur|helv)", re.IGNORECASE)
_ASCII = re.compile("[A-Za-z0-9]")
_OTHER = re.compile(r"[^\W_\x00-\x7f]")
_NEAR_BLACK = 0x33  # what print does not tell from black
_FONTS_NAMED = 8


def judge_letters(document: Document) -> Iterator[LayoutFinding]:
    fonts: Counter[str] = Counter()
    for paragraph in document.everything:
        yield from _letters(paragraph, fonts)
        if paragraph.decomposed:
            yield finding("unicode_form", "dấu thanh rời khỏi chữ (Unicode tổ hợp)", paragraph)


def _letters(paragraph: Paragraph, named: Counter[str]) -> Iterator[LayoutFinding]:
    """A finding for each font and colour of a paragraph; of fonts the first few."""
    fonts = dict.fromkeys(font for span in paragraph.spans for font in foreign_fonts(span))
    for font in fonts:
        named[font] += 1
        if len(named) <= _FONTS_NAMED:
            yield finding("old_font" if is_old(font) else "font", f"phông {font}", paragraph)
    if not words.MARK.match(paragraph.folded):
        colours = (span.format.colour for span in paragraph.spans if _lettered(span))
        for colour in dict.fromkeys(filter(is_coloured, colours)):
            yield finding("colour", f"chữ màu #{colour}", paragraph)


def _lettered(span: Span) -> bool:
    return _ASCII.search(span.text) is not None or _OTHER.search(span.text) is not None


def foreign_fonts(span: Span) -> Iterator[str]:
    """Other fonts than the decree's that letters or digits of a span are set in."""
    for font, letters in ((span.format.ascii_font, _ASCII), (span.format.other_font, _OTHER)):
        foreign = font is not None and not font.casefold().startswith(FONT.casefold())
        if foreign and letters.search(span.text):
            yield font or ""


def is_old(font: str) -> bool:
    return _OLD.match(font) is not None


def is_coloured(colour: str) -> bool:
    """Whether a colour is seen as another than black."""
    if not re.fullmatch("[0-9A-F]{6}", colour):
        return False
    return max(int(colour[at : at + 2], 16) for at in (0, 2, 4)) > _NEAR_BLACK


def mostly_old(document: Document) -> bool:
    """Whether most letters are in fonts of old codes: the words cannot be read then."""
    old = every = 0
    for span in (span for paragraph in document.story.paragraphs for span in paragraph.spans):
        every += len(span.text)
        old += len(span.text) * any(map(is_old, foreign_fonts(span)))
    return old * 2 > every
