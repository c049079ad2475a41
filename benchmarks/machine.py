"""What the figures were measured on."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_LIBRARIES = (
    *("docxtpl", "python-docx", "jinja2", "lxml", "deflate", "marshmallow", "flask", "granian"),
)


def describe(npm: Mapping[str, str]) -> str:
    """Date, processor, versions."""
    found = {name: _version(name) for name in _LIBRARIES}
    libraries = [f"{name} {number}" for name, number in found.items() if number]
    engines = [f"{name} {number}" for name, number in npm.items()]
    today = datetime.now().astimezone().date()
    return (
        f"Measured on {today.isoformat()}: {_processor()}, {os.cpu_count()} cores, "
        f"{platform.system()} {platform.machine()}; Python {platform.python_version()}; "
        f"{', '.join(libraries)}; {', '.join(engines)}."
    )


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def _processor() -> str:
    told = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    facts = dict(line.split("\t", 1) for line in told.splitlines() if "\t" in line)
    return facts.get("model name", "\t: ").strip("\t: ") or platform.processor()
