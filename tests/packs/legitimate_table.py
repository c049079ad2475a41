"""What looks like a contradiction between documents and is none."""

from __future__ import annotations

from typing import Any

from cases import GONE
from pack_samples import (
    BASIS,
    BOARD,
    BOARDS,
    COUNCIL,
    ENTERPRISES,
    FUNDED,
    HEAD_OF_2023,
    LUA,
    MET,
    MINUTES,
    NEXT,
    OF_2022,
    OTHER,
    PLAN,
    PLEDGE,
    PROPOSAL,
    PROPOSED,
    SAME_NUMBER,
    TARGET,
    TO_BOARD,
    UNCITED,
    UNIT,
    VAN_PHONG,
    asking,
    at,
    met,
)

# A pack, changes, a code: what looks like a breach and is none.
LEGITIMATE: list[tuple[tuple[str, ...], dict[str, Any], str]] = [
    # A movement of its own is not held to the day of the plan of the year, nor to its awards.
    (
        (PLAN, PROPOSAL),
        TO_BOARD
        | at(PROPOSAL, date="2022-12-06", reward_kind="movement")
        | {f"{PROPOSAL} /period/movement": "Đồng hành cùng doanh nghiệp"},
        "pack_after_report_deadline",
    ),
    # Another board's dossier.
    (
        (PLAN, PROPOSAL),
        TO_BOARD | at(PROPOSAL, date="2022-12-06", addressees=["Bộ trưởng Bộ Nội vụ"]),
        "pack_after_report_deadline",
    ),
    # Another year's plan.
    (
        (PLAN, PROPOSAL),
        TO_BOARD | at(PROPOSAL, date="2022-12-06", period={"start": 2021, "end": 2021}),
        "pack_after_report_deadline",
    ),
    # A plan of a round comes after the pledges of its year.
    (
        (PLAN, PLEDGE),
        at(PLEDGE, year=2022, date="2022-01-11")
        | at(PLAN, plan_kind="round", round_number=1, occasions=[{"name": "Quốc khánh 2-9"}]),
        "pack_pledge_before_plan",
    ),
    # A plan of another year asks for more.
    ((PLAN, PLEDGE), TARGET | {f"{PLEDGE} /targets/0/value": 97}, "pack_target_lower"),
    # Limits of different kinds cannot be compared.
    (
        (PLAN, PLEDGE),
        OF_2022
        | TARGET
        | {f"{PLEDGE} /targets/0/value": 97, f"{PLEDGE} /targets/0/comparison": "at_most"},
        "pack_target_lower",
    ),
    # One company promises its share of what a plan asks of the zone.
    (
        (PLAN, UNIT),
        {f"{PLAN} /targets/2/name": "Doanh thu", f"{UNIT} /year": 2022}
        | at(UNIT, date="2022-02-01", legal_bases=[]),
        "pack_target_lower",
    ),
    # The prize is paid by another fund.
    (
        (PLAN, PROPOSAL),
        FUNDED | asking(2, 3, 4) | {f"{PLAN} /rewards/0/bonus": GONE},
        "pack_over_funding",
    ),
    # A second round of ballots counts.
    (
        PROPOSED,
        {f"{MINUTES} /ballots/2/subject": BOARD}
        | {f"{MINUTES} /ballots/2/agree": 5, f"{MINUTES} /ballots/2/disagree": 6}
        | {f"{MINUTES} /ballots/4/reason": "Bỏ phiếu lần thứ hai"},
        "pack_failed_proposed",
    ),
    # Of two people of one name, the one with that post.
    (
        COUNCIL,
        {
            "meeting_minutes.council /number": 3,
            "meeting_minutes.council /ballots/0/subject": LUA,
            "meeting_minutes.council /ballots/0/award": "certificate_of_merit",
            "meeting_minutes.council /ballots/1/subject": "Bà Dương Thị Lụa, Kế toán",
            "meeting_minutes.council /ballots/1/award": "certificate_of_merit",
        },
        "pack_failed_proposed",
    ),
    # The law asks councils for ballots, not blocs.
    (
        PROPOSED,
        met("2024-01-15")
        | at(PROPOSAL, date="2024-01-18", period={"start": 2023, "end": 2023})
        | at(PROPOSAL, legal_bases=[BASIS | {"date": "2024-01-15"}])
        | {f"{PROPOSAL} /collectives/2/award": "emulation_flag"},
        "pack_vote_missing",
    ),
    # Minutes without ballots: all was agreed on.
    (PROPOSED, at(MINUTES, ballots=[]), "pack_not_voted"),
    # A meeting whose list does not tell units.
    (MET, {f"{MINUTES} /present/3/unit": GONE, f"{MINUTES} /scores": []}, "pack_member_unknown"),
    # Minutes that number as another bloc's do.
    ((*BOARDS, OTHER), SAME_NUMBER, "pack_cited_date"),
    ((PROPOSAL, OTHER), SAME_NUMBER, "pack_cited_date"),
    ((*BOARDS, OTHER), SAME_NUMBER, "pack_minutes_uncited"),
    # Two meetings that a citation fits: which one is meant is not known.
    (
        (f"{MINUTES}+", *PROPOSED),
        at(f"{MINUTES}+", start="2021-01-20T08:00", end="2021-01-20T11:45"),
        "pack_cited_date",
    ),
    # The same subjects, voted on by others.
    (PROPOSED, UNCITED | {f"{MINUTES} /issuer/name": "Khối khác"}, "pack_minutes_uncited"),
    # The council of another body, with the same number.
    (
        COUNCIL,
        at(COUNCIL[0], number=3) | {f"{COUNCIL[0]} /issuer/parent": "Công ty Cổ phần Cơ khí"},
        "pack_cited_date",
    ),
    # The last election before a pledge counts.
    (
        (f"{MINUTES}+", *MET),
        at(f"{MINUTES}+", start="2020-12-01T08:00", end="2020-12-01T11:45")
        | {f"{MINUTES}+ /elections/0/unit": BOARD},
        "pack_head_differs",
    ),
    # What was voted on years later.
    (
        PROPOSED,
        UNCITED | at(PROPOSAL, period={"start": 2018, "end": 2018}),
        "pack_minutes_uncited",
    ),
    # The same number of another year.
    (PROPOSED, at(PROPOSAL, legal_bases=[BASIS | {"date": "2020-01-15"}]), "pack_cited_date"),
    # Who has been elected for another year.
    (ENTERPRISES, {"meeting_minutes /elections": [HEAD_OF_2023, NEXT]}, "pack_head_person"),
    # A first session elects for its own year too.
    (
        ENTERPRISES,
        {f"{ENTERPRISES[0]} /year": 2022, f"{ENTERPRISES[0]} /date": "2022-12-15"},
        "pack_summed_up_early",
    ),
    # Names compare by their letters, not by their capitals.
    (
        MET,
        {f"{PLEDGE} /members/1/unit": "BAN QUẢN LÝ các Khu công nghiệp tỉnh Lâm Đồng"},
        "pack_head_differs",
    ),
    # A title may hold the words of another one, or the bloc may follow it.
    (
        BOARDS,
        {f"{sample} /bloc/deputy_post": "Cấp phó" for sample in MET}
        | at(MINUTES, resolutions=["Giao Phó Trưởng khối thực hiện."])
        | {f"{PROPOSAL} /signature/other_post": "Khối trưởng Khối thi đua"},
        "pack_head_word_differs",
    ),
    # Two spellings in one document are not for a pack to tell.
    ((MINUTES,), {f"{MINUTES} /ballots/2/subject": VAN_PHONG}, "pack_spelling_differs"),
    # What two grantors are told of one subject.
    (
        (PROPOSAL,),
        {
            f"{PROPOSAL} /collectives/1/name": "Ban Quản lý Khu kinh tế tỉnh Bình Định",
            f"{PROPOSAL} /collectives/1/grantor": "Bộ Nội vụ",
        },
        "pack_achievement_differs",
    ),
    # A basis is quoted by its own words.
    (
        BOARDS,
        at(PROPOSAL, legal_bases=[BASIS | {"title": "bầu Trưởng khối"}]),
        "pack_head_word_differs",
    ),
]
