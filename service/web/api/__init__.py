"""The API for other systems, under /api/v1, and its documentation."""

from __future__ import annotations

from flask import Flask
from flask_smorest import Api

from service.catalog import Catalog
from service.web.api import browser, documents, layout, openapi, packs, templates, types
from service.web.api.operation import blueprint

# Imported so that their operations are on the blueprint when it is registered.
__all__ = ["documents", "layout", "packs", "register", "templates", "types"]


def register(app: Flask, catalog: Catalog) -> None:
    """Add the API and its OpenAPI document; the error handlers are left to service.web.problems."""
    api = Api(app, spec_kwargs=openapi.ABOUT)
    api.DEFAULT_ERROR_RESPONSE_NAME = None
    api.register_blueprint(blueprint)
    app.extensions[browser.EXTENSION] = openapi.document(api.spec, catalog)
    app.register_blueprint(browser.blueprint)
