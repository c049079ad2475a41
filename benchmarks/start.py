"""How long a person waits for `vanthu --help`."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.table import Row, within
from benchmarks.timing import Race, ratios, tell, turn

_HELP = [str(Path(sys.executable).with_name("vanthu")), "--help"]
_EMPTY = [sys.executable, "-c", "pass"]


def rows(race: Race) -> Iterator[Row]:
    tell("starting")
    laps = race.run({"help": turn(lambda: _run(_HELP)), "empty": turn(lambda: _run(_EMPTY))})
    yield Row("vanthu --help, against an empty Python", ratios(laps, "help", "empty"), within(3))


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
