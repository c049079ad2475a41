"""Lint of a template that may be hostile: in a process of its own, with little time and memory.

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
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from service.config import PROJECT
from service.errors import CatalogIncomplete, Severity, VanthuError
from service.word.faults import template_fault

if sys.platform == "linux":
    import resource

MB = 2**20
TOGETHER = 2
RETRY_SECONDS = 5
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
    """As many templates as may be are being checked already."""

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


def lint(
    package: bytes, stem: str, home: Path, limits: Limits = LIMITS, *, wait: bool = True
) -> list[Told]:
    """The faults of a template for a type of `home`; one fault when the limits end the check.

    At most TOGETHER run at once: the next one waits, or raises Busy when it is not to wait. Raises
    CatalogIncomplete when `home` cannot be used.
    """
    if not _free.acquire(blocking=wait):
        raise Busy("Đang kiểm tra nhiều mẫu khác: hãy gửi lại sau ít giây.")
    try:
        return _checked(package, stem, home, limits)
    finally:
        _free.release()


def _checked(package: bytes, stem: str, home: Path, limits: Limits) -> list[Told]:
    command = ["-P", "-m", "service", "templates", "lint", "-", "--type", stem, "--json"]
    pipe = subprocess.PIPE
    child = subprocess.Popen(  # noqa: S603  our own program, without a shell
        [sys.executable, *command], stdin=pipe, stdout=pipe, stderr=pipe, env=_environment(home)
    )
    with child:
        # The child waits for its input: nothing of the template is read before the limits hold.
        _confine(child.pid, limits)
        try:
            out, err = child.communicate(package, limits.seconds)
        except subprocess.TimeoutExpired:
            child.kill()
            return [_too_heavy()]
    if child.returncode == _MISUSED:
        raise CatalogIncomplete(err.decode(errors="replace").strip())
    return _parsed(out, child.returncode)


def _environment(home: Path) -> dict[str, str]:
    """As little as the program needs, and nothing that the service knows."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return kept | {"PYTHONPATH": str(PROJECT), "VANTHU_HOME": str(home)}


def _confine(pid: int, limits: Limits) -> None:
    if sys.platform == "linux":
        with suppress(ProcessLookupError):
            resource.prlimit(pid, resource.RLIMIT_AS, (limits.memory, limits.memory))
            resource.prlimit(pid, resource.RLIMIT_CPU, (limits.cpu, limits.cpu))


def _parsed(out: bytes, code: int) -> list[Told]:
    try:
        return [Told(**fault) for fault in json.loads(out)]
    except ValueError:
        _LOG.warning("a check of a template ended with %s", code)
        return [_too_heavy()]


def _too_heavy() -> Told:
    return Told(**template_fault("template_too_heavy", None, "").as_dict())  # type: ignore[arg-type]
