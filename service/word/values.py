"""What may be printed: words, numbers, days. Anything else is a mistake in the template."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from jinja2 import Undefined

from service.strict_json import escape

_PRINTED = (str, int, float, Decimal, dt.date, dt.time, type(None))

# What XML 1.0 cannot hold (2.2 Char), lone surrogates among it.
_UNHOLDABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Unholdable(ValueError):
    """A value with a character that XML cannot hold."""


class Unprintable(TypeError):
    """A value that is no text, such as a list, where text is printed."""


class Misplaced(Unprintable):
    """Words where only whole paragraphs may stand."""


def worded(value: Any) -> str:
    """The text of a value. Raises Unprintable when it is none, UndefinedError when missing."""
    if isinstance(value, Undefined):
        return str(value)
    if not isinstance(value, _PRINTED):
        raise Unprintable(type(value).__name__)
    return value if isinstance(value, str) else str(value)


def holdable(text: str) -> str:
    """The text. Raises Unholdable when XML cannot hold it."""
    if _UNHOLDABLE.search(text):
        raise Unholdable
    return text


def unholdable(data: Any, pointer: str = "") -> Iterator[tuple[str, str]]:
    """Every (JSON pointer, character) of the data that XML cannot hold."""
    if isinstance(data, str):
        if found := _UNHOLDABLE.search(data):
            yield pointer, found.group()
    elif isinstance(data, Mapping):
        for key, value in data.items():
            place = f"{pointer}/{escape(str(key))}"
            yield from unholdable(str(key), place)
            yield from unholdable(value, place)
    elif isinstance(data, list | tuple):
        for index, value in enumerate(data):
            yield from unholdable(value, f"{pointer}/{index}")
