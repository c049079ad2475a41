"""Documents that would have LibreOffice fetch something, or show a file of this machine.

Each is a function of an address: that of a server that must not be asked, or of a local file.
"""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

_ROOT = "http://schemas.openxmlformats.org"
NAMESPACES = {
    "w": f"{_ROOT}/wordprocessingml/2006/main",
    "r": f"{_ROOT}/officeDocument/2006/relationships",
    "wp": f"{_ROOT}/drawingml/2006/wordprocessingDrawing",
    "a": f"{_ROOT}/drawingml/2006/main",
    "pic": f"{_ROOT}/drawingml/2006/picture",
    "mc": f"{_ROOT}/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "unknown": "urn:unknown",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
_TYPES = f"{_ROOT}/package/2006/content-types"
_RELATIONS = f"{_ROOT}/package/2006/relationships"
_OFFICE = f"{_ROOT}/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
)
CONTENT_TYPES = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "word/webSettings.xml": f"{_WORD}.webSettings+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/header1.xml": f"{_WORD}.header+xml",
    "word/footnotes.xml": f"{_WORD}.footnotes+xml",
    "word/numbering.xml": f"{_WORD}.numbering+xml",
    "word/fontTable.xml": f"{_WORD}.fontTable+xml",
    "docProps/app.xml": ("application/vnd.openxmlformats-officedocument.extended-properties+xml"),
}


@dataclass(frozen=True)
class Relation:
    """A relationship of the document, or of the part `of`; `kind`: the last word of its type."""

    id: str
    kind: str
    target: str
    external: bool = True
    of: str = "word/document.xml"

    def xml(self) -> str:
        mode = ' TargetMode="External"' if self.external else ""
        kind = self.kind if "/" in self.kind else f"{_OFFICE}/{self.kind}"
        return f'<Relationship Id="{self.id}" Type="{kind}" Target="{self.target}"{mode}/>'


@dataclass(frozen=True)
class Package:
    """A .docx: the XML inside w:body, relationships, further parts by name, w:settings' XML."""

    body: str = ""
    relations: tuple[Relation, ...] = ()
    parts: Mapping[str, str | bytes] = field(default_factory=dict)
    settings: str = ""

    def pack(self) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for name, content in self._members().items():
                archive.writestr(name, content)
        return buffer.getvalue()

    def _members(self) -> dict[str, str | bytes]:
        body = f"<w:p><w:r><w:t>Đầu.</w:t></w:r></w:p>{self.body}"
        document = wml("document", f"<w:body>{body}</w:body>")
        settings = wml("settings", self.settings)
        parts = {"word/document.xml": document, "word/settings.xml": settings, **self.parts}
        return {"[Content_Types].xml": _types(parts), **self._relation_parts(), **parts}

    def _relation_parts(self) -> dict[str, str]:
        of: dict[str, list[Relation]] = {"": [], "word/document.xml": []}
        of[""].append(Relation("rId1", "officeDocument", "word/document.xml", False))
        of["word/document.xml"].append(Relation("rIdSettings", "settings", "settings.xml", False))
        for relation in self.relations:
            of.setdefault(relation.of, []).append(relation)
        return {_relations_name(part): _relations(listed) for part, listed in of.items()}


def wml(root: str, content: str) -> str:
    """A part whose root is w:<root>."""
    return f"<w:{root} {_DECLARED}>{content}</w:{root}>"


def _types(parts: Mapping[str, object]) -> str:
    defaults = {"xml": "application/xml", "png": "image/png", "svg": "image/svg+xml"}
    defaults |= {"rels": "application/vnd.openxmlformats-package.relationships+xml"}
    defaults |= {"html": "text/html", "bin": "application/vnd.ms-office.vbaProject"}
    defaults |= {"emf": "image/x-emf"}
    listed = [f'<Default Extension="{ext}" ContentType="{t}"/>' for ext, t in defaults.items()]
    for name in parts:
        if name in CONTENT_TYPES:
            listed.append(f'<Override PartName="/{name}" ContentType="{CONTENT_TYPES[name]}"/>')
    return f'<Types xmlns="{_TYPES}">{"".join(listed)}</Types>'


def _relations_name(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels".removeprefix("/")


def _relations(listed: list[Relation]) -> str:
    content = "".join(relation.xml() for relation in listed)
    return f'<Relationships xmlns="{_RELATIONS}">{content}</Relationships>'


# Pieces of a body


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def run(content: str) -> str:
    return f"<w:r>{content}</w:r>"


def text(words: str) -> str:
    return run(f'<w:t xml:space="preserve">{words}</w:t>')


def mark(kind: str) -> str:
    return run(f'<w:fldChar w:fldCharType="{kind}"/>')


def code(words: str) -> str:
    return run(f'<w:instrText xml:space="preserve">{words}</w:instrText>')


def complex_field(*instruction: str, result: str = "kết quả") -> str:
    """A field whose instruction is split over runs; one that is XML already stands as it is."""
    runs = "".join(part if part.startswith("<") else code(part) for part in instruction)
    return f"{mark('begin')}{runs}{mark('separate')}{text(result)}{mark('end')}"


def simple_field(instruction: str, result: str = "kết quả") -> str:
    escaped = instruction.replace('"', "&quot;")
    return f'<w:fldSimple w:instr="{escaped}">{text(result)}</w:fldSimple>'


def picture(attributes: str, extension: str = "") -> str:
    """An inline picture; attributes: those of a:blip."""
    return run(
        '<w:drawing><wp:inline><wp:extent cx="914400" cy="914400"/><wp:docPr id="1" name="A"/>'
        f'<a:graphic><a:graphicData uri="{NAMESPACES["pic"]}"><pic:pic>'
        '<pic:nvPicPr><pic:cNvPr id="1" name="A"/><pic:cNvPicPr/></pic:nvPicPr>'
        f"<pic:blipFill><a:blip {attributes}>{extension}</a:blip>"
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        '<a:off x="0" y="0"/><a:ext cx="914400" cy="914400"/></a:xfrm>'
        '<a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )


def shape(inside: str, attributes: str = "") -> str:
    style = "width:72pt;height:72pt"
    return run(f'<w:pict><v:shape id="s1" style="{style}" {attributes}>{inside}</v:shape></w:pict>')


def _only(body: str, *relations: Relation, **more: object) -> Package:
    return Package(body, relations, **more)  # type: ignore[arg-type]


def _svg(url: str) -> bytes:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="90" height="90"><image width="90" height="90" xlink:href="{url}"/></svg>'
    ).encode()


def _in_alternatives(url: str) -> str:
    """Half of an instruction where LibreOffice does not look: PAGE, then what it does."""
    unseen = f'<mc:Choice Requires="unknown">{code("PAGE ")}</mc:Choice>'
    seen = f"<mc:Fallback>{code(f'INCLUDEPICTURE &quot;{url}&quot; ')}</mc:Fallback>"
    return f"<mc:AlternateContent>{unseen}{seen}</mc:AlternateContent>"


def _chunk(url: str) -> Package:
    html = f'<html><body><p>Ảnh</p><img src="{url}" width="90" height="90"></body></html>'
    chunk = Relation("rId9", "aFChunk", "chunk.html", external=False)
    return _only('<w:altChunk r:id="rId9"/>', chunk, parts={"word/chunk.html": html})


def _ole(url: str) -> Package:
    link = '<o:OLEObject Type="Link" ProgID="Word.Document.12" ShapeID="s1" DrawAspect="Content"'
    link += ' ObjectID="_1" r:id="rId9" UpdateMode="Always"/>'
    drawn = '<v:shape id="s1" style="width:72pt;height:72pt"><v:imagedata r:id="rId8"/></v:shape>'
    preview = Relation("rId8", "image", "media/image1.png", external=False)
    body = paragraph(run(f"<w:object>{drawn}{link}</w:object>"))
    linked = Relation("rId9", "oleObject", url)
    return _only(body, preview, linked, parts={"word/media/image1.png": PNG})


def _header(url: str) -> Package:
    header = wml("hdr", paragraph(picture('r:link="rId1"')))
    inside = Relation("rId9", "header", "header1.xml", external=False)
    linked = Relation("rId1", "image", url, of="word/header1.xml")
    body = '<w:sectPr><w:headerReference w:type="default" r:id="rId9"/></w:sectPr>'
    return _only(body, inside, linked, parts={"word/header1.xml": header})


def _settings(name: str, kind: str) -> Callable[[str], Package]:
    def package(url: str) -> Package:
        relation = Relation("rId1", kind, url, of="word/settings.xml")
        inside = f'<w:{name} r:id="rId1"/>' if name == "attachedTemplate" else _merge(url)
        return _only("", relation, settings=inside)

    return package


def _merge(url: str) -> str:
    return (
        '<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:linkToQuery/>'
        f'<w:dataType w:val="textFile"/><w:connectString w:val="{url}"/>'
        '<w:query w:val="*"/><w:dataSource r:id="rId1"/></w:mailMerge>'
    )


def _part(kind: str, body: str = "") -> Callable[[str], Package]:
    """A part of the document itself is elsewhere."""
    return lambda url: _only(body, Relation("rId9", kind, url))


def _field(*instruction: str) -> Callable[[str], Package]:
    """instruction: with URL for the address, in complex fields."""
    return lambda url: _only(
        paragraph(
            complex_field(*(part.replace("URL", f"&quot;{url}&quot;") for part in instruction))
        )
    )


def _svg_picture(name: str, attributes: str, extension: str = "") -> Callable[[str], Package]:
    def package(url: str) -> Package:
        relations = [Relation("rId8", "image", "media/image1.png", external=False)]
        relations.append(Relation("rId9", "image", f"media/{name}", external=False))
        parts = {"word/media/image1.png": PNG, f"word/media/{name}": _svg(url)}
        return _only(paragraph(picture(attributes, extension)), *relations, parts=parts)

    return package


def _frames(url: str) -> Package:
    frames = wml(
        "webSettings",
        '<w:frameset><w:frame><w:sourceFileName r:id="rId1"/></w:frame></w:frameset>',
    )
    web = Relation("rId9", "webSettings", "webSettings.xml", external=False)
    frame = Relation("rId1", "frame", url, of="word/webSettings.xml")
    return _only("", web, frame, parts={"word/webSettings.xml": frames})


def _bullets(url: str) -> Package:
    bullet = f'<w:numPicBullet w:numPicBulletId="0">{_bullet_shape()}</w:numPicBullet>'
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
    level += '<w:lvlText w:val="o"/><w:lvlPicBulletId w:val="0"/></w:lvl>'
    numbering = wml(
        "numbering",
        f'{bullet}<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    inside = Relation("rId9", "numbering", "numbering.xml", external=False)
    linked = Relation("rId1", "image", url, of="word/numbering.xml")
    numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    body = paragraph(numbered, text("Mục"))
    return _only(body, inside, linked, parts={"word/numbering.xml": numbering})


def _bullet_shape() -> str:
    drawn = '<v:shape id="b" style="width:9pt;height:9pt"><v:imagedata r:id="rId1"/></v:shape>'
    return f"<w:pict>{drawn}</w:pict>"


def _properties(url: str) -> Package:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    app = f'<Properties xmlns="{kind}"><Template>{url}</Template>'
    app += f"<HyperlinkBase>{url}</HyperlinkBase></Properties>"
    inside = Relation("rId7", "extended-properties", "docProps/app.xml", external=False, of="")
    return _only("", inside, parts={"docProps/app.xml": app})


def _font(url: str) -> Package:
    fonts = wml(
        "fonts", '<w:font w:name="Lạ"><w:embedRegular r:id="rId1" w:fontKey="{0}"/></w:font>'
    )
    inside = Relation("rId9", "fontTable", "fontTable.xml", external=False)
    linked = Relation("rId1", "font", url, of="word/fontTable.xml")
    return _only("", inside, linked, parts={"word/fontTable.xml": fonts})


_IMAGE = "rId9", "image"
HOSTILE: dict[str, Callable[[str], Package]] = {
    "linked picture": lambda url: _only(
        paragraph(picture('r:link="rId9"')), Relation(*_IMAGE, url)
    ),
    "embedded picture that is elsewhere": lambda url: _only(
        paragraph(picture('r:embed="rId9"')), Relation(*_IMAGE, url)
    ),
    "linked picture, its mode unsaid": lambda url: _only(
        paragraph(picture('r:link="rId9"')), Relation(*_IMAGE, url, external=False)
    ),
    "linked picture in VML": lambda url: _only(
        paragraph(shape('<v:imagedata r:id="rId9"/>')), Relation(*_IMAGE, url)
    ),
    "linked picture in VML, by reference": lambda url: _only(
        paragraph(shape('<v:imagedata r:href="rId9"/>')), Relation(*_IMAGE, url)
    ),
    "picture by its address in VML": lambda url: _only(
        paragraph(shape(f'<v:imagedata src="{url}" o:href="{url}"/>'))
    ),
    "filling by its address in VML": lambda url: _only(
        paragraph(shape(f'<v:fill type="frame" src="{url}" o:href="{url}"/>', f'href="{url}"'))
    ),
    "linked filling in VML": lambda url: _only(
        paragraph(shape('<v:fill type="frame" r:id="rId9" o:relid="rId9"/>')),
        Relation(*_IMAGE, url),
    ),
    "linked picture in a header": _header,
    "linked picture as a bullet": _bullets,
    "INCLUDEPICTURE": _field("INCLUDEPICTURE URL \\d"),
    "INCLUDEPICTURE, split": _field(" INCLUDE", "PICT", "URE URL", " \\* MERGEFORMAT"),
    "INCLUDEPICTURE, lower case": _field("includepicture URL"),
    "INCLUDEPICTURE, simple": lambda url: _only(
        paragraph(simple_field(f'INCLUDEPICTURE "{url}" \\d'))
    ),
    "INCLUDEPICTURE among alternatives": lambda url: _only(
        paragraph(complex_field(_in_alternatives(url)))
    ),
    "INCLUDEPICTURE in a field's result": lambda url: _only(
        paragraph(
            f"{mark('begin')}{code('PAGE')}{mark('separate')}"
            f"{complex_field(f'INCLUDEPICTURE &quot;{url}&quot;')}{mark('end')}"
        )
    ),
    "INCLUDEPICTURE in a field's instruction": lambda url: _only(
        paragraph(complex_field("IF 1 = 1 ", complex_field(f"INCLUDEPICTURE &quot;{url}&quot;")))
    ),
    "INCLUDETEXT": _field("INCLUDETEXT URL"),
    "INCLUDETEXT, simple": lambda url: _only(paragraph(simple_field(f'INCLUDETEXT "{url}"'))),
    "IMPORT": _field("IMPORT URL \\d"),
    "LINK": _field("LINK Word.Document.12 URL \\a \\t"),
    "DDEAUTO": _field("DDEAUTO soffice URL x"),
    "DDE": _field("DDE soffice URL x"),
    "RD": _field("RD URL"),
    "attached template": _settings("attachedTemplate", "attachedTemplate"),
    "mail merge": _settings("mailMerge", "mailMergeSource"),
    "altChunk": _part("aFChunk", '<w:altChunk r:id="rId9"/>'),
    "altChunk of HTML": _chunk,
    "OLE link": _ole,
    "subdocument": _part("subDocument", '<w:subDoc r:id="rId9"/>'),
    "header": _part(
        "header", '<w:sectPr><w:headerReference w:type="default" r:id="rId9"/></w:sectPr>'
    ),
    "styles": _part("styles"),
    "theme": _part("theme"),
    "fonts": _part("fontTable"),
    "glossary": _part("glossaryDocument"),
    "custom data": _part("customXml"),
    "font": _font,
    "frames": _frames,
    "properties": _properties,
    "SVG": _svg_picture("image2.svg", 'r:embed="rId9"'),
    "SVG in the name of a PNG": _svg_picture("image2.png", 'r:embed="rId9"'),
    "SVG beside a PNG": _svg_picture(
        "image2.svg",
        'r:embed="rId8"',
        '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">'
        '<asvg:svgBlip r:embed="rId9"/></a:ext></a:extLst>',
    ),
    "movie": lambda url: _only(
        paragraph(picture('r:embed="rId8"').replace("<pic:cNvPicPr/>", _movie())),
        Relation("rId8", "image", "media/image1.png", external=False),
        Relation("rId9", "video", url),
        parts={"word/media/image1.png": PNG},
    ),
}


def _movie() -> str:
    return '<pic:cNvPicPr/><pic:nvPr><a:videoFile r:link="rId9"/></pic:nvPr>'


def crashing() -> bytes:
    """A header that is its own header: LibreOffice 7.4 loads it until it has no stack left."""
    header = Relation("rId9", "header", "header1.xml", external=False)
    again = Relation("rId9", "header", "header1.xml", external=False, of="word/header1.xml")
    use = '<w:sectPr><w:headerReference w:type="default" r:id="rId9"/></w:sectPr>'
    return _only(use, header, again, parts={"word/header1.xml": wml("hdr", use)}).pack()
