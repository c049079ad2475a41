"""Names, on-off values and lengths of WordprocessingML; what cannot be read counts as not said."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from service.errors import PackageRefused

Element = Any  # lxml's elements; its type is private

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
# ISO/IEC 29500 Strict names the same elements otherwise.
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": _W.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": _R.encode(),
    b"http://purl.oclc.org/ooxml/drawingml/main": _A.encode(),
}

_MM_PER = {"in": 25.4, "cm": 10.0, "mm": 1.0, "pt": 25.4 / 72, "pc": 25.4 / 6, "pi": 25.4 / 6}
_MEASURE = re.compile(r"([+-]?\d{1,9}(?:\.\d{1,9})?)(in|cm|mm|pt|pc|pi|)")
MM_PER_TWIP = 25.4 / 1440
MM_PER_EMU = 1 / 36_000
_OFF = {"0", "false", "off"}


def w(name: str) -> str:
    return f"{{{_W}}}{name}"


def r(name: str) -> str:
    return f"{{{_R}}}{name}"


def a(name: str) -> str:
    return f"{{{_A}}}{name}"


def parse(content: bytes) -> Element:
    """The root of a part; raises PackageRefused when it is not well-formed."""
    for strict, usual in _STRICT.items():
        content = content.replace(strict, usual)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        message = "Tệp Word bị hỏng. Hãy mở bằng Word, lưu thành tệp mới rồi gửi lại."
        raise PackageRefused(message) from error


def children(element: Element | None) -> Iterator[Element]:
    """Child elements, processing instructions left out."""
    if element is not None:
        yield from element.iterchildren("*")


def local(element: Element) -> str:
    """The name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def value(element: Element | None, name: str = "val") -> str | None:
    """A w: attribute."""
    found = None if element is None else element.get(w(name))
    return None if found is None else str(found)


def is_on(element: Element) -> bool:
    """An on-off property: present means on, unless it says off."""
    return (value(element) or "").lower() not in _OFF


def number(text: str | None) -> float | None:
    """A plain number, no larger than a document could need."""
    found = _MEASURE.fullmatch(text.strip()) if text else None
    return float(found[1]) if found and not found[2] else None


def millimetres(text: str | None, per_unit: float = MM_PER_TWIP) -> float | None:
    """A length: plain numbers are units (twips), others name their unit (Strict: 2.5cm)."""
    found = _MEASURE.fullmatch(text.strip()) if text else None
    if not found:
        return None
    length = float(found[1]) * _MM_PER.get(found[2], per_unit)
    return length if math.isfinite(length) else None


def points(text: str | None, per_unit: float) -> float | None:
    """A size or gap in points: plain numbers are units of `per_unit` points."""
    length = millimetres(text, per_unit * 25.4 / 72)
    return None if length is None else round(length * 72 / 25.4, 3)
