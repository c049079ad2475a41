"""Random payloads that a schema accepts: samples, changed field by field as the schema allows."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Iterator
from typing import Any

import marshmallow
from documents import CATALOG, SAMPLES, Sample, put
from hypothesis import strategies as st
from marshmallow import fields, validate

from service.errors import PayloadInvalid
from service.fields import (
    Abbreviation,
    Choice,
    Day,
    Flag,
    Many,
    Moment,
    Name,
    Part,
    Quantity,
    Symbol,
    Text,
    Whole,
)
from service.schema import load

Path = tuple[str | int, ...]
Change = tuple[Path, Any]

GONE = object()
MOST_CHANGES = 10
MOST_ITEMS = 4

LINE = "aăâđêôơưạỹỷữĐXZ019 .,;:!?-–“”‘’«»/()[]|{}%#&<>\"'=\\\u00a0\u00ad\u200d\u200f🏆ab"
# docxtpl reads {_{ and the like in values as tags: test_same_as_docxtpl says what is right there.
LINES = LINE + "\n\t\u2028"
TAGGED = ("{{ subject }}", "{% if x %}", "{# x #}", "</w:t>", "&amp;", "]]>", "Thi đua", "A & B")


def words(alphabet: str, longest: int) -> st.SearchStrategy[str]:
    """Words with a letter in them, as every text needs one."""
    letters = st.text(alphabet, max_size=min(longest - 1, 20))
    plain = st.tuples(letters, st.just("x"), letters).map("".join)
    return st.one_of(plain, st.sampled_from(TAGGED)).map(lambda text: text[:longest])


def bound(field: fields.Field[Any], kind: type, end: str) -> Any:
    """What a field's validators of a kind allow at least ("min") or at most ("max")."""
    given = (getattr(one, end) for one in field.validators if isinstance(one, kind))
    return next(limit for limit in given if limit is not None)


def whole(field: Whole) -> st.SearchStrategy[int]:
    low, high = (bound(field, validate.Range, end) for end in ("min", "max"))
    return st.one_of(st.integers(low, min(high, low + 30)), st.integers(low, high))


def quantity(field: Quantity) -> st.SearchStrategy[Any]:
    low, high = (bound(field, validate.Range, end) for end in ("min", "max"))
    return st.decimals(low, high, places=2)


def part(field: Part) -> st.SearchStrategy[dict[str, Any]]:
    known = field.schema.load_fields
    needed = {name: values(one) for name, one in known.items() if one.required}
    others = {name: values(one) for name, one in known.items() if not one.required}
    return st.fixed_dictionaries(needed, optional=others)


def many(field: Many) -> st.SearchStrategy[list[Any]]:
    least = next((one.min for one in field.validators if getattr(one, "min", None)), 0)
    return st.lists(values(field.inner), min_size=least, max_size=max(least, MOST_ITEMS))


def values(field: fields.Field[Any]) -> st.SearchStrategy[Any]:
    """Values that a field by itself accepts."""
    for kind, make in STRATEGIES.items():
        if isinstance(field, kind):
            return make(field)
    raise AssertionError(f"no strategy for {type(field).__name__}")


def days(_: Day) -> st.SearchStrategy[str]:
    return st.dates(dt.date(2020, 1, 1), dt.date(2026, 12, 31)).map(str)


def moments(_: Moment) -> st.SearchStrategy[str]:
    return st.tuples(days(_), st.times()).map(lambda pair: f"{pair[0]}T{pair[1]:%H:%M}")


# The first that fits: Name is a Text, Symbol a Name.
STRATEGIES: dict[type, Any] = {
    Symbol: lambda _: st.sampled_from(["152/2025/NĐ-CP", "15/KH-BQL", "34-CT/TW"]),
    Abbreviation: lambda _: st.sampled_from(["BQL", "UBND-VX", "A&B", "KTĐ"]),
    Name: lambda field: words(LINE, field.max_length).map(str.strip),
    Text: lambda field: words(LINES, field.max_length),
    Choice: lambda field: st.sampled_from(list(field.choices)),
    Flag: lambda _: st.booleans(),
    Day: days,
    Moment: moments,
    Whole: whole,
    Quantity: quantity,
    Part: part,
    Many: many,
}


def places(
    schema: marshmallow.Schema, payload: Any, path: Path = ()
) -> Iterator[tuple[Path, fields.Field[Any]]]:
    """Every field that a payload has or could have, with its path."""
    for name, field in schema.load_fields.items():
        value, place = payload.get(name), (*path, name)
        yield place, field
        if isinstance(field, Part) and value is not None:
            yield from places(field.schema, value, place)
        for index, item in enumerate(value or [] if isinstance(field, Many) else []):
            if isinstance(field.inner, Part):
                yield from places(field.inner.schema, item, (*place, index))
            else:
                yield (*place, index), field.inner


def at(payload: Any, path: Path) -> Any:
    """The value at a path, None where the last step is absent."""
    for step in path[:-1]:
        payload = payload[step]
    return payload.get(path[-1]) if isinstance(payload, dict) else payload[path[-1]]


def changed_values(field: fields.Field[Any], value: Any) -> st.SearchStrategy[Any]:
    """Other values for a field; of a list also its own items, fewer, more, in another order."""
    known = [values(field)]
    if isinstance(field, Many) and value:
        known.append(st.lists(st.sampled_from(value), max_size=MOST_ITEMS))
    if not field.required:
        known.append(st.just(GONE))
    return st.one_of(known)


def with_change(payload: Any, path: Path, value: Any) -> Any:
    changed = copy.deepcopy(payload)
    if value is not GONE:
        return put(changed, path, value)
    owner = at(changed, path[:-1]) if path[1:] else changed
    owner.pop(path[-1], None)
    return changed


def is_accepted(schema: marshmallow.Schema, payload: Any) -> bool:
    try:
        load(schema, payload)
    except PayloadInvalid:
        return False
    return True


@st.composite
def payloads(draw: st.DrawFn, stem: str) -> Any:
    """A sample of a type with some fields filled anew, left out or repeated, still accepted."""
    schema = CATALOG[stem].schema
    sample: Sample = draw(st.sampled_from([one for one in SAMPLES if one.stem == stem]))
    payload = sample.payload
    for _ in range(draw(st.integers(1, MOST_CHANGES))):
        path, field = draw(st.sampled_from(list(places(schema, payload))))
        value = draw(changed_values(field, at(payload, path)))
        changed = with_change(payload, path, value)
        payload = changed if is_accepted(schema, changed) else payload
    return payload
