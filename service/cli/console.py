"""The terminal: results on stdout, everything else on stderr."""

from __future__ import annotations

import io
import sys

# A file's name may hold what a terminal obeys.
_COMMANDS = {code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160))}
_COMMANDS |= {ord(kept): kept for kept in "\n\t"}


def use_utf8() -> None:
    """Let no code page of Windows stop a message: what it cannot show appears as \\u1ea1."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(*lines: str) -> None:
    """Lines of the result."""
    sys.stdout.writelines(f"{line}\n" for line in lines)
    sys.stdout.flush()


def complain(*lines: str) -> None:
    """Lines about the work: what went wrong, what to mind."""
    sys.stderr.writelines(f"{line.translate(_COMMANDS)}\n" for line in lines)
    sys.stderr.flush()
