"""The same right documents, formatted by other means: what is seen is what counts."""

from __future__ import annotations

import re
from collections.abc import Callable

from docx_parts import members, style, styles, zipped
from right_documents import BASIS, BODY, DECISION, LONG, PLAN, RIGHT, long_text
from right_shapes import SHAPES
from written_docx import docx_of, margin_part, paragraph

_LOOK = re.compile(r"^\[([^\]]*)\]", re.MULTILINE)


def by_styles() -> bytes:
    """Every look is a style of its own, based on Normal, and no paragraph says anything."""
    looks: dict[str, str] = {}
    text = _LOOK.sub(lambda found: f"[style={looks.setdefault(found[1], f'S{len(looks)}')}]", PLAN)
    return docx_of(text, styles=styles("".join(_style(look, name) for look, name in looks.items())))


def _style(look: str, name: str) -> str:
    """A style of what a look says of the paragraph and of its letters."""
    xml = paragraph(f"[{look}] x")
    said = [re.search(rf"<w:{part}>(.*?)</w:{part}>", xml) for part in ("rPr", "pPr")]
    run, whole = (found[1] if found else "" for found in said)
    return style(name, run, whole, based="Normal")


def directly() -> bytes:
    """The defaults are Word's (Calibri 11, 8 points after, 1.08 lines); all is set directly."""
    face = "font=Times_New_Roman"

    def set_all(found: re.Match[str]) -> str:
        look = found[1]
        size = "" if re.search(r"\d+pt\b(?!!)", look) else " 14pt"
        unsaid = ("before=0", "after=0", "line=1")
        rest = " ".join(word for word in unsaid if word[: word.index("=")] not in look)
        return f"[{look} {face}{size} {rest}]"

    word = styles(
        run='<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="22"/>',
        paragraph='<w:spacing w:after="160" w:line="259" w:lineRule="auto"/>',
    )
    header = margin_part(f"[center 14pt {face}] {{page}}")
    return docx_of(_LOOK.sub(set_all, PLAN), styles=word, header=header)


_THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>'
    '<a:fontScheme name="x"><a:majorFont><a:latin typeface="Times New Roman"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Times New Roman"/><a:font script="Viet" typeface="Arial"/>'
    "</a:minorFont></a:fontScheme></a:themeElements></a:theme>"
)
_THEMED = (
    '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:asciiTheme="minorHAnsi" '
    'w:hAnsiTheme="minorHAnsi"/><w:sz w:val="28"/>'
)


def by_theme() -> bytes:
    """The font is the theme's; another one named beside it does not count."""
    return docx_of(PLAN, styles=styles(run=_THEMED), theme=_THEME)


def by_defaults() -> bytes:
    """Alignment, indent and gaps of the text come from the document's defaults."""
    text = PLAN.replace(BODY, "[]")
    text = re.sub(r"^\[(?=center|left)", "[first=0 ", text, flags=re.MULTILINE)
    text = re.sub(r"^\[first=0 (?!.*before)", "[first=0 before=0 ", text, flags=re.MULTILINE)
    spacing = '<w:spacing w:before="120" w:line="264" w:lineRule="auto"/>'
    first = '<w:ind w:firstLine="720"/><w:jc w:val="both"/>'
    return docx_of(text, styles=styles(paragraph=spacing + first))


def in_characters() -> bytes:
    """The first line is indented by characters: 2.572 of 14 points."""
    text = PLAN.replace("first=12.7 ", "")
    return edited(docx_of(text), '<w:jc w:val="both"/>', f"{_CHARACTERS}<w:jc w:val='both'/>")


_CHARACTERS = '<w:ind w:firstLine="100" w:firstLineChars="257"/>'
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NUMBERING = (
    f'<w:numbering xmlns:w="{_MAIN}">'
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="bullet"/><w:lvlText w:val="-"/><w:pPr><w:ind w:left="360" '
    'w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="Điều %1."/><w:pPr><w:ind w:left="0" '
    'w:firstLine="567"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)


def numbered() -> bytes:
    """Articles and the dashes of the recipients are written by Word."""
    text = DECISION.replace("[left 11pt] - ", "[left 11pt num=1] ")
    article = r"\[both first=10 before=6\] \{bold\}Điều \d\. ?(?:\{\} )?"
    return docx_of(re.sub(article, "[both before=6 num=2] {bold} {}", text), numbering=_NUMBERING)


def toggled() -> bytes:
    """Two bold styles make upright letters; a bold style and direct upright as well."""
    text = PLAN.replace("[center 12pt] UBND", "[style=Bold center 12pt] {char=Strong}UBND")
    text = text.replace("[center 13pt before=6] Số", "[style=Bold center 13pt before=6 nobold] Số")
    made = style("Bold", "<w:b/>") + style("Strong", "<w:b/>", kind="character")
    return docx_of(text, styles=styles(made))


def tracked() -> bytes:
    """Insertions are seen, deletions are not."""
    text = PLAN.replace("Số: 08/KH-BQL", "Số: {del 8}{ins 08}/KH-BQL")
    return docx_of(text.replace("KẾ HOẠCH\n", "{del Dự thảo }KẾ HOẠCH\n", 1))


def google() -> bytes:
    """As Google Docs writes: cells with white borders, indents of nothing."""
    text = PLAN.replace("line=1.1]", "line=1.15]").replace(
        "first=12.7", "first=12.7 left=0 right=0"
    )
    sides = "".join(f'<w:{side} w:val="single" w:color="ffffff"/>' for side in ("top", "left"))
    white = f"<w:tcPr><w:tcBorders>{sides}</w:tcBorders></w:tcPr>"
    return edited(docx_of(text), "<w:tc>", f"<w:tc>{white}")


def edited(package: bytes, old: str, new: str) -> bytes:
    """The package with its document's XML changed."""
    held, name = members(package), "word/document.xml"
    return zipped({**held, name: held[name].decode().replace(old, new).encode()})


def plan_with(old: str, new: str, **parts: str) -> Callable[[], bytes]:
    assert old in PLAN, old
    return lambda: docx_of(PLAN.replace(old, new), **parts)


_NUMBER = margin_part("[14pt] {page}")
_FRAMED = _NUMBER.replace("<w:pPr>", '<w:pPr><w:framePr w:xAlign="center"/>')
_AT_TAB = margin_part("[14pt] {tab}{page}").replace(
    "<w:pPr>", '<w:pPr><w:tabs><w:tab w:val="center" w:pos="4678"/></w:tabs>'
)
_IN_CONTROL = re.sub(
    r"(<w:p>.*</w:p>)",
    r"<w:sdt><w:sdtPr/><w:sdtContent>\1</w:sdtContent></w:sdt>",
    margin_part("[center 14pt] {page}"),
)
_SENTENCE = (
    f"{BODY} Căn cứ Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2022 của Ủy ban nhân dân tỉnh, Ban "
    "Quản lý ban hành"
)
_TABS = f'<w:settings xmlns:w="{_MAIN}"><w:defaultTabStop w:val="567"/></w:settings>'
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"

VARIANTS: dict[str, Callable[[], bytes]] = {
    **{name: lambda text=text: docx_of(text) for name, text in RIGHT.items()},
    **SHAPES,
    "styles only": by_styles,
    "direct only": directly,
    "theme fonts": by_theme,
    "defaults only": by_defaults,
    "in characters": in_characters,
    "numbered by Word": numbered,
    "toggles": toggled,
    "tracked changes": tracked,
    "as Google Docs": google,
    "strict": lambda: edited(docx_of(PLAN), _MAIN, _STRICT),
    "hidden text": plan_with("Ban Quản lý ban", "{vanish font=Arial}ghi chú{}Ban Quản lý ban"),
    "raised mark": plan_with("KẾ HOẠCH", "KẾ HOẠCH{raised nobold 9pt}1"),
    "content controls": lambda: docx_of(f"<sdt>\n{PLAN.strip()}\n</sdt>"),
    "page number in a frame": lambda: docx_of(PLAN, header=_FRAMED),
    "page number at a tab": lambda: docx_of(PLAN, header=_AT_TAB),
    "page number in a control": lambda: docx_of(PLAN, header=_IN_CONTROL),
    "one page, no number": lambda: docx_of(DECISION, header=margin_part("[center] ")),
    "several pages": lambda: docx_of(PLAN.replace(long_text(), long_text(200))),
    "indent by tab": plan_with(f"{BODY} ", f"{BODY.replace('first=12.7 ', '')} {{tab}}"),
    "indent by a tab of its own width": plan_with(
        f"{BODY} ", f"{BODY.replace('first=12.7 ', '')} {{tab}}", settings=_TABS
    ),
    "exact lines": plan_with("line=1.1]", "line=18pt!]"),
    "gaps after": plan_with("before=6 line", "after=6 line"),
    "short line to the left": plan_with(f"{BODY} đ)", f"{BODY.replace('both', 'left')} đ)"),
    "inner dashes": plan_with(f"{BODY} e) Phục", f"{BODY.replace('12.7', '18')} + Phục"),
    "near black": plan_with("Ban Quản lý ban", "{color=1F1F1F}Ban Quản lý ban"),
    "draft": plan_with("Số: 08/KH", "Số:        /KH"),
    "dotted draft": plan_with("Số: 08/KH", "Số: ...../KH"),
    "draft date": plan_with("ngày 12 tháng 01 năm", "ngày      tháng       năm"),
    "old spelling": plan_with("CỘNG HÒA", "CỘNG HOÀ"),
    "sentence of bases": lambda: docx_of(
        re.sub(r"\[both italic.*\n", "", PLAN).replace(f"{BODY} Ban Quản lý ban hành", _SENTENCE)
    ),
    "other acts among the bases": plan_with(
        f"{BASIS} Căn cứ Luật",
        f"{BASIS} Thực hiện Chỉ thị số 05/CT-UBND, {LONG[:-1]};\n{BASIS} Căn cứ Luật",
    ),
    "quoted article": plan_with(f"{BODY} đ)", f"{BODY} Điều 5 Luật này quy định.\n{BODY} đ)"),
    "caption and note": plan_with(
        f"{BODY} đ)", f"[center bold 13pt] Bảng 1\n[right italic 13pt] (Đơn vị: đồng)\n{BODY} đ)"
    ),
}
