"""Contestants do their work in turns, round by round; only ratios within a round are told."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

# Does the work that many times and tells the seconds it took.
Turn = Callable[[int], float]
Laps = dict[str, list[float]]

_FEWEST_ROUNDS = 3
_WARM_SECONDS = 0.5


def turn(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> Turn:
    """Work done in this process."""

    def run(times: int) -> float:
        started = clock()
        for _ in range(times):
            work()
        return clock() - started

    return run


@dataclass(frozen=True)
class Race:
    """rounds: how many; lap: seconds that a turn should fill; patience: seconds for all rounds."""

    rounds: int
    lap: float = 0.15
    patience: float = 30

    def run(self, turns: Mapping[str, Turn]) -> Laps:
        """Seconds for one piece of work, round by round, of each contestant."""
        sizes = {name: self._warmed(name, run) for name, run in turns.items()}
        laps: Laps = {name: [] for name in turns}
        started = time.monotonic()
        for index in range(self.rounds):
            if index >= _FEWEST_ROUNDS and time.monotonic() - started > self.patience:
                break
            for name, run in turns.items():
                laps[name].append(run(sizes[name]) / sizes[name])
        return laps

    def _warmed(self, name: str, run: Turn) -> int:
        """Work until warm; then how often the work fits into a lap."""
        tell(f"  {name}")
        until = time.monotonic() + _WARM_SECONDS
        seconds = run(1)
        while time.monotonic() < until:
            times = max(1, min(round(self.lap / seconds), 1_000))
            seconds = run(times) / times
        return max(1, round(self.lap / seconds))


def ratios(laps: Laps, of: str, to: str) -> list[float]:
    """How many times as long `of` took as `to`, round by round."""
    return [one / other for one, other in zip(laps[of], laps[to], strict=True)]


def tell(progress: str) -> None:
    """What is being measured, beside the table."""
    print(progress, file=sys.stderr, flush=True)
