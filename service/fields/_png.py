"""PNG files as they are written: the same bytes on every processor.

Pillow filters the rows; its zlib packs as the processor of the day does it best, libdeflate packs
alike on all of them, and faster (PNG specification, 5.3 and 10).
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator

from deflate import crc32, zlib_compress
from PIL import Image

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_LENGTH_AND_TYPE = struct.Struct(">I4s")
_SUM = struct.Struct(">I")
_LEVEL = 6


def png(image: Image.Image) -> bytes:
    """The PNG file of a picture."""
    buffer = io.BytesIO()
    image.save(buffer, "PNG", compress_level=0)
    head, rows, stored = [_SIGNATURE], bytearray(), zlib.decompressobj()
    for kind, content in _chunks(buffer.getbuffer()):
        if kind == b"IDAT":
            rows += stored.decompress(content)
        elif kind != b"IEND":
            head.append(_chunk(kind, bytes(content)))
    pixels = bytes(zlib_compress(rows, _LEVEL))
    return b"".join([*head, _chunk(b"IDAT", pixels), _chunk(b"IEND", b"")])


def _chunks(file: memoryview) -> Iterator[tuple[bytes, memoryview]]:
    """Type and content of each chunk."""
    at = len(_SIGNATURE)
    while at < len(file):
        length, kind = _LENGTH_AND_TYPE.unpack_from(file, at)
        start = at + _LENGTH_AND_TYPE.size
        yield kind, file[start : start + length]
        at = start + length + _SUM.size


def _chunk(kind: bytes, content: bytes) -> bytes:
    checked = kind + content
    return _LENGTH_AND_TYPE.pack(len(content), kind) + content + _SUM.pack(crc32(checked))
