"""Where the value of a tag becomes XML: one printer for each place a tag can stand in.

A compiled template calls the printer of a tag's place with the tag's value and writes what it
returns, UTF-8 as the package holds it. Values never become markup; what draws (a picture, several
paragraphs) says so by its type and is asked for its XML.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from service.word.costs import made
from service.word.limits import Exhausted
from service.word.values import Misplaced, Unprintable, holdable, worded

Printer = Callable[[Any], bytes]

# Of words `value`, as Python: nothing in them is to be written another way.
ARE_CLEAN = 'value.isprintable() and not ("&" in value or "<" in value or ">" in value)'

_MOST_GROWN = 24_000_000
_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'


@dataclass(frozen=True)
class Spot:
    """The place of a tag in the XML of its part.

    inside: the names of the elements around it, prefixed, the outermost first; in_markup: it is
    within `<` and `>`; run, paragraph: the XML of the properties that another run, another
    paragraph like the one around it would have; is_loose: they are not the same in each turn of a
    loop, so that breaks are resolved when the part has been filled.
    """

    inside: tuple[str, ...]
    in_markup: bool = False
    run: str = ""
    paragraph: str = ""
    is_loose: bool = False

    @property
    def element(self) -> str:
        """The innermost element."""
        return self.inside[-1] if self.inside else ""

    @property
    def is_run(self) -> bool:
        """Whether it is among the words of a run."""
        return self.element == "w:t" and not self.in_markup

    @property
    def is_words(self) -> bool:
        """Whether letters may stand here, between an element's start and its end."""
        allowed = not self.element.startswith("w:") or self.element in _TEXTS
        return allowed and not self.in_markup

    def next_run(self, between: str) -> str:
        """XML that ends the run around a tag, goes between, and starts one like it."""
        return f'</w:t></w:r>{between}<w:r>{self.run}<w:t xml:space="preserve">'

    @property
    def tab(self) -> str:
        return self.next_run(f"<w:r>{self.run}<w:tab/></w:r>")

    @property
    def new_paragraph(self) -> str:
        """XML that ends the paragraph around a tag and starts one like it.

        Raises Unprintable where something else, such as a link, stands around the run.
        """
        if self.inside[-3:] != ("w:p", "w:r", "w:t"):
            raise Unprintable("paragraphs")
        return self.next_run(f"</w:p><w:p>{self.paragraph}")


_TEXTS = ("w:t", "w:delText", "w:instrText", "w:delInstrText")


class Drawn(ABC):
    """A value that is drawn where its tag stands, not written."""

    @abstractmethod
    def drawn(self, spot: Spot) -> str:
        """Its XML, for a tag inside a w:t at the spot."""

    def __html__(self) -> str:
        # docxtpl's road asks for this: it knows nothing of the run around a tag.
        raise Unprintable("drawn")


class Paragraphs(Drawn):
    """A text whose lines are paragraphs, each like the one that its tag stands in."""

    def __init__(self, text: str) -> None:
        # Of the text's own type: what is escaped already stays so.
        self._text = type(text)("\n").join(line for line in text.splitlines() if line.strip())

    def drawn(self, spot: Spot) -> str:
        between = spot.new_paragraph if "\n" in self._text else ""
        tab = "\t" if spot.is_loose else spot.tab
        return _in_run(self._text, tab, between).decode()


class ByDocxtpl(Exception):
    """An object of docxtpl's that only docxtpl can print."""


def printer(spot: Spot) -> Printer:
    """The printer of a place."""
    if spot.in_markup:
        return _print_in_attribute
    if not spot.is_words:
        return _print_between
    return _run_printer(spot) if spot.is_run else _print_plain


def _run_printer(spot: Spot) -> Printer:
    tab, line_break = ("\t", "\n") if spot.is_loose else (spot.tab, _BREAK)

    def print_in_run(value: Any) -> bytes:
        if type(value) is int:
            return b"%d" % value
        if isinstance(value, Drawn):
            return value.drawn(spot).encode()
        return _in_run(value, tab, line_break)

    return print_in_run


def _in_run(value: Any, tab: str, line_break: str) -> bytes:
    """The value with XML for its tabs and line ends."""
    text = _xml_of(value)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    grown = text.count("\t") * len(tab) + text.count("\n") * len(line_break)
    if grown > _MOST_GROWN:
        raise Exhausted("length")
    return text.replace("\t", tab).replace("\n", line_break).encode()


@pass_context
def capture(context: Context, value: Any) -> Markup:
    """What a `{% set %}` block keeps of a value, to be printed where its name stands."""
    return Markup(made(context, _xml_of(value)))  # noqa: S704 - it is escaped


def _print_plain(value: Any) -> bytes:
    return _xml_of(value).replace("\r", "&#13;").encode()


def _print_in_attribute(value: Any) -> bytes:
    text = _xml_of(value).replace('"', "&quot;")
    # An attribute's white space would be read as blanks (XML 1.0, 3.3.3).
    return text.replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;").encode()


def _print_between(value: Any) -> bytes:
    text = _xml_of(value)
    if not isinstance(value, Markup) and text.strip():
        raise Misplaced("text between paragraphs")
    return text.encode()


def _xml_of(value: Any) -> str:
    """The XML of words, or XML that a filter of ours made; not of docxtpl's objects."""
    if isinstance(value, Markup):
        return str.__str__(value)
    if isinstance(value, Drawn):
        raise Unprintable("drawn")
    if hasattr(value, "__html__"):
        raise ByDocxtpl
    return holdable(escaped(worded(value)))


def escaped(text: str) -> str:
    """The text with `&`, `<` and `>` written as XML wants them."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text
