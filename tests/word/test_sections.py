"""A section break that nothing follows leaves no empty page: the body ends with its section."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest
from docx.enum.section import WD_ORIENTATION
from docx.section import Section
from docxtpl import RichText
from docxtpl_road import by_docxtpl, canonical, without_empty_end
from small_docx import docx_of, p, tbl, tr

from service.word.template import Template

DATA = {"x": "chữ"}
LANDSCAPE = (
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgNumType w:start="1"/></w:sectPr>'
)
UPRIGHT = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
BREAK = p(properties=LANDSCAPE)
TURNED = p("{%p if x %}") + BREAK + p("{%p endif %}")
TABLE = tbl(tr("ô"))

BODIES = {  # what stands before the body's own section, its sections as T(urned) and U(pright)
    "break at the end": (p("a") + BREAK, "T"),
    "taken by a condition": (p("a") + TURNED, "T"),
    "at the end of the last words": (p("a", properties=LANDSCAPE), "T"),
    "two sections": (p("a") + p("b", properties=UPRIGHT) + p("c") + TURNED, "UT"),
    "words follow": (p("a") + TURNED + p("b"), "TU"),
    "an empty line follows": (p("a") + TURNED + p(), "TU"),
    "a table follows": (p("a") + TURNED + TABLE, "TU"),
    "no break": (p("a"), "U"),
}


def shape(section: Section) -> str:
    return "T" if section.orientation == WD_ORIENTATION.LANDSCAPE else "U"


def shapes(package: bytes) -> str:
    return "".join(map(shape, docx.Document(io.BytesIO(package)).sections))


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("x", ["chữ", RichText("chữ")], ids=["ours", "docxtpl's"])
def test_the_last_section(body: str, x: Any) -> None:
    """On either road: docxtpl fills what only it can print."""
    xml, sections = BODIES[body]
    package = docx_of(p("{{ x }}") + xml)
    assert shapes(Template.compile(package).render({"x": x})) == sections


@pytest.mark.parametrize("body", BODIES)
def test_nothing_else_changes(body: str) -> None:
    """The last section keeps all it says, the paragraphs all they hold."""
    package = docx_of(p("{{ x }}") + BODIES[body][0])
    theirs = canonical(by_docxtpl(package, DATA))["word/document.xml"]
    ours = canonical(Template.compile(package).render(DATA))["word/document.xml"]
    assert ours == without_empty_end(theirs)


def test_docxtpl_leaves_an_empty_section() -> None:
    """What is mended here."""
    assert shapes(by_docxtpl(docx_of(p("{{ x }}") + TURNED), DATA)) == "TU"
