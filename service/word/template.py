"""Templates: a .docx with tags, compiled once and filled with data often.

The grammar of the tags is docxtpl's. A missing name is an error, and values never become markup.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docx.opc.exceptions import OpcError
from docxtpl import DocxTemplate
from jinja2 import Environment, TemplateError
from lxml.etree import XMLSyntaxError

from service.errors import TemplateBroken
from service.word.container import pack, unpack
from service.word.sandbox import Sandbox

# What python-docx accepts for a property.
_LONGEST_PROPERTY = 255

# What a package that is no .docx, and a filter that gets what it cannot print, raise.
_UNREADABLE = (OpcError, zipfile.BadZipFile, KeyError, ValueError, XMLSyntaxError)
_UNFILLABLE = (TemplateError, ArithmeticError, LookupError, TypeError, ValueError)


class _Filling(DocxTemplate):  # type: ignore[misc]  # docxtpl ships no types
    """docxtpl, with document properties filled as text: they are escaped when saved."""

    PROPERTIES = ("author", "comments", "subject", "title")

    def render_properties(
        self, context: Mapping[str, Any], jinja_env: Environment | None = None
    ) -> None:
        plain = Sandbox(autoescape=False)
        for name in self.PROPERTIES:
            tagged = getattr(self.docx.core_properties, name)
            filled = plain.from_string(tagged).render(context)
            setattr(self.docx.core_properties, name, filled[:_LONGEST_PROPERTY])

    def check(self) -> None:
        """Compile the tags of every part that is filled."""
        self.init_docx()
        sandbox = Sandbox()
        sandbox.from_string(self.patch_xml(self.get_xml()))
        for uri in (self.HEADER_URI, self.FOOTER_URI):
            for _, part in self.get_headers_footers(uri):
                sandbox.from_string(self.patch_xml(self.get_part_xml(part)))
        for name in self.PROPERTIES:
            sandbox.from_string(getattr(self.docx.core_properties, name))


class Template:
    """A compiled template. Thread-safe: every filling works on its own copy."""

    def __init__(self, package: bytes) -> None:
        self._package = package

    @classmethod
    def compile(cls, source: Path | bytes) -> Template:
        """From a file or its bytes.

        Raises TemplateBroken when it is no .docx, or a tag is malformed or not allowed.
        """
        package = source if isinstance(source, bytes) else source.read_bytes()
        try:
            _Filling(io.BytesIO(package)).check()
        except TemplateError as error:
            raise TemplateBroken(f"Thẻ trong mẫu văn bản không dùng được: {error}.") from error
        except _UNREADABLE as error:
            raise TemplateBroken("Mẫu văn bản không phải tệp .docx đọc được.") from error
        return cls(package)

    def render(self, data: Mapping[str, Any]) -> bytes:
        """The filled document. Raises TemplateBroken when the template cannot be filled."""
        filling = _Filling(io.BytesIO(self._package))
        try:
            filling.render(dict(data), Sandbox(), autoescape=True)
        except _UNFILLABLE as error:
            # The message may quote a payload: only the kind of error is told.
            kind = type(error).__name__
            raise TemplateBroken(f"Mẫu văn bản không điền được ({kind}).") from error
        buffer = io.BytesIO()
        filling.save(buffer)
        return pack(unpack(buffer.getvalue()))
