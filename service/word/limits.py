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
_HEAVIEST = 2_000_000
_LONGEST_INTEGER = 256  # bits
_LETTERS = 20  # weigh as much as one value
_LETTERS_OF_AN_ITEM = 4  # a list takes as much memory for it as for so many letters
_SHORT_LOOP = 4  # costs less than a look at the clock
_STEPS_UNSEEN = 256  # of short loops, between two looks
_LONG_LOOP = 100
_LIGHT = (str, int, float, type(None))
_AT_A_TIME = 4
_PIECES_UNSEEN = 16


@dataclass(frozen=True)
class Limits:
    """What one filling may take.

    steps: turns of all loops; bytes: of all parts; letters: of all values that the template makes;
    seconds: of the thread's own time.
    """

    steps: int = 1_000_000
    bytes: int = 60_000_000
    letters: int = 100_000_000
    seconds: float = 1.5


LIMITS = Limits()


class Exhausted(SecurityError):
    """A limit is reached; the message names it."""


class Budget:
    """What is left of the limits for one filling."""

    def __init__(self, limits: Limits) -> None:
        self._steps = limits.steps
        self._bytes = limits.bytes
        self._letters = limits.letters
        self._earliest = time.monotonic() + limits.seconds
        self._deadline = time.thread_time() + limits.seconds

    def loop(self, values: Iterable[Any]) -> Iterable[Any]:
        """The values of a loop; a long one looks at the clock as it goes."""
        values = self.listed(values)
        before = self._steps
        self._steps = left = before - len(values)
        if left < 0:
            raise Exhausted("steps")
        if len(values) < _SHORT_LOOP and left // _STEPS_UNSEEN == before // _STEPS_UNSEEN:
            return values
        self.look_at_clock()
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

    def listed(self, values: Iterable[Any]) -> list[Any]:
        """The values as a list, never one longer than the steps that are left."""
        return values if type(values) is list else list(islice(values, self._steps + 1))

    def work(self, turns: int, values: Iterable[Any] = ()) -> None:
        """Before something that takes so many turns at once, out of the clock's sight.

        values: what is walked through in each turn.
        """
        for value in values:
            if not isinstance(value, _LIGHT):
                turns *= weight(value)
        if turns > _HEAVIEST:
            raise Exhausted("steps")
        self.look_at_clock()

    def made(self, value: Any) -> Any:
        """A value that the template has made: counted with all that it made before."""
        if isinstance(value, str):
            self._letters -= len(bounded(value))
        elif isinstance(value, int) and value.bit_length() > _LONGEST_INTEGER:
            raise Exhausted("length")
        elif isinstance(value, list | tuple | dict):
            self._letters -= len(bounded(value)) * _LETTERS_OF_AN_ITEM
        if self._letters < 0:
            raise Exhausted("length")
        return value

    def written(self, first: bytes, pieces: Iterator[bytes]) -> bytes:
        """The pieces as one, counted as they come: never more than one piece too many."""
        taken = [first]
        for piece in pieces:
            taken.append(piece)
            self._bytes -= len(piece)
            if self._bytes < 0:
                raise Exhausted("length")
            if len(taken) % _PIECES_UNSEEN == 0:
                self.look_at_clock()
        return b"".join(taken)


def length(value: Any) -> int:
    """How many values are in a value; of a text, what walking through it weighs."""
    if isinstance(value, str):
        return 1 + len(value) // _LETTERS
    return 1 + len(value) if isinstance(value, Sized) else 1


def weight(value: Any) -> int:
    """How many values a walk meets that follows every reference, as comparing does.

    A list of twice the same list weighs twice as much, though it takes no more memory.
    """
    if isinstance(value, _LIGHT):
        return length(value)
    total, waiting = 0, [value]
    while waiting:
        value = waiting.pop()
        total += 1
        if isinstance(value, str):
            total += len(value) // _LETTERS
        elif isinstance(value, dict | list | tuple | range):
            total += len(value)
            if total <= _HEAVIEST and not isinstance(value, range):
                waiting.extend(value)
                waiting.extend(value.values() if isinstance(value, dict) else ())
        if total > _HEAVIEST:
            raise Exhausted("steps")
    return total


def bounded(value: Any) -> Any:
    """The value, unless it has grown beyond what a document can hold."""
    if isinstance(value, Sized) and len(value) > _LONGEST_VALUE:
        raise Exhausted("length")
    return value
