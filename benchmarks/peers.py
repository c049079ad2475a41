"""docxtpl as its manual has it: a new object for every document."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from service.word.filters import FILTERS

# Jinja's sandbox as it comes: what ours adds to it must not slow docxtpl down.
_SANDBOX = ImmutableSandboxedEnvironment(undefined=StrictUndefined)
_SANDBOX.filters |= FILTERS


def fill_with_docxtpl(template: bytes, data: Mapping[str, Any]) -> bytes:
    """The filled document, worded by the filters that our engine uses."""
    filling = DocxTemplate(io.BytesIO(template))
    filling.render(dict(data), _SANDBOX, autoescape=True)
    buffer = io.BytesIO()
    filling.save(buffer)
    return buffer.getvalue()
