"""Dates and times, written and read."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.vietnamese import dates

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("day", "issue", "short"),
    [
        (date(2022, 2, 8), "ngày 08 tháng 02 năm 2022", "08/02/2022"),
        (date(2022, 3, 8), "ngày 08 tháng 3 năm 2022", "08/3/2022"),
        (date(2022, 11, 18), "ngày 18 tháng 11 năm 2022", "18/11/2022"),
        (date(2022, 1, 31), "ngày 31 tháng 01 năm 2022", "31/01/2022"),
        (date(2022, 11, 8), "ngày 08 tháng 11 năm 2022", "08/11/2022"),
    ],
)
def test_zeros_stand_before_small_days_and_two_months(day, issue, short):
    """Days under 10 and months 1 and 2 take a zero, other months none."""
    assert (dates.issue_date(day), dates.short_date(day)) == (issue, short)


def test_a_missing_date_leaves_room_for_the_pen():
    """The blank form holds words and no-break spaces only, and no figure."""
    blank = dates.issue_date(None)
    assert [part for part in blank.split("\u00a0") if part] == ["ngày", "tháng", "năm"]
    assert blank.count("\u00a0") == 22


@pytest.mark.parametrize(
    ("day", "full", "without_year"),
    [
        (date(2022, 11, 8), "08/11/2022", "08/11"),
        (date(2022, 4, 30), "30/04/2022", "30/4"),
        (date(2022, 5, 1), "01/05/2022", "01/5"),
    ],
)
def test_figures_of_a_date(day, full, without_year):
    """The numeric date is full width, the day and month follow the zero rule."""
    assert (dates.numeric_date(day), dates.day_month(day)) == (full, without_year)


def test_weekdays_capitalise_the_number():
    """Only the number of the weekday is a capital, and "Chủ" of Sunday."""
    assert [dates.weekday(date(2026, 11, 16 + i)) for i in range(7)] == [
        *("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
    ]


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (time(14), "14 giờ 00 phút"),
        (time(8, 5), "08 giờ 05 phút"),
        (datetime.fromisoformat("2022-11-08T00:30"), "00 giờ 30 phút"),
    ],
)
def test_clock_shows_hours_and_minutes(moment, expected):
    """Hours and minutes have two figures each."""
    assert dates.clock(moment) == expected


@pytest.mark.parametrize(
    "text", ["2022-11-08", "8/11/2022", "08/11/2022", "8-11-2022", "8.11.2022"]
)
def test_parse_day_is_iso_or_day_first(text):
    """A day is ISO or day first with one kind of separator."""
    assert dates.parse_day(text) == date(2022, 11, 8)


@pytest.mark.parametrize(
    "text",
    [
        *("31/02/2022", "2022-02-30", "29/02/2023", "11/13/2022", "00/11/2022"),
        *("8/11/22", "22-11-08", "8/11-2022", "2022/11/08", "2022-1-8", "20221108"),
        *("31/12/1899", "01/01/2101", "0001-01-01", "", " 8/11/2022", "8/11/2022\n"),
        *("8 11 2022", "٨/١١/٢٠٢٢", "８/11/2022", "ngày 8 tháng 11 năm 2022", "44873"),
    ],
)
def test_parse_day_refuses(text):
    """Days that do not exist, short years, far years and other texts are refused."""
    with pytest.raises(ValueError, match=r".+"):
        dates.parse_day(text)


@given(DAYS)
def test_parse_day_reads_what_is_written(day):
    """Every written form reads back."""
    forms = (day.isoformat(), dates.numeric_date(day), dates.short_date(day))
    assert {dates.parse_day(form) for form in forms} == {day}


@pytest.mark.parametrize(
    "text",
    [
        *("2022-11-08T14:00", "2022-11-08 14:00", "08/11/2022 14:00", "8.11.2022T14:00"),
        "2022-11-08T14:00:00",
    ],
)
def test_parse_moment_is_naive_local_time(text):
    """A moment is a day and a time to the minute, without zone."""
    assert dates.parse_moment(text) == datetime.fromisoformat("2022-11-08T14:00")


@pytest.mark.parametrize(
    "text",
    [
        *("2022-11-08", "14:00", "2022-11-08T24:00", "2022-11-08T14:60", "2022-11-08T14:00:30"),
        *("2022-11-08T14:00Z", "2022-11-08T14:00+07:00", "2022-11-08  14:00", "2022-02-30 14:00"),
        *("2022-11-08T1400", "2022-11-08t14:00", "08/11/22 14:00", "", "2022-11-08T14:00:00.0"),
    ],
)
def test_parse_moment_refuses(text):
    """Offsets, seconds and times that do not exist are refused."""
    with pytest.raises(ValueError, match=r".+"):
        dates.parse_moment(text)
