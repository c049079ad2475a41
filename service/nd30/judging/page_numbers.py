"""Page numbers (mục I.7) and those of appendices (mục III.1.đ)."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from service.nd30.findings import LayoutFinding, finding
from service.nd30.judging.faces import letter_faults
from service.nd30.parts.document import Document
from service.nd30.reading.formats import SINGLE
from service.nd30.reading.paragraph import Field, Paragraph, Span
from service.nd30.reading.sections import Section
from service.nd30.reading.story import Story
from service.nd30.rules import FACES
from service.word.metrics import width

_PAGE = re.compile(r"\s*PAGE\b", re.IGNORECASE)
_HIDDEN_BY_RULE = re.compile(r"\s*IF\b", re.IGNORECASE)
_ROMAN = re.compile(r"\*\s*(?:roman|alpha)", re.IGNORECASE)
_BESIDE = re.compile(r"[^\W\d_]|[-–—/]")
_OFF_CENTRE = 8.0  # millimetres
_PAGES_SURELY = 1.25  # an estimate of more pages than this is more than one
_MM_PER_POINT = 25.4 / 72


def judge_page_numbers(document: Document) -> Iterator[LayoutFinding]:
    story = document.story
    above = [x for parts in story.headers.values() for x in parts if page_fields(x)]
    below = [x for parts in story.footers.values() for x in parts if page_fields(x)]
    for paragraph in below:
        yield finding("page_number_place", "số trang ở lề dưới", paragraph)
    if not above and not below and pages(document) > _PAGES_SURELY:
        yield finding("page_number_missing", "văn bản nhiều trang mà không có số trang")
    for paragraph in above:
        yield from _shown(paragraph, story)
    if above or below:
        yield from _even(story)
        yield from _first(story)
        yield from _counted(story)
        yield from _of_appendices(document)


def page_fields(paragraph: Paragraph) -> list[Field]:
    return [each for each in paragraph.fields if _PAGE.match(each.code)]


def _shown(paragraph: Paragraph, story: Story) -> Iterator[LayoutFinding]:
    if not _is_centred(paragraph, story.sections[0]):
        yield finding("page_number_place", "số trang không canh giữa", paragraph)
    fields = page_fields(paragraph)
    seen = [Span("2", each.format) for each in fields]
    faults = "; ".join(dict.fromkeys(letter_faults(seen, FACES["page_number"])))
    if faults:
        yield finding("page_number_style", f"số trang {faults}", paragraph)
    if any(_ROMAN.search(each.code) for each in fields):
        yield finding("page_number_form", "số trang không phải chữ số Ả Rập", paragraph)
    beside = _BESIDE.search(paragraph.text)
    if beside:
        yield finding("page_number_form", "có chữ hoặc dấu khác bên cạnh số trang", paragraph)


def _is_centred(paragraph: Paragraph, section: Section) -> bool:
    """By its alignment, its frame, or a tab to the middle; what a text box holds is let be."""
    form = paragraph.format
    if paragraph.box is not None or paragraph.cell is not None or form.framed == "center":
        return True
    if form.align == "center":
        return abs(form.left + form.first / 2 - form.right) <= _OFF_CENTRE
    middle = section.text_width / 2
    centres = [tab for tab in form.tabs if tab.kind == "center"]
    tabbed = paragraph.text.startswith("\t")
    # A header's own tab (w:ptab) to the middle has no stop among the paragraph's.
    return tabbed and (not centres or abs(centres[0].position - middle) <= _OFF_CENTRE)


def _even(story: Story) -> Iterator[LayoutFinding]:
    """Whether even pages, when they have a header of their own, show their number."""
    section = story.sections[0]
    shown = [
        *story.headers.get(section.headers.get("even", ""), ()),
        *story.footers.get(section.footers.get("even", ""), ()),
    ]
    if story.even and not any(page_fields(paragraph) for paragraph in shown):
        yield finding("page_number_missing", "trang chẵn không có số trang")


def _first(story: Story) -> Iterator[LayoutFinding]:
    """Whether page 1 shows its number."""
    section = story.sections[0]
    kind = "first" if section.title_page else "default"
    for shown, parts in ((section.headers, story.headers), (section.footers, story.footers)):
        for paragraph in parts.get(shown.get(kind, ""), ()):
            hidden = any(_HIDDEN_BY_RULE.match(each.code) for each in paragraph.fields)
            if page_fields(paragraph) and not hidden:
                yield finding("page_number_first", "trang thứ nhất hiện số trang", paragraph)


def _counted(story: Story) -> Iterator[LayoutFinding]:
    section = story.sections[0]
    if section.number_format != "decimal":
        yield finding("page_number_form", f"số trang kiểu {section.number_format}")
    if section.start not in (None, 1):
        yield finding("page_number_form", f"số trang bắt đầu từ {section.start}")


def _of_appendices(document: Document) -> Iterator[LayoutFinding]:
    sections = document.story.sections
    heads = [each.heading.paragraph for each in document.appendices]
    starts = [document.main[0] if document.main else None, *heads]
    for before, head in pairwise(starts):
        if before is None or head is None:
            continue
        section = sections[min(head.section, len(sections) - 1)]
        if head.section == before.section or section.start != 1:
            yield finding("appendix_page_numbers", "số trang không đánh lại từ 1", head)


def pages(document: Document) -> float:
    """About how many pages the main part fills, from widths of words and heights of lines."""
    section = document.story.sections[0]
    broken = sum(each.page_break or each.format.page_break for each in document.main)
    # Of cells side by side the highest counts; taking a third of all is near enough.
    heights = (_height(x, section) / (3 if x.cell else 1) for x in document.main)
    further = len({x.section for x in document.main}) - 1
    return sum(heights) / section.text_height + broken + max(further, 0)


def _height(paragraph: Paragraph, section: Section) -> float:
    """Millimetres, spaces before and after included."""
    room = (paragraph.cell.width if paragraph.cell else section.text_width) or section.text_width
    size = paragraph.size or 13
    count = sum(_wrapped(paragraph.text.split("\n"), size, room))
    line = SINGLE * size * max(paragraph.format.spacing.in_lines(size), 0)
    return (count * line + paragraph.format.before + paragraph.format.after) * _MM_PER_POINT


def _wrapped(lines: Iterable[str], size: float, room: float) -> Iterator[int]:
    for line in lines:
        yield max(math.ceil(width(line, size) / room), 1)
