"""Whether the days that a plan celebrates are where and when it says."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from service.errors import Message, fault, register
from service.schema import Place

register(
    {
        "anniversary_wrong": (
            "Tên sự kiện ghi {typed} năm, nhưng từ năm {origin} đến năm {year} là {right} năm: hãy "
            "kiểm tra lại số năm kỷ niệm."
        ),
        "occasion_outside_round": (
            "Đợt này từ {start} đến {end}, không có ngày {days} mà đợt chào mừng: hãy kiểm tra thời "
            "gian của đợt."
        ),
    },
    "info",
)

# "5 năm 2021 - 2025" is a plan's period, no anniversary.
_YEARS = re.compile(r"(?<![\d.,])(\d{1,4})\s{1,3}năm(?!\s{0,3}\d)(?!\w)", re.IGNORECASE)
_DAY = re.compile(
    r"(?<![\d/.-])(\d{1,2})(?:[/.-]|\s{1,3}tháng\s{1,3})(\d{1,2})(?:[/.-]\d{4})?(?![\d%]|[/.,-]\d)"
)


def doubts(
    occasions: Sequence[dict[str, Any]], rounds: Sequence[dict[str, Any]]
) -> Iterator[tuple[Place, Message]]:
    """Years that do not add up, and rounds that miss the day they celebrate.

    occasions: name, date | None, origin | None, anniversary | None; rounds: occasion, start, end.
    """
    for index, occasion in enumerate(occasions):
        typed = _YEARS.search(occasion["name"])
        if typed and occasion["anniversary"] not in (None, int(typed[1])):
            years = {"origin": occasion["origin"].year, "year": occasion["date"].year}
            right = occasion["anniversary"]
            told = fault("anniversary_wrong", typed=typed[1], right=right, **years)
            yield ("occasions", index, "name"), told
    for index, item in enumerate(rounds):
        days = [found[0] for found in _DAY.finditer(item["occasion"]) if _in_year(found, 2024)]
        if days and not any(_holds(item, found) for found in _DAY.finditer(item["occasion"])):
            window = {"start": item["start"], "end": item["end"]}
            told = fault("occasion_outside_round", days=", ".join(days), **window)
            yield ("rounds", index, "occasion"), told


def _holds(item: dict[str, Any], found: re.Match[str]) -> bool:
    """Whether the day of a year on which a round goes on is among its days."""
    years = range(item["start"].year, item["end"].year + 1)
    days = (_in_year(found, year) for year in years)
    return any(day is not None and item["start"] <= day <= item["end"] for day in days)


def _in_year(found: re.Match[str], year: int) -> dt.date | None:
    with suppress(ValueError):
        return dt.date(year, int(found[2]), int(found[1]))
    return None
