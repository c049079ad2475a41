"""Rules 2-6 and 12: ballots, shares, quorum and caps of minutes."""

from __future__ import annotations

from typing import Any

from cases import Case
from documents import Sample

COUNCIL = Sample("meeting_minutes", "council").payload
CONFERENCE = Sample("meeting_minutes", "summing_up").payload


def on(day: str) -> dict[str, Any]:
    """Moves a meeting to a day."""
    return {"/start": f"{day}T08:00", "/end": f"{day}T11:30"}


def ballots(**values: Any) -> dict[str, Any]:
    """Sets the same in the three ballots of the council."""
    return {f"/ballots/{n}/{name}": value for n in range(3) for name, value in values.items()}


def absent(count: int) -> list[dict[str, Any]]:
    return [{"name": f"Vắng {n}", "post": "Ủy viên", "reason": "ốm"} for n in range(count)]


def council(present: int, total: int) -> dict[str, Any]:
    """So many of the council's members there, the others away."""
    there = [*COUNCIL["present"], *COUNCIL["absent"][:1]][:present]
    there = [{k: one[k] for k in ("name", "post")} for one in there]
    return {"/present": there, "/absent": absent(total - present), "/members_total": total}


def lost(index: int) -> dict[str, Any]:
    """A ballot of the conference with 8 of 11: 72.73 %."""
    return {f"/ballots/{index}/agree": 8, f"/ballots/{index}/disagree": 3}


LAW_98, LAW_152, NO_SHARE = on("2025-06-30"), on("2025-07-01"), on("2023-12-31")
WITHOUT_OPINIONS = ballots(written_agree=0, written_disagree=0)
IN_2024 = on("2024-01-15")

BALLOTS = [
    Case(
        2,
        "meeting_minutes.summing_up",
        {"/ballots/0/issued": 10},
        *("ballots_over_issued", "/ballots/0/collected", "error"),
    ),
    Case(
        2,
        "meeting_minutes.summing_up",
        {"/ballots/4/invalid": 0},
        *("ballots_collected", "/ballots/4/collected", "error"),
        {"/ballots/4/invalid": 0, "/ballots/4/collected": 10},
    ),
    Case(
        2,
        "meeting_minutes.summing_up",
        {"/ballots/1/disagree": 0},
        *("ballots_valid", "/ballots/1/valid", "error"),
        {"/ballots/1/disagree": 0, "/ballots/1/blank": 1},
    ),
    Case(
        2,
        "meeting_minutes.council",
        {"/ballots/0/issued": 8},
        *("ballots_over_present", "/ballots/0/issued", "error"),
    ),
    Case(
        2,
        "meeting_minutes.council",
        {"/ballots/0/written_agree": 3},
        *("opinions_over_absent", "/ballots/0/written_agree", "error"),
    ),
    Case(
        3,
        "meeting_minutes.summing_up",
        {"/ballots/1/percent": 90.91},
        *("unknown_key", "/ballots/1/percent", "error"),
    ),
    Case(
        3,
        "meeting_minutes.summing_up",
        {"/ballots/1/passed": True},
        *("computed_key", "/ballots/1/passed", "error"),
    ),
    Case(
        3,
        "meeting_minutes.summing_up",
        lost(0) | {"/ballots/0/base": "ballots_valid", "/ballots/0/valid": 0},
        *("no_valid_ballots", "/ballots/0/base", "error"),
        lost(0) | {"/ballots/0/base": "ballots_valid"},
    ),
]

SAME = {"/ballots/3/subject": CONFERENCE["ballots"][2]["subject"]}
TWICE = [
    Case(
        2,
        "meeting_minutes.summing_up",
        SAME,
        *("balloted_twice", "/ballots/3/subject", "error"),
        SAME | right,
    )
    for right in (
        {"/ballots/3/reason": "Bỏ phiếu lại."},
        {"/ballots/3/award": "commendation"},
        {"/ballots/3/grantor": "Bộ Nội vụ"},
    )
]

SHARES = [
    *(
        Case(
            4,
            "meeting_minutes.council",
            day | ballots(threshold=79),
            *("threshold_below_law", "/ballots/2/threshold", "error"),
            right | ballots(threshold=79 if right is NO_SHARE else 80),
        )
        for day, right in [(LAW_98, LAW_98), (LAW_152, LAW_152), (on("2024-01-01"), NO_SHARE)]
    ),
    Case(
        4,
        "meeting_minutes.council",
        {"/ballots/0/award": "provincial_emulation_fighter", "/ballots/0/threshold": 89},
        *("threshold_below_law", "/ballots/0/threshold", "error"),
        {"/ballots/0/award": "provincial_emulation_fighter", "/ballots/0/threshold": 90},
    ),
    *(
        Case(
            4,
            "meeting_minutes.council",
            WITHOUT_OPINIONS | {"/ballots/1/base": base},
            *("base_not_by_law", "/ballots/1/base", "error"),
            WITHOUT_OPINIONS | {"/ballots/1/base": base, "/ballots/1/award": "advanced_worker"},
        )
        for base in ("members_present", "ballots_valid")
    ),
    Case(
        4,
        "meeting_minutes.summing_up",
        IN_2024 | {"/ballots/0/threshold": 79},
        *("bloc_threshold_below_law", "/ballots/0/threshold", "warning"),
        IN_2024 | {"/ballots/2/threshold": 51},  # Bằng khen
    ),
    Case(
        4,
        "meeting_minutes.summing_up",
        IN_2024 | {"/ballots/1/base": "members_present"},
        *("bloc_base_not_by_law", "/ballots/1/base", "warning"),
        IN_2024,
    ),
    Case(
        4,
        "meeting_minutes.council",
        LAW_152,
        *("law_unverified", "/ballots", "info"),
        LAW_98,
    ),
    Case(
        4,
        "meeting_minutes.council",
        LAW_152,
        *("law_unverified", "/ballots", "info"),
        LAW_152 | ballots(award="advanced_worker"),
    ),
]

BEFORE = [
    *(
        Case(
            4,
            "meeting_minutes.summing_up",
            {"/ballots/0/threshold": 79},
            *("threshold_unverified", "/ballots/0/threshold", "warning"),
            right,
        )
        for right in (
            {},
            {"/ballots/2/threshold": 79},  # Bằng khen: no law sets a share
            IN_2024 | {"/ballots/0/threshold": 79},  # the law of that day is known
        )
    ),
    Case(
        4,
        "meeting_minutes.council",
        NO_SHARE | WITHOUT_OPINIONS | {"/ballots/1/base": "members_present"},
        *("base_unverified", "/ballots/1/base", "warning"),
        NO_SHARE | WITHOUT_OPINIONS,
    ),
]

BOARD, CHAIR = "Trưởng ban Ban Quản lý", "Chủ tịch Ủy ban nhân dân thành phố Bắc Ninh"
MERIT = {"/ballots/0/award": "certificate_of_merit"}
GRANTORS = [
    Case(
        19,
        "meeting_minutes.council",
        MERIT | {"/ballots/0/grantor": BOARD},
        *("beyond_power", "/ballots/0/grantor", "error"),
        MERIT | {"/ballots/0/grantor": CHAIR},
    ),
    Case(
        19,
        "meeting_minutes.summing_up",
        {"/ballots/2/grantor": BOARD},
        *("beyond_power_unverified", "/ballots/2/grantor", "warning"),
        {"/ballots/2/grantor": BOARD, "/ballots/2/award": "commendation"},
    ),
]

QUORUM = [
    Case(
        5,
        "meeting_minutes.council",
        council(5, 8),
        *("no_quorum", "/present", "error"),
        council(6, 9),
    ),
    Case(
        5,
        "meeting_minutes",
        {"/members_total": 14, "/absent": absent(5)},
        *("no_quorum", "/present", "error"),
        {"/members_total": 14, "/absent": absent(5), "/quorum_waived": True},
    ),
    *(
        Case(5, "meeting_minutes.council", {}, "provincial_quorum", "/present", "info", right)
        for right in (
            council(8, 10) | WITHOUT_OPINIONS | ballots(issued=7),
            on("2025-12-14"),  # the day before the province's rule
            {"/quorum_waived": True},
            {"/meeting_kind": "summing_up", "/bloc": {"name": "Cụm thi đua số 1"}}
            | {"/advanced_worker_count": None},
            {"/issuer/parent": "Ban Quản lý các Khu công nghiệp Hải Phòng"},
        )
    ),
    Case(
        6,
        "meeting_minutes.council",
        WITHOUT_OPINIONS | {"/absent/1/written_opinion": False},
        *("absent_without_opinion", "/absent/1", "warning"),
        WITHOUT_OPINIONS,
    ),
    Case(
        6,
        "meeting_minutes.council",
        WITHOUT_OPINIONS | {"/absent/0/written_opinion": False},
        *("absent_without_opinion", "/absent/0", "warning"),
        WITHOUT_OPINIONS
        | {"/absent/0/written_opinion": False}
        | ballots(award="advanced_worker", base="members_present"),
    ),
]

CAPS = [
    Case(
        12,
        "meeting_minutes.council",
        {"/advanced_worker_count": 1},
        *("fighters_over_advanced", "/advanced_worker_count", "error"),
        {"/advanced_worker_count": 2},  # two of the three have the votes
    ),
    Case(
        12,
        "meeting_minutes.council",
        {"/advanced_worker_count": 13, "/fighter_cap": 15},  # 2 of 13
        *("fighters_over_cap", "/advanced_worker_count", "warning"),
        {"/advanced_worker_count": 13},  # no cap by law since 2024
    ),
    Case(
        12,
        "meeting_minutes.council",
        {"/advanced_worker_count": 19, "/fighter_cap": 10},
        *("fighters_over_cap", "/advanced_worker_count", "warning"),
        {"/advanced_worker_count": 20, "/fighter_cap": 10},
    ),
    Case(
        12,
        "meeting_minutes.council",
        NO_SHARE | {"/advanced_worker_count": 13},
        *("fighters_over_cap", "/advanced_worker_count", "warning"),
        NO_SHARE | {"/advanced_worker_count": 14},
    ),
    Case(
        12,
        "meeting_minutes.council",
        NO_SHARE | {"/advanced_worker_count": 13, "/fighter_cap": 20},
        *("fighters_over_cap", "/advanced_worker_count", "warning"),
        on("2024-01-01") | {"/advanced_worker_count": 13, "/fighter_cap": 20},
    ),
]

CASES = [*BALLOTS, *TWICE, *SHARES, *BEFORE, *GRANTORS, *QUORUM, *CAPS]
