"""What the running application offers to its views."""

from __future__ import annotations

from flask import current_app

from service.catalog import Catalog
from service.pipeline import Pipeline

EXTENSION = "vanthu"


def pipeline() -> Pipeline:
    """The pipeline of the application that answers this request."""
    running: Pipeline = current_app.extensions[EXTENSION]
    return running


def catalog() -> Catalog:
    """The document types of the application that answers this request."""
    return pipeline().catalog
