"""Rules 25 and 26: whether what is cited was in force that day, and is cited as it is."""

from __future__ import annotations

from typing import Any

from cases import Case

LAW_2022 = {"kind": "law", "date": "2022-06-15", "title": "Thi đua, khen thưởng"}
PROVINCE = "UBND tỉnh Bắc Ninh"


def decree(number: str, date: str, title: str = "quy định chi tiết") -> dict[str, Any]:
    return {
        "kind": "decree",
        "number": number,
        "date": date,
        "issuer": "Chính phủ",
        "title": title,
    }


CASES = [
    Case(
        25,
        "award_proposal",
        {"/legal_bases/0": decree("98/2023/NĐ-CP", "2023-12-31")},
        *("basis_ended", "/legal_bases/0/date", "error"),
        {"/legal_bases/0": decree("152/2025/NĐ-CP", "2025-06-14")},
    ),
    Case(
        25,
        "launch_plan",
        {"/legal_bases/0": LAW_2022 | {"date": "2022-06-15"}, "/date": "2022-07-01"},
        *("basis_not_yet", "/legal_bases/0/date", "error"),
    ),
    Case(
        26,
        "award_proposal",
        {"/bases": None, "/legal_bases/0": decree("152/2025/NĐ-CP", "2025-06-15")},
        *("basis_wrong_date", "/legal_bases/0/date", "warning"),
        {"/bases": None, "/legal_bases/0": decree("152/2025/NĐ-CP", "2025-06-14")},
    ),
]
