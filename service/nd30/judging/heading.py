"""National name, motto, bodies, number, place and date: ô 1 to 4 and 5b."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from service.nd30.findings import LayoutFinding, finding
from service.nd30.judging.faces import judge_face, points
from service.nd30.judging.rules_drawn import judge_rule
from service.nd30.parts import words
from service.nd30.parts.document import Document
from service.nd30.parts.heading import Heading
from service.nd30.parts.lines import Line
from service.nd30.reading.paragraph import Paragraph
from service.nd30.rules import MOTTO, MOTTO_RULE_SHARE, RULE_SHARE, Range

_GAP, _LINES = 6.0, 1.2  # points and lines: more is seen as a gap
_LETTER_GAP = 6.0  # points, mục II.5.b
_MOTTO_SHARES = Range(MOTTO_RULE_SHARE - 0.1, MOTTO_RULE_SHARE + 0.1, MOTTO_RULE_SHARE)
_SHARES = Range(RULE_SHARE.least - 0.03, RULE_SHARE.most + 0.03, RULE_SHARE.used)
_DASHES = re.compile("[–—−]")
_NEED_NO_NUMBER = ("pledge", "contract", "public_letter")
_BODIES = (
    "ban ",
    "bộ ",
    "chi cục",
    "cục ",
    "hội đồng",
    "phòng ",
    "sở ",
    "trung tâm",
    "trường ",
    "uỷ ban",
    "văn phòng",
)  # fmt: skip


def judge_heading(document: Document) -> Iterator[LayoutFinding]:
    heading = document.heading
    if heading.national or heading.motto or not document.title.annexed:
        yield from _nation(heading)
        yield from _bodies(heading)
    yield from judge_face("mark_style", heading.marks)
    yield from _missing(document)
    yield from _pairing(heading)
    yield from _centred(heading)
    yield from _gaps(document)


def _nation(heading: Heading) -> Iterator[LayoutFinding]:
    national, motto = heading.national, heading.motto
    if national is None:
        yield finding("national_missing", "không thấy Quốc hiệu ở đầu văn bản")
    else:
        yield from judge_face("national_style", [national])
        if national.letters != words.NATIONAL_LETTERS:
            yield finding("national_text", f"“{national.text}”", national)
    if motto is None:
        if national is not None:
            yield finding("motto_missing", "không thấy Tiêu ngữ dưới Quốc hiệu", national)
        return
    yield from judge_face("motto_style", [motto])
    written = " ".join(motto.text.split())
    if written != MOTTO and not motto.in_capitals:
        # Word itself turns the hyphens into dashes.
        dashed = _DASHES.sub("-", written) == MOTTO
        yield finding("motto_text", f"“{written}”", motto, "warning" if dashed else None)
    yield from judge_rule("motto_rule", [motto], heading.motto_rule, _MOTTO_SHARES, MOTTO)


def _bodies(heading: Heading) -> Iterator[LayoutFinding]:
    if not heading.issuer:
        if heading.national:
            yield finding("issuer_missing", "không thấy tên cơ quan ban hành ở bên trái Quốc hiệu")
        return
    issuer = heading.issuer
    above = _bold_parent(issuer) if not heading.parents else 0
    for line in issuer[:above]:
        yield finding("parent_style", "chữ đậm", line)
    yield from judge_face("parent_style", heading.parents)
    yield from judge_face("issuer_style", issuer[above:])
    yield from judge_rule("issuer_rule", issuer[above:], heading.issuer_rule, _SHARES)


def _bold_parent(bold: Sequence[Line]) -> int:
    """How many of the bold lines name a parent: those before a line that begins another body."""
    starts = [index for index, line in enumerate(bold) if line.folded.startswith(_BODIES)]
    return starts[-1] if starts and starts[-1] > 0 and _names_whole(bold[: starts[-1]]) else 0


def _names_whole(lines: Sequence[Line]) -> bool:
    """Whether lines are the name of a body by themselves, not the first half of one."""
    joined = " ".join(line.folded for line in lines)
    return joined.startswith(("ubnd ", "uỷ ban nhân dân", "bộ ", "sở ", "tỉnh ", "thành phố "))


def _missing(document: Document) -> Iterator[LayoutFinding]:
    heading, kind = document.heading, document.kind
    if document.title.annexed or heading.national is None:
        return
    if heading.number is None and kind not in _NEED_NO_NUMBER:
        yield finding("number_missing", "không thấy dòng số, ký hiệu", heading.national)
    if heading.date is None and kind != "minutes":
        yield finding("date_missing", "không thấy dòng địa danh, thời gian", heading.national)


def _pairing(heading: Heading) -> Iterator[LayoutFinding]:
    """Only when each size is allowed by itself: else that is the fault."""
    lines = [heading.national, heading.motto, heading.date]
    sizes = [_only_size(line) for line in lines]
    allowed = ((12, 13), (13, 14), (13, 14))
    bounds = zip(sizes, allowed, strict=True)
    if any(size is not None and not low <= size <= high for size, (low, high) in bounds):
        return
    national, motto, date = sizes
    if national is None or motto is None:
        return
    uneven = motto != national + 1 or (date is not None and date != motto)
    if uneven:
        shown = " - ".join(points(size) for size in sizes if size is not None)
        yield finding("size_pairing", f"cỡ chữ {shown}", heading.national)


def _only_size(line: Line | None) -> float | None:
    sizes = {span.format.size for span in line.lettered} if line else set()
    return sizes.pop() if len(sizes) == 1 else None


def _centred(heading: Heading) -> Iterator[LayoutFinding]:
    named = (
        ("Quốc hiệu", [heading.national]),
        ("Tiêu ngữ", [heading.motto]),
        ("tên cơ quan", [*heading.parents, *heading.issuer]),
        ("số, ký hiệu", [heading.number]),
        ("địa danh, thời gian", [heading.date]),
        ("trích yếu công văn", heading.letter_subject),
    )
    for name, lines in named:
        off = next((line for line in lines if line and held(line) and not line.centred), None)
        if off is not None:
            yield finding("heading_centred", f"{name} không canh giữa", off)


def held(line: Line) -> bool:
    """Whether a table or a text box tells where a line stands, and nothing but it stands there."""
    placed = line.paragraph.cell is not None or line.paragraph.box is not None
    return placed and not line.behind_gap


def _gaps(document: Document) -> Iterator[LayoutFinding]:
    heading = document.heading
    names = [*heading.parents, *heading.issuer]
    nation = [line for line in (heading.national, heading.motto) if line]
    for upper, lower in (*pairwise(nation), *pairwise(names)):
        gap = _between(document.main, upper.paragraph, lower.paragraph)
        if gap:
            yield finding("heading_gap", gap, lower)
    if heading.number and heading.letter_subject:
        yield from _letter_gap(document, heading.number, heading.letter_subject[0])


def _between(main: Sequence[Paragraph], upper: Paragraph, lower: Paragraph) -> str | None:
    """What is too much between two lines of one column, in words."""
    if upper.cell is not lower.cell or upper.box != lower.box:
        return None
    if upper is not lower:
        if any(not each.words for each in _inner(main, upper, lower)):
            return "có dòng trống ở giữa"
        if upper.format.after + lower.format.before > _GAP:
            return f"cách nhau {points(upper.format.after + lower.format.before)} pt"
    lines = lower.format.spacing.in_lines(lower.size or 13)
    return f"giãn dòng {points(lines)} lines" if lines > _LINES else None


def _inner(main: Sequence[Paragraph], upper: Paragraph, lower: Paragraph) -> list[Paragraph]:
    start = next(i for i, each in enumerate(main) if each is upper)
    end = next(i for i, each in enumerate(main) if each is lower)
    return [each for each in main[start + 1 : end] if each.cell is upper.cell]


def _letter_gap(document: Document, number: Line, subject: Line) -> Iterator[LayoutFinding]:
    above, below = number.paragraph, subject.paragraph
    if above is below or above.cell is not below.cell or _inner(document.main, above, below):
        return
    gap = above.format.after + below.format.before
    if gap < _LETTER_GAP - 0.1:
        yield finding("letter_subject_gap", f"cách {points(gap)} pt", subject)
