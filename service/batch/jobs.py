"""A batch: many payloads of one type made into one bundle, past the rows that fail."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from service.batch.bundle import bundle
from service.batch.rows import Row
from service.errors import Finding, VanthuError
from service.pipeline import Document, Pipeline

Outcome = Document | Sequence[Finding]

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
    *,
    strict: bool = False,
) -> Summary:
    """Make a document of every row and leave the ZIP at `out`; memory does not grow with rows.

    strict: as for Pipeline.make.

    Raises UnknownDocumentType before anything is written, and OSError; then there is no `out`.
    """
    make = partial(pipeline.make, pipeline.catalog[stem].stem, strict=strict)
    summary = Summary()
    with bundle(out) as made:
        for row in rows:
            each = outcome(make, row)
            if isinstance(each, Document):
                made.add_made(row.number, each)
            else:
                made.add_failed(row.number, each)
            summary = summary.plus(made=isinstance(each, Document))
            on_progress(summary)
    return summary


def outcome(make: Callable[[bytes], Document], row: Row) -> Outcome:
    """The document that `make` makes of a row, or why there is none."""
    try:
        return make(row.payload)
    except VanthuError as error:
        return error.faults
    except Exception as error:  # noqa: BLE001  one row must not stop ten thousand
        # Type and places only: the message of an error may quote the payload.
        places = [f"{at.filename}:{at.lineno}" for at in traceback.extract_tb(error.__traceback__)]
        _LOG.error("row %d: %s at %s", row.number, type(error).__name__, " > ".join(places))
        return (_INTERNAL_ERROR,)
