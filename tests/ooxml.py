"""What Microsoft's Open XML SDK, and so Word, finds wrong in a .docx."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

PACKAGES = Path(__file__).parent / "npm" / "node_modules" / "@xarsh"
OFFICE = "Microsoft365"  # knows most, so checks most
WITHOUT_ICU = {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}  # a machine need not have it


def faults(documents: dict[str, bytes]) -> dict[str, list[str]]:
    """Faults of the named documents, each as a line; a document without any is left out."""
    validator = _validator()
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as pool:
        paths = [Path(folder) / f"{number}.docx" for number in range(len(documents))]
        for path, data in zip(paths, documents.values(), strict=True):
            path.write_bytes(data)
        found = pool.map(lambda path: _validate(validator, path), paths)
        return {name: lines for name, lines in zip(documents, found, strict=True) if lines}


def _validator() -> Path:
    """The program of this machine's platform: npm installs no other."""
    programs = list(PACKAGES.glob("ooxml-validator-*/ooxml-validator"))
    assert len(programs) == 1, "no Open XML validator: run `scripts/setup tests`"
    return programs[0]


def _validate(validator: Path, path: Path) -> list[str]:
    """The faults of one file: the validator takes no more at a time."""
    command, environment = [str(validator), str(path), OFFICE], os.environ | WITHOUT_ICU
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["ok"] == (not answer["errors"])
    return [_line(error) for error in answer["errors"]]


def _line(error: dict[str, Any]) -> str:
    """Part, place in it and what is wrong; what cannot be opened has no place."""
    place = [error[key] for key in ("path", "xPath") if error[key]]
    return " ".join([*place, error["description"]])
