"""A .docx from which all is taken out that would have LibreOffice fetch, run or embed something.

By lists of what may stay: relationships (service.pdf.relations), fields (service.pdf.fields),
children of the two parts that tell programs what to do. Our own documents hold nothing else.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from service.errors import PackageRefused
from service.pdf import fields
from service.pdf.fields import W
from service.pdf.relations import is_link, kind_of, name_of, target_of
from service.word.container import pack
from service.word.package import read

_CONTENT_TYPES = "[Content_Types].xml"
_TYPE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_DOCUMENTS = (f"{_MAIN}document.main+xml", f"{_MAIN}template.main+xml")
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_REFERENCES = etree.XPath("//@r:*", namespaces={"r": _RELATIONSHIPS})
# ISO/IEC 29500 Strict has other names for everything, which LibreOffice reads alike.
_STRICT = etree.XPath("//*[starts-with(namespace-uri(), 'http://purl.oclc.org/ooxml/')]")
_MAY_BE_STRICT = (b"purl.oclc", b"&#", b"\0")
_PROPERTIES = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"

_SETTINGS = (
    "autoHyphenation bookFoldPrinting bookFoldPrintingSheets bookFoldRevPrinting "
    "characterSpacingControl clrSchemeMapping compat consecutiveHyphenLimit decimalSymbol "
    "defaultTabStop displayBackgroundShape displayHorizontalDrawingGridEvery "
    "displayVerticalDrawingGridEvery doNotHyphenateCaps drawingGridHorizontalSpacing "
    "drawingGridVerticalSpacing endnotePr evenAndOddHeaders footnotePr gutterAtTop "
    "hyphenationZone listSeparator mirrorMargins noLineBreaksAfter noLineBreaksBefore "
    "themeFontLang zoom"
)
_FACTS = (
    "AppVersion Application Characters CharactersWithSpaces Company DocSecurity Lines Manager "
    "Pages Paragraphs ScaleCrop TotalTime Words"
)
# Root -> the children that may stay.
_CHILDREN = {
    f"{W}settings": {f"{W}{name}" for name in _SETTINGS.split()},
    f"{_PROPERTIES}Properties": {f"{_PROPERTIES}{name}" for name in _FACTS.split()},
}
# These are nothing without what they were related to, or were never anything but a relation.
_NOTHING_ALONE = {
    *(f"{W}{name}" for name in ("altChunk", "control", "footerReference", "headerReference")),
    *(f"{W}{name}" for name in ("movie", "subDoc")),
    "{urn:schemas-microsoft-com:office:office}OLEObject",
}
# An address in an attribute, but for names of namespaces; instructions are looked at as fields.
_ADDRESS = re.compile(r"\s*(?:[a-z][a-z0-9+.\-]*:[/\\]|file:|[/\\]{2})|.*://", re.I | re.S)
_LIKE_ADDRESSES = etree.XPath(r"//@*[contains(., ':') or contains(., '\\') or contains(., '//')]")
_NAMESPACES = ("uri", f"{W}uri", f"{W}instr")


@dataclass(frozen=True)
class Inert:
    """A package that asks for nothing. removed: what was taken out, in Vietnamese."""

    data: bytes
    removed: tuple[str, ...] = ()


def inert(docx: bytes) -> Inert:
    """The .docx with what may stay. Raises PackageRefused when it is none, or hides something."""
    members = read(docx)
    try:
        kept, removed = _Cleaning(members).result()
    except etree.XMLSyntaxError as error:
        raise _refused("Một phần bên trong tệp bị hỏng.") from error
    # Not compressed: it only goes through a pipe.
    return Inert(pack(kept, stored=True), tuple(dict.fromkeys(removed)))


class _Cleaning:
    """What is reached from the package itself by relationships that may stay, each part clean."""

    def __init__(self, members: Mapping[str, bytes]) -> None:
        self._members = members
        self._types = _parsed(members[_CONTENT_TYPES])
        self._kept: dict[str, bytes] = {}
        self._removed: list[str] = []
        self._document = ""

    def result(self) -> tuple[dict[str, bytes], list[str]]:
        """The members that stay, and what was taken out."""
        _, targets = self._relations("")
        main = [name for kind, name in targets if kind == "officeDocument"]
        self._document = self._document_of(main)
        waiting = sorted(name for _, name in targets)
        reached = set(waiting)
        while waiting:
            new = self._keep(waiting.pop()) - reached
            reached |= new
            waiting += sorted(new)
        self._kept[_CONTENT_TYPES] = self._content_types()
        return self._kept, self._removed

    def _document_of(self, main: list[str]) -> str:
        """The one part that is the document; main: where the package says that it is."""
        documents = [one for one in self._types if one.get("ContentType") in _DOCUMENTS]
        if len(main) != 1 or [one.get("PartName") for one in documents] != [f"/{main[0]}"]:
            raise _refused("Đây không phải tệp .docx thường (có thể là .docm, .xlsx).")
        return main[0]

    def _keep(self, part: str) -> set[str]:
        """Keep a part and its pictures; the other parts that it leads to."""
        ids, targets = self._relations(part)
        self._kept[part] = self._clean(part, ids)
        pictures = {name for kind, name in targets if kind == "image"}
        self._kept |= {name: self._members[name] for name in pictures}
        return {name for kind, name in targets if kind != "image"}

    def _relations(self, part: str) -> tuple[set[str], set[tuple[str, str]]]:
        """Keep those that may stay: their ids, kind and name of each part that they lead to."""
        folder, base = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if name not in self._members:
            return set(), set()
        root = _parsed(self._members[name])
        gone = [one for one in root if not self._may_stay(one, part)]
        for one in gone:
            self._tell(name_of(one))
            root.remove(one)
        self._kept[name] = etree.tostring(root) if gone else self._members[name]
        leading = ((kind_of(one), target_of(one, part, self._members)) for one in root)
        targets = {(kind, target) for kind, target in leading if target}
        return {one.get("Id", "") for one in root}, targets

    def _may_stay(self, relationship: Any, part: str) -> bool:
        inside = target_of(relationship, part, self._members)
        return inside is not None or is_link(relationship)

    def _clean(self, part: str, ids: set[str]) -> bytes:
        """The bytes as they are when nothing has to be taken out."""
        content = self._members[part]
        root = _parsed(content)
        if any(mark in content for mark in _MAY_BE_STRICT) and _STRICT(root):
            raise _refused("Tệp thuộc kiểu “Strict Open XML”.")
        # LibreOffice would make an empty page of it.
        if part == self._document and root.tag != f"{W}document":
            raise _refused("Thân văn bản không đọc được.")
        names = fields.settle(root, content)
        for name in filter(None, names):
            self._tell(f"trường {name}")
        changed = [*names, *_cut_relations(root, ids), *_cut_addresses(root), *_cut_children(root)]
        return etree.tostring(root, encoding="UTF-8") if changed else content

    def _content_types(self) -> bytes:
        parts = {f"/{name}" for name in self._kept}
        listed = self._types.iter(f"{_TYPE}Override")
        gone = [one for one in listed if one.get("PartName") not in parts]
        for one in gone:
            self._types.remove(one)
        return etree.tostring(self._types) if gone else self._members[_CONTENT_TYPES]

    def _tell(self, what: str | None) -> None:
        if what:
            self._removed.append(what)


def _refused(what: str) -> PackageRefused:
    return PackageRefused(f"{what} Hãy mở tệp bằng Word, lưu thành .docx rồi gửi lại.")


def _parsed(content: bytes) -> Any:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(content, parser)


def _cut_relations(root: Any, ids: set[str]) -> Iterator[str]:
    """Leave no reference to what has been taken out."""
    for reference in _REFERENCES(root):
        element = reference.getparent()
        if reference not in ids:
            del element.attrib[reference.attrname]
            if element.tag in _NOTHING_ALONE and element.getparent() is not None:
                element.getparent().remove(element)
            yield reference.attrname


def _cut_addresses(root: Any) -> Iterator[str]:
    for value in _LIKE_ADDRESSES(root):
        if value.attrname not in _NAMESPACES and _ADDRESS.match(value):
            del value.getparent().attrib[value.attrname]
            yield value.attrname


def _cut_children(root: Any) -> Iterator[str]:
    may_stay = _CHILDREN.get(root.tag, set())
    for child in list(root) if may_stay else ():
        if child.tag not in may_stay:
            root.remove(child)
            yield child.tag
