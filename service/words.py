"""The words of a document's data: every printed text, with its place and the day it speaks of."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Mapping
from typing import Any

import marshmallow
from marshmallow import fields

from service.fields import Pattern, Text
from service.law.review import Path
from service.law.review.word import Word


def words(schema: marshmallow.Schema, data: Mapping[str, Any], on: dt.date | None) -> list[Word]:
    """The names and sentences of loaded data in the order of its schema; no symbols, no choices.

    on: the document's day. What a part with an earlier date of its own says, such as a decision
    that is cited, is read as of that date; what one with an earlier year says may be of any day
    since.
    """
    found: list[Word] = []
    _gather(type(schema), data, (), (on, None), found)
    return found


def _gather(
    schema: type[marshmallow.Schema],
    data: Mapping[str, Any],
    path: Path,
    days: tuple[dt.date | None, dt.date | None],
    found: list[Word],
) -> None:
    days = _days(data, *days) if path else days
    for name, many, part in _worded(schema):
        value = data.get(name)
        if not value:
            continue
        here = (*path, name)
        items = [((*here, index), item) for index, item in enumerate(value)] if many else None
        for place, item in items or [(here, value)]:
            if part is None:
                found.append(Word(place, item, *days))
            else:
                _gather(part, item, place, days, found)


def _days(
    part: Mapping[str, Any], on: dt.date | None, since: dt.date | None
) -> tuple[dt.date | None, dt.date | None]:
    """The day of a part of a document, and the first day it may speak of where it has a year."""
    date, year = part.get("date"), part.get("year")
    if on is not None and isinstance(date, dt.date) and date < on:
        return date, None
    if on is not None and isinstance(year, int) and dt.MINYEAR <= year < on.year:
        return on, dt.date(year, 1, 1)
    return on, since


@functools.cache
def _worded(
    schema: type[marshmallow.Schema],
) -> tuple[tuple[str, bool, type[marshmallow.Schema] | None], ...]:
    """Each field of a schema that holds words or parts: its name, whether a list, the part."""
    return tuple(
        (name, isinstance(field, fields.List), _part(field))
        for name, field in schema().load_fields.items()
        if _holds_words(field)
    )


def _part(field: fields.Field[Any]) -> type[marshmallow.Schema] | None:
    inner = field.inner if isinstance(field, fields.List) else field
    return type(inner.schema) if isinstance(inner, fields.Nested) else None


def _holds_words(field: fields.Field[Any]) -> bool:
    if not field.metadata.get("printed", True):
        return False
    inner = field.inner if isinstance(field, fields.List) else field
    return isinstance(inner, fields.Nested) or (
        isinstance(inner, Text) and not isinstance(inner, Pattern)
    )
