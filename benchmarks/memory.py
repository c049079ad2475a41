"""How much memory a process needs at its peak: for few documents and for many, for a long table.

As a program it does the work of one such process and prints its peak:
`python -m benchmarks.memory documents 200` or `python -m benchmarks.memory table 10000`.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks import long_table
from benchmarks.documents import Work, works
from benchmarks.table import Row, within
from benchmarks.timing import tell
from service.word.template import Template

_MANY = 2_000
_TIMES = 10
_SECONDS = 12.0
_ROUNDS = 3


def rows(proposal: Work) -> Iterator[Row]:
    """Peaks of fresh processes, in pairs."""
    many = _affordable(proposal)
    few = many // _TIMES
    tell(f"memory of {few:,} and {many:,} documents")
    what = f"peak memory: {many:,} documents one after another, against {few:,}"
    yield Row(what, _ratios(("documents", many), ("documents", few)), within(1.2))
    tell("memory of long tables")
    size, small = long_table.MANY, long_table.FEW
    peak = _peak("table", size) / 1024
    what = f"peak memory: one table of {size:,} rows ({peak:,.0f} MB), against {small}"
    yield Row(what, _ratios(("table", size), ("table", small)))


def _affordable(proposal: Work) -> int:
    """Documents that a process makes in reasonable time, at most 2,000."""
    template, data = Template.compile(proposal.template), proposal.data
    started = time.perf_counter()
    for _ in range(_TIMES):
        template.render(data)
    seconds = (time.perf_counter() - started) / _TIMES
    return min(_MANY, round(_SECONDS / seconds / _TIMES) * _TIMES)


def _ratios(of: tuple[str, int], to: tuple[str, int]) -> list[float]:
    return [_peak(*of) / _peak(*to) for _ in range(_ROUNDS)]


def _peak(what: str, size: int) -> int:
    """Peak memory in kB of a fresh process that does the work."""
    command = [sys.executable, "-m", "benchmarks.memory", what, str(size)]
    return int(subprocess.run(command, check=True, capture_output=True).stdout)


def _fill(what: str, size: int) -> None:
    proposal = works()[0]
    if what == "table":
        long_table.plain()(size)
    else:
        template, data = Template.compile(proposal.template), proposal.data
        for _ in range(size):
            template.render(data)


def _own_peak() -> int:
    # Not getrusage: a process inherits its ru_maxrss from the one that started it.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0])


if __name__ == "__main__":
    _fill(sys.argv[1], int(sys.argv[2]))
    print(_own_peak())
