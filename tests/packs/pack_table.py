"""Rules between documents: 5, 7, 9, 22, 23, 24, 29, 30 and 32."""

from __future__ import annotations

from cases import GONE
from pack_cases import PackCase
from pack_samples import (
    CITING,
    COUNCIL,
    ENTERPRISES,
    FUNDED,
    LIMITS,
    MET,
    MINUTES,
    OF_2020,
    OF_2022,
    PLAN,
    PLEDGE,
    PROMISED,
    PROPOSAL,
    PROPOSED,
    ROUND,
    TARGET,
    TO_BOARD,
    UNCITED,
    VAN_PHONG,
    absent,
    asking,
    at,
    met,
)

DATES = [
    PackCase(
        *(23, PROPOSED, met("2021-01-19")),
        *("pack_before_cited", PROPOSAL, "/date", "error"),
        met("2021-01-18"),
    ),
    PackCase(
        *(23, PROPOSED, met("2021-01-16") | CITING),
        *("pack_cited_date", PROPOSAL, "/legal_bases/1/date", "warning"),
        CITING,
    ),
    PackCase(
        *(23, PROPOSED, UNCITED | at(PROPOSAL, date="2021-01-14")),
        *("pack_before_minutes", PROPOSAL, "/date", "error"),
        UNCITED | at(PROPOSAL, date="2021-01-15"),
    ),
    PackCase(
        *(23, PROPOSED, UNCITED),
        *("pack_minutes_uncited", PROPOSAL, "/legal_bases", "warning"),
    ),
    PackCase(
        *(23, (PLAN, PLEDGE), at(PLEDGE, year=2022, date="2022-01-11")),
        *("pack_pledge_before_plan", PLEDGE, "/date", "warning"),
        at(PLEDGE, year=2022, date="2022-01-12"),
    ),
    *(
        PackCase(
            *(23, (PLAN, PLEDGE), PROMISED | kind | at(PLEDGE, date="2022-01-11")),
            *("pack_pledge_before_plan", PLEDGE, "/date", "warning"),
            PROMISED | kind | right,
        )
        for kind in (ROUND, at(PLAN, plan_kind="enterprises"))
        for right in (
            at(PLEDGE, date="2022-01-12"),
            {f"{PLEDGE} /date": "2022-01-11", f"{PLEDGE} /issuer/name": "Khối thi đua số 2"},
            {f"{PLEDGE} /date": "2022-01-11", f"{PLAN} /issuer/parent": "UBND tỉnh Cao Bằng"}
            | {f"{PLEDGE} /issuer/parent": "UBND tỉnh Bắc Kạn"},
            at(PLEDGE, date="2022-12-11", year=2023),
        )
    ),
    PackCase(
        23,
        MET,
        at(PLEDGE, date="2021-01-14", legal_bases=[]),
        *("pack_pledge_before_election", PLEDGE, "/date", "warning"),
    ),
    PackCase(
        23,
        MET,
        {f"{MINUTES} /elections/{index}/year": 2022 for index in (0, 1)}
        | at(PLEDGE, date="2021-01-16"),
        *("pack_summed_up_early", MINUTES, "/start", "error"),
        {f"{MINUTES} /elections/{index}/year": 2022 for index in (0, 1)},
    ),
    PackCase(
        *(24, (PLAN, PROPOSAL), TO_BOARD | at(PROPOSAL, date="2022-12-06")),
        *("pack_after_report_deadline", PROPOSAL, "/date", "warning"),
        TO_BOARD,
    ),
]
HEADS = [
    PackCase(
        7,
        MET,
        {f"{PLEDGE} /members/0/role": "member", f"{PLEDGE} /members/2/role": "head"},
        *("pack_head_differs", PLEDGE, "/members/2/role", "error"),
    ),
    PackCase(
        *(7, MET, {f"{PLEDGE} /members/3/role": "deputy"}),
        *("pack_head_differs", PLEDGE, "/members/3/role", "error"),
    ),
    PackCase(
        *(7, MET, {f"{PLEDGE} /members/1/role": "member"}),
        *("pack_elected_left_out", PLEDGE, "/members", "error"),
    ),
    PackCase(
        *(7, ENTERPRISES, {"meeting_minutes /elections/0/person": "ông Nông Văn Khác, Giám đốc"}),
        "pack_head_person",
        ENTERPRISES[0],
        *("/members/0/representative/name", "warning"),
        {"meeting_minutes /elections/0/person": "ông NGÔ TRỌNG NGHĨA"},
    ),
    PackCase(
        *(7, MET, OF_2020),
        *("pack_outgoing_head", MINUTES, "/chair/unit", "warning"),
        OF_2020 | {f"{PLEDGE} /members/0/role": "member", f"{PLEDGE} /members/2/role": "head"},
    ),
    PackCase(7, MET, absent(1), "pack_members_differ", PLEDGE, "/members", "warning"),
    PackCase(
        *(7, MET, {f"{PLEDGE} /members/3/unit": "Ban Quản lý Khu kinh tế tỉnh Đắk Lắk"}),
        *("pack_member_unknown", PLEDGE, "/members/3/unit", "warning"),
        {f"{PLEDGE} /members/3/unit": "BAN QUẢN LÝ các Khu công nghiệp tỉnh Đắk Lắk"},
    ),
    PackCase(
        *(7, MET, absent(3)),
        *("pack_copies_few", PLEDGE, "/copies", "warning"),
        absent(2),
    ),
]
VOTES = [
    PackCase(
        *(9, COUNCIL, {"meeting_minutes.council /number": 3}),
        *("pack_vote_missing", "award_proposal", "/collectives/0/award", "error"),
        {
            "meeting_minutes.council /number": 3,
            "meeting_minutes.council /ballots/0/subject": "Công ty TNHH VSIP Bắc Ninh",
            "meeting_minutes.council /ballots/0/award": "emulation_flag",
        },
    ),
    PackCase(
        *(9, COUNCIL, {"meeting_minutes.council /number": 3}),
        *("pack_not_voted", "award_proposal", "/individuals/0/name", "warning"),
        {
            "meeting_minutes.council /number": 3,
            "meeting_minutes.council /ballots/0/subject": "Bà Dương Thị Lụa, Tổ trưởng",
            "meeting_minutes.council /ballots/0/award": "certificate_of_merit",
        },
    ),
    PackCase(
        9,
        PROPOSED,
        {f"{PROPOSAL} /collectives/4/name": "Ban Quản lý Khu kinh tế tỉnh Gia Lai"},
        *("pack_not_voted", PROPOSAL, "/collectives/4/name", "warning"),
        {f"{PROPOSAL} /collectives/4/name": "BAN QUẢN LÝ  Khu kinh tế Phú Yên"},
    ),
    PackCase(
        *(9, PROPOSED, {f"{PROPOSAL} /collectives/1/award": "certificate_of_merit"}),
        *("pack_award_differs", PROPOSAL, "/collectives/1/award", "warning"),
    ),
    PackCase(
        9,
        PROPOSED,
        {f"{MINUTES} /ballots/4/agree": 8, f"{MINUTES} /ballots/4/disagree": 2},
        *("pack_failed_proposed", PROPOSAL, "/collectives/4/name", "error"),
    ),
    PackCase(
        *(9, PROPOSED, {f"{PROPOSAL} /collectives/4/votes/agree": 10}),
        *("pack_votes_differ", PROPOSAL, "/collectives/4/votes/agree", "error"),
        {f"{PROPOSAL} /collectives/4/votes": GONE},
    ),
    PackCase(
        *(9, PROPOSED, {f"{PROPOSAL} /collectives/4/votes/base": 10}),
        *("pack_votes_differ", PROPOSAL, "/collectives/4/votes/agree", "error"),
    ),
    PackCase(
        *(32, PROPOSED, {f"{PROPOSAL} /collectives/0/grantor": "Bộ Nội vụ"}),
        *("pack_grantor_differs", PROPOSAL, "/collectives/0/grantor", "warning"),
        {f"{MINUTES} /ballots/0/grantor": GONE},
    ),
    PackCase(
        *(9, PROPOSED, {f"{PROPOSAL} /collectives/4": GONE}),
        *("pack_passed_not_proposed", MINUTES, "/ballots/4/subject", "warning"),
        {f"{PROPOSAL} /collectives/4": GONE, f"{MINUTES} /ballots/4/threshold": 90},
    ),
    PackCase(
        *(5, PROPOSED, absent(6) | at(MINUTES, quorum_waived=True)),
        *("pack_no_quorum", PROPOSAL, "/review", "warning"),
        absent(5),
    ),
]
NAMES = [
    PackCase(
        *(30, MET, {f"{MINUTES} /bloc/name": "Cụm thi đua các Ban Quản lý"}),
        *("pack_bloc_name_differs", MINUTES, "/bloc/name", "warning"),
    ),
    PackCase(
        *(30, PROPOSED, {f"{PROPOSAL} /issuer/name": "Khối thi đua các Ban Quản lý"}),
        *("pack_bloc_name_differs", PROPOSAL, "/issuer/name", "warning"),
    ),
    PackCase(
        *(30, MET, {f"{MINUTES} /bloc/head_post": "Trưởng khối"}),
        *("pack_head_word_differs", MINUTES, "/bloc/head_post", "warning"),
        {f"{MINUTES} /bloc/head_post": "khối trưởng"},
    ),
    PackCase(
        *(30, MET, {f"{MINUTES} /bloc/deputy_post": "Phó Trưởng khối"}),
        *("pack_head_word_differs", MINUTES, "/bloc/deputy_post", "warning"),
    ),
    PackCase(
        *(30, PROPOSED, {f"{PROPOSAL} /signature/post": "Trưởng khối"}),
        *("pack_head_word_differs", PROPOSAL, "/signature/post", "warning"),
        {f"{PROPOSAL} /signature/other_post": "Khối trưởng Khối thi đua"},
    ),
    PackCase(
        *(30, ENTERPRISES, {"meeting_minutes /resolutions/0": "Giao Khối trưởng thực hiện."}),
        *("pack_head_word_differs", "meeting_minutes", "/resolutions/0", "warning"),
        {"meeting_minutes /resolutions/0": "Giao Phó Trưởng khối thực hiện."},
    ),
    PackCase(
        32,
        PROPOSED,
        {f"{PROPOSAL} /collectives/2/name": VAN_PHONG},
        *("pack_spelling_differs", PROPOSAL, "/collectives/2/name", "info"),
    ),
    PackCase(
        32,
        (PROPOSAL, f"{PROPOSAL}+"),
        {f"{PROPOSAL}+ /collectives/0/achievement": "Dẫn đầu phong trào thi đua năm 2020"},
        *("pack_achievement_differs", f"{PROPOSAL}+", "/collectives/0/achievement", "info"),
    ),
]
TARGETS = [
    PackCase(
        *(29, (PLAN, PLEDGE), OF_2022 | TARGET | {f"{PLEDGE} /targets/0/value": 97}),
        *("pack_target_lower", PLEDGE, "/targets/0/value", "warning"),
        OF_2022 | TARGET,
    ),
    PackCase(
        *(29, (PLAN, PLEDGE), LIMITS | {f"{PLEDGE} /targets/0/value": 99}),
        *("pack_target_lower", PLEDGE, "/targets/0/value", "warning"),
        LIMITS | {f"{PLEDGE} /targets/0/value": 97},
    ),
    PackCase(
        *(29, (PLAN, PLEDGE), OF_2022 | TARGET | {f"{PLEDGE} /targets/0/unit": "hồ sơ"}),
        *("pack_target_unit", PLEDGE, "/targets/0/unit", "warning"),
        OF_2022 | TARGET,
    ),
    PackCase(
        *(22, (PLAN, PROPOSAL), asking(2, 3, 4)),
        *("pack_over_quantity", PROPOSAL, "/collectives", "warning"),
        asking(2, 3),
    ),
    PackCase(
        *(22, (PLAN, PROPOSAL), FUNDED | asking(2, 3, 4)),
        *("pack_over_funding", PROPOSAL, "/collectives", "warning"),
        FUNDED | asking(2, 3),
    ),
]
OTHERS = [
    PackCase(
        *(32, MET, at(PLEDGE, year="2021")),
        *("pack_not_compared", PLEDGE, "", "info"),
    ),
]

CASES: list[PackCase] = [*DATES, *HEADS, *VOTES, *NAMES, *TARGETS, *OTHERS]
# Of a document that is none of a type: test_hostile_packs.py.
ELSEWHERE = {"pack_type_unknown"}
CODES = {case.code for case in CASES} | ELSEWHERE
