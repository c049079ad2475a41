"""LibreOffice's side of a conversion: `python3 helper.py FOLDER PROGRAM [--in-network]`.

UNO can be imported only by the Python that LibreOffice or the distribution was built with. It runs
this file by its path: nothing of the project is imported here. Both ends of the pipe use the names
that do not begin with an underscore.

FOLDER is this instance's own: its profile, its temporary files, the list of its sockets. PROGRAM is
the folder of `soffice.bin`. Requests and answers are two blobs each: PLAIN or ARCHIVE and a .docx;
DONE and the PDF, or FAILED and why. The first answer is READY, and ALONE if there is no network.
When its input ends the helper ends LibreOffice, whatever it is doing, and clears FOLDER away.
"""

from __future__ import annotations

import contextlib
import ctypes
import functools
import os
import queue
import shutil
import signal
import struct
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any, BinaryIO

if sys.platform == "linux":
    import resource

Requests = queue.SimpleQueue[tuple[bytes, bytes]]

LENGTH = struct.Struct(">I")
READY, ALONE = b"ready", b"without network"
DONE, FAILED = b"done", b"failed"
PLAIN, ARCHIVE = b"plain", b"archive"
IN_NETWORK = "--in-network"

START_SECONDS = 30.0
_LOOK_EVERY = 0.02
# What soffice says when it has made a new profile and is to be started again (its exit code).
_START_AGAIN = 81
_STARTS = 3
_MEMORY = 4 << 30
_SOCKETS = "sockets"

_SWITCHES = (
    "--headless --invisible --nodefault --nofirststartwizard --nolockcheck --nologo --norestore"
)

# linux/sched.h, linux/prctl.h
_NEW_USER, _NEW_NETWORK, _DEATH_SIGNAL = 0x10000000, 0x40000000, 1

# LibreOffice's API: NEVER_EXECUTE, NO_UPDATE.
LOADING = {"FilterName": "MS Word 2007 XML", "MacroExecutionMode": 0, "UpdateDocMode": 0}
LOADING |= {"Hidden": True, "ReadOnly": True}
_YES = "DisplayPDFDocumentTitle EmbedStandardFonts ExportBookmarks UseTaggedPDF"
_EXPORT: dict[str, Any] = {**dict.fromkeys(_YES.split(), True), "ExportFormFields": False}
EXPORTS = {PLAIN: _EXPORT, ARCHIVE: {**_EXPORT, "SelectPdfVersion": 2}}  # 2: PDF/A-2b
_NUDGE = 100  # hundredths of a millimetre


def packed(*blobs: bytes) -> bytes:
    """Blobs as they go through the pipe: each after its length, four bytes, the highest first."""
    return b"".join(part for blob in blobs for part in (LENGTH.pack(len(blob)), blob))


def clear(folder: Path) -> None:
    """Remove the folder of an instance that has ended, and the sockets it left elsewhere."""
    with contextlib.suppress(OSError):
        for line in (folder / _SOCKETS).read_text("utf-8").splitlines():
            if Path(line).name.startswith("OSL_PIPE_"):
                Path(line).unlink(missing_ok=True)
    until = time.monotonic() + 1
    while folder.exists() and time.monotonic() < until:
        shutil.rmtree(folder, ignore_errors=True)  # who is being killed may still be writing


class Soffice:
    """A running LibreOffice with a profile of its own."""

    def __init__(self, folder: Path, program: Path) -> None:
        self._folder, self._pipe = folder, folder.name
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        accept = f"--accept=pipe,name={self._pipe};urp;"
        self._command = [str(program / "soffice.bin"), profile, *_SWITCHES.split(), accept]
        prctl = ctypes.CDLL(None).prctl
        self._dies_with_helper = functools.partial(prctl, _DEATH_SIGNAL, signal.SIGKILL)
        self._process = self._started()

    def connect(self) -> Any:
        """The context of the office, once it answers. Raises RuntimeError when it does not."""
        resolve, starts = _resolver(), 1
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            with contextlib.suppress(_uno_exception()):
                context = resolve(f"uno:pipe,name={self._pipe};urp;StarOffice.ComponentContext")
                self._note_sockets()
                return context
            code = self._process.poll()
            if code == _START_AGAIN and starts < _STARTS:
                self._process, starts = self._started(), starts + 1
            elif code is not None:
                raise RuntimeError(f"soffice.bin ended with {code}")
            time.sleep(_LOOK_EVERY)
        raise RuntimeError(f"soffice.bin does not answer within {START_SECONDS:g} seconds")

    def _note_sockets(self) -> None:
        """Tell `clear` of them: LibreOffice makes them in /tmp, and a killed one leaves them."""
        if listed := _sockets(self._process.pid):  # one that crashed tells nothing more
            (self._folder / _SOCKETS).write_text("\n".join(listed), "utf-8")

    def end(self) -> None:
        """Kill it, and leave nothing of it."""
        with contextlib.suppress(OSError):
            self._note_sockets()
        self._process.kill()
        self._process.wait()
        clear(self._folder)

    def _started(self) -> subprocess.Popen[bytes]:
        null = subprocess.DEVNULL
        # Before soffice the child does nothing but a system call, which is safe beside threads.
        return subprocess.Popen(  # noqa: S603  the program that was found, without a shell
            self._command, stdin=null, stdout=null, stderr=null, preexec_fn=self._dies_with_helper
        )


def _sockets(process: int) -> set[str]:
    """Paths of the sockets that a process has open."""
    links = [str(link.readlink()) for link in Path(f"/proc/{process}/fd").iterdir()]
    inodes = {link[len("socket:[") : -1] for link in links if link.startswith("socket:[")}
    table = [line.split() for line in Path("/proc/net/unix").read_text("utf-8").splitlines()]
    return {fields[7] for fields in table if len(fields) == 8 and fields[6] in inodes}


def leave_network() -> bool:
    """Give this process and its children a network of their own that leads nowhere, if allowed."""
    libc = ctypes.CDLL(None)
    user, group = os.getuid(), os.getgid()
    if libc.unshare(_NEW_NETWORK) == 0:
        return True
    if libc.unshare(_NEW_USER | _NEW_NETWORK) != 0:
        return False
    with contextlib.suppress(OSError):
        Path("/proc/self/setgroups").write_text("deny", "ascii")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1", "ascii")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1", "ascii")
    return True


class Converter:
    """Conversions by an office, over UNO."""

    def __init__(self, context: Any) -> None:
        self._context = context
        self._manager = context.ServiceManager
        self._desktop = self._service("com.sun.star.frame.Desktop")

    def pdf(self, profile: bytes, docx: bytes) -> bytes:
        """The PDF of a .docx; profile: PLAIN or ARCHIVE."""
        import uno  # type: ignore[import-not-found]  # here: the service's own Python has none

        source = self._service("com.sun.star.io.SequenceInputStream", uno.ByteSequence(docx))
        loading = _properties({**LOADING, "InputStream": source})
        document = self._desktop.loadComponentFromURL("private:stream", "_blank", 0, loading)
        if document is None:
            raise RuntimeError("the document cannot be loaded")
        try:
            _lay_out_again(document)
            return self._exported(document, EXPORTS[profile])
        finally:
            document.close(True)

    def _exported(self, document: Any, options: dict[str, Any]) -> bytes:
        import uno

        out = self._service("com.sun.star.io.SequenceOutputStream")
        data = uno.Any("[]com.sun.star.beans.PropertyValue", _properties(options))
        export = {"FilterName": "writer_pdf_Export", "FilterData": data, "OutputStream": out}
        document.storeToURL("private:stream", _properties(export))
        return bytes(out.getWrittenBytes().value)

    def _service(self, name: str, *arguments: Any) -> Any:
        return self._manager.createInstanceWithArgumentsAndContext(name, arguments, self._context)


def _lay_out_again(document: Any) -> None:
    """Make Writer break the pages anew where it has left a heading alone at the foot of one.

    While it loads a long document it guesses where pages end. It looks again at what it has laid
    out only when there is less room than before.
    """
    view = document.getCurrentController()
    if not _leaves_behind(view):
        return
    family = document.StyleFamilies.getByName("PageStyles")
    styles = [family.getByIndex(index) for index in range(family.Count)]
    margins = [(style, style.BottomMargin) for style in styles if style.isInUse()]
    for nudge in (_NUDGE, 0):
        for style, margin in margins:
            style.BottomMargin = margin + nudge
        _ = view.PageCount  # lays out


def _leaves_behind(view: Any) -> bool:
    """Whether a page ends with a paragraph that is to stay with the next one."""
    cursor = view.getViewCursor()
    for page in range(1, view.PageCount):
        cursor.jumpToPage(page)
        cursor.jumpToEndOfPage()
        if cursor.ParaKeepTogether:
            return True
    return False


def _properties(values: dict[str, Any]) -> tuple[Any, ...]:
    from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]

    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())


def _resolver() -> Any:
    import uno

    context = uno.getComponentContext()
    create = context.ServiceManager.createInstanceWithContext
    return create("com.sun.star.bridge.UnoUrlResolver", context).resolve


def _uno_exception() -> type[BaseException]:
    import uno  # noqa: F401  makes the next line possible
    from com.sun.star.uno import Exception as UnoError  # type: ignore[import-not-found]

    return UnoError  # type: ignore[no-any-return]


def _read(stream: BinaryIO) -> bytes:
    """The next blob. Raises struct.error at the end of the stream."""
    (length,) = LENGTH.unpack(stream.read(LENGTH.size))
    return stream.read(length)


def _listen(requests: Requests, office: Soffice) -> None:
    """Take requests until the service closes the pipe or is no more; then end all."""
    with contextlib.suppress(struct.error):
        while True:
            requests.put((_read(sys.stdin.buffer), _read(sys.stdin.buffer)))
    office.end()
    os._exit(0)


def _answer(*blobs: bytes) -> None:
    sys.stdout.buffer.write(packed(*blobs))
    sys.stdout.buffer.flush()


def _serve(office: Soffice, requests: Requests, told: bytes) -> None:
    failures = (_uno_exception(), RuntimeError)
    try:
        converter = Converter(office.connect())
        _answer(READY, told)
        while True:
            _answer(*_answered(converter, requests.get(), failures))
    except failures as error:
        _answer(FAILED, str(error).encode())


def _answered(
    converter: Converter, request: tuple[bytes, bytes], failures: tuple[type[BaseException], ...]
) -> tuple[bytes, bytes]:
    try:
        return DONE, converter.pdf(*request)
    except failures as error:
        return FAILED, f"{type(error).__name__}: {error}".encode()


def main(folder: str, program: str, *options: str) -> None:
    """Serve until the input ends."""
    # The group of a stopped helper whose service is gone gets SIGHUP, and is let run on.
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    os.umask(0o077)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    # Before there are threads: a user namespace is only for a process without.
    alone = IN_NETWORK not in options and leave_network()
    office = Soffice(Path(folder), Path(program))
    requests: Requests = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(requests, office), daemon=True).start()
    try:
        _serve(office, requests, ALONE if alone else b"")
    finally:
        office.end()


if __name__ == "__main__":
    del sys.path[0]  # this folder: its names are not meant for LibreOffice
    main(*sys.argv[1:])
