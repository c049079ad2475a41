"""The fields of a schema that nothing in a template shows: what people fill in there is lost."""

from __future__ import annotations

from collections.abc import Iterator, Set

import marshmallow

from service.fields import Computed
from service.word.lint.shapes import ITEM, Group, Items, Path, Value, members

Labels = tuple[str, ...]


def unprinted(schema: marshmallow.Schema, shown: Set[Path]) -> Iterator[tuple[str, str]]:
    """Name and Vietnamese path of each field that nothing shows; of a group, the group alone."""
    for path, labels in _unseen(Group(schema, ()), shown, (type(schema),)):
        yield ".".join(step for step in path if step != ITEM), " › ".join(labels)


def _unseen(
    group: Group, shown: Set[Path], above: tuple[type, ...]
) -> Iterator[tuple[Path, Labels]]:
    """`above`: the schemas around, so that one that holds itself has an end."""
    for name, field, value in members(group):
        path, inner = (*group.path, name), _group_of(value)
        if isinstance(field, Computed) or not field.metadata.get("printed", True):
            continue
        if _is_shown(path, shown):
            continue
        if inner is None or not _is_begun(inner.path, shown):
            yield path, (value.label,)
        elif type(inner.schema) not in above:
            found = _unseen(inner, shown, (*above, type(inner.schema)))
            yield from ((one, (value.label, *labels)) for one, labels in found)


def _group_of(value: Value) -> Group | None:
    """The group that a value is, or that each of its items is."""
    shape = value.shape.item.shape if isinstance(value.shape, Items) else value.shape
    return shape if isinstance(shape, Group) else None


def _is_shown(path: Path, shown: Set[Path]) -> bool:
    """Whether it is shown itself, by its items, or with all that it lies in."""
    return (*path, ITEM) in shown or any(path[:end] in shown for end in range(1, len(path) + 1))


def _is_begun(path: Path, shown: Set[Path]) -> bool:
    return any(one[: len(path)] == path for one in shown)
