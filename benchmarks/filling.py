"""Filling a template: ours, docxtpl, the npm engines on equal work, and what no engine can beat."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.documents import Work
from benchmarks.equal_work import Equal, Node
from benchmarks.peers import fill_with_docxtpl
from benchmarks.table import Row, faster, within
from benchmarks.timing import Laps, Race, Turn, ratios, tell, turn
from service.word.container import deflate, unpack
from service.word.template import Template


def rows(work: Work, equal: Equal, node: Node, race: Race) -> Iterator[Row]:
    """Every contestant on one document, all in the same rounds."""
    tell(f"filling {work.stem}")
    laps = race.run(_own(work) | equal.turns(node))
    yield from _against_docxtpl(work.stem, laps)
    yield from _against_npm(work.stem, laps)


def _own(work: Work) -> dict[str, Turn]:
    template, data, finished = Template.compile(work.template), work.data, work.finished
    parts = filled_parts(work.template, template.render(data))
    return {
        "filling": turn(lambda: template.render(data)),
        "docxtpl": turn(lambda: fill_with_docxtpl(work.template, data)),
        "floor": turn(lambda: [deflate(part.encode()) for part in parts]),
        "road": turn(finished),
    }


def filled_parts(template: bytes, document: bytes) -> list[str]:
    """The text of the parts of a document that hold tags in its template."""
    members = unpack(document)
    tagged = [name for name, part in unpack(template).items() if b"{{" in part or b"{%" in part]
    return [members[name].decode() for name in tagged]


def _against_docxtpl(stem: str, laps: Laps) -> Iterator[Row]:
    filling, docxtpl = f"{stem}: filling", "docxtpl's filling"
    yield Row(f"{filling}, against {docxtpl}", ratios(laps, "docxtpl", "filling"), faster(100))
    yield Row(f"{filling}, against its floor", ratios(laps, "filling", "floor"), within(3))
    road = f"{stem}: JSON → validated → .docx"
    yield Row(f"{road}, against {docxtpl}", ratios(laps, "docxtpl", "road"), faster(20))


def _against_npm(stem: str, laps: Laps) -> Iterator[Row]:
    for engine in Node.ENGINES:
        what = f"{stem}: equal work, against {engine} (npm)"
        yield Row(what, ratios(laps, engine, "equal work"), faster(20))
