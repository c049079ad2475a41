"""What a filter takes, by the annotations of its parameters, and what a field gives."""

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Mapping
from decimal import Decimal
from types import NoneType
from typing import Any, get_args, get_origin

from marshmallow import fields

from service.fields import Choice, Image, Option
from service.word.lint.shapes import Group, Items, Leaf, Shape

# What a field loads; the first that fits.
_LOADED: tuple[tuple[type, type], ...] = (
    (Choice, Option),
    (fields.Boolean, bool),
    (fields.Integer, int),
    (fields.Decimal, Decimal),
    (fields.DateTime, dt.datetime),
    (fields.Date, dt.date),
    (fields.String, str),
)
_NAMES: dict[type, str] = {
    Image: "ảnh",
    Option: "một lựa chọn",
    bool: "có hoặc không",
    int: "số nguyên",
    Decimal: "số",
    dt.datetime: "ngày giờ",
    dt.time: "giờ",
    dt.date: "ngày",
    str: "chữ",
    list: "danh sách",
    Mapping: "nhóm trường",
}


def takes_none(parameter: inspect.Parameter) -> bool:
    """Whether the filter knows what to do when there is no value."""
    return parameter.annotation is Any or NoneType in get_args(parameter.annotation)


def mismatch(parameter: inspect.Parameter, shape: Shape) -> tuple[str, str] | None:
    """In Vietnamese what a parameter wants and what it would be given; None when that may fit."""
    given = _given(shape)
    wanted = [kind for kind in _wanted(parameter.annotation) if kind in _NAMES]
    if given is None or not wanted or any(_fits(given, kind) for kind in wanted):
        return None
    return " hoặc ".join(dict.fromkeys(_NAMES[kind] for kind in wanted)), _NAMES[given]


def _given(shape: Shape) -> type | None:
    if isinstance(shape, Group | Items):
        return Mapping if isinstance(shape, Group) else list
    if not isinstance(shape, Leaf):
        return None
    return next((kind for made, kind in _LOADED if isinstance(shape.field, made)), None)


def _wanted(annotation: Any) -> list[Any]:
    kinds = get_args(annotation) if get_origin(annotation) is not Mapping else (Mapping,)
    return [get_origin(kind) or kind for kind in kinds or (annotation,)]


def _fits(given: type, wanted: type) -> bool:
    # True is no number to anybody but Python.
    return issubclass(given, wanted) and (given is not bool or wanted is bool)
