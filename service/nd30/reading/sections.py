"""Sections: paper, margins, page numbers, and which headers and footers they show."""

from __future__ import annotations

from dataclasses import dataclass, field

from service.nd30.reading.styles import is_true
from service.nd30.reading.xml import Element, children, local, millimetres, number, r, value, w

# What Word takes when a section does not say: US Letter, an inch all round.
_LETTER, _INCH = (215.9, 279.4), 25.4


@dataclass
class Section:
    """Millimetres. headers, footers: by kind, r:id of the part; what is not set is inherited.

    start: the number of its first page, None to count on; has_table: or a picture, a chart.
    """

    width: float = _LETTER[0]
    height: float = _LETTER[1]
    top: float = _INCH
    bottom: float = _INCH
    left: float = _INCH
    right: float = _INCH
    title_page: bool = False
    start: int | None = None
    number_format: str = "decimal"
    headers: dict[str, str] = field(default_factory=dict)
    footers: dict[str, str] = field(default_factory=dict)
    has_table: bool = False

    @property
    def landscape(self) -> bool:
        return self.width > self.height

    @property
    def text_width(self) -> float:
        return max(self.width - self.left - self.right, 1)

    @property
    def text_height(self) -> float:
        return max(self.height - self.top - self.bottom, 1)


def read_section(element: Element | None, before: Section | None, gutter_on_top: bool) -> Section:
    """A w:sectPr; `before`: the section that headers are inherited from."""
    section = Section()
    if before:
        section.headers, section.footers = dict(before.headers), dict(before.footers)
    for child in children(element):
        name = local(child)
        if name == "pgSz":
            _paper(section, child)
        elif name == "pgMar":
            _margins(section, child, gutter_on_top)
        elif name == "pgNumType":
            _numbers(section, child)
        elif name in ("headerReference", "footerReference"):
            shown = section.headers if name == "headerReference" else section.footers
            shown[value(child, "type") or "default"] = child.get(r("id"), "")
    section.title_page = element is not None and is_true(element.find(w("titlePg")))
    return section


def _paper(section: Section, element: Element) -> None:
    section.width = millimetres(value(element, "w")) or section.width
    section.height = millimetres(value(element, "h")) or section.height


def _margins(section: Section, element: Element, gutter_on_top: bool) -> None:
    for side in ("top", "bottom", "left", "right"):
        length = millimetres(value(element, side))
        if length is not None:
            # Below zero: text may run over the header, the margin is as wide.
            setattr(section, side, abs(length))
    gutter = millimetres(value(element, "gutter")) or 0
    if gutter_on_top:
        section.top += gutter
    else:
        section.left += gutter


def _numbers(section: Section, element: Element) -> None:
    start = number(value(element, "start"))
    section.start = None if start is None else int(start)
    section.number_format = value(element, "fmt") or "decimal"
