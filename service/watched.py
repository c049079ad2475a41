"""What is made of a file, made anew when the file changes."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

Made = TypeVar("Made")
Stamp = tuple[int, int, int]


class Watched(Generic[Made]):
    """A file and what is made of it. Thread-safe.

    A change is worked off by one thread; the others go on with what was made before.
    """

    def __init__(self, path: Path, make: Callable[[Path], Made]) -> None:
        self._path, self._make = path, make
        self._lock = threading.Lock()
        self._made: tuple[Stamp, Made] | None = None

    def get(self) -> Made:
        """What the file's present state makes. Raises FileNotFoundError, and as `make` does."""
        stamp, made = _stamp(self._path), self._made
        if made is not None and made[0] == stamp:
            return made[1]
        if not self._lock.acquire(blocking=made is None) and made is not None:
            return made[1]
        try:
            if self._made is None or self._made[0] != stamp:
                self._made = stamp, self._make(self._path)
            return self._made[1]
        finally:
            self._lock.release()


def _stamp(path: Path) -> Stamp:
    found = path.stat()
    return found.st_mtime_ns, found.st_size, found.st_ino
