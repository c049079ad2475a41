"""Loops that only count: what they ask of `loop` is read off two numbers, not off an object.

Nearly all loops ask no more than their place in the list, of which they have to make an end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from service.word.guard import filtered

# The place of the item, from one, and how many are left with it; templates cannot say these names.
_INDEX, _LEFT = nodes.Name("_index", "load"), nodes.Name("_left", "load")
_TARGETS = [nodes.Name("_index", "store"), nodes.Name("_left", "store")]
_ONE = [nodes.Operand("eq", nodes.Const(1))]

# What the two tell, by the names that it has of `loop`.
_COUNTED = {
    "first": nodes.Compare(_INDEX, _ONE),
    "index": _INDEX,
    "last": nodes.Compare(_LEFT, _ONE),
    "revindex": _LEFT,
}


class Counting(NodeTransformer):
    """Has each loop that asks for no more count its items."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 - Jinja calls it by class
        self.generic_visit(node)
        asked = list(_asked(node.body))
        if asked and all(map(_is_counted, asked)) and node.test is None:
            node.iter = filtered(node.iter.node, "_numbered")  # type: ignore[attr-defined]  # instead of _steps
            node.target = nodes.Tuple([node.target, *_TARGETS], "store")
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
        return _COUNTED[node.attr] if _is_loop(node.node) else self.generic_visit(node)


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


def _is_counted(asked: nodes.Node) -> bool:
    return isinstance(asked, nodes.Getattr) and asked.attr in _COUNTED
