"""Dates and times as official documents write and clerks type them.

Moments are naive: the local time of Vietnam (UTC+7, no summer time).
"""

import re
from datetime import date, datetime, time

BLANK_ISSUE_DATE = "ngày" + "\u00a0" * 6 + "tháng" + "\u00a0" * 6 + "năm" + "\u00a0" * 10

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_PADDED = tuple(f"{n:02d}" for n in range(32))
_MONTHS = ("", "01", "02", *map(str, range(3, 13)))
_YEARS = range(1900, 2101)
_ISO_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LOCAL_DAY = re.compile(r"(?P<d>[0-9]{1,2})([-/.])(?P<m>[0-9]{1,2})\2(?P<y>[0-9]{4})")
_MOMENT = re.compile(r"([0-9./-]+)[T ]([0-9]{1,2}):([0-9]{2})(?::00)?")


def issue_date(day: date | None) -> str:
    """Write the date of issue: "ngày 08 tháng 3 năm 2022"; None gives room for handwriting.

    A zero stands before days under 10 and months 1 and 2 only (Nghị định 30/2020/NĐ-CP,
    Phụ lục I). The blank form is made of U+00A0, which Word does not collapse.
    """
    if day is None:
        return BLANK_ISSUE_DATE
    return f"ngày {_PADDED[day.day]} tháng {_MONTHS[day.month]} năm {day.year}"


def numeric_date(day: date) -> str:
    """Write "08/03/2022", every part at full width."""
    return f"{day:%d/%m/%Y}"


def short_date(day: date) -> str:
    """Write "08/3/2022", with the zeros of `issue_date`."""
    return f"{_PADDED[day.day]}/{_MONTHS[day.month]}/{day.year}"


def day_month(day: date) -> str:
    """Write "30/4" or "02/9", with the zeros of `issue_date`."""
    return f"{_PADDED[day.day]}/{_MONTHS[day.month]}"


def weekday(day: date) -> str:
    """Name the weekday, "thứ Hai" to "Chủ nhật" (Nghị định 30/2020/NĐ-CP, Phụ lục II, V.8)."""
    return _WEEKDAYS[day.weekday()]


def clock(moment: time | datetime) -> str:
    """Write the time of day to the minute: "14 giờ 00 phút"."""
    return f"{moment.hour:02d} giờ {moment.minute:02d} phút"


def parse_day(text: str) -> date:
    """Read 2022-11-08, or day first 8/11/2022, 08-11-2022, 8.11.2022.

    Raises:
        ValueError: any other form, a day that does not exist, a year outside 1900..2100.
    """
    day = date.fromisoformat(text) if _ISO_DAY.fullmatch(text) else _local_day(text)
    if day.year not in _YEARS:
        raise ValueError(f"the year must lie in 1900..2100: {text!r}")
    return day


def _local_day(text: str) -> date:
    found = _LOCAL_DAY.fullmatch(text)
    if not found:
        raise ValueError(f"not a date like 2022-11-08 or 8/11/2022: {text!r}")
    return date(int(found["y"]), int(found["m"]), int(found["d"]))


def parse_moment(text: str) -> datetime:
    """Read a day as `parse_day` does, "T" or a space, and hours:minutes: "8/11/2022 14:00".

    Returns a naive local time. Seconds may only be :00.

    Raises:
        ValueError: any other form (an offset too), a day or an hour that does not exist.
    """
    found = _MOMENT.fullmatch(text)
    if not found:
        raise ValueError(f"not a moment like 2022-11-08T14:00: {text!r}")
    return datetime.combine(parse_day(found[1]), time(int(found[2]), int(found[3])))
