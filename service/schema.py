"""The base of all document schemas: checks across fields, every fault at once, JSON Schema."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import marshmallow
from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from marshmallow import RAISE, ValidationError, fields, validates_schema

from service.errors import Finding, Message, PayloadInvalid, fault, finding_of, message
from service.fields import label_of
from service.strict_json import escape

MAX_HINTS = 12

Place = str | tuple[str | int, ...]
Check = Callable[[Any, dict[str, Any]], Iterable[tuple[Place, Message]]]


class Schema(marshmallow.Schema):
    """A group of fields. Unknown keys are refused; `Meta.title` names the group in Vietnamese."""

    class Meta:
        unknown = RAISE
        title = ""

    error_messages = {"unknown": message("unknown_key"), "type": message("not_object")}

    def findings(self, data: dict[str, Any]) -> Iterable[Finding]:
        """Advice on valid data; none by default."""
        return ()


def check(*needs: str) -> Callable[[Check], Any]:
    """Declare a check across fields, a generator of (place, fault).

    It runs when all the fields in `needs` are there, even if other fields are faulty, so that a
    payload gets all its faults at once. A place is a field's name or a path of names and indexes.
    """

    def declare(method: Check) -> Any:
        @functools.wraps(method)
        def run(self: Schema, data: dict[str, Any], **_: Any) -> None:
            if all(data.get(name) is not None for name in needs):
                _raise_all(method(self, data))

        return validates_schema(skip_on_field_errors=False)(run)

    return declare


def _raise_all(found: Iterable[tuple[Place, Message]]) -> None:
    errors: dict[str | int, Any] = {}
    for place, error in found:
        path = (place,) if isinstance(place, str) else place
        node = errors
        for step in path[:-1]:
            node = node.setdefault(step, {})
        node.setdefault(path[-1], []).append(error)
    if errors:
        raise ValidationError(errors)


def load(schema: Schema, payload: Any) -> dict[str, Any]:
    """The clean data of a payload. Raises PayloadInvalid with all its faults, in payload order."""
    try:
        data: dict[str, Any] = schema.load(payload)
    except ValidationError as error:
        findings = list(_findings(schema, error.messages))
        raise PayloadInvalid(_without_echoes(findings)) from error
    return data


def _without_echoes(findings: list[Finding]) -> list[Finding]:
    """Drop "required here" for a field that is given but faulty: its own fault says enough."""
    faulty = {finding.pointer for finding in findings if finding.code != "required_here"}
    return [
        finding
        for finding in findings
        if finding.code != "required_here"
        or not any(
            place == finding.pointer or place.startswith(finding.pointer + "/") for place in faulty
        )
    ]


def _findings(
    owner: marshmallow.Schema | fields.Field[Any] | None,
    errors: Any,
    pointer: str = "",
    label: str = "",
) -> Iterator[Finding]:
    """Walk marshmallow's nested messages beside the schema that gave them."""
    if isinstance(errors, Mapping):
        for key, inner in errors.items():
            yield from _findings_at(_schema_of(owner), owner, key, inner, pointer, label)
    else:
        for error in errors if isinstance(errors, list) else [errors]:
            yield finding_of(error, pointer, label)


def _findings_at(
    schema: marshmallow.Schema | None,
    owner: marshmallow.Schema | fields.Field[Any] | None,
    key: Any,
    errors: Any,
    pointer: str,
    label: str,
) -> Iterator[Finding]:
    place = f"{pointer}/{escape(key)}"
    if key == "_schema":
        yield from _findings(None, errors, pointer, label)
    elif isinstance(key, int):
        inner = owner.inner if isinstance(owner, fields.List) else owner
        yield from _findings(inner, errors, place, _path(label, f"mục {key + 1}"))
    elif schema is not None and key in schema.load_fields:
        field = schema.load_fields[key]
        yield from _findings(field, errors, place, _path(label, label_of(field)))
    else:
        yield _unknown(schema, str(key), place, label)


def _schema_of(owner: marshmallow.Schema | fields.Field[Any] | None) -> marshmallow.Schema | None:
    if isinstance(owner, fields.Nested):
        return owner.schema
    return owner if isinstance(owner, marshmallow.Schema) else None


def _path(outer: str, inner: str) -> str:
    return f"{outer} › {inner}" if outer else inner


def _unknown(schema: marshmallow.Schema | None, key: str, pointer: str, label: str) -> Finding:
    shown = escape(key)
    if schema is not None and key in schema.fields:
        name = _path(label, label_of(schema.fields[key]))
        return finding_of(fault("computed_key"), pointer, name)
    text = fault("unknown_key", key=shown, hint=_hint(schema, key))
    return finding_of(text, pointer, _path(label, shown))


def _hint(schema: marshmallow.Schema | None, key: str) -> str:
    names = list(schema.load_fields) if schema is not None else []
    near = difflib.get_close_matches(key[:80].lower(), names, n=1, cutoff=0.5)
    if near:
        return f" Có phải bạn định viết “{near[0]}”?"
    few = 0 < len(names) <= MAX_HINTS
    return f" Các trường dùng được ở đây: {', '.join(names)}." if few else " Hãy bỏ đi."


def json_schema(schema: Schema) -> dict[str, Any]:
    """The schema as JSON Schema 2020-12, parts under $defs."""
    spec = APISpec("-", "-", openapi_version="3.1.0", plugins=[MarshmallowPlugin(_definition_name)])
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
    if isinstance(value, list):
        return [_with_local_references(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: item.replace("#/components/schemas/", "#/$defs/")
        if key == "$ref"
        else _with_local_references(item)
        for key, item in value.items()
    }
