"""What must agree among the rows of the tables of law."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Any

from service.law.award_names import AWARDS
from service.law.kinds import citable
from service.law.reading import Fault, Table
from service.law.rows import Dated, Deadline, Instrument, Quorum, Row, Salary
from service.vietnamese import dates

Tables = Mapping[str, Table[Any]]

# file, key of a row: where what it names must exist.
REFERENCES: dict[tuple[str, str], Callable[[Tables], Container[str]]] = {
    ("coefficients", "award"): lambda _: AWARDS,
    ("votes", "award"): lambda _: AWARDS,
    ("conditions", "award"): lambda _: AWARDS,
    ("grants", "grants"): lambda _: AWARDS,
    ("grants", "signer"): lambda tables: _keys(tables, "signers"),
    ("instruments", "kind"): lambda _: citable(),
    ("instruments", "replaced_by"): lambda tables: _keys(tables, "instruments"),
    ("instruments", "implements"): lambda tables: _keys(tables, "instruments"),
    ("instruments", "mistaken_for"): lambda tables: _keys(tables, "instruments"),
    ("instruments", "province"): lambda tables: _names(tables),
    ("provinces", "became"): lambda tables: _names(tables),
    ("quorums", "province"): lambda tables: _names(tables),
    ("deadlines", "province"): lambda tables: _names(tables),
}

# file, key of a row: the least and the greatest value.
LIMITS: dict[tuple[str, str], tuple[int, int]] = {
    ("salaries", "amount"): (1, 1_000_000_000),
    ("coefficients", "coefficient"): (0, 1000),
    ("votes", "percent"): (1, 100),
    ("quorums", "numerator"): (1, 1000),
    ("quorums", "denominator"): (1, 1000),
    ("conditions", "value"): (0, 1000),
    ("deadlines", "month"): (0, 12),
    ("deadlines", "day"): (0, 31),
    ("deadlines", "days_before"): (0, 366),
    ("instruments", "preamble"): (0, 1000),
}

# Days of each month in a common year; other months are out of bounds anyway.
_LENGTHS = dict(enumerate((0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)))


def check(tables: Tables) -> Iterator[Fault]:
    """The faults that no row shows alone, and values out of bounds."""
    for stem, table in tables.items():
        for row, line in zip(table.rows, table.lines, strict=True):
            for what in _of_row(stem, row, tables):
                yield Fault(table.file, line, what)
        yield from _overlaps(table)
    yield from _falls(tables["salaries"])


def _of_row(stem: str, row: Row, tables: Tables) -> Iterator[str]:
    if not row.source.strip():
        yield "source: không để trống, hãy ghi văn bản và điều."
    yield from _order(row)
    yield from _limits(stem, row)
    yield from _time(row)
    yield from _references(stem, row, tables)


def _order(row: Row) -> Iterator[str]:
    if isinstance(row, Dated | Instrument) and row.last < row.first:
        first, last = dates.short_date(row.first), dates.short_date(row.last)
        yield f"ngày cuối cùng {last} trước ngày đầu tiên {first}."
    if isinstance(row, Instrument) and row.signed and row.in_force and row.in_force < row.signed:
        yield f"in_force: có hiệu lực trước ngày ban hành {dates.short_date(row.signed)}."
    if isinstance(row, Instrument) and row.replaced_by and not row.ended:
        yield "đã có replaced_by thì phải ghi ended, ngày cuối cùng còn hiệu lực."


def _time(row: Row) -> Iterator[str]:
    """A deadline is a day of every year or a number of days, and a day that every year has."""
    if isinstance(row, Deadline):
        if (row.month > 0) == (row.days_before > 0):
            yield "cần month và day, hoặc chỉ days_before."
        elif row.month and not 1 <= row.day <= _LENGTHS.get(row.month, 0):
            yield f"day: tháng {row.month} không có ngày {row.day}."


def _limits(stem: str, row: Row) -> Iterator[str]:
    for (file, key), (least, most) in LIMITS.items():
        if file == stem and not Decimal(least) <= getattr(row, key) <= most:
            yield f"{key}: phải từ {least} đến {most}."
    if isinstance(row, Quorum) and row.numerator > row.denominator:
        yield "numerator: không được lớn hơn denominator."


def _references(stem: str, row: Row, tables: Tables) -> Iterator[str]:
    for (file, key), known in REFERENCES.items():
        if file == stem:
            value = getattr(row, key)
            named = value if isinstance(value, tuple) else (value,) if value else ()
            for name in named:
                if name not in known(tables):
                    yield f"{key}: không có “{name}” trong bảng mà mục này trỏ tới."


def _overlaps(table: Table[Any]) -> Iterator[Fault]:
    """Two rows about one thing on one day; rows that are not dated may only stand once."""
    about = defaultdict(list)
    for row, line in zip(table.rows, table.lines, strict=True):
        about[row.thing].append((row, line))
    for entries in about.values():
        if isinstance(entries[0][0], Dated):
            entries.sort(key=lambda entry: entry[0].first)
        for (earlier, above), (later, line) in pairwise(entries):
            if what := _overlap(earlier, later):
                yield Fault(table.file, line, f"{what} (dòng {above}).")


def _overlap(earlier: Row, later: Row) -> str | None:
    if not (isinstance(earlier, Dated) and isinstance(later, Dated)):
        return "trùng với một dòng khác về cùng một việc"
    if earlier.first == later.first:
        return "cùng việc và cùng ngày bắt đầu với một dòng khác"
    if earlier.until and earlier.until >= later.first:
        last = dates.short_date(earlier.until)
        return f"chồng thời gian với dòng trước, dòng ấy còn đến hết {last}"
    return None


def _falls(salaries: Table[Salary]) -> Iterator[Fault]:
    """The base salary has never been lowered: a lower one has lost a digit."""
    entries = sorted(zip(salaries.rows, salaries.lines, strict=True), key=lambda one: one[0].first)
    for (earlier, above), (later, line) in pairwise(entries):
        if later.amount < earlier.amount:
            what = f"amount: thấp hơn mức trước (dòng {above}): hãy kiểm tra."
            yield Fault(salaries.file, line, what)


def _keys(tables: Tables, stem: str) -> set[str]:
    return {row.key for row in tables[stem].rows}


def _names(tables: Tables) -> set[str]:
    return {row.name for row in tables["provinces"].rows}
