"""Rules 7 and 8: whom a bloc elects, its scores, and whom it proposes."""

from __future__ import annotations

from cases import Case
from minutes_table import CONFERENCE, lost

SUBJECTS = [ballot["subject"] for ballot in CONFERENCE["ballots"]]
HEAD, DEPUTY = CONFERENCE["elections"]
CHAIR_UNIT = CONFERENCE["chair"]["unit"]
DEPUTIES = [DEPUTY | {"unit": one["unit"]} for one in CONFERENCE["present"][3:6]]

ELECTIONS = [
    Case(
        7,
        "meeting_minutes.summing_up",
        {"/elections/1/post": "head"},
        *("one_head_elected", "/elections/1/post", "error"),
        {"/elections/1/post": "head", "/elections/1/year": 2022},
    ),
    Case(
        7,
        "meeting_minutes.summing_up",
        {"/elections": [HEAD, *DEPUTIES]},
        *("too_many_deputies", "/elections/3/post", "error"),
        {"/elections": [HEAD, *DEPUTIES[:2]]},
    ),
    Case(
        7,
        "meeting_minutes.summing_up",
        {"/elections/0/unit": "Ban Quản lý Khu kinh tế Nghi Sơn"},
        *("not_a_member", "/elections/0/unit", "error"),
        {"/elections/0/unit": CHAIR_UNIT},
    ),
    Case(
        7,
        "meeting_minutes.summing_up",
        {"/elections": [DEPUTY]},
        *("no_head_elected", "/elections", "warning"),
        {"/elections": [HEAD]},
    ),
    Case(
        7,
        "meeting_minutes.summing_up",
        {"/elections/1/agree": 5, "/elections/1/total": 10},
        *("elected_by_minority", "/elections/1/agree", "warning"),
        {"/elections/1/agree": 6},
    ),
    Case(
        7,
        "meeting_minutes.summing_up",
        {"/elections/0/unit": CHAIR_UNIT},
        *("chair_newly_elected", "/chair", "warning"),
        {"/elections/1/unit": CHAIR_UNIT},
    ),
    Case(
        7,
        "meeting_minutes",
        {"/meeting_kind": "summing_up"},
        *("chair_newly_elected", "/chair", "warning"),
        {},  # at the first session the new head takes the chair
    ),
]

SCORES = [
    Case(
        8,
        "meeting_minutes.summing_up",
        {"/scores/10/penalty": 0.25},
        *("score_total", "/scores/10/total", "error"),
        {"/scores/10/penalty": 0.25, "/scores/10/total": 93},
    ),
    Case(
        8,
        "meeting_minutes.summing_up",
        {"/scores/9/rank": 10},
        *("rank_order", "/scores/9/rank", "error"),
        {"/scores/9/rank": 9},
    ),
    Case(
        8,
        "meeting_minutes.summing_up",
        {"/bonus_cap": 2.9999},
        *("bonus_over_cap", "/scores/0/bonus", "error"),
        {"/bonus_cap": 3},
    ),
    Case(
        8,
        "meeting_minutes.summing_up",
        {"/quotas/0/quantity": 1},
        *("over_quota", "/ballots", "error"),
        {"/quotas/0/quantity": 1} | lost(1),
    ),
    Case(
        8,
        "meeting_minutes.summing_up",
        {"/quotas/1/quantity": 2},
        *("over_quota", "/ballots", "error"),
        {"/quotas/1/quantity": 2, "/quotas/0": {"award": "certificate_of_merit", "quantity": 1}},
    ),
    Case(
        8,
        "meeting_minutes.summing_up",
        {"/ballots/1/subject": SUBJECTS[2], "/ballots/2/subject": SUBJECTS[1]},
        *("flag_not_first", "/ballots/1/subject", "error"),
        {"/ballots/1/subject": SUBJECTS[2], "/ballots/2/subject": SUBJECTS[1]}
        | {"/ballots/1/reason": "Đơn vị xếp thứ hai xin nhường suất đề nghị."},
    ),
    Case(
        8,
        "meeting_minutes.summing_up",
        lost(0),  # one flag is left, for the second
        *("flag_not_first", "/ballots/1/subject", "error"),
        lost(1),
    ),
]

CASES = [*ELECTIONS, *SCORES]
