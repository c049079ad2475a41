"""Loading a payload that has no fault: marshmallow's own steps, without its keeping of faults.

A reader loads what its schema or field declares, or raises ValidationError at the first fault.
Which faults there are only marshmallow's `load` tells. What a reader does not know, be it a field
of another make or an option of a schema, it leaves to marshmallow too.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import marshmallow
from marshmallow import ValidationError, fields, missing
from marshmallow.decorators import POST_LOAD, PRE_LOAD, VALIDATES, VALIDATES_SCHEMA

from service.fields.groups import Many, Part

# As Field.deserialize: the value, its key and the object that holds it.
Reader = Callable[[Any, str | None, Any], Any]

# Readers do what these do; whoever overrides one is left to marshmallow.
_OF_SCHEMAS = ("load", "_do_load", "_deserialize", "_run_validator")
_OF_FIELDS = ("deserialize", "_validate", "_validate_all", "_validate_missing")


def reader_of(schema: marshmallow.Schema) -> Callable[[Any], Any]:
    """What loads as `schema.load` does, but may raise ValidationError of the first fault only."""
    if _is_unusual(schema):
        return schema.load
    plan = [
        (_key(name, field), field.attribute or name, field, _reader(field))
        for name, field in schema.load_fields.items()
    ]
    known, new = {key for key, *_ in plan}, schema.dict_class
    options = {"many": False, "partial": None, "unknown": schema.unknown}
    checks, after = _hooks(schema, VALIDATES_SCHEMA), _hooks(schema, POST_LOAD)

    def read(payload: Any) -> Any:
        if not isinstance(payload, dict) or not known.issuperset(payload):
            raise _Fault
        data: Any = new()
        for key, name, field, read_value in plan:
            value = payload.get(key, missing)
            absent = value is missing or value is None
            loaded = (field.deserialize if absent else read_value)(value, key, payload)
            if loaded is not missing:
                data[name] = loaded
        for check in checks:
            check(data, **options)
        for step in after:
            data = step(data, **options)
        return data

    return read


class _Fault(ValidationError):
    def __init__(self) -> None:
        super().__init__("")


def _is_unusual(schema: marshmallow.Schema) -> bool:
    """Whether it has a way of loading that readers do not follow."""
    hooks = schema._hooks
    own = [*hooks[VALIDATES_SCHEMA], *hooks[POST_LOAD]]
    return bool(
        schema.many
        or schema.partial is not None
        or hooks[PRE_LOAD]
        or hooks[VALIDATES]
        or any(many or given.get("pass_original") for _, many, given in own)
        or any("." in (field.attribute or name) for name, field in schema.load_fields.items())
        or _overrides(type(schema), marshmallow.Schema, _OF_SCHEMAS)
    )


def _overrides(kind: type, base: type, steps: tuple[str, ...]) -> bool:
    return any(getattr(kind, step) is not getattr(base, step) for step in steps)


def _key(name: str, field: fields.Field[Any]) -> str:
    return name if field.data_key is None else field.data_key


def _hooks(schema: marshmallow.Schema, tag: str) -> list[Callable[..., Any]]:
    return [getattr(schema, name) for name, *_ in schema._hooks[tag]]


def _reader(field: fields.Field[Any]) -> Reader:
    if field.pre_load or field.post_load:
        return field.deserialize
    if type(field) is Many:
        return _list_reader(field)
    if type(field) is Part and not field.validators:
        return _part_reader(field)
    if _overrides(type(field), fields.Field, _OF_FIELDS):
        return field.deserialize
    return _value_reader(field)


def _value_reader(field: fields.Field[Any]) -> Reader:
    deserialize, validators = field._deserialize, field.validators

    def read(value: Any, key: str | None, payload: Any) -> Any:
        loaded = deserialize(value, key, payload)
        for validate in validators:
            validate(loaded)
        return loaded

    return read


def _part_reader(field: Part) -> Reader:
    # Late: a part may hold parts of its own kind.
    schema_reader = functools.cache(lambda: reader_of(field.schema))
    return lambda value, *_: schema_reader()(value)


def _list_reader(field: Many) -> Reader:
    read_item, validators = _reader(field.inner), field.validators

    def read(value: Any, *_: Any) -> list[Any]:
        if not isinstance(value, list):
            raise _Fault
        for validate in validators:  # of the length: before the cost of the items
            validate(value)
        if None in value:
            raise _Fault
        return [read_item(item, None, None) for item in value]

    return read
