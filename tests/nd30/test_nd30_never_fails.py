"""Whatever is handed in: a verdict, or PackageRefused. Nothing else, and soon."""

from __future__ import annotations

import copy
import io
import random
from typing import Any

import docx
import pytest
from cost import growth
from documents import SAMPLES
from docx_parts import NAMESPACES, members, packed, zipped
from lxml import etree
from right_documents import RIGHT
from right_variants import VARIANTS
from written_docx import docx_of

from service.errors import PackageRefused
from service.nd30.check import check
from service.nd30.report import as_dict, as_lines

VALUES = [
    "0",
    "-1",
    "1",
    "999999999",
    "-999999999",
    "abc",
    "12.5",
    "1e5",
    "NaN",
    "10mm",
    "true",
    "off",
    "auto",
    "none",
    "center",
    "both",
    "nil",
    "page",
    "begin",
    "end",
    "separate",
    "#_x0000_t32",
    "FFFFFF",
    "width:5pt;height:0",
    "exact",
    "first",
    "bullet",
    "0,0",
]
VALUES += ["", "9" * 400]
TEXTS = """
    Nơi nhận:|Kính gửi|PHỤ LỤC I|Số:|KẾ HOẠCH|ngày tháng năm|I. A|Điều 1|a) b|Căn cứ|- Lưu: VT.|Q.
""".strip().split("|")
TEXTS += ["", " " * 40, "_" * 60, "\t\t", "\u0301\u0301"]


def told(package: bytes) -> bool:
    """Whether there is a verdict, which can be told; else the package was refused."""
    try:
        verdict = check(package)
    except PackageRefused:
        return False
    assert list(as_lines(verdict))
    assert as_dict(verdict)["findings"] == [each.as_dict() for each in verdict.findings]
    return True


def document_of(body: str) -> bytes:
    """A .docx of raw blocks."""
    return packed({"document": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"})


def mutated(package: bytes, chance: random.Random) -> bytes:
    """Still well-formed: other values, other texts, elements gone, doubled or moved."""
    held = members(package)
    for name in held:
        if name.endswith(".xml") and not name.startswith("[") and chance.random() < 0.7:
            root = etree.fromstring(held[name])
            for _ in range(chance.randint(1, 25)):
                _mutate(chance, root)
            held[name] = etree.tostring(root)
    return zipped(held)


def _mutate(chance: random.Random, root: Any) -> None:
    elements = [each for each in root.iter() if isinstance(each.tag, str)]
    one, other, how = chance.choice(elements), chance.choice(elements), chance.random()
    if how < 0.5 and one.attrib:
        one.set(chance.choice(list(one.attrib)), chance.choice(VALUES))
    elif how < 0.7:
        one.text = chance.choice(TEXTS)
    elif one.getparent() is not None and how < 0.8:
        one.getparent().remove(one)
    elif one is not root and other not in list(one.iter()) and len(elements) < 5_000:
        other.append(copy.deepcopy(one))


def real() -> list[bytes]:
    made = (make() for make in VARIANTS.values())
    return [*(sample.make() for sample in SAMPLES[:4]), *made]


def test_mutated_packages() -> None:
    """Every element and attribute may be missing, doubled, misplaced or nonsense."""
    chance, packages = random.Random(30), real()  # noqa: S311 - no secret
    verdicts = sum(told(mutated(chance.choice(packages), chance)) for _ in range(250))
    assert verdicts > 200  # most are still sound, so they were really read


def test_mutated_bytes() -> None:
    chance, packages = random.Random(2020), real()  # noqa: S311 - no secret
    for _ in range(300):
        package = bytearray(chance.choice(packages))
        for _ in range(chance.randint(1, 12)):
            package[chance.randrange(len(package))] = chance.randrange(256)
        told(bytes(package))


def test_random_text() -> None:
    """Lines of documents in any order, in any format."""
    chance = random.Random(5)  # noqa: S311 - no secret
    looks = ["[center bold] ", "[both first=12.7] ", "[left 11pt] ", "[right italic] ", "[num=1] "]
    known = [line for text in RIGHT.values() for line in text.split("\n") if line.startswith("[")]
    for _ in range(150):
        other = [chance.choice(looks) + chance.choice(TEXTS) for _ in range(15)]
        lines = [*chance.sample(known, 15), *other]
        chance.shuffle(lines)
        assert told(docx_of("\n".join(lines)))


@pytest.mark.parametrize("name", ["sdt", "ins", "smartTag", "hyperlink", "customXml", "tbl"])
def test_deep_nesting(name: str) -> None:
    """As deep as the parser allows, and deeper."""
    held = {"tbl": ["tbl", "tr", "tc"], "sdt": ["sdt", "sdtContent"]}.get(name, [name])
    opening = "".join(f"<w:{each}>" for each in held)
    closing = "".join(f"</w:{each}>" for each in reversed(held))
    inner = "<w:p><w:r><w:t>Nơi nhận:</w:t></w:r></w:p>"
    for depth in (60, 120, 240, 2_000):
        count = depth // len(held)
        told(document_of(opening * count + inner + closing * count))


@pytest.mark.parametrize("words", [" ", "\t", "_", ".", "(", ")", "Số", "ngày ", "\n", "Kính gửi"])
def test_long_runs(words: str) -> None:
    """No pattern costs more than what it reads."""

    def work(size: int) -> None:
        assert told(document_of(f"<w:p><w:r><w:t>{words * size}x</w:t></w:r></w:p>" * 3))

    assert growth(work, 10_000) < 24


@pytest.mark.parametrize(
    "block",
    [
        '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>PHỤ LỤC I</w:t></w:r></w:p>',
        "<w:p><w:r><w:t>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>- Nơi nhận;</w:t><w:br/><w:t>Nơi nhận:</w:t></w:r></w:p>",
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>GIÁM ĐỐC</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r></w:p>',
        "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>SAO Y</w:t></w:r></w:p>",
    ],
)
def test_many_blocks(block: str) -> None:
    """Twice the paragraphs cost about twice as much, whatever they seem to be."""
    filler = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"

    def work(size: int) -> None:
        # What packs too well is refused: no two paragraphs are the same.
        assert told(document_of("".join(block + filler.format(hash(i)) for i in range(size))))

    assert growth(work, 150) < 24


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK",
        b"%PDF-1.7",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        zipped({"a.txt": b"a"}),
        zipped({"[Content_Types].xml": b"<Types/>"}),
        zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w"}),
        zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<a/>"}),
        zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}),
    ],
)
def test_what_is_no_document_is_refused(data: bytes) -> None:
    with pytest.raises(PackageRefused):
        check(data)


def test_foreign_documents() -> None:
    """A document that is no official one earns a few findings, and is told so."""
    buffer = io.BytesIO()
    docx.Document().save(buffer)
    for package in (buffer.getvalue(), docx_of("[]"), docx_of("Hello\nworld")):
        verdict = check(package)
        assert "not_recognised" in {each.rule for each in verdict.findings}
        assert len(verdict.findings) < 5
