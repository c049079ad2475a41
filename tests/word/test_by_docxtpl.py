"""Objects that only docxtpl can print, and what has no end but must come to one."""

from __future__ import annotations

import io

import docx
import pytest
from docxtpl import DocxTemplate, RichText
from docxtpl_road import canonical
from small_docx import docx_of, p, words

from service.errors import TemplateBroken
from service.word.by_docxtpl import Filling
from service.word.limits import Limits
from service.word.template import Template


def test_a_link_leads_somewhere() -> None:
    """The relationship that a RichText link made is in the document that shows it."""
    template = Template.compile(docx_of(p("a {{r link }}")))
    filling = template.docxtpl()
    link = RichText("nguồn", url_id=filling.build_url_id("https://example.org/x"))
    document = docx.Document(io.BytesIO(template.render({"link": link}, filling)))
    (shown,) = document.paragraphs[0].hyperlinks
    assert (shown.text, shown.url) == ("nguồn", "https://example.org/x")


def test_another_document_is_taken_in() -> None:
    """A Subdoc stands where its tag does, as docxtpl puts it."""
    package = docx_of(p("trước") + p("{{p part }}") + p("sau"))
    template = Template.compile(package)
    told = []
    for filling in (template.docxtpl(), DocxTemplate(io.BytesIO(package))):
        part = filling.new_subdoc()
        part.add_paragraph("giữa")
        part.add_table(1, 1).rows[0].cells[0].text = "ô"
        data = {"part": part}
        if isinstance(filling, Filling):
            told.append(canonical(template.render(data, filling)))
        else:
            filling.render(data, autoescape=True)
            filling.save(saved := io.BytesIO())
            told.append(canonical(saved.getvalue()))
    assert told[0] == told[1]
    assert words(told[0]["word/document.xml"]) == ["trước", "giữa", "ô", "sau"]


def test_a_long_document_goes_docxtpls_road_too() -> None:
    """What one value may hold is no bound of the whole part."""
    template = Template.compile(docx_of(p("{{r link }}") + p("{{ text }}") * 20))
    document = template.render({"link": RichText("nguồn"), "text": "a" * 90_000})
    assert sum(map(len, words(canonical(document)["word/document.xml"]))) == 20 * 90_000 + 5


def test_docxtpls_road_has_docxtpls_time() -> None:
    """It has opened the package when the compiled road would be done."""
    body = p("{{r link }}{% for x in [1, 2, 3, 4] %}{{ x }}{% endfor %}")
    template = Template.compile(docx_of(body), Limits(seconds=0.002))
    document = template.render({"link": RichText("nguồn")})
    assert words(canonical(document)["word/document.xml"]) == ["nguồn1234"]


@pytest.mark.parametrize(
    "body",
    [
        p("{{ " + '"' * 60),
        p("{{ " + "“”" * 60),
        p("Kính gửi {% if x ") + p("'a' " * 40),
        p("{{ " + "9" * 5000 + " }}"),
        p("{{ 1e999 }}"),
    ],
)
def test_odd_tags_end_in_a_typed_error(body: str) -> None:
    """However a tag is spoilt."""
    with pytest.raises(TemplateBroken):
        Template.compile(docx_of(body)).render({"x": "v"})
