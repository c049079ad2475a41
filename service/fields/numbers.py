"""Fields that hold numbers."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from marshmallow import ValidationError, fields, validate

from service.errors import fault, message
from service.fields._options import COMMON, labelled

MAX_AMOUNT = 10**15
MAX_DIGITS = 30


class Whole(fields.Integer):
    """A whole number, bounds included."""

    default_error_messages = {**COMMON, "invalid": message("not_whole_number")}

    def __init__(
        self,
        label: str,
        help: str = "",
        *,
        minimum: int = 0,
        maximum: int = MAX_AMOUNT,
        **options: Any,
    ) -> None:
        self.maximum = maximum
        super().__init__(
            strict=True, validate=_between(minimum, maximum), **labelled(label, help, options)
        )

    def _validated(self, value: Any) -> int:
        if isinstance(value, float | Decimal):
            return self._whole(Decimal(value))
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.make_error("invalid")
        return value

    def _whole(self, number: Decimal) -> int:
        """JSON Schema's integers include 15.0."""
        if number.is_finite() and number.adjusted() > MAX_DIGITS:
            # Before it is written out: that takes a minute for 1e1000000.
            raise ValidationError(fault("too_large", max=self.maximum))
        if not number.is_finite() or number != number.to_integral_value():
            raise self.make_error("invalid")
        return int(number)


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
    default_error_messages = {**COMMON, "invalid": message("not_number")}

    def __init__(
        self,
        label: str,
        help: str = "",
        *,
        minimum: int = 0,
        maximum: int = MAX_AMOUNT,
        **options: Any,
    ) -> None:
        super().__init__(validate=_between(minimum, maximum), **labelled(label, help, options))

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
