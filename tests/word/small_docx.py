"""A notation for small .docx files: short functions write the XML, `docx_of` packs it.

Words are XML already: `&amp;` stands for an ampersand. A plain string is a run, or a paragraph,
where one is expected.
"""

from __future__ import annotations

import base64
import functools
import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

_ROOT = "http://schemas.openxmlformats.org"
NAMESPACES = {
    "w": f"{_ROOT}/wordprocessingml/2006/main",
    "r": f"{_ROOT}/officeDocument/2006/relationships",
    "wp": f"{_ROOT}/drawingml/2006/wordprocessingDrawing",
    "a": f"{_ROOT}/drawingml/2006/main",
    "pic": f"{_ROOT}/drawingml/2006/picture",
    "mc": f"{_ROOT}/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "m": f"{_ROOT}/officeDocument/2006/math",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONSHIPS = f"{_ROOT}/package/2006/relationships"
_TYPES = f"{_ROOT}/package/2006/content-types"
W = f"{{{NAMESPACES['w']}}}"
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
)


class Kind(NamedTuple):
    """A kind of part: its file, its root element, the last word of its relationship type."""

    file: str
    root: str
    relation: str

    @property
    def content_type(self) -> str:
        return f"{_WORD}.{'document.main' if self.relation == 'document' else self.relation}+xml"


KINDS = {
    "body": Kind("document", "document", "document"),
    "header": Kind("header1", "hdr", "header"),
    "first_header": Kind("header2", "hdr", "header"),
    "even_header": Kind("header3", "hdr", "header"),
    "footer": Kind("footer1", "ftr", "footer"),
    "first_footer": Kind("footer2", "ftr", "footer"),
    "footnotes": Kind("footnotes", "footnotes", "footnotes"),
    "endnotes": Kind("endnotes", "endnotes", "endnotes"),
    "comments": Kind("comments", "comments", "comments"),
}
_USES = {"header": "default", "first_header": "first", "even_header": "even"}
_USES |= {"footer": "default", "first_footer": "first"}
CORE = "docProps/core.xml"
PROPERTIES = ("creator", "description", "identifier", "language", "subject", "title")


def file_of(part: str) -> str:
    """The name in the package of a part."""
    return CORE if part == "core" else f"word/{KINDS[part].file}.xml"


# Words, runs, paragraphs


def t(words: str) -> str:
    return f"<w:t>{words}</w:t>"


def kept_t(words: str) -> str:
    """Text whose outer blanks count: so is all text in which a tag stood."""
    return f'<w:t xml:space="preserve">{words}</w:t>'


def r(content: str = "", properties: str = "") -> str:
    """A run of words, or of the XML given; properties: what stands in its w:rPr."""
    inside = content if content.startswith("<") else t(content)
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inside}</w:r>"


def kept(words: str, properties: str = "") -> str:
    return r(kept_t(words), properties)


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of runs; properties: what stands in its w:pPr."""
    inside = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


BR = "<w:br/>"
TAB = "<w:tab/>"
BOLD = "<w:b/>"
ITALIC = "<w:i/>"
CENTRED = '<w:jc w:val="center"/>'


# Tables


def tc(*content: str, width: int = 2000, properties: str = "") -> str:
    """A cell of paragraphs; properties: what stands after its width."""
    inside = "".join(one if one.startswith("<") else p(one) for one in content)
    size = f'<w:tcW w:w="{width}" w:type="dxa"/>' if width else ""
    return f"<w:tc><w:tcPr>{size}{properties}</w:tcPr>{inside}</w:tc>"


def tr(*cells: str) -> str:
    return f"<w:tr>{''.join(one if one.startswith('<') else tc(one) for one in cells)}</w:tr>"


def tbl(*rows: str, grid: tuple[int, ...] = (2000, 2000)) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    size = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return f"<w:tbl>{size}<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


# What stands in runs and around them


def drawing(content: str, *, id: int | str = 1, alt: str = "") -> str:
    """A drawing in the line; content: its a:graphicData."""
    described = f' descr="{alt}"' if alt else ""
    return (
        '<w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/>'
        f'<wp:docPr id="{id}" name="Hình"{described}/>'
        f"<a:graphic>{content}</a:graphic></wp:inline></w:drawing>"
    )


_SHAPE = (
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="9525" cy="9525"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
)


def picture(*, id: int | str = 1, alt: str = "") -> str:
    content = (
        f'<a:graphicData uri="{NAMESPACES["pic"]}"><pic:pic>'
        '<pic:nvPicPr><pic:cNvPr id="0" name="Hình"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="rIdPicture"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f"<pic:spPr>{_SHAPE}</pic:spPr></pic:pic></a:graphicData>"
    )
    return drawing(content, id=id, alt=alt)


def text_box(*paragraphs: str, fallback: str = "", id: int | str = 1) -> str:
    """A text box as Word writes it: in DrawingML, and again in VML for older programs."""
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    older = f"<w:txbxContent>{fallback}</w:txbxContent>" if fallback else inside
    shape = (
        f'<a:graphicData uri="{NAMESPACES["wps"]}"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        f"<wps:spPr>{_SHAPE}</wps:spPr><wps:txbx>{inside}</wps:txbx><wps:bodyPr/></wps:wsp>"
        "</a:graphicData>"
    )
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{drawing(shape, id=id)}</mc:Choice>'
        f'<mc:Fallback><w:pict><v:rect style="width:90pt;height:30pt"><v:textbox>{older}'
        "</v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent>"
    )


def link(*runs: str, tooltip: str = "") -> str:
    told = f' w:tooltip="{tooltip}"' if tooltip else ""
    return f'<w:hyperlink r:id="rIdLink"{told}>{"".join(runs)}</w:hyperlink>'


def control(content: str, alias: str = "Ô") -> str:
    """A content control around runs, paragraphs or rows."""
    properties = f'<w:sdtPr><w:alias w:val="{alias}"/></w:sdtPr>'
    return f"<w:sdt>{properties}<w:sdtContent>{content}</w:sdtContent></w:sdt>"


def note(kind: str, content: str) -> str:
    """The one footnote, endnote or comment that `reference` refers to."""
    author = ' w:author="Lan"' if kind == "comment" else ""
    return f'<w:{kind} w:id="1"{author}>{content}</w:{kind}>'


def reference(kind: str) -> str:
    return f'<w:r><w:{kind}Reference w:id="1"/></w:r>'


def core(**properties: str) -> str:
    """Properties of the file, in the order in which docxtpl makes those that are not there."""
    return "".join(f"<dc:{name}>{properties.get(name, '')}</dc:{name}>" for name in PROPERTIES)


# Packages


def part_xml(part: str, content: str, beside: tuple[str, ...] = ()) -> str:
    """The XML of a part; beside: the other parts, to which the body refers."""
    if part == "core":
        return (
            '<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/" '
            f'xmlns:cp="{_ROOT}/package/2006/metadata/core-properties">{content}'
            "</cp:coreProperties>"
        )
    root = f"w:{KINDS[part].root}"
    if part == "body":
        content = f"<w:body>{content}{_section(beside)}</w:body>"
    return f"<{root} {_DECLARED}>{content}</{root}>"


def _section(parts: tuple[str, ...]) -> str:
    references = "".join(
        f'<w:{KINDS[part].relation}Reference w:type="{_USES[part]}" r:id="rId_{part}"/>'
        for part in parts
        if part in _USES
    )
    first = "<w:titlePg/>" if any(part.startswith("first") for part in parts) else ""
    return f"<w:sectPr>{references}{first}</w:sectPr>"


@functools.lru_cache(maxsize=500)
def docx_of(body: str, /, **parts: str) -> bytes:
    """A package of a body and other parts, each given by its content; `beside` of each other."""
    kinds = {part: content for part, content in parts.items() if part != "core"}
    files = {"body": part_xml("body", body, tuple(kinds))}
    files |= {part: part_xml(part, content) for part, content in kinds.items()}
    files["core"] = part_xml("core", parts.get("core", core()))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", _content_types(kinds))
        archive.writestr("_rels/.rels", _relationships(_package_relations()))
        archive.writestr("word/_rels/document.xml.rels", _relationships(_relations(kinds)))
        archive.writestr("word/media/picture.png", PICTURE)
        for part, content in files.items():
            archive.writestr(file_of(part), f'<?xml version="1.0" encoding="UTF-8"?>{content}')
    return buffer.getvalue()


def _content_types(kinds: dict[str, str]) -> str:
    overrides = {file_of(part): KINDS[part].content_type for part in ("body", *kinds)}
    overrides[CORE] = "application/vnd.openxmlformats-package.core-properties+xml"
    told = "".join(
        f'<Override PartName="/{file}" ContentType="{content_type}"/>'
        for file, content_type in overrides.items()
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{_TYPES}"><Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="rels" ContentType="{rels}"/>{told}</Types>'
    )


def _package_relations() -> Iterator[tuple[str, str, str]]:
    yield "rIdBody", f"{_ROOT}/officeDocument/2006/relationships/officeDocument", file_of("body")
    yield "rIdCore", f"{_ROOT}/package/2006/relationships/metadata/core-properties", CORE


def _relations(kinds: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    kind = NAMESPACES["r"]
    yield "rIdPicture", f"{kind}/image", "media/picture.png"
    yield "rIdLink", f"{kind}/hyperlink", "https://example.org/"
    for part in kinds:
        yield f"rId_{part}", f"{kind}/{KINDS[part].relation}", f"{KINDS[part].file}.xml"


def _relationships(relations: Iterator[tuple[str, str, str]]) -> str:
    told = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"{_mode(target)}/>'
        for name, kind, target in relations
    )
    return f'<Relationships xmlns="{_RELATIONSHIPS}">{told}</Relationships>'


def _mode(target: str) -> str:
    return ' TargetMode="External"' if target.startswith("https:") else ""


# Reading

# Word shows white space inside a w:t as a blank: a line break is an element of its own.
_AS_BLANKS = re.compile(r"[\t\n\r]")
_MARKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n"}


def words(xml: bytes | str) -> list[str]:
    """What each paragraph of a part says, in the order of the XML; of properties, each of them."""
    root = etree.fromstring(xml if isinstance(xml, bytes) else xml.encode())
    if etree.QName(root).localname == "coreProperties":
        return [element.text or "" for element in root]
    return ["".join(_own(paragraph)) for paragraph in root.iter(f"{W}p")]


def _own(paragraph: Any) -> Iterator[str]:
    """The words of a paragraph, without those of the text boxes in it."""
    for element in paragraph.iter(f"{W}t", *_MARKS):
        if next(element.iterancestors(f"{W}p")) is paragraph:
            yield _MARKS.get(element.tag) or _AS_BLANKS.sub(" ", element.text or "")
