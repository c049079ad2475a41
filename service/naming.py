"""File names that a clerk recognises and that every system accepts."""

from __future__ import annotations

import os
import re
import unicodedata

from service.vietnamese.text import plain

MAX_BYTES = 180  # leaves room for " (2)" and a folder within Windows' and zip readers' limits

# What Windows forbids in names, and the names it keeps for devices:
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_FORBIDDEN = re.compile(r'[\\/:*?"<>|]+')
_DEVICE = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\..*)?")
_FALLBACK = "van-ban"
_ENDS = " .-"


def safe_name(words: str, extension: str) -> str:
    """A file name made of `words`: no path, nothing Windows forbids, at most MAX_BYTES.

    extension: with its dot. Characters that do not print are left out, among them those that
    reverse the order of letters and so hide what a file is.
    """
    name = _FORBIDDEN.sub("-", _one_line(words)).strip(_ENDS)
    room = MAX_BYTES - len(f"{_FALLBACK} {extension}".encode())
    return _no_device((_shortened(name, room) or _FALLBACK) + extension)


def _one_line(words: str) -> str:
    shown = "".join(letter for letter in words if letter.isprintable() or letter.isspace())
    return unicodedata.normalize("NFC", " ".join(shown.split()))


def _shortened(name: str, limit: int) -> str:
    if len(name.encode()) <= limit:
        return name
    cut = name.encode()[:limit].decode(errors="ignore")
    whole_words = cut.rpartition(" ")[0]
    return (whole_words if len(whole_words) > len(cut) // 2 else cut).strip(_ENDS)


def _no_device(name: str) -> str:
    return f"{_FALLBACK} {name}" if _DEVICE.fullmatch(name) else name


def ascii_name(name: str) -> str:
    """A safe name without diacritics, for readers that know only ASCII."""
    return _no_device(_FORBIDDEN.sub("-", plain(name)))


def numbered(name: str, count: int) -> str:
    """The name of the nth file that would bear the same: "a.docx", "a (2).docx" …"""
    stem, extension = os.path.splitext(name)  # noqa: PTH122  a name is no path
    return name if count == 1 else f"{stem} ({count}){extension}"


class UniqueNames:
    """Gives each name once, ignoring case as Windows does: "a.docx", "a (2).docx"."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def take(self, name: str) -> str:
        """The name, or the next numbered one that is free; equal names cost no search."""
        count = self._given.get(_key(name), 0) + 1
        while _key(free := numbered(name, count)) in self._given:
            count += 1
        self._given[_key(name)] = count
        self._given.setdefault(_key(free), 1)
        return free


def _key(name: str) -> str:
    """What names have in common that Windows or macOS takes for one."""
    return unicodedata.normalize("NFC", name.upper().casefold())
