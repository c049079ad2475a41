"""Fields that hold one of a few values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import fields, validate

from service.errors import fault, message
from service.fields._options import COMMON, labelled


class Flag(fields.Boolean):
    """true or false, nothing else; false when absent."""

    default_error_messages = {**COMMON, "invalid": message("not_boolean")}

    def __init__(self, label: str, help: str = "", **options: Any) -> None:
        if not options.get("required"):
            options.setdefault("load_default", False)
        super().__init__(**labelled(label, help, options))

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> bool:
        if not isinstance(value, bool):
            raise self.make_error("invalid")
        return value


class Option(str):
    """A chosen key that knows its Vietnamese label."""

    label: str
    __slots__ = ("label",)

    def __new__(cls, key: str, label: str) -> Option:
        self = super().__new__(cls, key)
        self.label = label
        return self

    def __reduce__(self) -> tuple[type[Option], tuple[str, str]]:
        return Option, (str(self), self.label)


class Choice(fields.String):
    """One of a fixed set of keys, as an Option; `choices` maps each key to its Vietnamese name."""

    default_error_messages = {**COMMON, "invalid": message("not_choice")}

    def __init__(
        self, label: str, choices: Mapping[str, str], help: str = "", **options: Any
    ) -> None:
        self.choices = dict(choices)
        named = ", ".join(f"{key} ({name})" for key, name in self.choices.items())
        one_of = validate.OneOf(list(self.choices), error=fault("not_choice", choices=named))
        self._options = {key: Option(key, name) for key, name in self.choices.items()}
        if default := options.get("load_default"):
            options["load_default"] = self._option(default)
        options = labelled(label, help, options)
        options["metadata"] |= {"x-labels": self.choices}
        super().__init__(validate=one_of, **options)
        self.error_messages["invalid"] = one_of.error

    def _option(self, key: str) -> Option:
        return self._options[key] if key in self._options else Option(key, key)

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> Option:
        return self._option(super()._deserialize(value, *args, **kwargs))
