"""Whether a row costs the same in a table of 10,000 rows as in one of 100."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle, islice
from typing import Any

from benchmarks.documents import Work
from benchmarks.table import Row, within
from benchmarks.timing import Race, ratios, tell, turn
from service.word.template import Template
from templates_docx.recipes._flow import Column, new_page

FEW, MANY = 100, 10_000
_CELLS = 6

Filling = Callable[[int], bytes]


def rows(proposal: Work, race: Race) -> Iterator[Row]:
    """A template that is nothing but the table, and the project's own with a list of persons."""
    tables = {"six cells": plain(), "award_proposal's list": of_persons(proposal)}
    for name, fill in tables.items():
        tell(f"long tables: {name}")
        turns = {str(size): turn(partial(fill, size)) for size in (FEW, MANY)}
        laps = race.run(turns)
        per_row = [ratio * FEW / MANY for ratio in ratios(laps, str(MANY), str(FEW))]
        what = f"time per row of {name}: {MANY:,} rows, against {FEW}"
        yield Row(what, per_row, within(1.3))


def plain() -> Filling:
    """A table of six cells a row."""
    page = new_page()
    cells = [Column(f"Cột {index}", 27, f"{{{{ row.c{index} }}}}") for index in range(_CELLS)]
    page.grid(cells, "row in rows")
    buffer = io.BytesIO()
    page.document.save(buffer)
    template = Template.compile(buffer.getvalue())
    return lambda size: template.render({"rows": list(islice(_plain_rows(), size))})


def _plain_rows() -> Iterator[dict[str, str]]:
    return cycle([{f"c{index}": f"Ô số {index}" for index in range(_CELLS)}])


def of_persons(proposal: Work) -> Filling:
    """The proposal's own template, with a list longer than its schema lets pass."""
    template, data = Template.compile(proposal.template), proposal.data
    persons: list[dict[str, Any]] = data["individuals"]
    return lambda size: template.render(data | {"individuals": list(islice(cycle(persons), size))})
