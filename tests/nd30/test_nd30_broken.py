"""One rule broken, one rule named: the corpus of broken documents."""

from __future__ import annotations

import pytest
from broken import Broken
from broken_beginnings import HEADING, ON_PAGES, TITLE
from broken_texts import CLOSING, OTHER, TEXT

from service.nd30.check import check
from service.nd30.rules import RULES

BROKEN = [*ON_PAGES, *HEADING, *TITLE, *TEXT, *CLOSING, *OTHER]


@pytest.mark.parametrize("broken", BROKEN, ids=str)
def test_the_broken_rule_is_named_and_no_other(broken: Broken) -> None:
    """Of errors and warnings there are only those of the rule that was broken."""
    verdict = check(broken.docx())
    named = {each.rule: each.found for each in verdict.findings if each.severity != "info"}
    assert set(named) == {broken.rule}, named


def test_every_rule_is_broken_once() -> None:
    """What is only told (info) has tests of its own; and so has what ends the judging."""
    judged = {rule.id for rule in RULES.values() if rule.severity != "info"}
    assert {broken.rule for broken in BROKEN} == judged - {"not_recognised"}
