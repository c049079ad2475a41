"""Reading a table of law from TOML, with every fault of every row named at once."""

from __future__ import annotations

import datetime as dt
import difflib
import re
import tomllib
import typing
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from decimal import Decimal
from types import UnionType
from typing import Any, Generic, Literal, TypeVar

from service.law.rows import Row

AnyRow = TypeVar("AnyRow", bound=Row)

_HEADING = re.compile(r"^[ \t]*\[\[row\]\]", re.MULTILINE)
_PLACE = re.compile(r"line (\d+), column (\d+)")
_WANTED = {
    str: "chữ trong dấu nháy kép",
    int: "số nguyên, không có dấu chấm phân lớp, ví dụ 2530000",
    Decimal: "số, phần lẻ sau dấu chấm, ví dụ 1.5",
    bool: "true hoặc false",
    dt.date: "ngày viết năm-tháng-ngày, không có dấu nháy, ví dụ 2026-07-01",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a table and how to mend it; line 0 means the file as a whole."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        place = f"{self.file}, dòng {self.line}" if self.line else self.file
        return f"{place}: {self.what}"


@dataclass(frozen=True)
class Table(Generic[AnyRow]):
    """The rows of one file, the line each begins on and the day the file was read for facts."""

    file: str
    rows: tuple[AnyRow, ...] = ()
    lines: tuple[int, ...] = ()
    read_on: dt.date = dt.date.min


def read(file: str, content: bytes, kind: type[AnyRow]) -> tuple[Table[AnyRow], list[Fault]]:
    """The good rows of a table and the faults of the others."""
    faults: list[Fault] = []
    data, text = _parsed(file, content, faults)
    rows = _listed(file, data, faults)
    read_on = _read_on(file, data, faults)
    hints = typing.get_type_hints(kind)
    good = []
    for line, given in zip(_lines(text, len(rows)), rows, strict=True):
        problems = list(_problems(kind, hints, given))
        faults += [Fault(file, line, problem) for problem in problems]
        if not problems:
            good.append((kind(**_converted(given)), line))
    table = Table(file, tuple(row for row, _ in good), tuple(line for _, line in good), read_on)
    return table, faults


def _parsed(file: str, content: bytes, faults: list[Fault]) -> tuple[dict[str, Any], str]:
    try:
        # Windows' Notepad puts a byte order mark before UTF-8.
        text = content.decode("utf-8-sig")
        return tomllib.loads(text, parse_float=Decimal), text
    except UnicodeDecodeError:
        faults.append(Fault(file, 0, "không phải UTF-8: hãy lưu lại tệp với mã hóa UTF-8."))
    except tomllib.TOMLDecodeError as error:
        faults.append(_syntax(file, str(error)))
    return {}, ""


def _syntax(file: str, told: str) -> Fault:
    """A fault of TOML's own grammar: Python tells the place, in English."""
    place = _PLACE.search(told)
    where = f"cột {place[2]}" if place else "cuối tệp"
    what = (
        f"sai cú pháp TOML ở {where}: hãy xem lại dấu nháy, dấu bằng, dấu ngoặc; ngày phải có thật "
        "và mỗi mục chỉ ghi một lần trong một [[row]]."
    )
    return Fault(file, int(place[1]) if place else 0, what)


def _listed(file: str, data: Mapping[str, Any], faults: list[Fault]) -> list[Mapping[str, Any]]:
    for key in data.keys() - {"read_on", "row"}:
        faults.append(Fault(file, 0, f"không có mục “{key}” ở đầu tệp: hãy bỏ đi."))
    rows = data.get("row", [])
    if isinstance(rows, list) and all(isinstance(row, dict) for row in rows):
        return rows
    faults.append(Fault(file, 0, "mỗi dòng của bảng phải bắt đầu bằng [[row]]."))
    return []


def _read_on(file: str, data: Mapping[str, Any], faults: list[Fault]) -> dt.date:
    read_on = data.get("read_on")
    if type(read_on) is dt.date:
        return read_on
    if data:
        faults.append(Fault(file, 0, "thiếu read_on = ngày đối chiếu bảng, ví dụ 2026-11-21."))
    return dt.date.min


def _lines(text: str, count: int) -> list[int]:
    """The line each row begins on; zeros where they are written another way than [[row]]."""
    lines = [text.count("\n", 0, found.start()) + 1 for found in _HEADING.finditer(text)]
    return lines if len(lines) == count else [0] * count


def _problems(kind: type[Row], hints: dict[str, Any], given: Mapping[str, Any]) -> Iterator[str]:
    names = [field.name for field in fields(kind)]
    for key, value in given.items():
        if key not in names:
            yield _unknown_key(key, names)
        elif wanted := _wanted(hints[key], value):
            yield f"{key}: cần {wanted}."
    for field in fields(kind):
        if field.name not in given and field.default is MISSING:
            yield f"thiếu {field.name}: hãy bổ sung."
    unverified = given.get("unverified", [])
    if isinstance(unverified, list):
        for name in unverified:
            if name not in names:
                yield f"unverified: không có mục “{name}”, hãy ghi tên một mục của dòng."


def _unknown_key(key: str, known: list[str]) -> str:
    near = difflib.get_close_matches(key, known, n=1)
    hint = f"có phải “{near[0]}”?" if near else "hãy bỏ đi."
    return f"không có mục tên “{key}”: {hint}"


def _wanted(hint: Any, value: object) -> str | None:
    """What a value should be, None if it is that."""
    origin = typing.get_origin(hint)
    if origin is Literal:
        choices = typing.get_args(hint)
        return None if value in choices else "một trong các giá trị " + ", ".join(choices)
    if origin is tuple:
        good = isinstance(value, list) and all(isinstance(entry, str) for entry in value)
        return None if good else "danh sách chữ trong ngoặc vuông"
    plain = typing.get_args(hint)[0] if origin is UnionType else hint
    return None if _is(plain, value) else _WANTED[plain]


def _is(plain: type, value: object) -> bool:
    """Exactly of that type: true is no number and a moment no date; a whole coefficient is one."""
    if plain is Decimal:
        return type(value) is int or (isinstance(value, Decimal) and value.is_finite())
    return type(value) is plain


def _converted(given: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: tuple(value)
        if isinstance(value, list)
        else Decimal(value)
        if key == "coefficient"
        else value
        for key, value in given.items()
    }
