"""Right documents with one thing broken each, and the rule that this breaks."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from right_documents import RIGHT
from written_docx import docx_of, margin_part


@dataclass(frozen=True)
class Broken:
    """rule: the only one broken; base: a key of RIGHT; old, new: what is written instead."""

    rule: str
    base: str
    old: str
    new: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)
    change: Callable[[str], str] | None = None

    def __str__(self) -> str:
        return f"{self.rule}: {self.old[-30:] or '…'} -> {self.new[-30:] or self.change or '…'}"

    def text(self) -> str:
        right = RIGHT[self.base]
        assert self.old in right, f"{self.base} holds no {self.old!r}"
        changed = right.replace(self.old, self.new, 1)
        return self.change(changed) if self.change else changed

    def docx(self) -> bytes:
        return docx_of(self.text(), **self.parts)


def everywhere(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new)


def first_section(words: str) -> Callable[[str], str]:
    """The first section described otherwise."""
    return lambda text: f"<section {words}>\n{text.strip()}"


def last_section(words: str) -> Callable[[str], str]:
    return lambda text: text.replace("start=1 landscape", words)


def decomposed(text: str) -> str:
    return text.replace("báo cáo", unicodedata.normalize("NFD", "báo cáo"))


def header_of(text: str) -> dict[str, str]:
    return {"header": margin_part(text)}


def swapped(text: str, one: str, other: str) -> str:
    return text.replace(one, "\0").replace(other, one).replace("\0", other)
