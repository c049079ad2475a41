"""How a message names acts: short, and with date and issuer where numbers are alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from service.law.citations import cite
from service.law.instruments import lasting
from service.law.kinds import citable
from service.law.preambles import citation
from service.law.rows import Instrument
from service.vietnamese import dates


def name_of(row: Instrument) -> str:
    """Luật … ngày 15 tháng 6 năm 2022; others by number alone, as their titles are long."""
    return cite(citation(row)) if row.kind == "law" else f"{citable()[row.kind]} số {row.number}"


def names_of(rows: Iterable[Instrument]) -> str:
    return ", ".join(map(name_of, rows))


def undated(row: Instrument) -> str:
    """Its name where its date is in doubt: Luật Thi đua, khen thưởng."""
    return cite(citation(row) | {"date": None}) if row.kind == "law" else name_of(row)


def matter_of(row: Instrument) -> str:
    """An act by its date, and what it is about where the table knows: Chỉ thị … (nói về …)."""
    day = f" ngày {dates.short_date(row.signed)}" if row.signed else ""
    matter = (row.title or row.note).rstrip(".")
    return f"{name_of(row)}{day} ({matter[:1].lower()}{matter[1:]})" if matter else name_of(row)


def in_full(rows: Iterable[Instrument]) -> str:
    """Acts with date, issuer and title, as they are cited."""
    return ", ".join(cite(citation(row)) for row in rows)


def instead_of(rows: Iterable[Instrument], on: dt.date) -> str:
    """The acts that took another's place and are in force: ", nay có …"; "" for none.

    rows: the next after it; where one has ended too, those that took its place are named.
    """
    current = [row for row in lasting(rows) if row.first <= on <= row.last]
    return f", nay có {names_of(current)}" if current else ""


def choices_of(rows: Iterable[Instrument]) -> str:
    """Acts of like number, told apart: … ngày 07/4/2014 của Bộ Chính trị hoặc …."""
    return " hoặc ".join(map(_in_full, rows))


def dates_of(days: Iterable[dt.date]) -> str:
    return " hoặc ".join(map(dates.short_date, days))


def _in_full(row: Instrument) -> str:
    day = f" ngày {dates.short_date(row.signed)}" if row.signed else ""
    return f"{citable()[row.kind]} số {row.number}{day} của {row.issuer}"
