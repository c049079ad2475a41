"""PDFs by the service's warm LibreOffices, beside a plain script over UNO."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from benchmarks.documents import Work
from benchmarks.table import Row, faster, within
from benchmarks.timing import Race, Turn, ratios, tell, turn
from service.pdf.errors import PdfUnavailable
from service.pdf.helper import EXPORTS, LOADING, PLAIN
from service.pdf.needs import find_tools
from service.pdf.office import Office

_SCRIPT = Path(__file__).with_name("uno_direct.py")
_LAP = 0.5  # seconds: some documents, so that one slow moment counts for little
_TOGETHER = 2
_DOCUMENTS = 8  # a turn of one and of several LibreOffices


def rows(works: list[Work], race: Race) -> Iterator[Row]:
    """One LibreOffice against UNO direct, then two against one."""
    try:
        find_tools()
    except PdfUnavailable as error:
        raise SystemExit(error.detail) from None
    race = Race(race.rounds, _LAP, 2 * race.patience)
    for work in works:
        yield from _against_uno(work, race)
    yield from _together(works[1], race)


def _against_uno(work: Work, race: Race) -> Iterator[Row]:
    tell(f"PDF of {work.stem}")
    docx = work.finished()
    with Office(1) as office, _uno_direct(docx) as direct:
        laps = race.run({"ours": turn(partial(office.convert, docx)), "direct": direct})
    what = f"{work.stem}: PDF, warm, against UNO direct"
    yield Row(what, ratios(laps, "ours", "direct"), within(1.1))


def _together(work: Work, race: Race) -> Iterator[Row]:
    tell(f"PDFs of {work.stem} by several LibreOffices")
    docx = work.finished()
    with ExitStack() as stack:
        turns = {}
        for count in (1, _TOGETHER):
            office = stack.enter_context(Office(count))
            pool = stack.enter_context(ThreadPoolExecutor(count))
            turns[str(count)] = turn(partial(_by_all, pool, office, docx))
        laps = race.run(turns)
    what = f"{work.stem}: PDFs a minute by two LibreOffices, against one"
    yield Row(what, ratios(laps, "1", str(_TOGETHER)), faster(1.8))


def _by_all(pool: ThreadPoolExecutor, office: Office, docx: bytes) -> None:
    list(pool.map(office.convert, [docx] * _DOCUMENTS))


@contextmanager
def _uno_direct(docx: bytes) -> Iterator[Turn]:
    """The plain script with a document, ready for turns."""
    options = [json.dumps(one) for one in (LOADING, EXPORTS[PLAIN])]
    pipe = subprocess.PIPE
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "document.docx")
        path.write_bytes(docx)
        script = [str(find_tools().python), str(_SCRIPT), str(path), *options]
        with subprocess.Popen(script, stdin=pipe, stdout=pipe, text=True, bufsize=1) as process:
            yield partial(_turn, process)


def _turn(process: subprocess.Popen[str], times: int) -> float:
    assert process.stdin
    assert process.stdout
    process.stdin.write(f"{times}\n")
    return float(process.stdout.readline())
