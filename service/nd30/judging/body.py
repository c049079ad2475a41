"""The text: ô 6 (mục II.6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from service.nd30.findings import LayoutFinding, finding
from service.nd30.judging.faces import points
from service.nd30.judging.hierarchy import Role, Text, judge_hierarchy, text_of
from service.nd30.parts.document import Document
from service.nd30.reading.paragraph import Paragraph
from service.nd30.reading.sections import Section
from service.nd30.rules import BODY, FACES
from service.vietnamese.text import fold
from service.word.metrics import width

_PROSE = frozenset({Role.PROSE, Role.BASIS, Role.ARTICLE})
_SPACED = _PROSE | {Role.SECTION}
_INDENT = 0.3  # millimetres, nd30.md §14
_GAP, _LINES = 0.05, 0.02  # points, lines
_BULLETS = ("-", "–", "—", "+", "•", "*", "\uf0b7")
_FEW = 3  # letters that may be of another size: a mark, a number


def judge_body(document: Document) -> Iterator[LayoutFinding]:
    text = text_of(document)
    prose = [each for each in text if each.role in _PROSE]
    yield from _sizes(prose)
    for each in prose:
        section = _section(document, each.paragraph)
        yield from _first_line(each.paragraph, abs(document.story.tab_width))
        yield from _alignment(each.paragraph, section)
        yield from _upright(each, section)
    for each in text:
        if each.role in _SPACED:
            yield from _line_spacing(each.paragraph)
    yield from _gaps(text)
    yield from judge_hierarchy(text)


def _section(document: Document, paragraph: Paragraph) -> Section:
    sections = document.story.sections
    return sections[min(paragraph.section, len(sections) - 1)]


def _sizes(prose: Sequence[Text]) -> Iterator[LayoutFinding]:
    """The size of most letters, then the paragraphs that differ. Legal bases: see bases.py."""
    held = [each.paragraph for each in prose if each.role is not Role.BASIS]
    counts: Counter[float] = Counter()
    for paragraph in held:
        for text, form in paragraph.spans:
            counts[form.size] += len(text)
    if not counts:
        return
    usual = counts.most_common(1)[0][0]
    face = FACES["body"]
    if not face.least - 0.05 <= usual <= face.most + 0.05:
        first = next(each for each in held if usual in _sizes_of(each) or each.words)
        yield finding("body_size", f"nội dung cỡ chữ {points(usual)}", first)
    for paragraph in held:
        for size in _sizes_of(paragraph) - {usual}:
            told = f"cỡ chữ {points(size)}, phần lớn nội dung cỡ {points(usual)}"
            yield finding("body_size", told, paragraph)


def _sizes_of(paragraph: Paragraph) -> set[float]:
    held = (span for span in paragraph.spans if not span.format.raised)
    return {span.format.size for span in held if sum(map(str.isalnum, span.text)) > _FEW}


def _first_line(paragraph: Paragraph, tab_width: float) -> Iterator[LayoutFinding]:
    at = first_letter(paragraph, tab_width)
    least, most = BODY.first_line
    if any(abs(at - allowed) <= _INDENT for allowed in BODY.first_line):
        return
    # Below the points of a clause the decree defines nothing: dashes may stand further in.
    if paragraph.words.startswith(_BULLETS) and at >= least - _INDENT:
        return
    between = least < at < most
    told = f"chữ đầu dòng lùi vào {points(round(at, 1))} mm"
    yield finding("first_line", told, paragraph, "warning" if between else None)


def first_letter(paragraph: Paragraph, tab_width: float) -> float:
    """Millimetres from the margin to the first letter: indents, then tabs and blanks."""
    form = paragraph.format
    at = form.left + form.first
    for letter in paragraph.text:
        if letter == "\t":
            at = _next_stop(paragraph, at, tab_width)
        elif letter.isspace():
            at += width(" ", paragraph.size or 14)
        else:
            break
    return at


def _next_stop(paragraph: Paragraph, at: float, tab_width: float) -> float:
    """Where a tab leads: to a stop of its own, to a hanging indent, or to the next default."""
    stops = [tab.position for tab in paragraph.format.tabs if tab.kind != "bar"]
    if paragraph.format.first < 0:
        stops.append(paragraph.format.left)
    own = min((stop for stop in stops if stop > at + 0.1), default=None)
    return own if own is not None else (int(at / tab_width + 0.01) + 1) * tab_width


def _alignment(paragraph: Paragraph, section: Section) -> Iterator[LayoutFinding]:
    if paragraph.format.align != "both" and _lines(paragraph, section) > 1:
        shown = {"left": "trái", "right": "phải", "center": "giữa"}[paragraph.format.align]
        yield finding("body_alignment", f"canh {shown}", paragraph)


def _lines(paragraph: Paragraph, section: Section) -> float:
    """About how many lines a paragraph takes; breaks count."""
    form = paragraph.format
    room = max(section.text_width - form.left - form.right, 1)
    size = paragraph.size or 14
    return max(
        (width(line, size) + (form.first if not index else 0)) / room
        for index, line in enumerate(paragraph.text.split("\n"))
    )


def _upright(text: Text, section: Section) -> Iterator[LayoutFinding]:
    """Remarks in brackets and quotations may be italic."""
    paragraph = text.paragraph
    apart = paragraph.words.startswith(("(", "“", '"', "*")) or paragraph.folded.startswith(
        "ghi chú"
    )
    if text.role is not Role.PROSE or apart or _lines(paragraph, section) <= 1:
        return
    if all(span.format.italic for span in paragraph.spans if span.text.strip()):
        yield finding("body_style", "cả đoạn chữ nghiêng", paragraph)
    if paragraph.text == paragraph.text.upper() and any(map(str.isalpha, paragraph.text)):
        yield finding("body_style", "cả đoạn viết in hoa", paragraph)


def _line_spacing(paragraph: Paragraph) -> Iterator[LayoutFinding]:
    lines = paragraph.format.spacing.in_lines(paragraph.size or 14)
    if not BODY.line_spacing.holds(lines, _LINES):
        yield finding("line_spacing", f"giãn dòng {points(lines)} lines", paragraph)


def _gaps(text: Sequence[Text]) -> Iterator[LayoutFinding]:
    """Between neighbours, with nothing in between, that are both text."""
    for upper, lower in pairwise(text):
        neighbours = lower.index == upper.index + 1
        if not neighbours or not {upper.role, lower.role} <= _SPACED:
            continue
        gap = _gap(upper.paragraph, lower.paragraph)
        if gap < BODY.gap.least - _GAP:
            yield finding("paragraph_gap", f"cách đoạn trên {points(gap)} pt", lower.paragraph)


def _gap(upper: Paragraph, lower: Paragraph) -> float:
    """Word adds the two; contextual spacing counts nothing between paragraphs of one style."""
    same = fold(upper.style) == fold(lower.style)
    after = 0 if same and upper.format.contextual else upper.format.after
    before = 0 if same and lower.format.contextual else lower.format.before
    return after + before
