"""`image` and `qr`: what a template draws is in the package once, at its size, and valid."""

from __future__ import annotations

import io
import itertools
import pickle
import re
import zipfile
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import docx
import pytest
from docxtpl import RichText
from lxml import etree
from ooxml import faults
from PIL import Image
from small_docx import (
    BOLD,
    NAMESPACES,
    control,
    docx_of,
    link,
    note,
    p,
    picture,
    r,
    reference,
    tbl,
    text_box,
    tr,
)
from small_pictures import bomb, encoded, file_of, jpeg, opened, png, quarters

from service.errors import PayloadInvalid, TemplateBroken
from service.fields.pictures import Allowance, image_of
from service.word.limits import Limits
from service.word.template import Template

MM = 36_000
PORTRAIT = image_of(encoded(png(300, 400)), Allowance())
PHOTO, OTHER = encoded(png(300, 400)), encoded(jpeg(400, 100))
LINK = "https://vanthu.example/tra-cứu?số=15/KH-BQL&ngày=<08/11>"
DATA = {"photo": PHOTO, "other": OTHER, "link": LINK, "words": "chữ", "none": None}


def filled(body: str, data: dict[str, Any] | None = None, **parts: str) -> bytes:
    return Template(docx_of(body, **parts)).render(DATA if data is None else data)


def members(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        assert len(set(archive.namelist())) == len(archive.namelist())
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def shapes(package: bytes) -> list[tuple[int, int]]:
    """Width and height in EMU of each drawing of the body, as python-docx reads them."""
    return [(one.width, one.height) for one in docx.Document(io.BytesIO(package)).inline_shapes]


def media(package: bytes) -> list[str]:
    """Names of the pictures that were added to the template's own."""
    names = members(package).keys() - members(docx_of("")).keys()
    return sorted(name for name in names if name.startswith("word/media/"))


def drawings(package: bytes) -> list[Any]:
    """The wp:docPr of all parts."""
    parts = (xml for name, xml in members(package).items() if name.startswith("word/"))
    roots = (etree.fromstring(xml) for xml in parts if xml.startswith(b"<?xml"))
    return [one for root in roots for one in root.iter(f"{{{NAMESPACES['wp']}}}docPr")]


# Tag -> size in millimetres.
SIZES = {
    "{{ photo|image(30) }}": (30, 40),
    "{{ photo|image(7.5) }}": (7.5, 10),
    "{{ photo|image(width=60) }}": (60, 80),
    "{{ other|image(170) }}": (170, 42.5),
    "{{ other|image(1) }}": (1, 0.25),
    "{{ photo|image(15 * 2) }}": (30, 40),
    "{{ link|qr(25) }}": (25, 25),
}


@pytest.mark.parametrize("tag", SIZES)
def test_width_is_the_template_s_and_height_follows(tag: str) -> None:
    """Millimetres in the tag are EMU in the document; proportions are the picture's."""
    width, height = SIZES[tag]
    assert shapes(filled(p(tag))) == [(round(width * MM), round(height * MM))]


def test_what_would_be_taller_than_a_page_is_drawn_smaller() -> None:
    """A strip of paper does not run out of the page: its proportions stay."""
    tall = encoded(file_of(quarters(10, 1_000)))
    assert shapes(filled(p("{{ photo|image(100) }}"), {"photo": tall})) == [
        (round(2.5 * MM), 250 * MM)
    ]


def test_a_loaded_picture_and_its_base64_are_the_same() -> None:
    """What a Picture field loads, and what the engine is given without a schema."""
    body = p("{{ photo|image(30, 'Lan') }}")
    assert filled(body, {"photo": PORTRAIT}) == filled(body, {"photo": PHOTO})


# Places that a tag may stand in -> the template.
PLACES: dict[str, dict[str, str]] = {
    "paragraph": {"body": p("Ảnh: {{ photo|image(30) }} và {{ link|qr(20) }}.")},
    "run with properties": {"body": p(r("{{ photo|image(30) }}", BOLD))},
    "condition": {"body": p("{% if photo %}{{ photo|image(30) }}{% else %}không{% endif %}")},
    "loop of paragraphs": {
        "body": p("{%p for n in range(3) %}") + p("{{ photo|image(30) }}") + p("{%p endfor %}")
    },
    "loop of rows": {
        "body": tbl(
            tr("{%tr for one in [photo, other] %}", ""),
            tr("{{ loop.index }}", "{{ one|image(30) }}"),
            tr("{%tr endfor %}", ""),
        )
    },
    "map": {"body": p("{% for one in [photo, other]|map('image', 20) %}{{ one }}{% endfor %}")},
    "set": {"body": p("{% set one = photo|image(20) %}{{ one }}{{ one }}")},
    "link": {"body": p(link(r("{{ link|qr(20) }}")))},
    "content control": {"body": p(control(r("{{ link|qr(20) }}")))},
    "text box": {"body": p(r(text_box(p("{{ photo|image(20) }}"))))},
    "header": {"body": p("chữ"), "header": p("{{ photo|image(20) }}")},
    "headers and footer": {
        "body": p("{{ photo|image(20) }}"),
        "header": p("{{ photo|image(20) }}{{ other|image(20) }}"),
        "first_header": p("{{ link|qr(20) }}"),
        "footer": p("{{ other|image(20) }}"),
    },
    "footnote": {
        "body": p("chữ", reference("footnote")),
        "footnotes": note("footnote", p("{{ link|qr(20) }}")),
    },
    "beside the template's own drawing": {
        "body": p(r(picture(id=1))) + p("{{ photo|image(20) }}"),
        "header": p("{{ photo|image(20) }}"),
    },
    "drawings in a loop": {
        "body": p(r(picture(id=1)), "{% for n in range(2) %}{{ photo|image(20) }}{% endfor %}")
    },
    "nothing drawn": {"body": p("{{ none|image(30) }}{{ none|qr(20) }}{{ ''|qr(20) }}")},
}


def placed(name: str) -> bytes:
    parts = PLACES[name]
    return filled(parts["body"], **{part: xml for part, xml in parts.items() if part != "body"})


def test_drawings_are_valid_wherever_they_stand() -> None:
    """By Microsoft's own validator, and no place is left out."""
    assert faults({name: placed(name) for name in PLACES}) == {}


@pytest.mark.parametrize("name", PLACES)
def test_drawings_bear_numbers_of_their_own(name: str) -> None:
    """In the whole document; each refers to a picture that is there."""
    package = placed(name)
    numbers = [drawing.get("id") for drawing in drawings(package)]
    assert len(set(numbers)) == len(numbers)
    assert bool(numbers) == (name != "nothing drawn")
    for part, xml in members(package).items():
        for number in re.findall(rb'r:embed="(\w+)"', xml):
            assert related(package, part)[number.decode()] in members(package)


def related(package: bytes, part: str) -> dict[str, str]:
    """Relationship id -> member, of a part in the folder word."""
    xml = members(package)[part.replace("word/", "word/_rels/") + ".rels"]
    return {one.get("Id"): f"word/{one.get('Target')}" for one in etree.fromstring(xml)}


def test_a_picture_is_in_the_package_once() -> None:
    """However often it is drawn, at whatever size, by whatever field; a part refers to it once."""
    again = encoded(png(300, 400) + b"what follows")
    package = filled(
        p("{% for n in [photo, photo, again] %}{{ n|image(20) }}{{ n|image(9) }}{% endfor %}"),
        {"photo": PHOTO, "again": again},
        header=p("{{ photo|image(5) }}"),
    )
    (file,) = media(package)
    assert members(package)[file] == PORTRAIT.data
    for part in ("word/document.xml", "word/header1.xml"):
        assert list(related(package, part).values()).count(file) == 1


def test_content_types_name_what_is_drawn() -> None:
    """PNG and JPEG have their types; python-docx finds the pictures by their relationships."""
    package = filled(p("{{ photo|image(9) }}{{ other|image(9) }}{{ link|qr(20) }}"))
    parts = docx.Document(io.BytesIO(package)).part.related_parts.values()
    kinds = sorted(part.content_type for part in parts if "/media/" in part.partname)
    assert kinds == ["image/jpeg", "image/png", "image/png", "image/png"]


def test_other_templates_pay_nothing() -> None:
    """Without a filter that draws, content types and relationships are the template's own bytes."""
    template = docx_of(p("{{ words }}"), header=p("{{ words|upper }}"))
    before, after = members(template), members(Template(template).render(DATA))
    assert before.keys() == after.keys()
    tables = [name for name in before if name.endswith((".rels", "_Types].xml"))]
    assert [after[name] for name in tables] == [before[name] for name in tables]


def test_the_same_data_makes_the_same_bytes() -> None:
    """Again, from a pickle, and by many threads at once."""
    body = p("{{ photo|image(9) }}{{ other|image(9) }}{{ link|qr(20) }}")
    template = Template(docx_of(body, header=p("{{ link|qr(20) }}{{ photo|image(5) }}")))
    made = template.render(DATA)
    assert pickle.loads(pickle.dumps(template)).render(DATA) == made  # noqa: S301 - our own
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda _: template.render(DATA), range(40))) == {made}


def test_fillings_share_nothing() -> None:
    """A picture of one document is in no other."""
    template = Template(docx_of(p("{{ photo|image(9) }}")))
    first, second = (template.render({"photo": photo}) for photo in (PHOTO, OTHER))
    assert not set(media(first)) & set(media(second))
    assert media(template.render({"photo": None})) == []


def test_a_filled_document_can_be_a_template() -> None:
    """Names, ids and numbers that its pictures took are not taken twice."""
    body = p("{{ photo|image(9) }} {{ next }}")
    tags = "{{ photo|image(8) }}{{ other|image(8) }}"
    once = filled(body, {"photo": PHOTO, "next": tags})
    twice = Template(once).render(DATA)
    assert faults({"twice": twice}) == {}
    assert len(shapes(twice)) == 3
    assert len(media(twice)) == 2
    assert len({drawing.get("id") for drawing in drawings(twice)}) == 3


def test_pictures_say_what_they_show() -> None:
    """The second argument of `image`, and the text of `qr`, for who cannot see; never markup."""
    words = 'Ảnh "Lan" <b>\n& Huệ\t1'
    package = filled(
        p("{{ photo|image(9, words) }}{{ photo|image(9) }}{{ words|qr(40) }}"),
        {"photo": PHOTO, "words": words},
    )
    told = [drawing.get("descr") for drawing in drawings(package)]
    assert told == [words, "", words]
    assert {drawing.get("name") for drawing in drawings(package)} == {"Ảnh"}


# Data, pointer of the fault, its code.
NO_PICTURES: list[tuple[Any, str, str]] = [
    ("chữ", "/photo", "not_base64"),
    (encoded(b"<svg/>"), "/photo", "not_picture"),
    (encoded(png()[:400]), "/photo", "picture_damaged"),
    (encoded(bomb(50_000, 50_000)), "/photo", "picture_too_large"),
    ("A" * 1_600_000, "/photo", "picture_too_heavy"),
]


@pytest.mark.parametrize(("given", "pointer", "code"), NO_PICTURES, ids=lambda one: str(one)[:20])
def test_base64_that_is_no_picture_is_the_payload_s_fault(
    given: Any, pointer: str, code: str
) -> None:
    """At its place, with the same code as a Picture field gives."""
    with pytest.raises(PayloadInvalid) as caught:
        filled(p("{{ photo|image(30) }}"), {"photo": given})
    (finding,) = caught.value.findings
    assert (finding.pointer, finding.code) == (pointer, code)


def test_every_place_of_a_bad_picture_is_told() -> None:
    """By its JSON pointer, through lists and keys that need escaping."""
    data = {"people": [{"a/b": "chữ"}, {"a/b": PHOTO}], "photo": "chữ"}
    body = p("{% for one in people %}{{ one['a/b']|image(30) }}{% endfor %}{{ photo }}")
    with pytest.raises(PayloadInvalid) as caught:
        filled(body, data)
    assert [finding.pointer for finding in caught.value.findings] == ["/people/0/a~1b", "/photo"]


def test_many_large_pictures_are_refused_together() -> None:
    """Without a schema, too: pixels are counted over the whole filling."""
    pages = [encoded(file_of(Image.new("1", (4_000, 3_990 + n)))) for n in range(4)]
    with pytest.raises(PayloadInvalid) as caught:
        filled(p("{% for one in pages %}{{ one|image(30) }}{% endfor %}"), {"pages": pages})
    assert [(one.pointer, one.code) for one in caught.value.findings] == [
        ("/pages/3", "pictures_too_large")
    ]


# What a template cannot mean; each is told with its tag.
BROKEN = {
    "composed base64": "{{ ('chữ' ~ words)|image(30) }}",
    "number": "{{ 5|image(30) }}",
    "list": "{{ [photo]|image(30) }}",
    "missing": "{{ missing|image(30) }}",
    "missing text": "{{ missing|qr(30) }}",
    "picture as words": "{{ loaded }}",
    "picture as QR": "{{ loaded|qr(30) }}",
    "attribute of a picture": "{{ loaded.data }}",
    "joined": "{{ photo|image(30) ~ words }}",
    "between paragraphs": "{{p photo|image(30) }}",
    "kept as words": "{% set one %}{{ photo|image(20) }}{% endset %}{{ one }}",
    "no width": "{{ photo|image }}",
    "width of the data": "{{ photo|image(words) }}",
    "width true": "{{ photo|image(true) }}",
    "width 0": "{{ photo|image(0) }}",
    "width -5": "{{ photo|image(-5) }}",
    "width 171": "{{ photo|image(171) }}",
    "width 1e300": "{{ photo|image(width=1e300) }}",
    "QR width": "{{ link|qr(200) }}",
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_a_template_cannot_mean_is_told_with_its_tag(name: str) -> None:
    """As the template's fault, never as a crash, and without a word of the data."""
    with pytest.raises(TemplateBroken) as caught:
        filled(p(BROKEN[name]), {**DATA, "loaded": PORTRAIT})
    assert "đoạn 1" in caught.value.detail
    assert PHOTO[:20] not in caught.value.detail


@pytest.mark.parametrize("tag", ["{{ photo|image(500) }}", "{{ photo|image('rộng') }}"])
def test_a_wrong_width_is_told_when_the_template_is_compiled(tag: str) -> None:
    """When it is written in the tag: with what widths may be."""
    with pytest.raises(TemplateBroken, match="từ 1 đến 170"):
        Template(docx_of(p(tag)))


@pytest.mark.parametrize("place", ["core", "attribute"])
def test_pictures_are_drawn_between_words_only(place: str) -> None:
    """Not in the file's properties, not in an alternative text."""
    tag = "{{ photo|image(30) }}"
    body = p(r(picture(alt=tag))) if place == "attribute" else p("chữ")
    core = f"<dc:title xmlns:dc='http://purl.org/dc/elements/1.1/'>{tag}</dc:title>"
    parts = {"core": core} if place == "core" else {}
    with pytest.raises(TemplateBroken):
        filled(body, **parts)


def test_docxtpl_s_objects_and_these_do_not_mix() -> None:
    """Where docxtpl prints, it writes the package: the template is told, no picture is lost."""
    for parts in ({}, {"endnotes": note("endnote", p("{{ photo|image(9) }}"))}):
        body = p("{{r rich }}") if parts else p("{{r rich }}") + p("{{ photo|image(9) }}")
        with pytest.raises(TemplateBroken):
            filled(body, {**DATA, "rich": RichText("đậm", bold=True)}, **parts)


# QR codes


def codes(package: bytes) -> list[Any]:
    return [opened(members(package)[file]) for file in media(package)]


def test_qr_codes_are_black_on_white_in_whole_pixels() -> None:
    """Eight pixels a module, four modules of white around: scaling blurs no edge."""
    (code,) = codes(filled(p("{{ link|qr(25) }}")))
    assert (code.format, code.mode) == ("PNG", "1")
    side = code.width // 8
    small = code.resize((side, side), 0)
    assert small.resize(code.size, 0).tobytes() == code.tobytes()
    dark = [
        (x, y) for x, y in itertools.product(range(side), repeat=2) if not small.getpixel((x, y))
    ]
    assert (min(dark), max(dark)[0]) == ((4, 4), side - 5)


@pytest.mark.parametrize(("length", "width"), [(600, 25), (3_000, 170), (15, 5)])
def test_what_no_telephone_could_read_is_refused(length: int, width: int) -> None:
    """Modules finer than a quarter of a millimetre: the text is too long for that width."""
    with pytest.raises(PayloadInvalid) as caught:
        filled(p(f"{{{{ text|qr({width}) }}}}"), {"text": "x" * length})
    (finding,) = caught.value.findings
    assert (finding.pointer, finding.code) == ("/text", "qr_too_long")
    assert f"{width} mm" in finding.message


def test_what_cannot_be_printed_is_refused_in_codes() -> None:
    """A control character is the payload's fault, at its place."""
    for text in ("a\x07b", "a\ud800b"):
        with pytest.raises(PayloadInvalid) as caught:
            filled(p("{{ text|qr(40) }}"), {"text": text})
        (finding,) = caught.value.findings
        assert (finding.pointer, finding.code) == ("/text", "control_character")


def test_numbers_can_be_coded() -> None:
    """As they would be printed."""
    (number,), (text,) = (
        codes(filled(p("{{ n|qr(20) }}"), {"n": n})) for n in (1_234_567, "1234567")
    )
    assert number.tobytes() == text.tobytes()


def test_codes_without_end_meet_the_limits() -> None:
    """Each takes time; a template that makes them by the thousand ends in a typed error."""
    template = Template(
        docx_of(p("{% for n in range(900) %}{{ (n ~ link)|qr(40) }}{% endfor %}")),
        Limits(seconds=0.05),
    )
    with pytest.raises(TemplateBroken, match="lặp quá nhiều"):
        template.render(DATA)


def test_a_kind_of_file_is_told_once_in_any_case() -> None:
    """Extensions know no case (ECMA-376, Part 2): one told as PNG is not told again as png."""
    package = docx_of(p("{{ photo|image(20) }}"))
    types = members(package)["[Content_Types].xml"].decode()
    told = types.replace('Extension="png"', 'Extension="PNG"')
    package = changed(package, "[Content_Types].xml", told)
    written = members(Template(package).render(DATA))["[Content_Types].xml"].decode()
    assert re.findall('Extension="(png)"', written, re.IGNORECASE) == ["PNG"]


def changed(package: bytes, name: str, content: str) -> bytes:
    """The package with another content of one member."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for member, old in members(package).items():
            archive.writestr(member, content if member == name else old)
    return buffer.getvalue()
