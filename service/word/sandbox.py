"""Where template code runs: what a template may ask for is on a list, all else is refused.

Templates are other people's input (docxtpl's own environment runs code from a template).
"""

from __future__ import annotations

from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from service.word.filters import FILTERS

# Jinja's own filters and tests that only rearrange data.
_FILTERS = ("batch", "groupby", "join", "length", "list", "selectattr", "upper")
_TESTS = ("equalto",)

# Statements that reach other templates, define code or switch escaping off.
_FORBIDDEN = (
    nodes.CallBlock,
    nodes.Extends,
    nodes.FilterBlock,
    nodes.FromImport,
    nodes.Import,
    nodes.Include,
    nodes.Macro,
    nodes.ScopedEvalContextModifier,
)


class Sandbox(ImmutableSandboxedEnvironment):
    """Filters from a list, no globals, no calls, no operators that make much out of little."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, *, autoescape: bool = True) -> None:
        super().__init__(autoescape=autoescape, undefined=StrictUndefined)
        self.globals.clear()
        self.filters = FILTERS | {name: self.filters[name] for name in _FILTERS}
        self.tests = {name: self.tests[name] for name in _TESTS}

    def is_safe_callable(self, obj: Any) -> bool:
        """Nothing is."""
        return False

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Refuse what can grow without bound: strings multiplied, powers, % formats."""
        raise SecurityError(f"operator {operator}")

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for node in tree.find_all((*_FORBIDDEN, nodes.Name)):
            if not isinstance(node, nodes.Name) or node.name == "self":
                raise SecurityError(f"{type(node).__name__} in line {node.lineno}")
        return tree
