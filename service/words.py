"""The words of a document's data: every printed text, with its place and the day it speaks of."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Mapping
from typing import Any

import marshmallow
from marshmallow import fields

from service.fields import Pattern, Text
from service.law.review.word import Path, Word


def words(schema: marshmallow.Schema, data: Mapping[str, Any], on: dt.date | None) -> list[Word]:
    """The names and sentences of loaded data in the order of its schema; no symbols, no choices.

    on: the document's day. What a part with an earlier date of its own says, such as a decision
    that is cited, is read as of that date.
    """
    found: list[Word] = []
    _gather(schema, data, (), on, found)
    return found


def _gather(
    schema: marshmallow.Schema,
    data: Mapping[str, Any],
    path: Path,
    on: dt.date | None,
    found: list[Word],
) -> None:
    for name, field in _worded(type(schema)):
        if value := data.get(name):
            _take(field, value, (*path, name), on, found)


def _take(
    field: fields.Field[Any],
    value: Any,
    path: Path,
    on: dt.date | None,
    found: list[Word],
) -> None:
    if isinstance(field, fields.List):
        for index, item in enumerate(value):
            _take(field.inner, item, (*path, index), on, found)
    elif isinstance(field, fields.Nested):
        own = value.get("date")
        earlier = on is not None and isinstance(own, dt.date) and own < on
        _gather(field.schema, value, path, own if earlier else on, found)
    else:
        found.append(Word(path, value, on))


@functools.cache
def _worded(schema: type[marshmallow.Schema]) -> tuple[tuple[str, fields.Field[Any]], ...]:
    """The fields of a schema that hold words, or parts that may."""
    declared = schema().load_fields.items()
    return tuple((name, field) for name, field in declared if _holds_words(field))


def _holds_words(field: fields.Field[Any]) -> bool:
    if not field.metadata.get("printed", True):
        return False
    inner = field.inner if isinstance(field, fields.List) else field
    return isinstance(inner, fields.Nested) or (
        isinstance(inner, Text) and not isinstance(inner, Pattern)
    )
