"""The WSGI application: `create_app()` for any WSGI server."""

from __future__ import annotations

import os
from dataclasses import asdict
from typing import Any

from flask import Flask, Response
from flask.json.provider import DefaultJSONProvider

from service.config import Settings
from service.pipeline import Pipeline
from service.web import api, pages, problems
from service.web.current import EXTENSION, catalog, pipeline
from service.web.guard import guard

MAX_FORM_PARTS = 10


class _Json(DefaultJSONProvider):
    ensure_ascii = False
    sort_keys = False


class _Answer(Response):
    """Text that UTF-8 cannot hold (a lone surrogate from a payload) must not break an answer."""

    def set_data(self, value: bytes | str) -> None:
        super().set_data(value.encode(errors="replace") if isinstance(value, str) else value)


class _App(Flask):
    json_provider_class = _Json
    response_class = _Answer


def create_app(settings: Settings | None = None) -> Flask:
    """The application. Raises CatalogIncomplete or SettingsInvalid rather than start half-way."""
    settings = settings or Settings.from_environment(os.environ)
    app = _App(__name__)
    app.config.update(_limits(settings))
    app.extensions[EXTENSION] = road = Pipeline.of(settings)
    api.register(app, road.catalog)
    app.register_blueprint(pages.blueprint)
    app.add_url_rule("/healthz", "healthz", _healthy)
    app.add_url_rule("/readyz", "readyz", _ready)
    app.after_request(guard)
    # Last, so that they take the place of flask-smorest's own.
    problems.register(app)
    return app


def _limits(settings: Settings) -> dict[str, Any]:
    return {
        "MAX_CONTENT_LENGTH": settings.max_body_bytes,
        "MAX_FORM_MEMORY_SIZE": settings.max_body_bytes,
        "MAX_FORM_PARTS": MAX_FORM_PARTS,
    }


def _healthy() -> dict[str, str]:
    """The process answers."""
    return {"status": "ok"}


def _ready() -> dict[str, Any]:
    """Every template compiles, and whether PDFs can be made; raises TemplateBroken otherwise.

    Without what PDFs need the service is ready all the same, for .docx.
    """
    for kind in catalog().values():
        _ = kind.template
    missing = [asdict(one) for one in pipeline().office.missing()]
    return {
        "status": "ready",
        "document_types": list(catalog()),
        "docx": {"ready": True},
        "pdf": {"ready": not missing, "missing": missing},
    }
