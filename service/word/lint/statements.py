"""The statements of a part, read in their order: what they bind, make sure of and print."""

from __future__ import annotations

from functools import singledispatch

from jinja2 import nodes
from marshmallow import fields as marshmallow_fields

from service.word.lint import applied  # noqa: F401  its reading of filters joins value_of
from service.word.lint.expressions import decide, needed, value_of
from service.word.lint.guards import NOTHING, Keys, failed, held
from service.word.lint.scope import Scope, spelled
from service.word.lint.shapes import (
    Drawn,
    Field,
    Group,
    Items,
    Leaf,
    Loop,
    Pair,
    Value,
)

# What Python writes of values that nobody prints without a filter: example and filter.
_RAW: dict[type[Field], tuple[str, str]] = {
    marshmallow_fields.Date: ("2022-11-08", "short_date"),
    marshmallow_fields.DateTime: ("2022-11-08 14:00:00", "clock"),
    marshmallow_fields.Decimal: ("8.3", "figure"),
}


def read(body: list[nodes.Node], scope: Scope) -> None:
    """Read statements, each with the names that those before it have bound."""
    for node in body:
        read_one(node, scope)


@singledispatch
def read_one(node: nodes.Node, scope: Scope) -> None:
    """Read a statement; of one that is not known better, all that is inside it."""
    for inner in node.iter_child_nodes():
        value_of(inner, scope)


@read_one.register
def _output(node: nodes.Output, scope: Scope) -> None:
    for one in node.nodes:
        if not isinstance(one, nodes.TemplateData):
            _print(one, scope)


def _print(node: nodes.Node, scope: Scope) -> None:
    value = needed(node, scope)
    scope.show(value)
    shape, mark = value.shape, scope.witness.mark(node)
    if mark.opening != "{{":
        return
    if isinstance(shape, Drawn):
        if mark.level != "p":
            scope.witness.tell("paragraph_needed", node, name=shape.filter)
    elif isinstance(shape, Group | Items | Pair | Loop):
        scope.witness.tell("tag_not_text", node)
    elif mark.level and isinstance(shape, Leaf):
        scope.witness.tell("text_between", node)
    elif isinstance(shape, Leaf) and shape.field is not None:
        _require_wording(shape.field, node, scope)
    elif isinstance(node, nodes.Const) and str(node.value).partition(".")[0] in scope.names:
        scope.witness.tell("name_quoted", node, text=node.value)


def _require_wording(field: Field, node: nodes.Node, scope: Scope) -> None:
    if isinstance(field, marshmallow_fields.Boolean):
        scope.witness.tell("flag_printed", node, name=spelled(node))
    for kind, (shown, name) in _RAW.items():
        if isinstance(field, kind):
            scope.witness.tell("value_raw", node, shown=shown, name=spelled(node), filter=name)
            return


@read_one.register
def _if(node: nodes.If, scope: Scope) -> None:
    decide(node.test, scope)
    read(node.body, scope.given(held(node.test, scope.names)))
    below = scope.given(failed(node.test, scope.names))
    for branch in node.elif_:
        decide(branch.test, below)
        read(branch.body, below.given(held(branch.test, below.names)))
        below = below.given(failed(branch.test, below.names))
    read(node.else_, below)


@read_one.register
def _for(node: nodes.For, scope: Scope) -> None:
    values, inner = needed(node.iter, scope), scope.inner()
    item = values.shape.item if isinstance(values.shape, Items) else Value(fields=values.fields)
    _bind(node.target, item, inner)
    inner.names["loop"] = Value(Loop())
    # Whoever is inside has found an item.
    inner = inner.given(held(node.iter, scope.names) | _held_by_items(node.target, values, inner))
    if node.test is not None:
        decide(node.test, inner)
        inner = inner.given(held(node.test, inner.names))
    read(node.body, inner)
    read(node.else_, scope.inner())


def _held_by_items(target: nodes.Node, values: Value, scope: Scope) -> Keys:
    """The keys of what each item was chosen for."""
    if not isinstance(target, nodes.Name) or not isinstance(values.shape, Items):
        return NOTHING
    return frozenset(f"{scope.names[target.name].key}.{path}" for path in values.shape.holding)


@read_one.register
def _assign(node: nodes.Assign, scope: Scope) -> None:
    _bind(node.target, value_of(node.node, scope), scope)


@read_one.register
def _assign_block(node: nodes.AssignBlock, scope: Scope) -> None:
    read(node.body, scope.inner())
    _bind(node.target, Value(), scope)


@read_one.register
def _with(node: nodes.With, scope: Scope) -> None:
    values = [value_of(one, scope) for one in node.values]
    inner = scope.inner()
    for target, value in zip(node.targets, values, strict=True):
        _bind(target, value, inner)
    read(node.body, inner)


def _bind(target: nodes.Node, value: Value, scope: Scope) -> None:
    if isinstance(target, nodes.Name):
        scope.bind(target.name, value)
    elif isinstance(target, nodes.Tuple):
        for one, part in zip(target.items, _parts(value, len(target.items)), strict=True):
            _bind(one, part, scope)


def _parts(value: Value, count: int) -> list[Value]:
    if isinstance(value.shape, Pair) and count == 2:
        return [value.shape.grouper, value.shape.members]
    return [Value(fields=value.fields)] * count
