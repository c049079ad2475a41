"""Each of the 32 rules on a document's facts and law: broken, and just not broken."""

from __future__ import annotations

import pytest
from cases import Case, findings, told
from tables import CASES, CODES

from service.errors import SEVERITIES

# Told of more than one document's law.
ELSEWHERE = {"draft_without_number", "draft_without_date", "accept_unused"}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_breaks_a_rule_is_told(case: Case) -> None:
    """With its code, its place, its severity."""
    assert case.told in told(findings(case.sample, case.wrong))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_just_keeps_a_rule_is_not_told(case: Case) -> None:
    """The nearest right value passes."""
    assert case.told not in told(findings(case.sample, case.right))


def test_every_warning_and_hint_is_in_a_table() -> None:
    """A new code gets a case that earns it and one that just does not."""
    assert set(SEVERITIES) - ELSEWHERE <= CODES
