"""Every sample and hard payload on paper, in both pairings of sizes, each made once."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator

import pytest
from hard import CASES, Case
from measure import Printed

from service.config import PROJECT
from service.nd30.rules import PAIRINGS
from service.pdf.office import Office
from service.pipeline import Pipeline

Press = Callable[[Case, str], Printed]


@pytest.fixture(scope="session")
def press() -> Iterator[Press]:
    """Prints a case in a pairing of sizes; the same one once."""
    with Office() as office:
        pipelines = {sizes: Pipeline(PROJECT, None, office, sizes) for sizes in PAIRINGS}

        @functools.cache
        def printed(case: Case, sizes: str) -> Printed:
            docx = pipelines[sizes].make(case.sample.stem, case.payload).data
            return Printed(docx, office.convert(docx).data, sizes)

        yield printed


@pytest.fixture(
    scope="session",
    params=[(case, sizes) for case in CASES for sizes in PAIRINGS],
    ids=lambda both: f"{both[0]} {both[1]}",
)
def document(request: pytest.FixtureRequest, press: Press) -> Printed:
    """Each document in turn."""
    case, sizes = request.param
    return press(case, sizes)
