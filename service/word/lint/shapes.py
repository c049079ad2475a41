"""What a value of a template is, as far as the schema tells: a text, a group, a list, or unknown.

Nothing is said against what is unknown: a false alarm costs more than a fault that shows later.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import marshmallow
from jinja2 import nodes
from marshmallow import fields as marshmallow_fields
from marshmallow import validate

from service.fields import Computed, Many, label_of

Field = marshmallow_fields.Field[Any]
# From the outermost field inwards; "[]" stands for the items of a list.
Path = tuple[str, ...]
ITEM = "[]"

_WORDS = (
    *(marshmallow_fields.String, marshmallow_fields.Number, marshmallow_fields.Boolean),
    *(marshmallow_fields.DateTime, marshmallow_fields.Date, marshmallow_fields.Time),
)


class Shape:
    """Of a value that nothing is known of."""


@dataclass(frozen=True)
class Leaf(Shape):
    """Words, a number or a day. field: None when a filter or a constant made it."""

    field: Field | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Drawn(Shape):
    """A paragraph that a filter draws."""

    filter: str


@dataclass(frozen=True)
class Group(Shape):
    """The fields of a schema."""

    schema: marshmallow.Schema = field(compare=False)
    path: Path

    @property
    def names(self) -> list[str]:
        return [_key(name, one) for name, one in self.schema.fields.items()]


@dataclass(frozen=True)
class Items(Shape):
    """A list.

    sure: how many items there are at least, None when nothing is known; holding: what is there in
    each item, because only items that have it were chosen.
    """

    item: Value
    sure: int | None = None
    holding: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Pair(Shape):
    """What `groupby` gives: the common value, and those that have it."""

    grouper: Value
    members: Value


@dataclass(frozen=True)
class Loop(Shape):
    """`loop` inside a loop."""


ANYTHING = Shape()


@dataclass(frozen=True)
class Value:
    """What an expression gives.

    optional: whether it may be None; absent: whether there may be none at all, as of the first
    item of an empty list; key: under which name a condition can make it sure, "" when under none;
    label: the field's; fields: those that are shown where the value is shown; lacking: the part of
    the expression that makes it optional or absent, None for the whole of it.
    """

    shape: Shape = ANYTHING
    optional: bool = False
    absent: bool = False
    key: str = ""
    label: str = ""
    fields: frozenset[Path] = frozenset()
    lacking: nodes.Node | None = field(default=None, compare=False)

    def named(self, key: str) -> Value:
        return replace(self, key=key)

    def sure(self) -> Value:
        return replace(self, optional=False, absent=False)


WORDS = Value(Leaf())


def root(schema: marshmallow.Schema) -> dict[str, Value]:
    """The names that a template may use, each with what it stands for."""
    return {name: value.named(name) for name, _, value in members(Group(schema, ()))}


def members(group: Group) -> Iterator[tuple[str, Field, Value]]:
    """What a group holds: name, field and value of each."""
    for name, one in group.schema.fields.items():
        key = _key(name, one)
        yield key, one, _value(one, (*group.path, key))


def attribute(group: Group, name: str) -> Value | None:
    """The value of a field of a group, None when there is no such field."""
    return next((value for key, _, value in members(group) if key == name), None)


def optional(one: Field) -> bool:
    """Whether a field may load as None or be left out. Lists load as empty ones."""
    if isinstance(one, Many) or one.metadata.get("filled"):
        return False
    return bool(one.allow_none or (not one.required and one.load_default is marshmallow.missing))


def _key(name: str, one: Field) -> str:
    return one.attribute or name


def _value(one: Field, path: Path) -> Value:
    label = label_of(one)
    if isinstance(one, Computed):
        made_of = ((*path[:-1], *source.split(".")) for source in one.of)
        return Value(label=label, fields=frozenset([path, *made_of]))
    shape = _shape(one, path)
    return Value(shape, optional(one), label=label, fields=frozenset([path]))


def _shape(one: Field, path: Path) -> Shape:
    if isinstance(one, marshmallow_fields.Nested):
        inner = Group(one.schema, (*path, ITEM) if one.many else path)
        return Items(Value(inner, fields=frozenset([inner.path]))) if one.many else inner
    if isinstance(one, marshmallow_fields.List):
        return Items(_value(one.inner, (*path, ITEM)).sure(), _least(one))
    return Leaf(one) if isinstance(one, _WORDS) else ANYTHING


def _least(one: Field) -> int:
    bounds = [bound for bound in one.validators if isinstance(bound, validate.Length)]
    return max((bound.min or 0 for bound in bounds), default=0)
