"""The npm engines, kept warm in one Node process that is asked over its standard streams."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any, Self

from benchmarks.timing import Turn

FOLDER = Path(__file__).parents[1] / "npm"


class Node:
    """A process that fills templates and times itself."""

    ENGINES = ("docxtemplater", "easy-template-x", "carbone")

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            ["node", str(FOLDER / "engines.js")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        return self

    def __exit__(self, *error: object) -> None:
        self._process.communicate()

    def versions(self) -> dict[str, str]:
        """Of Node and of the engines."""
        found: dict[str, str] = self._ask(versions=True)
        return found

    def load(self, engine: str, template: Path, words: Path) -> None:
        self._ask(engine=engine, template=str(template), words=str(words))

    def document(self, engine: str, template: Path) -> bytes:
        """The filled document."""
        out = template.with_suffix(".out.docx")
        self._ask(engine=engine, template=str(template), times=1, out=str(out))
        return out.read_bytes()

    def turn(self, engine: str, template: Path) -> Turn:
        def run(times: int) -> float:
            answer = self._ask(engine=engine, template=str(template), times=times)
            return float(answer["ms"]) / 1000

        return run

    def _ask(self, **question: Any) -> Any:
        asked, answered = self._process.stdin, self._process.stdout
        assert asked is not None
        assert answered is not None
        asked.write(json.dumps(question) + "\n")
        asked.flush()
        line = answered.readline()
        if not line:
            raise SystemExit("Node stopped: see its message above.")
        return json.loads(line)
