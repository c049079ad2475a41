"""Tables of findings: a sample, what breaks a rule in it, what just does not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from documents import CATALOG, PIPELINE, put

from service import strict_json
from service.errors import Finding, PayloadInvalid

# A change that takes a key away.
GONE = object()

Told = tuple[str, str, str]


@dataclass(frozen=True)
class Case:
    """One rule of the list of 32: changes that break it, and the nearest that do not.

    number: of the rule in the list; sample: stem or stem.variant; code, pointer, severity: what is
    told then, and is not told of `right` (nor of the sample, when nothing is changed).
    """

    number: int
    sample: str
    wrong: dict[str, Any]
    code: str
    pointer: str
    severity: str
    right: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.number}-{self.code}-{self.sample}"

    @property
    def told(self) -> Told:
        return self.code, self.pointer, self.severity


def findings(name: str, changes: dict[str, Any]) -> tuple[Finding, ...]:
    """What is said of a sample when the values at some pointers are others."""
    stem, _, variant = name.partition(".")
    payload = strict_json.loads(CATALOG[stem].sample(variant))
    for pointer, value in changes.items():
        payload = changed(payload, pointer, value)
    try:
        return PIPELINE.check(stem, payload)
    except PayloadInvalid as invalid:
        return invalid.findings


def changed(payload: Any, pointer: str, value: Any) -> Any:
    """A payload with another value at a pointer; without the key for GONE."""
    path = tuple(int(key) if key.isdecimal() else key for key in pointer.split("/")[1:])
    if value is not GONE:
        return put(payload, path, value)
    holder = payload
    for key in path[:-1]:
        holder = holder[key]
    del holder[path[-1]]
    return payload


def told(found: tuple[Finding, ...]) -> set[Told]:
    return {(one.code, one.pointer, one.severity) for one in found}
