"""How much one filling may take: a template that runs on and on ends in a typed error."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sized
from dataclasses import dataclass
from itertools import islice
from typing import Any

from jinja2.exceptions import SecurityError

# The name under which a filling travels in the context; templates cannot say it.
RENDERING = "_rendering"

_LONGEST_VALUE = 1_000_000
_LONG_LOOP = 100
_AT_A_TIME = 4
_BLOCK = 128


@dataclass(frozen=True)
class Limits:
    """steps: turns of all loops; bytes: of all parts; seconds: of the thread's own time."""

    steps: int = 1_000_000
    bytes: int = 60_000_000
    seconds: float = 1.5


LIMITS = Limits()


class Exhausted(SecurityError):
    """A limit is reached; the message names it."""


class Budget:
    """What is left of the limits for one filling."""

    def __init__(self, limits: Limits) -> None:
        self._steps = limits.steps
        self._bytes = limits.bytes
        self._earliest = time.monotonic() + limits.seconds
        self._deadline = time.thread_time() + limits.seconds

    def loop(self, values: Iterable[Any]) -> Iterable[Any]:
        """The values of a loop; a long one looks at the clock as it goes."""
        self.look_at_clock()
        if type(values) is not list:
            values = list(islice(values, self._steps + 1))
        self._steps -= len(values)
        if self._steps < 0:
            raise Exhausted("steps")
        return values if len(values) < _LONG_LOOP else self._watched(values)

    def _watched(self, values: Iterable[Any]) -> Iterator[Any]:
        waiting = iter(values)
        while block := list(islice(waiting, _AT_A_TIME)):
            self.look_at_clock()
            yield from block

    def look_at_clock(self) -> None:
        """Between two costly steps: raises Exhausted when the time is up."""
        # The thread's own clock is slow to read, and never ahead of the other.
        if time.monotonic() > self._earliest and time.thread_time() > self._deadline:
            raise Exhausted("seconds")

    def written(self, first: bytes, pieces: Iterator[bytes]) -> bytes:
        """The pieces as one, counted while they come: never more than a block too many."""
        blocks = [first]
        while block := list(islice(pieces, _BLOCK)):
            blocks.append(b"".join(block))
            self._bytes -= len(blocks[-1])
            if self._bytes < 0:
                raise Exhausted("length")
        return b"".join(blocks)


def bounded(value: Any) -> Any:
    """The value, unless it has grown beyond what a document can hold."""
    if isinstance(value, Sized) and len(value) > _LONGEST_VALUE:
        raise Exhausted("length")
    return value
