"""Rules between documents: 5, 7, 9, 22, 23, 24, 29, 30 and 32."""

from __future__ import annotations

from typing import Any

from cases import GONE
from pack_cases import PackCase

PLAN, PLEDGE, MINUTES, PROPOSAL = (
    "launch_plan",
    "emulation_pledge",
    "meeting_minutes.summing_up",
    "award_proposal.bloc",
)
BOARDS = (PLEDGE, MINUTES, PROPOSAL)
MET = (PLEDGE, MINUTES)
PROPOSED = (MINUTES, PROPOSAL)
ENTERPRISES = ("emulation_pledge.enterprises", "meeting_minutes")
COUNCIL = ("meeting_minutes.council", "award_proposal")
HEAD = "Trưởng ban Ban Quản lý các Khu công nghiệp"


def at(sample: str, **changes: Any) -> dict[str, Any]:
    """Changes of a sample's own fields."""
    return {f"{sample} /{name}": value for name, value in changes.items()}


def absent(count: int) -> dict[str, Any]:
    """The summing-up with that many members absent beside the 11 who came."""
    people = [
        {"name": f"Vắng {n}", "post": "Trưởng ban", "unit": f"Ban thứ {n}", "reason": "ốm"}
        for n in range(count)
    ]
    return at(MINUTES, absent=people, members_total=11 + count)


def met(moment: str) -> dict[str, Any]:
    return at(MINUTES, start=f"{moment}T08:00", end=f"{moment}T11:45")


UNIT, OTHER = "emulation_pledge.unit", "meeting_minutes"
BOARD = "Ban Quản lý Khu kinh tế Phú Yên"
# The minutes of another bloc, numbered as those of the boards in their year.
SAME_NUMBER = at(
    OTHER,
    start="2021-01-10T08:00",
    end="2021-01-10T10:00",
    elections=[
        {
            "post": "head",
            "unit": "Công ty Cổ phần Ván dán Hồng Ngọc",
            "year": 2021,
            "mode": "consensus",
        }
    ],
)
HEAD_OF_2023 = {
    "post": "head",
    "unit": "Công ty Cổ phần Ván dán Hồng Ngọc",
    "year": 2023,
    "mode": "consensus",
}
NEXT = {
    "post": "deputy",
    "unit": "Công ty Cổ phần Chế biến gỗ Phja Bjoóc",
    "person": "ông Nông Văn Khác",
    "year": 2024,
    "mode": "consensus",
}
LUA = "Bà Dương Thị Lụa, Tổ trưởng Tổ Lắp ráp 3"
VAN_PHONG = "Ban Quản lý Khu kinh tế Vân Phong, tỉnh Khánh Hoà"  # the samples write Hòa
BASIS = {
    "kind": "minutes",
    "number": "01/BB-KTĐ",
    "date": "2021-01-15",
    "issuer": "Khối thi đua",
    "title": "về hội nghị tổng kết công tác thi đua, khen thưởng năm 2020",
}
LAW = {"kind": "law", "date": "2003-11-26", "title": "Thi đua, khen thưởng"}
# The laws of the day come first in the document, whatever was typed.
CITING = at(PROPOSAL, bases="auto", legal_bases=[LAW, BASIS])
UNCITED = at(PROPOSAL, legal_bases=[])
# The proposal of the boards as if it went to the board that issued the plan of 2022.
TO_BOARD = at(
    PROPOSAL,
    addressees=[HEAD],
    period={"start": 2022, "end": 2022},
    date="2022-12-05",
)
# The pledge as if it were of the year of that plan.
OF_2022 = at(PLEDGE, year=2022, date="2022-02-01")
OF_2020 = at(PLEDGE, year=2020, date="2020-01-10", legal_bases=[])
TARGET = {f"{PLEDGE} /targets/0/name": "Hồ sơ thủ tục hành chính được giải quyết đúng và trước hạn"}
LIMITS = (
    OF_2022
    | TARGET
    | {
        f"{PLAN} /targets/1/comparison": "at_most",
        f"{PLEDGE} /targets/0/comparison": "at_most",
    }
)


def asking(*places: int) -> dict[str, Any]:
    """The proposal asks for Giấy khen at these places."""
    changes = dict(TO_BOARD)
    for place in places:
        changes[f"{PROPOSAL} /collectives/{place}/award"] = "commendation"
        changes[f"{PROPOSAL} /collectives/{place}/grantor"] = HEAD
    return changes


REWARD = {
    "grantor": HEAD,
    "award": "commendation",
    "audience": "collective",
    "quantity": 2,
    "bonus": 900_000,
}
FUNDED = at(PLAN, rewards=[REWARD]) | {f"{PLAN} /funding/amount": 1_800_000}

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
        | {f"{MINUTES} /ballots/2/agree": 5, f"{MINUTES} /ballots/2/disagree": 6},
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
# Of a document that is none of a type: test_hostile_packs.py.
ELSEWHERE = {"pack_type_unknown"}
CODES = {case.code for case in CASES} | ELSEWHERE
