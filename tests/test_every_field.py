"""What a clerk may fill in is printed: no field of a schema is swallowed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import marshmallow
import pytest
from documents import CATALOG, PIPELINE, SAMPLES, Sample, paragraphs, put

from service.errors import PayloadInvalid
from service.fields import Many, Part, Pattern, Text
from service.schema import load

# How a bloc calls its heads shows only where somebody signs or is elected as one.
ROLE_NAMES = {"head_post", "deputy_post"}


def empty_texts(
    schema: marshmallow.Schema, data: dict[str, Any], path: tuple[Any, ...] = ()
) -> Iterator[tuple[Any, ...]]:
    """Paths of the free text fields that a sample leaves empty."""
    for name, field in schema.load_fields.items():
        value, place = data.get(name), (*path, name)
        if isinstance(field, Part) and value:
            yield from empty_texts(field.schema, value, place)
        elif isinstance(field, Many) and isinstance(field.inner, Part):
            for index, item in enumerate(value or []):
                yield from empty_texts(field.inner.schema, item, (*place, index))
        elif isinstance(field, Text) and not isinstance(field, Pattern) and value is None:
            yield place


def accepted(sample: Sample, marks: dict[tuple[Any, ...], str]) -> tuple[Any, dict[Any, str]]:
    """The sample with all marks that its schema does not refuse, and those marks."""
    payload = sample.payload
    for path, mark in marks.items():
        put(payload, path, mark)
    refused = refusals(sample.stem, payload)
    if not refused:
        return payload, marks
    kept = {path: mark for path, mark in marks.items() if pointer(path) not in refused}
    assert len(kept) < len(marks), refused
    return accepted(sample, kept)


def refusals(stem: str, payload: Any) -> set[str]:
    try:
        PIPELINE.check(stem, payload)
    except PayloadInvalid as error:
        return {finding.pointer for finding in error.findings}
    return set()


def pointer(path: tuple[Any, ...]) -> str:
    return "".join(f"/{step}" for step in path)


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_every_text_is_printed_or_refused(sample: Sample) -> None:
    """Each empty text field, once filled in, shows in the document or is refused with a reason."""
    schema = CATALOG[sample.stem].schema
    # The bases of the day are no fields of the payload.
    typed = load(schema, sample.payload | {"bases": None})
    paths = empty_texts(schema, typed)
    marks = {path: f"dấu riêng {n} x" for n, path in enumerate(paths)}
    payload, marks = accepted(sample, marks)
    printed = "\n".join(paragraphs(PIPELINE.make(sample.stem, payload).data))
    unseen = [path for path, mark in marks.items() if mark not in printed]
    assert [path for path in unseen if path[-1] not in ROLE_NAMES] == []
