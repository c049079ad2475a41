"""What the data says stands in the document, letter by letter, wherever a tag prints it."""

from __future__ import annotations

import functools
import unicodedata
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import pytest
from docxtpl import RichText
from docxtpl_road import members
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from small_docx import (
    CORE,
    control,
    core,
    docx_of,
    file_of,
    link,
    note,
    p,
    picture,
    r,
    reference,
    tbl,
    text_box,
    tr,
    words,
)

from service.errors import MAX_FINDINGS, PayloadInvalid
from service.word.template import Template

TAG = "{{ text }}"
BODY = (
    p(TAG, reference("footnote"), reference("endnote"), reference("comment"))
    + p("{%p for one in [text] %}")
    + p("– {{ one }} –")
    + p("{%p endfor %}")
    + tbl(tr(TAG, "{% if true %}{{ text }}{% endif %}"))
    + p(r(text_box(p(TAG))))
    + p(link(r(TAG), tooltip=TAG), control(r(TAG)))
    + p(r(picture(alt=TAG)))
)
OTHERS = {
    **{part: p(TAG) for part in ("header", "first_header", "even_header", "footer")},
    **{f"{kind}s": note(kind, p(TAG)) for kind in ("footnote", "endnote", "comment")},
}
PACKAGE = docx_of(BODY, core=core(title=TAG, creator=TAG), **OTHERS)


@functools.cache
def template() -> Template:
    return Template.compile(PACKAGE)


# Everything that XML 1.0 can hold (2.2): all else is refused.
UNHOLDABLE = [*map(chr, range(32)), "\ufffe", "\uffff", "\ud800", "\udbff", "\udc00", "\udfff"]
UNHOLDABLE = [letter for letter in UNHOLDABLE if letter not in "\t\n\r"]
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=UNHOLDABLE))

TEXTS = [
    "&",
    "<",
    ">",
    '"',
    "'",
    "&amp; &lt; &#65; &nbsp;",
    "A & B < C > D \"E\" 'F'",
    "{{",
    "}}",
    "{{ x }}",
    "{{ text }}",
    "{% if %}",
    "{% endfor %}",
    "{# ghi chú #}",
    "{_{ x }_} {_% y %_}",
    "]]>",
    "<![CDATA[x]]>",
    "<!-- x -->",
    "<w:br/>",
    "</w:t></w:r></w:p><w:p/>",
    '<wp:docPr id="5"',
    "🏆",
    "👩\u200d🔬",
    "e\u0302\u0301 i\u0323",
    "a\nb",
    "a\tb",
    "a\r\nb",
    "a\rb",
    "\n",
    "\t",
    "\r",
    "\n\n\t\t\n",
    " a ",
    "   ",
    "",
    "\u200f\u05d0\u05d1\u202e x",
    "\u00a0a\u00a0",
    "a\u00ad\u2011b",
    "a\u2028b\u2029c\u0085d",
    "\ufeffa\ufffd",
    "\x7f\x9f",
    "\U0010ffff\U0001fffe",
    "ạ" * 100_000,
    "a\n" * 2_000,
]


def in_document(text: str) -> str:
    """A line ends with U+000A: a document knows no other end."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def said(text: str) -> dict[str, list[str]]:
    """What each part says, by its paragraphs or properties."""
    t = in_document(text)
    notes = {file_of(part): [t] for part in OTHERS}
    body = [t, f"– {t} –", t, t, "", t, t, t + t, ""]
    return {file_of("body"): body, CORE: [text, "", "", "", "", text], **notes}


def attributes(body: bytes) -> list[str | None]:
    """The tooltip of the link and the alt text of the picture."""
    root = etree.fromstring(body)
    tips = [link.get(f"{{{root.nsmap['w']}}}tooltip") for link in root.iter("{*}hyperlink")]
    return tips + [
        one.get("descr") for one in root.iter("{*}docPr") if one.get("descr") is not None
    ]


# What a value may add: line breaks, tabs and the runs around those.
ADDED = {"r", "t", "br", "tab"}


def shape(xml: bytes) -> Counter[str]:
    """How many elements there are of each name, and of breaks that are more than a new line."""
    elements = list(etree.fromstring(xml).iter())
    found = Counter(etree.QName(element).localname for element in elements)
    found["special break"] = sum(bool(one.attrib) for one in elements if one.tag.endswith("}br"))
    return Counter({name: count for name, count in found.items() if name not in ADDED})


def shapes(filled: Mapping[str, bytes]) -> dict[str, Counter[str]]:
    return {name: shape(filled[name]) for name in said("")}


@functools.cache
def shapes_of_a_word() -> dict[str, Counter[str]]:
    return shapes(members(template().render({"text": "x"})))


def check(text: str) -> None:
    """Every part says it where its tags stand, and holds nothing new."""
    filled = members(template().render({"text": text}))
    expected = said(text)
    assert {name: words(filled[name]) for name in expected} == expected
    assert attributes(filled[file_of("body")]) == [text, text]
    assert shapes(filled) == shapes_of_a_word()


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: ascii(text)[:40])
def test_text_arrives(text: str) -> None:
    """A text stands in every place that prints it, and adds no paragraph, table or page."""
    check(text)


@given(ANY_TEXT)
def test_any_text_arrives(text: str) -> None:
    """So does all that XML can hold."""
    check(text)


@given(st.lists(st.sampled_from([text for text in TEXTS if len(text) < 100])).map("".join))
def test_mixtures_arrive(text: str) -> None:
    """So does what is made of markup, tags and white space."""
    check(text)


@pytest.mark.parametrize("text", [text for text in TEXTS if len(text) < 100], ids=ascii)
def test_text_arrives_beside_rich_text(text: str) -> None:
    """A value that docxtpl alone can print takes nothing from its neighbours."""
    compiled = Template.compile(docx_of(p("{{ text }}") + p("{{r rich }}"), header=p("{{ text }}")))
    filled = members(compiled.render({"text": text, "rich": RichText("đậm")}))
    assert words(filled[file_of("body")]) == [in_document(text), "đậm"]
    assert words(filled[file_of("header")]) == [in_document(text)]


# Refusals


def pointers(template: Template, data: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Pointer and code of each finding with which the data is refused."""
    with pytest.raises(PayloadInvalid) as refused:
        template.render(data)
    return [(finding.pointer, finding.code) for finding in refused.value.findings]


PRINTING = {
    "body": docx_of(p(TAG)),
    "paragraph loop": docx_of(p("{%p for one in [text] %}") + p("{{ one }}") + p("{%p endfor %}")),
    "header": docx_of(p("a"), header=p(TAG)),
    "footnote": docx_of(p("a", reference("footnote")), footnotes=note("footnote", p(TAG))),
    "cell": docx_of(tbl(tr(TAG, "a")) + p("")),
    "text box": docx_of(p(r(text_box(p(TAG))))),
    "attribute": docx_of(p(r(picture(alt=TAG)))),
    "property": docx_of(p("a"), core=core(title=TAG)),
    "formula": docx_of(p(f"<m:oMath><m:r><m:t>{TAG}</m:t></m:r></m:oMath>")),
    "set block": docx_of(p("{% set x %}{{ text }}{% endset %}{{ x }}")),
    "concatenation": docx_of(p("{{ 'a' ~ text }}")),
    "filter": docx_of(p("{{ [text]|join(', ')|upper }}")),
}


@pytest.mark.parametrize("place", PRINTING)
def test_what_xml_cannot_hold_is_refused(place: str) -> None:
    """Wherever it is printed, with its code and its place in the data."""
    compiled = Template.compile(PRINTING[place])
    for letter in UNHOLDABLE:
        for text in (letter, f"a{letter}", f"{letter}\n&b"):
            assert pointers(compiled, {"text": text}) == [("/text", "control_character")]


@pytest.mark.parametrize("letter", ["\0", "\x07", "\f", "\x1b", "\ufffe", "\ud800"], ids=ascii)
def test_what_xml_cannot_hold_is_refused_beside_rich_text(letter: str) -> None:
    """Though docxtpl would make paragraphs and pages of some and drop the others."""
    compiled = Template.compile(docx_of(p("{{ text }}{{r rich }}")))
    data = {"text": f"a{letter}b", "rich": RichText("đậm")}
    assert pointers(compiled, data) == [("/text", "control_character")]


REFUSED = [
    ({"a": "\0"}, "{{ a }}", ["/a"]),
    ({"a": {"b": ["x", "\0"]}}, "{{ a.b[1] }}", ["/a/b/1"]),
    (
        {"a": [{"b": "\0"}, {"b": "\ud800"}]},
        "{% for x in a %}{{ x.b }}{% endfor %}",
        ["/a/0/b", "/a/1/b"],
    ),
    ({"a": {"b/c~d": "\0"}}, "{{ a['b/c~d'] }}", ["/a/b~1c~0d"]),
    ({"a": ("x", "\0")}, "{{ a[1] }}", ["/a/1"]),
    ({"a": {"\0": 1}}, "{% for key in a %}{{ key }}{% endfor %}", ["/a/\\u0000"]),
]


@pytest.mark.parametrize(("data", "tag", "places"), REFUSED)
def test_refusal_tells_every_place(data: dict[str, Any], tag: str, places: list[str]) -> None:
    """Each by its JSON pointer (RFC 6901)."""
    compiled = Template.compile(docx_of(p(tag)))
    assert pointers(compiled, data) == [(place, "control_character") for place in places]


def test_refusal_of_any_mapping() -> None:
    """Data need not be a dict."""
    compiled = Template.compile(docx_of(p("{{ a }}")))
    assert pointers(compiled, MappingProxyType({"a": "\0"})) == [("/a", "control_character")]


def test_refusal_names_the_character() -> None:
    """As Unicode names it."""
    with pytest.raises(PayloadInvalid) as refused:
        template().render({"text": "a\x0bb"})
    assert "U+000B" in refused.value.findings[0].message


def test_what_is_not_printed_is_not_refused() -> None:
    """The document is whole without it."""
    compiled = Template.compile(docx_of(p("{{ a }}")))
    assert words(members(compiled.render({"a": "x", "b": "\0"}))[file_of("body")]) == ["x"]


def test_one_key_in_two_spellings_is_refused() -> None:
    """Composed and decomposed they are one name: neither value is lost without a word."""
    key = "tên"
    template = Template.compile(docx_of(p("{{ ai.tên }}")))
    data = {"ai": {key: "Lan", unicodedata.normalize("NFD", key): "Hà"}}
    with pytest.raises(PayloadInvalid) as caught:
        template.render(data)
    (found,) = caught.value.findings
    assert (found.code, unicodedata.normalize("NFC", found.pointer)) == (
        "duplicate_key",
        "/ai/tên",
    )


def test_many_values_that_cannot_be_held_are_counted() -> None:
    """As many as are shown of any payload, and how many more there are."""
    template = Template.compile(docx_of(p("{% for x in xs %}{{ x }}{% endfor %}")))
    with pytest.raises(PayloadInvalid) as caught:
        template.render({"xs": ["\x01"] * (MAX_FINDINGS + 70)})
    *shown, more = caught.value.findings
    assert len(shown) == MAX_FINDINGS
    assert more.message.startswith("Còn 70 lỗi")


def test_a_block_that_is_printed_as_paragraphs_is_escaped_once() -> None:
    """Each line that is left is a paragraph."""
    package = docx_of(p("{% set block %}{{ text }} &amp; c{% endset %}{{ block|paragraphs }}"))
    document = Template.compile(package).render({"text": "a < b\n\nc\t&"})
    assert words(members(document)["word/document.xml"]) == ["a < b", "c\t& & c"]
