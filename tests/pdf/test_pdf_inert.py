"""What is taken out of a .docx before LibreOffice sees it, and what stays."""

from __future__ import annotations

import io

import docx
import pytest
from documents import SAMPLES, Sample
from hostile import (
    HOSTILE,
    PNG,
    Package,
    Relation,
    code,
    complex_field,
    mark,
    paragraph,
    picture,
    run,
    simple_field,
    wml,
)
from lxml import etree

from service.errors import PackageRefused
from service.pdf.fields import KINDS, W, allowed
from service.pdf.inert import inert
from service.word.container import pack, unpack

ADDRESS = "http://127.0.0.1:9/canary.png"

KEPT_FIELDS = [
    "PAGE",
    " PAGE   \\* MERGEFORMAT ",
    "page",
    "NUMPAGES",
    "SECTIONPAGES",
    'DATE \\@ "dd/MM/yyyy"',
    'TOC \\o "1-3" \\h \\z \\u',
    "PAGEREF _Toc1 \\h",
    "REF bang_1 \\h",
    "SEQ Bảng \\* ARABIC",
    'HYPERLINK "https://bqlkcn.gov.vn/a?b=1#c"',
    'HYPERLINK "mailto:vanthu@bqlkcn.gov.vn"',
    'hyperlink "HTTP://BQLKCN.GOV.VN"',
    'HYPERLINK \\l "muc_1"',
    'HYPERLINK "https://a.vn" \\l "muc_1" \\o "Xem" \\t "_blank"',
]
STRIPPED_FIELDS = [
    "",
    "  ",
    'INCLUDEPICTURE "a"',
    "IncludeText a",
    "PAGE1",
    "PAGE_",
    "PAGE\u00a0INCLUDETEXT",
    "\u00a0PAGE",
    '"PAGE"',
    "{PAGE}",
    "\\INCLUDEPICTURE",
    "=1+1",
    "IF 1 = 1 a b",
    "DDE a b",
    "DDEAUTO a b",
    "LINK a b",
    "IMPORT a",
    "RD a",
    "EMBED Word.Document",
    "DATABASE \\d a",
    "AUTOTEXT a",
    "MACROBUTTON a b",
    "GOTOBUTTON a b",
    "ADDIN a",
    "CONTROL Forms.TextBox.1",
    "HTMLCONTROL a",
    "FILENAME \\p",
    "USERNAME",
    "TEMPLATE \\p",
    "MERGEFIELD ten",
    'HYPERLINK "file:///etc/hostname"',
    'HYPERLINK "\\\\\\\\may\\\\chia_se"',
    'HYPERLINK "a.docx"',
    'HYPERLINK "javascript:x"',
    'HYPERLINK "https://a.vn" "file:///etc/hostname"',
    'HYPERLINK "https://a.vn\\" file:///etc/hostname"',
]


def body(data: bytes) -> str:
    return unpack(data)["word/document.xml"].decode()


def of_body(content: str, **more: object) -> str:
    """What is left of a body."""
    return body(inert(Package(content, **more).pack()).data)  # type: ignore[arg-type]


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_our_own_documents_pass_as_they_are(sample: Sample) -> None:
    """Nothing is taken out of what the project makes: every part keeps its bytes."""
    made = sample.make()
    result = inert(made)
    assert result.removed == ()
    assert unpack(result.data) == unpack(made)


@pytest.mark.parametrize("name", HOSTILE)
def test_no_address_is_left(name: str) -> None:
    """Neither in a relationship, nor in an instruction, nor in an attribute of any part."""
    members = unpack(inert(HOSTILE[name](ADDRESS).pack()).data)
    assert "word/document.xml" in members
    assert not [part for part, content in members.items() if b"127.0.0.1" in content]


@pytest.mark.parametrize("instruction", KEPT_FIELDS)
def test_kept_fields(instruction: str) -> None:
    """What the document itself gives, and addresses that only a click asks for, stay."""
    escaped = instruction.replace('"', "&quot;")
    assert allowed(instruction)
    left = etree.fromstring(of_body(paragraph(complex_field(escaped))))
    assert [element.text for element in left.iter(f"{W}instrText")] == [instruction]
    assert len(list(left.iter(f"{W}fldChar"))) == 3
    assert "fldSimple" in of_body(paragraph(simple_field(instruction)))


@pytest.mark.parametrize("instruction", STRIPPED_FIELDS)
def test_stripped_fields(instruction: str) -> None:
    """All other fields are the text that they showed last."""
    escaped = instruction.replace('"', "&quot;")
    assert not allowed(instruction)
    for field in (complex_field(escaped), simple_field(instruction)):
        left = of_body(paragraph(field))
        assert "kết quả" in left
        assert "instrText" not in left
        assert "fld" not in left


def test_kinds_are_of_the_document_itself() -> None:
    """Adding one to the list is a decision about safety."""
    assert len(KINDS) == 27
    assert not {kind for kind in KINDS if kind.startswith(("INCLUDE", "DDE", "LINK", "IMPORT"))}


BROKEN_FIELDS = {
    "an instruction outside of a field": code("INCLUDETEXT a"),
    "an instruction after the separator": (
        f"{mark('begin')}{code('PAGE')}{mark('separate')}{code('INCLUDETEXT a')}{mark('end')}"
    ),
    "a deleted instruction": (
        f"{mark('begin')}{run('<w:delInstrText>INCLUDETEXT a</w:delInstrText>')}{mark('end')}"
    ),
    "a field that does not end": f"{mark('begin')}{code('INCLUDETEXT a')}{mark('separate')}",
    "a field that was not separated": f"{mark('begin')}{code('INCLUDETEXT a')}{mark('end')}",
    "a mark of no kind": f"{mark('start')}{code('INCLUDETEXT a')}{mark('end')}",
    "an instruction with an element in it": (
        f"{mark('begin')}{code('PAGE<w:t>INCLUDETEXT a</w:t>')}{mark('separate')}{mark('end')}"
    ),
    "an instruction cut by a comment": complex_field("INCLUDE<!-- -->TEXT a"),
    "half an instruction in a text box": complex_field(
        "PAGE ",
        run(f"<w:pict><w:txbxContent>{paragraph(code('INCLUDETEXT a'))}</w:txbxContent></w:pict>"),
    ),
}


@pytest.mark.parametrize("name", BROKEN_FIELDS)
def test_broken_fields_are_none(name: str) -> None:
    """What is not a whole field in one story is no field at all."""
    left = of_body(paragraph(BROKEN_FIELDS[name]))
    assert "INCLUDETEXT a" not in left


def test_nested_fields() -> None:
    """Of fields in an instruction nothing is left; fields in a result are judged on their own."""
    inner = complex_field("PAGE", result="trong")
    within_code = of_body(paragraph(complex_field("INCLUDETEXT ", inner, result="ngoài")))
    assert "ngoài" in within_code
    assert "trong" not in within_code
    assert "instrText" not in within_code
    in_result = f"{mark('begin')}{code('INCLUDETEXT a')}{mark('separate')}{inner}{mark('end')}"
    left = of_body(paragraph(in_result))
    assert left.count("instrText") == 2
    assert "trong" in left


def test_a_field_over_paragraphs() -> None:
    """A table of contents spans paragraphs, and holds links."""
    entry = complex_field('HYPERLINK \\l "_Toc1"', result="I. Mục đích")
    contents = [
        paragraph(mark("begin"), code('TOC \\o "1-3"'), mark("separate"), entry),
        paragraph(entry),
        paragraph(mark("end")),
    ]
    assert of_body("".join(contents)).count("<w:instrText") == 3


KEPT_RELATIONS = [
    Relation("rId9", "hyperlink", "https://bqlkcn.gov.vn/"),
    Relation("rId9", "hyperlink", "HTTPS://BQLKCN.GOV.VN/"),
    Relation("rId9", "hyperlink", "mailto:vanthu@bqlkcn.gov.vn"),
    Relation("rId9", "image", "media/image1.png", external=False),
    Relation("rId9", "image", "/word/media/image1.png", external=False),
    Relation("rId9", "image", "../word/media/image1.png", external=False),
]
STRIPPED_RELATIONS = [
    Relation("rId9", "hyperlink", "file:///etc/hostname"),
    Relation("rId9", "hyperlink", "\\\\may\\chia_se"),
    Relation("rId9", "hyperlink", "//127.0.0.1/a"),
    Relation("rId9", "hyperlink", "a.docx"),
    Relation("rId9", "hyperlink", "javascript:x"),
    Relation("rId9", "hyperlink", " https://a.vn"),
    Relation("rId9", "hyperlink", "https://bqlkcn.gov.vn/", external=False),
    Relation("rId9", "image", ADDRESS),
    Relation("rId9", "image", "media/image1.png"),
    Relation("rId9", "image", ADDRESS, external=False),
    Relation("rId9", "image", "file:///etc/hostname", external=False),
    Relation("rId9", "image", "/etc/hostname", external=False),
    Relation("rId9", "image", "../../etc/hostname", external=False),
    Relation("rId9", "image", "media/missing.png", external=False),
    Relation("rId9", "image", "media/drawing.png", external=False),
    Relation("rId9", "image", "media/image1.png#a", external=False),
    Relation("rId9", "image", "media%2Fimage1.png", external=False),
    Relation("rId9", "Image", "media/image1.png", external=False),
    Relation("rId9", "urn:x/image", "media/image1.png", external=False),
    Relation("rId9", "oleObject", "media/image1.png", external=False),
    Relation("rId9", "package", "media/image1.png", external=False),
    Relation("rId9", "control", "media/image1.png", external=False),
    Relation("rId9", "vbaProject", "media/image1.png", external=False),
    Relation("rId9", "aFChunk", "media/image1.png", external=False),
    Relation("rId9", "font", "media/image1.png", external=False),
    Relation("rId9", "chart", "media/image1.png", external=False),
    Relation("rId9", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "a"),
]
MEDIA = {"word/media/image1.png": PNG, "word/media/drawing.png": b"<svg/>"}


def relations_left(relation: Relation) -> str:
    package = Package(paragraph(picture('r:embed="rId9"')), (relation,), MEDIA)
    members = unpack(inert(package.pack()).data)
    assert ("rId9" in members["word/document.xml"].decode()) == (
        "rId9" in members["word/_rels/document.xml.rels"].decode()
    )
    return members["word/_rels/document.xml.rels"].decode()


@pytest.mark.parametrize("relation", KEPT_RELATIONS, ids=lambda relation: relation.target)
def test_kept_relationships(relation: Relation) -> None:
    """Pictures inside the package, and addresses to click on."""
    assert relation.xml() in relations_left(relation)


@pytest.mark.parametrize("relation", STRIPPED_RELATIONS, ids=lambda relation: relation.xml()[30:])
def test_stripped_relationships(relation: Relation) -> None:
    """All others are gone, and what referred to them."""
    assert "rId9" not in relations_left(relation)


@pytest.mark.parametrize("mode", ["external", "EXTERNAL", "External ", "", "Other"])
def test_modes_are_two(mode: str) -> None:
    """A relationship of a mode that is not known is gone."""
    package = Package(paragraph(picture('r:embed="rId9"')), (KEPT_RELATIONS[0],), MEDIA)
    members = unpack(package.pack())
    name = "word/_rels/document.xml.rels"
    members[name] = members[name].replace(b'"External"', f'"{mode}"'.encode())
    assert b"rId9" not in unpack(inert(pack(members)).data)[name]


def test_what_is_not_reached_is_not_there() -> None:
    """Macros, data and parts that no relationship leads to do not come along."""
    parts = {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0", "word/embeddings/a.bin": b"x"}
    parts |= {"customXml/item1.xml": b"<a/>", "docProps/thumbnail.png": PNG}
    left = unpack(inert(Package(parts=parts).pack()).data)
    assert not set(parts) & set(left)


def test_settings_that_stay() -> None:
    """What the layout needs, nothing that makes programs do things."""
    settings = (
        '<w:zoom w:percent="100"/><w:updateFields/><w:mailMerge/><w:defaultTabStop w:val="1"/>'
    )
    settings += '<w:saveThroughXslt/><w:docVars><w:docVar w:name="a" w:val="b"/></w:docVars>'
    left = unpack(inert(Package(settings=settings).pack()).data)["word/settings.xml"].decode()
    assert [name for name in ("zoom", "defaultTabStop") if name in left] == [
        "zoom",
        "defaultTabStop",
    ]
    assert not [name for name in ("updateFields", "mailMerge", "Xslt", "docVar") if name in left]


def test_what_was_taken_out_is_told() -> None:
    """In Vietnamese, each kind once; what nobody sees is not told."""
    url = ADDRESS
    assert inert(HOSTILE["linked picture"](url).pack()).removed == (
        "ảnh ở ngoài tệp hoặc ảnh không thuộc kiểu thường dùng",
    )
    twice = paragraph(simple_field("INCLUDETEXT a"), simple_field("INCLUDETEXT b"))
    assert inert(Package(twice).pack()).removed == ("trường INCLUDETEXT",)
    assert inert(HOSTILE["attached template"](url).pack()).removed == ()


def test_a_new_document_of_python_docx() -> None:
    """What is of no use to a PDF goes without a word: thumbnail, data, web settings."""
    buffer = io.BytesIO()
    page = docx.Document()
    page.add_heading("I. Mục đích")
    page.add_picture(io.BytesIO(PNG))
    page.save(buffer)
    result = inert(buffer.getvalue())
    assert result.removed == ()
    assert "word/media/image1.png" in unpack(result.data)


def macro_enabled() -> bytes:
    members = unpack(Package().pack())
    types = members["[Content_Types].xml"].decode()
    macro = "application/vnd.ms-word.document.macroEnabled.main+xml"
    plain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return pack(members | {"[Content_Types].xml": types.replace(plain, macro).encode()})


STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
REFUSED = {
    "no package": b"%PDF-1.7",
    "with macros": macro_enabled(),
    "another root": Package(parts={"word/document.xml": wml("hdr", "")}).pack(),
    "no XML": Package(parts={"word/document.xml": "<w:document"}).pack(),
    "no document": pack({"[Content_Types].xml": b"<Types/>"}),
    "two documents": Package(
        relations=(Relation("rId2", "officeDocument", "word/other.xml", external=False, of=""),),
        parts={"word/other.xml": wml("document", "")},
    ).pack(),
    "Strict": Package(
        f'<w:p><x:fldSimple xmlns:x="{STRICT}" x:instr="INCLUDETEXT a"/></w:p>'
    ).pack(),
    "Strict, escaped": Package(
        f'<w:p><x:fldSimple xmlns:x="{STRICT.replace("purl", "&#112;url")}"/></w:p>'
    ).pack(),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    """What is no plain .docx is refused, with what to do about it."""
    with pytest.raises(PackageRefused, match="gửi lại"):
        inert(REFUSED[name])
