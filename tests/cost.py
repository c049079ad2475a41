"""What work costs, as a ratio within one run: seconds say more of the machine than of the code."""

from __future__ import annotations

import time
from collections.abc import Callable


def growth(work: Callable[[int], object], size: int, factor: int = 8) -> float:
    """How much more `factor` times the work costs: about `factor` if linear, else its square."""
    return _cost(work, size * factor) / _cost(work, size)


def _cost(work: Callable[[int], object], size: int) -> float:
    return min(_once(work, size) for _ in range(3))


def _once(work: Callable[[int], object], size: int) -> float:
    started = time.process_time()
    work(size)
    return time.process_time() - started
