"""What a condition makes sure of: which values are there when it holds, and when it does not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import nodes

from service.word.lint.shapes import Value

Names = Mapping[str, Value]
Keys = frozenset[str]
_Rule = Callable[[Any, Names], Keys]

NOTHING: Keys = frozenset()

# Tests that hold of no None.
_OF_VALUES = ("string", "number", "mapping", "iterable", "sequence", "boolean", "true")
# Filters that fail on None, or leave a value empty or not as it was.
_ORDERS = ("gt", "gteq", "lt", "lteq")
_KEEPING = ("length", "list", "trim", "first", "last")


def key_of(node: nodes.Node, names: Names) -> str:
    """The key of a name, of what is inside a named value, and of its nth item; "" of all else."""
    if isinstance(node, nodes.Name):
        return names[node.name].key if node.name in names else ""
    if isinstance(node, nodes.Getattr | nodes.Getitem) and (outer := key_of(node.node, names)):
        return f"{outer}{_step(node)}" if _step(node) else ""
    return ""


def _step(node: nodes.Getattr | nodes.Getitem) -> str:
    if isinstance(node, nodes.Getattr):
        return f".{node.attr}"
    index = node.arg.value if isinstance(node.arg, nodes.Const) else None
    return f".{index}" if isinstance(index, str | int) else ""


def defined(key: str) -> str:
    """What stands for a key of which it is only sure that it is not missing: it may be None."""
    return f"?{key}"


def counted(key: str) -> str:
    """What stands for a list whose length a condition has asked for."""
    return f"{key}|length"


def held(test: nodes.Node, names: Names) -> Keys:
    """The keys of what is there when a condition holds."""
    rule = _HELD.get(type(test))
    return rule(test, names) if rule else _there(test, names)


def failed(test: nodes.Node, names: Names) -> Keys:
    """The keys of what is there when a condition does not hold."""
    rule = _FAILED.get(type(test))
    return rule(test, names) if rule else NOTHING


def _there(node: nodes.Node, names: Names) -> Keys:
    """A value and all that it lies in; of a list that is counted, that it was counted."""
    found, is_counted = set(), False
    while isinstance(node, nodes.Filter) and node.name in _KEEPING and node.node:
        is_counted = is_counted or node.name == "length"
        node = node.node
    if is_counted and (key := key_of(node, names)):
        found.add(counted(key))
    while isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem):
        found.add(key_of(node, names))
        node = node.node if not isinstance(node, nodes.Name) else nodes.Const(None)
    return frozenset(found - {""})


def _held_test(test: nodes.Test, names: Names) -> Keys:
    found = _there(test.node, names)
    if test.name == "defined":
        return frozenset(map(defined, found))
    return found if test.name in _OF_VALUES else NOTHING


def _failed_test(test: nodes.Test, names: Names) -> Keys:
    return _there(test.node, names) if test.name in ("none", "undefined") else NOTHING


def _held_compare(test: nodes.Compare, names: Names) -> Keys:
    """`x == 'a'`, `x != none`, `x > 1`; of `x != 'a'` nothing follows."""
    operator, other = _compared(test)
    if operator in _ORDERS:
        return _there(test.expr, names) | _there(other, names)
    if operator == ("ne" if _is_none(other) else "eq") and isinstance(other, nodes.Const):
        return _there(test.expr, names)
    return NOTHING


def _failed_compare(test: nodes.Compare, names: Names) -> Keys:
    """`x == none` and `x != 'a'`."""
    operator, other = _compared(test)
    if operator == ("eq" if _is_none(other) else "ne") and isinstance(other, nodes.Const):
        return _there(test.expr, names)
    return NOTHING


def _compared(test: nodes.Compare) -> tuple[str, nodes.Node]:
    """The operator and what stands right of it; "" of a chain of comparisons."""
    first, *more = test.ops
    return ("" if more else first.op), first.expr


def _is_none(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Const) and node.value is None


_HELD: dict[type[nodes.Node], _Rule] = {
    nodes.And: lambda test, names: held(test.left, names) | held(test.right, names),
    nodes.Or: lambda test, names: held(test.left, names) & held(test.right, names),
    nodes.Not: lambda test, names: failed(test.node, names),
    nodes.Test: _held_test,
    nodes.Compare: _held_compare,
}
_FAILED: dict[type[nodes.Node], _Rule] = {
    nodes.And: lambda test, names: failed(test.left, names) & failed(test.right, names),
    nodes.Or: lambda test, names: failed(test.left, names) | failed(test.right, names),
    nodes.Not: lambda test, names: held(test.node, names),
    nodes.Test: _failed_test,
    nodes.Compare: _failed_compare,
}
