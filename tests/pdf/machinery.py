"""What the tests see of the processes and files behind a PDF, and small documents to convert."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
from hostile import Package, paragraph, text

from service.pdf.helper import START_SECONDS

# For what never happens: more than the slowest that is waited for, two starts of a LibreOffice.
_PATIENCE = 2 * START_SECONDS


def note(words: str) -> bytes:
    """A .docx of a few words."""
    return Package(paragraph(text(words))).pack()


def words(pdf: bytes) -> str:
    """The text of all pages."""
    return "\n".join(pages(pdf))


def lines(pdf: bytes) -> list[list[str]]:
    """The lines of every page."""
    return [page.splitlines() for page in pages(pdf)]


def pages(pdf: bytes) -> list[str]:
    """The text of each page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def children(process: int) -> list[int]:
    try:
        listed = list(Path(f"/proc/{process}/task").glob("*/children"))
        found = [int(child) for path in listed for child in path.read_text("ascii").split()]
    except OSError:
        return []
    return [child for child in found if is_running(child)]


def is_running(process: int) -> bool:
    """Whether there is such a process that has not ended; a zombie has."""
    try:
        status = Path(f"/proc/{process}/stat").read_text("utf-8")
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] not in "ZX"


def arguments(process: int) -> list[str]:
    try:
        return Path(f"/proc/{process}/cmdline").read_text("utf-8").split("\0")[:-1]
    except OSError:
        return []


# Children of this process that other tests have started and keep.
OTHERS: set[int] = set()


def helpers(service: int | None = None) -> list[int]:
    """The helpers of a service, this process by default."""
    found = [one for one in children(service or os.getpid()) if one not in OTHERS]
    return [one for one in found if any(part.endswith("helper.py") for part in arguments(one))]


def soffices(service: int | None = None) -> list[int]:
    """The LibreOffices of a service."""
    found = [child for helper in helpers(service) for child in children(helper)]
    return [one for one in found if arguments(one)[:1] and "soffice.bin" in arguments(one)[0]]


def folder(helper: int) -> Path:
    """The folder of a helper's instance."""
    command = arguments(helper)
    return Path(next(part for part in command if Path(part).name.startswith("vanthu-pdf-")))


def is_ready(helper: int) -> bool:
    """Whether a helper's LibreOffice has answered."""
    return (folder(helper) / "sockets").exists()


def traces(service: int | None = None) -> list[Path]:
    """The folders and sockets of a service's instances."""
    folders = [folder(helper) for helper in helpers(service)]
    return [*folders, *(socket for one in folders for socket in _sockets(one))]


def _sockets(one: Path) -> Iterator[Path]:
    listed = (one / "sockets").read_text("utf-8").splitlines()
    assert listed
    yield from map(Path, listed)


def is_stopped(process: int) -> bool:
    """Whether a signal to stop has taken hold of it (proc(5), stat)."""
    stat = Path(f"/proc/{process}/stat").read_text("utf-8")
    return stat.rpartition(")")[2].split()[0] == "T"


def wait_until(true: Callable[[], object]) -> None:
    """Fails when it does not become true within reasonable time."""
    until = time.monotonic() + _PATIENCE
    while not true():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.02)
