"""Where template code runs: what a template may ask for is on a list, all else is refused.

Templates are other people's input (docxtpl's own environment runs code from a template). Nothing
is listed as forbidden that could be spelt another way: attributes, filters, tests, globals and
calls are those named here, and a filling that runs on and on meets its budget (see limits).
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment, safe_range
from jinja2.utils import Namespace

from service.word import costs
from service.word.filters import FILTERS
from service.word.guard import Guard
from service.word.limits import LIMITS, Exhausted
from service.word.values import worded

# Jinja's own filters and tests that only rearrange data: those that take one look at their value,
# those that walk through it, and those that compare what is in it.
_LOOKING = (*("count", "d", "default", "first", "items", "last", "length"),)
_WALKING = (
    *(
        "abs",
        "capitalize",
        "float",
        "int",
        "list",
        "lower",
        "map",
        "reject",
        "rejectattr",
        "reverse",
        "select",
    ),
    *("selectattr", "title", "trim", "truncate", "upper", "wordcount"),
)
_COMPARING = ("dictsort", "groupby", "max", "min", "sort", "unique")
# Jinja's names for what needs bounds that only its own code can hold.
_BOUNDED = {
    "batch": costs.batch,
    "join": costs.join,
    "replace": costs.replace,
    "slice": costs.slices,
    "sum": costs.total,
}
# Every value is escaped where it is printed.
_WORDED = ("e", "escape", "string")
_TESTS = (
    *("==", "!=", "<", "<=", ">", ">=", "eq", "ne", "lt", "le", "gt", "ge", "equalto", "in"),
    *("boolean", "defined", "divisibleby", "even", "false", "float", "integer", "iterable"),
    *("lower", "mapping", "none", "number", "odd", "sameas", "sequence", "string", "true"),
    *("undefined", "upper"),
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

_LARGEST = 10**15


def joined(pieces: Iterable[str]) -> str:
    """What a `{% set %}` block, or docxtpl, has caught, as one text."""
    caught = list(pieces)
    if sum(map(len, caught)) > LIMITS.bytes:
        raise Exhausted("length")
    return "".join(caught)


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja with lists of what is allowed."""

    concat = staticmethod(joined)
    intercepted_binops = frozenset({"*", "**", "%", "-"})

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.globals = dict(GLOBALS)
        known = self.filters
        self.filters = {name: known[name] for name in _LOOKING}
        walking = {name: known[name] for name in _WALKING} | _BOUNDED
        self.filters |= {name: costs.charged(function) for name, function in walking.items()}
        self.filters |= {name: costs.charged(known[name], costs.compared) for name in _COMPARING}
        self.filters["map"] = costs.charged(known["map"], costs.mapped)
        self.filters |= dict.fromkeys(_WORDED, worded) | {"round": costs.rounded} | FILTERS
        self.filters |= {
            "_steps": costs.steps,
            "_numbered": costs.numbered,
            "_made": costs.made,
            "_weighed": costs.weighed,
        }
        self.filters |= {"_worded": worded}
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
        if not _is_key(argument):
            # Jinja would quote it, whole, to say that it is missing.
            raise SecurityError("[…]")
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
        guarded = Guard().visit(super()._parse(source, name, filename))
        guarded.set_environment(self)
        return guarded  # type: ignore[no-any-return]


def _is_key(value: Any) -> bool:
    return isinstance(value, str | int)


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
