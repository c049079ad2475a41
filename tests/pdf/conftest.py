"""What other tests keep running is none of what these look at."""

from __future__ import annotations

import os

import pytest
from machinery import OTHERS, children


@pytest.fixture(scope="session", autouse=True)
def others() -> None:
    """Before the first of these tests starts a LibreOffice of its own."""
    OTHERS.update(children(os.getpid()))
