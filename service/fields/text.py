"""Fields that hold words."""

from __future__ import annotations

import re
from typing import Any

from marshmallow import ValidationError, fields, validate

from service.errors import fault, message
from service.fields._options import COMMON, labelled
from service.vietnamese import text

MAX_TEXT = 5_000
MAX_NAME = 300

# Vietnamese letters take at most three characters before they are composed, and two marks.
_DECOMPOSED = 3
_SAYS_SOMETHING = re.compile(r"[^\W_]|[%‰]")
_STACKED = re.compile("[\u0300-\u036f]{9,}")


def _is_right(words: str) -> bool:
    """Whether nothing of it needs repair or a fault, told at once; False of some right words."""
    return text.is_plain(words) and _SAYS_SOMETHING.search(words) is not None


class Text(fields.String):
    """Words as a person typed them; newlines and tabs within stay. NFC, no control characters."""

    default_error_messages = {**COMMON, "invalid": message("not_text")}

    def __init__(
        self, label: str, help: str = "", *, max_length: int = MAX_TEXT, **options: Any
    ) -> None:
        self.max_length = max_length
        bounds = [
            validate.Length(min=1, error=message("blank")),
            validate.Length(max=max_length, error=message("too_long")),
        ]
        options["validate"] = [*bounds, *options.get("validate", [])]
        super().__init__(**labelled(label, help, options))

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> str:
        if isinstance(value, str) and len(value) <= self.max_length and _is_right(value):
            return value.strip()
        raw = super()._deserialize(value, *args, **kwargs)
        self._refuse_costly(raw)
        words = text.clean(raw)
        if illegal := text.illegal_characters(words):
            raise ValidationError(fault("control_character", found=", ".join(illegal)))
        if not _SAYS_SOMETHING.search(words):
            raise ValidationError(fault("blank"))
        return words.strip()

    def _refuse_costly(self, raw: str) -> None:
        """Before composing, whose cost grows faster than the text."""
        if len(raw) > _DECOMPOSED * self.max_length:
            raise ValidationError(fault("too_long", max=self.max_length))
        if not raw.isascii() and _STACKED.search(raw):
            raise ValidationError(fault("stacked_marks"))


_BREAKS = re.compile("[\n\t\u2028\u2029]")


class Name(Text):
    """Words on one line: a name, a post, a subject."""

    def __init__(
        self, label: str, help: str = "", *, max_length: int = MAX_NAME, **options: Any
    ) -> None:
        super().__init__(label, help, max_length=max_length, **options)

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> str:
        words = super()._deserialize(value, *args, **kwargs)
        if not words.isprintable() and _BREAKS.search(words):
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
