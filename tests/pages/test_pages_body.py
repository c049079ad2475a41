"""The text of every document on paper: page, margins, paragraphs (Phụ lục I, mục I and II.6)."""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterator

import pikepdf
import pytest
from measure import (
    BODY,
    FOOT,
    HAIR,
    LEFT,
    MM,
    PAGE_NUMBER,
    SINGLE,
    Line,
    Printed,
    neighbours,
    squeezed,
)

from service.nd30.check import check
from service.nd30.report import as_lines
from service.nd30.rules import BODY as PARAGRAPH
from service.nd30.rules import PAGE

DESCENT = 0.216  # of a Times-metric face, in sizes
ASCENT = 0.891


def test_the_checker_agrees(document: Printed) -> None:
    """The service's own checker has nothing to say of the .docx but that a draft has blanks."""
    verdict = check(document.docx)
    found = [one.rule for one in verdict.findings if not one.rule.startswith("draft_")]
    assert found == [], "\n".join(as_lines(verdict))


def test_pages_are_a4_upright(document: Printed) -> None:
    """All pages, also of appendices (I.2), but those of a list that is asked for in landscape."""
    for sheet in document.sheets:
        size = PAGE.width, PAGE.height
        if sheet.number in document.turned:
            size = size[::-1]
        assert (sheet.pdf.width / MM, sheet.pdf.height / MM) == pytest.approx(size, abs=0.2)


def test_everything_keeps_the_margins(document: Printed) -> None:
    """Letters and drawn lines; only the page's number stands above."""
    for sheet in document.sheets:
        for line in sheet.lines:
            assert line.x0 >= LEFT - HAIR, line.text
            assert line.x1 <= sheet.right + HAIR, line.text
            assert line.baseline + ASCENT * line.size <= sheet.head + HAIR, line.text
            assert line.baseline - DESCENT * line.size >= FOOT - HAIR, line.text
        for drawn in [*sheet.pdf.lines, *sheet.pdf.rects]:
            assert LEFT - HAIR <= drawn["x0"] <= drawn["x1"] <= sheet.right + HAIR
            assert FOOT - HAIR <= drawn["y0"] <= drawn["y1"] <= sheet.head + HAIR


def test_the_text_area_is_used(document: Printed) -> None:
    """It begins at the margins that the decree allows, and full lines end there (I.3)."""
    for margin, used in (
        (PAGE.left, min(line.x0 for line in document.of(*BODY)) / MM),
        (PAGE.right, min(_to_the_right(document)) / MM),
        (PAGE.top, _top(document) / MM),
    ):
        assert margin.holds(used, tolerance=0.3), used


def _to_the_right(document: Printed) -> Iterator[float]:
    """From each line of the body to the edge of its sheet."""
    return (document.sheet(line).pdf.width - line.x1 for line in document.of(*BODY))


def _top(document: Printed) -> float:
    """From the edge of the sheet to the highest line of each page."""
    return max(
        sheet.pdf.height - max(line.baseline + ASCENT * line.size for line in sheet.lines)
        for sheet in document.sheets
    )


def test_full_pages_end_near_their_foot(document: Printed) -> None:
    """A page that text goes on from is not cut short: four lines and a gap are missing at most."""
    for paragraph in document.body:
        for upper, lower in itertools.pairwise(paragraph):
            if upper.page != lower.page:
                assert upper.baseline - FOOT < 5 * 1.725 * upper.size


def test_fonts_are_embedded(document: Printed) -> None:
    """Every font of the PDF lies in it, and all have the metrics of Times New Roman."""
    fonts = {}
    with pikepdf.open(io.BytesIO(document.pdf)) as pdf:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
                files = [key for key in item if key.startswith("/FontFile")]
                fonts[str(item.FontName)] = len(files)
    used = {"/" + char["fontname"] for sheet in document.sheets for char in sheet.pdf.chars}
    assert used == set(fonts)
    assert set(fonts.values()) == {1}
    assert {name.partition("+")[2].partition("-")[0] for name in fonts} == {"LiberationSerif"}


def test_everything_is_black(document: Printed) -> None:
    """Letters and drawn lines (I.5)."""
    black = {(0,), (0, 0, 0), 0}
    for sheet in document.sheets:
        assert {char["non_stroking_color"] for char in sheet.pdf.chars} <= black
        assert {line["stroking_color"] for line in sheet.pdf.lines} <= black
        assert not sheet.pdf.images


def test_page_numbers(document: Printed) -> None:
    """From the second page of the body and of each appendix; centred above the text (I.7)."""
    expected = 0
    for sheet in document.sheets:
        begins = sheet.number == 1 or sheet.lines[0].style == "Phụ lục"
        expected = 1 if begins else expected + 1
        shown = [line for line in sheet.everything if line.style == PAGE_NUMBER]
        assert [line.text for line in shown] == ([] if begins else [str(expected)])
        for line in shown:
            assert PAGE.number_size.holds(line.size)
            assert line.faces == {"Regular"}
            assert line.centre == pytest.approx((LEFT + sheet.right) / 2, abs=HAIR)
            assert line.baseline > sheet.head


def test_sizes_are_in_the_decrees_bounds(document: Printed) -> None:
    """The whole body is of one size, 13 to 14; what it must not be smaller than is nowhere."""
    (size,) = {line.size for line in document.of(*BODY)}
    assert size == document.sizes.body
    assert {line.size for line in document.lines} <= {
        document.sizes.recipients,
        document.sizes.recipients_heading,
        13,
        14,
    }


def test_faces_of_the_body(document: Printed) -> None:
    """Bases are italic, headings bold, the rest regular but for its bold first words (II.6)."""
    assert {frozenset(line.faces) for line in document.of("Căn cứ")} <= {frozenset({"Italic"})}
    assert {frozenset(line.faces) for line in document.of("Đề mục")} <= {frozenset({"Bold"})}
    for line in document.of("Nội dung", "Nội dung nối"):
        assert line.faces <= {"Regular", "Bold"}


def test_nothing_of_the_body_is_lost(document: Printed) -> None:
    """Paragraph by paragraph what Word holds stands on paper."""
    written = [
        squeezed(paragraph.text)
        for paragraph in document.written.paragraphs
        if paragraph.style.name in BODY
    ]
    assert [squeezed("".join(line.text for line in lines)) for lines in document.body] == written


def test_first_lines_are_indented(document: Printed) -> None:
    """By 1 or by 1.27 cm, the same everywhere; the other lines stand at the margin (II.6)."""
    (indent,) = {round((first.x0 - LEFT) / MM, 1) for first, *_ in document.body}
    assert min(abs(indent - allowed) for allowed in PARAGRAPH.first_line) < 0.2
    for _, *others in document.body:
        assert all(line.x0 == pytest.approx(LEFT, abs=HAIR) for line in others)


def test_lines_are_justified(document: Printed) -> None:
    """All lines of a paragraph but its last one end at the right margin (II.6)."""
    for paragraph in document.body:
        for line in paragraph[:-1]:
            right = document.sheet(line).right
            assert line.x1 == pytest.approx(right, abs=3 * HAIR), line.text


def test_lines_step_single_to_one_and_a_half(document: Printed) -> None:
    """From line to line of a paragraph (II.6)."""
    steps = [
        (upper.baseline - lower.baseline) / upper.size / SINGLE
        for paragraph in document.body
        for upper, lower in neighbours(paragraph)
    ]
    assert len(steps) > 10
    assert PARAGRAPH.line_spacing.holds(min(steps), tolerance=0.002)
    assert PARAGRAPH.line_spacing.holds(max(steps), tolerance=0.002)


def test_paragraphs_are_six_points_apart(document: Printed) -> None:
    """At least, beyond the step of their lines (II.6)."""
    for before, after in zip(document.body, document.body[1:], strict=False):
        for upper, lower in neighbours([before[-1], after[0]]):
            step = SINGLE * PARAGRAPH.line_spacing.used * lower.size
            assert upper.baseline - lower.baseline - step >= PARAGRAPH.gap.least - 0.2, lower.text


def test_nothing_overlaps(document: Printed) -> None:
    """No line is set over another one, in tables and columns neither."""
    for sheet in document.sheets:
        placed = sorted(sheet.everything, key=lambda line: -line.baseline)
        for index, line in enumerate(placed):
            for other in placed[index + 1 :]:
                if line.baseline - other.baseline >= 0.8 * line.size:
                    break
                assert not _share_width(line, other), (line.text, other.text)


def _share_width(line: Line, other: Line) -> bool:
    return min(line.x1, other.x1) - max(line.x0, other.x0) > 1
