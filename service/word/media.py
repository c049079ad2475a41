"""Pictures in the package: files in word/media, each part's relationships to them, content types.

How these hang together is ruled by ECMA-376 Part 2. A template that draws nothing keeps them all as
ready bytes.
"""

from __future__ import annotations

import itertools
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from lxml import etree

from service.errors import TemplateBroken
from service.fields.pictures import Allowance, Image
from service.word.container import Entry, entry
from service.word.values import Unprintable

_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_CONTENT_TYPES = "[Content_Types].xml"
_PICTURES = {"png": "image/png", "jpg": "image/jpeg"}

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_NONE = f'<Relationships xmlns="{_RELATIONS[1:-1]}"/>'.encode()

_DRAWING_ID = re.compile(rb'<wp:docPr\b[^>]*? id="(\d{1,18})"')
# Word counts from 1, docxtpl from 1001.
_FIRST_NUMBER = 1_000_001


class Gallery:
    """What a template knows of its package, to take pictures in. Nothing of a filling is kept."""

    def __init__(self, members: dict[str, bytes], parts: Iterable[str]) -> None:
        """members: of the package; parts: names of those whose code draws.

        Takes the parts' relationships out of the members: each filling writes its own. Raises
        TemplateBroken when these or the content types are no XML.
        """
        self.relations = {part: members.pop(_relations_of(part), _NONE) for part in parts}
        self.names = frozenset(members)
        self.numbers = frozenset(_numbers(members.values()) if self.relations else ())
        try:
            self.ids = {part: frozenset(_ids(xml)) for part, xml in self.relations.items()}
            if self.relations:
                members[_CONTENT_TYPES] = _with_pictures(members[_CONTENT_TYPES])
        except etree.XMLSyntaxError as error:
            raise TemplateBroken("Mẫu văn bản không phải tệp .docx đọc được.") from error


# Where nothing can be drawn.
NO_GALLERY = Gallery({}, ())


class Album:
    """The pictures of one filling."""

    def __init__(self, gallery: Gallery) -> None:
        self.allowance = Allowance()
        self._gallery = gallery
        self._images: dict[tuple[str, str], Image] = {}
        self._files: dict[str, bytes] = {}
        self._places: dict[str, dict[str, str]] = {part: {} for part in gallery.relations}
        numbers = itertools.count(_FIRST_NUMBER)
        self._numbers = itertools.filterfalse(gallery.numbers.__contains__, numbers)

    def kept(self, key: tuple[str, str], make: Callable[[], Image]) -> Image:
        """The picture of a key, made when it is first asked for."""
        if key not in self._images:
            self._images[key] = make()
        return self._images[key]

    def number(self) -> int:
        """The next number that no drawing bears."""
        return next(self._numbers)

    def relationship(self, part: str, image: Image) -> str:
        """The id by which a part refers to a picture; one for all its places in the part.

        Raises Unprintable for a part that was not known to draw.
        """
        if part not in self._places:
            raise Unprintable("picture")
        file, places = f"word/media/{image.digest[:20]}.{image.extension}", self._places[part]
        self._files[file] = image.data
        if file not in places:
            places[file] = self._free_id(part, len(places))
        return places[file]

    def _free_id(self, part: str, drawn: int) -> str:
        taken = self._gallery.ids[part] | frozenset(self._places[part].values())
        ids = (f"rIdPicture{number}" for number in itertools.count(drawn + 1))
        return next(itertools.filterfalse(taken.__contains__, ids))

    def entries(self) -> Iterator[Entry]:
        """The members that the pictures add: relationships, then files; packed files stay so."""
        for part, xml in self._gallery.relations.items():
            yield entry(_relations_of(part), _related(xml, part, self._places[part]))
        for file in sorted(self._files.keys() - self._gallery.names):
            yield entry(file, self._files[file], stored=True)


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _related(relations: bytes, part: str, places: dict[str, str]) -> bytes:
    if not places:
        return relations
    root = _parsed(relations)
    for file, name in places.items():
        target = posixpath.relpath(file, posixpath.dirname(part))
        etree.SubElement(root, f"{_RELATIONS}Relationship", Id=name, Type=_IMAGE, Target=target)
    return _written(root)


def _ids(relations: bytes) -> Iterator[str]:
    return (one.get("Id", "") for one in _parsed(relations))


def _numbers(members: Iterable[bytes]) -> Iterator[int]:
    return (int(number) for xml in members for number in _DRAWING_ID.findall(xml))


def _with_pictures(types: bytes) -> bytes:
    root = _parsed(types)
    known = {one.get("Extension", "").lower() for one in root.iter(f"{_TYPES}Default")}
    for extension in sorted(_PICTURES.keys() - known):
        content_type = _PICTURES[extension]
        etree.SubElement(root, f"{_TYPES}Default", Extension=extension, ContentType=content_type)
    return _written(root)


def _parsed(xml: bytes) -> Any:
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))


def _written(root: Any) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
