"""What the check accepts is made, and what is made is whole: no value falls between the two."""

from __future__ import annotations

import copy
import itertools
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from documents import FIRST_SAMPLES, PIPELINE, SAMPLES, Sample, leaves, paragraphs, put
from marshmallow.validate import Range
from test_faults import WRONG, payload_of
from test_hostile_values import field_at
from test_samples import LEFT_OPEN

from service.errors import PayloadInvalid
from service.fields import Quantity, Whole

Path = tuple[Any, ...]
every_first_sample = pytest.mark.parametrize("sample", FIRST_SAMPLES, ids=str)

VALUES = [*WRONG, 0, 1]
# No divisor of the number of values: neighbouring places get different ones, none is left out.
STRIDE = 7


def made(stem: str, payload: Any) -> list[str] | None:
    """The paragraphs of a document that the check lets pass; None when it refuses the payload."""
    try:
        PIPELINE.check(stem, payload)
    except PayloadInvalid:
        return None
    return paragraphs(PIPELINE.make(stem, payload).data)


def open_lines(lines: list[str]) -> list[str]:
    return [line for line in lines if LEFT_OPEN.search(line)]


def places(payload: Any) -> list[Path]:
    """The first path of each shape of a payload, and the last: lists end in another way."""
    shaped: dict[Path, list[Path]] = {}
    for path, _ in leaves(payload):
        shape = tuple("*" if isinstance(step, int) else step for step in path)
        shaped.setdefault(shape, []).append(path)
    ends = ((paths[0], paths[-1]) for paths in shaped.values())
    return list(dict.fromkeys(itertools.chain.from_iterable(ends)))


@every_first_sample
def test_what_is_accepted_is_made_whole(sample: Sample) -> None:
    """Any value at any place: faults, or a document with nothing left open; never a crash."""
    original, accepted = sample.payload, 0
    pairs = list(itertools.product(places(original), VALUES))
    assert len(VALUES) % STRIDE
    for path, value in pairs[::STRIDE]:
        payload = put(copy.deepcopy(original), path, copy.deepcopy(value))
        if (lines := made(sample.stem, payload)) is not None:
            accepted += 1
            assert open_lines(lines) == [], (path, value)
    assert accepted > 10


def extremes(sample: Sample) -> Iterator[tuple[Path, int]]:
    """Each place of a number with the least and the greatest that its field takes."""
    schema = PIPELINE.catalog[sample.stem].schema
    for path in places(sample.payload):
        field = field_at(schema, path)
        if isinstance(field, Whole | Quantity):
            bounds = [rule for rule in field.validators if isinstance(rule, Range)]
            yield path, next(rule.min for rule in bounds if rule.min is not None)
            yield path, next(rule.max for rule in bounds if rule.max is not None)


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_numbers_may_be_as_small_and_as_great_as_their_fields(sample: Sample) -> None:
    """A number at the bounds of its field contradicts another one, or is printed."""
    original = sample.payload
    for path, bound in extremes(sample):
        lines = made(sample.stem, put(copy.deepcopy(original), path, bound))
        assert open_lines(lines or []) == [], (path, bound)


def ballots(*, issued: int, **counts: int | str) -> dict[str, Any]:
    """Changes to the council's ballots: so many issued, none collected unless `counts` say so."""
    none = {"collected": 0, "valid": 0, "invalid": 0, "agree": 0, "disagree": 0, "blank": 0}
    opinions = {"written_agree": 0, "written_disagree": 0}
    return {"ballots": none | opinions | {"issued": issued} | counts}


# A title for which no law sets a share.
FREE = {"award": "advanced_worker"}
LOST = {"collected": 7, "invalid": 7}
WON = {"collected": 7, "valid": 7, "agree": 7}
GREAT = 10**15

# Sample, list -> what every item of it takes, a piece of the document.
AT_ONCE: list[tuple[str, dict[str, dict[str, Any]], str]] = [
    ("meeting_minutes.council", ballots(issued=0), "0/9"),
    ("meeting_minutes.council", ballots(issued=0, base="members_present", **FREE), "0/7"),
    ("meeting_minutes.council", ballots(issued=7, **LOST), "0/9"),
    ("meeting_minutes.council", ballots(issued=7, base="members_present", **FREE, **WON), "7/7"),
    ("meeting_minutes.council", ballots(issued=7, base="ballots_valid", **FREE, **WON), "7/7"),
    ("meeting_minutes.council", ballots(issued=7, written_agree=2, threshold=100, **WON), "9/9"),
    ("meeting_minutes.council", ballots(issued=7, threshold=1, **FREE, **WON), "7/9"),
    (
        "launch_plan",
        {"rewards": {"quantity": 9_999, "bonus": 1_000_000_000}, "funding": {"amount": GREAT}},
        "39.996.000.000.000 đồng",
    ),
    ("launch_plan", {"rewards": {"quantity": 1, "bonus": 1}, "funding": {"amount": 4}}, "4 đồng"),
    ("launch_plan", {"rewards": {"bonus": None}, "funding": {"amount": None}}, "10 cá nhân"),
    ("launch_plan", {"targets": {"value": GREAT, "unit": "đồng"}}, "1.000.000.000.000.000"),
    ("launch_plan", {"targets": {"value": Decimal("0.0001")}}, "0,0001"),
    ("launch_plan", {"targets": {"value": 0}}, "từ 0 trở lên"),
    (
        "meeting_minutes.summing_up",
        {"scores": {"checked": GREAT, "bonus": 0, "penalty": 0, "total": GREAT}},
        "1.000.000.000.000.000",
    ),
    (
        "meeting_minutes.summing_up",
        {"scores": {"self_score": 0, "checked": 0, "bonus": 0, "penalty": 0, "total": 0}},
        "0",
    ),
    ("award_proposal.enterprise", {"collectives": {"votes": {"agree": 0, "base": 1}}}, "0/1"),
    (
        "award_proposal",
        {"collectives": {"votes": {"agree": GREAT, "base": GREAT}}},
        "1000000000000000/1000000000000000",
    ),
]


@pytest.mark.parametrize(("name", "changes", "expected"), AT_ONCE)
def test_numbers_that_agree_are_printed(
    name: str, changes: dict[str, dict[str, Any]], expected: str
) -> None:
    """Votes of nobody and of everybody, and the greatest sums, make a document that says so."""
    payload = payload_of(name)
    for part, values in changes.items():
        for item in payload[part] if isinstance(payload[part], list) else [payload[part]]:
            item.update(copy.deepcopy(values))
    lines = made(name.split(".")[0], payload)
    assert lines is not None
    assert open_lines(lines) == []
    assert any(expected in line for line in lines)
