"""Fields that hold days and moments."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar

from marshmallow import fields

from service.errors import message
from service.fields._options import COMMON, labelled
from service.vietnamese import dates

T = TypeVar("T")


class Day(fields.Date):
    """A calendar day: 2022-11-08, or day first as people type it, 08/11/2022."""

    default_error_messages = {**COMMON, "invalid": message("not_date")}

    def __init__(self, label: str, help: str = "", **options: Any) -> None:
        super().__init__(**labelled(label, help, options))

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> dt.date:
        return _parsed(self, dates.parse_day, value)


class Moment(fields.NaiveDateTime):
    """A day and a time in Vietnam: 2022-11-08T14:00."""

    default_error_messages = {**COMMON, "invalid": message("not_moment")}

    def __init__(self, label: str, help: str = "", **options: Any) -> None:
        super().__init__(**labelled(label, help, options))

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> dt.datetime:
        return _parsed(self, dates.parse_moment, value)


def _parsed(field: fields.Field[Any], parse: Callable[[str], T], value: Any) -> T:
    if not isinstance(value, str):
        raise field.make_error("invalid")
    try:
        return parse(value)
    except ValueError as error:
        raise field.make_error("invalid") from error
