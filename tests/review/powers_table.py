"""Rules 4, 19 and 24 in proposals: votes, who may grant, by when; before 2024."""

from __future__ import annotations

from cases import Case
from proposal_table import (
    ADVANCED,
    BLOC,
    BOARD,
    CHAIR,
    FIGHTER,
    HEAD,
    PROVINCIAL,
    UNIT,
    fighters,
    people,
)

# Before the law of 2022 was in force.
OF_2023 = {"/date": "2023-11-20", "/decision_date": None, "/legal_bases": [], "/bases": None,
           "/confirmations": [], "/bonus_mode": "none"}  # fmt: skip

EARLIER = [
    Case(
        4, BOARD, OF_2023 | {"/collectives/0/votes/agree": 7},
        *("rule_unverified", "/collectives/0/votes/agree", "warning"),
        OF_2023 | {"/collectives/0/votes/agree": 8},
    ),
    Case(
        11, BOARD, OF_2023 | {"/collectives/3/disciplined": 1},
        *("rule_unverified", "/collectives/3/disciplined", "warning"),
        OF_2023,
    ),
    Case(
        13, BOARD, people(FIGHTER | {"rating": "good"}, **OF_2023),
        *("rule_unverified", "/individuals/0/award", "warning"),
        people(FIGHTER, **OF_2023),
    ),
    Case(
        14, BOARD, people(PROVINCIAL | fighters(2022, 2023, 2024), **OF_2023),
        *("rule_unverified", "/individuals/0/prior_awards", "warning"),
        people(PROVINCIAL | fighters(2024, 2025, 2026), **OF_2023),
    ),
    Case(
        12, BOARD, people(FIGHTER, ADVANCED, **OF_2023),
        *("fighters_over_cap", "/individuals", "warning"),
        people(FIGHTER, *(ADVANCED | {"name": f"Vi Văn {n}"} for n in "ABCDEFG"), **OF_2023),
    ),
    Case(
        12, BOARD, {"/fighter_cap": 10},
        *("fighters_over_cap", "/collectives/3/grassroots_fighters", "warning"),
        {"/fighter_cap": 15},
    ),
]  # fmt: skip

CASES = [
    *EARLIER,
    Case(
        4, BOARD, {"/collectives/0/votes/agree": 7},
        *("votes_below_share", "/collectives/0/votes/agree", "error"),
        {"/collectives/0/votes/agree": 8, "/collectives/0/votes/base": 10},
    ),
    Case(
        4, BOARD, {"/collectives/0/votes/agree": 7},
        *("votes_below_share", "/collectives/0/votes/agree", "error"),
        {"/collectives/1/votes/agree": 1},
    ),
    Case(
        4, BOARD, {"/proposal_kind": "bloc_to_ministry", "/collectives/0/votes/agree": 7},
        *("votes_below_usual_share", "/collectives/0/votes/agree", "warning"),
        {"/proposal_kind": "bloc_to_ministry", "/collectives/0/votes/agree": 8},
    ),
    Case(
        19, BOARD, {"/collectives/1/grantor": HEAD},
        *("beyond_power", "/collectives/1/grantor", "error"),
        {"/collectives/1/award": "commendation", "/collectives/1/grantor": HEAD},
    ),
    Case(
        19, UNIT, {"/individuals/0/award": "certificate_of_merit",
                   "/individuals/0/grantor": "Giám đốc Công ty TNHH Bao bì Phù Lãng Xanh"},
        *("beyond_power", "/individuals/0/grantor", "error"),
        {"/individuals/0/grantor": "Chủ tịch Hội đồng thành viên Công ty"},
    ),
    Case(
        19, UNIT, {"/individuals/0/grantor": "Khối trưởng Khối thi đua"},
        *("beyond_power", "/individuals/0/grantor", "error"),
    ),
    Case(
        19, BLOC, {"/collectives/2/grantor": "Trưởng ban Ban Quản lý Khu kinh tế"},
        *("beyond_power_unverified", "/collectives/2/grantor", "warning"),
    ),
    Case(
        19, BOARD, {"/addressees": [HEAD]},
        *("addressee_must_forward", "/addressees", "warning"),
        {"/addressees": [HEAD, CHAIR]},
    ),
    Case(
        24, BOARD, {"/date": "2026-12-10"},
        *("after_deadline", "/date", "warning"),
        {"/date": "2026-12-09"},
    ),
    Case(
        24, BOARD, {"/date": "2026-12-10"},
        *("after_deadline", "/date", "warning"),
        {"/date": "2026-12-10", "/issuer/parent": "UBND thành phố Hải Phòng",
         "/issuer/place": "Hải Phòng", "/addressees": ["Chủ tịch UBND thành phố Hải Phòng"]},
    ),
    Case(
        24, BOARD, {"/date": "2026-12-10"},
        *("after_deadline", "/date", "warning"),
        {"/date": "2026-12-10", "/reward_kind": "unscheduled"},
    ),
    Case(
        24, BOARD, {"/date": "2026-12-10"},
        *("after_deadline", "/date", "warning"),
        {"/date": "2026-12-10", "/proposal_kind": "unit_to_board"},
    ),
    Case(
        19, BOARD, {"/addressees": [HEAD, "Khối thi đua số 1"]},
        *("addressee_must_forward", "/addressees", "warning"),
        # Whose power is not known is not said to have none.
        {"/addressees": ["Ban Thi đua - Khen thưởng Trung ương"]},
    ),
]  # fmt: skip
