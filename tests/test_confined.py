"""A template that may be hostile is checked in a child that cannot take the service along."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from documents import FIRST_SAMPLES
from small_home import template_of

from service import confined
from service.catalog import build_template
from service.config import PROJECT
from service.confined import Busy, Limits, TooHeavy
from service.errors import CatalogIncomplete, PackageRefused
from service.nd30.check import check
from service.pipeline import Pipeline

STEM = "launch_plan"
WRONG = template_of("{{ subjekt }}", "{%p if theme %}")


def codes(found: list[confined.Told]) -> list[str]:
    return [fault.code for fault in found]


def test_the_child_tells_what_lint_tells() -> None:
    """The same faults in the same order, as plain words."""
    own = [fault.as_dict() for fault in Pipeline(PROJECT).lint(STEM, WRONG)]
    assert [fault.as_dict() for fault in confined.lint(WRONG, STEM, PROJECT)] == own
    assert confined.lint(build_template(PROJECT, STEM), STEM, PROJECT) == []


def test_a_label_is_place_and_tag() -> None:
    """As findings have it."""
    assert confined.lint(WRONG, STEM, PROJECT)[0].label == "Thân văn bản, đoạn 1: {{ subjekt }}"


def test_a_child_that_takes_too_long_is_one_fault() -> None:
    """It is stopped, and tells nothing more."""
    (found,) = confined.lint(WRONG, STEM, PROJECT, Limits(seconds=0.05))
    assert (found.code, found.severity) == ("template_too_heavy", "error")


@pytest.mark.skipif(sys.platform != "linux", reason="the system sets limits on Linux only")
@pytest.mark.parametrize("excess", ["while True: pass", "bytearray(2**31)", "raise OSError"])
def test_a_child_that_dies_is_told(monkeypatch: pytest.MonkeyPatch, excess: str) -> None:
    """The processor's time and the memory are limited, whatever the clock says."""
    start = subprocess.Popen
    child = [sys.executable, "-c", f"import sys; sys.stdin.buffer.read()\n{excess}"]
    monkeypatch.setattr(subprocess, "Popen", lambda _, **options: start(child, **options))
    (found,) = confined.lint(WRONG, STEM, PROJECT, Limits(cpu=1))
    assert found.code == "template_too_heavy"
    with pytest.raises(TooHeavy, match="Hãy chia văn bản"):
        confined.check_layout(WRONG, Limits(cpu=1))


@pytest.mark.parametrize("package", [sample.make() for sample in FIRST_SAMPLES] + [WRONG])
def test_the_child_tells_what_the_checker_tells(package: bytes) -> None:
    """The same verdict, findings with their places and all."""
    assert confined.check_layout(package) == check(package)


def test_what_is_no_document_is_refused() -> None:
    """For the reason that the checker gives."""
    with pytest.raises(PackageRefused, match="không phải tệp"):
        confined.check_layout(b"none")


def test_the_child_knows_nothing_of_the_service(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither its secrets nor its settings, and nothing of the template before its limits hold."""
    monkeypatch.setenv("SECRET", "x")
    monkeypatch.setenv("VANTHU_TEMPLATES", "/no/such/folder")
    seen = {}
    start = subprocess.Popen

    def spy(command: list[str], **options: object) -> object:
        seen.update(options)
        return start(command, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "Popen", spy)
    confined.check_layout(WRONG)
    assert set(seen["env"]) <= {"PATH", "SYSTEMROOT", "PYTHONPATH"}
    confined.lint(WRONG, STEM, PROJECT)
    assert set(seen["env"]) <= {"PATH", "SYSTEMROOT", "PYTHONPATH", "VANTHU_HOME"}


def test_a_broken_home_is_no_fault_of_the_template(tmp_path: Path) -> None:
    """It is told as what it is."""
    with pytest.raises(CatalogIncomplete, match="không có lược đồ"):
        confined.lint(WRONG, STEM, tmp_path)


def test_few_run_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who cannot wait is told so; who can gets its turn."""
    monkeypatch.setattr(confined, "_free", threading.BoundedSemaphore(1))
    with confined._free, pytest.raises(Busy):
        confined.lint(WRONG, STEM, PROJECT, wait=False)
    assert codes(confined.lint(WRONG, STEM, PROJECT, wait=False))[0] == "name_unknown"
    monkeypatch.setattr(confined, "PATIENCE", 0.01)
    with confined._free, pytest.raises(Busy, match="nhiều văn bản khác"):
        confined.check_layout(WRONG)
