"""Schemas that use what marshmallow offers and no built-in document needs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from marshmallow import EXCLUDE, ValidationError, fields, post_load, pre_load, validates

from service.errors import fault
from service.fields import Many, Name, Part, Text, Whole
from service.schema import Schema, check


class Plain(Schema):
    name = Name("Tên", required=True)
    count = Whole("Số", load_default=1)


class Doubling(Whole):
    def deserialize(self, value: Any, *args: Any, **kwargs: Any) -> Any:
        return 2 * super().deserialize(value, *args, **kwargs)


class Even(Whole):
    def _validate(self, value: Any) -> None:
        super()._validate(value)
        if value % 2:
            raise ValidationError("odd")


class Renamed(Schema):
    name = Name("Tên", data_key="ten", attribute="called", required=True)


class Deep(Schema):
    name = Name("Tên", attribute="who.name")


class Tolerant(Schema):
    class Meta:
        unknown = EXCLUDE

    name = Name("Tên")


class Prepared(Schema):
    name = Name("Tên", required=True)

    @pre_load
    def with_name(self, data: Any, **_: Any) -> Any:
        return {"name": "prepared"}


class Judged(Schema):
    name = Name("Tên")

    @validates("name")
    def not_x(self, value: str, data_key: str) -> None:
        if value == "x":
            raise ValidationError("x")


class Original(Schema):
    name = Name("Tên")

    @post_load(pass_original=True)
    def with_original(self, data: Any, original: Any, **_: Any) -> Any:
        return {**data, "original": original}


class Collecting(Schema):
    """Steps of whole collections run before the others, whatever their names."""

    name = Name("Tên")

    @post_load
    def a(self, data: Any, **_: Any) -> Any:
        return {**data, "steps": [*data.get("steps", []), "a"]}

    @post_load(pass_collection=True)
    def b(self, data: Any, **_: Any) -> Any:
        return {**data, "steps": [*data.get("steps", []), "b"]}


class Overridden(Schema):
    name = Name("Tên")

    def load(self, data: Any, **_: Any) -> Any:
        return {"loaded": data}


class Steps(Schema):
    name = Name("Tên", post_load=[str.lower, str.title])
    loud = Name("Tên", pre_load=str.upper)
    free = fields.Raw()
    frees = Many(fields.Raw(), "Các số")
    tags = Many(Text("Nhãn", post_load=str.upper), "Nhãn")
    sorted = Many(Whole("Số"), "Số", post_load=sorted)
    twice = Doubling("Số", load_default=1)
    even = Even("Số")
    raw = fields.List(fields.Integer())


class Nest(Schema):
    name = Name("Tên")
    inner = Part(lambda: Nest())
    several = Part(Plain, many=True)
    lenient = Part(Plain, unknown=EXCLUDE)
    judged = Part(Judged)
    checked = Part(Plain, validate=lambda data: _refuse(data, "no"))


def _refuse(data: Any, name: str) -> None:
    if data["name"] == name:
        raise ValidationError(name)


class Checked(Schema):
    n = Whole("Số", required=True)

    @check("n")
    def small(self, data: dict[str, Any]) -> Iterator[Any]:
        if data["n"] > 9:
            yield "n", fault("too_large", max=9)

    @post_load
    def square(self, data: dict[str, Any], **options: Any) -> dict[str, Any]:
        return {**data, "square": data["n"] ** 2, **options}
