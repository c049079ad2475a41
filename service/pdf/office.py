"""LibreOffice kept warm: .docx to PDF, some at a time, the others in a queue."""

from __future__ import annotations

import atexit
import contextlib
import logging
import math
import os
import queue as queues
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Self

from service.pdf.errors import Missing, PdfBusy, PdfFailed, PdfUnavailable
from service.pdf.inert import inert
from service.pdf.instance import Broken, Instance, sweep
from service.pdf.needs import Tools, find_tools

_TRIES = 2
_FIRST_GUESS = 1.0  # seconds for a document, until some have been made
_WEIGHT = 0.1  # of the latest document in the mean

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Pdf:
    """A PDF. removed: what the .docx held that LibreOffice was not to see, in Vietnamese."""

    data: bytes
    removed: tuple[str, ...] = ()


class Office:
    """Makes PDFs by LibreOffice. Thread-safe; starts what it needs when it is first needed.

    To be closed at the end, by `close` or a `with` statement; else the end of the process does it.
    """

    def __init__(
        self,
        instances: int | None = None,
        queue: int = 32,
        seconds: float = 60,
        documents: int = 200,
        tools: Callable[[], Tools] = find_tools,
    ) -> None:
        """instances: how many LibreOffices, one per core by default; queue: how many documents may
        wait; seconds: for one document, from when its conversion starts; documents: after how many
        an instance is replaced, for its memory grows; tools: finds LibreOffice.
        """
        self._count = instances or os.cpu_count() or 1
        self._most = self._count + queue
        self._seconds, self._documents, self._find = seconds, documents, tools
        self._places: queues.LifoQueue[_Place] = queues.LifoQueue()
        self._all = [_Place() for _ in range(self._count)]
        for place in self._all:
            self._places.put(place)
        self._lock = threading.Lock()
        self._present, self._mean = 0, _FIRST_GUESS
        self._tools: Tools | None = None
        self._closed = False
        atexit.register(self.close)

    def convert(self, docx: bytes, *, archive: bool = False) -> Pdf:
        """The PDF of a .docx, PDF/A-2b for an archive.

        Raises PackageRefused when the bytes are no .docx, PdfUnavailable, PdfBusy at once when the
        queue is full, and PdfFailed when it did not succeed twice.
        """
        tools = self._found()
        with self._turn() as place:
            made = inert(docx)
            return Pdf(self._made(place, tools, made.data, archive=archive), made.removed)

    @property
    def instances(self) -> int:
        """How many documents are converted at once."""
        return self._count

    def require(self) -> None:
        """Raise PdfUnavailable when this machine lacks what makes PDFs. Starts no LibreOffice."""
        self._found()

    def missing(self) -> tuple[Missing, ...]:
        """What this machine lacks to make PDFs: nothing when it can. Starts no LibreOffice."""
        try:
            self.require()
        except PdfUnavailable as error:
            return error.missing
        return ()

    def close(self) -> None:
        """End all instances; conversions that are running or waiting raise PdfUnavailable."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
        atexit.unregister(self.close)
        for place in self._all:
            place.kill()
        for _ in self._all:
            self._places.get().drop()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def _found(self) -> Tools:
        if self._tools is None:
            self._tools = self._find()
            sweep()
        return self._tools

    @property
    def present(self) -> int:
        """How many documents are being converted or wait for it."""
        return self._present

    @contextlib.contextmanager
    def _turn(self) -> Iterator[_Place]:
        """A place to convert at, waited for in the queue."""
        self._enter()
        try:
            place = self._places.get()
            try:
                yield place
            finally:
                self._places.put(place)
        finally:
            with self._lock:
                self._present -= 1

    def _enter(self) -> None:
        with self._lock:
            self._need_open()
            if self._present >= self._most:
                raise PdfBusy(max(1, math.ceil(self._mean * self._present / self._count)))
            self._present += 1

    def _need_open(self) -> None:
        if self._closed:
            raise PdfUnavailable("Dịch vụ đang dừng: hãy gửi lại sau ít phút.")

    def _made(self, place: _Place, tools: Tools, docx: bytes, *, archive: bool) -> bytes:
        for _ in range(_TRIES):
            self._need_open()
            try:
                instance = place.instance or place.start(tools)
                started = time.monotonic()
                pdf = instance.convert(docx, self._seconds, archive=archive)
            except Broken as broken:
                _LOG.warning("LibreOffice is replaced: %s", broken)
                place.drop()
                continue
            self._mean += _WEIGHT * (time.monotonic() - started - self._mean)
            if instance.made >= self._documents:
                place.drop()
            return pdf
        self._need_open()
        raise PdfFailed(
            "LibreOffice hai lần không chuyển được văn bản này sang PDF. Bản .docx vẫn dùng được."
        )


class _Place:
    """Where one instance may be."""

    def __init__(self) -> None:
        self.instance: Instance | None = None

    def start(self, tools: Tools) -> Instance:
        self.instance = Instance(tools)
        return self.instance

    def kill(self) -> None:
        if instance := self.instance:
            instance.kill()

    def drop(self) -> None:
        if instance := self.instance:
            self.instance = None
            instance.end()
