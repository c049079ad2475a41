"""How a message names acts: short, and with date and issuer where numbers are alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from service.law.citations import cite
from service.law.kinds import citable
from service.law.preambles import citation
from service.law.rows import Instrument
from service.vietnamese import dates


def name_of(row: Instrument) -> str:
    """Luật … ngày 15 tháng 6 năm 2022; others by number alone, as their titles are long."""
    return cite(citation(row)) if row.kind == "law" else f"{citable()[row.kind]} số {row.number}"


def names_of(rows: Iterable[Instrument]) -> str:
    return ", ".join(map(name_of, rows))


def instead_of(rows: Iterable[Instrument], on: dt.date) -> str:
    """The acts that took another's place and are in force: ", nay có …"; "" for none."""
    current = [row for row in rows if row.first <= on <= row.last]
    return f", nay có {names_of(current)}" if current else ""


def choices_of(rows: Iterable[Instrument]) -> str:
    """Acts of like number, told apart: … ngày 07/4/2014 của Bộ Chính trị hoặc …."""
    return " hoặc ".join(map(_in_full, rows))


def dates_of(days: Iterable[dt.date]) -> str:
    return " hoặc ".join(map(dates.short_date, days))


def _in_full(row: Instrument) -> str:
    day = f" ngày {dates.short_date(row.signed)}" if row.signed else ""
    return f"{citable()[row.kind]} số {row.number}{day} của {row.issuer}"
