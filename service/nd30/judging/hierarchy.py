"""What each paragraph of the text is, and the headings among them (mục II.6.đ, mục V)."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.nd30.findings import LayoutFinding, finding
from service.nd30.judging.faces import judge_face, letter_faults
from service.nd30.parts.document import Document
from service.nd30.parts.lines import Line, lines_of
from service.nd30.reading.paragraph import Paragraph, Span
from service.nd30.rules import FACES

_PART = re.compile(
    r"(?P<word>phần|chương|mục|tiểu mục)\s+(?:thứ\s+)?"
    r"(?P<number>[ivxlc]{1,6}|\d{1,3}|nhất|hai|ba|tư|năm|sáu|bảy)\s*(?P<rest>[.:–-].*)?$"
)
_SECTION = re.compile(r"[IVXLC]{1,6}\s*[.)-]\s*\S")
_ARTICLE = re.compile(r"Điều\s+\d{1,3}[a-zđ]?(?P<dot>\s*[.:]?)", re.IGNORECASE)
_POINT = re.compile(r"([a-zđ])\s*\)\s")
_FOREIGN_LETTERS = "fjwz"
_LONGEST_SECTION = 250


class Role(enum.Enum):
    """What a paragraph of the text is."""

    BASIS = enum.auto()
    PART = enum.auto()
    PART_TITLE = enum.auto()
    SECTION = enum.auto()
    ARTICLE = enum.auto()
    APART = enum.auto()  # centred or to the right: captions, formulas
    PROSE = enum.auto()


@dataclass(frozen=True)
class Text:
    """A paragraph with words; index: its place in the main part."""

    paragraph: Paragraph
    role: Role
    index: int


def text_of(document: Document) -> list[Text]:
    """The paragraphs of the text that hold words, each with its role."""
    places = {id(each): index for index, each in enumerate(document.main)}
    bases = {id(each) for each in document.title.bases}
    found: list[Text] = []
    for paragraph in document.body:
        if any(map(str.isalnum, paragraph.text)):
            before = found[-1].role if found else None
            role = Role.BASIS if id(paragraph) in bases else _role(paragraph, before)
            found.append(Text(paragraph, role, places[id(paragraph)]))
    return found


def _role(paragraph: Paragraph, before: Role | None) -> Role:
    centred = paragraph.format.align == "center"
    if _PART.match(paragraph.folded[:_LONGEST_SECTION]) and _is_heading(paragraph):
        return Role.PART
    if before is Role.PART and (centred or paragraph.text.isupper()):
        return Role.PART_TITLE
    if _SECTION.match(paragraph.words) and _is_section(paragraph):
        return Role.SECTION
    if _ARTICLE.match(paragraph.words) and _is_article(paragraph):
        return Role.ARTICLE
    if _is_apart(paragraph):
        return Role.APART
    return Role.PROSE


def _is_heading(paragraph: Paragraph) -> bool:
    lines = lines_of(paragraph)
    return lines[0].centred or lines[0].bold or lines[0].in_capitals


def _is_section(paragraph: Paragraph) -> bool:
    """A heading: in capitals or bold, and not a sentence."""
    if len(paragraph.words) > _LONGEST_SECTION:
        return False
    line = lines_of(paragraph)[0]
    return line.in_capitals or line.bold


def _is_article(paragraph: Paragraph) -> bool:
    """“Điều 5.” and not “Điều 5 Luật này quy định …”."""
    found = _ARTICLE.match(paragraph.words)
    return found is not None and (bool(found["dot"].strip()) or _head(paragraph)[0].format.bold)


def _is_apart(paragraph: Paragraph) -> bool:
    """Centred or to the right, unless it is long and looks like the text around it."""
    form = paragraph.format
    if paragraph.style.casefold().startswith(("toc", "caption")) or form.framed:
        return True
    if form.align not in ("center", "right"):
        return False
    lettered = [span for line in lines_of(paragraph) for span in line.lettered]
    set_off = any(span.format.bold or span.format.italic for span in lettered)
    return set_off or paragraph.text.isupper() or len(paragraph.words) < 120


def judge_hierarchy(text: Sequence[Text]) -> Iterator[LayoutFinding]:
    for each in text:
        if each.role is Role.PART:
            yield from _part(each.paragraph)
        elif each.role is Role.PART_TITLE:
            yield from _part_title(lines_of(each.paragraph))
        elif each.role is Role.SECTION:
            yield from judge_face("section_heading", lines_of(each.paragraph), "section")
        elif each.role is Role.ARTICLE:
            yield from _article(each.paragraph)
    yield from _points([each.paragraph for each in text if each.role is Role.PROSE])


def _part(paragraph: Paragraph) -> Iterator[LayoutFinding]:
    heading, *title = lines_of(paragraph)
    fault = _part_fault(heading)
    if fault:
        yield finding("part_heading", fault, heading)
        return
    if not heading.centred:
        yield finding("part_heading", "không canh giữa", heading)
    yield from judge_face("part_heading", [heading], "part")
    yield from _part_title(title)


def _part_fault(heading: Line) -> str | None:
    found = _PART.match(heading.folded)
    if found is None:
        return None
    if found["rest"]:
        return "tiêu đề viết liền với số thứ tự"
    roman = found["word"] in ("phần", "chương")
    if roman != bool(re.fullmatch("[ivxlc]+", found["number"])):
        return f"số thứ tự của {found['word']} không dùng chữ số {'La Mã' if roman else 'Ả Rập'}"
    return None


def _part_title(lines: Sequence[Line]) -> Iterator[LayoutFinding]:
    for line in lines:
        if not line.centred:
            yield finding("part_heading", "tiêu đề không canh giữa", line)
    yield from judge_face("part_heading", lines, "part_title")


def _article(paragraph: Paragraph) -> Iterator[LayoutFinding]:
    found = _ARTICLE.match(paragraph.words)
    faults = list(letter_faults(_head(paragraph), FACES["article"]))
    if found and found["dot"].strip() != ".":
        faults.append("sau số thứ tự không có dấu chấm")
    if not paragraph.words.startswith("Điều"):
        faults.append("từ “Điều” không viết in thường")
    if faults:
        yield finding("article_heading", "; ".join(faults), paragraph)


def _head(paragraph: Paragraph) -> list[Span]:
    """The spans of “Điều 1”."""
    found = _ARTICLE.match(paragraph.text.lstrip())
    rest = (found.start("dot") if found else 0) + len(paragraph.text) - len(paragraph.text.lstrip())
    spans = []
    for span in paragraph.spans:
        if rest > 0 and span.text.strip():
            spans.append(span)
        rest -= len(span.text)
    return spans or paragraph.spans[:1]


def _points(prose: Sequence[Paragraph]) -> Iterator[LayoutFinding]:
    """a), b), c), d), đ), e) …"""
    before = ""
    for paragraph in prose:
        found = _POINT.match(paragraph.words)
        if found is None:
            continue
        letter = found[1]
        if letter in _FOREIGN_LETTERS:
            yield finding("point_letter", f"điểm {letter}) không có trong bảng chữ cái", paragraph)
        elif (before, letter) == ("d", "e"):
            yield finding("point_letter", "thiếu điểm đ) sau điểm d)", paragraph)
        before = letter
