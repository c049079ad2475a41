"""Jinja's own code for a template, but it writes UTF-8, and as much at once as the budget allows.

Ready text is encoded once; values come as their printers return them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator

from service.word.printing import ARE_CLEAN

# How the filters are called that print; the second is for places where words stand.
PRINT, PRINT_WORDS = "_print", "_print_words"

# Texts and values written at once, before the budget is asked.
_TOGETHER = 16


class Generator(CodeGenerator):
    """Writes the Python of a template."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Any) -> None:  # noqa: N802
        """A key of a dict is looked up on the spot: the sandbox would do the same, by a call."""
        name = repr(node.attr)
        self.write(f"(owner[{name}] if type(owner := ")
        self.visit(node.node, frame)
        self.write(f") is dict and {name} in owner else environment.getattr(owner, {name}))")

    def blockvisit(self, body: Iterable[nodes.Node], frame: Any) -> None:
        super().blockvisit(body if _is_kept(frame) else _side_by_side(body), frame)

    def visit_Output(self, node: nodes.Output, frame: Any) -> None:  # noqa: N802
        if _is_kept(frame):
            super().visit_Output(node, frame)
            return
        for children in _portions(node.nodes):
            self.writeline("yield ", node)
            self._write(children, frame)

    def _write(self, children: Sequence[nodes.Node], frame: Any) -> None:
        """An expression for what these give, one after another."""
        one = len(children) == 1
        self.write("(" if one else 'b"".join((')
        for child in children:
            self.newline(child)
            self._print(child, frame)
            self.write("" if one else ",")
        self.write(")" if one else "))")

    def _print(self, child: nodes.Node, frame: Any) -> None:
        if isinstance(child, nodes.TemplateData):
            self.write(repr(child.data.encode()))
        elif isinstance(child, nodes.If):
            self._choose(child, frame)
        elif isinstance(child, nodes.Filter) and child.name.startswith(PRINT_WORDS):
            self._print_words(child, frame)
        else:
            self.visit(child, frame)

    def _choose(self, node: nodes.If, frame: Any) -> None:
        frame = frame.soft()
        for branch in (node, *node.elif_):
            # Python tells what fails in a condition at either line.
            self.newline(branch)
            self._write(_printed(branch.body), frame)
            self.newline(branch)
            self.write(" if ")
            self.visit(branch.test, frame)
            self.write(" else ")
        self._write(_printed(node.else_) or [nodes.TemplateData("")], frame)

    def _print_words(self, printed: nodes.Filter, frame: Any) -> None:
        """The usual value, clean words, is written on the spot: a call would cost as much again."""
        self.write("(value.encode() if type(value := ")
        self.visit(printed.node, frame)  # type: ignore[arg-type]  # only in {% filter %} is it None
        self.write(f") is str and {ARE_CLEAN} else ")
        self.write(f'b"%d" % value if type(value) is int else {self.filters[printed.name]}(value))')


def _is_kept(frame: Any) -> bool:
    """Whether what is printed goes into a `{% set %}` block."""
    return frame.buffer is not None


def _side_by_side(body: Iterable[nodes.Node]) -> Iterator[nodes.Node]:
    """The statements; texts, values and what conditions choose among them are printed by one."""
    printing: list[nodes.Node] = []
    for node in body:
        if _is_short(node):
            printing += _printed([node])
            continue
        if printing:
            yield nodes.Output(printing, lineno=printing[0].lineno)
            printing = []
        yield node
    if printing:
        yield nodes.Output(printing, lineno=printing[0].lineno)


def _printed(body: Iterable[nodes.Node]) -> list[nodes.Node]:
    """What is printed by statements that do no more."""
    return [
        child
        for node in body
        for child in (node.nodes if isinstance(node, nodes.Output) else [node])
    ]


def _is_short(node: nodes.Node) -> bool:
    """Whether a statement only prints, and if it chooses, no more than is written at once."""
    return isinstance(node, nodes.Output) or (
        isinstance(node, nodes.If) and _size(node) <= _TOGETHER
    )


def _size(node: nodes.Node) -> int:
    """How many texts and values a node may print; many when it does something else."""
    if isinstance(node, nodes.If):
        return 1 + sum(map(_size, [*node.body, *node.elif_, *node.else_]))
    if isinstance(node, nodes.Output):
        return len(node.nodes)
    return _TOGETHER + 1 if isinstance(node, nodes.Stmt) else 1


def _portions(children: Iterable[nodes.Node]) -> Iterator[list[nodes.Node]]:
    """The children in groups that are written at once."""
    portion: list[nodes.Node] = []
    left = _TOGETHER
    for child in children:
        left -= (size := _size(child))
        if left < 0 and portion:
            yield portion
            portion, left = [], _TOGETHER - size
        portion.append(child)
    if portion:
        yield portion
