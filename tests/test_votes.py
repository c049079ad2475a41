"""Votes are counted, not rounded: what reaches a share, out of which base, and who ranks where."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from documents import PIPELINE, Sample, paragraphs

from schemas._scores import ranks
from schemas._votes import Ballot, decide, reaches
from service.errors import PayloadInvalid
from service.law.votes import is_quorate, least, quorum
from service.schema import load


@pytest.mark.parametrize(
    ("agree", "base", "threshold", "expected"),
    [
        (11, 14, 80, False),  # 78.57 %: rounding to tens would pass it
        (12, 15, 80, True),
        (4, 5, 80, True),
        (3, 5, 80, False),
        (79, 99, 80, False),  # 79.8 %: rounding to whole percent would pass it
        (799, 1000, 80, False),
        (800, 1000, 80, True),
        (2, 3, 66, True),
        (2, 3, 67, False),  # 66.67 %
        (1, 3, 34, False),
        (1, 2, 50, True),
        (9, 9, 100, True),
        (8, 9, 100, False),
        (10**15 - 1, 10**15, 100, False),  # a fraction that a float cannot hold
        (0, 9, 1, False),
        (1, 100, 1, True),
        (1, 101, 1, False),
    ],
)
def test_a_share_is_reached_or_not(agree: int, base: int, threshold: int, expected: bool) -> None:
    """Agree out of base is at least threshold percent: whole numbers, compared exactly."""
    assert reaches(agree, base, threshold) is expected


def ballot(**counts: Any) -> dict[str, Any]:
    """A loaded ballot: 7 issued, all in and valid, 6 agree, unless `counts` say otherwise."""
    usual = {"issued": 7, "collected": 7, "valid": 7, "agree": 6, "disagree": 1, "threshold": 80}
    subject = {"subject": "Bà Vũ Thị Kim Oanh", "award": "grassroots_emulation_fighter"}
    return load(Ballot(), subject | usual | counts)


# Members, of whom present, what the ballot says, the base and the outcome.
DECISIONS: list[tuple[int, int, dict[str, Any], int, bool]] = [
    (9, 7, {}, 9, False),  # all members are the base unless another is named: 6/9
    (9, 7, {"base": "members_total"}, 9, False),
    (9, 7, {"base": "members_present"}, 7, True),  # 6/7 is 85.7 %
    (9, 7, {"base": "ballots_valid"}, 7, True),
    (9, 7, {"base": "ballots_valid", "valid": 6, "invalid": 1, "agree": 5}, 6, True),
    (9, 7, {"base": "members_present", "valid": 6, "invalid": 1, "agree": 5}, 7, False),
    (9, 7, {"base": "members_present", "agree": 5, "blank": 1}, 7, False),  # blank is not agreed
    (9, 7, {"written_agree": 1}, 9, False),  # 7/9 is 77.8 %
    (9, 7, {"written_agree": 2}, 9, True),  # 8/9
    (9, 7, {"written_agree": 1, "written_disagree": 1}, 9, False),
    (14, 11, {"issued": 11, "collected": 11, "valid": 11, "agree": 11, "disagree": 0}, 14, False),
    (15, 12, {"issued": 12, "collected": 12, "valid": 12, "agree": 12, "disagree": 0}, 15, True),
    (9, 7, {"valid": 0, "invalid": 7, "agree": 0, "disagree": 0}, 9, False),
    (9, 7, {"issued": 0, "collected": 0, "valid": 0, "agree": 0, "disagree": 0}, 9, False),
]


@pytest.mark.parametrize(("total", "present", "counts", "base", "passed"), DECISIONS)
def test_a_ballot_is_decided_on_its_base(
    total: int, present: int, counts: dict[str, Any], base: int, passed: bool
) -> None:
    """Members, members present or valid ballots: agreement counts out of what the ballot names."""
    decided = ballot(**counts)
    decide(decided, total, present)
    assert (decided["base_count"], decided["passed"]) == (base, passed)


def test_nothing_is_reached_out_of_nothing() -> None:
    """A ballot whose base is empty has not passed, though 0 is at least 80 % of 0."""
    decided = ballot(base="members_present", agree=0, disagree=7)
    decide(decided, 9, 0)
    assert (decided["base_count"], decided["passed"]) == (0, False)


@pytest.mark.parametrize(
    ("written", "total_agree", "opinions"),
    [
        ({}, 6, 0),
        ({"written_agree": 0}, 6, 0),
        ({"written_agree": 2}, 8, 2),
        ({"written_disagree": 1}, 6, 1),
        ({"written_agree": 1, "written_disagree": 1}, 7, 2),
    ],
)
def test_written_opinions_count_beside_the_ballots(
    written: dict[str, int], total_agree: int, opinions: int
) -> None:
    """Opinions of the absent are added to the agreement, never to the ballots themselves."""
    loaded = ballot(**written)
    assert (loaded["total_agree"], loaded["written"]) == (total_agree, opinions)
    assert (loaded["valid"], loaded["agree"], loaded["disagree"]) == (7, 6, 1)


@pytest.mark.parametrize(
    ("day", "name", "value", "sure"),
    [
        ("2025-06-30", "threshold", 79, True),
        ("2025-07-01", "threshold", 79, False),  # the decree's article was not seen
        ("2025-07-01", "base", "members_present", True),
    ],
)
def test_a_doubtful_share_is_told_as_such(day: str, name: str, value: Any, sure: bool) -> None:
    """The law's figure is told with its source, and with what is not verified about it."""
    minutes = council(8, 9) | {"start": f"{day}T08:00", "end": f"{day}T09:00"}
    minutes["ballots"][0][name] = value
    with pytest.raises(PayloadInvalid) as caught:
        PIPELINE.check("meeting_minutes", minutes)
    (finding,) = caught.value.findings
    assert "Nghị định 98/2023/NĐ-CP, Điều 30 khoản 7" in finding.message
    assert ("chưa xác minh được" not in finding.message) is sure


@pytest.mark.parametrize(
    ("province", "total", "needed"),
    [("", 9, 6), ("", 8, 6), ("", 14, 10), ("", 1, 1), ("Bắc Ninh", 9, 8), ("Bắc Ninh", 10, 8)],
)
def test_a_quorum_is_rounded_up(province: str, total: int, needed: int) -> None:
    """Two thirds of 8 are 6, and one fewer is not enough."""
    rule = quorum(dt.date(2026, 1, 5), province)
    assert rule is not None
    assert least(total, rule) == needed
    assert is_quorate(needed, total, rule)
    assert not is_quorate(needed - 1, total, rule)


@pytest.mark.parametrize(
    ("agree", "members", "outcome"),
    [
        (11, 14, "11/14 (78,57%) Không đạt"),  # nearly 80 %
        (11, 13, "11/13 (84,62%) Đạt"),
        (8, 10, "8/10 (80%) Đạt"),
    ],
)
def test_the_outcome_is_printed_as_counted(agree: int, members: int, outcome: str) -> None:
    """A share is shown to two decimals and decided on whole numbers."""
    minutes = council(agree, members)
    lines = paragraphs(PIPELINE.make("meeting_minutes", minutes).data)
    assert outcome in " ".join(lines)


def council(agree: int, members: int) -> Any:
    """Minutes of a council of so many, those who agree present, the others away."""
    minutes: Any = Sample("meeting_minutes", "council").payload
    more = range(len(minutes["present"]), agree)
    there = minutes["present"] + [{"name": f"Có mặt {n}", "post": "Ủy viên"} for n in more]
    away = [
        {"name": f"Vắng {n}", "post": "Ủy viên", "reason": "ốm", "written_opinion": True}
        for n in range(agree, members)
    ]
    votes = dict.fromkeys(("issued", "collected", "valid", "agree"), agree)
    for one in minutes["ballots"]:
        one |= votes | {"disagree": 0, "written_agree": 0, "written_disagree": 0}
    return minutes | {"present": there, "absent": away, "members_total": members}


@pytest.mark.parametrize("base", ["members_present", "ballots_valid"])
@pytest.mark.parametrize("name", ["written_agree", "written_disagree"])
def test_written_opinions_need_all_members_as_base(base: str, name: str) -> None:
    """An absent member's opinion cannot count out of those present or of the valid ballots."""
    with pytest.raises(PayloadInvalid) as caught:
        ballot(base=base, **{name: 1})
    told = [(finding.pointer, finding.code) for finding in caught.value.findings]
    assert told == [(f"/{name}", "not_used_here")]
    assert ballot(base=base, **{name: 0})["written"] == 0


@pytest.mark.parametrize(
    ("totals", "expected"),
    [
        ([], []),
        (["5"], [1]),
        (["90", "80", "80", "70"], [1, 2, 2, 4]),
        (["70", "80", "90", "80"], [4, 2, 1, 2]),
        (["80", "80", "80"], [1, 1, 1]),
        (["80", "80", "70", "70", "60"], [1, 1, 3, 3, 5]),
        (["94.50", "94.5"], [1, 1]),
        (["0.1", "0.3", "0.2", "0"], [3, 1, 2, 4]),
    ],
)
def test_equal_totals_share_a_rank(totals: list[str], expected: list[int]) -> None:
    """Best first, in any order of rows; the rank after a tie counts all that stand above."""
    assert ranks([{"total": Decimal(total)} for total in totals]) == expected
