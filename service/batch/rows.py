"""Payloads one a line: .jsonl files, read as they come, however long."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from service.errors import PayloadUnreadable

_BOM = b"\xef\xbb\xbf"
_LINE_END = len(b"\r\n")
_CHUNK = 64 * 1024


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a file: its number as an editor shows it, its bytes without the line end.

    fault: why the line cannot be used, in Vietnamese; empty when it can.
    """

    number: int
    line: bytes
    fault: str = ""

    @property
    def payload(self) -> bytes:
        """The JSON bytes. Raises PayloadUnreadable when the line cannot be used."""
        if self.fault:
            raise PayloadUnreadable(self.fault)
        return self.line


def read(path: Path, limit: int) -> Iterator[Row]:
    """The lines of a file that hold something; one of more than `limit` bytes carries a fault.

    At most one line is in memory, and of a longer one only its beginning. A BOM and CRLF line
    ends are accepted. Raises OSError.
    """
    with path.open("rb") as file:
        number = 0
        while raw := file.readline(limit + len(_BOM) + _LINE_END):
            number += 1
            row = _row(number, raw, limit)
            if row.fault:
                _skip_rest(file, raw)
            if row.fault or row.line.strip():
                yield row


def _row(number: int, raw: bytes, limit: int) -> Row:
    line = raw.removeprefix(_BOM) if number == 1 else raw
    line = line.removesuffix(b"\n").removesuffix(b"\r")
    if len(line) > limit:
        return Row(number, b"", f"Dòng quá dài: tối đa {limit} byte. Hãy rút ngắn dữ liệu.")
    return Row(number, line)


def _skip_rest(file: BinaryIO, start: bytes) -> None:
    chunk = start
    while chunk and not chunk.endswith(b"\n"):
        chunk = file.readline(_CHUNK)
