"""`python -m service.nd30`: a .docx on the input, its verdict or why it is refused as JSON."""

from __future__ import annotations

import json
import sys
from typing import Any

from service.errors import PackageRefused
from service.nd30.check import check
from service.nd30.report import as_dict


def told(package: bytes) -> dict[str, Any]:
    """{verdict: as service.nd30.report.as_dict has it}, or {refused: why}."""
    try:
        return {"verdict": as_dict(check(package))}
    except PackageRefused as error:
        return {"refused": error.detail}


if __name__ == "__main__":
    json.dump(told(sys.stdin.buffer.read()), sys.stdout)
