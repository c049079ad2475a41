"""Rules 16, 21 and 22 in proposals: bonuses by law, of which titles, from whose money."""

from __future__ import annotations

from cases import Case
from proposal_table import ADVANCED, BLOC, BOARD, FIGHTER, UNCOUNTED, UNIT, people

CASES = [
    Case(
        21, BOARD, {"/individuals/0/bonus": 3_795_000},
        *("bonus_wrong", "/individuals/0/bonus", "error"),
        {"/individuals/0/bonus": 3_800_000},
    ),
    Case(
        21, BOARD, people(FIGHTER, **{"/individuals/0/bonus": 2_340_000}),
        *("bonus_wrong", "/individuals/0/bonus", "error"),
        people(FIGHTER, **{"/individuals/0/bonus": 2_530_000}),
    ),
    Case(
        21, BLOC, {"/bonus_mode": "state", "/date": "2019-01-18", "/legal_bases": [],
                   "/decision_date": "2019-06-30"},
        *("bonus_unknown", "/collectives/0/award", "error"),
        {"/bonus_mode": "state", "/decision_date": "2021-06-30"},
    ),
    Case(
        21, UNIT, {"/date": "2026-06-15", "/decision_date": "2026-07-05", "/legal_bases": [],
                   "/confirmations": []},
        *("salary_changes", "/decision_date", "warning"),
        {"/date": "2026-06-15", "/decision_date": "2026-06-30", "/legal_bases": [],
         "/confirmations": []},
    ),
    Case(
        21, BOARD, {"/bonus_mode": "state"},
        *("bonus_unverified", "/bonus_mode", "info"),
        {"/individuals": [], "/individual_reports": [], **UNCOUNTED},
    ),
    Case(
        16, BOARD, people(ADVANCED, FIGHTER),
        *("bonus_covered", "/individuals/0/award", "warning"),
        people(ADVANCED, FIGHTER | {"unit": "Phòng Khác"}),
    ),
    Case(
        16, BOARD, people(ADVANCED | {"bonus": 760_000}, FIGHTER),
        *("bonus_wrong", "/individuals/0/bonus", "error"),
        people(ADVANCED | {"bonus": 0}, FIGHTER | {"bonus": 2_530_000}),
    ),
    Case(
        22, BLOC, {"/bonus_mode": "state"},
        *("bloc_has_no_fund", "/bonus_mode", "warning"),
        {"/bonus_mode": "none"},
    ),
    Case(
        22, BOARD, {"/fund": 58_219_999},
        *("bonuses_over_fund", "/fund", "warning"),
        {"/fund": 58_220_000},
    ),
]  # fmt: skip
