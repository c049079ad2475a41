"""The ZIP of a batch: documents as they are made, and a report on every row."""

from __future__ import annotations

import io
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from service.batch.files import replacing
from service.batch.report import ENCODING, Report
from service.errors import Finding
from service.naming import UniqueNames
from service.pipeline import Document

REPORT_NAME = "report.csv"

_EPOCH = (1980, 1, 1, 0, 0, 0)


class Bundle:
    """A ZIP in the making; its bytes depend on what is added alone."""

    def __init__(self, archive: zipfile.ZipFile, report: Report) -> None:
        self._archive = archive
        self._report = report
        self._names = UniqueNames()
        self._names.take(REPORT_NAME)

    def add_made(self, row: int, document: Document) -> None:
        """Put a document in, under its own name or the next that is free."""
        name = self._names.take(document.name)
        # Stored: a document is a deflated package already.
        self._archive.writestr(_entry(name, zipfile.ZIP_STORED), document.data)
        self._report.add_made(row, name, document.findings)

    def add_failed(self, row: int, faults: Sequence[Finding]) -> None:
        """Tell in the report why a row gave no document."""
        self._report.add_failed(row, faults)


@contextmanager
def bundle(out: Path) -> Iterator[Bundle]:
    """A bundle that is found at `out` once the block has ended well. Raises OSError."""
    with (
        replacing(out) as file,
        zipfile.ZipFile(file, "w") as archive,
        tempfile.TemporaryFile() as spool,
        io.TextIOWrapper(spool, ENCODING, "backslashreplace", newline="") as lines,
    ):
        yield Bundle(archive, Report(lines))
        lines.flush()
        _copy_in(archive, REPORT_NAME, spool)


def _copy_in(archive: zipfile.ZipFile, name: str, source: IO[bytes]) -> None:
    entry = _entry(name, zipfile.ZIP_DEFLATED)
    entry.file_size = source.seek(0, os.SEEK_END)  # tells zipfile whether ZIP64 is needed
    source.seek(0)
    with archive.open(entry, "w") as target:
        shutil.copyfileobj(source, target)


def _entry(name: str, compression: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = compression
    # Unix: unzip reads the names of entries made on DOS in DOS' own letters, whatever their flag.
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    return entry
