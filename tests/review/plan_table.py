"""Rules 10, 22, 23, 28 and 29: the figures and days of plans and pledges."""

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
    ("ngày 01/6", "mục 31/6"),
    ("ngày Thương binh, liệt sĩ 27.7", "kế hoạch 5 năm 2021 - 2025, tháng 5/2022, đạt 10,5%"),
]

CASES = [
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
