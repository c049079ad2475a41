"""What the expressions of a template give, and what is wrong with what they ask for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import singledispatch

from jinja2 import nodes

from service.word.lint.guards import counted, failed, held
from service.word.lint.scope import Scope, nearest
from service.word.lint.shapes import (
    ANYTHING,
    WORDS,
    Group,
    Items,
    Leaf,
    Loop,
    Pair,
    Value,
    attribute,
)
from service.word.lint.unsafe import TESTS
from service.word.sandbox import LOOP, OF_DICTS

_OF_NUMBERS = ("divisibleby", "even", "odd", "lt", "le", "gt", "ge", "<", "<=", ">", ">=", "in")
_ORDERS = ("gt", "gteq", "lt", "lteq")


@singledispatch
def value_of(node: nodes.Node, scope: Scope) -> Value:
    """The value of an expression; of what is not known better, all that is inside it is shown."""
    for inner in node.iter_child_nodes():
        scope.show(value_of(inner, scope))
    return Value()


def needed(node: nodes.Node, scope: Scope) -> Value:
    """The value of an expression that must not be None."""
    value = value_of(node, scope)
    scope.require(value, node)
    return value


def shown(node: nodes.Node, scope: Scope) -> Value:
    """The value of an expression whose words go into what is printed."""
    value = needed(node, scope)
    scope.show(value)
    return value


def inside(value: Value, name: str, node: nodes.Node, scope: Scope) -> Value:
    """What a value holds under a name; a name that it does not hold is told."""
    shape = value.shape
    if isinstance(shape, Group):
        found = attribute(shape, name)
        return found or _of_group(value, shape, name, node, scope)
    if isinstance(shape, Pair) and name in ("grouper", "list"):
        return shape.grouper if name == "grouper" else shape.members
    if isinstance(shape, Loop):
        return _of_loop(name, node, scope)
    if isinstance(shape, Items | Leaf | Pair):
        _tell_nothing_inside(value, name, node, scope)
    return Value(fields=value.fields)


def _of_group(value: Value, group: Group, name: str, node: nodes.Node, scope: Scope) -> Value:
    if name not in OF_DICTS:
        where = f" trong “{value.label}”" if value.label else ""
        scope.tell_unknown(node, name, group.names, where)
    return Value(fields=value.fields)


def _of_loop(name: str, node: nodes.Node, scope: Scope) -> Value:
    if name not in LOOP:
        scope.tell_unknown(node, name, sorted(LOOP), " của loop")
    return Value(ANYTHING if name in ("previtem", "nextitem", "cycle", "changed") else Leaf())


def _tell_nothing_inside(value: Value, name: str, node: nodes.Node, scope: Scope) -> None:
    is_list = isinstance(value.shape, Items)
    hint = " Đây là danh sách: hãy lấy từng mục bằng {% for … in … %}." if is_list else ""
    where = f" trong “{value.label}”" if value.label else ""
    scope.witness.tell("name_unknown", node, name=name, where=where, hint=hint)


def joined(first: Value, second: Value) -> Value:
    """A value that is one of two."""
    shape = first.shape if type(first.shape) is type(second.shape) else ANYTHING
    return Value(shape, label=first.label, fields=first.fields | second.fields)


@value_of.register
def _name(node: nodes.Name, scope: Scope) -> Value:
    found = scope.names.get(node.name)
    if found is None:
        where = " (loop chỉ có giữa for và endfor)" if node.name == "loop" else ""
        scope.tell_unknown(node, node.name, scope.names, where)
    return found or Value()


@value_of.register
def _getattr(node: nodes.Getattr, scope: Scope) -> Value:
    outer = needed(node.node, scope)
    return inside(outer, node.attr, node, scope).named(scope.key(node))


@value_of.register
def _getitem(node: nodes.Getitem, scope: Scope) -> Value:
    outer, argument = needed(node.node, scope), node.arg
    if isinstance(argument, nodes.Const) and isinstance(argument.value, str):
        return inside(outer, argument.value, node, scope).named(scope.key(node))
    scope.show(value_of(argument, scope))
    if isinstance(outer.shape, Items):
        return _item(node, outer, outer.shape, scope)
    return Value(fields=outer.fields)


def _item(node: nodes.Getitem, outer: Value, items: Items, scope: Scope) -> Value:
    if isinstance(node.arg, nodes.Slice):
        return replace(outer, shape=Items(items.item), key="")
    item = items.item.named(scope.key(node))
    index = node.arg.value if isinstance(node.arg, nodes.Const) else None
    if items.sure is None or not isinstance(index, int):
        return item
    place = index if index >= 0 else -index - 1
    asked = {counted(outer.key), *([] if place else [outer.key])}
    if place < items.sure or asked & scope.facts:
        return item.sure() if place < items.sure else item
    return replace(item, absent=not item.optional)


@value_of.register
def _const(node: nodes.Const, _: Scope) -> Value:
    return Value() if node.value is None else WORDS


@value_of.register(nodes.List)
@value_of.register(nodes.Tuple)
def _sequence(node: nodes.List | nodes.Tuple, scope: Scope) -> Value:
    values = [value_of(item, scope) for item in node.items]
    if not values:
        return Value(Items(Value(), 0))
    item = values[0]
    for value in values[1:]:
        item = joined(item, value)
    may_lack = any(map(scope.lacks, values))
    return Value(Items(replace(item, optional=may_lack, key=""), len(values)), fields=item.fields)


@value_of.register
def _conditional(node: nodes.CondExpr, scope: Scope) -> Value:
    decide(node.test, scope)
    first = _result(node.expr1, scope.given(held(node.test, scope.names)))
    if node.expr2 is None:
        scope.witness.tell("else_missing", node)
        return first
    second = _result(node.expr2, scope.given(failed(node.test, scope.names)))
    return _either(first, second)


def decide(node: nodes.Node, scope: Scope) -> None:
    """Read a condition."""
    _decided(node, scope)


def _decided(node: nodes.Node, scope: Scope) -> Value:
    """The value of what is asked for: it may be None, but there must be one."""
    value = _result(node, scope)
    if value.absent:
        scope.require(value, node)
    return value.sure() if value.absent else value


def _result(node: nodes.Node, scope: Scope) -> Value:
    """The value of an expression, optional when it may be None at its own place."""
    value = value_of(node, scope)
    scope.mention(value)
    misses = scope.misses(value)
    lacks = scope.lacks(value) and not misses
    return replace(value, optional=lacks, absent=misses, lacking=value.lacking or node)


def _either(first: Value, second: Value) -> Value:
    """A value that is one of two, lacking when either is."""
    lacks, other = (first, second) if first.optional or first.absent else (second, first)
    return replace(
        joined(lacks, other),
        optional=first.optional or second.optional,
        absent=first.absent or second.absent,
        lacking=lacks.lacking,
    )


@value_of.register
def _or(node: nodes.Or, scope: Scope) -> Value:
    first = _decided(node.left, scope)
    second = _result(node.right, scope.given(failed(node.left, scope.names)))
    return _either(second, first.sure())


@value_of.register
def _and(node: nodes.And, scope: Scope) -> Value:
    first = _decided(node.left, scope)
    second = _result(node.right, scope.given(held(node.left, scope.names)))
    return _either(first, second)


@value_of.register
def _not(node: nodes.Not, scope: Scope) -> Value:
    decide(node.node, scope)
    return WORDS


@value_of.register
def _compare(node: nodes.Compare, scope: Scope) -> Value:
    left, value = node.expr, value_of(node.expr, scope)
    scope.mention(value)
    for operand in node.ops:
        if operand.op in _ORDERS:
            scope.require(value, left)
        left, value = operand.expr, value_of(operand.expr, scope)
        scope.mention(value)
        if operand.op in (*_ORDERS, "in", "notin"):
            scope.require(value, left)
    return WORDS


@value_of.register
def _test(node: nodes.Test, scope: Scope) -> Value:
    if node.name not in TESTS:
        hint = nearest(node.name, list(TESTS))
        scope.witness.tell("test_unknown", node, name=node.name, hint=hint)
    value = value_of(node.node, scope)
    scope.mention(value)
    if node.name in _OF_NUMBERS:
        scope.require(value, node.node)
    _read_all(node.args, scope)
    return WORDS


@value_of.register
def _concat(node: nodes.Concat, scope: Scope) -> Value:
    _read_all(node.nodes, scope)
    return WORDS


@value_of.register
def _binary(node: nodes.BinExpr, scope: Scope) -> Value:
    left, right = needed(node.left, scope), needed(node.right, scope)
    if isinstance(left.shape, Items) and isinstance(right.shape, Items):
        return joined(left, right)
    scope.show(left)
    scope.show(right)
    return WORDS


@value_of.register
def _unary(node: nodes.UnaryExpr, scope: Scope) -> Value:
    shown(node.node, scope)
    return WORDS


@value_of.register
def _call(node: nodes.Call, scope: Scope) -> Value:
    target = value_of(node.node, scope)
    _read_all([*node.args, *(one.value for one in node.kwargs)], scope)
    return Value(fields=target.fields)


def _read_all(found: Sequence[nodes.Node], scope: Scope) -> None:
    for node in found:
        shown(node, scope)
