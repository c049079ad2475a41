"""Samples of one season, and changes of them that several cases use."""

from __future__ import annotations

from typing import Any

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
# A plan and a pledge of one bloc and year.
BLOC = "Khối thi đua số 1"
PROMISED = (
    at(PLEDGE, year=2022)
    | {f"{PLAN} /issuer/name": BLOC, f"{PLEDGE} /issuer/name": BLOC}
    | {f"{PLAN} /issuer/parent": "UBND tỉnh Bắc Kạn"}
)
ROUND = at(PLAN, plan_kind="round", round_number=1, occasions=[{"name": "Quốc khánh 2-9"}])
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
