"""Filters and operations that can take long or make much in one step, held to the budget.

Jinja runs a filter to its end before anything else is looked at, so what it will cost is known
before: a walk through its values, and through its arguments for each of them.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from jinja2 import Environment, pass_context, pass_environment, pass_eval_context
from jinja2.exceptions import SecurityError
from jinja2.filters import do_batch, do_replace, do_round, make_attrgetter, sync_do_slice
from jinja2.nodes import EvalContext
from jinja2.runtime import Context
from jinja2.utils import _PassArg

from service.word.limits import RENDERING, Budget, bounded, length, weight
from service.word.values import worded

_MOST_COLUMNS = 1000
_MOST_DIGITS = 15
_WHOLE = (list, str, dict, tuple, int)  # asked first: most values, and quickly

Filter = Callable[..., Any]
Measure = Callable[[Environment, Any, Sequence[Any]], int]


def budget_of(context: Context) -> Budget:
    """The budget of the filling that runs."""
    budget: Budget = context.parent[RENDERING].budget
    return budget


@pass_context
def steps(context: Context, values: Iterable[Any]) -> Iterable[Any]:
    """The values of a loop, taken from the budget of this filling."""
    return budget_of(context).loop(values)


@pass_context
def numbered(context: Context, values: Iterable[Any]) -> Iterable[tuple[Any, int, int]]:
    """The same, each value with its place, from one, and how many are left with it."""
    budget = budget_of(context)
    values = budget.listed(values)
    count = len(values)
    return zip(budget.loop(values), range(1, count + 1), range(count, 0, -1), strict=True)


@pass_context
def weighed(context: Context, value: Any) -> Any:
    """A value that is about to be walked through, or that others are put into."""
    if isinstance(value, str | list | tuple | dict | range):
        budget_of(context).work(weight(value))
    return value


@pass_context
def made(context: Context, value: Any) -> Any:
    """A value that an operation has made."""
    return budget_of(context).made(value)


def charged(function: Filter, measure: Measure | None = None) -> Filter:
    """A filter of Jinja's that pays for what it walks through and for what it makes.

    measure: what it walks through, when that is more than each value once.
    """

    passed = _PASSED[_PassArg.from_obj(function)]

    @pass_context
    @functools.wraps(function)
    def run(context: Context, value: Any, *args: Any, **options: Any) -> Any:
        budget = context.parent[RENDERING].budget
        if type(value) not in _WHOLE and isinstance(value, Iterator):
            value = budget.listed(value)
        given = (*args, *options.values()) if options else args
        walked = measure(context.environment, value, given) if measure else length(value)
        budget.work(walked, given)
        return _all(budget, function(*passed(context), value, *args, **options))

    return run


# What Jinja gives a filter before its value.
_PASSED: dict[_PassArg | None, Callable[[Context], tuple[Any, ...]]] = {
    None: lambda _: (),
    _PassArg.context: lambda context: (context,),
    _PassArg.eval_context: lambda context: (context.eval_ctx,),
    _PassArg.environment: lambda context: (context.environment,),
}


def mapped(_: Environment, values: Any, given: Sequence[Any]) -> int:
    """What weighs that a filter, named by the first text, is sent; else the number of values."""
    return weight(values) if given and isinstance(given[0], str) else length(values)


def compared(environment: Environment, values: Any, given: Sequence[Any]) -> int:
    """What weighs that is compared: the values, or of each what one of the texts names."""
    names = [name for name in given if isinstance(name, str)]
    if not names or not isinstance(values, list | tuple):
        return weight(values)
    if all(type(value) is dict and name in value for value in values for name in names):
        return sum(weight(value[name]) for value in values for name in names)
    reads = [make_attrgetter(environment, name) for name in names]
    return weight([read(value) for value in values for read in reads])


def _all(budget: Budget, result: Any) -> Any:
    """The result; one that comes piece by piece is taken whole, each piece counted."""
    if type(result) not in _WHOLE and isinstance(result, Iterator):
        result = [budget.made(value) for value in result]
    return budget.made(result)


def batch(values: Iterable[Any], columns: int, fill: Any = None) -> Iterable[list[Any]]:
    """The values in rows of so many columns; the last row is filled up with `fill`."""
    return do_batch(list(values), _columns(columns), fill)


def slices(values: Iterable[Any], columns: int, fill: Any = None) -> Iterable[list[Any]]:
    """The values in so many columns, of which the last ones may be filled up with `fill`."""
    rows: Iterable[list[Any]] = sync_do_slice(list(values), _columns(columns), fill)
    return rows


def _columns(columns: int) -> int:
    if not 0 < columns <= _MOST_COLUMNS:
        raise SecurityError("columns")
    return columns


@pass_environment
def total(
    environment: Environment, values: Iterable[Any], attribute: Any = None, start: Any = 0
) -> Any:
    """The sum of numbers, or of an attribute of each value."""
    read = make_attrgetter(environment, attribute)
    numbers = [*values, start] if attribute is None else [*map(read, values), start]
    if not all(isinstance(number, int | float | Decimal) for number in numbers):
        raise TypeError("no number")
    return sum(numbers)


def rounded(value: Any, precision: int = 0, method: Any = "common") -> Any:
    """The number with so many digits after the point."""
    if not 0 <= precision <= _MOST_DIGITS:
        raise SecurityError("round")
    return do_round(value, precision, method)


@pass_eval_context
def replace(context: EvalContext, words: Any, old: str, new: str, count: int | None = None) -> str:
    """The text with other words in place of some."""
    text = worded(words)
    bounded(range(len(text) + text.count(old) * len(new)))
    return do_replace(context, text, old, new, count)


@pass_context
def join(context: Context, values: Iterable[Any], between: str = "", attribute: Any = None) -> str:
    """The values, or an attribute of each, as one text."""
    if attribute is not None:
        values = (context.environment.getitem(value, attribute) for value in values)
    words = [worded(value) for value in values]
    bounded(range(sum(map(len, words)) + len(words) * len(between)))
    return between.join(words)
