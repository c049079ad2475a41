"""A batch: many payloads of one type made into one bundle, past the rows that fail."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from service.batch.bundle import bundle
from service.batch.rows import Row
from service.errors import Finding, VanthuError
from service.pipeline import Document, Pipeline

_LOG = logging.getLogger(__name__)
_INTERNAL_ERROR = Finding(
    "internal_error",
    "Lỗi phần mềm khi làm dòng này, các dòng khác không bị ảnh hưởng. Hãy báo người quản trị.",
)


@dataclass(frozen=True, slots=True)
class Summary:
    """How many documents were made, and how many rows gave none."""

    done: int = 0
    failed: int = 0

    def plus(self, *, made: bool) -> Summary:
        return Summary(self.done + made, self.failed + (not made))


def run(
    pipeline: Pipeline,
    stem: str,
    rows: Iterable[Row],
    out: Path,
    on_progress: Callable[[Summary], None] = lambda _: None,
) -> Summary:
    """Make a document of every row and leave the ZIP at `out`; memory does not grow with rows.

    Raises UnknownDocumentType before anything is written, and OSError; then there is no `out`.
    """
    kind = pipeline.catalog[stem]
    summary = Summary()
    with bundle(out) as made:
        for row in rows:
            outcome = _outcome(pipeline, kind.stem, row)
            if isinstance(outcome, Document):
                made.add_made(row.number, outcome)
            else:
                made.add_failed(row.number, outcome)
            summary = summary.plus(made=isinstance(outcome, Document))
            on_progress(summary)
    return summary


def _outcome(pipeline: Pipeline, stem: str, row: Row) -> Document | Sequence[Finding]:
    try:
        return pipeline.make(stem, row.payload)
    except VanthuError as error:
        return error.faults
    except Exception as error:  # noqa: BLE001  one row must not stop ten thousand
        # Type and places only: the message of an error may quote the payload.
        places = [f"{at.filename}:{at.lineno}" for at in traceback.extract_tb(error.__traceback__)]
        _LOG.error("row %d: %s at %s", row.number, type(error).__name__, " > ".join(places))
        return (_INTERNAL_ERROR,)
