"""A book: many payloads of one type made into one PDF to print, past the rows that fail."""

from __future__ import annotations

import io
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from service.batch.files import replacing
from service.batch.jobs import Outcome, Summary, outcome
from service.batch.report import ENCODING, Report
from service.batch.rows import Row
from service.pdf.book import bind
from service.pipeline import Document, Pipeline

# Documents begun before their turn to be bound, for each LibreOffice: it never waits for one.
_AHEAD = 2


@dataclass(frozen=True, slots=True)
class Book:
    """What came of the rows. pages: of the book, blank ones too; 0 when there is none."""

    summary: Summary
    pages: int
    report: Path


def report_beside(out: Path) -> Path:
    """Where the report on a book is found: thu-moi.report.csv for thu-moi.pdf."""
    return out.with_suffix(".report.csv")


def run(
    pipeline: Pipeline,
    stem: str,
    rows: Iterable[Row],
    out: Path,
    on_progress: Callable[[Summary], None] = lambda _: None,
    *,
    two_sided: bool = False,
    strict: bool = False,
) -> Book:
    """Leave the book at `out`, in the order of the rows, and the report on them beside it.

    strict: as for Pipeline.make. No book is written when no row gives a document. Raises
    UnknownDocumentType and PdfUnavailable
    before anything is written, and OSError; then there is neither.
    """
    make = partial(pipeline.make, pipeline.catalog[stem].stem, format="pdf", strict=strict)
    pipeline.office.require()
    summary, report = Summary(), report_beside(out)
    with tempfile.TemporaryDirectory() as folder, _report(report) as told:
        made: list[tuple[str, Path]] = []
        for row, each in _outcomes(make, rows, pipeline.office.instances):
            if isinstance(each, Document):
                made.append(_kept(Path(folder), row, each))
                told.add_made(row.number, made[-1][0], each.findings)
            else:
                told.add_failed(row.number, each)
            summary = summary.plus(made=isinstance(each, Document))
            on_progress(summary)
        pages = _bound(made, out, two_sided=two_sided) if made else 0
    return Book(summary, pages, report)


def _outcomes(
    make: Callable[[bytes], Document], rows: Iterable[Row], instances: int
) -> Iterator[tuple[Row, Outcome]]:
    """Each row with what came of it, in order, all LibreOffices at work."""
    waiting: deque[tuple[Row, Future[Outcome]]] = deque()
    pool = ThreadPoolExecutor(instances)
    try:
        for row in rows:
            waiting.append((row, pool.submit(outcome, make, row)))
            if len(waiting) > _AHEAD * instances:
                yield _first(waiting)
        while waiting:
            yield _first(waiting)
    finally:
        pool.shutdown(cancel_futures=True)


def _first(waiting: deque[tuple[Row, Future[Outcome]]]) -> tuple[Row, Outcome]:
    row, future = waiting.popleft()
    return row, future.result()


def _kept(folder: Path, row: Row, document: Document) -> tuple[str, Path]:
    """The document's title and its file: a book of thousands does not fit into memory."""
    path = folder / f"{row.number}.pdf"
    path.write_bytes(document.data)
    return document.name.removesuffix(".pdf"), path


def _bound(made: list[tuple[str, Path]], out: Path, *, two_sided: bool) -> int:
    with replacing(out) as file:
        return bind(made, file, two_sided=two_sided)


@contextmanager
def _report(path: Path) -> Iterator[Report]:
    with replacing(path) as file:
        lines = io.TextIOWrapper(file, ENCODING, "backslashreplace", newline="")
        yield Report(lines)
        lines.detach()
