"""What is seen: levels of formatting add up as ISO/IEC 29500-1, 17.7 says."""

from __future__ import annotations

from typing import Any

import pytest
from docx_parts import NAMESPACES, packed, style, styles
from written_docx import docx_of

from service.nd30.reading.formats import Spacing
from service.nd30.reading.paragraph import Paragraph
from service.nd30.reading.story import read

BOLD, UPRIGHT = "<w:b/>", '<w:b w:val="0"/>'


def first(package: bytes) -> Paragraph:
    return next(each for each in read(package).paragraphs if each.words)


def run(xml: str, made: str, defaults: str = "") -> Any:
    """The format of a run in a paragraph of style P; its w:rPr, the styles, the defaults."""
    text = f"<w:r><w:rPr>{xml}</w:rPr><w:t>x</w:t></w:r>"
    styled = f'<w:p><w:pPr><w:pStyle w:val="P"/></w:pPr>{text}</w:p>'
    document = f"<w:document {NAMESPACES}><w:body>{styled}</w:body></w:document>"
    package = packed({"document": document, "styles": styles(made, run=defaults)})
    return first(package).spans[0]


@pytest.mark.parametrize(
    ("direct", "paragraph_style", "character_style", "defaults", "bold"),
    [
        ("", "", "", "", False),
        (BOLD, "", "", "", True),
        ("", BOLD, "", "", True),
        ("", "", BOLD, "", True),
        ("", BOLD, BOLD, "", False),  # two styles cancel each other out
        (BOLD, BOLD, BOLD, "", True),  # direct formatting decides
        (UPRIGHT, BOLD, "", "", False),
        ("", UPRIGHT, BOLD, "", True),
        ("", "", "", BOLD, True),
        ("", BOLD, "", BOLD, True),  # the defaults are no level of styles
        (UPRIGHT, "", "", BOLD, False),
    ],
)
def test_toggles(
    direct: str, paragraph_style: str, character_style: str, defaults: str, bold: bool
) -> None:
    """17.7.3: b, i, caps and vanish."""
    made = style("P", paragraph_style) + style("C", character_style, kind="character")
    seen = run(f'<w:rStyle w:val="C"/>{direct}', made, defaults)
    assert seen.format.bold is bold


@pytest.mark.parametrize(
    ("direct", "made", "defaults", "size"),
    [
        ("", style("P"), "", 10),  # nothing says: the application's own
        ("", style("P"), '<w:sz w:val="26"/>', 13),
        ("", style("P", '<w:sz w:val="28"/>'), '<w:sz w:val="26"/>', 14),
        ('<w:sz w:val="24"/>', style("P", '<w:sz w:val="28"/>'), "", 12),
        ('<w:sz w:val="27"/>', style("P"), "", 13.5),
        ('<w:sz w:val="13pt"/>', style("P"), "", 13),  # Strict
        ('<w:sz w:val="large"/>', style("P"), '<w:sz w:val="26"/>', 13),
        ("", style("A", '<w:sz w:val="30"/>') + style("P", based="A"), "", 15),
        ("", style("A", based="P") + style("P", based="A"), '<w:sz w:val="26"/>', 13),  # a circle
        ("", style("P", based="Missing"), '<w:sz w:val="26"/>', 13),
    ],
)
def test_sizes(direct: str, made: str, defaults: str, size: float) -> None:
    """Defaults, then styles from the furthest base, then what is set directly."""
    assert run(direct, made, defaults).format.size == size


def test_capitals_are_read_as_they_are_seen() -> None:
    assert run("<w:caps/>", style("P")).text == "X"
    assert run("", style("P", "<w:caps/>")).text == "X"
    assert run("<w:caps/>", style("P", "<w:caps/>")).text == "X"


@pytest.mark.parametrize(
    ("fonts", "seen"),
    [
        ('w:ascii="Arial" w:hAnsi="Times New Roman"', ("Arial", "Times New Roman")),
        ('w:asciiTheme="majorHAnsi" w:hAnsiTheme="minorHAnsi"', ("Cambria", "Calibri")),
        ('w:ascii="Arial" w:asciiTheme="minorHAnsi" w:hAnsi="Arial"', ("Calibri", "Arial")),
        ('w:eastAsia="SimSun" w:cs="Arial"', (None, None)),  # other scripts say nothing
        ('w:ascii="Times New Roman;Arial"', ("Times New Roman", None)),  # LibreOffice's list
    ],
)
def test_fonts(fonts: str, seen: tuple[str | None, str | None]) -> None:
    """ASCII letters and all others have fonts of their own; a theme goes before a name."""
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:fontScheme>'
        '<a:majorFont><a:latin typeface="Cambria"/></a:majorFont>'
        '<a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:theme>'
    )
    text = f"<w:p><w:r><w:rPr><w:rFonts {fonts}/></w:rPr><w:t>x</w:t></w:r></w:p>"
    document = f"<w:document {NAMESPACES}><w:body>{text}</w:body></w:document>"
    form = first(packed({"document": document, "theme": theme})).spans[0].format
    assert (form.ascii_font, form.other_font) == seen


@pytest.mark.parametrize(
    ("ppr", "key", "value"),
    [
        ('<w:jc w:val="both"/>', "align", "both"),
        ('<w:jc w:val="end"/>', "align", "right"),
        ('<w:ind w:firstLine="720"/>', "first", 12.7),
        ('<w:ind w:left="567" w:hanging="567"/>', "first", -10.0),
        ('<w:ind w:start="1cm"/>', "left", 10),
        ('<w:ind w:firstLine="10" w:firstLineChars="200"/>', "first", 9.88),  # 2 x 14 pt
        ('<w:ind w:firstLine="720" w:firstLineChars="0"/>', "first", 12.7),
        ('<w:spacing w:before="120"/>', "before", 6),
        ('<w:spacing w:before="120" w:beforeAutospacing="1"/>', "before", 14),
        ('<w:spacing w:before="10" w:beforeLines="50"/>', "before", 6),
        ('<w:spacing w:line="360"/>', "spacing", Spacing("auto", 1.5)),
        ('<w:spacing w:line="360" w:lineRule="exact"/>', "spacing", Spacing("exact", 18)),
        ('<w:spacing w:line="240" w:lineRule="atLeast"/>', "spacing", Spacing("atLeast", 12)),
        ("<w:pageBreakBefore/>", "page_break", True),
        ('<w:pBdr><w:bottom w:val="single"/></w:pBdr>', "line_below", True),
        ('<w:pBdr><w:bottom w:val="nil"/></w:pBdr>', "line_below", False),
    ],
)
def test_paragraphs(ppr: str, key: str, value: Any) -> None:
    """Lengths in millimetres, gaps in points, whatever unit says them."""
    text = f"<w:p><w:pPr>{ppr}</w:pPr><w:r><w:t>x</w:t></w:r></w:p>"
    document = f"<w:document {NAMESPACES}><w:body>{text}</w:body></w:document>"
    seen = getattr(first(packed({"document": document, "styles": styles()})).format, key)
    assert seen == (pytest.approx(value, abs=0.01) if isinstance(value, float) else value)


@pytest.mark.parametrize(
    ("spacing", "size", "lines"),
    [
        (Spacing("auto", 1.15), 14, 1.15),
        (Spacing("exact", 16.1), 14, 1),
        (Spacing("exact", 24.15), 14, 1.5),
        (Spacing("atLeast", 12), 14, 1),  # never below a single line
        (Spacing("atLeast", 32.2), 14, 2),
    ],
)
def test_line_spacing(spacing: Spacing, size: float, lines: float) -> None:
    assert spacing.in_lines(size) == pytest.approx(lines)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("một {del hai }ba", "một ba"),
        ("một {ins hai}", "một hai"),
        ("một {vanish}hai", "một"),
        ("một{tab}hai{br}ba", "một hai ba"),
        ("trang {page}", "trang 2"),
    ],
)
def test_text_is_what_is_seen(text: str, words: str) -> None:
    assert first(docx_of(text)).words == words


def test_labels_of_lists_are_read() -> None:
    """Numbers that Word writes count up, restart below a higher level, and may be bullets."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for level, form, text in (
            (0, "upperRoman", "%1."),
            (1, "decimal", "%1.%2."),
            (2, "bullet", "\u2013"),
        )
    )
    numbering = (
        f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    text = "".join(f"[num=1 level={level}] x\n" for level in (0, 1, 1, 2, 0, 1))
    seen = [each.label for each in read(docx_of(text, numbering=numbering)).paragraphs]
    assert seen == ["I.", "I.1.", "I.2.", "-", "II.", "II.1."]


def test_table_styles_are_a_level() -> None:
    """A table's style, and its part for the first row, stand between defaults and styles."""
    part = f'<w:tblStylePr w:type="firstRow"><w:rPr>{BOLD}</w:rPr></w:tblStylePr>'
    made = style("T", '<w:sz w:val="40"/>', kind="table").replace("</w:style>", f"{part}</w:style>")
    text = "<table 50 50 style=T>\na\n<row>\nb\n</table>"
    spans = [
        each.spans[0] for each in read(docx_of(text, styles=styles(made))).paragraphs if each.words
    ]
    assert [(span.format.size, span.format.bold) for span in spans] == [(20, True), (20, False)]


def test_cells_know_their_room() -> None:
    """The cell's width less its padding; nested tables know their outer cells."""
    text = "<table 60 100>\na\n<cell>\n<table 40>\nb\n</table>\n[]\n</table>"
    a, b = (each for each in read(docx_of(text)).paragraphs if each.words)
    assert a.cell is not None
    assert b.cell is not None
    assert a.cell.width == pytest.approx(60, abs=0.1)
    assert b.cell.width == pytest.approx(40, abs=0.1)
    outer = b.cell.within(a.cell.table)
    assert outer is not None
    assert (outer.column, b.cell.outermost is outer) == (1, True)


def test_sections() -> None:
    """Paragraphs know their section; headers are inherited; the gutter is margin."""
    story = read(docx_of("a\n<section landscape start=1 gutter=5>\nb"))
    assert [each.section for each in story.paragraphs if each.words] == [0, 1]
    before, last = story.sections
    assert (before.landscape, last.landscape) == (False, True)
    assert last.left == pytest.approx(35, abs=0.1)
    assert (before.start, last.start) == (None, 1)
    assert list(story.headers) == ["rIdHeader"]
