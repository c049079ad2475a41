"""What a template's code may hold, read off its tree before it runs; and what it is held to.

What is on no list is refused here. Wherever code could take long or make much in one step, the
tree gets a filter of `costs` around it, which draws on the budget of the filling.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.visitor import NodeTransformer

from service.word.filters import FILTERS

# Statements that reach other templates, define code or switch escaping off.
_FORBIDDEN = (
    nodes.Block,
    nodes.CallBlock,
    nodes.Extends,
    nodes.FilterBlock,
    nodes.FromImport,
    nodes.Import,
    nodes.Include,
    nodes.Macro,
    nodes.ScopedEvalContextModifier,
)
# Tests that walk through their value, whatever they are asked.
_WALKING = ("lower", "upper")
_DUNDER = re.compile(r"__\w+__")


class Unsafe(SecurityError):
    """A construct that is on no list; `lineno` as Jinja's own errors have it."""

    def __init__(self, construct: str, lineno: int) -> None:
        super().__init__(construct)
        self.lineno = lineno


class Guard(NodeTransformer):
    """Refuses what no template needs, and puts under their bounds what takes time and memory."""

    def visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> Any:
        if found := refused(node):
            raise Unsafe(found, node.lineno)
        return super().visit(node, *args, **kwargs)

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 - Jinja calls it by class
        self.generic_visit(node)
        node.iter = filtered(node.iter, "_steps")
        return node

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        # What is printed at once is counted as output.
        node.nodes = [_unmade(child) for child in node.nodes]
        return node

    def visit_Filter(self, node: nodes.Filter) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return filtered(node, "_made") if node.name in FILTERS else node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.nodes = [filtered(part, "_worded") for part in node.nodes]
        return filtered(node, "_made")

    def visit_Add(self, node: nodes.Add) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return filtered(node, "_made")

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return filtered(node, "_made") if isinstance(node.arg, nodes.Slice) else node

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.filter = filtered(node.filter, "_made")
        return node

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.args = [_weighed(arg) for arg in node.args]
        return node

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        sides = [node.expr, *(operand.expr for operand in node.ops)]
        searched = any(operand.op in ("in", "notin") for operand in node.ops)
        if searched or sum(not _is_plain(side) for side in sides) > 1:
            node.expr = _weighed(node.expr)
            for operand in node.ops:
                operand.expr = _weighed(operand.expr)
        return node

    def visit_Test(self, node: nodes.Test) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        if node.name in _WALKING or not all(map(_is_plain, node.args)):
            node.node, node.args = _weighed(node.node), [_weighed(arg) for arg in node.args]
        return node

    def visit_List(self, node: nodes.List) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _weighed(node)

    def visit_Dict(self, node: nodes.Dict) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _weighed(node)

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _weighed(node) if node.ctx == "load" else node


def filtered(node: nodes.Node | None, name: str) -> nodes.Filter:
    """The node, its value sent through a filter; None is what a `{% set %}` block has caught."""
    lineno = node.lineno if node is not None else None
    return nodes.Filter(node, name, [], [], None, None, lineno=lineno)


def _unmade(node: nodes.Expr) -> nodes.Expr:
    if isinstance(node, nodes.Filter) and node.name == "_made":
        return node.node if isinstance(node.node, nodes.Filter) else node
    return node


def refused(node: nodes.Node) -> str | None:
    """What of a node, without those inside it, no template needs; None when it is allowed."""
    if isinstance(node, nodes.For) and node.recursive:
        return "recursive"
    if isinstance(node, _FORBIDDEN):
        return type(node).__name__
    if isinstance(node, nodes.Const) and _is_endless(node.value):
        return str(node.value)
    return next(filter(_is_hidden, _names(node)), None)


def _weighed(node: nodes.Expr) -> nodes.Expr:
    """The node, its value weighed when it is not written out in the template."""
    return node if _is_plain(node) else filtered(node, "_weighed")


def _is_plain(node: nodes.Expr) -> bool:
    """Whether the value is what stands there: words, numbers, lists of them."""
    if isinstance(node, nodes.List | nodes.Tuple):
        return all(map(_is_plain, node.items))
    return isinstance(node, nodes.Const)


def _is_endless(value: object) -> bool:
    return isinstance(value, float) and not math.isfinite(value)


def _names(node: nodes.Node) -> Iterator[str]:
    for field in ("name", "attr", "key"):
        if isinstance(name := getattr(node, field, None), str):
            yield name
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield from _DUNDER.findall(node.value)


def _is_hidden(name: str) -> bool:
    return name == "self" or (name.startswith("_") and name != "_")
