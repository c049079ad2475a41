"""The compiled engine writes what docxtpl writes; where docxtpl loses words, what is right."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Any

import pytest
from documents import CATALOG, SAMPLES, Sample
from docxtpl_road import by_docxtpl, c14n, canonical, without_empty_end
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import TemplateError
from lxml import etree
from payloads import payloads
from random_templates import DATA, templates
from small_docx import CORE, docx_of, file_of, note, p, reference, words

from service.config import PROJECT
from service.errors import TemplateBroken
from service.schema import load
from service.word.template import Template

BODY = "word/document.xml"
PAYLOADS = 80
TEMPLATES = 150
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


def built(stem: str) -> bytes:
    """The template of a type, as a person opens it in Word."""
    return (PROJECT / "templates_docx" / f"{stem}.docx").read_bytes()


def ours_and_theirs(stem: str, data: Mapping[str, Any]) -> tuple[Any, Any]:
    """The parts of a document as the engine and as docxtpl write them, but for what it spoils.

    Its properties are escaped once, no empty page ends its body.
    """
    ours = canonical(CATALOG[stem].template.render(data))
    theirs = canonical(by_docxtpl(built(stem), data))
    theirs[CORE] = escaped_once(theirs[CORE])
    theirs[BODY] = without_empty_end(theirs[BODY])
    return ours, theirs


def escaped_once(properties: bytes) -> bytes:
    """docxtpl escapes the file's properties itself, and lxml once more as it saves them."""
    root = etree.fromstring(properties)
    for element in root:
        element.text = html.unescape(element.text or "")
    return c14n(etree.tostring(root))


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_every_sample(sample: Sample) -> None:
    """Every part of every sample's document is docxtpl's, and there is no other part."""
    ours, theirs = ours_and_theirs(sample.stem, load(CATALOG[sample.stem].schema, sample.payload))
    assert ours == theirs


@pytest.mark.parametrize("stem", CATALOG)
@settings(max_examples=PAYLOADS, deadline=None, suppress_health_check=SLOW)
@given(drawn=st.data())
def test_random_payloads(stem: str, drawn: st.DataObject) -> None:
    """So is every part of the document of any payload that the schema accepts."""
    payload = drawn.draw(payloads(stem))
    ours, theirs = ours_and_theirs(stem, load(CATALOG[stem].schema, payload))
    assert ours == theirs


@settings(max_examples=TEMPLATES, deadline=None, suppress_health_check=SLOW)
@given(package=templates)
def test_random_templates(package: bytes) -> None:
    """So is every part that any template becomes; what docxtpl cannot fill is refused."""
    try:
        theirs = canonical(by_docxtpl(package, DATA))
    except TemplateError:
        with pytest.raises(TemplateBroken):
            Template.compile(package).render(DATA)
    else:
        assert canonical(Template.compile(package).render(DATA)) == theirs


# What docxtpl loses: a value, its words in docxtpl's document, its words in ours.
BODY_LOSSES = {
    "braces written apart": ("a {_{ b }_}", "a {{ b }}", "a {_{ b }_}"),
    "statements written apart": ("a {_% b %_}", "a {% b %}", "a {_% b %_}"),
    "lines of old Macs": ("a\rb", "a b", "a\nb"),
    "lines of Windows": ("a\r\nb", "a \nb", "a\nb"),
}
PROPERTY_LOSSES = {
    "ampersand": ("A & B", "A &amp; B", "A & B"),
    "markup": ("<A>", "&lt;A&gt;", "<A>"),
    "quotes": ("'A' \"B\"", "&#39;A&#39; &#34;B&#34;", "'A' \"B\""),
}


def told(package: bytes, part: str) -> list[str]:
    return words(canonical(package)[file_of(part)])


@pytest.mark.parametrize("stem", CATALOG)
@pytest.mark.parametrize("loss", BODY_LOSSES)
def test_what_docxtpl_loses_in_bodies(stem: str, loss: str) -> None:
    """A value of the data stands in the document as it is."""
    value, theirs, ours = BODY_LOSSES[loss]
    kind = CATALOG[stem]
    data = load(kind.schema, Sample(stem, "").payload) | {"subject": value}
    assert theirs in told(by_docxtpl(built(stem), data), "body")
    assert ours in told(kind.template.render(data), "body")


@pytest.mark.parametrize("stem", CATALOG)
@pytest.mark.parametrize("loss", PROPERTY_LOSSES)
def test_what_docxtpl_loses_in_properties(stem: str, loss: str) -> None:
    """The file's properties are escaped once."""
    value, theirs, ours = PROPERTY_LOSSES[loss]
    kind = CATALOG[stem]
    data = load(kind.schema, Sample(stem, "").payload) | {"subject": value}
    assert theirs in told(by_docxtpl(built(stem), data), "core")
    assert ours in told(kind.template.render(data), "core")


def test_footnotes_are_filled_once() -> None:
    """docxtpl fills them once for each section, and so takes values for tags."""
    body = p("a", reference("footnote"), properties="<w:sectPr/>") + p("b")
    package = docx_of(body, footnotes=note("footnote", p("{{ x }}")))
    data = {"x": "{{ y }}", "y": "lộ"}
    assert told(by_docxtpl(package, data), "footnotes") == ["lộ"]
    assert told(Template.compile(package).render(data), "footnotes") == ["{{ y }}"]
