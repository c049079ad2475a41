"""What is seen in a w:p: letters with their formats, drawings, the results of fields."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from service.nd30.reading.drawings import LineShape, alternatives, boxes, lines
from service.nd30.reading.formats import RunFormat
from service.nd30.reading.paragraph import Field, Span
from service.nd30.reading.properties import Properties, run_properties
from service.nd30.reading.styles import StyleSheet
from service.nd30.reading.xml import Element, value, w

_COMBINING = re.compile("\\w[\u0300-\u036f]")


@dataclass
class Content:
    """What the walk through a paragraph gathers."""

    spans: list[Span] = field(default_factory=list)
    shapes: list[LineShape] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    page_break: bool = False
    decomposed: bool = False
    drawn: bool = False


@dataclass
class _OpenField:
    code: list[str] = field(default_factory=list)
    in_code: bool = True
    format: RunFormat | None = None


class Reader:
    """Walks through one w:p. Deleted and hidden text is not seen, inserted text is."""

    def __init__(self, sheet: StyleSheet, style: str | None, table: Mapping[str, Any]) -> None:
        self._sheet, self._style, self._table = sheet, style, table
        self._open: list[_OpenField] = []
        self._codes = 0  # fields whose code is still being read: it is not seen
        self.found = Content()

    def read(self, paragraph: Element) -> Content:
        self._walk(paragraph)
        for unfinished in self._open:
            self._close(unfinished)
        return self.found

    def _walk(self, parent: Element) -> None:
        for child in alternatives(parent):
            if handle := _INLINE.get(child.tag):
                handle(self, child)
            elif child.tag not in _UNSEEN:
                self._walk(child)

    def _control(self, element: Element) -> None:
        """A content control; one that still shows its hint holds nothing."""
        properties = element.find(w("sdtPr"))
        if properties is None or properties.find(w("showingPlcHdr")) is None:
            self._walk(element)

    def _simple_field(self, element: Element) -> None:
        before = len(self.found.spans)
        self._walk(element)
        seen = [span.format for span in self.found.spans[before:]]
        form = seen[0] if seen else self._format({})[0]
        self.found.fields.append(Field(value(element, "instr") or "", form))

    def _run(self, run: Element) -> None:
        direct = run_properties(run.find(w("rPr")), self._sheet.theme)
        form, caps, hidden = self._format(direct)
        if hidden:
            return
        for child in alternatives(run):
            if (text := _TEXT.get(child.tag)) is not None:
                self._add(text or child.text or "", form, caps)
            elif handle := _IN_RUN.get(child.tag):
                handle(self, child, form)

    def _format(self, direct: Properties) -> tuple[RunFormat, bool, bool]:
        return self._sheet.run_format(self._style, direct, self._table)

    def _add(self, text: str, form: RunFormat, caps: bool) -> None:
        if self._codes:
            return
        if self._open and self._open[-1].format is None:
            self._open[-1].format = form
        if not unicodedata.is_normalized("NFC", text):
            self.found.decomposed |= bool(_COMBINING.search(text))
            text = unicodedata.normalize("NFC", text)
        self.found.spans.append(Span(text.upper() if caps else text, form))

    def _break(self, element: Element, form: RunFormat) -> None:
        if value(element, "type") in ("page", "column"):
            self.found.page_break = True
        else:
            self._add("\n", form, caps=False)

    def _field_mark(self, element: Element, form: RunFormat) -> None:
        kind = value(element, "fldCharType")
        if kind == "begin":
            self._open.append(_OpenField())
            self._codes += 1
        elif kind == "separate" and self._open:
            self._end_code(self._open[-1])
        elif kind == "end" and self._open:
            self._end_code(self._open[-1])
            self._close(self._open.pop(), form)

    def _end_code(self, ended: _OpenField) -> None:
        self._codes -= ended.in_code
        ended.in_code = False

    def _close(self, ended: _OpenField, form: RunFormat | None = None) -> None:
        seen = ended.format or form or self._format({})[0]
        self.found.fields.append(Field("".join(ended.code), seen))

    def _code(self, element: Element, form: RunFormat) -> None:
        if self._open:
            self._open[-1].code.append(element.text or "")

    def _page_number(self, element: Element, form: RunFormat) -> None:
        self.found.fields.append(Field("PAGE", form))

    def _drawing(self, element: Element, form: RunFormat) -> None:
        self.found.drawn = True
        self.found.shapes.extend(lines(element))
        self.found.boxes.extend(boxes(element))

    def _choice(self, element: Element, form: RunFormat) -> None:
        for chosen in alternatives(element):
            for child in alternatives(chosen):
                if handle := _IN_RUN.get(child.tag):
                    handle(self, child, form)


_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_INLINE: dict[str, Callable[[Reader, Element], None]] = {
    w("r"): Reader._run,
    w("fldSimple"): Reader._simple_field,
    w("sdt"): Reader._control,
}
_IN_RUN: dict[str, Callable[[Reader, Element, RunFormat], None]] = {
    w("br"): Reader._break,
    w("fldChar"): Reader._field_mark,
    w("instrText"): Reader._code,
    w("pgNum"): Reader._page_number,
    w("drawing"): Reader._drawing,
    w("pict"): Reader._drawing,
    w("object"): Reader._drawing,
    _MC: Reader._choice,
}
# What stands in the text; "" means the element's own words.
_TEXT = {
    w("t"): "",
    w("tab"): "\t",
    w("ptab"): "\t",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
    w("sym"): "\uf0b7",
}
_UNSEEN = {w("pPr"), w("del"), w("moveFrom"), w("rPr"), w("sdtPr"), w("sdtEndPr"), w("p"), w("tbl")}
