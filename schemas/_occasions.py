"""Whether the days that a plan celebrates are where and when it says."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from service.errors import Message, fault, register
from service.schema import Place
from service.vietnamese.text import fold

register(
    {
        "anniversary_wrong": (
            "Tên sự kiện ghi {typed} năm, nhưng từ năm {origin} đến năm {year} là {right} năm: hãy "
            "kiểm tra lại số năm kỷ niệm."
        ),
        "occasion_outside_round": (
            "Đợt này từ {start} đến {end}, không có ngày {days} mà đợt chào mừng: hãy kiểm tra "
            "thời gian của đợt."
        ),
    },
    "info",
)

# "5 năm 2021 - 2025" is a plan's period, no anniversary.
_YEARS = re.compile(
    r"(?<![\d.,])(\d{1,4}) năm(?! ?\d)(?!\w)|(?<!\w)k[ỷỉ] niệm lần thứ (\d{1,4})(?!\w)"
)
# "9/12 tháng" is a share of a year, no day.
_DAY = re.compile(
    r"(?<![\d/.-])(\d{1,2})(?:[/.-]|\s{1,3}tháng\s{1,3})(\d{1,2})(?:[/.-]\d{4})?"
    r"(?![\d%]|[/.,-]\d|\s{1,3}tháng)"
)
# Holidays that are often named without their day: day and month as written, by what names them.
_HOLIDAYS = {"giải phóng miền nam": "30/4", "quốc tế lao động": "1/5", "quốc khánh": "2/9"}


LEAP_YEAR = 2024


def doubts(
    occasions: Sequence[dict[str, Any]], rounds: Sequence[dict[str, Any]]
) -> Iterator[tuple[Place, Message]]:
    """Years that do not add up, and rounds that miss the day they celebrate.

    occasions: name, date | None, origin | None, anniversary | None; rounds: occasion, start, end.
    """
    for index, occasion in enumerate(occasions):
        typed, right = _YEARS.search(fold(occasion["name"])), occasion["anniversary"]
        count = typed and (typed[1] or typed[2])
        if count and right not in (None, int(count)):
            years = {"origin": occasion["origin"].year, "year": occasion["date"].year}
            told = fault("anniversary_wrong", typed=count, right=right, **years)
            yield ("occasions", index, "name"), told
    for index, item in enumerate(rounds):
        days = _days(item["occasion"])
        if days and not any(_holds(item, day) for day in days):
            window = {"start": item["start"], "end": item["end"]}
            shown = ", ".join(day[0] for day in days)
            yield (
                ("rounds", index, "occasion"),
                fault("occasion_outside_round", days=shown, **window),
            )


def _days(occasion: str) -> list[re.Match[str]]:
    """The days that are written out; where there is none, those of the holidays named."""
    days = [day for day in _DAY.finditer(occasion) if _in_year(day, LEAP_YEAR)]
    folded = fold(occasion)
    named = ", ".join(day for holiday, day in _HOLIDAYS.items() if holiday in folded)
    return days or list(_DAY.finditer(named))


def _holds(item: dict[str, Any], found: re.Match[str]) -> bool:
    """Whether a round goes on that day of one of its years."""
    years = range(item["start"].year, item["end"].year + 1)
    days = (_in_year(found, year) for year in years)
    return any(day is not None and item["start"] <= day <= item["end"] for day in days)


def _in_year(found: re.Match[str], year: int) -> dt.date | None:
    with suppress(ValueError):
        return dt.date(year, int(found[2]), int(found[1]))
    return None
