"""Each fault of a template is told by its code, with the part, the place and the tag."""

from __future__ import annotations

import pytest
from lint_home import faults
from lint_sound import SOUND
from lint_table import CASES, Case
from small_docx import docx_of


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code} {case.tag[:40]}")
def test_one_fault_is_told_alone_and_exactly(case: Case) -> None:
    """Nothing else follows from one fault, and the message says how to mend it."""
    (found,) = faults(docx_of(case.body))
    told = (found.code, found.place, found.shown)
    assert told == (case.code, f"Thân văn bản, {case.place}", case.tag)
    assert case.words in found.message


@pytest.mark.parametrize("body", SOUND)
def test_what_is_sound_is_not_blamed(body: str) -> None:
    """A false alarm costs more than a fault that shows later."""
    assert faults(docx_of(body)) == []
