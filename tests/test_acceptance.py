"""Warnings that a payload accepts, with a reason; and callers who take warnings for errors."""

from __future__ import annotations

from typing import Any

import pytest
from documents import CATALOG, PIPELINE

from service import strict_json
from service.errors import Finding, PayloadInvalid

STEM, CODE = "award_proposal", "law_uncertain"
REASON = "Đã đối chiếu với bản ký"


def payload(*accepted: Any, **changes: Any) -> Any:
    """A sample that earns one warning about the law of its day."""
    sample: Any = strict_json.loads(CATALOG[STEM].sample())
    return sample | changes | {"accept": [{"code": one, "reason": REASON} for one in accepted]}


def of_code(found: tuple[Finding, ...], code: str) -> list[Finding]:
    return [one for one in found if one.code == code]


def test_a_warning_stops_no_document() -> None:
    """It comes with it."""
    made = PIPELINE.make(STEM, payload())
    (warning,) = of_code(made.findings, CODE)
    assert (warning.severity, warning.accepted) == ("warning", "")


def test_strict_callers_take_warnings_for_errors() -> None:
    """Every warning is told then, as the error that it is to them; hints are not."""
    warned = {one.code for one in PIPELINE.check(STEM, payload()) if one.severity == "warning"}
    for way in (PIPELINE.make, PIPELINE.check):
        with pytest.raises(PayloadInvalid) as caught:
            way(STEM, payload(), strict=True)  # type: ignore[operator]
        assert {one.code for one in caught.value.findings} == warned
        assert {one.severity for one in caught.value.findings} == {"error"}


def test_an_accepted_warning_stays_with_its_reason() -> None:
    """Even a strict caller gets the document, and is told why."""
    warned = {one.code for one in PIPELINE.check(STEM, payload()) if one.severity == "warning"}
    made = PIPELINE.make(STEM, payload(*warned), strict=True)
    (warning,) = of_code(made.findings, CODE)
    assert (warning.severity, warning.accepted) == ("warning", REASON)


def test_an_acceptance_that_meets_nothing_is_told() -> None:
    """What was mended need not be accepted any longer."""
    found = PIPELINE.check(STEM, payload("basis_wrong_date"))
    (hint,) = of_code(found, "accept_unused")
    assert (hint.pointer, hint.severity) == ("/accept/0/code", "info")
    assert hint.label == "Cảnh báo được chấp nhận › mục 1 › Mã cảnh báo"


@pytest.mark.parametrize("code", ["required", "basis_ended", "draft_without_date", "nonsense"])
def test_only_warnings_can_be_accepted(code: str) -> None:
    """Neither faults nor hints nor what does not exist."""
    with pytest.raises(PayloadInvalid) as caught:
        PIPELINE.make(STEM, payload(code))
    assert [(one.code, one.pointer) for one in caught.value.findings] == [
        ("not_a_warning", "/accept/0/code")
    ]


def test_bases_by_the_day_need_a_day() -> None:
    """A draft without date cannot have its bases chosen."""
    undated = payload(bases="auto")
    del undated["date"]
    with pytest.raises(PayloadInvalid) as caught:
        PIPELINE.make(STEM, undated)
    assert [(one.code, one.pointer) for one in caught.value.findings] == [
        ("bases_need_date", "/bases")
    ]
