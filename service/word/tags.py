"""The tags of a part as a person sees them in Word: their text, and in which paragraph or cell.

Compiling works on prepared XML, where paragraphs that held nothing but a tag are gone; what is
told to people is where a tag stands in the file that they can open.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# A tag from its opening to its end; what is quoted inside may hold anything.
_QUOTED = r""""[^"]*+"|'[^']*+'|“[^”]*+”"""
TAG = re.compile(
    rf"\{{\{{(?:{_QUOTED}|(?!\}}\}}).)*+\}}\}}|\{{%(?:{_QUOTED}|(?!%\}}).)*+%\}}|\{{#.*?#\}}",
    re.DOTALL,
)
_LEVELS = re.compile(r"^(\{[{%#])(?:p|tr|tc|r) ")
_MOVED = re.compile(r"^\{%\s*(?:colspan|cellbg)\s+(.*?)\s*%\}$", re.DOTALL)
_TYPOGRAPHIC = str.maketrans("“”‘’", "\"\"''")


@dataclass(frozen=True)
class Place:
    """Where a tag stands. part: its name in the package; title: the part's Vietnamese name.

    paragraph counts the paragraphs outside of tables; inside a table, table, row and cell count.
    """

    part: str
    title: str
    paragraph: int = 0
    table: int = 0
    row: int = 0
    cell: int = 0
    box: bool = False
    name: str = ""

    def __str__(self) -> str:
        counted = [("bảng", self.table), ("hàng", self.row), ("ô", self.cell)]
        counted = counted if self.table else [("đoạn", self.paragraph)]
        where = [f"{word} {number}" for word, number in counted if number]
        return ", ".join(
            [self.title, *filter(None, [self.name]), *where, *["khung chữ"][: self.box]]
        )


@dataclass(frozen=True)
class Tag:
    """A tag as typed, and its place."""

    text: str
    place: Place

    @property
    def key(self) -> str:
        """What is left of the tag after docxtpl's preparing: the same for the same words."""
        text = _MOVED.sub(r"{{\1}}", _LEVELS.sub(r"\1 ", straight(self.text)))
        return key(text)


def straight(text: str) -> str:
    """A tag's text with the quotes that Jinja knows, where Word has put typographic ones."""
    return text.translate(_TYPOGRAPHIC)


def key(text: str) -> str:
    """A tag's text without blanks, signs and kinds of quotes, to tell which tag it was."""
    return re.sub(r"[\s+-]", "", unicodedata.normalize("NFC", text))


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a part: its element, its own text without text boxes', its place."""

    element: Any
    text: str
    place: Place

    @property
    def tags(self) -> list[Tag]:
        return [Tag(found.group(), self.place) for found in TAG.finditer(self.text)]


def paragraphs(root: Any, part: str, title: str) -> Iterator[Paragraph]:
    """The paragraphs of a part in the order of its XML."""
    counts = _Counts()
    texts = _texts(root)
    for element in root.iter(f"{W}p"):
        text = "".join(t.text or "" for t in texts.get(element, ()))
        yield Paragraph(element, text, counts.place(element, part, title))


def _texts(root: Any) -> dict[Any, list[Any]]:
    """Each paragraph's own w:t, without those of text boxes in it."""
    found: dict[Any, list[Any]] = {}
    for text in root.iter(f"{W}t"):
        paragraph = next(text.iterancestors(f"{W}p"), None)
        found.setdefault(paragraph, []).append(text)
    return found


def gather(root: Any) -> None:
    """Put a tag that begins outside of a link or a tracked change and ends inside, or the other
    way round, where it begins: without its runs between, the part would be no XML.
    """
    for paragraph, texts in _texts(root).items():
        holders = {text.getparent().getparent() for text in texts}
        if paragraph is not None and len(holders) > 1:
            _gather(texts)


def _gather(texts: list[Any]) -> None:
    ends = [*itertools.accumulate(len(text.text or "") for text in texts)]
    for tag in reversed([*TAG.finditer("".join(text.text or "" for text in texts))]):
        first, last = bisect_right(ends, tag.start()), bisect_left(ends, tag.end())
        if texts[first].getparent().getparent() is texts[last].getparent().getparent():
            continue
        begun = ends[first] - len(texts[first].text)
        texts[first].text = texts[first].text[: tag.start() - begun] + tag.group()
        for between in texts[first + 1 : last]:
            between.text = ""
        texts[last].text = texts[last].text[tag.end() - ends[last - 1] :]


class _Counts:
    """Counts paragraphs, tables, rows and cells as they come."""

    def __init__(self) -> None:
        self._paragraphs = 0
        self._tables: dict[Any, int] = {}
        self._last: dict[Any, tuple[Any, int]] = {}

    def place(self, paragraph: Any, part: str, title: str) -> Place:
        """The place of the next paragraph."""
        # Outermost first, so that the innermost of a name stays.
        around = {element.tag: element for element in reversed([*paragraph.iterancestors()])}
        box = f"{W}txbxContent" in around
        table, row, cell = (around.get(f"{W}{name}") for name in ("tbl", "tr", "tc"))
        if table is None:
            self._paragraphs += not box
            return Place(part, title, paragraph=self._paragraphs, box=box)
        number = self._tables.setdefault(table, len(self._tables) + 1)
        rows, cells = self._count(table, row), self._count(row, cell)
        return Place(part, title, table=number, row=rows, cell=cells, box=box)

    def _count(self, owner: Any, child: Any) -> int:
        last, count = self._last.get(owner, (None, 0))
        count += last is not child
        self._last[owner] = (child, count)
        return count
