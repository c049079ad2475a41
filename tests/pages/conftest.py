"""Every sample and hard payload on paper, in both pairings of sizes, each made once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hard import CASES
from measure import Printed
from press import Press, press_of

from service.nd30.rules import PAIRINGS
from service.pdf.office import Office


@pytest.fixture(scope="session")
def press() -> Iterator[Press]:
    with Office() as office:
        yield press_of(office)


@pytest.fixture(
    scope="session",
    params=[(case, sizes) for case in CASES for sizes in PAIRINGS],
    ids=lambda both: f"{both[0]} {both[1]}",
)
def document(request: pytest.FixtureRequest, press: Press) -> Printed:
    """Each document in turn."""
    case, sizes = request.param
    return press(case, sizes)
