"""How each engine writes an expression, a condition and a loop, as its manual has it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

Paragraphs = list[str]
Rows = list[list[str]]


class Dialect(Protocol):
    """Tags as text; what stands alone in a paragraph or a row leaves nothing behind."""

    def value(self, key: str) -> str:
        """An expression."""

    def when(self, key: str, text: str) -> Paragraphs:
        """A paragraph that is there if a condition holds."""

    def each(self, key: str, name: str) -> Paragraphs:
        """A paragraph for each item."""

    def rows(self, key: str, names: Iterable[str]) -> Rows:
        """A row for each item: its cells."""


class Ours:
    """Jinja, with docxtpl's tags for paragraphs and rows."""

    def value(self, key: str) -> str:
        return f"{{{{ {key} }}}}"

    def when(self, key: str, text: str) -> Paragraphs:
        return [f"{{%p if {key} %}}", text, "{%p endif %}"]

    def each(self, key: str, name: str) -> Paragraphs:
        return [f"{{%p for item in {key} %}}", self.value(f"item.{name}"), "{%p endfor %}"]

    def rows(self, key: str, names: Iterable[str]) -> Rows:
        cells = [self.value(f"item.{name}") for name in names]
        return [[f"{{%tr for item in {key} %}}"], cells, ["{%tr endfor %}"]]


class Docxtemplater:
    """With paragraphLoop, which drops the paragraphs of the tags."""

    def value(self, key: str) -> str:
        return f"{{{key}}}"

    def when(self, key: str, text: str) -> Paragraphs:
        return [f"{{#{key}}}", text, f"{{/{key}}}"]

    def each(self, key: str, name: str) -> Paragraphs:
        return self.when(key, self.value(name))

    def rows(self, key: str, names: Iterable[str]) -> Rows:
        cells = list(map(self.value, names))
        return [[f"{{#{key}}}{cells[0]}", *cells[1:-1], f"{cells[-1]}{{/{key}}}"]]


class EasyTemplateX(Docxtemplater):
    """The same tags; loopOver says that the paragraph itself is repeated or dropped."""

    def when(self, key: str, text: str) -> Paragraphs:
        return [f'{{#{key} [loopOver: "paragraph"]}}{text}{{/{key}}}']


class Carbone:
    """The next item shows where the repeated part ends."""

    def value(self, key: str) -> str:
        return f"{{d.{key}}}"

    def when(self, key: str, text: str) -> Paragraphs:
        return [f"{{d.{key}:ifEQ(true):showBegin}}{text}{{d.{key}:showEnd}}"]

    def each(self, key: str, name: str) -> Paragraphs:
        return [self.value(f"{key}[{item}].{name}") for item in ("i", "i+1")]

    def rows(self, key: str, names: Iterable[str]) -> Rows:
        fields = list(names)
        return [[self.value(f"{key}[{item}].{name}") for name in fields] for item in ("i", "i+1")]


NPM_DIALECTS: dict[str, Dialect] = {
    "docxtemplater": Docxtemplater(),
    "easy-template-x": EasyTemplateX(),
    "carbone": Carbone(),
}
