"""The same web application with docxtpl for an engine: `create_app()`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from unittest import mock

from flask import Flask

from benchmarks.peers import fill_with_docxtpl
from service import look
from service.web import app


class DocxtplTemplate:
    """What the service asks of a template."""

    def __init__(self, package: bytes) -> None:
        self._package = package

    @classmethod
    def compile(cls, source: Path | bytes) -> DocxtplTemplate:
        return cls(source if isinstance(source, bytes) else source.read_bytes())

    def render(self, data: Mapping[str, Any]) -> bytes:
        return fill_with_docxtpl(self._package, data)


def create_app() -> Flask:
    """The application; every template of its process is docxtpl's."""
    mock.patch.object(look, "Template", DocxtplTemplate).start()
    return app.create_app()
