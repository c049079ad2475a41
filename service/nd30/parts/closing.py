"""The closing: recipients (ô 9b) and signatures (ô 7), in a table, at tabs, or one by one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from service.nd30.parts import words
from service.nd30.parts.lines import Line, all_lines, lines_of
from service.nd30.reading.paragraph import Cell, Paragraph
from service.vietnamese.text import fold

_FAR_RIGHT = 55.0  # millimetres from the margin: a signature, not text
_MOST_SIGNERS = 60  # lines before the recipients in which signatures stand
_TITLES = re.compile(
    r"(?:(?:gs|pgs|ts|tskh|ths|bs|ks|cn|ls|nghị sĩ|nsnd|nsưt|nhà giáo|tiến sĩ|thạc sĩ|ông|bà"
    r"|đồng chí|đ/c)(?:\.\s*|\s+)){1,4}"
)
_NAME_WORDS = range(2, 16)
_POSTS = re.compile(
    r"\b(?:chủ tịch|giám đốc|trưởng|phó|chánh|viên|thư ký|chủ toạ|chủ trì|ban|hội đồng|uỷ ban"
    r"|phòng|sở|bộ|cục|vụ|đại diện|lãnh đạo|bên|người|xác nhận|kế toán|thành viên|tá|tướng"
    r"|kt|tm|tl|tuq|q)\b"
)
_FIRST_OF_POST = {
    "phó", "trưởng", "giám", "tổng", "chủ", "chánh", "ban", "hội", "sở", "phòng", "cục", "vụ",
    "uỷ", "bộ", "viện", "khối", "cụm", "công", "thành", "đại", "người", "thủ", "kế", "quản",
}  # fmt: skip
_JOINTS = re.compile("[-'’]")  # Vla-đi-mia, H’Len
_ARCHIVE = re.compile(r"[-–—•+]?\s*lưu\b")


@dataclass
class Closing:
    """start: index of its first paragraph; single: one person signs, in one column."""

    start: int
    heading: Line | None = None
    recipients: list[Line] = field(default_factory=list)
    authority: list[Line] = field(default_factory=list)
    other_posts: list[Line] = field(default_factory=list)
    names: list[Line] = field(default_factory=list)
    signature: list[Line] = field(default_factory=list)
    single: bool = False


def read_closing(paragraphs: Sequence[Paragraph], first: int) -> Closing:
    """paragraphs: of the main part; first: index where its text begins."""
    at = _recipients_at(paragraphs, first)
    if at is None:
        closing = _without_recipients(paragraphs, first)
    elif paragraphs[at].cell:
        closing = _in_table(paragraphs, at, first)
    else:
        closing = _one_by_one(paragraphs, at, first)
    _sort(closing)
    return closing


def _recipients_at(paragraphs: Sequence[Paragraph], first: int) -> int | None:
    """The last paragraph that begins with “Nơi nhận”."""
    for index in range(len(paragraphs) - 1, first - 1, -1):
        if words.RECIPIENTS_START.match(paragraphs[index].folded):
            lines = lines_of(paragraphs[index], any_gap=True)
            if words.RECIPIENTS.match(lines[0].folded) or _has_list(paragraphs[index]):
                return index
    return None


def _has_list(paragraph: Paragraph) -> bool:
    return re.match(r"nơi nhận\s*[:;.]?\s*-", paragraph.folded) is not None


def _in_table(paragraphs: Sequence[Paragraph], at: int, first: int) -> Closing:
    """The list below “Nơi nhận” in its column; the signature in the columns to the right."""
    here = paragraphs[at].cell
    assert here is not None  # noqa: S101 - the caller has looked
    table = _signing_table(paragraphs, at)
    held = [x for x in paragraphs if x.cell and x.cell.within(table)]
    start = next(i for i, x in enumerate(paragraphs) if x is held[0])
    column = _column(paragraphs[at], table)
    row = _row(paragraphs[at], table)
    closing = Closing(start)
    for paragraph in held:
        lines = lines_of(paragraph, any_gap=True)
        left = _column(paragraph, table) == column and _row(paragraph, table) >= row
        (closing.recipients if left else closing.signature).extend(lines)
    _part_heading(closing)
    if not any(line.letters for line in closing.signature):
        _signatures_before(closing, paragraphs, first)
    return closing


def _signing_table(paragraphs: Sequence[Paragraph], at: int) -> int:
    """Of the tables around “Nơi nhận”: the innermost with another column, else the outermost."""
    columns: dict[int, set[int]] = defaultdict(set)
    for cell in (cell for each in paragraphs for cell in _cells(each)):
        columns[cell.table].add(cell.column)
    around = list(_cells(paragraphs[at]))
    wide = (cell.table for cell in around if len(columns[cell.table]) > 1)
    return next(wide, around[-1].table)


def _cells(paragraph: Paragraph) -> Iterator[Cell]:
    """The cells that a paragraph is in, the innermost first."""
    cell = paragraph.cell
    while cell is not None:
        yield cell
        cell = cell.outer


def _column(paragraph: Paragraph, table: int) -> int:
    cell = paragraph.cell.within(table) if paragraph.cell else None
    return cell.column if cell else -1


def _row(paragraph: Paragraph, table: int) -> int:
    cell = paragraph.cell.within(table) if paragraph.cell else None
    return cell.row if cell else -1


def _part_heading(closing: Closing) -> None:
    """Take “Nơi nhận:” out of the lines of the list."""
    for index, line in enumerate(closing.recipients):
        if words.RECIPIENTS_START.match(line.folded):
            closing.heading = line
            del closing.recipients[: index + 1]
            return


def _one_by_one(paragraphs: Sequence[Paragraph], at: int, first: int) -> Closing:
    """“Nơi nhận” in a plain paragraph or a text box; the signature at tabs, to the right, boxed."""
    closing, box = Closing(at), paragraphs[at].box
    for line in all_lines(_on_page(paragraphs[at:]), any_gap=True):
        boxed = box is not None and line.paragraph.box == box
        if not boxed and (line.behind_gap or box is not None or _is_signature(line)):
            closing.signature.append(line)
        elif not _archived(closing):
            closing.recipients.append(line)
    _part_heading(closing)
    if not any(line.letters for line in closing.signature):
        _signatures_before(closing, paragraphs, first)
    return closing


def _on_page(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs up to where a new page or section is begun."""
    first = paragraphs[0]
    for paragraph in paragraphs:
        begins = paragraph.format.page_break and paragraph is not first
        if begins or paragraph.section != first.section:
            return
        yield paragraph
        if paragraph.page_break:
            return


def _archived(closing: Closing) -> bool:
    """Whether the last line of the list, “- Lưu: …”, has been read."""
    return bool(closing.recipients) and bool(_ARCHIVE.match(closing.recipients[-1].folded))


def _is_signature(line: Line) -> bool:
    form = line.paragraph.format
    right = form.align in ("center", "right") or form.left + form.first > _FAR_RIGHT
    return line.paragraph.cell is not None or (right and not line.folded.startswith("-"))


def _without_recipients(paragraphs: Sequence[Paragraph], first: int) -> Closing:
    closing = Closing(len(paragraphs))
    _signatures_before(closing, paragraphs, first)
    return closing


def _signatures_before(closing: Closing, paragraphs: Sequence[Paragraph], first: int) -> None:
    """Signatures that stand before the recipients, or at the end when there are none."""
    taken: list[Line] = []
    for index in range(closing.start - 1, first - 1, -1):
        lines = lines_of(paragraphs[index], any_gap=True)
        if not all(_may_sign(line) for line in lines) or len(taken) > _MOST_SIGNERS:
            break
        taken[:0] = lines
        if lines:
            start = index
    if any(_is_authority(line) for line in taken):
        closing.start, closing.signature = start, taken


def _may_sign(line: Line) -> bool:
    cell = line.paragraph.cell
    if cell is not None and cell.ruled:
        return False
    return len(line.text) < 120 and (line.behind_gap or _is_signature(line) or _is_authority(line))


def _is_authority(line: Line) -> bool:
    return line.in_capitals and len(line.letters) > 3 and not words.is_drawn(line.text)


def _sort(closing: Closing) -> None:
    """Tell authority, other posts and names apart; hints in brackets and rules are neither."""
    lines = [x for x in closing.signature if x.letters and not words.HINT.match(x.folded)]
    closing.single = len({_place(line) for line in lines}) <= 1
    for index, line in enumerate(lines):
        last = closing.single and 0 < index == len(lines) - 1
        if is_name(line) or (last and _is_capital_name(line)):
            closing.names.append(line)
        elif line.in_capitals or (closing.single and index == 0):
            closing.authority.append(line)
        else:
            closing.other_posts.append(line)
    if not closing.authority:
        closing.authority, closing.other_posts = _first_of_each(closing.other_posts)


def _first_of_each(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The topmost line of every column, and the rest."""
    first = {_place(line): line for line in reversed(lines)}
    return list(first.values()), [line for line in lines if first[_place(line)] is not line]


def _place(line: Line) -> tuple[int, int]:
    """The column that a signature stands in."""
    cell = line.paragraph.cell
    return (cell.table, cell.column) if cell else (-1, 0)


def person(line: Line) -> tuple[str, str]:
    """What stands before a person's name ("TS. "), and the name."""
    text = " ".join(line.text.split())
    titles = _TITLES.match(line.folded)
    # Folding changes no lengths here: both are composed, with single blanks.
    length = titles.end() if titles else 0
    return text[:length], text[length:]


def is_name(line: Line) -> bool:
    parts = person(line)[1].split()
    shaped = all(
        part[0].isupper() and not part.isupper() and _JOINTS.sub("", part).isalpha()
        for part in parts
        if len(part) > 1
    )
    first = parts[0].casefold() if parts else ""
    return len(parts) in _NAME_WORDS and shaped and fold(first) not in _FIRST_OF_POST


def _is_capital_name(line: Line) -> bool:
    """A line in capitals of some words that names no post."""
    return line.in_capitals and " " in line.text and not _POSTS.search(line.folded)
