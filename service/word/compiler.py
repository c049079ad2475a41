"""From prepared source to code that runs: Jinja compiles, each printed value gets its printer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator

from service.word.filters import FILTERS
from service.word.guard import filtered
from service.word.pictures import draws
from service.word.printing import IS_CLEAN, Spot, capture, printer
from service.word.sandbox import LOOP, Sandbox
from service.word.survey import Survey

_PRINT, _PRINT_IN_RUN = "_print", "_print_in_run"
_JOINED = 'yield b"".join((', ",", "))"
# Values written at once, before the budget is asked.
_TOGETHER = 8
_ESCAPED_BRACES = re.compile(r"\{_[{%]|[}%]_\}")


@dataclass(frozen=True)
class Code:
    """A compiled source: what runs, its XML without tags, and the names it asks the data for.

    draws: whether it may take pictures into the package.
    """

    template: jinja2.Template
    survey: Survey
    names: frozenset[str]
    draws: bool


def compiled(name: str, source: str) -> Code:
    """The code of a part's source.

    Raises TemplateSyntaxError (Crossed, Torn among them), SecurityError, and what Python's own
    compiler raises for code that is nested too deep.
    """
    environment = _Environment()
    tree = environment.parse(source)
    _unescape_braces(tree)
    names, drawing = frozenset(_names(tree)), draws(tree)
    survey = Survey(tree)
    _print_through(environment, survey)
    tree.set_environment(environment)
    code = environment.compile(tree, name, name)
    return Code(jinja2.Template.from_code(environment, code, {}), survey, names, drawing)


def _unescape_braces(tree: nodes.Template) -> None:
    """docxtpl's way to write braces that open no tag: `{_{` in a template, never in a value."""
    for text in tree.find_all(nodes.TemplateData):
        text.data = _ESCAPED_BRACES.sub(lambda found: found[0].replace("_", ""), text.data)


def _print_through(environment: Sandbox, survey: Survey) -> None:
    """Send each printed value through the printer of its place."""
    names: dict[tuple[Spot, bool], str] = {}
    for printed in survey.printed:
        place = printed.spot, printed.captured
        kind = _PRINT_IN_RUN if place[0].is_run and not place[1] else _PRINT
        name = names.setdefault(place, f"{kind}_{len(names)}")
        value = printed.output.nodes[printed.index]
        printed.output.nodes[printed.index] = filtered(value, name)
    for (spot, captured), name in names.items():
        environment.filters[name] = capture if captured else printer(spot)


def _names(tree: nodes.Template) -> Iterator[str]:
    for name in tree.find_all(nodes.Name):
        yield name.name
    for attribute in tree.find_all(nodes.Getattr):
        yield attribute.attr
    for item in tree.find_all(nodes.Getitem):
        yield from _texts(item)
    for applied in tree.find_all(nodes.Filter):
        if applied.name not in FILTERS:
            yield from _texts(applied)


def _texts(node: nodes.Node) -> Iterator[str]:
    """The texts in an expression; an attribute may be named by one."""
    for text in node.find_all(nodes.Const):
        if isinstance(text.value, str):
            yield text.value


class _Generator(CodeGenerator):
    """Jinja's own code, but it writes UTF-8: ready text once encoded, values as printers return."""

    _capturing = False

    def visit_AssignBlock(self, node: nodes.AssignBlock, frame: Any) -> None:  # noqa: N802
        outer, self._capturing = self._capturing, True
        super().visit_AssignBlock(node, frame)
        self._capturing = outer

    def visit_Getattr(self, node: nodes.Getattr, frame: Any) -> None:  # noqa: N802
        """A key of a dict is looked up on the spot: the sandbox would do the same, by a call."""
        if not isinstance(node.node, nodes.Name):
            return super().visit_Getattr(node, frame)
        owner, name = frame.symbols.ref(node.node.name), node.attr
        if node.node.name == "loop" and name in LOOP:
            self.write(f"({owner}.{name} if type({owner}) is LoopContext else ")
        else:
            self.write(f"({owner}[{name!r}] if type({owner}) is dict and {name!r} in {owner} else ")
        super().visit_Getattr(node, frame)
        self.write(")")
        return None

    def visit_Output(self, node: nodes.Output, frame: Any) -> None:  # noqa: N802
        if self._capturing:
            super().visit_Output(node, frame)
            return
        for start in range(0, len(node.nodes), _TOGETHER):
            children = node.nodes[start : start + _TOGETHER]
            begin, between, end = ("yield (", "", ")") if len(children) == 1 else _JOINED
            self.writeline(begin, node)
            for child in children:
                self.newline(child)
                self._print(child, frame)
                self.write(between)
            self.write(end)

    def _print(self, child: nodes.Node, frame: Any) -> None:
        if isinstance(child, nodes.TemplateData):
            self.write(repr(child.data.encode()))
        elif isinstance(child, nodes.Filter) and child.name.startswith(_PRINT_IN_RUN):
            self._print_in_run(child, frame)
        else:
            self.visit(child, frame)

    def _print_in_run(self, printed: nodes.Filter, frame: Any) -> None:
        """The usual value, clean words, is written on the spot: a call would cost as much again."""
        self.write("(value.encode() if type(value := ")
        self.visit(printed.node, frame)  # type: ignore[arg-type]  # only in {% filter %} is it None
        self.write(f") is str and {IS_CLEAN} else {self.filters[printed.name]}(value))")


class _Environment(Sandbox):
    code_generator_class = _Generator
