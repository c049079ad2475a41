"""The fields that document schemas are made of.

Every field takes a Vietnamese label and a help text; the form, the docs and the messages derive
from them. A field that is not `required` may be absent or null and then loads as None (lists: []).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, TypeVar

from marshmallow import ValidationError, fields, missing, validate

from service.errors import fault, message
from service.vietnamese import dates, text

T = TypeVar("T")

MAX_TEXT = 5_000
MAX_BREAKS = 200
MAX_NAME = 300
MAX_ITEMS = 1_000
MAX_AMOUNT = 10**15

_COMMON = {name: message(name) for name in ("required", "null")}


def _options(label: str, help_: str, options: dict[str, Any]) -> dict[str, Any]:
    """marshmallow's own options for a labelled field: absent means None unless required."""
    metadata = {"title": label} | ({"description": help_} if help_ else {})
    if not options.get("required") and not options.get("dump_only"):
        options.setdefault("load_default", None)
    return {"metadata": metadata, **options}


def label_of(field: fields.Field[Any]) -> str:
    """The Vietnamese label of a field."""
    return str(field.metadata.get("title", field.name))


# Vietnamese letters take at most three characters before they are composed, and two marks.
_DECOMPOSED = 3
_SAYS_SOMETHING = re.compile(r"[^\W_]|[%‰]")
_STACKED = re.compile("[\u0300-\u036f]{9,}")


class Text(fields.String):
    """Words as a person typed them; newlines and tabs stay. NFC, no control characters."""

    default_error_messages = {**_COMMON, "invalid": message("not_text")}

    def __init__(
        self, label: str, help: str = "", *, max_length: int = MAX_TEXT, **options: Any
    ) -> None:
        self.max_length = max_length
        bounds = [
            validate.Length(min=1, error=message("blank")),
            validate.Length(max=max_length, error=message("too_long")),
        ]
        options["validate"] = [*bounds, *options.get("validate", [])]
        super().__init__(**_options(label, help, options))

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> str:
        raw = super()._deserialize(value, *args, **kwargs)
        self._refuse_costly(raw)
        words = text.clean(raw)
        if illegal := text.illegal_characters(words):
            raise ValidationError(fault("control_character", found=", ".join(illegal)))
        if not _SAYS_SOMETHING.search(words):
            raise ValidationError(fault("blank"))
        return words

    def _refuse_costly(self, raw: str) -> None:
        """Before anything whose cost grows faster than the text: composing, filling."""
        if len(raw) > _DECOMPOSED * self.max_length:
            raise ValidationError(fault("too_long", max=self.max_length))
        if not raw.isascii() and _STACKED.search(raw):
            raise ValidationError(fault("stacked_marks"))
        if raw.count("\n") + raw.count("\t") > MAX_BREAKS:
            raise ValidationError(fault("too_many_breaks", max=MAX_BREAKS))


_BREAKS = re.compile("[\n\t\u2028\u2029]")


class Name(Text):
    """Words on one line: a name, a post, a subject. Outer white space is dropped."""

    def __init__(
        self, label: str, help: str = "", *, max_length: int = MAX_NAME, **options: Any
    ) -> None:
        super().__init__(label, help, max_length=max_length, **options)

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> str:
        words = super()._deserialize(value, *args, **kwargs).strip()
        if _BREAKS.search(words):
            raise ValidationError(fault("line_break_in_name"))
        return words


class Pattern(Name):
    """A name that must match a pattern; the fault's code says which."""

    pattern: re.Pattern[str]
    code: str

    def __init__(self, label: str, help: str = "", **options: Any) -> None:
        matches = validate.Regexp(self.pattern, error=message(self.code))
        super().__init__(label, help, validate=[matches], max_length=60, **options)


class Symbol(Pattern):
    """Number and symbol of a document as cited: 152/2025/NĐ-CP, 15/KH-BQL, 34-CT/TW."""

    pattern = re.compile(r"^\d{1,6}[a-z]?(/\d{4})?[-/][A-ZĐƯÔƠÂÊĂa-zđ0-9&/-]+$")
    code = "not_symbol"


class Abbreviation(Pattern):
    """Short form of a body in a symbol: BQL, KTĐ, UBND-VX (NĐ 30/2020, Phụ lục I, II.3)."""

    pattern = re.compile(r"^[A-ZĐƯÔƠÂÊĂ0-9&]+(-[A-ZĐƯÔƠÂÊĂ0-9&]+)*$")
    code = "not_abbreviation"


class Whole(fields.Integer):
    """A whole number, bounds included."""

    default_error_messages = {**_COMMON, "invalid": message("not_whole_number")}

    def __init__(
        self,
        label: str,
        help: str = "",
        *,
        minimum: int = 0,
        maximum: int = MAX_AMOUNT,
        **options: Any,
    ) -> None:
        super().__init__(
            strict=True, validate=_between(minimum, maximum), **_options(label, help, options)
        )

    def _validated(self, value: Any) -> int:
        if isinstance(value, float | Decimal) and value == value.__trunc__():
            return int(value)  # JSON Schema's integers include 15.0
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.make_error("invalid")
        return value


class Year(Whole):
    """A calendar year."""

    def __init__(self, label: str, help: str = "", **options: Any) -> None:
        super().__init__(label, help, minimum=1945, maximum=2100, **options)


class Dong(Whole):
    """A sum of money in whole đồng, from 1."""

    def __init__(self, label: str, help: str = "", **options: Any) -> None:
        super().__init__(label, help, **{"minimum": 1, **options})


class Percent(Whole):
    """A share demanded by a rule, in whole percent; results are computed, never typed."""

    def __init__(self, label: str, help: str = "", **options: Any) -> None:
        super().__init__(label, help, minimum=1, maximum=100, **options)


class Quantity(fields.Decimal):
    """An exact number, at most 4 decimals, bounds included."""

    PLACES = 4
    default_error_messages = {**_COMMON, "invalid": message("not_number")}

    def __init__(
        self,
        label: str,
        help: str = "",
        *,
        minimum: int = 0,
        maximum: int = MAX_AMOUNT,
        **options: Any,
    ) -> None:
        super().__init__(validate=_between(minimum, maximum), **_options(label, help, options))

    def _validated(self, value: Any) -> Decimal:
        if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
            raise self.make_error("invalid")
        number = Decimal(str(value))
        if not number.is_finite():
            raise self.make_error("invalid")
        if -int(number.as_tuple().exponent) > self.PLACES:
            raise ValidationError(fault("too_precise", places=self.PLACES))
        return number

    def _serialize(self, value: Any, *args: Any, **kwargs: Any) -> Any:
        return None if value is None else float(value)  # for the defaults shown in JSON Schema


def _between(minimum: int, maximum: int) -> list[validate.Validator]:
    return [
        validate.Range(min=minimum, error=message("too_small")),
        validate.Range(max=maximum, error=message("too_large")),
    ]


class Flag(fields.Boolean):
    """true or false, nothing else; false when absent."""

    default_error_messages = {**_COMMON, "invalid": message("not_boolean")}

    def __init__(self, label: str, help: str = "", **options: Any) -> None:
        if not options.get("required"):
            options.setdefault("load_default", False)
        super().__init__(**_options(label, help, options))

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> bool:
        if not isinstance(value, bool):
            raise self.make_error("invalid")
        return value


class Day(fields.Date):
    """A calendar day: 2022-11-08, or day first as people type it, 08/11/2022."""

    default_error_messages = {**_COMMON, "invalid": message("not_date")}

    def __init__(self, label: str, help: str = "", **options: Any) -> None:
        super().__init__(**_options(label, help, options))

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> dt.date:
        return _parsed(self, dates.parse_day, value)


class Moment(fields.NaiveDateTime):
    """A day and a time in Vietnam: 2022-11-08T14:00."""

    default_error_messages = {**_COMMON, "invalid": message("not_moment")}

    def __init__(self, label: str, help: str = "", **options: Any) -> None:
        super().__init__(**_options(label, help, options))

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> dt.datetime:
        return _parsed(self, dates.parse_moment, value)


def _parsed(field: fields.Field[Any], parse: Callable[[str], T], value: Any) -> T:
    if not isinstance(value, str):
        raise field.make_error("invalid")
    try:
        return parse(value)
    except ValueError as error:
        raise field.make_error("invalid") from error


class Option(str):
    """A chosen key that knows its Vietnamese label."""

    label: str
    __slots__ = ("label",)

    def __new__(cls, key: str, label: str) -> Option:
        self = super().__new__(cls, key)
        self.label = label
        return self


class Choice(fields.String):
    """One of a fixed set of keys, as an Option; `choices` maps each key to its Vietnamese name."""

    default_error_messages = {**_COMMON, "invalid": message("not_choice")}

    def __init__(
        self, label: str, choices: Mapping[str, str], help: str = "", **options: Any
    ) -> None:
        self.choices = dict(choices)
        named = ", ".join(f"{key} ({name})" for key, name in self.choices.items())
        one_of = validate.OneOf(list(self.choices), error=fault("not_choice", choices=named))
        if default := options.get("load_default"):
            options["load_default"] = self._option(default)
        options = _options(label, help, options)
        options["metadata"] |= {"x-labels": self.choices}
        super().__init__(validate=one_of, **options)
        self.error_messages["invalid"] = one_of.error

    def _option(self, key: str) -> Option:
        return Option(key, self.choices.get(key, key))

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> Option:
        return self._option(super()._deserialize(value, *args, **kwargs))


class Part(fields.Nested):
    """A group of fields with a schema of its own."""

    default_error_messages = {**_COMMON, "type": message("not_object")}

    def __init__(self, schema: Any, label: str = "", help: str = "", **options: Any) -> None:
        super().__init__(schema, **_options(label, help, options))


class Many(fields.List[Any]):
    """A list of one kind of thing; absent or null means empty."""

    default_error_messages = {**_COMMON, "invalid": message("not_list")}

    def __init__(
        self,
        inner: Any,
        label: str,
        help: str = "",
        *,
        minimum: int = 0,
        maximum: int = MAX_ITEMS,
        **options: Any,
    ) -> None:
        self.maximum = maximum
        if minimum:
            options["required"] = True
        else:
            options |= {"load_default": list, "allow_none": True}
        bounds = [
            validate.Length(min=minimum, error=message("too_few")),
            validate.Length(max=maximum, error=message("too_many")),
        ]
        super().__init__(inner, validate=bounds, **_options(label, help, options))
        self.inner.required, self.inner.allow_none = True, False
        self.inner.load_default = missing

    def deserialize(self, value: Any, *args: Any, **kwargs: Any) -> Any:
        given = missing if value is None and not self.required else value
        return super().deserialize(given, *args, **kwargs)

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> list[Any]:
        # Before the items are loaded and compared: their number is what makes that costly.
        if isinstance(value, list) and len(value) > self.maximum:
            raise ValidationError(fault("too_many", max=self.maximum))
        return super()._deserialize(value, *args, **kwargs)


class Computed(fields.Raw):
    """A value that the service works out itself; a payload must not hold it."""

    def __init__(self, label: str, help: str = "") -> None:
        super().__init__(**_options(label, help, {"dump_only": True}))
