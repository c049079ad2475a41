"""The report on a batch: a table that Excel opens and programs read."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from service.errors import Finding

COLUMNS = ("row", "status", "file", "pointer", "label", "code", "message", "accepted")

# Excel on Vietnamese Windows splits at semicolons, and takes a file for UTF-8 by its BOM.
SEPARATOR = ";"
ENCODING = "utf-8-sig"

# A spreadsheet runs a cell that starts with one of these.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
_NOTHING = Finding("", "")


class Report:
    """Writes one line per fault of a row that failed, one "ok" line and its advice otherwise.

    accepted: the reason for which the payload accepts a warning.
    """

    def __init__(self, stream: TextIO) -> None:
        self._writer = csv.writer(stream, delimiter=SEPARATOR, lineterminator="\r\n")
        self._writer.writerow(COLUMNS)

    def add_made(self, row: int, file: str, findings: Iterable[Finding]) -> None:
        """A document was made; each finding follows under its severity."""
        self._write(row, "ok", file)
        for finding in findings:
            self._write(row, finding.severity, file, finding)

    def add_failed(self, row: int, faults: Iterable[Finding]) -> None:
        """No document was made."""
        for fault in faults:
            self._write(row, "failed", "", fault)

    def _write(self, row: int, status: str, file: str, told: Finding = _NOTHING) -> None:
        cells = (file, told.pointer, told.label, told.code, told.message, told.accepted)
        self._writer.writerow([row, status, *map(_guarded, cells)])


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
