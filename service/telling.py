"""From messages nested as the payload is to findings, each with its pointer and its label."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from typing import Any

import marshmallow
from marshmallow import fields
from marshmallow.exceptions import SCHEMA

from service.errors import MESSAGES, Finding, fault, finding_of
from service.fields import label_of
from service.strict_json import escape, shown
from service.vietnamese.text import slug

MAX_HINTS = 12

Owner = marshmallow.Schema | fields.Field[Any] | None


def findings_of(owner: Owner, errors: Any, pointer: str = "", label: str = "") -> Iterator[Finding]:
    """The findings of marshmallow's nested messages, walked beside the schema that gave them."""
    if isinstance(errors, Mapping):
        for key, inner in errors.items():
            yield from _findings_at(owner, key, inner, pointer, label)
    else:
        yield from (finding_of(error, pointer, label) for error in errors)


def _findings_at(
    owner: Owner, key: Any, errors: Any, pointer: str, label: str
) -> Iterator[Finding]:
    schema, place = _schema_of(owner), f"{pointer}/{escape(key)}"
    if isinstance(key, int):
        inner = owner.inner if isinstance(owner, fields.List) else owner
        yield from findings_of(inner, errors, place, _path(label, f"mục {key + 1}"))
    elif schema is not None and key in schema.load_fields:
        field = schema.load_fields[key]
        yield from findings_of(field, errors, place, _path(label, label_of(field)))
    elif key == SCHEMA and not _is_unknown(errors):
        yield from findings_of(None, errors, pointer, label)
    else:
        yield _unknown(schema, str(key), place, label)


def _is_unknown(errors: Any) -> bool:
    """Whether the messages are of a key, though it has the name marshmallow keeps for schemas."""
    return isinstance(errors, list) and errors[0] == MESSAGES["unknown_key"]


def _schema_of(owner: Owner) -> marshmallow.Schema | None:
    if isinstance(owner, fields.Nested):
        return owner.schema
    return owner if isinstance(owner, marshmallow.Schema) else None


def _path(outer: str, inner: str) -> str:
    return f"{outer} › {inner}" if outer else inner


def _unknown(schema: marshmallow.Schema | None, key: str, pointer: str, label: str) -> Finding:
    typed = shown(key)
    if schema is not None and key in schema.fields:
        name = _path(label, label_of(schema.fields[key]))
        return finding_of(fault("computed_key"), pointer, name)
    text = fault("unknown_key", key=typed, hint=_hint(schema, key))
    return finding_of(text, pointer, _path(label, typed))


def _hint(schema: marshmallow.Schema | None, key: str) -> str:
    """The nearest key, by its name or by its label as people type it."""
    known = schema.load_fields if schema is not None else {}
    spellings = {slug(label_of(field), "_", lower=True): name for name, field in known.items()}
    spellings |= {name: name for name in known}
    asked = slug(key[:80], "_", lower=True)
    if near := difflib.get_close_matches(asked, spellings, n=1, cutoff=0.6):
        return f" Có thể tên đúng là “{spellings[near[0]]}”."
    few = 0 < len(known) <= MAX_HINTS
    return f" Các trường dùng được ở đây: {', '.join(known)}." if few else " Hãy bỏ đi."
