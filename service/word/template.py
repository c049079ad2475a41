"""Templates: a .docx with tags, compiled once and filled with data often.

The grammar of the tags is docxtpl's. Templates are other people's input: they run in a sandbox,
a missing name is an error, and values never become markup.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from service.errors import TemplateBroken
from service.word.container import pack, unpack
from service.word.filters import FILTERS

# Office Open XML, part 2: what a reader of the properties may count on.
_LONGEST_PROPERTY = 255


def sandbox(*, autoescape: bool = True) -> Environment:
    """The environment that every template runs in."""
    environment = ImmutableSandboxedEnvironment(
        autoescape=autoescape, undefined=StrictUndefined, trim_blocks=False
    )
    environment.globals.clear()
    environment.filters.update(FILTERS)
    return environment


class _Filling(DocxTemplate):  # type: ignore[misc]  # docxtpl ships no types
    """docxtpl, with document properties filled as text: they are escaped when saved."""

    PROPERTIES = ("author", "comments", "subject", "title")

    def render_properties(
        self, context: Mapping[str, Any], jinja_env: Environment | None = None
    ) -> None:
        plain = sandbox(autoescape=False)
        for name in self.PROPERTIES:
            tagged = getattr(self.docx.core_properties, name)
            filled = plain.from_string(tagged).render(context)
            setattr(self.docx.core_properties, name, filled[:_LONGEST_PROPERTY])


class Template:
    """A compiled template. Thread-safe: every filling works on its own copy."""

    def __init__(self, package: bytes) -> None:
        self._package = package

    @classmethod
    def compile(cls, source: Path | bytes) -> Template:
        """From a file or its bytes."""
        return cls(source if isinstance(source, bytes) else source.read_bytes())

    def render(self, data: Mapping[str, Any]) -> bytes:
        """The filled document. Raises TemplateBroken when the template cannot be filled."""
        filling = _Filling(io.BytesIO(self._package))
        try:
            filling.render(dict(data), sandbox(), autoescape=True)
        except TemplateError as error:
            raise TemplateBroken(f"Mẫu văn bản không điền được: {error.message}") from error
        buffer = io.BytesIO()
        filling.save(buffer)
        return pack(unpack(buffer.getvalue()))
