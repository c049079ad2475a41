"""Objects that only docxtpl can print, and what has no end but must come to one."""

from __future__ import annotations

import io

import docx
import pytest
from docxtpl import RichText
from small_docx import docx_of, p

from service.errors import TemplateBroken
from service.word.template import Template


def test_a_link_leads_somewhere() -> None:
    """The relationship that a RichText link made is in the document that shows it."""
    template = Template.compile(docx_of(p("a {{r link }}")))
    filling = template.docxtpl()
    link = RichText("nguồn", url_id=filling.build_url_id("https://example.org/x"))
    document = docx.Document(io.BytesIO(template.render({"link": link}, filling)))
    (shown,) = document.paragraphs[0].hyperlinks
    assert (shown.text, shown.url) == ("nguồn", "https://example.org/x")


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
