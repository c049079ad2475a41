"""What is known at a place of a template: the names, and which values are there."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from jinja2 import nodes
from marshmallow.fields import Number

from service.fields import Choice, Flag
from service.word.lint.guards import NOTHING, Keys, defined, key_of
from service.word.lint.marks import Mark
from service.word.lint.report import Report
from service.word.lint.shapes import Leaf, Path, Value

_STEERING = (Choice, Flag)
_FEW = 12


class Witness:
    """What reading a part brings to light: faults, and the fields that are shown."""

    def __init__(self, marks: list[Mark], report: Report) -> None:
        self._marks, self._report = marks, report
        self.shown: set[Path] = set()
        self._fresh = 0

    def mark(self, node: nodes.Node) -> Mark:
        """The mark that a node stands in: the source has a mark a line."""
        return self._marks[min(node.lineno, len(self._marks)) - 1]

    def tell(self, code: str, node: nodes.Node, **values: str) -> None:
        self._report.tell(code, self.mark(node).tag, **values)

    def fresh(self, name: str) -> str:
        """A key that nothing else has."""
        self._fresh += 1
        return f"{name}#{self._fresh}"


@dataclass(frozen=True)
class Scope:
    """names: what may be said here; facts: the keys of what a condition around has made sure of."""

    witness: Witness
    names: dict[str, Value]
    facts: Keys = NOTHING

    def given(self, keys: Keys) -> Scope:
        """The same place, where these are there too."""
        return replace(self, facts=self.facts | keys)

    def inner(self) -> Scope:
        """A place whose new names end with it."""
        return replace(self, names=dict(self.names))

    def bind(self, name: str, value: Value) -> None:
        """Give a name to a value; it keeps the key that it has."""
        sure = value if self.lacks(value) else value.sure()
        self.names[name] = sure if sure.key else sure.named(self.witness.fresh(name))

    def lacks(self, value: Value) -> bool:
        """Whether a value may be None or missing here."""
        is_known = value.key in self.facts
        return (value.optional and not is_known) or self.misses(value)

    def misses(self, value: Value) -> bool:
        """Whether a value may be missing here: not even a condition can ask for it."""
        return value.absent and not {value.key, defined(value.key)} & self.facts

    def show(self, value: Value) -> None:
        """The value is printed, or made into what is printed."""
        self.witness.shown |= value.fields

    def mention(self, value: Value) -> None:
        """The value decides something: of a choice or a flag that is how it shows."""
        if isinstance(value.shape, Leaf) and isinstance(value.shape.field, _STEERING):
            self.show(value)

    def require(self, value: Value, node: nodes.Node) -> None:
        """Tell a value that may be None where it must not be."""
        if self.lacks(value):
            name = spelled(value.lacking or node)
            label = f" ({value.label})" if value.label else ""
            guard = _guard(name, value)
            self.witness.tell("field_unguarded", node, name=name, label=label, guard=guard)

    def key(self, node: nodes.Node) -> str:
        return key_of(node, self.names)

    def tell_unknown(self, node: nodes.Node, name: str, known: Iterable[str], where: str) -> None:
        """Tell a name that means nothing here, with the nearest that does."""
        hint = nearest(name, list(known))
        self.witness.tell("name_unknown", node, name=name, where=where, hint=hint)


def _guard(name: str, value: Value) -> str:
    """The condition that makes sure of a value."""
    if value.absent:
        items, _, place = name.rpartition("[") if name.endswith("]") else (name, "", "0]")
        return items if place in ("0]", "-1]") else f"{items}|length > {place[:-1]}"
    if isinstance(value.shape, Leaf) and isinstance(value.shape.field, Number):
        # Zero is there, but a bare condition would leave it out.
        return f"{name} is not none"
    return name


def nearest(name: str, known: list[str]) -> str:
    """A sentence that names the nearest of what is known."""
    letters = re.fullmatch(r"(tr|tc|p|r)(\w+)", name)
    if letters and letters[2] in known:
        return f" Có thể thiếu dấu cách sau chữ “{letters[1]}”."
    if near := difflib.get_close_matches(name[:80], known, n=1, cutoff=0.6):
        return f" Có thể tên đúng là “{near[0]}”."
    return f" Ở đây có: {', '.join(known)}." if 0 < len(known) <= _FEW else ""


def spelled(node: nodes.Node) -> str:
    """An expression as it is typed, as far as a person would put it into a condition."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{spelled(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return f"{spelled(node.node)}[{node.arg.value!r}]"
    if isinstance(node, nodes.Filter) and node.node is not None:
        return spelled(node.node)
    return "…"
