"""The other road: objects that only docxtpl can print are printed by docxtpl itself.

A RichText, InlineImage or Subdoc writes into the package while it is printed. No tag tells that its
value will be one, so the value decides: a filling that meets one is begun again here.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from docxtpl import DocxTemplate
from markupsafe import Markup, escape

from service.word import sections
from service.word.container import unpack
from service.word.sandbox import Sandbox

_SIGNS = re.compile(r"\{_[{%]|[}%]_\}")


class _Environment(Sandbox):
    """Values in docxtpl's hands: what it would take for its own signs is written another way."""

    def __init__(self) -> None:
        super().__init__()
        self.finalize = _disguised


def _disguised(value: Any) -> Any:
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    text = str(escape(value.replace("\r\n", "\n").replace("\r", "\n")))
    disguised = _SIGNS.sub(lambda found: found[0].replace("_", "&#95;"), text)
    return Markup(disguised)  # noqa: S704 - it is escaped


class Filling(DocxTemplate):  # type: ignore[misc]  # docxtpl ships no types
    """docxtpl on a copy of a template, for one document.

    RichText links, InlineImage and Subdoc objects are made with it and handed to the template as
    any other value.
    """

    def __init__(self, package: bytes) -> None:
        super().__init__(io.BytesIO(package))

    def render_properties(self, context: dict[str, Any], jinja_env: Any = None) -> None:
        """Left to the compiled part: docxtpl would escape their values twice."""

    def filled(self, context: dict[str, Any]) -> dict[str, bytes]:
        """The members of the filled package."""
        self.render(context, _Environment(), autoescape=True)
        sections.end_with_the_last(self.docx.element.body)
        buffer = io.BytesIO()
        self.save(buffer)
        return unpack(buffer.getvalue())


def filling_of(package: bytes, data: Any) -> Filling:
    """The filling that an object of the data was made with, or a new one."""
    return next(_fillings(data), None) or Filling(package)


def _fillings(data: Any) -> Iterator[Filling]:
    if isinstance(data, Mapping):
        yield from _fillings(list(data.values()))
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _fillings(value)
    elif isinstance(owner := getattr(data, "tpl", None), Filling):
        yield owner
