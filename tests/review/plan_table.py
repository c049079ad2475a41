"""Rules 10, 19, 22, 23, 28 and 29: grantors, figures and days of plans and pledges."""

from __future__ import annotations

from typing import Any

from cases import GONE, Case

PLAN, ROUND = "launch_plan", "launch_plan.round"
ENTERPRISES = "emulation_pledge.enterprises"


def target(
    value: Any, unit: str = "%", name: str = "Chỉ tiêu", note: str | None = None
) -> dict[str, Any]:
    return {"name": name, "comparison": "at_least", "value": value, "unit": unit, "note": note}


def targets(*rows: dict[str, Any]) -> dict[str, Any]:
    return {"/targets": list(rows)}


def occasion(name: str) -> dict[str, Any]:
    return {"/occasions/0/name": name}


# All rewards of the plan, đồng.
BONUSES = 14_370_000
TURNOVER = target(1_300, "tỷ đồng", "Doanh thu")
SPRING = {"name": "Đợt 1", "start": "2022-04-10", "end": "2022-05-31"}

# Targets of which the second is in the wrong unit, and the nearest right ones.
UNITS = [
    (
        [TURNOVER, target(1_000, "triệu đồng", "Thuế")],
        [TURNOVER, target(999, "triệu đồng", "Thuế")],
    ),
    (
        [TURNOVER, target(5, "triệu đồng", "doanh  thu")],
        [TURNOVER, target(5, "triệu đồng", "Doanh thu một người")],
    ),
    (
        [target(30, "triệu USD"), target(1_000_000, "USD", "Nhập khẩu")],
        [target(30, "triệu USD"), target(999_999, "USD", "Nhập khẩu")],
    ),
    (
        [target(3, "tỉ đồng"), target(1_000_000_000, "đồng", "Thuế")],
        [target(3, "tỉ đồng"), target(12, "triệu đồng/tháng", "Thu nhập")],
    ),
]
# What a round celebrates but does not hold, and what it does hold, from 10/4 to 31/5.
DAYS = [
    ("ngày Quốc khánh 2-9", "ngày Giải phóng miền Nam 30-4"),
    ("ngày Quốc khánh 02/9/1945", "ngày 30/4/1975 và ngày 1/6"),
    ("ngày 03 tháng 2", "ngày 19 tháng 5"),
    ("ngày 09/4", "ngày 10/4"),
    ("ngày 01/6", "ngày 31/5"),
    ("ngày Quốc khánh", "ngày Giải phóng miền Nam, thống nhất đất nước"),
    ("Ngày QUỐC KHÁNH", "ngày Quốc tế Lao động"),
    ("ngày 9/12", "hoàn thành nhiệm vụ 9/12 tháng"),
    ("ngày 01/6", "mục 31/6"),
    ("ngày Thương binh, liệt sĩ 27.7", "kế hoạch 5 năm 2021 - 2025, tháng 5/2022, đạt 10,5%"),
]

ABC = "Giám đốc Công ty TNHH ABC"
ZONES = "Ban Quản lý các Khu công nghiệp tỉnh Bắc Ninh"
PROVINCE = "Chủ tịch Ủy ban nhân dân tỉnh Bắc Ninh"
UNIT = "emulation_pledge.unit"
# The plan as a draft of a year whose law is known for sure.
OF_2024 = {
    "/date": GONE,
    "/year": 2024,
    "/start": "2024-01-01",
    "/end": "2024-12-31",
    "/rounds": [],
    "/assignments": [{"unit": "Văn phòng", "task": "Tổng hợp"}],
    "/register_by": GONE,
    "/report_by": GONE,
    "/legal_bases": [],
}


def reward(award: str, grantor: str | None = None) -> dict[str, Any]:
    row = {"award": award, "audience": "collective", "quantity": 1, "grantor": grantor}
    return {"/rewards": [row]}


CASES = [
    # Who grants what a plan promises and what a pledge registers for.
    *(
        Case(
            19,
            PLAN,
            OF_2024 | reward(*wrong),
            *("beyond_power", "/rewards/0/grantor", "error"),
            OF_2024 | reward(*right),
        )
        for wrong, right in [
            (("certificate_of_merit", ABC), ("commendation", ABC)),
            (("emulation_flag", ZONES), ("emulation_flag", PROVINCE)),
            (("commendation", "Khối trưởng"), ("commendation", "Trưởng phòng Tổng hợp")),
        ]
    ),
    Case(
        19,
        PLAN,
        reward("certificate_of_merit", ABC),
        *("beyond_power_unverified", "/rewards/0/grantor", "warning"),
        reward("commendation", ABC),
    ),
    Case(
        19,
        PLAN,
        reward("excellent_collective"),
        *("award_of_others", "/rewards/0/award", "warning"),
        reward("advanced_collective"),
    ),
    # With a grantor it says itself who gives it.
    Case(
        19,
        PLAN,
        reward("emulation_flag"),
        *("award_of_others", "/rewards/0/award", "warning"),
        reward("emulation_flag", PROVINCE),
    ),
    # The council of a board is told by its signer, who heads the board too.
    Case(
        19,
        "launch_plan.enterprises",
        reward("excellent_collective"),
        *("award_of_others", "/rewards/0/award", "warning"),
        reward("excellent_collective") | {"/signature/other_post": GONE},
    ),
    Case(
        19,
        UNIT,
        {"/registrations/0/grantor": ABC},
        *("beyond_power", "/registrations/0/grantor", "error"),
        {"/registrations/0/grantor": PROVINCE},
    ),
    Case(
        19,
        ENTERPRISES,
        {"/registrations/0/grantor": ABC},
        *("beyond_power_unverified", "/registrations/0/grantor", "warning"),
        {"/registrations/1/grantor": ABC},
    ),
    Case(
        10,
        "launch_plan.enterprises",
        {"/points_total": 99},
        *("points_total", "/criteria", "error"),
        {"/points_total": 100},
    ),
    Case(
        22,
        PLAN,
        {"/funding/amount": BONUSES - 1},
        *("over_funding", "/funding/amount", "warning"),
        {"/funding/amount": BONUSES},
    ),
    Case(
        23,
        PLAN,
        {"/legal_bases/0/date": "2022-01-13"},
        *("cited_later", "/legal_bases/0/date", "error"),
        {"/legal_bases/0/date": "2022-01-12"},
    ),
    *(
        Case(
            28,
            ROUND,
            occasion(wrong),
            *("anniversary_wrong", "/occasions/0/name", "info"),
            occasion(right),
        )
        for wrong, right in [
            ("74 năm ngày ra Lời kêu gọi", "75 năm ngày ra Lời kêu gọi"),
            ("Kỷ niệm 76 năm", "Ngày đầu của kế hoạch 5 năm 2021 - 2025"),
            ("kỷ niệm lần thứ 74", "kỷ niệm lần thứ 75"),
            ("Kỉ  niệm lần thứ 74", "Đại hội lần thứ 13"),
        ]
    ),
    *(
        Case(
            28,
            PLAN,
            {"/rounds": [SPRING | {"occasion": wrong}]},
            *("occasion_outside_round", "/rounds/0/occasion", "info"),
            {"/rounds": [SPRING | {"occasion": right}]},
        )
        for wrong, right in DAYS
    ),
    Case(
        29,
        PLAN,
        {"/targets/0/unit": GONE},
        *("required", "/targets/0/unit", "error"),
    ),
    *(
        Case(
            29,
            PLAN,
            targets(target(101)),
            *("percent_over_hundred", "/targets/0/value", "warning"),
            targets(right),
        )
        for right in (
            target(100),
            target(101, "dự án"),
            target(101, note="Vượt kế hoạch 1%"),
            target(108, name="Doanh thu so với năm trước"),
        )
    ),
    Case(
        29,
        PLAN,
        targets(target(101, "Phần trăm")),
        *("percent_over_hundred", "/targets/0/value", "warning"),
        targets(target(100, "Phần trăm")),
    ),
    Case(
        29,
        ENTERPRISES,
        {"/targets/0/unit": "%", "/targets/0/per_member/0/value": 101},
        *("percent_over_hundred", "/targets/0/per_member/0/value", "warning"),
        {"/targets/0/unit": "%", "/targets/0/per_member/0/value": 100},
    ),
    *(
        Case(
            29,
            PLAN,
            targets(*wrong),
            *("mixed_units", "/targets/1/unit", "warning"),
            targets(*right),
        )
        for wrong, right in UNITS
    ),
]
