"""Templates: a .docx with tags, compiled once and filled with data often.

The grammar of the tags is docxtpl's. A missing name is an error, and values never become markup.
The road of a tag: `grammar` prepares the part it stands in, `survey` finds its place in the XML,
`compiler` makes code of it, `printing` writes its value.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from service.errors import MAX_FINDINGS, PayloadInvalid, TemplateBroken, fault, finding_of
from service.strict_json import escape
from service.word.by_docxtpl import Filling, filling_of
from service.word.container import Archive, entry, pack
from service.word.faults import broken, fault_of
from service.word.limits import LIMITS, RENDERING, Budget, Limits
from service.word.media import NO_GALLERY, Album, Gallery
from service.word.opening import opened
from service.word.part import UNFILLABLE, Part
from service.word.printing import ByDocxtpl
from service.word.sandbox import GLOBALS
from service.word.values import Unholdable, unholdable

# docxtpl takes a hundred times as long for the same.
_DOCXTPLS_PACE = 100


class Rendering:
    """One filling under way."""

    def __init__(self, limits: Limits, gallery: Gallery) -> None:
        self.budget, self.album = Budget(limits), Album(gallery)


class Template:
    """A compiled template. Thread-safe; a pickle of it compiles anew where it is opened."""

    def __init__(self, package: bytes, limits: Limits = LIMITS) -> None:
        """Raises TemplateBroken, see compile."""
        self._package, self._limits = package, limits
        self._docxtpl_limits = replace(limits, seconds=limits.seconds * _DOCXTPLS_PACE)
        members, found = opened(package)
        parts = list(map(Part, found))
        self._parts = [part for part in parts if part.constant is None]
        members |= {part.name: part.constant for part in parts if part.constant is not None}
        self._gallery = Gallery(members, [part.name for part in self._parts if part.draws])
        for part in self._parts:
            del members[part.name]
        self._archive = Archive(members)
        self._in_nfc = not all(name.isascii() for part in parts for name in part.names)

    @classmethod
    def compile(cls, source: Path | str | bytes, limits: Limits = LIMITS) -> Template:
        """From a file or its bytes.

        Raises TemplateBroken when it is no .docx, or a tag is malformed or not allowed.
        """
        return cls(source if isinstance(source, bytes) else Path(source).read_bytes(), limits)

    def __reduce__(self) -> tuple[Any, ...]:
        return Template, (self._package, self._limits)

    def render(self, data: Mapping[str, Any], filling: Filling | None = None) -> bytes:
        """The filled document: the same bytes for the same data.

        filling: what `docxtpl()` gave, when objects of docxtpl's were made with it.

        Raises TemplateBroken when the template cannot be filled, with the place of the tag, and
        PayloadInvalid when a value holds what XML cannot or is no picture where one is drawn, with
        its JSON pointer.
        """
        if filling is not None:
            return self._by_docxtpl(data, filling)
        context = self._context(data, self._gallery, self._limits)
        try:
            filled = {part.name: part.fill(context) for part in self._parts}
        except ByDocxtpl:
            return self._by_docxtpl(data, filling_of(self._package, data))
        except Unholdable as error:
            raise _refused(data) from error
        entries = [entry(name, xml) for name, xml in filled.items()]
        return self._archive.package([*entries, *context[RENDERING].album.entries()])

    def docxtpl(self) -> Filling:
        """What RichText links, InlineImage and Subdoc objects for one document are made with."""
        return Filling(self._package)

    def _by_docxtpl(self, data: Mapping[str, Any], filling: Filling) -> bytes:
        context = self._context(data, NO_GALLERY, self._docxtpl_limits)
        try:
            members = filling.filled(context)
            own = {part.name: part.fill(context) for part in self._parts if not part.by_docxtpl}
        except Unholdable as error:
            raise _refused(data) from error
        except (*UNFILLABLE, ByDocxtpl) as error:
            raise broken([fault_of(error, None, "")]) from error
        return pack(members | own)

    def _context(self, data: Mapping[str, Any], gallery: Gallery, limits: Limits) -> dict[str, Any]:
        context = _nfc(data) if self._in_nfc else data
        if reserved := [key for key in context if str(key)[:1] == "_" or key in GLOBALS]:
            raise ValueError(f"reserved names: {', '.join(map(str, reserved))}")
        return {**GLOBALS, **context, RENDERING: Rendering(limits, gallery)}


def _nfc(data: Any, pointer: str = "") -> Any:
    """The data with its keys in NFC, as tags are read.

    Raises PayloadInvalid for a key that is there twice, once composed and once not.
    """
    if isinstance(data, list):
        return [_nfc(value, f"{pointer}/{index}") for index, value in enumerate(data)]
    if not isinstance(data, Mapping):
        return data
    composed: dict[Any, Any] = {}
    for key, value in data.items():
        place = f"{pointer}/{escape(str(key))}"
        if composed.setdefault(_composed(key), inner := _nfc(value, place)) is not inner:
            raise PayloadInvalid([finding_of(fault("duplicate_key"), place)], 1)
    return composed


def _composed(key: Any) -> Any:
    return unicodedata.normalize("NFC", key) if isinstance(key, str) else key


def _refused(data: Mapping[str, Any]) -> PayloadInvalid | TemplateBroken:
    found = list(unholdable(data))
    findings = [
        finding_of(fault("control_character", found=f"U+{ord(letter):04X}"), pointer)
        for pointer, letter in found[:MAX_FINDINGS]
    ]
    if not findings:
        return TemplateBroken("Một bộ lọc trong mẫu tạo ra ký tự không in được.")
    return PayloadInvalid(findings, len(found))
