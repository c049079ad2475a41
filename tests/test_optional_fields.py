"""A document is whole whichever optional fields a payload leaves out."""

from __future__ import annotations

from typing import Any

import pytest
from documents import PIPELINE, SAMPLES, Sample, leaves, paragraphs
from test_samples import LEFT_OPEN

from service.errors import PayloadInvalid

Shape = tuple[Any, ...]


def shapes(sample: Sample) -> list[Shape]:
    """The distinct paths of a payload, list positions made alike."""
    paths = (path for path, _ in leaves(sample.payload) if isinstance(path[-1], str))
    return list(dict.fromkeys(tuple("*" if isinstance(s, int) else s for s in p) for p in paths))


def without(node: Any, shape: Shape) -> None:
    """Delete the value at a shape, in every item of the lists on the way."""
    step, rest = shape[0], shape[1:]
    if step == "*":
        for item in node:
            without(item, rest)
    elif not rest:
        node.pop(step, None)
    elif step in node:
        without(node[step], rest)


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_each_optional_field_may_be_left_out(sample: Sample) -> None:
    """Leaving out one field gives a fault or a document in which nothing is left open."""
    made = 0
    for shape in shapes(sample):
        payload = sample.payload
        without(payload, shape)
        try:
            document = PIPELINE.make(sample.stem, payload)
        except PayloadInvalid:
            continue
        made += 1
        assert [line for line in paragraphs(document.data) if LEFT_OPEN.search(line)] == [], shape
    assert made > 5
