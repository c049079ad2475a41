"""What a clerk sees: every sample's pages, laid out by LibreOffice and measured."""

from __future__ import annotations

import itertools
import re
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from documents import SAMPLES, Sample, opened, to_pdf
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

from service.nd30.rules import MOTTO, NATIONAL_NAME, PAGE, PAIRINGS, RULE_SHARE

MM = 72 / 25.4
SIZES = PAIRINGS["12/13/13"]
LEFT, RIGHT = PAGE.left.used * MM, (PAGE.width - PAGE.right.used) * MM
TOP, BOTTOM = PAGE.top.used * MM, (PAGE.height - PAGE.bottom.used) * MM
HAIR = 0.6 * MM  # what kerning and rounding may add

every_sample = pytest.mark.parametrize("sample", SAMPLES, ids=str)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Any]]:
    """Sample name -> its pages; all samples in one run of LibreOffice."""
    folder = tmp_path_factory.mktemp("pages")
    made = to_pdf({str(sample): sample.make() for sample in SAMPLES}, folder)
    return {name: read(path) for name, path in made.items()}


def read(path: Path) -> list[Any]:
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            assert page.chars  # read while the file is open
        return list(pdf.pages)


def lines(page: Any) -> list[dict[str, Any]]:
    """Lines of text with their place, size and font, top to bottom."""
    return list(page.extract_text_lines(strip=True))


def body_lines(page: Any) -> list[dict[str, Any]]:
    return [line for line in lines(page) if line["top"] > TOP - HAIR]


def number(page: Any) -> str:
    """What stands in the top margin."""
    return "".join(line["text"] for line in lines(page) if line["top"] <= TOP - HAIR)


def rules(page: Any) -> list[dict[str, Any]]:
    """Drawn horizontal lines outside of tables, each once."""
    drawn = [item for item in [*page.lines, *page.rects] if item["height"] < 2]
    once = {(round(item["x0"]), round(item["top"])): item for item in drawn}
    grids = [table.bbox for table in page.find_tables()]
    return [rule for rule in once.values() if not any(within(rule, box) for box in grids)]


def within(rule: dict[str, Any], box: tuple[float, ...]) -> bool:
    return box[1] - 2 <= rule["top"] <= box[3] + 2


def is_under(rule: dict[str, Any], place: dict[str, Any]) -> bool:
    """Whether a rule is drawn just below a text and in its column."""
    return 0 < rule["top"] - place["bottom"] < 9 and rule["x1"] > place["x0"]


def found(page: Any, text: str) -> list[dict[str, Any]]:
    """The places of a text on a page."""
    return list(page.search(text, regex=False))


@every_sample
def test_text_keeps_the_margins(pages: dict[str, list[Any]], sample: Sample) -> None:
    """All text and all drawn lines stay inside the margins; only the page number is above."""
    for page in pages[str(sample)]:
        for line in body_lines(page):
            assert line["x0"] >= LEFT - HAIR, line["text"]
            assert line["x1"] <= RIGHT + HAIR, line["text"]
            assert line["bottom"] <= BOTTOM + HAIR, line["text"]
        for drawn in [*page.lines, *page.rects]:
            assert drawn["x0"] >= LEFT - HAIR
            assert drawn["x1"] <= RIGHT + HAIR


@every_sample
def test_one_typeface(pages: dict[str, list[Any]], sample: Sample) -> None:
    """Only the face metric-compatible with Times New Roman: no letter fell back to another."""
    fonts = {char["fontname"].split("+")[-1] for page in pages[str(sample)] for char in page.chars}
    assert {font.split("-")[0] for font in fonts} == {"LiberationSerif"}


@every_sample
def test_pages_are_numbered_from_two(pages: dict[str, list[Any]], sample: Sample) -> None:
    """Page 1 of the body and of each appendix shows no number, the others count on from 2."""
    expected = 1
    for page in pages[str(sample)]:
        begins = page.page_number == 1 or body_lines(page)[0]["text"].startswith("Phụ lục")
        expected = 1 if begins else expected + 1
        assert number(page) == ("" if begins else str(expected))


@every_sample
def test_page_numbers_are_centred(pages: dict[str, list[Any]], sample: Sample) -> None:
    """The number stands in the middle of the text area, upright, size 13-14."""
    for page in pages[str(sample)]:
        for char in (char for char in page.chars if char["top"] <= TOP - HAIR):
            assert PAGE.number_size.least <= round(char["size"], 1) <= PAGE.number_size.most
            assert char["fontname"].endswith("LiberationSerif")
            assert abs(char["x0"] + char["x1"] - LEFT - RIGHT) < 8 * HAIR


@every_sample
def test_heading_has_its_sizes(pages: dict[str, list[Any]], sample: Sample) -> None:
    """National name and motto: bold, of the pairing's sizes, level with the issuer."""
    first = pages[str(sample)][0]
    for text, size in ((NATIONAL_NAME, SIZES.national_name), (MOTTO, SIZES.motto)):
        (place,) = found(first, text)
        assert {round(char["size"], 1) for char in place["chars"]} == {size}
        assert all("Bold" in char["fontname"] for char in place["chars"])
    (name,) = found(first, NATIONAL_NAME)
    left = [char for char in first.chars if char["x1"] < name["x0"]]
    assert abs(min(char["top"] for char in left) - name["top"]) < HAIR


@every_sample
def test_rule_under_the_motto(pages: dict[str, list[Any]], sample: Sample) -> None:
    """The rule under the motto is as long as the motto and centred under it."""
    first = pages[str(sample)][0]
    (motto,) = found(first, MOTTO)
    (rule,) = [rule for rule in rules(first) if is_under(rule, motto)]
    assert rule["x1"] - rule["x0"] == pytest.approx(motto["x1"] - motto["x0"], rel=0.03)
    assert rule["x0"] + rule["x1"] == pytest.approx(motto["x0"] + motto["x1"], abs=3 * HAIR)


@every_sample
def test_rules_under_issuer_and_subject(pages: dict[str, list[Any]], sample: Sample) -> None:
    """The other rules are 1/3 to 1/2 of the longest line above them, centred."""
    first = pages[str(sample)][0]
    (motto,) = found(first, MOTTO)
    others = [rule for rule in rules(first) if not is_under(rule, motto)]
    assert len(others) == 2
    for rule in others:
        above = bold_lines_above(first, rule)
        longest = max(line["x1"] - line["x0"] for line in above)
        share = (rule["x1"] - rule["x0"]) / longest
        assert RULE_SHARE.least - 0.01 <= share <= RULE_SHARE.most + 0.01, above


def bold_lines_above(page: Any, rule: dict[str, Any]) -> list[dict[str, Any]]:
    """The block of bold lines that a rule stands under, in the rule's column."""
    left, right = (
        (LEFT, RIGHT) if rule["x1"] > 0.45 * (LEFT + RIGHT) else (LEFT, 0.45 * (LEFT + RIGHT))
    )
    column = page.within_bbox((left - 3, 0, right + 3, rule["top"] + 1))
    block = []
    for line in reversed(lines(column)):
        if "Bold" not in line["chars"][0]["fontname"] or line["text"] in KINDS:
            break
        block.append(line)
    return block


KINDS = {"KẾ HOẠCH", "TỜ TRÌNH", "BIÊN BẢN", "BẢN GIAO ƯỚC THI ĐUA", "BẢN ĐĂNG KÝ GIAO ƯỚC THI ĐUA"}


def squeezed(text: str) -> str:
    """Text without white space, which justified lines stretch and lose."""
    return "".join(text.split())


def body_paragraphs(sample: Sample, pages: list[Any]) -> list[list[dict[str, Any]]]:
    """The lines of every justified paragraph outside of tables, found on the pages in order."""
    rest = [line for page in pages for line in body_lines(page)]
    found = []
    for paragraph in opened(sample.make()).paragraphs:
        if paragraph.style.paragraph_format.alignment == ALIGN.JUSTIFY:
            begin, end = span(squeezed(paragraph.text), [squeezed(line["text"]) for line in rest])
            found.append(rest[begin:end])
            rest = rest[end:]
    return found


def span(text: str, lines: list[str]) -> tuple[int, int]:
    """Where the first run of lines stands that together are the text."""
    for begin, first in enumerate(lines):
        if text.startswith(first):
            end = begin + 1
            while len("".join(lines[begin:end])) < len(text) and end < len(lines):
                end += 1
            if "".join(lines[begin:end]) == text:
                return begin, end
    raise AssertionError(f"not on the pages: {text}")


def baseline(line: dict[str, Any]) -> float:
    """Height above the foot of the page."""
    return float(line["chars"][0]["matrix"][5])


@every_sample
def test_body_is_indented_and_of_its_size(pages: dict[str, list[Any]], sample: Sample) -> None:
    """Each paragraph of the body: first line indented 1 or 1.27 cm, others not; size 13-14."""
    body = body_paragraphs(sample, pages[str(sample)])
    assert len(body) > 10
    for first, *others in body:
        indent = (first["x0"] - LEFT) / MM
        assert min(abs(indent - allowed) for allowed in (10, 12.7)) < 0.3, first["text"]
        for line in others:
            assert abs(line["x0"] - LEFT) / MM < 0.3, line["text"]
        sizes = {round(char["size"], 1) for line in (first, *others) for char in line["chars"]}
        assert len(sizes) == 1
        assert sizes <= {13, 13.5, 14}


@every_sample
def test_body_lines_step_as_the_decree_allows(pages: dict[str, list[Any]], sample: Sample) -> None:
    """From line to line of a paragraph: single to one and a half, a single line being 1.15 em."""
    body = body_paragraphs(sample, pages[str(sample)])
    steps = [
        (baseline(upper) - baseline(lower)) / upper["chars"][0]["size"]
        for paragraph in body
        for upper, lower in itertools.pairwise(paragraph)
        if upper["chars"][0]["page_number"] == lower["chars"][0]["page_number"]
    ]
    assert len(steps) > 10
    assert min(steps) >= 1.15
    assert max(steps) <= 1.725


@every_sample
def test_nothing_stands_alone(pages: dict[str, list[Any]], sample: Sample) -> None:
    """No page begins with a signature or with the recipients: something signed stands above."""
    payload = sample.payload
    alone = {"Nơi nhận:", "THƯ KÝ"} | {
        title.upper()
        for title in (payload.get("signature") or {}).values()
        if isinstance(title, str)
    }
    for page in pages[str(sample)]:
        assert not any(body_lines(page)[0]["text"].startswith(text) for text in alone)


@every_sample
def test_no_heading_is_left_behind(pages: dict[str, list[Any]], sample: Sample) -> None:
    """No page ends with a heading or with words that announce what the next page brings."""
    for page in pages[str(sample)]:
        last = body_lines(page)[-1]
        numbered = re.match(r"([IVX]+|\d+)\. ", last["text"])
        heading = numbered and "Bold" in last["chars"][-1]["fontname"]
        assert not heading, last["text"]
        assert not last["text"].endswith(":"), last["text"]
