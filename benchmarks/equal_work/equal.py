"""Equal work on one document: the templates, the words, the proof, the turns."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from zipfile import ZipFile

from docx.oxml.ns import qn
from lxml import etree

from benchmarks.documents import Work
from benchmarks.equal_work.dialects import NPM_DIALECTS, Ours
from benchmarks.equal_work.node import Node
from benchmarks.equal_work.outline import Grid, Loop, outline
from benchmarks.equal_work.templates import template
from benchmarks.timing import Turn, turn
from service.word.template import Template

# Part, style, text.
Paragraph = tuple[str, str, str]


class Equal:
    """Templates of one document for every engine, checked to give the same paragraphs."""

    def __init__(self, work: Work, folder: Path) -> None:
        self._stem, self._finished = work.stem, work.finished()
        self._outline = outline(self._finished)
        self._ours = Template.compile(template(self._outline, Ours()))
        self._words = folder / f"{work.stem}.json"
        self._words.write_text(json.dumps(self._outline.words), encoding="utf-8")
        self._templates = {engine: folder / f"{work.stem}.{engine}.docx" for engine in NPM_DIALECTS}
        for engine, dialect in NPM_DIALECTS.items():
            self._templates[engine].write_bytes(template(self._outline, dialect))

    def turns(self, node: Node) -> dict[str, Turn]:
        """Ours and each engine's. Raises AssertionError when one writes other paragraphs."""
        words = self._outline.words
        turns = {"equal work": turn(lambda: self._ours.render(words))}
        for engine, path in self._templates.items():
            node.load(engine, path, self._words)
            turns[engine] = node.turn(engine, path)
        self._check(node)
        return turns

    def _check(self, node: Node) -> None:
        """Words as in the project's own document; paragraphs and styles as in each other's."""
        expected = list(paragraphs(self._ours.render(self._outline.words)))
        assert _body(expected) == _body(paragraphs(self._finished)), f"{self._stem}: other words"
        for engine, path in self._templates.items():
            made = list(paragraphs(node.document(engine, path)))
            assert made == expected, f"{self._stem}: {engine} wrote another document"

    def describe(self) -> str:
        """How much work it is."""
        pieces, words = self._outline.pieces, self._outline.words
        grids = [piece for piece in pieces if isinstance(piece, Grid)]
        rows = ", ".join(f"{len(words[grid.key])} × {len(grid.styles)}" for grid in grids)
        flags = sum(isinstance(word, bool) for word in words.values())
        loops = sum(isinstance(piece, Loop) for piece in pieces)
        xml = len(dict(parts(self._ours.render(words)))["word/document.xml"])
        return (
            f"{self._stem}: {self._outline.expressions()} expressions, {flags} conditions, "
            f"{loops} paragraph loops, tables of {rows} rows × cells, header and footer; "
            f"document.xml {xml / 1000:.0f} kB, data {len(self._words.read_bytes()) / 1000:.0f} kB"
        )


def parts(document: bytes) -> Iterator[tuple[str, bytes]]:
    """Name and content of what a person reads: the document, headers and footers."""
    with ZipFile(io.BytesIO(document)) as archive:
        for name in sorted(archive.namelist()):
            if name.startswith(("word/document", "word/header", "word/footer")):
                yield name, archive.read(name)


def paragraphs(document: bytes) -> Iterator[Paragraph]:
    """Every paragraph that holds words, in order.

    Empty ones are passed over: Carbone leaves one where a condition does not hold.
    """
    for name, content in parts(document):
        for paragraph in etree.fromstring(content).iter(qn("w:p")):
            styles = [style.get(qn("w:val"), "") for style in paragraph.iter(qn("w:pStyle"))]
            if text := "".join(text.text or "" for text in paragraph.iter(qn("w:t"))):
                yield name, "".join(styles), text


def _body(found: Iterable[Paragraph]) -> list[str]:
    return [text for name, _, text in found if name == "word/document.xml"]
