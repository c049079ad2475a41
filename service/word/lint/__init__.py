"""Lint: everything that is wrong with a template, told at once and before anybody fills it.

The road of a part: `marks` finds its tags, `syntax` reads each alone, `frames` looks where they
stand, `blocks` how they belong together; `statements` and `expressions` follow what they ask for
through the schema; `trial` lets the engine have the last word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

import jinja2

from service.errors import MAX_FINDINGS, PackageRefused, TemplateBroken
from service.schema import Schema
from service.word.faults import TemplateFault, fault_of, faults_of, template_fault
from service.word.lint import blocks, frames, marks, statements, syntax, trial
from service.word.lint.report import Report
from service.word.lint.scope import Scope, Witness
from service.word.lint.shapes import Path, Value, root
from service.word.lint.unprinted import unprinted
from service.word.opening import Opened, opened
from service.word.sandbox import GLOBALS
from service.word.tags import Place

__all__ = ["lint"]

_WHOLE = "Cả mẫu"


def lint(
    package: bytes, schema: Schema, samples: Sequence[Mapping[str, Any]]
) -> list[TemplateFault]:
    """Every fault of a template for the documents of a schema, in the order of its parts and tags.

    package: the bytes of a .docx, whatever they are; samples: loaded data to fill it with. Nothing
    is raised: bytes that are no template are one fault. More than MAX_FINDINGS are counted.
    """
    try:
        _, parts = opened(package)
    except TemplateBroken as error:
        cause = error.__cause__
        return faults_of(cause if isinstance(cause, PackageRefused) else error, _WHOLE)
    except trial.FAILURES as error:
        return [fault_of(error, None, _WHOLE)]
    readings = [_Reading(part, schema) for part in parts]
    found = list(_faults(package, readings, schema, samples))
    rest = len(found) - MAX_FINDINGS
    more = [template_fault("more_faults", None, _WHOLE, count=rest)] if rest > 0 else []
    return found[:MAX_FINDINGS] + more


class _Reading:
    """A part that is read by itself: what was told of it, and the fields that it shows."""

    def __init__(self, part: Opened, schema: Schema) -> None:
        self.part = part
        self.report = Report(part.name, part.title)
        self._lines = marks.lines(part, self.report)
        self._marks = marks.in_order(self._lines)
        frames.check(self._lines, self.report)
        pieces = [syntax.piece(mark, self.report) for mark in self._marks]
        self.shown = self._shown(blocks.source(pieces, self.report), schema)

    def _shown(self, source: str, schema: Schema) -> set[Path]:
        witness = Witness(self._marks, self.report)
        names = {name: Value() for name in GLOBALS} | root(schema)
        with suppress(jinja2.TemplateSyntaxError, RecursionError):  # the engine will say why
            statements.read(syntax.JINJA.parse(source).body, Scope(witness, names))
        return witness.shown

    @property
    def is_sound(self) -> bool:
        """Whether no error was told of it."""
        return not self.report.has_errors

    def faults(self) -> list[TemplateFault]:
        """What was told, from the first tag to the last."""
        places: dict[Place, int] = {}
        for number, line in enumerate(self._lines):
            places.setdefault(line.place, number)
        tags = {mark.tag: number for number, mark in reversed([*enumerate(self._marks)])}
        last = (len(self._lines), len(self._marks))

        def order(fault: TemplateFault) -> tuple[int, int]:
            tag = fault.tag
            return (places.get(tag.place, last[0]), tags.get(tag, last[1])) if tag else last

        return sorted(self.report.faults, key=order)


def _faults(
    package: bytes,
    readings: list[_Reading],
    schema: Schema,
    samples: Sequence[Mapping[str, Any]],
) -> Iterator[TemplateFault]:
    rest = Report("", _WHOLE)
    _try(package, readings, rest, samples)
    _tell_unprinted(readings, schema, rest)
    for reading in readings:
        yield from reading.faults()
    yield from rest.faults


def _try(
    package: bytes, readings: list[_Reading], rest: Report, samples: Sequence[Mapping[str, Any]]
) -> None:
    """Tell what the engine says: of a part that seemed sound, and of tags that did."""
    reports = {reading.part.name: reading.report for reading in readings}
    is_sound = all(reading.is_sound for reading in readings)
    for fault in _trial(package, readings, samples):
        report = reports.get(fault.tag.place.part, rest) if fault.tag else rest
        if not report.blames(fault.tag) if fault.tag else is_sound:
            report.add(fault)


def _trial(
    package: bytes, readings: list[_Reading], samples: Sequence[Mapping[str, Any]]
) -> Iterator[TemplateFault]:
    if not any(reading.report.is_unreadable for reading in readings):
        templates, found = trial.compiled(package)
        for template in templates:
            yield from trial.filled(template, samples)
        if templates or all(reading.is_sound for reading in readings):
            yield from found
            return
    for reading in readings:
        yield from trial.part(reading.part) if reading.is_sound else []


def _tell_unprinted(readings: list[_Reading], schema: Schema, rest: Report) -> None:
    # Nobody reads a document in the properties of its file.
    shown = set().union(*(one.shown for one in readings if not one.part.is_properties))
    faulty = [fault.tag.text for one in readings for fault in one.report.faults if fault.tag]
    # A tag that is told already may be meant to show the field.
    words = set(re.findall(r"\w+", " ".join(faulty)))
    for name, label in unprinted(schema, shown):
        if name.rpartition(".")[2] not in words:
            rest.tell("field_unprinted", None, name=name, label=label)
