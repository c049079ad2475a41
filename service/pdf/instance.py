"""One LibreOffice: the folder it lives in, the helper that drives it, and the end of all three."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from service.pdf import helper
from service.pdf.needs import Tools, environment

if sys.platform == "linux":
    import fcntl

_PREFIX = "vanthu-pdf-"
_LOCK = "lock"
_START_SECONDS = helper.START_SECONDS + 10
_END_SECONDS = 5.0
_CHUNK = 1 << 20


class Broken(Exception):
    """An instance that died, hung or failed: it must not be used again."""


class Instance:
    """A LibreOffice with a profile of its own. One thread at a time.

    made: how many documents it has converted; alone: whether it is cut off from the network.
    """

    def __init__(self, tools: Tools, *, in_network: bool = False) -> None:
        """Start it, and wait until it is ready. Raises Broken when it does not start."""
        self.made = 0
        self._folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        self._held = _hold(self._folder)
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = _started(tools, self._folder, theirs, in_network=in_network)
        self._line = _Line(ours)
        with self._ended_if_broken():
            told = self._line.answer(time.monotonic() + _START_SECONDS, helper.READY)
        self.alone = told == helper.ALONE

    def convert(self, docx: bytes, seconds: float, *, archive: bool = False) -> bytes:
        """The PDF. Raises Broken when it takes longer, or LibreOffice fails; then it has ended."""
        until = time.monotonic() + seconds
        with self._ended_if_broken():
            self._line.send(until, helper.ARCHIVE if archive else helper.PLAIN, docx)
            pdf = self._line.answer(until, helper.DONE)
        self.made += 1
        return pdf

    def kill(self) -> None:
        """From any thread: what it is doing fails at once."""
        self._line.hang_up()

    def end(self) -> None:
        """End it, and leave no process and no file."""
        if self._held.closed:
            return
        self._line.hang_up()
        try:
            self._process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:  # it is stopped; its end is LibreOffice's too
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        helper.clear(self._folder)
        self._line.close()
        self._held.close()

    @contextlib.contextmanager
    def _ended_if_broken(self) -> Iterator[None]:
        try:
            yield
        except (Broken, EOFError, OSError) as error:
            self.end()
            raise Broken(f"{type(error).__name__}: {error}") from error


class _Line:
    """Blobs to the helper and back, until a moment of the monotonic clock.

    Raises TimeoutError after it, and OSError or EOFError when the helper is no more.
    """

    def __init__(self, end: socket.socket) -> None:
        self._end = end

    def send(self, until: float, *blobs: bytes) -> None:
        self._end.settimeout(_left(until))
        self._end.sendall(helper.packed(*blobs))

    def answer(self, until: float, expected: bytes) -> bytes:
        """The second blob of an answer; raises Broken when the first is not the expected one."""
        kind, told = self._blob(until), self._blob(until)
        if kind != expected:
            raise Broken(told.decode(errors="replace"))
        return told

    def hang_up(self) -> None:
        """From any thread: the helper's input ends, and so does waiting for its answer."""
        with contextlib.suppress(OSError):
            self._end.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self._end.close()

    def _blob(self, until: float) -> bytes:
        (length,) = helper.LENGTH.unpack(self._exactly(helper.LENGTH.size, until))
        return self._exactly(length, until)

    def _exactly(self, length: int, until: float) -> bytes:
        blob = bytearray()
        while len(blob) < length:
            self._end.settimeout(_left(until))
            chunk = self._end.recv(min(length - len(blob), _CHUNK))
            if not chunk:
                raise EOFError("the helper ended")
            blob += chunk
        return bytes(blob)


def _left(until: float) -> float:
    """Seconds, more than none: no time at all would mean not to wait even for what is there."""
    return max(until - time.monotonic(), 0.001)


def _started(
    tools: Tools, folder: Path, line: socket.socket, *, in_network: bool
) -> subprocess.Popen[bytes]:
    temporary = folder / "tmp"
    temporary.mkdir(mode=0o700)
    command = [str(tools.python), "-s", helper.__file__, str(folder), str(tools.program)]
    return subprocess.Popen(  # noqa: S603  our own program, without a shell
        [*command, helper.IN_NETWORK] if in_network else command,
        stdin=line.fileno(),
        stdout=line.fileno(),
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env={**environment(), "TMPDIR": str(temporary)},
        process_group=0,
    )


def _hold(folder: Path) -> IO[bytes]:
    """Show to `sweep` that the folder is in use, until the file is closed or this process ends.

    Raises BlockingIOError when another process shows that already.
    """
    file = (folder / _LOCK).open("wb")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        raise
    return file


def sweep() -> None:
    """Clear away the folders of services that were killed together with their helpers."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):
            if folder.stat().st_uid == os.getuid() and (folder / _LOCK).is_file():
                with _hold(folder):
                    helper.clear(folder)
