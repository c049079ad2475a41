"""Pictures drawn anew from their pixels, by Pillow.

What comes out holds no more than can be seen: no GPS position, no comment, no thumbnail, no second
frame, nothing behind the end. Colour profiles go too: they are programs for somebody else's parser.
"""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from PIL import Image, ImageFile
from PIL.JpegImagePlugin import JpegImageFile, get_sampling
from PIL.PngImagePlugin import PngImageFile

from service.fields._png import png

# Pillow's readers by the first bytes; called by name, so that no other format is ever tried.
READERS: dict[bytes, type[ImageFile.ImageFile]] = {
    b"\x89PNG\r\n\x1a\n": PngImageFile,
    b"\xff\xd8\xff": JpegImageFile,
}
# What Pillow raises for a picture that it cannot read to its end.
UNREADABLE = (
    *(OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, ArithmeticError),
    *(struct.error, zlib.error),
)

# A camera's progressive JPEG has about ten scans. Each costs a pass over all pixels, and a few
# bytes are enough for one (so libjpeg-turbo's own djpeg has -maxscans).
_SCAN, _MOST_SCANS = b"\xff\xda", 100

_ORIENTATION = 0x0112  # Exif 2.32, 4.6.4
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def reader(data: bytes) -> type[ImageFile.ImageFile] | None:
    """The reader of a picture, by its content; None when it is neither PNG nor JPEG."""
    return next((READERS[first] for first in READERS if data.startswith(first)), None)


def header(data: bytes, read: type[ImageFile.ImageFile]) -> ImageFile.ImageFile:
    """The picture with its `size` known, no pixel decoded yet. Raises UNREADABLE."""
    if read is JpegImageFile and data.count(_SCAN) > _MOST_SCANS:
        raise ValueError("scans")
    return read(io.BytesIO(data))


def redrawn(picture: ImageFile.ImageFile) -> tuple[bytes, str, int, int]:
    """Its file anew, upright, with extension, width and height. Raises UNREADABLE."""
    picture.load()
    turn = _TURNS.get(picture.getexif().get(_ORIENTATION, 1))
    image = _printable(picture if turn is None else picture.transpose(turn))
    # Pillow would write what else it read there: comment, profile, Exif.
    image.info = _see_through(image)
    if isinstance(picture, JpegImageFile):
        return _jpeg(image, _fineness(picture)), "jpg", *image.size
    return png(image), "png", *image.size


def png_of(rows: list[bytes], scale: int) -> bytes:
    """A PNG, black on white, of rows of modules, one byte each: 0 or 255; `scale` pixels each."""
    modules = Image.frombytes("L", (len(rows[0]), len(rows)), b"".join(rows))
    width, height = modules.size
    large = modules.resize((width * scale, height * scale), Image.Resampling.NEAREST)
    return png(large.convert("1"))


def _printable(image: Image.Image) -> Image.Image:
    """In a mode that Word and LibreOffice show: 16 bits become 8, CMYK becomes RGB."""
    if image.mode == "P" and not image.palette:
        raise ValueError("no palette")
    if image.mode.startswith("I"):
        return image.point(lambda value: value / 257).convert("L")
    return image.convert("RGB") if image.mode == "CMYK" else image


def _see_through(image: Image.Image) -> dict[str | tuple[int, int], Any]:
    """The colour that a PNG says is transparent, unless it is one of 16 bits, which are 8 now."""
    found = image.info.get("transparency")
    parts = found if isinstance(found, bytes | tuple) else (found or 0,)
    return {} if found is None or max(parts, default=0) > 255 else {"transparency": found}


def _fineness(jpeg: JpegImageFile) -> dict[str, Any]:
    """The picture's own tables, so that drawing it anew loses next to nothing."""
    if jpeg.mode == "CMYK":
        return {"quality": 90}
    return {"qtables": jpeg.quantization, "subsampling": get_sampling(jpeg)}


def _jpeg(image: Image.Image, fineness: dict[str, Any]) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", **fineness)
    return buffer.getvalue()
