"""Each trait of the grammar, by a small template of its own."""

from __future__ import annotations

import pytest
from docxtpl_road import by_docxtpl, c14n, canonical
from grammar_table import CASES, Case
from jinja2 import TemplateError
from small_docx import docx_of, file_of, p, tbl, tc, tr, words

from service.errors import TemplateBroken
from service.word.template import Template

every_case = pytest.mark.parametrize("case", CASES, ids=str)
ALIKE = [case for case in CASES if not case.unlike]
UNLIKE = [case for case in CASES if case.unlike]


def test_enough_traits() -> None:
    """No two cases bear the same name."""
    assert len({case.name for case in CASES}) == len(CASES) > 100


def filled(case: Case) -> dict[str, bytes]:
    """The parts of the filled template."""
    return canonical(Template.compile(case.package).render(case.data))


@every_case
def test_text(case: Case) -> None:
    """The document says what the table says."""
    assert words(filled(case)[case.file]) == case.text


@every_case
def test_xml(case: Case) -> None:
    """Its XML is the one in the table."""
    assert filled(case)[case.file].decode() == c14n(case.expected).decode()


@pytest.mark.parametrize("case", ALIKE, ids=str)
def test_as_docxtpl(case: Case) -> None:
    """All its parts are those that docxtpl writes."""
    assert filled(case) == canonical(by_docxtpl(case.package, case.data))


@pytest.mark.parametrize("case", UNLIKE, ids=str)
def test_unlike_docxtpl(case: Case) -> None:
    """Where the table says that docxtpl errs, it still does."""
    try:
        theirs = canonical(by_docxtpl(case.package, case.data))[case.file]
    except (TemplateError, ValueError):
        return
    assert theirs != c14n(case.expected)


def wide_as_told(tag: str) -> str:
    """A table with a cell that takes as many columns as a tag tells."""
    cell = tc(f"{{% colspan {tag} %}}a", width=0, properties='<w:vAlign w:val="center"/>')
    return tbl(tr(cell), tr("b", "c")) + p()


def of_columns(column: str) -> str:
    """A table with two columns as given, and a cell for each item."""
    cells = tr("{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}")
    return tbl(cells, grid=()).replace("</w:tblGrid>", f"{column * 2}</w:tblGrid>") + p()


# Templates and data that no program writes without being asked to.
ODD = {
    "as wide as a word": (wide_as_told("n"), {"n": "hai"}),
    "as wide as nothing": (wide_as_told("n"), {"n": ""}),
    "as wide as none": (wide_as_told("n"), {"n": None}),
    "as wide as a part": (wide_as_told("n"), {"n": 2.5}),
    "columns without width, too many": (of_columns("<w:gridCol/>"), {"xs": [1]}),
    "columns without width, too few": (of_columns("<w:gridCol/>"), {"xs": [1, 2, 3]}),
    "columns in inches, too many": (of_columns('<w:gridCol w:w="1in"/>'), {"xs": [1]}),
    "columns in inches, too few": (of_columns('<w:gridCol w:w="1in"/>'), {"xs": [1, 2, 3]}),
    "no grid": (of_columns("").replace("<w:tblGrid></w:tblGrid>", ""), {"xs": [1]}),
    "value in a comment of the XML": (p("a") + "<!-- {{ x }} -->", {"x": "a--b"}),
    "end of a comment of the XML": (p("a") + "<!-- {{ x }} -->", {"x": "-->"}),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_templates(name: str) -> None:
    """A document comes out that can be read, or the template is refused: nothing else is raised."""
    body, data = ODD[name]
    try:
        document = Template.compile(docx_of(body)).render(data)
    except TemplateBroken:
        return
    assert words(canonical(document)[file_of("body")])


def test_a_table_without_a_grid_is_left_as_it_is() -> None:
    """Word counts its columns by itself."""
    body, data = ODD["no grid"]
    filled = canonical(Template.compile(docx_of(body)).render(data))[file_of("body")]
    assert words(filled) == ["1", ""]
    assert b"tblGrid" not in filled


def test_lines_in_a_raw_block_count() -> None:
    """A fault after it is told where it is."""
    template = Template.compile(
        docx_of(p("{% raw %}a\n\n\n{% endraw %}") + p("{{ x }}") + p("{{ y }}") + p("{{ x }}") * 4)
    )
    with pytest.raises(TemplateBroken, match=r"đoạn 3: \{\{ y"):
        template.render({"x": "a"})
