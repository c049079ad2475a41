"""Loops that only count: what they ask of `loop` is read off two numbers, not off an object.

Nearly all loops ask no more than that: a number before each item, a full stop after the last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from service.word.guard import filtered

# The place of the item, from one, and how many are left with it; templates cannot say these names.
_INDEX, _LEFT = "_index", "_left"
# What is asked of `loop`: the number that tells, and whether the question is if it is one.
_COUNTED = {
    "first": (_INDEX, True),
    "index": (_INDEX, False),
    "last": (_LEFT, True),
    "revindex": (_LEFT, False),
}


class Counting(NodeTransformer):
    """Has each loop that asks for no more count its items."""

    def visit_Template(self, node: nodes.Template) -> nodes.Node:  # noqa: N802 - Jinja calls it so
        # Where `{% with loop = … %}` stands, Jinja finds out by the other uses which loop is meant.
        is_given = any(map(_is_given, node.find_all(nodes.Name)))
        return node if is_given else self.generic_visit(node)

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        asked = list(_asked(node.body))
        if asked and all(map(_is_counted, asked)) and node.test is None:
            values = node.iter.node  # type: ignore[attr-defined]  # the guard put _steps around
            node.iter = filtered(values, "_numbered")
            numbers = [nodes.Name(name, "store") for name in (_INDEX, _LEFT)]
            node.target = nodes.Tuple([node.target, *numbers], "store")
            node.body = [_Reading().visit(child) for child in node.body]
        return node


class _Reading(NodeTransformer):
    """Puts the numbers where a loop's body asks for them."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        node.iter = self.visit(node.iter)
        node.test = node.test and self.visit(node.test)
        node.else_ = [self.visit(child) for child in node.else_]
        return node

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:  # noqa: N802
        if not _is_loop(node.node):
            return self.generic_visit(node)
        name, is_one = _COUNTED[node.attr]
        number = nodes.Name(name, "load")
        one = nodes.Operand("eq", nodes.Const(1))
        return nodes.Compare(number, [one]) if is_one else number


def _asked(body: Iterable[nodes.Node]) -> Iterator[nodes.Node]:
    """Where a body says `loop`: with what it asks of it, if anything."""
    for node in body:
        if _is_loop(node) or (isinstance(node, nodes.Getattr) and _is_loop(node.node)):
            yield node
        elif isinstance(node, nodes.For):
            # In its body the word is the inner loop's.
            yield from _asked(filter(None, [node.iter, node.test, *node.else_]))
        else:
            yield from _asked(node.iter_child_nodes())


def _is_loop(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Name | nodes.NSRef) and node.name == "loop"


def _is_given(name: nodes.Name) -> bool:
    return name.name == "loop" and name.ctx != "load"


def _is_counted(asked: nodes.Node) -> bool:
    return isinstance(asked, nodes.Getattr) and asked.attr in _COUNTED
