"""Checks of a .docx that may be hostile: in a process of its own, with little time and memory.

lxml, zlib and docxtpl's regular expressions read a .docx before the engine's own budget counts.
The first looks that keep them short are ours and may miss a way: whatever it does ends with the
child.
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from service.config import PROJECT
from service.errors import CatalogIncomplete, PackageRefused, Severity, VanthuError
from service.nd30.check import Verdict
from service.nd30.report import from_dict
from service.word.faults import template_fault

if sys.platform == "linux":
    import resource

MB = 2**20
TOGETHER = 2
RETRY_SECONDS = 5
PATIENCE = 2.0  # seconds, for a check that takes a tenth of one
_MISUSED = 2  # the program's exit code, as in service.cli

_LOG = logging.getLogger(__name__)
_free = threading.BoundedSemaphore(TOGETHER)


@dataclass(frozen=True)
class Limits:
    """seconds: by the clock on the wall; cpu: seconds of the processor; memory: bytes.

    Elsewhere than on Linux only the clock on the wall is looked at.
    """

    seconds: float = 30
    cpu: int = 20
    memory: int = 1536 * MB


LIMITS = Limits()


class Busy(VanthuError):
    """As many files as may be are being checked already."""

    code = "busy"
    title = "Máy chủ đang bận"
    retry_after = RETRY_SECONDS


@dataclass(frozen=True)
class Told:
    """A fault of a template as the child tells it, see TemplateFault."""

    part: str
    place: str
    tag: str
    code: str
    severity: Severity
    message: str

    @property
    def label(self) -> str:
        """Thân văn bản, đoạn 12: {{ ten }}."""
        return ": ".join(filter(None, [self.place, self.tag]))

    def as_dict(self) -> dict[str, str]:
        return asdict(self)


class TooHeavy(VanthuError):
    """The limits ended a check."""

    code = "document_too_heavy"
    title = "Văn bản quá nặng để kiểm tra"


def lint(
    package: bytes, stem: str, home: Path, limits: Limits = LIMITS, *, wait: bool = True
) -> list[Told]:
    """The faults of a template for a type of `home`; one fault when the limits end the check.

    At most TOGETHER run at once: the next one waits, or raises Busy when it is not to wait. Raises
    CatalogIncomplete when `home` cannot be used.
    """
    command = ["service", "templates", "lint", "-", "--type", stem, "--json"]
    with _turn("mẫu", None if wait else 0):
        done = _child(command, package, limits, VANTHU_HOME=str(home))
    if done.returncode == _MISUSED:
        raise CatalogIncomplete(done.stderr.decode(errors="replace").strip())
    faults = _parsed(done)
    return [_too_heavy()] if faults is None else [Told(**fault) for fault in faults]


def check_layout(package: bytes, limits: Limits | None = None) -> Verdict:
    """What service.nd30 finds in anybody's .docx. limits: LIMITS by default.

    Raises PackageRefused, TooHeavy when the limits end the check, and Busy when TOGETHER others
    are not done within PATIENCE.
    """
    with _turn("văn bản", PATIENCE):
        told = _parsed(_child(["service.nd30"], package, limits or LIMITS))
    if told is None:
        raise TooHeavy(
            "Kiểm tra văn bản này tốn quá nhiều thời gian hoặc bộ nhớ. Hãy chia văn bản thành "
            "nhiều tệp, hoặc bỏ bớt bảng và ảnh rồi gửi lại."
        )
    if "refused" in told:
        raise PackageRefused(told["refused"])
    return from_dict(told["verdict"])


@contextmanager
def _turn(what: str, patience: float | None) -> Iterator[None]:
    """One of TOGETHER; who has waited for `patience` seconds, None for ever, gets Busy."""
    if not _free.acquire(timeout=patience):
        raise Busy(f"Đang kiểm tra nhiều {what} khác: hãy gửi lại sau ít giây.")
    try:
        yield
    finally:
        _free.release()


def _child(
    command: list[str], package: bytes, limits: Limits, **settings: str
) -> subprocess.CompletedProcess[bytes]:
    """Run a module of ours on a package; one that the clock stops has told nothing."""
    arguments, pipe = [sys.executable, "-P", "-m", *command], subprocess.PIPE
    child = subprocess.Popen(  # noqa: S603  our own program, without a shell
        arguments, stdin=pipe, stdout=pipe, stderr=pipe, env=_environment() | settings
    )
    with child:
        # The child waits for its input: nothing of the package is read before the limits hold.
        _confine(child.pid, limits)
        try:
            out, err = child.communicate(package, limits.seconds)
        except subprocess.TimeoutExpired:
            child.kill()
            out = err = b""
    return subprocess.CompletedProcess(arguments, child.wait(), out, err)


def _environment() -> dict[str, str]:
    """As little as the program needs, and nothing that the service knows."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return kept | {"PYTHONPATH": str(PROJECT)}


def _confine(pid: int, limits: Limits) -> None:
    if sys.platform == "linux":
        with suppress(ProcessLookupError):
            resource.prlimit(pid, resource.RLIMIT_AS, (limits.memory, limits.memory))
            resource.prlimit(pid, resource.RLIMIT_CPU, (limits.cpu, limits.cpu))


def _parsed(done: subprocess.CompletedProcess[bytes]) -> Any:
    """The JSON that the child has told; None when it was ended before."""
    try:
        return json.loads(done.stdout)
    except ValueError:
        _LOG.warning("a check of a file ended with %s", done.returncode)
        return None


def _too_heavy() -> Told:
    return Told(**template_fault("template_too_heavy", None, "").as_dict())  # type: ignore[arg-type]
