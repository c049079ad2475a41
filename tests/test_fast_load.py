"""The fast way to load gives what marshmallow's own gives; right payloads take it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from unittest import mock

import marshmallow
import pytest
from documents import CATALOG, FIRST_SAMPLES, SAMPLES, Sample
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from marshmallow import EXCLUDE, ValidationError
from odd_schemas import (
    Checked,
    Collecting,
    Deep,
    Judged,
    Nest,
    Original,
    Overridden,
    Plain,
    Prepared,
    Renamed,
    Steps,
    Tolerant,
)
from payloads import GONE, payloads, places, with_change
from small_pictures import encoded, png

from service import fields
from service import schema as schemas
from service.errors import PayloadInvalid
from service.fast_load import reader_of
from service.fields import Abbreviation, Name, Picture, Symbol, Text, pictures
from service.fields.pictures import one_payload
from service.schema import Schema, load

EXAMPLES = 60
every_sample = pytest.mark.parametrize("sample", SAMPLES, ids=str)
every_type = pytest.mark.parametrize("sample", FIRST_SAMPLES, ids=str)


def exactly(value: Any) -> Any:
    """A value with its type, the order of its keys and the label of a choice."""
    if isinstance(value, dict):
        return [(key, exactly(item)) for key, item in value.items()]
    if isinstance(value, list):
        return [exactly(item) for item in value]
    return type(value), value, getattr(value, "label", None)


def loaded(schema: marshmallow.Schema, payload: Any) -> Any:
    """What marshmallow's own way makes of a payload; None when it tells faults."""
    try:
        with one_payload():
            return exactly(schema.load(payload))
    except ValidationError:
        return None


def loaded_fast(schema: marshmallow.Schema, payload: Any) -> Any:
    """What the fast way makes of it; None when that leaves it to marshmallow."""
    try:
        with one_payload():
            return exactly(reader_of(schema)(payload))
    except ValidationError:
        return None


@every_sample
def test_samples_load_alike(sample: Sample) -> None:
    """The same values of the same types, in the same order."""
    schema = CATALOG[sample.stem].schema
    assert loaded_fast(schema, sample.payload) == loaded(schema, sample.payload) is not None


@every_sample
def test_right_payloads_need_no_marshmallow(
    sample: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No schema of a right payload, inner ones included, is loaded the slow way."""
    monkeypatch.setattr(marshmallow.Schema, "_deserialize", None)
    assert load(CATALOG[sample.stem].schema, sample.payload)


@every_type
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_random_payloads_load_alike(sample: Sample, data: st.DataObject) -> None:
    """Whatever the schema allows is loaded fast, and to the same."""
    schema, payload = CATALOG[sample.stem].schema, data.draw(payloads(sample.stem))
    assert loaded_fast(schema, payload) == loaded(schema, payload) is not None


WRONG = [
    *(None, True, 0, -1, 10**40, 0.5, 1.5, "", " ", "x", "x" * 20_000, "a\nb", "\u2028x", " x "),
    *(
        "\x07",
        "\ufffd",
        "a" + "\u0301" * 9,
        "e\u0302\u0301",
        "Ðà",
        "x\u200by",
        "2022-02-30",
        "1/2/2022",
    ),
    *("2022-11-08T25:00", "20221108", [], [None], ["x", 5], [[]], {}, {"no_such": 1}),
]


@every_type
def test_no_fault_slips_through(sample: Sample) -> None:
    """Every field of a sample with every wrong value: what is loaded fast marshmallow loads too."""
    schema = CATALOG[sample.stem].schema
    for payload in spoilt(schema, sample.payload):
        fast = loaded_fast(schema, payload)
        assert fast is None or fast == loaded(schema, payload)


def spoilt(schema: Schema, payload: Any) -> Iterator[Any]:
    """The payload with one wrong value, at the first place of each field."""
    seen = set()
    for path, _ in places(schema, payload):
        kind = tuple(step for step in path if isinstance(step, str))
        if (kind, len(path)) not in seen:
            seen.add((kind, len(path)))
            values = WRONG if isinstance(path[-1], int) else [*WRONG, GONE]
            yield from (with_change(payload, path, value) for value in values)


@every_type
def test_faults_are_told_by_marshmallow(sample: Sample) -> None:
    """The findings of a payload with several faults are those of marshmallow's own way."""
    schema = CATALOG[sample.stem].schema
    payload = {**sample.payload, "subject": 5, "no_such": 1, "issuer": {"name": "\x07"}}
    told = []
    for way in (load, schemas._load_by_marshmallow):
        with pytest.raises(PayloadInvalid) as caught:
            way(schema, payload)
        told.append(caught.value.findings)
    assert told[0] == told[1]
    assert len(told[0]) >= 3


@pytest.mark.parametrize(
    ("schema", "payload"),
    [
        (Plain(), {"name": "x"}),
        (Plain(), {"name": "x", "count": None}),
        (Plain(), {"name": "x", "more": 1}),
        (Plain(), {}),
        (Plain(), "x"),
        (Plain(), None),
        (Plain(many=True), [{"name": "x"}, {"name": "y"}]),
        (Plain(many=True), {"name": "x"}),
        (Plain(partial=True), {"name": "x"}),
        (Plain(unknown=EXCLUDE), {"name": "x", "more": 1}),
        (Plain(only=["count"]), {"count": 2}),
        (Renamed(), {"ten": "x"}),
        (Renamed(), {"name": "x"}),
        (Deep(), {"name": "x"}),
        (Tolerant(), {"name": "x", "more": 1}),
        (Prepared(), {"name": "x"}),
        (Judged(), {"name": "x"}),
        (Judged(), {"name": "y"}),
        (Original(), {"name": "x"}),
        (Collecting(), {"name": "x"}),
        (Overridden(), {"name": "x"}),
        (
            Steps(),
            {
                "name": "xY",
                "loud": "x",
                "free": 1,
                "tags": ["a"],
                "sorted": [2, 1],
                "twice": 3,
                "even": 4,
                "raw": ["5"],
            },
        ),
        (Steps(), {"even": 3}),
        (Steps(), {"tags": None}),
        (Steps(), {"free": None}),
        (Steps(), {"frees": [1, None]}),
        (Steps(), {"tags": ["a", None]}),
        (Steps(), {"tags": ("a", "b")}),
        (Nest(), {"inner": {"inner": {"name": "x"}}}),
        (Nest(), {"several": [{"name": "x"}]}),
        (Nest(), {"lenient": {"name": "x", "more": 1}}),
        (Nest(), {"judged": {"name": "x"}}),
        (Nest(), {"checked": {"name": "no"}}),
        (Nest(), {"checked": {"name": "yes"}}),
        (Checked(), {"n": 9}),
        (Checked(unknown=EXCLUDE), {"n": 9}),
        (Checked(), {"n": 10}),
    ],
)
def test_whatever_a_schema_declares_holds(schema: Schema, payload: Any) -> None:
    """Loading through the service is marshmallow's load, options and own fields included."""
    expected = loaded(schema, payload)
    try:
        found = exactly(load(schema, payload))
    except PayloadInvalid:
        found = None
    assert found == expected


HARD = (
    st.text(st.sampled_from("aêĐđÐ 0/-&._%\t\n\r\x07\u2028\u200b\u0301\u0302\u0303\ufffd"))
    | st.text()
)


@pytest.mark.parametrize("kind", [Text, Name, Symbol, Abbreviation])
@settings(suppress_health_check=list(HealthCheck))
@given(words=HARD)
@example(words="a!" * 200)
def test_plain_words_are_read_alike(kind: type[Text], words: str) -> None:
    """The quick way of a text gives the words and the faults that the long way gives."""
    field, found = kind("Chữ", max_length=9) if kind in {Text, Name} else kind("Chữ"), []
    for way in (fields.text._is_right, lambda _: False):
        with mock.patch.object(fields.text, "_is_right", way):
            try:
                found.append(field.deserialize(words))
            except ValidationError as error:
                found.append(error.messages)
    assert found[0] == found[1]


class Pictured(Schema):
    picture = Picture("Ảnh")
    name = Name("Tên", required=True)


def test_pictures_count_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault elsewhere makes a payload load twice; its pictures may still fill their allowance."""
    monkeypatch.setattr(pictures, "MAX_PIXELS_TOGETHER", 100)
    with pytest.raises(PayloadInvalid) as caught:
        load(Pictured(), {"picture": encoded(png(10, 10)), "name": 5})
    assert [finding.pointer for finding in caught.value.findings] == ["/name"]
