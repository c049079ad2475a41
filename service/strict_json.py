"""JSON as documents need it: UTF-8, no duplicate keys, no NaN, numbers exact, depth bounded."""

from __future__ import annotations

import itertools
import json
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NoReturn

from service.errors import MAX_FINDINGS, Finding, PayloadUnreadable, fault, finding_of

MAX_DEPTH = 32
MAX_DIGITS = 40


class _Ambiguous(dict[str, Any]):
    """A JSON object some of whose keys came twice."""

    __slots__ = ("duplicates",)

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        counts = Counter(key for key, _ in pairs)
        self.duplicates = [key for key, count in counts.items() if count > 1]


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    return value if len(value) == len(pairs) else _Ambiguous(pairs)


def loads(data: bytes) -> Any:
    """Parse UTF-8 JSON bytes (a BOM is allowed); decimal fractions become Decimal.

    Raises PayloadUnreadable with the line and column, or with every duplicate key and every
    place that is nested deeper than MAX_DEPTH.
    """
    value = _parse(_decode(data))
    if not _is_sound(value):
        findings = tuple(itertools.islice(_structure(value, ()), MAX_FINDINGS))
        raise PayloadUnreadable("Dữ liệu JSON có trường trùng tên hoặc lồng quá sâu.", findings)
    return value


def _is_sound(value: Any) -> bool:
    """Whether no key comes twice and nothing is nested too deep; which and where is told later."""
    level = [value]
    for _ in range(MAX_DEPTH + 1):
        level = [node for node in level if isinstance(node, dict | list)]
        if not level:
            return True
        if any(isinstance(node, _Ambiguous) for node in level):
            return False
        level = [
            item for node in level for item in (node.values() if isinstance(node, dict) else node)
        ]
    return False


def _decode(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PayloadUnreadable(
            f"Không phải UTF-8 (byte thứ {error.start + 1}). Hãy lưu lại dữ liệu với mã UTF-8."
        ) from error


def _parse(text: str) -> Any:
    if not text.strip():
        raise PayloadUnreadable("Dữ liệu trống: tệp hoặc yêu cầu không có nội dung nào.")
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_float=_exact,
            parse_int=_whole,
            parse_constant=_refuse,
        )
    except json.JSONDecodeError as error:
        raise PayloadUnreadable(
            f"Sai cú pháp JSON ở {_place(error)}: thường do thiếu hoặc thừa dấu phẩy, dấu nháy, "
            "dấu ngoặc."
        ) from error
    except RecursionError as error:
        raise PayloadUnreadable(fault("too_deep", max=MAX_DEPTH)) from error


def _place(error: json.JSONDecodeError) -> str:
    # A line of a batch is a text of one line: "line 1" would contradict the report's row.
    column = f"cột {error.colno}"
    return f"dòng {error.lineno}, {column}" if "\n" in error.doc.strip() else column


def _exact(text: str) -> Decimal:
    try:
        return Decimal(_bounded(text))
    except ArithmeticError as error:
        raise PayloadUnreadable(f"Số mũ quá lớn: {text}.") from error


def _whole(text: str) -> int:
    return int(_bounded(text))


def _bounded(text: str) -> str:
    if len(text) > MAX_DIGITS:
        raise PayloadUnreadable(f"Số quá dài: {text[:20]}… Nhiều nhất {MAX_DIGITS} chữ số.")
    return text


def _refuse(name: str) -> NoReturn:
    raise PayloadUnreadable(f"{name} không phải số dùng được trong JSON: hãy thay bằng một số.")


def _structure(value: dict[str, Any] | list[Any], path: tuple[Any, ...]) -> Iterator[Finding]:
    if len(path) >= MAX_DEPTH:
        yield finding_of(fault("too_deep", max=MAX_DEPTH), _pointer(path))
        return
    for key in getattr(value, "duplicates", ()):
        yield finding_of(fault("duplicate_key"), _pointer((*path, key)))
    for key, item in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(item, dict | list):
            yield from _structure(item, (*path, key))


def _pointer(path: tuple[Any, ...]) -> str:
    return "".join(f"/{escape(key)}" for key in path)


def escape(key: str | int) -> str:
    """One reference token of a JSON pointer (RFC 6901), safe to print and at most 80 letters."""
    return shown(str(key)).replace("~", "~0").replace("/", "~1")


def shown(text: str) -> str:
    """A text from outside, safe to print: its first 80 letters, controls as \\u001b."""
    return "".join(
        letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in text[:80]
    )
