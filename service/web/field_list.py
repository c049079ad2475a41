"""The fields of a document type as people read them, derived from its schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import marshmallow
from marshmallow import validate

from service import fields
from service.fields import label_of

AnyField = marshmallow.fields.Field[Any]

# What to type, said once per kind of field; a field's nearest ancestor in the table counts.
KINDS: dict[type[AnyField], str] = {
    fields.Text: "chữ, được xuống dòng",
    fields.Name: "chữ trên một dòng",
    fields.Symbol: "số, ký hiệu văn bản",
    fields.Abbreviation: "chữ viết tắt in hoa",
    fields.Whole: "số nguyên",
    fields.Year: "năm",
    fields.Dong: "số tiền, tính bằng đồng",
    fields.Percent: "số phần trăm nguyên",
    fields.Quantity: "số, phần lẻ sau dấu chấm",
    fields.Flag: "true hoặc false",
    fields.Day: "ngày, ví dụ 2022-11-08",
    fields.Moment: "ngày giờ, ví dụ 2022-11-08T14:00",
    fields.Picture: "tệp ảnh .png hoặc .jpg viết bằng base64",
    fields.Choice: "một trong các giá trị",
    fields.Part: "nhóm trường",
    fields.Many: "danh sách",
    marshmallow.fields.Field: "giá trị",
}


@dataclass(frozen=True)
class Entry:
    """One field. path: keys joined by dots; kind: what to type; choices: key to name."""

    path: str
    label: str
    kind: str
    help: str
    required: bool
    choices: Mapping[str, str]
    fields: tuple[Entry, ...]

    @property
    def key(self) -> str:
        """The field's key in JSON."""
        return self.path.rpartition(".")[2]

    @property
    def level(self) -> int:
        """How deep the field lies; 0 for the outermost."""
        return self.path.count(".")


def entries(schema: marshmallow.Schema, outer: str = "") -> tuple[Entry, ...]:
    """The fields that a payload may hold, in the order of the schema, each with its own."""
    return tuple(_entry(field, f"{outer}{key}") for key, field in schema.load_fields.items())


def walk(found: Iterable[Entry]) -> Iterator[Entry]:
    """All entries, each before those inside it."""
    for entry in found:
        yield entry
        yield from walk(entry.fields)


def _entry(field: AnyField, path: str) -> Entry:
    inner = _innermost(field)
    return Entry(
        path=path,
        label=label_of(field),
        kind=_kind(field),
        help=str(field.metadata.get("description", "")),
        required=field.required,
        choices=inner.choices if isinstance(inner, fields.Choice) else {},
        fields=entries(inner.schema, f"{path}.") if isinstance(inner, fields.Part) else (),
    )


def _innermost(field: AnyField) -> AnyField:
    return _innermost(field.inner) if isinstance(field, marshmallow.fields.List) else field


def _kind(field: AnyField) -> str:
    named = next(KINDS[ancestor] for ancestor in type(field).__mro__ if ancestor in KINDS)
    if isinstance(field, marshmallow.fields.List):
        return f"{named} {_bounds(field)}; mỗi mục: {_kind(field.inner)}"
    return named


def _bounds(field: AnyField) -> str:
    lengths = [bound for bound in field.validators if isinstance(bound, validate.Length)]
    least = max((bound.min or 0 for bound in lengths), default=0)
    most = min(bound.max for bound in lengths if bound.max)
    return f"{least}–{most} mục"
