"""Each rule between documents: broken, and just not broken."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from documents import SAMPLES
from legitimate_table import LEGITIMATE
from pack_cases import PackCase, findings, told, verdicts
from pack_samples import BOARDS, ENTERPRISES, MET, MINUTES, VAN_PHONG
from pack_table import CASES, OTHERS

from service.packs.messages import PREFIX


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_breaks_a_rule_is_told(case: PackCase) -> None:
    """With its code, its document, its place, its severity."""
    assert case.told in told(findings(case.pack, case.wrong))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_just_keeps_a_rule_is_not_told(case: PackCase) -> None:
    """The nearest right value passes, and so do the samples as they are."""
    for changes in (case.right, {}):
        assert case.told not in told(findings(case.pack, changes))


@pytest.mark.parametrize(("pack", "changes", "code"), LEGITIMATE)
def test_what_has_its_reasons_is_not_told(
    pack: tuple[str, ...], changes: dict[str, Any], code: str
) -> None:
    """Real documents pass: nothing is told of what only looks like a breach."""
    found = findings(pack, changes)
    assert code not in {one.code for _, one in found}
    assert "pack_not_compared" not in {one.code for _, one in found}


@pytest.mark.parametrize("case", [one for one in CASES if one not in OTHERS], ids=str)
def test_a_finding_names_the_other_document(case: PackCase) -> None:
    """By its name and the label of its field."""
    for name, one in findings(case.pack, case.wrong):
        if one.code.startswith(PREFIX):
            assert any(f"“{other}” (" in one.message for other in case.pack), (name, one.message)
            assert "()" not in one.message


def test_a_spelling_is_told_once_in_a_document() -> None:
    """However often it is used there."""
    places = ("/present/6/unit", "/scores/2/unit", "/ballots/2/subject")
    found = findings(MET, {f"{MINUTES} {place}": VAN_PHONG for place in places})
    assert [one.pointer for _, one in found] == ["/present/6/unit"]


@pytest.mark.parametrize("order", list(itertools.permutations(BOARDS)))
def test_a_coherent_pack_is_told_nothing(order: tuple[str, ...]) -> None:
    """In whatever order its documents come."""
    assert findings(order, {}) == []


@pytest.mark.parametrize(
    "pack", [ENTERPRISES, ("launch_plan", *ENTERPRISES), tuple(map(str, SAMPLES))]
)
def test_samples_together_are_told_nothing_of_each_other(pack: tuple[str, ...]) -> None:
    """Neither those of another setting nor all of them: other seasons are not compared."""
    assert not [one for _, one in findings(pack, {}) if one.code.startswith(PREFIX)]


def test_a_document_is_told_what_it_is_told_alone() -> None:
    """A faulty document does not hide the findings of the others."""
    changes = {
        "emulation_pledge /year": "2021",
        "emulation_pledge /copies": 0,
        "award_proposal.bloc /collectives/4/votes/agree": 10,
    }
    pledge, minutes, proposal = verdicts(BOARDS, changes)
    assert [one.code for one in pledge.findings] == [
        *("not_whole_number", "too_small", "pack_not_compared")
    ]
    assert [one.code for one in proposal.findings] == ["pack_votes_differ"]
    assert [one.valid for one in (pledge, minutes, proposal)] == [False, True, False]
