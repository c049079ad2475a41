"""What a template package holds: the parts that are filled, and all else that is only copied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from service.errors import PackageRefused, TemplateBroken
from service.word import signs
from service.word.faults import broken, template_fault
from service.word.package import read
from service.word.tags import Paragraph, Place, Tag, paragraphs

CONTENT_TYPES = "[Content_Types].xml"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_PROPERTIES = "application/vnd.openxmlformats-package.core-properties+xml"

# Content type -> the part's name for people, in the order in which faults are told.
_FILLED = {
    f"{_WORD}document.main+xml": "Thân văn bản",
    f"{_WORD}template.main+xml": "Thân văn bản",
    f"{_WORD}header+xml": "Đầu trang",
    f"{_WORD}footer+xml": "Chân trang",
    f"{_WORD}footnotes+xml": "Chú thích cuối trang",
    f"{_WORD}endnotes+xml": "Chú thích cuối văn bản",
    f"{_WORD}comments+xml": "Nhận xét",
    _PROPERTIES: "Thuộc tính tệp",
}
_BODIES = (f"{_WORD}document.main+xml", f"{_WORD}template.main+xml")

# What docxtpl fills; properties it would escape twice.
_BY_DOCXTPL = (*_BODIES, f"{_WORD}header+xml", f"{_WORD}footer+xml", f"{_WORD}footnotes+xml")

# docxtpl reads footnotes as they are, all else through python-docx, which drops white space
# between elements; the properties it fills are these, made when they are not there.
_KEEPS_BLANKS = (f"{_WORD}footnotes+xml",)
_DC = "{http://purl.org/dc/elements/1.1/}"
_NAMES = {
    f"{_DC}creator": "tác giả",
    f"{_DC}description": "ghi chú",
    f"{_DC}identifier": "mã định danh",
    f"{_DC}language": "ngôn ngữ",
    f"{_DC}subject": "chủ đề",
    f"{_DC}title": "tiêu đề",
}


@dataclass
class Opened:
    """A part that is filled: its name, its name for people, its XML."""

    name: str
    title: str
    content_type: str
    root: Any = field(repr=False)

    @property
    def is_body(self) -> bool:
        return self.content_type in _BODIES

    @property
    def by_docxtpl(self) -> bool:
        """Whether docxtpl fills it too."""
        return self.content_type in _BY_DOCXTPL

    @property
    def is_properties(self) -> bool:
        return self.content_type == _PROPERTIES

    def paragraphs(self) -> Iterator[Paragraph]:
        """Its paragraphs; of the file's properties, each property."""
        if not self.is_properties:
            yield from paragraphs(self.root, self.name, self.title)
            return
        for element in self.root:
            name = _NAMES.get(element.tag, etree.QName(element).localname)
            place = Place(self.name, self.title, name=name)
            yield Paragraph(element, element.text or "", place)

    def tags(self) -> Iterator[Tag]:
        """Its tags, where a person sees them."""
        for paragraph in self.paragraphs():
            yield from paragraph.tags


def opened(package: bytes) -> tuple[dict[str, bytes], list[Opened]]:
    """The members of a template, and those that are filled. Raises TemplateBroken.

    A part with more tags than can be worked on is refused before anything is done with them.
    """
    try:
        members = read(package)
        types = _content_types(members[CONTENT_TYPES])
        parts = list(_filled(members, types))
    except PackageRefused as refused:
        raise TemplateBroken(refused.detail) from refused
    except (KeyError, etree.XMLSyntaxError) as error:
        raise TemplateBroken("Mẫu văn bản không phải tệp .docx đọc được.") from error
    if not any(part.is_body for part in parts):
        raise TemplateBroken("Mẫu văn bản không phải tệp .docx: không có phần thân văn bản.")
    return members, parts


def _content_types(xml: bytes) -> dict[str, str]:
    overrides = etree.fromstring(xml, _parser()).iter(f"{_TYPES}Override")
    return {one.get("PartName", "").lstrip("/"): one.get("ContentType", "") for one in overrides}


def _filled(members: dict[str, bytes], types: dict[str, str]) -> Iterator[Opened]:
    for kind, title in _FILLED.items():
        for name in sorted(name for name in members if types.get(name) == kind):
            root = etree.fromstring(members[name], _parser(blanks=kind in _KEEPS_BLANKS))
            if kind == _PROPERTIES:
                _complete(root)
            if signs.are_too_many(etree.tostring(root, encoding="unicode")):
                costly = template_fault("tags_too_many", None, title, name, max=signs.MOST_TAGS)
                raise broken([costly])
            yield Opened(name, title, kind, root)


def _complete(properties: Any) -> None:
    for name in _NAMES:
        if properties.find(name) is None:
            etree.SubElement(properties, name)


def _parser(*, blanks: bool = False) -> Any:
    return etree.XMLParser(
        remove_blank_text=not blanks,
        remove_comments=True,  # nobody sees what is written there
        remove_pis=True,
        resolve_entities=False,
        no_network=True,
    )
