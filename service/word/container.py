"""The .docx package: a zip whose bytes depend on its members alone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_EPOCH = (1980, 1, 1, 0, 0, 0)
_FIRST = "[Content_Types].xml"


def pack(members: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of name -> content, the content types first, then by name, without time stamps."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(members, key=lambda name: (name != _FIRST, name)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = compression
            entry.external_attr = 0o600 << 16
            entry.create_system = 0
            archive.writestr(entry, members[name])
    return buffer.getvalue()


def unpack(package: bytes) -> dict[str, bytes]:
    """The members of a zip. Raises zipfile.BadZipFile when it is none."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
