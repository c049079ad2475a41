"""The other road to a filled template: docxtpl from PyPI as it is, its tags run in our sandbox."""

from __future__ import annotations

import functools
import io
import posixpath
import zipfile
from collections.abc import Mapping
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Template
from lxml import etree

from service.word.limits import RENDERING, Limits
from service.word.media import NO_GALLERY
from service.word.sandbox import Sandbox
from service.word.template import Rendering

CONTENT_TYPES = "[Content_Types].xml"


class Remembering(Sandbox):
    """Our sandbox, which compiles a source once: two thirds of docxtpl's time go into that."""

    def from_string(self, source: Any, *args: Any, **kwargs: Any) -> Template:
        return remembered(str(source))


@functools.cache
def remembered(source: str) -> Template:
    return Sandbox().from_string(source)


def by_docxtpl(package: bytes, data: Mapping[str, Any]) -> bytes:
    """The template as docxtpl fills it."""
    template, buffer = DocxTemplate(io.BytesIO(package)), io.BytesIO()
    context = {**data, RENDERING: Rendering(Limits(seconds=600), NO_GALLERY)}
    template.render(context, Remembering(), autoescape=True)
    template.save(buffer)
    return buffer.getvalue()


def without_empty_end(body: bytes) -> bytes:
    """docxtpl leaves an empty page where the last paragraph of a body ends a section."""
    root = etree.fromstring(body)
    paragraphs = root.xpath("/w:document/w:body/w:p[w:pPr/w:sectPr]", namespaces=root.nsmap)
    for paragraph in paragraphs:
        after = list(paragraph.itersiblings())
        if len(after) == 1:
            (section,) = paragraph.xpath("w:pPr/w:sectPr", namespaces=root.nsmap)
            after[0].getparent().replace(after[0], section)
    return c14n(etree.tostring(root))


def members(package: bytes) -> dict[str, bytes]:
    """Name -> content of what a package holds."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def canonical(package: bytes) -> dict[str, bytes]:
    """Part -> its XML as C14N; of content types and relationships, whose order says nothing and
    whose names may be relative or absolute, the sorted entries."""
    return {
        name: entries(name, content) if is_table(name) else c14n(content)
        for name, content in members(package).items()
        if name.endswith((".xml", ".rels"))
    }


def is_table(name: str) -> bool:
    return name == CONTENT_TYPES or name.endswith(".rels")


def c14n(xml: bytes | str) -> bytes:
    """The canonical form of XML: equal if and only if a reader sees the same."""
    root = etree.fromstring(xml if isinstance(xml, bytes) else xml.encode())
    canonical_form: bytes = etree.tostring(root, method="c14n")
    return canonical_form


def entries(name: str, xml: bytes) -> bytes:
    folder = posixpath.dirname(posixpath.dirname(name))
    lines = []
    for entry in etree.fromstring(xml):
        known = dict(entry.attrib)
        if "Target" in known and known.get("TargetMode") != "External":
            known["Target"] = posixpath.normpath(posixpath.join("/", folder, known["Target"]))
        lines.append(repr(sorted(known.items())))
    return "\n".join(sorted(lines)).encode()
