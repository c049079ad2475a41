"""The legal bases that a paper on emulation and commendation names on a given day.

They follow from data/instruments.toml: what is in force that day and has a place in the list.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from service.law.instruments import force
from service.law.kinds import CITED_WITHOUT_NUMBER
from service.law.rows import Instrument, Uncertainty
from service.law.tables import current


@dataclass(frozen=True, slots=True)
class Preamble:
    """Citations in their order, and what is uncertain about them on that day.

    citations: kind, number | None, date, issuer | None, title, as `citations.cite` takes them;
    instruments: the same, as rows.
    """

    instruments: tuple[Instrument, ...]
    uncertain: tuple[Uncertainty, ...]

    @property
    def citations(self) -> list[dict[str, Any]]:
        return [citation(instrument) for instrument in self.instruments]


def preamble(on: dt.date) -> Preamble:
    """The bases of a paper of that day; one whose end is recorded but unverified stays listed."""
    rows = [row for row in current().instruments.rows if row.preamble and _stands(row, on)]
    rows.sort(key=lambda row: row.preamble)
    return Preamble(tuple(rows), uncertain(on, "legal_bases"))


def _stands(row: Instrument, on: dt.date) -> bool:
    """In force, and so is what it implements: a circular on a dead decree is not cited."""
    implemented = [base for base in current().instruments.rows if base.key == row.implements]
    return all(force(each, on) in ("in_force", "end_unverified") for each in (row, *implemented))


def uncertain(on: dt.date, about: str | None = None) -> tuple[Uncertainty, ...]:
    """What could not be verified about papers of that day, on one matter or on all."""
    rows = current().uncertainties.rows
    return tuple(row for row in rows if row.holds(on) and about in (None, row.about))


def citation(instrument: Instrument) -> dict[str, Any]:
    """An instrument as documents cite it: laws by name and date alone."""
    bare = instrument.kind in CITED_WITHOUT_NUMBER
    return {
        "kind": instrument.kind,
        "number": None if bare else instrument.number,
        "date": instrument.signed,
        "issuer": None if bare else instrument.issuer,
        "title": instrument.title,
    }
