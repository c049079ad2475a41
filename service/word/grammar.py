"""The grammar of tags is docxtpl's: its preparing turns a part's XML into Jinja source, once.

What it leaves undone is done here: tags are read in NFC, so that one typed on a Mac (NFD) names the
same field; the entities of XML inside tags are resolved; and every tag starts a line of its own,
so that what Jinja says of a line tells which tag it was.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict, deque
from collections.abc import Iterable
from typing import Any

from docxtpl import DocxTemplate
from lxml import etree

from service.word.tags import Tag, gather, key

_TAG = re.compile(
    r"""(?P<kept>\{%[-+]?\s*raw\s*[-+]?%\}.*?\{%[-+]?\s*endraw\s*[-+]?%\}|\{\#.*?\#\})
    |(?P<open>\{\{|\{%)(?P<sign>[-+]?)(?P<inner>(?:"[^"]*+"|'[^']*+'|(?![%}]\}).)*+)(?P<end>[%}]\})""",
    re.DOTALL | re.VERBOSE,
)
# docxtpl loses a paragraph tag with a % in it, as in {%p if n % 2 %}: every % that is no part of a
# brace is out of its sight, behind a character that XML cannot hold.
_OPERATOR = re.compile(r"(?P<brace>\{(?:<[^>]*>)*%|%(?:<[^>]*>)*\})|%")
_STAND_IN = "\uffff"
# What docxtpl reads as a tag and resolves, in a raw block too.
_CLEANED = re.compile(r"(?<=\{[\{%]).*?(?=[\}%]\})")
_PREPARER = DocxTemplate(None)


class Source:
    """The Jinja source of a part, and which of the part's tags each of its lines is."""

    def __init__(self, root: Any, tags: Iterable[Tag] = ()) -> None:
        """root: the part's XML; tags: those that a person sees in it."""
        self._known: dict[str, deque[Tag]] = defaultdict(deque)
        for tag in tags:
            self._known[tag.key].append(tag)
        self._lines: list[int] = [0]
        self._tags: list[Tag | None] = [None]
        self._line = 1
        self._end = 0
        gather(root)
        xml = _OPERATOR.sub(_hidden, etree.tostring(root, encoding="unicode"))
        prepared: str = _PREPARER.patch_xml(xml)
        self.text = _TAG.sub(self._cleaned, prepared.replace(_STAND_IN, "%"))

    @property
    def has_tags(self) -> bool:
        """Whether anything in the part is to be filled."""
        return len(self._lines) > 1

    def tag(self, line: int) -> Tag | None:
        """The tag of a line, None when it is none that stands in the part."""
        return self._tags[bisect_right(self._lines, line) - 1]

    def _cleaned(self, found: re.Match[str]) -> str:
        self._line += found.string.count("\n", self._end, found.start())
        self._end = found.end()
        if found["kept"]:
            self._line += found.group().count("\n")
            return _CLEANED.sub(_escaped, found.group())
        inner = unicodedata.normalize("NFC", _resolved(found["inner"]))
        self._lines.append(self._line + 1)
        self._tags.append(self._next(key(found["open"] + inner + found["end"])))
        self._line += 1 + inner.count("\n")
        return f"{found['open']}{found['sign']}\n{inner}{found['end']}"

    def _next(self, tag: str) -> Tag | None:
        """docxtpl moves tags about, but never one past another with the same words."""
        waiting = self._known.get(tag)
        return waiting.popleft() if waiting else None


def _escaped(found: re.Match[str]) -> str:
    return found.group().replace("<", "&lt;").replace(">", "&gt;")


def _hidden(found: re.Match[str]) -> str:
    return found["brace"] or _STAND_IN


def _resolved(tag: str) -> str:
    """The text of a tag without XML's entities; docxtpl resolves `<` and `>` alone."""
    return tag.replace("&quot;", '"').replace("&apos;", "'").replace("&amp;", "&")
