"""Checking a pack: each document as alone, then all of them against each other."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from service.acceptance import settled, stops
from service.errors import (
    MAX_FINDINGS,
    Finding,
    PayloadInvalid,
    PayloadUnreadable,
    fault,
    finding_of,
)
from service.law import using
from service.packs import dates, heads, names, targets, votes
from service.packs.pack import READ, Loaded, Pack, Told
from service.pipeline import Pipeline
from service.strict_json import escape

MAX_DOCUMENTS = 50
RULES = (*dates.RULES, *heads.RULES, *votes.RULES, *names.RULES, *targets.RULES)


@dataclass(frozen=True)
class Entry:
    """A document as it came. stem: the type it is said to be; payload: parsed JSON;
    faults: why it could not be read.
    """

    name: str
    stem: str
    payload: Any = None
    faults: Sequence[Finding] = ()


@dataclass(frozen=True)
class Checked:
    """What is to be said of one document; stem: "" when its type is unknown."""

    name: str
    stem: str
    findings: tuple[Finding, ...]

    @property
    def valid(self) -> bool:
        """Whether nothing stops it."""
        return all(one.severity != "error" for one in self.findings)

    def as_dict(self) -> dict[str, Any]:
        """As the API and `--json` tell it."""
        findings = [one.as_dict() for one in self.findings]
        return {"name": self.name, "stem": self.stem, "valid": self.valid, "findings": findings}


def check(pipeline: Pipeline, entries: Sequence[Entry], *, strict: bool = False) -> list[Checked]:
    """What is to be said of each document, in their order, under the law of this office.

    strict: a warning that its document does not accept counts as an error.
    Raises TemplateBroken for a broken built-in template, no other error of a document's.
    """
    stems = list(pipeline.catalog)
    read = [_read(pipeline, entry) for entry in entries]
    loaded = [one for one, _ in read if one is not None]
    with using(pipeline.law):
        told = _told(Pack(loaded))
    return [
        _checked(entry, entry.stem if entry.stem in stems else "", found, strict=strict)
        for entry, found in zip(entries, _with_pack(read, told), strict=True)
    ]


def as_dict(checked: Sequence[Checked]) -> dict[str, Any]:
    """A pack's verdict as the API and `--json` tell it."""
    documents = [one.as_dict() for one in checked]
    return {"valid": all(one.valid for one in checked), "documents": documents}


Read = tuple[Loaded | None, Sequence[Finding]]


def _read(pipeline: Pipeline, entry: Entry) -> Read:
    """The document and what is to be said of it alone; no document when it has faults."""
    if entry.faults:
        return None, entry.faults
    if entry.stem not in list(pipeline.catalog):
        stems = ", ".join(pipeline.catalog)
        shown = fault("pack_type_unknown", given=escape(entry.stem), stems=stems)
        return None, [finding_of(shown)]
    try:
        data, findings = pipeline.read(entry.stem, entry.payload)
    except (PayloadInvalid, PayloadUnreadable) as error:
        waiting = [finding_of(fault("pack_not_compared"))] if entry.stem in READ else []
        return None, [*error.faults, *waiting]
    schema = pipeline.catalog[entry.stem].schema
    return Loaded(entry.name, entry.stem, schema, data, entry.payload), findings


def _told(pack: Pack) -> Mapping[Loaded, list[Any]]:
    """What the rules tell, by document."""
    told: dict[Loaded, list[Any]] = defaultdict(list)
    for document, place, message in _all(pack):
        if len(told[document]) < MAX_FINDINGS:
            told[document].append((place, message))
    return told


def _all(pack: Pack) -> Iterator[Told]:
    return itertools.chain.from_iterable(rule(pack) for rule in RULES)


def _with_pack(
    read: Iterable[Read], told: Mapping[Loaded, list[Any]]
) -> Iterator[Sequence[Finding]]:
    """The findings of each document, those of the pack after its own."""
    for document, findings in read:
        if document is None:
            yield findings
        else:
            found = document.schema.tell(told.get(document, ()))
            of_pack = settled(document.schema, document.data, found, of_pack=True)
            yield [*findings, *of_pack]


def _checked(entry: Entry, stem: str, found: Sequence[Finding], *, strict: bool) -> Checked:
    counted = (
        replace(one, severity="error") if stops(one, strict=strict) else one for one in found
    )
    return Checked(entry.name, stem, tuple(counted))
