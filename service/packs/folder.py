"""A folder as a pack: each .json file in it is a document."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from service import strict_json
from service.errors import PayloadUnreadable, VanthuError
from service.packs.checking import MAX_DOCUMENTS, Entry

WRAPPER = {"document_type", "payload"}


class PackRefused(VanthuError):
    """A folder is no pack."""

    code = "pack_refused"
    title = "Không kiểm tra được bộ hồ sơ"


def entries(folder: Path, read: Callable[[Path], bytes]) -> list[Entry]:
    """The documents of a folder by their files' names; read: the bytes of one file.

    What is hidden, not .json or in inner folders is left alone. Raises PackRefused when there is
    none or too many, OSError; what no JSON can be read from is an entry with its faults.
    """
    paths = sorted(path for path in folder.iterdir() if _is_document(path))
    if not 0 < len(paths) <= MAX_DOCUMENTS:
        raise PackRefused(
            f"“{folder}” có {len(paths)} tệp .json: cần từ 1 đến {MAX_DOCUMENTS} tệp."
        )
    return [_entry(path, read) for path in paths]


def _is_document(path: Path) -> bool:
    return path.suffix == ".json" and not path.name.startswith(".") and path.is_file()


def _entry(path: Path, read: Callable[[Path], bytes]) -> Entry:
    name, stem = _printable(path.name), path.name.split(".")[0]
    try:
        payload: Any = strict_json.loads(read(path))
    except PayloadUnreadable as error:
        return Entry(name, stem, faults=error.faults)
    if isinstance(payload, dict) and payload.keys() == WRAPPER:
        return Entry(name, str(payload["document_type"]), payload["payload"])
    return Entry(name, stem, payload)


def _printable(name: str) -> str:
    """A file's name may hold what steers a terminal or is no text at all."""
    return "".join(letter if letter.isprintable() else "?" for letter in name)
