"""`python -m benchmarks`: measures, and prints a table."""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import filling, long_table, machine, memory, over_http, pdf, start
from benchmarks.documents import Work, works
from benchmarks.equal_work import Equal, Node
from benchmarks.table import Row, table
from benchmarks.timing import Race

_EQUAL = (
    "Ratios are those of the same round, all contestants taking turns. The npm engines deflate at "
    "the fastest level that they let choose: docxtemplater at 1, the other two at 6. Equal work is "
    "the same paragraphs in the same styles by every engine, checked before it is timed:"
)


def main() -> None:
    """Print the machine, what equal work is, and the ratios."""
    race = Race(_options().rounds)
    if not shutil.which("node"):
        raise SystemExit("The benchmarks compare with npm packages: please install Node.js.")
    documents = works()
    with Node() as node, tempfile.TemporaryDirectory() as folder:
        equals = [Equal(work, Path(folder)) for work in documents]
        measured = table(_rows(documents, equals, node, race))
        work = "\n".join(f"- {equal.describe()}" for equal in equals)
        versions = node.versions()
    print(machine.describe(versions), measured, f"{_EQUAL}\n\n{work}", sep="\n\n")


def _rows(works: list[Work], equals: list[Equal], node: Node, race: Race) -> Iterator[Row]:
    for work, equal in zip(works, equals, strict=True):
        yield from filling.rows(work, equal, node, race)
    yield from long_table.rows(works[0], race)
    yield from over_http.rows(works, race)
    yield from pdf.rows(works, race)
    yield from start.rows(race)
    yield from memory.rows(works[0])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser("benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="turns of each contestant (15)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
