"""Fields that hold pictures, and the pictures that they load as."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any

from marshmallow import ValidationError, fields

from service.errors import Message, fault, message
from service.fields._options import COMMON, labelled

MAX_ENCODED = 1_500_000
MAX_SIDE = 10_000
# An A4 page at 400 dpi has 15.5 million. Decoded, each takes up to 12 bytes for a moment.
MAX_PIXELS = 16_000_000
MAX_PIXELS_TOGETHER = 48_000_000

_MILLION = 1_000_000
_BYTES_PER_LETTER = Decimal("0.75")


@dataclass(frozen=True)
class Image:
    """A picture as a document holds it.

    data: a PNG or JPEG file of our own making; extension: png or jpg; width, height: in pixels.
    """

    data: bytes = field(repr=False)
    extension: str
    width: int
    height: int

    @cached_property
    def digest(self) -> str:
        """Hexadecimal digest of the file."""
        return hashlib.sha256(self.data).hexdigest()


class PictureRefused(Exception):
    """What was given cannot be used as a picture; `fault` says why and what to do."""

    def __init__(self, fault: Message) -> None:
        super().__init__(fault)
        self.fault = fault


class Allowance:
    """The pixels that the pictures of one payload may still have: few bytes can hold very many."""

    def __init__(self) -> None:
        self._left = MAX_PIXELS_TOGETHER

    def take(self, pixels: int) -> None:
        """Raises PictureRefused when they are too many."""
        self._left -= pixels
        if self._left < 0:
            most = MAX_PIXELS_TOGETHER // _MILLION
            raise PictureRefused(fault("pictures_too_large", max=most))


_ALLOWANCE: ContextVar[Allowance | None] = ContextVar("allowance", default=None)


@contextmanager
def one_payload() -> Iterator[None]:
    """While it lasts, the fields of this thread load the pictures of one payload."""
    token = _ALLOWANCE.set(Allowance())
    try:
        yield
    finally:
        _ALLOWANCE.reset(token)


def image_of(encoded: str, allowance: Allowance) -> Image:
    """The picture of a base64 text; line breaks in it are allowed. Raises PictureRefused."""
    # Pillow is slow to load, and most documents hold no picture.
    from service.fields import _pixels

    data = _decoded(encoded)
    reader = _pixels.reader(data)
    if reader is None:
        raise PictureRefused(fault("not_picture"))
    try:
        picture = _pixels.header(data, reader)
        _require_modest(*picture.size)
        allowance.take(picture.width * picture.height)
        return Image(*_pixels.redrawn(picture))
    except _pixels.UNREADABLE as error:
        raise PictureRefused(fault("picture_damaged")) from error


def _decoded(encoded: str) -> bytes:
    if len(encoded) > MAX_ENCODED:
        most = MAX_ENCODED * _BYTES_PER_LETTER / _MILLION
        raise PictureRefused(fault("picture_too_heavy", max=most.quantize(Decimal("0.1"))))
    try:
        return base64.b64decode("".join(encoded.split()), validate=True)
    except (binascii.Error, ValueError) as error:
        raise PictureRefused(fault("not_base64")) from error


def _require_modest(width: int, height: int) -> None:
    if max(width, height) > MAX_SIDE or width * height > MAX_PIXELS:
        most = {"side": MAX_SIDE, "max": MAX_PIXELS // _MILLION}
        raise PictureRefused(fault("picture_too_large", width=width, height=height, **most))


class Picture(fields.Field[Image]):
    """A .png or .jpg file in base64 (RFC 4648, section 4), loaded as an Image."""

    default_error_messages = {**COMMON, "invalid": message("not_base64")}

    def __init__(self, label: str, help: str = "", **options: Any) -> None:
        options = labelled(label, help, options)
        options["metadata"] |= {"type": "string", "maxLength": MAX_ENCODED, "content": _CONTENT}
        super().__init__(**options)

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> Image:
        if not isinstance(value, str):
            raise self.make_error("invalid")
        try:
            return image_of(value, _ALLOWANCE.get() or Allowance())
        except PictureRefused as refused:
            raise ValidationError(refused.fault) from refused


# Of a text that holds a file (JSON Schema 2020-12, Validation, 8.3 and 8.4).
_CONTENT = {
    "contentEncoding": "base64",
    "anyOf": [{"contentMediaType": "image/png"}, {"contentMediaType": "image/jpeg"}],
}
