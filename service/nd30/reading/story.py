"""A whole .docx: its paragraphs in reading order, its sections, its headers and footers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from service.nd30.reading.content import Reader
from service.nd30.reading.drawings import alternatives
from service.nd30.reading.numbering import Item, Numbering
from service.nd30.reading.package import Package, open_package
from service.nd30.reading.paragraph import Cell, Paragraph, labelled
from service.nd30.reading.properties import Properties, paragraph_properties
from service.nd30.reading.sections import Section, read_section
from service.nd30.reading.styles import StyleSheet, is_true
from service.nd30.reading.tables import cells
from service.nd30.reading.xml import Element, children, local, millimetres, value, w

_PLAIN: tuple[dict[str, Any], dict[str, Any]] = ({}, {})


@dataclass
class Story:
    """paragraphs: of the main part, those of text boxes before the paragraph they hang on.

    headers, footers: r:id -> paragraphs, of all that a section shows; even: whether even pages
    have their own; tab_width: millimetres.
    """

    paragraphs: list[Paragraph] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    headers: dict[str, list[Paragraph]] = field(default_factory=dict)
    footers: dict[str, list[Paragraph]] = field(default_factory=dict)
    even: bool = False
    tab_width: float = 12.7


@dataclass(frozen=True)
class _Place:
    part: str = "body"
    cell: Cell | None = None
    box: int | None = None
    levels: tuple[Any, Any] = _PLAIN


def read(data: bytes) -> Story:
    """The .docx as it is seen. Raises PackageRefused for what is no sound .docx."""
    return _Walk(open_package(data)).story()


class _Walk:
    def __init__(self, package: Package) -> None:
        self._package = package
        self._sheet = StyleSheet(package)
        self._numbering = Numbering(package)
        self._tables = self._boxes = 0
        self._read = Story()
        settings = package.related("settings")
        self._gutter_on_top = settings is not None and is_true(settings.find(w("gutterAtTop")))
        if settings is not None:
            self._read.even = is_true(settings.find(w("evenAndOddHeaders")))
            told = millimetres(value(settings.find(w("defaultTabStop"))))
            self._read.tab_width = told or self._read.tab_width

    def story(self) -> Story:
        body = self._package.body
        self._read.paragraphs = list(self._blocks(body, _Place()))
        self._end_section(body.find(w("sectPr")))
        _number(self._read.paragraphs)
        for section in self._read.sections:
            self._margin_parts(section.headers, self._read.headers, "header")
            self._margin_parts(section.footers, self._read.footers, "footer")
        for paragraph in self._read.paragraphs:
            if paragraph.cell or paragraph.drawn:
                self._read.sections[paragraph.section].has_table = True
        return self._read

    def _end_section(self, element: Element | None) -> None:
        before = self._read.sections[-1] if self._read.sections else None
        self._read.sections.append(read_section(element, before, self._gutter_on_top))

    def _margin_parts(
        self, shown: dict[str, str], parts: dict[str, list[Paragraph]], name: str
    ) -> None:
        for identity in shown.values():
            root = self._package.by_id(identity)
            if identity not in parts and root is not None:
                parts[identity] = list(self._blocks(root, _Place(part=name)))
                _number(parts[identity])

    def _blocks(self, parent: Element, place: _Place) -> Iterator[Paragraph]:
        for child in alternatives(parent):
            name = local(child)
            if name == "p":
                yield from self._paragraph(child, place)
            elif name == "tbl":
                yield from self._table(child, place)
            elif name not in _SKIPPED:
                yield from self._blocks(child, place)

    def _table(self, table: Element, place: _Place) -> Iterator[Paragraph]:
        self._tables += 1
        for placed in cells(table, self._tables, place.cell, self._sheet):
            inner = replace(place, cell=placed.cell, levels=placed.levels)
            yield from self._blocks(placed.element, inner)

    def _paragraph(self, element: Element, place: _Place) -> Iterator[Paragraph]:
        ppr = element.find(w("pPr"))
        direct = paragraph_properties(ppr)
        content = Reader(self._sheet, direct.get("style"), place.levels[0]).read(element)
        for box in content.boxes:
            self._boxes += 1
            yield from self._blocks(box, replace(place, box=self._boxes, cell=None))
        item, chosen = self._item(direct) if content.spans else (None, False)
        listed = ({}, item.paragraph) if item and chosen else (item.paragraph if item else {}, {})
        yield Paragraph(
            labelled(content.spans, item.label if item else ""),
            self._sheet.paragraph_format(direct, place.levels[1], listed),
            part=place.part,
            cell=place.cell,
            box=place.box,
            section=len(self._read.sections) if place.part == "body" else 0,
            label=item.label if item else "",
            shapes=content.shapes,
            fields=content.fields,
            page_break=content.page_break,
            decomposed=content.decomposed,
            drawn=content.drawn,
            style=self._style_name(direct),
        )
        sections = children(ppr) if place.part == "body" and place.box is None else ()
        for last in sections:
            if local(last) == "sectPr":
                self._end_section(last)

    def _style_name(self, direct: Properties) -> str:
        chain = self._sheet.chain(direct.get("style"), "paragraph")
        return chain[-1].name if chain else ""

    def _item(self, direct: Properties) -> tuple[Item | None, bool]:
        """The paragraph's place in a list, and whether it was chosen directly, not by a style."""
        style = direct.get("style") or self._sheet.default_paragraph
        if "num" in direct:
            return self._numbering.item(direct["num"], direct.get("level") or "0", style), True
        level = self._sheet.paragraph_level(style, "paragraph")
        return self._numbering.item(level.get("num"), level.get("level"), style), False


# Deleted and moved-away blocks, and what holds no text of its own.
_SKIPPED = {"sectPr", "tblPr", "tcPr", "tblGrid", "del", "moveFrom", "sdtPr", "altChunk"}


def _number(paragraphs: list[Paragraph]) -> None:
    count = 0
    for paragraph in paragraphs:
        if paragraph.words:
            count += 1
            paragraph.number = count
