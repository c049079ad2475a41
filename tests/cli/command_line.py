"""What the tests of the command line share."""

from __future__ import annotations

import os
import subprocess
import sys

import docx
from small_home import json_of

from service.config import PROJECT

COMMANDS = {
    "types": [],
    "make": [],
    "check": [],
    "check-layout": [],
    "check-pack": [],
    "batch": [],
    "book": [],
    "serve": [],
    "templates": ["build", "export", "lint"],
}
NAME = "Giấy báo Họp giao ban"
DRAFT = {"subject": "Họp giao ban"}
BAD = {"copies": 0, "subjekt": "x"}
ENGLISH = ("usage", "options", "positional", "arguments", "error", "expected", "invalid", "show ")


def payload(folder, value, name="in.json"):
    (folder / name).write_bytes(value if isinstance(value, bytes) else json_of(value))
    return name


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def text_of(path):
    return docx.Document(str(path)).paragraphs[-1].text


def vanthu(*arguments, **options):
    """Run the program as a person would, with its bytes captured."""
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), **options.pop("env", {})}
    return subprocess.run(
        [sys.executable, "-m", "service", *arguments],
        capture_output=True,
        env=environment,
        timeout=60,
        **options,
    )
