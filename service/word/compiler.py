"""From prepared source to code that runs: Jinja compiles, each printed value gets its printer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import jinja2
from jinja2 import nodes

from service.word.counting import Counting
from service.word.filters import FILTERS
from service.word.generator import PRINT, PRINT_WORDS, Generator
from service.word.guard import filtered
from service.word.pictures import draws
from service.word.printing import Spot, capture, printer
from service.word.sandbox import Sandbox
from service.word.survey import Survey

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
    Counting().visit(tree)
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
        kind = PRINT_WORDS if printed.spot.is_words and not printed.captured else PRINT
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


class _Environment(Sandbox):
    code_generator_class = Generator
