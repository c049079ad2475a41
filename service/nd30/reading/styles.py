"""styles.xml and theme1.xml: how the levels of formatting add up (ISO/IEC 29500-1, 17.7.2)."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from service.nd30.reading.formats import ParagraphFormat, RunFormat
from service.nd30.reading.package import Package
from service.nd30.reading.properties import (
    TOGGLES,
    Fonts,
    Properties,
    merged_tabs,
    paragraph_properties,
    run_properties,
)
from service.nd30.reading.xml import Element, a, children, is_on, local, value, w

_MAX_CHAIN = 50  # styles based on each other; Word allows fewer
_MM_PER_POINT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Style:
    """One style, with what it says itself."""

    name: str
    based_on: str | None
    run: Properties
    paragraph: Properties
    element: Element


def theme_fonts(theme: Element | None) -> Fonts:
    """ "major" and "minor" -> Latin typeface."""
    fonts = {}
    for kind in ("major", "minor"):
        for latin in theme.iter(a("latin")) if theme is not None else ():
            if local(latin.getparent()) == f"{kind}Font" and latin.get("typeface"):
                fonts[kind] = str(latin.get("typeface"))
                break
    return fonts


class StyleSheet:
    """Every style by its id, and the formatting that comes out of them."""

    def __init__(self, package: Package) -> None:
        root = package.related("styles")
        self.theme = theme_fonts(package.related("theme"))
        self.styles: dict[str, Style] = {}
        self._defaults: dict[str, str] = {}
        self._base: tuple[Properties, Properties] = ({}, {})
        for child in children(root):
            self._take(child)
        # Per sheet: a cache of the class would keep every document that was ever read.
        self.run_level = functools.cache(self._run_level)
        self.paragraph_level = functools.cache(self._paragraph_level)
        self.table_level = functools.cache(self._table_level)

    def _take(self, element: Element) -> None:
        if local(element) == "docDefaults":
            rpr, ppr = element.find(f".//{w('rPr')}"), element.find(f".//{w('pPr')}")
            self._base = run_properties(rpr, self.theme), paragraph_properties(ppr)
        elif local(element) == "style":
            self._take_style(element, value(element, "styleId") or "")

    def _take_style(self, element: Element, identity: str) -> None:
        self.styles[identity] = Style(
            name=value(element.find(w("name"))) or "",
            based_on=value(element.find(w("basedOn"))),
            run=run_properties(element.find(w("rPr")), self.theme),
            paragraph=paragraph_properties(element.find(w("pPr"))),
            element=element,
        )
        if (value(element, "default") or "0").lower() in ("1", "true", "on"):
            self._defaults[value(element, "type") or ""] = identity

    @property
    def default_paragraph(self) -> str:
        return self._defaults.get("paragraph", "")

    def chain(self, identity: str | None, kind: str) -> list[Style]:
        """A style and those it is based on, the furthest first; unknown ids mean the default."""
        found: list[Style] = []
        here = identity if identity in self.styles else self._defaults.get(kind)
        while here in self.styles and len(found) < _MAX_CHAIN:
            found.append(self.styles[here])
            here = self.styles[here].based_on
        return found[::-1]

    def _run_level(self, identity: str | None, kind: str) -> Mapping[str, Any]:
        """What a style and those under it say of letters."""
        return _merged(style.run for style in self.chain(identity, kind))

    def _paragraph_level(self, identity: str | None, kind: str) -> Mapping[str, Any]:
        """What a style and those under it say of paragraphs."""
        chain = self.chain(identity, kind)
        level = _merged(style.paragraph for style in chain)
        level["tabs"] = merged_tabs(*(style.paragraph.get("tabs", ()) for style in chain))
        return level

    def run_format(
        self, paragraph_style: str | None, direct: Properties, table: Mapping[str, Any]
    ) -> tuple[RunFormat, bool, bool]:
        """The format of a run, whether it is in capitals, and whether it is hidden."""
        levels = [
            table,
            self.run_level(paragraph_style, "paragraph"),
            self.run_level(direct["style"], "character") if direct.get("style") else {},
        ]
        seen = _merged([self._base[0], *levels, direct])
        for toggle in TOGGLES:
            seen[toggle] = _toggled(toggle, self._base[0], levels, direct)
        caps, hidden = seen.pop("caps"), seen.pop("hidden")
        seen.pop("style", None)
        return RunFormat(**seen), caps, hidden

    def paragraph_format(
        self,
        direct: Properties,
        table: Mapping[str, Any],
        numbering: tuple[Mapping[str, Any], Mapping[str, Any]],
    ) -> ParagraphFormat:
        """numbering: what a list says by the style, and what one says that was chosen directly."""
        style = self.paragraph_level(direct.get("style"), "paragraph")
        by_style, by_choice = numbering
        levels = [self._base[1], table, by_style, style, by_choice, direct]
        seen = _merged(levels)
        seen["tabs"] = merged_tabs(*(level.get("tabs", ()) for level in levels))
        for key in ("left", "right", "first"):
            seen[key] = self._length(seen.get(key, 0))
        named = direct.get("style")
        seen["style"] = named if named in self.styles else self.default_paragraph
        seen.pop("num", None), seen.pop("level", None)
        return ParagraphFormat(**seen)

    def _length(self, length: Any) -> float:
        """Millimetres; a character is as wide as the default style's letters are high."""
        if not isinstance(length, tuple):
            return float(length)
        base = {**self._base[0], **self.run_level(None, "paragraph")}
        return float(length[1] * base.get("size", RunFormat().size) * _MM_PER_POINT)

    def _table_level(self, identity: str | None, corners: frozenset[str]) -> tuple[Any, Any]:
        """What a table's style says of letters and paragraphs in cells that are, say, firstRow."""
        chain = self.chain(identity, "table")
        runs, paragraphs = [style.run for style in chain], [style.paragraph for style in chain]
        for style in chain:
            for part in style.element.iterchildren(w("tblStylePr")):
                if value(part, "type") in corners:
                    runs.append(run_properties(part.find(w("rPr")), self.theme))
                    paragraphs.append(paragraph_properties(part.find(w("pPr"))))
        return _merged(runs), _merged(paragraphs)


def _merged(levels: Any) -> Properties:
    """The last level that says something has its way."""
    merged: Properties = {}
    for level in levels:
        merged.update(level)
    return merged


def _toggled(name: str, base: Properties, levels: list[Any], direct: Properties) -> bool:
    """ISO/IEC 29500-1, 17.7.3: styles cancel each other out, direct formatting decides."""
    if name in direct:
        return bool(direct[name])
    return bool(base.get(name)) or sum(bool(level.get(name)) for level in levels) % 2 == 1


def is_true(element: Element | None) -> bool:
    """Whether an on-off element is there and on."""
    return element is not None and is_on(element)
