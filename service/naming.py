"""File names that a clerk recognises and that every system accepts."""

from __future__ import annotations

import re

from service.vietnamese.text import plain

MAX_BYTES = 180  # leaves room for " (2)" and a folder within Windows' and zip readers' limits

# What Windows forbids in names, and the names it keeps for devices.
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")


def safe_name(words: str, extension: str) -> str:
    """A file name made of `words`: no path, nothing Windows forbids, at most MAX_BYTES."""
    name = _FORBIDDEN.sub("-", " ".join(words.split()))
    name = _shortened(name, MAX_BYTES - len(extension)).strip(" .-")
    if not name or _RESERVED.fullmatch(name):
        name = f"van-ban {name}".strip()
    return name + extension


def _shortened(name: str, limit: int) -> str:
    if len(name.encode()) <= limit:
        return name
    cut = name.encode()[:limit].decode(errors="ignore")
    return cut.rpartition(" ")[0] or cut


def ascii_name(name: str) -> str:
    """The name without diacritics, for readers that know only ASCII."""
    return plain(name).replace('"', "'")


class UniqueNames:
    """Gives each name once, ignoring case as Windows does: "a.docx", "a (2).docx"."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, name: str) -> str:
        stem, dot, extension = name.rpartition(".")
        candidate, count = name, 1
        while candidate.casefold() in self._taken:
            count += 1
            candidate = f"{stem} ({count}){dot}{extension}"
        self._taken.add(candidate.casefold())
        return candidate
