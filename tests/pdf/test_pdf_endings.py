"""Nothing is left behind: no process, no folder, no socket, however the service ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile import crashing
from machinery import folder, helpers, is_running, is_stopped, note, soffices, traces, wait_until

from service.config import PROJECT
from service.pdf.errors import PdfFailed
from service.pdf.instance import sweep
from service.pdf.office import Office

SERVICE = """
import sys
from pathlib import Path
from service.pdf.office import Office
office = Office(2)
docx = Path(sys.argv[1]).read_bytes()
office.convert(docx)
print("ready", flush=True)
while sys.argv[2] == "busy":
    office.convert(docx)
sys.stdin.read()
"""


class Service:
    """A process of its own that has converted a document; `busy`: and goes on converting."""

    def __init__(self, docx: Path, does: str) -> None:
        pipe = subprocess.PIPE
        command = [sys.executable, "-c", SERVICE, str(docx), does]
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, cwd=PROJECT)
        assert self._process.stdout
        assert self._process.stdout.readline() == b"ready\n"
        self.helpers, self.soffices = helpers(self._process.pid), soffices(self._process.pid)
        self.traces = traces(self._process.pid)
        assert self.helpers
        assert self.soffices
        assert all(path.exists() for path in self.traces)

    def end_well(self) -> None:
        self._process.communicate()

    def kill(self) -> None:
        self._process.kill()
        self._process.communicate()

    def is_over(self) -> bool:
        """Whether no process runs."""
        return not any(map(is_running, [*self.helpers, *self.soffices]))

    def has_gone(self) -> bool:
        """Whether nothing is left at all."""
        return self.is_over() and not any(path.exists() for path in self.traces)


@pytest.fixture
def docx(tmp_path: Path) -> Path:
    path = tmp_path / "note.docx"
    path.write_bytes(note("Một"))
    return path


def test_a_service_that_ends(docx: Path) -> None:
    """It need not close its office: the end of the process does."""
    service = Service(docx, "idle")
    service.end_well()
    assert service.has_gone()


@pytest.mark.parametrize("does", ["idle", "busy"])
def test_a_service_that_is_killed(docx: Path, does: str) -> None:
    """The helper sees to the rest, whatever LibreOffice is doing."""
    service = Service(docx, does)
    service.kill()
    wait_until(service.has_gone)


def test_a_service_that_is_killed_with_stopped_children(docx: Path) -> None:
    """What is stopped is let run on, to end."""
    service = Service(docx, "idle")
    children = [*service.soffices, *service.helpers]
    for process in children:
        os.kill(process, signal.SIGSTOP)
    wait_until(lambda: all(map(is_stopped, children)))
    service.kill()
    wait_until(service.has_gone)


def test_a_service_that_is_killed_with_its_helpers(docx: Path) -> None:
    """LibreOffice ends all the same; the next service clears the folder away."""
    service = Service(docx, "idle")
    for process in service.helpers:
        os.kill(process, signal.SIGKILL)
    service.kill()
    wait_until(service.is_over)
    assert any(path.exists() for path in service.traces)
    sweep()
    assert service.has_gone()


@pytest.fixture
def office() -> Iterator[Office]:
    with Office(1) as office:
        office.convert(note("Một"))
        yield office


def test_sweeping_leaves_what_is_in_use(office: Office) -> None:
    """A folder whose service runs stays."""
    sweep()
    assert all(path.exists() for path in traces())
    office.convert(note("Hai"))


def test_a_folder_is_its_owners(office: Office) -> None:
    """Nobody else may look into it, nor talk to the LibreOffice in it."""
    one, *sockets = traces()
    assert one.stat().st_mode & 0o777 == 0o700
    assert len(sockets) == 2
    assert all(socket.stat().st_mode & 0o077 == 0 for socket in sockets)


def test_temporary_files_are_in_the_folder(office: Office) -> None:
    """So what a killed LibreOffice leaves goes with it."""
    (soffice,) = soffices()
    names = Path(f"/proc/{soffice}/fd").iterdir()
    opened = [str(name.readlink()) for name in names if name.is_symlink()]
    elsewhere = [name for name in opened if name.startswith("/tmp/")]  # noqa: S108
    assert all(name.startswith(str(folder(helpers()[0]))) for name in elsewhere)


def test_a_crash_leaves_nothing(office: Office) -> None:
    """Two instances are gone after a document that crashes both."""
    left = traces()
    with pytest.raises(PdfFailed):
        office.convert(crashing())
    assert not any(path.exists() for path in left)
    assert helpers() == []


def test_the_environment_is_kept_from_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    """It learns nothing of what the service is configured with."""
    monkeypatch.setenv("VANTHU_DATABASE_URL", "postgresql://secret")
    with Office(1) as office:
        office.convert(note("Một"))
        for process in [*helpers(), *soffices()]:
            assert b"secret" not in Path(f"/proc/{process}/environ").read_bytes()
