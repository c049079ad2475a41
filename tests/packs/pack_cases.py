"""Tables of packs: samples of one season, what breaks a rule between them, what just does not."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import Any

from cases import GONE, changed
from documents import CATALOG, PIPELINE

from service import strict_json
from service.errors import Finding
from service.packs.checking import Checked, Entry, check

Told = tuple[str, str, str, str]


@dataclass(frozen=True)
class PackCase:
    """One rule between documents: changes that break it, and the nearest that do not.

    number: of the rule in the list; pack: its samples, one with + behind is a second copy; wrong,
    right: "sample /pointer" -> value; code, document, pointer, severity: what is told then.
    """

    number: int
    pack: tuple[str, ...]
    wrong: dict[str, Any]
    code: str
    document: str
    pointer: str
    severity: str
    right: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.number}-{self.code}-{self.document}{self.pointer}"

    @property
    def told(self) -> Told:
        return self.code, self.document, self.pointer, self.severity


def entry(name: str, changes: dict[str, Any]) -> Entry:
    """A sample of a pack when values at some pointers of it are others."""
    stem, _, variant = name.rstrip("+").partition(".")
    payload = strict_json.loads(CATALOG[stem].sample(variant))
    for place, value in changes.items():
        document, pointer = place.split(" ")
        if document == name:
            own = value if value is GONE else copy.deepcopy(value)
            payload = changed(payload, pointer, own)
    return Entry(name, stem, payload)


def entries(pack: tuple[str, ...], changes: dict[str, Any]) -> list[Entry]:
    assert {place.split(" ")[0] for place in changes} <= set(pack)
    return [entry(name, changes) for name in pack]


def verdicts(pack: tuple[str, ...], changes: dict[str, Any]) -> list[Checked]:
    return check(PIPELINE, entries(pack, changes))


def findings(pack: tuple[str, ...], changes: dict[str, Any]) -> list[tuple[str, Finding]]:
    """Document and finding, everything that is said of a changed pack."""
    return [(one.name, found) for one in verdicts(pack, changes) for found in one.findings]


def told(found: list[tuple[str, Finding]]) -> set[Told]:
    return {(one.code, name, one.pointer, one.severity) for name, one in found}
