"""A notation for documents in tests.

A line is a paragraph: `[center 13pt bold] CỘNG HÒA …`. In brackets, all optional:

    left center right both      alignment
    first=12.7 left=35 right=0  indents, millimetres; first=-5 hangs
    before=6 after=0            gaps, points
    line=1.1                    line spacing, lines; line=18pt! exactly, line=18pt at least
    style=Name num=1 level=0    a style's id; a list
    rule                        a border below
    break                       begins a new page
    and what runs may have      13pt bold italic caps under vanish font=Arial color=FF0000 char=Id

`{italic 12pt}` in the text changes what follows, `{}` goes back; `{tab}`, `{br}`, `{page}` (the
field) stand for themselves, `{line=57@100}` draws a line of 57 mm that begins at 100 mm,
`{vml=160}` an old one of 160 points, `{del …}` and `{ins …}` are tracked. Blocks stand on lines
of their own:

    <table 65 100> … <cell> … <row> … </table>      <table 65 100 ruled>
    <box> … </box>      <sdt> … </sdt>
    <section start=1 landscape margins=20,20,30,15 paper=210x297 title=0 header=1 footer=0>

`<section>` begins a section; on the first line it tells of the first one. Text is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape

from docx_parts import NAMESPACES, packed, styles

TWIPS = 1440 / 25.4

_SWITCHES = {"bold": "<w:b/>", "italic": "<w:i/>", "caps": "<w:caps/>", "vanish": "<w:vanish/>"}
_SWITCHES |= {"under": '<w:u w:val="single"/>', "nobold": '<w:b w:val="0"/>'}
_SWITCHES |= {"noitalic": '<w:i w:val="0"/>', "raised": '<w:vertAlign w:val="superscript"/>'}
_ALIGN = ("left", "center", "right", "both")
_INLINE = re.compile(r"\{([^{}]*)\}")


def docx_of(text: str, **parts: str) -> bytes:
    """A .docx of lines in the notation; parts: styles, theme, settings, numbering, header …"""
    held = {**DEFAULT_PARTS, **parts}
    return packed({"document": document(text), **held})


def document(text: str) -> str:
    *blocks, last = _Blocks(text.strip("\n").split("\n")).xml()
    return f"<w:document {NAMESPACES}><w:body>{''.join(blocks)}{last}</w:body></w:document>"


class _Blocks:
    def __init__(self, lines: list[str]) -> None:
        self._lines = lines

    def xml(self) -> Iterator[str]:
        """The blocks; the last is the body's own w:sectPr."""
        section = _section("<section>")
        for index, line in enumerate(self._lines):
            if line.startswith("<section"):
                if index:
                    yield f"<w:p><w:pPr>{section}</w:pPr></w:p>"
                section = _section(line)
            elif line.startswith("<"):
                yield _block(line)
            elif line.strip():
                yield paragraph(line)
        yield section


def _block(line: str) -> str:
    name, *words = line.strip("<>").split()
    if name == "table":
        return _table(words)
    return _BLOCKS[name]


def _table(words: list[str]) -> str:
    widths = [round(float(word) * TWIPS) for word in words if word[0].isdigit()]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    style = next((word[6:] for word in words if word.startswith("style=")), "")
    sides = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "insideV"))
    borders = f"<w:tblBorders>{sides}</w:tblBorders>" if "ruled" in words else ""
    named = f'<w:tblStyle w:val="{style}"/>' if style else ""
    margins = '<w:tblCellMar><w:left w:w="0"/><w:right w:w="0"/></w:tblCellMar>'
    return (
        f"<w:tbl><w:tblPr>{named}{borders}{margins}<w:tblLook w:firstRow='1'/></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid><w:tr><w:tc>"
    )


_BLOCKS = {
    "cell": "</w:tc><w:tc>",
    "row": "</w:tc></w:tr><w:tr><w:tc>",
    "/table": "</w:tc></w:tr></w:tbl>",
    "sdt": "<w:sdt><w:sdtPr/><w:sdtContent>",
    "/sdt": "</w:sdtContent></w:sdt>",
    "box": (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        '<wp:extent cx="2880000" cy="1440000"/><a:graphic><a:graphicData><wps:wsp><wps:txbx>'
        "<w:txbxContent>"
    ),
    "/box": (
        "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        "</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>"
        "(bản sao của khung)</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    ),
}


def _section(line: str) -> str:
    words = dict(word.partition("=")[::2] for word in line.strip("<>").split()[1:])
    width, height = words.get("paper", "210x297").split("x")
    if "landscape" in words:
        width, height = height, width
    sides = words.get("margins", "20,20,30,15").split(",")
    margins = " ".join(
        f'w:{side}="{round(float(length) * TWIPS)}"'
        for side, length in zip(("top", "bottom", "left", "right"), sides, strict=True)
    )
    header = '<w:headerReference w:type="default" r:id="rIdHeader"/>'
    footer = '<w:footerReference w:type="default" r:id="rIdFooter"/>'
    first = '<w:headerReference w:type="first" r:id="rIdHeader"/>'
    return (
        f"<w:sectPr>{header if words.get('header', '1') == '1' else ''}"
        f"{first if words.get('first') == '1' else ''}"
        f"{footer if words.get('footer') == '1' else ''}"
        f'<w:pgSz w:w="{round(float(width) * TWIPS)}" w:h="{round(float(height) * TWIPS)}"/>'
        f'<w:pgMar {margins} w:gutter="{round(float(words.get("gutter", 0)) * TWIPS)}"/>'
        + (f'<w:pgNumType w:start="{words["start"]}"/>' if "start" in words else "")
        + (f'<w:pgNumType w:fmt="{words["fmt"]}"/>' if "fmt" in words else "")
        + ("<w:titlePg/>" if words.get("title", "1") == "1" else "")
        + "</w:sectPr>"
    )


def paragraph(line: str) -> str:
    found = re.match(r"\[([^\]]*)\] ?(.*)", line)
    look, text = (found[1].split(), found[2]) if found else ([], line)
    run = _run_properties(look)
    content = "".join(_runs(text, run))
    return f"<w:p><w:pPr>{_paragraph_properties(look)}</w:pPr>{content}</w:p>"


def _paragraph_properties(look: list[str]) -> str:
    told = dict(word.partition("=")[::2] for word in look if "=" in word)
    parts = []
    if "style" in told:
        parts.append(f'<w:pStyle w:val="{told["style"]}"/>')
    if "break" in look:
        parts.append("<w:pageBreakBefore/>")
    if "num" in told:
        level = told.get("level", "0")
        parts.append(
            f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{told["num"]}"/></w:numPr>'
        )
    if "rule" in look:
        parts.append('<w:pBdr><w:bottom w:val="single" w:sz="6"/></w:pBdr>')
    parts += [_spacing(told), _indents(told)]
    parts += [f'<w:jc w:val="{word}"/>' for word in look if word in _ALIGN]
    return "".join(parts)


def _spacing(told: Mapping[str, str]) -> str:
    said = [
        f'w:{side}="{float(told[side]) * 20:.0f}"' for side in ("before", "after") if side in told
    ]
    line = told.get("line", "")
    if line.endswith(("pt", "pt!")):
        rule = "exact" if line.endswith("!") else "atLeast"
        said.append(f'w:line="{float(line.rstrip("pt!")) * 20:.0f}" w:lineRule="{rule}"')
    elif line:
        said.append(f'w:line="{float(line) * 240:.0f}" w:lineRule="auto"')
    return f"<w:spacing {' '.join(said)}/>" if said else ""


def _indents(told: Mapping[str, str]) -> str:
    lengths = {
        key: round(float(told[key]) * TWIPS) for key in ("left", "right", "first") if key in told
    }
    first = lengths.pop("first", None)
    if first is not None:
        lengths["firstLine" if first >= 0 else "hanging"] = abs(first)
    said = " ".join(f'w:{key}="{length}"' for key, length in lengths.items())
    return f"<w:ind {said}/>" if said else ""


def _run_properties(look: list[str]) -> str:
    parts = []
    for word in look:
        name, _, value = word.partition("=")
        if name == "char":
            parts.insert(0, f'<w:rStyle w:val="{value}"/>')
        elif name == "font":
            font = value.replace("_", " ")
            parts.append(f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')
        elif name == "color":
            parts.append(f'<w:color w:val="{value}"/>')
        elif re.fullmatch(r"[\d.]+pt", word):
            parts.append(f'<w:sz w:val="{float(word[:-2]) * 2:.0f}"/>')
        elif word in _SWITCHES:
            parts.append(_SWITCHES[word])
    return "".join(parts)


def _runs(text: str, base: str) -> Iterator[str]:
    look, place = base, 0
    for found in _INLINE.finditer(text):
        yield _run(text[place : found.start()], look)
        place = found.end()
        inside = found[1]
        if special := _special(inside, look):
            yield special
        else:
            look = base + _run_properties(inside.split())
    yield _run(text[place:], look)


def _special(inside: str, look: str) -> str:
    """What stands for itself, or nothing: then the braces change the look."""
    name, _, rest = inside.partition(" ")
    name, _, told = name.partition("=")
    if name in ("tab", "br"):
        return f"<w:r><w:rPr>{look}</w:rPr><w:{name}/></w:r>"
    if name == "page":
        return f'<w:fldSimple w:instr=" PAGE {rest}">{_run("2", look)}</w:fldSimple>'
    if name == "ins":
        return f'<w:ins w:id="1" w:author="a">{_run(rest, look)}</w:ins>'
    if name == "del":
        gone = f"<w:r><w:delText>{escape(rest)}</w:delText></w:r>"
        return f'<w:del w:id="2" w:author="a">{gone}</w:del>'
    if name == "line" or name == "vml":
        return f"<w:r>{line_shape(told) if name == 'line' else _vml_line(told)}</w:r>"
    return ""


def line_shape(told: str) -> str:
    """A straight connector: its length in millimetres, and where it begins (57@100)."""
    length, _, offset = told.partition("@")
    at = f"<wp:posOffset>{float(offset) * 36000:.0f}</wp:posOffset>" if offset else ""
    return (
        f'<w:drawing><wp:anchor><wp:positionH relativeFrom="column">{at}</wp:positionH>'
        f'<wp:extent cx="{float(length) * 36000:.0f}" cy="0"/><a:graphic><a:graphicData><wps:wsp>'
        '<wps:cNvCnPr/><wps:spPr><a:prstGeom prst="line"/></wps:spPr></wps:wsp></a:graphicData>'
        "</a:graphic></wp:anchor></w:drawing>"
    )


def _vml_line(points: str) -> str:
    return f'<w:pict><v:line from="3pt,2pt" to="{float(points) + 3}pt,2pt"/></w:pict>'


def _run(text: str, look: str) -> str:
    if not text:
        return ""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def margin_part(text: str, name: str = "hdr") -> str:
    """A header or footer of one paragraph."""
    return f"<w:{name} {NAMESPACES}>{paragraph(text)}</w:{name}>"


DEFAULT_PARTS = {"styles": styles(), "header": margin_part("[center 14pt] {page}")}
