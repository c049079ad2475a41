"""Figures among the conditions of awards, and by when dossiers must be in."""

from __future__ import annotations

import datetime as dt

from service.law.rows import Condition, Deadline
from service.law.tables import current, on_day


def condition(award: str, parameter: str, on: dt.date) -> Condition | None:
    """A figure that the law of that day sets; None where it sets none.

    award: key of AWARDS; parameter: advanced_worker_percent, fulfilled_percent,
    grassroots_fighters, max_disciplined, max_percent_of_advanced_workers, excellent_or_initiative,
    consecutive_years, consecutive_times, excellent_years or initiatives, as data/conditions.toml
    explains.
    """
    about = (award, parameter)
    return on_day([row for row in current().conditions.rows if row.thing == about], on)


def deadline(province: str, key: str, on: dt.date) -> Deadline | None:
    """A province's rule on the time of dossiers; key: yearly, education or event."""
    about = (province, key)
    return on_day([row for row in current().deadlines.rows if row.thing == about], on)


def due(rule: Deadline, year: int) -> dt.date | None:
    """The day of a year before which dossiers must be in; None if the rule counts from an event."""
    return dt.date(year, rule.month, rule.day) if rule.month else None
