"""What filters make of values: whether they take them, and what comes out."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from jinja2 import nodes
from markupsafe import Markup

from service.word.filters import FILTERS as OURS
from service.word.lint.expressions import inside, joined, shown, value_of
from service.word.lint.kinds import mismatch, takes_none
from service.word.lint.scope import Scope, nearest, spelled
from service.word.lint.shapes import WORDS, Drawn, Items, Leaf, Pair, Value
from service.word.lint.unsafe import FILTERS, TESTS

_TAKING_NONE = ("default", "int")
# Tests of `selectattr`, None for none, that choose no item whose attribute is empty.
_OF_WHAT_IS_THERE = (None, "==", "eq", "equalto", "in", "number", "string", "true")


@value_of.register
def filtered(node: nodes.Filter, scope: Scope) -> Value:
    """The value of a filter; what it cannot take is told."""
    if node.node is None or node.name not in FILTERS:
        return _unknown(node, scope)
    _require_arguments(node, scope)
    if node.name in OURS:
        return _of_ours(node, scope)
    value = value_of(node.node, scope)
    if node.name not in _TAKING_NONE:
        scope.require(value, node.node)
    return _MAKERS.get(node.name, _anything)(_Use(node, value, scope))


def _unknown(node: nodes.Filter, scope: Scope) -> Value:
    hint = nearest(node.name, sorted(FILTERS))
    scope.witness.tell("filter_unknown", node, name=node.name, hint=hint)
    for inner in node.iter_child_nodes():
        scope.show(value_of(inner, scope))
    return Value()


def _of_ours(node: nodes.Filter, scope: Scope) -> Value:
    """What is made of the value and of all the arguments."""
    parameters = _parameters(node.name)
    for place, argument in enumerate([node.node, *node.args]):
        _take(node, argument, parameters[place : place + 1], scope)
    for keyword in node.kwargs:
        _take(node, keyword.value, [one for one in parameters if one.name == keyword.key], scope)
    if _draws(node.name):
        return Value(Drawn(node.name))
    return WORDS if _signature(node.name).return_annotation is str else Value()


def _take(
    node: nodes.Filter,
    argument: nodes.Node | None,
    parameter: list[inspect.Parameter],
    scope: Scope,
) -> None:
    if argument is not None:
        value = value_of(argument, scope)
        # What is drawn takes words for their length: it does not show them.
        if not _draws(node.name):
            scope.show(value)
        if not all(map(takes_none, parameter)):
            scope.require(value, argument)
        for found in filter(None, (mismatch(one, value.shape) for one in parameter)):
            values = {"name": node.name, "value": spelled(argument)}
            scope.witness.tell("filter_mismatch", node, wanted=found[0], given=found[1], **values)


def _draws(name: str) -> bool:
    return _signature(name).return_annotation is Markup


@functools.cache
def _signature(name: str) -> inspect.Signature:
    return inspect.signature(FILTERS[name], eval_str=name in OURS)


def _parameters(name: str) -> list[inspect.Parameter]:
    """Of a filter as templates see it: without what Jinja passes itself."""
    found = list(_signature(name).parameters.values())
    return found[1:] if hasattr(inspect.unwrap(FILTERS[name]), "jinja_pass_arg") else found


def _require_arguments(node: nodes.Filter, scope: Scope) -> None:
    if node.dyn_args or node.dyn_kwargs:
        return
    parameters = _parameters(node.name)
    keywords: dict[str, Any] = {str(one.key): None for one in node.kwargs}
    try:
        inspect.Signature(parameters).bind(None, *node.args, **keywords)
    except TypeError:
        usage = f"{spelled(node)}|{node.name}{_usage(parameters[1:])}"
        scope.witness.tell("filter_arguments", node, name=node.name, usage=usage)


def _usage(parameters: list[inspect.Parameter]) -> str:
    names = [one.name for one in parameters if one.kind is one.POSITIONAL_OR_KEYWORD]
    return f"({', '.join(names)})" if names else ""


@dataclass(frozen=True)
class _Use:
    """A filter of Jinja's applied to a value."""

    node: nodes.Filter
    value: Value
    scope: Scope

    @property
    def item(self) -> Value:
        """What each item of the value is."""
        shape = self.value.shape
        return shape.item if isinstance(shape, Items) else Value(fields=self.value.fields)

    @property
    def sure(self) -> int | None:
        """How many items there are at least, None when that is not known."""
        return self.value.shape.sure if isinstance(self.value.shape, Items) else None

    @property
    def holding(self) -> frozenset[str]:
        """What is there in every item."""
        shape = self.value.shape
        return shape.holding if isinstance(shape, Items) else frozenset()

    def argument(self, place: int | None, name: str = "attribute") -> Any:
        """A constant argument by its place or name, None when there is none."""
        named = {str(one.key): one.value for one in self.node.kwargs}
        is_placed = place is not None and place < len(self.node.args)
        found = self.node.args[place or 0] if is_placed else named.get(name)
        return found.value if isinstance(found, nodes.Const) else None

    def of_item(self, path: Any) -> Value:
        """What each item has at a path, such as `period.start`; the item itself for None."""
        item = self.item
        if path is None or not isinstance(path, str):
            return item if path is None else Value(fields=item.fields)
        for name in path.split("."):
            item = inside(item, name, self.node, self.scope)
        return item.sure() if path in self.holding else item

    def of_every_item(self, path: Any) -> Value:
        """The same, where no item may lack it."""
        found = self.of_item(path)
        if self.scope.lacks(found):
            told = {"label": found.label, "filter": self.node.name}
            self.scope.witness.tell("item_unguarded", self.node, **told)
        return found


def _anything(use: _Use) -> Value:
    return Value(fields=use.value.fields)


def _words(use: _Use) -> Value:
    return Value(Leaf(), fields=use.value.fields)


def _rearranged(use: _Use) -> Value:
    return replace(use.value, key="")


def _sorted(use: _Use) -> Value:
    use.of_every_item(use.argument(None))
    return replace(use.value, key="")


def _chosen(use: _Use) -> Value:
    """Some of the items, by a test on each; `select` alone leaves out what is empty."""
    test, item = use.argument(0, ""), use.item
    _require_test(use, test)
    if (use.node.name, test) in (("select", None), ("reject", "none")):
        item = item.sure()
    return Value(Items(item), label=use.value.label, fields=use.value.fields)


def _chosen_by_attribute(use: _Use) -> Value:
    path, test = use.argument(0), use.argument(1, "")
    use.scope.mention(use.of_item(path))
    _require_test(use, test)
    has_it = (use.node.name, test) == ("rejectattr", "none") or (
        use.node.name == "selectattr" and test in _OF_WHAT_IS_THERE
    )
    holding = use.holding | ({path} if has_it and isinstance(path, str) else set())
    return Value(Items(use.item, None, holding), label=use.value.label, fields=use.value.fields)


def _require_test(use: _Use, name: Any) -> None:
    if isinstance(name, str) and name not in TESTS:
        hint = nearest(name, list(TESTS))
        use.scope.witness.tell("test_unknown", use.node, name=name, hint=hint)


def _batched(use: _Use) -> Value:
    """Rows of items: of each row the first is there, the others may be the fill or missing."""
    is_filled = len(use.node.args) + len(use.node.kwargs) > 1
    item = replace(use.item, optional=use.item.optional or is_filled)
    return Value(Items(Value(Items(item, 1), fields=use.value.fields)), fields=use.value.fields)


def _grouped(use: _Use) -> Value:
    common, fields = use.of_every_item(use.argument(0)), use.value.fields
    members = Value(Items(use.item, 1, use.holding), label=use.value.label, fields=fields)
    return Value(Items(Value(Pair(common, members))), fields=fields)


def _one(use: _Use) -> Value:
    """The first, the last, the least or the greatest item; there is none of an empty list."""
    found = use.of_every_item(use.argument(None))
    may_lack = use.sure == 0 and use.value.key not in use.scope.facts
    return replace(found, absent=may_lack, key="")


def _mapped(use: _Use) -> Value:
    """An attribute of each item, or a filter on each."""
    if path := use.argument(None):
        return replace(use.value, shape=Items(use.of_item(path), use.sure), key="")
    name = use.argument(0, "")
    if isinstance(name, str) and name not in FILTERS:
        hint = nearest(name, sorted(FILTERS))
        use.scope.witness.tell("filter_unknown", use.node, name=name, hint=hint)
    return Value(Items(Value(fields=use.item.fields)), fields=use.item.fields)


def _summed(use: _Use) -> Value:
    found = use.of_every_item(use.argument(0))
    return Value(Leaf(), fields=found.fields | use.item.fields)


def _joined(use: _Use) -> Value:
    """One text of the items, or of an attribute of each: a None among them would be printed."""
    found = use.of_every_item(use.argument(1))
    for between in use.node.args[:1]:
        shown(between, use.scope)
    return Value(Leaf(), fields=found.fields)


def _defaulted(use: _Use) -> Value:
    """`default(…)` stands for what is missing, only `default(…, true)` for None as well."""
    other = value_of(use.node.args[0], use.scope) if use.node.args else WORDS
    either = joined(use.value, other)
    if use.argument(1, "boolean"):
        return replace(either, optional=use.scope.lacks(other))
    return replace(either, optional=use.value.optional, label=use.value.label, key=use.value.key)


_MAKERS: dict[str, Callable[[_Use], Value]] = {
    **dict.fromkeys(("list", "reverse", "unique"), _rearranged),
    **dict.fromkeys(("reject", "select"), _chosen),
    **dict.fromkeys(("rejectattr", "selectattr"), _chosen_by_attribute),
    **dict.fromkeys(("capitalize", "int", "lower", "title", "trim", "upper"), _words),
    **dict.fromkeys(("first", "last", "max", "min"), _one),
    "batch": _batched,
    "default": _defaulted,
    "groupby": _grouped,
    "join": _joined,
    "length": lambda _: WORDS,
    "map": _mapped,
    "sort": _sorted,
    "sum": _summed,
}
