"""The base of all document schemas: checks across fields, every fault at once, JSON Schema."""

from __future__ import annotations

import contextlib
import functools
import itertools
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import marshmallow
from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from apispec.ext.marshmallow.openapi import OpenAPIConverter
from marshmallow import RAISE, ValidationError, fields, validates_schema
from marshmallow.error_store import merge_errors
from marshmallow.exceptions import SCHEMA

from service.errors import (
    MAX_FINDINGS,
    Finding,
    Message,
    PayloadInvalid,
    message,
)
from service.fast_load import reader_of
from service.fields.pictures import one_payload
from service.telling import findings_of

# Codes that say no more than "something is missing here".
ECHOES = {"required_here", "post_missing"}

Place = str | tuple[str | int, ...]
Check = Callable[[Any, dict[str, Any]], Iterable[tuple[Place, Message]]]


class Schema(marshmallow.Schema):
    """A group of fields. Unknown keys are refused; `Meta.title` names the group in Vietnamese."""

    class Meta:
        unknown = RAISE
        title = ""

    error_messages = {"unknown": message("unknown_key"), "type": message("not_object")}

    @functools.cached_property
    def reader(self) -> Callable[[Any], dict[str, Any]]:
        """Loads what has no fault, and fast."""
        return reader_of(self)

    def findings(self, data: dict[str, Any]) -> Iterable[Finding]:
        """Advice on valid data: what the methods declared by `advise` tell."""
        told = itertools.chain.from_iterable(run(self, data) for run in _advisers(type(self)))
        return self.tell(told)

    def tell(self, told: Iterable[tuple[Place, Message]]) -> Iterable[Finding]:
        """The findings that messages at places of the data are."""
        return findings_of(self, _nested(told))


def advise(*needs: str) -> Callable[[Check], Any]:
    """Declare advice on valid data, a generator of (place, message) as for `check`.

    It runs when all the fields in `needs` have a value, and stops no document: the severity is
    that under which the message's code is registered.
    """

    def declare(method: Check) -> Any:
        @functools.wraps(method)
        def run(self: Schema, data: dict[str, Any]) -> Iterable[tuple[Place, Message]]:
            return () if any(data[name] is None for name in needs) else method(self, data)

        run.advises = True  # type: ignore[attr-defined]
        return run

    return declare


@functools.cache
def _advisers(schema: type[Schema]) -> list[Callable[..., Iterable[tuple[Place, Message]]]]:
    """The methods declared by `advise`, those of a base first."""
    names = dict.fromkeys(name for kind in reversed(schema.__mro__) for name in vars(kind))
    methods = (getattr(schema, name) for name in names)
    return [method for method in methods if getattr(method, "advises", False)]


def check(*needs: str) -> Callable[[Check], Any]:
    """Declare a check across fields, a generator of (place, fault).

    It runs when all the fields in `needs` are there, even if other fields are faulty, so that a
    payload gets all its faults at once. A place is a field's name or a path of names and indexes.
    """

    def declare(method: Check) -> Any:
        @functools.wraps(method)
        def run(self: Schema, data: dict[str, Any], **_: Any) -> None:
            for name in needs:
                if data.get(name) is None:
                    return
            _raise_all(method(self, data))

        return validates_schema(skip_on_field_errors=False)(run)

    return declare


def _raise_all(found: Iterable[tuple[Place, Message]]) -> None:
    if errors := _nested(found):
        raise ValidationError(errors)


def _nested(found: Iterable[tuple[Place, Message]]) -> Any:
    """Messages as marshmallow nests them."""
    errors: Any = {}
    for place, error in found:
        path = (place,) if isinstance(place, str) else place
        nested: Any = [error]
        for step in reversed(path):
            nested = {step: nested}
        errors = merge_errors(errors, nested)  # type: ignore[no-untyped-call]
    return errors


def load(schema: Schema, payload: Any) -> dict[str, Any]:
    """The clean data of a payload. Raises PayloadInvalid with all its faults, in payload order."""
    with contextlib.suppress(ValidationError), one_payload():
        return schema.reader(payload)
    return _load_by_marshmallow(schema, payload)


def _load_by_marshmallow(schema: Schema, payload: Any) -> dict[str, Any]:
    """As `load`: slower, and the one that tells faults."""
    try:
        with one_payload():
            data: dict[str, Any] = schema.load(payload)
    except ValidationError as error:
        errors = _without_echoes(error.messages)
        shown = itertools.islice(findings_of(schema, errors), MAX_FINDINGS)
        raise PayloadInvalid(list(shown), _count(errors)) from error
    return data


def _without_echoes(errors: Any) -> Any:
    """Drop "is needed" where the value is there but faulty: its own fault says enough."""
    if isinstance(errors, list):
        return [error for error in errors if not _is_echo(error)] or errors
    kept = {key: _without_echoes(inner) for key, inner in errors.items()}
    whole = kept.get(SCHEMA, [])
    if len(kept) > 1 and isinstance(whole, list) and all(map(_is_echo, whole)):
        kept.pop(SCHEMA, None)
    return kept


def _is_echo(error: Any) -> bool:
    return isinstance(error, Message) and error.code in ECHOES


def _count(errors: Any) -> int:
    return sum(map(_count, errors.values())) if isinstance(errors, Mapping) else len(errors)


class _Converter(OpenAPIConverter):
    """apispec's own, but it also says what file a text holds: apispec drops those keywords."""

    def field2property(self, field: fields.Field[Any]) -> dict[str, Any]:
        described: dict[str, Any] = super().field2property(field)
        described.update(field.metadata.get("content", {}))
        return described


class _Plugin(MarshmallowPlugin):
    Converter = _Converter


def json_schema(schema: Schema) -> dict[str, Any]:
    """The schema as JSON Schema 2020-12, parts under $defs."""
    spec = APISpec("-", "-", openapi_version="3.1.0", plugins=[_Plugin(_definition_name)])
    spec.components.schema("payload", schema=schema)
    definitions = _with_local_references(spec.to_dict()["components"]["schemas"])
    root = definitions.pop("payload")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **root,
        "$defs": definitions,
    }


def _definition_name(schema: Any) -> str:
    resolved = schema if isinstance(schema, type) else type(schema)
    return str(resolved.__name__)


def _with_local_references(value: Any) -> Any:
    """References to $defs; without the computed fields, which a payload must not hold."""
    if isinstance(value, list):
        return [_with_local_references(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: item.replace("#/components/schemas/", "#/$defs/")
        if key == "$ref"
        else _with_local_references(item)
        for key, item in value.items()
        if not (isinstance(item, dict) and item.get("readOnly"))
    }
