"""The tables of every document on paper: no row is lost, parted or spilt."""

from __future__ import annotations

from typing import Any

import pytest
from hard import CASES, Case
from measure import HAIR, IN_TABLES, LEFT, REPEATED, Printed, squeezed
from press import Press

from service.nd30.rules import PAIRINGS

Row = list[str]
LIST = "Tómtắtthànhtích"  # a column of the list of who is proposed


def written_tables(document: Printed) -> list[list[Row]]:
    """The rows of the ruled tables in Word."""
    tables = [
        t for t in document.written.tables if t.style is not None and t.style.name == "Bảng kẻ"
    ]
    return [[_cells(row) for row in table.rows] for table in tables]


def _cells(row: Any) -> Row:
    """Merged cells count once."""
    return [squeezed(cell.text) for cell in dict.fromkeys(row.cells)]


def shown_tables(document: Printed) -> list[tuple[int, list[Row]]]:
    """The pieces of tables on paper, each with its page."""
    return [(sheet.number, table) for sheet in document.sheets for table in sheet.tables]


def test_rows_are_whole(document: Printed) -> None:
    """Each row stands on one page, its words within its cells; each page repeats the heading."""
    pieces = shown_tables(document)
    for heading, *rows in written_tables(document):
        missing = rows
        while missing:
            _, (shown_heading, *shown) = pieces.pop(0)
            assert shown_heading == heading
            assert shown  # a heading is not alone on a page
            assert shown == missing[: len(shown)]
            missing = missing[len(shown) :]
    assert pieces == []


def test_cells_have_their_size(document: Printed) -> None:
    """13, regular; headings bold."""
    for line in document.of(*IN_TABLES):
        assert line.size == 13
        assert line.faces == ({"Bold"} if line.style in ("Đầu bảng", REPEATED) else {"Regular"})


@pytest.mark.parametrize("sizes", PAIRINGS)
def test_two_hundred_rows(press: Press, sizes: str) -> None:
    """Their numbers are complete, and the pages of the list count from 1 like its heading says."""
    (case,) = [case for case in CASES if case.name == "proposal, two hundred"]
    document = press(case, sizes)
    rows = [row for _, table in shown_tables(document) for row in table if _is_person(row)]
    assert [int(row[0]) for row in rows] == list(range(1, 201))
    pages = {page for page, table in shown_tables(document) if any(map(_is_person, table))}
    assert len(pages) > 30


TURNED = [case for case in CASES if "turned" in case.name]


@pytest.mark.parametrize("sizes", PAIRINGS)
@pytest.mark.parametrize("case", TURNED, ids=str)
def test_a_turned_list(press: Press, case: Case, sizes: str) -> None:
    """It is complete and as wide as its pages allow; reports, and nothing else, follow upright."""
    document = press(case, sizes)
    rows = [row for _, table in shown_tables(document) for row in table if _is_person(row)]
    assert [int(row[0]) for row in rows] == list(range(1, 61))
    begin, end = document.turned[0], document.turned[-1]
    assert begin > 1
    assert end - begin > 6
    assert (end < len(document.sheets)) == ("individual_reports" in case.payload)
    for sheet in document.sheets[begin - 1 : end]:
        for table in sheet.pdf.find_tables():
            x0, _, x1, _ = table.bbox
            assert (x0, x1) == pytest.approx((LEFT, sheet.right), abs=2 * HAIR)


def _is_person(row: list[Any]) -> bool:
    return row[1].startswith("BàTrầnThịThusố")


def test_no_row_is_left_alone(document: Printed) -> None:
    """Of a table that goes on, two rows stand on each page at least; the list's rows are tall."""
    pieces = shown_tables(document)
    for heading, *rows in written_tables(document):
        counts: list[int] = []
        while sum(counts) < len(rows):
            counts.append(len(pieces.pop(0)[1]) - 1)
        if LIST not in heading:
            assert len(counts) == 1 or min(counts[0], counts[-1]) > 1
