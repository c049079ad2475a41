"""How far a batch has come, told on a stream while it runs."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from service.batch.jobs import Summary
from service.vietnamese.figures import integer

_COLUMNS = 79
_WIDTH = 12
_SECONDS_BETWEEN = 0.1
_STEPS_WITHOUT_TERMINAL = 10


@contextmanager
def progress(total: int, stream: TextIO) -> Iterator[Callable[[Summary], None]]:
    """A function to call after each row: a bar on a terminal, elsewhere a line every tenth."""
    start = time.monotonic()
    shown_at, shown_step = 0.0, 0
    terminal = stream.isatty()

    def show(summary: Summary) -> None:
        nonlocal shown_at, shown_step
        now, done = time.monotonic(), summary.done + summary.failed
        step = done * _STEPS_WITHOUT_TERMINAL // total
        if terminal and (done == total or now - shown_at >= _SECONDS_BETWEEN):
            line = f"{_bar(done, total)} {_line(summary, total, now - start)}"
            stream.write(f"\r{line:<{_COLUMNS}}")
        elif not terminal and step > shown_step:
            stream.write(f"{_line(summary, total, now - start)}\n")
        else:
            return
        stream.flush()
        shown_at, shown_step = now, step

    try:
        yield show
    finally:
        if terminal and shown_at:
            stream.write("\n")


def _bar(done: int, total: int) -> str:
    filled = done * _WIDTH // total
    return f"[{'█' * filled}{'·' * (_WIDTH - filled)}]"


def _line(summary: Summary, total: int, seconds: float) -> str:
    done = summary.done + summary.failed
    rate = done / max(seconds, 1e-3)
    minutes, rest = divmod(round((total - done) / rate), 60)
    return (
        f"{done * 100 // total:3}%  {integer(done)}/{integer(total)} dòng, "
        f"lỗi {integer(summary.failed)}, {_rate(rate)} dòng/giây, còn {minutes}:{rest:02}"
    )


def _rate(rate: float) -> str:
    return integer(round(rate)) if rate >= 10 else f"{rate:.1f}".replace(".", ",")
