"""Filling costs as much as there is to fill."""

from __future__ import annotations

import time

import pytest
from cost import growth
from small_docx import BOLD, docx_of, p, r, tbl, tr

from service.errors import TemplateBroken
from service.schema import Schema
from service.word.lint import lint
from service.word.template import Template

TEXT = Template.compile(docx_of(p("{{ text }}")))
ROWS = Template.compile(
    docx_of(tbl(tr("{%tr for row in rows %}"), tr("{{ row }}"), tr("{%tr endfor %}")))
)


@pytest.mark.parametrize("piece", ["a\n", "a\t", "a\r\n", "&", "<", "ơ\u00a0"])
def test_text_of_any_kind_is_filled_in_linear_time(piece: str) -> None:
    """Eight times the text takes some eight times as long: breaks, tabs and entities too."""
    assert growth(lambda size: TEXT.render({"text": piece * size}), 20_000) < 24


def test_rows_are_filled_in_linear_time() -> None:
    """A long table costs no more by row than a short one."""
    assert (
        growth(lambda size: ROWS.render({"rows": [f"hàng {n}" for n in range(size)]}), 2_000) < 24
    )


# Signs that open and never close, blanks without end, tags by tens of thousands: over each of them
# a regular expression of docxtpl's takes minutes, or Jinja's compiler seconds.
COSTLY = {
    "expressions unclosed": p("{{" * 20_000),
    "statements unclosed": p("{%-" * 50_000),
    "statements unopened": p("-%}" * 50_000),
    "runs unclosed": p("{{r " * 30_000),
    "comments unclosed": p("{#" * 50_000),
    "cells unclosed": tbl(tr(p(*["{% vm"] * 5_000))),
    "raw without end": p("{% raw %}" * 20_000),
    "blanks in a tag": tbl(tr("{% colspan a" + " " * 3_000 + "% b %}")),
    "blanks in a tag unclosed": tbl(tr("{% colspan" + " " * 3_000 + "a")),
    "conditions": p("{% if x %}a{% endif %}" * 10_000),
    "signs of two kinds": p("{{ x %}" * 4_000 + "a" * 100_000),
    "raw never ended": p("{% raw %}" * 4_000 + "a" * 100_000),
    "cells outside of tables": tbl(tr("a")) + p("{% colspan x %}" * 2_000) + p("a" * 100_000),
    "long expressions": p("{{ 1" + "~1" * 100_000 + " }}"),
    "many names": p("{{ [" + ", ".join(f"a{n}" for n in range(20_000)) + "]|length }}"),
}


@pytest.mark.parametrize("name", COSTLY)
def test_what_would_take_long_to_compile_is_refused_first(name: str) -> None:
    """One pass tells it, by compiling and by lint alike."""
    package = docx_of(COSTLY[name])
    started = time.thread_time()
    with pytest.raises(TemplateBroken, match="Phần này có hơn 5000 thẻ"):
        Template.compile(package)
    (told,) = lint(package, Schema(), [])
    assert (told.code, told.part) == ("tags_too_many", "Thân văn bản")
    assert time.thread_time() - started < 1


@pytest.mark.parametrize(
    "body",
    [
        p("{{ x }}" * 4_000),
        p("{% if x %}a{% endif %}" * 2_000),
        p("}} %} {{ x }} " * 8),
        p(" " * 900 + "{{ x }}" + " " * 900 + "{{ x }}"),
    ],
    ids=["expressions", "conditions", "stray signs", "blanks between tags"],
)
def test_what_documents_hold_is_compiled(body: str) -> None:
    """Thousands of tags, a few signs of no tag, blanks between tags."""
    Template.compile(docx_of(body)).render({"x": "a"})


def test_paragraphs_in_paragraphs_are_read_once() -> None:
    """What no program writes costs no more than its size."""
    inner = "<w:r>" + "<w:t>a</w:t>" * 2_000 + "</w:r>"
    bodies = {size: docx_of("<w:p>" * size + inner + "</w:p>" * size) for size in (25, 200)}
    assert growth(lambda size: Template.compile(bodies[size]), 25) < 24


def test_loops_that_end_in_another_run_are_followed_once_more() -> None:
    """Not once more for each loop around them."""
    loops = "{% for a in xs %}" * 18
    template = Template.compile(docx_of(p(loops, r("{{ x }}" + "{% endfor %}" * 18, BOLD))))
    assert template.render({"xs": [1], "x": "a"})
