"""Right documents are let be, however their look is set."""

from __future__ import annotations

import pytest
from right_variants import VARIANTS

from service.nd30.check import check
from service.nd30.report import as_lines


@pytest.mark.parametrize("name", VARIANTS)
def test_no_error_and_no_warning(name: str) -> None:
    verdict = check(VARIANTS[name]())
    assert verdict.passed, "\n".join(as_lines(verdict))
