"""Where template code runs: what a template may ask for is on a list, all else is refused.

Templates are other people's input (docxtpl's own environment runs code from a template). Nothing
is listed as forbidden that could be spelt another way: attributes, filters, tests, globals and
calls are those named here, and a filling that runs on and on meets its budget (see limits).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from jinja2 import StrictUndefined, nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.filters import do_batch
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment, safe_range
from jinja2.utils import Namespace
from jinja2.visitor import NodeTransformer

from service.word.filters import FILTERS
from service.word.limits import RENDERING, bounded
from service.word.values import worded

# Jinja's own filters and tests that only rearrange data.
_FILTERS = (
    *("capitalize", "default", "dictsort", "first", "groupby", "int", "items", "last", "length"),
    *("list", "lower", "map", "max", "min", "reject", "rejectattr", "reverse", "select"),
    *("selectattr", "sort", "sum", "title", "trim", "unique", "upper"),
)
_TESTS = (
    *("==", "!=", "<", "<=", ">", ">=", "eq", "ne", "lt", "le", "gt", "ge", "equalto", "in"),
    *("boolean", "defined", "divisibleby", "even", "false", "iterable", "mapping", "none"),
    *("number", "odd", "sequence", "string", "true", "undefined"),
)
# The functions that templates may call.
GLOBALS: dict[str, Any] = {"namespace": Namespace, "range": safe_range}
# What a loop tells of itself.
LOOP = frozenset(
    [
        *("changed", "cycle", "depth", "depth0", "first", "index", "index0", "last", "length"),
        *("nextitem", "previtem", "revindex", "revindex0"),
    ]
)
_GROUP = frozenset(("grouper", "list"))
OF_DICTS = frozenset(("get", "items", "keys", "values"))

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
_MOST_COLUMNS = 1000
_LARGEST = 10**15
_DUNDER = re.compile(r"__\w+__")


def batch(values: Iterable[Any], columns: int, fill: Any = None) -> Iterable[list[Any]]:
    """The values in rows of so many columns; the last row is filled up with `fill`."""
    if not 0 < columns <= _MOST_COLUMNS:
        raise SecurityError("batch")
    return do_batch(list(values), columns, fill)


@pass_context
def join(context: Context, values: Iterable[Any], between: str = "", attribute: Any = None) -> str:
    """The values, or an attribute of each, as one text."""
    if attribute is not None:
        values = (context.environment.getitem(value, attribute) for value in values)
    words = [worded(value) for value in values]
    bounded(range(sum(map(len, words)) + len(words) * len(between)))
    return between.join(words)


@pass_context
def _steps(context: Context, values: Iterable[Any]) -> Iterable[Any]:
    """The values of a loop, taken from the budget of this filling."""
    counted: Iterable[Any] = context.parent[RENDERING].budget.loop(values)
    return counted


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja with lists of what is allowed."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.globals = dict(GLOBALS)
        self.filters = FILTERS | {name: self.filters[name] for name in _FILTERS}
        self.filters |= {"batch": batch, "join": join, "_steps": _steps}
        self.filters |= {"_bounded": bounded, "_worded": worded}
        self.tests = {name: self.tests[name] for name in _TESTS}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The value of a key; of a loop, a group or a namespace what is on its list."""
        kind = type(obj)
        if kind is dict and attribute in obj:
            return obj[attribute]
        if kind is LoopContext and attribute in LOOP:
            return getattr(obj, attribute)
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """An item of a dict, list or text, never an attribute of another name."""
        if type(obj) is dict and type(argument) is str and argument in obj:
            return obj[argument]
        if isinstance(argument, str) and _may_read(obj, argument):
            return getattr(obj, argument)
        try:
            if isinstance(obj, dict | list | tuple | str):
                return obj[argument]
        except (LookupError, TypeError):
            pass
        return self.undefined(obj=obj, name=argument)

    def is_safe_callable(self, obj: Any) -> bool:
        """`range`, `namespace`, what loops and dicts offer: nothing else can be called."""
        owner, name = getattr(obj, "__self__", None), getattr(obj, "__name__", "")
        return (
            any(obj is known for known in GLOBALS.values())
            or (isinstance(owner, LoopContext) and name in LOOP)
            or (type(owner) is dict and name in OF_DICTS)
        )

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Multiply and divide numbers; refuse what can grow without bound."""
        if operator == "**" or not (_is_modest(left) and _is_modest(right)):
            raise SecurityError(f"operator {operator}")
        return super().call_binop(context, operator, left, right)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        guarded = _Guard().visit(super()._parse(source, name, filename))
        guarded.set_environment(self)
        return guarded  # type: ignore[no-any-return]


def _may_read(obj: Any, name: str) -> bool:
    if isinstance(obj, LoopContext):
        return name in LOOP
    if isinstance(obj, Namespace):
        return not name.startswith("_")
    if isinstance(obj, dict):
        return name in OF_DICTS and name not in obj
    return isinstance(obj, tuple) and name in _GROUP and hasattr(obj, "_fields")


def _is_modest(value: Any) -> bool:
    return isinstance(value, int | float | Decimal) and -_LARGEST < value < _LARGEST


class _Guard(NodeTransformer):
    """Refuses what no template needs, and puts loops and growing values under their bounds."""

    def visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> Any:
        if found := refused(node):
            raise Unsafe(found, node.lineno)
        return super().visit(node, *args, **kwargs)

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 - Jinja calls it by class
        self.generic_visit(node)
        node.iter = filtered(node.iter, "_steps")
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.nodes = [filtered(part, "_worded") for part in node.nodes]
        return filtered(node, "_bounded")

    def visit_Add(self, node: nodes.Add) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return filtered(node, "_bounded")


class Unsafe(SecurityError):
    """A construct that is on no list; `lineno` as Jinja's own errors have it."""

    def __init__(self, construct: str, lineno: int) -> None:
        super().__init__(construct)
        self.lineno = lineno


def filtered(node: nodes.Node, name: str) -> nodes.Filter:
    """The node, its value sent through a filter."""
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)


def _names(node: nodes.Node) -> Iterator[str]:
    for field in ("name", "attr", "key"):
        if isinstance(name := getattr(node, field, None), str):
            yield name
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield from _DUNDER.findall(node.value)


def _is_hidden(name: str) -> bool:
    return name == "self" or (name.startswith("_") and name != "_")


def refused(node: nodes.Node) -> str | None:
    """What of a node, without those inside it, no template needs; None when it is allowed."""
    if isinstance(node, nodes.For) and node.recursive:
        return "recursive"
    if isinstance(node, _FORBIDDEN):
        return type(node).__name__
    return next(filter(_is_hidden, _names(node)), None)
