"""Fields that hold other fields, and those that nobody fills in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from marshmallow import ValidationError, fields, missing, validate

from service.errors import fault, message
from service.fields._options import COMMON, labelled

MAX_ITEMS = 1_000


class Part(fields.Nested):
    """A group of fields with a schema of its own."""

    default_error_messages = {**COMMON, "type": message("not_object")}

    def __init__(self, schema: Any, label: str = "", help: str = "", **options: Any) -> None:
        super().__init__(schema, **labelled(label, help, options))


class Many(fields.List[Any]):
    """A list of one kind of thing; absent or null means empty."""

    default_error_messages = {**COMMON, "invalid": message("not_list")}

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
        super().__init__(inner, validate=bounds, **labelled(label, help, options))
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
    """A value that the service works out itself; a payload must not hold it.

    of: the fields beside it that it shows, so that who prints it has printed them.
    """

    def __init__(self, label: str, help: str = "", *, of: Sequence[str] = ()) -> None:
        super().__init__(**labelled(label, help, {"dump_only": True}))
        self.of = tuple(of)
