"""Whatever a value holds arrives in the document as written, and stays text."""

from __future__ import annotations

from typing import Any

import pytest
from documents import FIRST_SAMPLES, PIPELINE, Sample, leaves, paragraphs, put

from service.fields import Option, Text

every_sample = pytest.mark.parametrize("sample", FIRST_SAMPLES, ids=str)

# Without an end mark of their own, so that the one a list sets does not matter.
HOSTILE = {
    "markup": "<w:p/> & &amp; \"nháy\" 'đơn' </w:t> ]]> x",
    "quotes": "“Thi đua” ‘là’ «yêu nước» x",
    "tags": "{{ issuer.name }} {% if x %} {# ghi chú #} }} x",
    "right to left": "x \u200f\u05d0\u05d1 y",
    "emoji": "thi đua \U0001f3c6 x",
    "decomposed": "Quye\u0302\u0301t đi\u0323nh x",
    "long": "Thi đua là yêu nước, yêu nước thì phải thi đua " * 60 + "x",
}
LINES = "dòng một\ndòng hai\tsau tab x"


def texts(sample: Sample, *, lines: bool) -> list[tuple[Any, ...]]:
    """Paths of the free texts of a sample that may hold (or must not hold) line breaks."""
    found = []
    schema = PIPELINE.catalog[sample.stem].schema
    for path, value in leaves(sample.given):
        if type(value) is str and not isinstance(value, Option):
            field = field_at(schema, path)
            if field is not None and (type(field) is Text) == lines:
                found.append(path)
    return found


def field_at(schema: Any, path: tuple[Any, ...]) -> Any:
    """The field of a schema that a path of its data belongs to; None for computed data."""
    field = None
    for step in path:
        if isinstance(step, int):
            field = field.inner
        else:
            field = (field.schema if field is not None else schema).load_fields.get(step)
        if field is None:
            return None
    return field


@every_sample
@pytest.mark.parametrize("kind", HOSTILE)
def test_values_arrive_as_written(sample: Sample, kind: str) -> None:
    """Each free text in turn holds the hostile value; the document holds it too (in NFC)."""
    payload, value = sample.payload, HOSTILE[kind]
    paths = texts(sample, lines=True)
    for number, path in enumerate(paths):
        # Told apart, as a list may not name one thing twice.
        put(payload, path, f"mục {number}: {value}")
    printed = "\n".join(paragraphs(PIPELINE.make(sample.stem, payload).data))
    expected = value.replace("e\u0302\u0301", "ế").replace("i\u0323", "ị")
    assert printed.count(expected) >= len(paths)


@every_sample
def test_lines_and_tabs_arrive(sample: Sample) -> None:
    """A line break or a tab in a free text is one in the document, not a new paragraph."""
    payload = sample.payload
    paths = texts(sample, lines=True)
    for number, path in enumerate(paths):
        put(payload, path, f"mục {number}: {LINES}")
    printed = paragraphs(PIPELINE.make(sample.stem, payload).data)
    assert sum(line.count(LINES) for line in printed) >= len(paths)


@every_sample
def test_names_arrive_as_written(sample: Sample) -> None:
    """The issuer's name may hold what markup is made of."""
    payload = sample.payload
    payload["issuer"]["name"] = "Công ty <A> & “B” 'C'"
    assert "Công ty <A> & “B” 'C'" in paragraphs(PIPELINE.make(sample.stem, payload).data)


@pytest.mark.parametrize("given", ["  {}  ", "\n{}\n", "\t{}\t", "\u00a0{}"])
def test_white_space_around_a_text_is_dropped(given: str) -> None:
    """It would stand between a dash and its words, or put the end mark on a line of its own."""
    for text in ("Thi đua", "Thi đua\n\tdòng hai"):
        assert Text("Đoạn").deserialize(given.format(text)) == text
