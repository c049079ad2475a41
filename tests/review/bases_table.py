"""Rules 25 and 26: whether what is cited was in force that day, and is cited as it is."""

from __future__ import annotations

from typing import Any

from cases import Case

UNIT = "emulation_pledge.unit"
AMENDING = "sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng"


def law(date: str, title: str = "Thi đua, khen thưởng") -> dict[str, Any]:
    return {"kind": "law", "date": date, "title": title}


def act(kind: str, number: str, date: str, issuer: str) -> dict[str, Any]:
    cited = {"kind": kind, "number": number, "date": date, "issuer": issuer}
    return cited | {"title": "quy định chi tiết"}


def decree(number: str, date: str) -> dict[str, Any]:
    return act("decree", number, date, "Chính phủ")


def circular(number: str, date: str) -> dict[str, Any]:
    return act("circular", number, date, "Bộ trưởng Bộ Nội vụ")


def dated(day: str, *cited: dict[str, Any]) -> dict[str, Any]:
    """A pledge of that day that cites these and no others."""
    return {"/date": day, "/year": int(day[:4]), "/bases": None, "/legal_bases": list(cited)}


def auto(day: str) -> dict[str, Any]:
    return {"/date": day, "/year": int(day[:4]), "/bases": "auto", "/legal_bases": []}


LAW_2003, LAW_2022 = law("2003-11-26"), law("2022-06-15")
NĐ_152 = decree("152/2025/NĐ-CP", "2025-06-14")
TT_15 = circular("15/2025/TT-BNV", "2025-08-04")
OTHER = act("plan", "12/KH-UBND", "2026-01-05", "Ủy ban nhân dân xã Yên Phong")
PARTY = act("directive", "34-CT/TW", "2014-04-07", "Bộ Chính trị")

# An act, the last day on which it is not yet in force, and the first on which it is.
BEGINNINGS = [
    (LAW_2022, "2023-12-31", "2024-01-01"),
    (decree("98/2023/NĐ-CP", "2023-12-31"), "2023-12-31", "2024-01-01"),
    (circular("01/2024/TT-BNV", "2024-02-24"), "2024-04-14", "2024-04-15"),
    (NĐ_152, "2025-06-30", "2025-07-01"),
    (TT_15, "2025-08-04", "2025-08-05"),
    (law("2026-04-23", AMENDING), "2026-09-30", "2026-10-01"),
]
# An act, its last day, and the first on which it has ended.
ENDS = [
    (LAW_2003, "2023-12-31", "2024-01-01"),
    (law("2005-06-14", AMENDING), "2023-12-31", "2024-01-01"),
    (law("2013-11-16", AMENDING), "2023-12-31", "2024-01-01"),
    (decree("91/2017/NĐ-CP", "2017-07-31"), "2023-12-31", "2024-01-01"),
    (decree("98/2023/NĐ-CP", "2023-12-31"), "2025-06-30", "2025-07-01"),
    (circular("01/2024/TT-BNV", "2024-02-24"), "2025-08-04", "2025-08-05"),
]
# The day, a citation, what is told at which of its fields, and the same as it should be.
DOUBTS = [
    ("2026-01-05", decree("152/2025/NĐ-CP", "2025-06-15"), "basis_wrong_date", "date", NĐ_152),
    ("2026-01-05", law("2022-06-16"), "basis_wrong_date", "date", LAW_2022),
    ("2026-01-05", TT_15 | {"issuer": "Chính phủ"}, "basis_wrong_issuer", "issuer", TT_15),
    # The minister's circular may be cited as the ministry's.
    (
        "2026-01-05",
        TT_15 | {"issuer": "Bộ Tài chính"},
        "basis_wrong_issuer",
        "issuer",
        TT_15 | {"issuer": "Bộ Nội vụ"},
    ),
    ("2026-01-05", NĐ_152 | {"kind": "circular"}, "basis_wrong_kind", "kind", NĐ_152),
    ("2026-01-05", TT_15 | {"number": "15/2025"}, "basis_ambiguous", "number", TT_15),
    ("2026-01-05", NĐ_152 | {"number": "152/2025"}, "basis_ambiguous", "number", NĐ_152),
    # Another province's decision of that number is another one.
    (
        "2026-01-05",
        act("decision", "86/2025", "2025-12-03", "Ủy ban nhân dân tỉnh Bắc Ninh"),
        *("basis_ambiguous", "number"),
        act("decision", "86/2025", "2025-12-03", "Ủy ban nhân dân tỉnh Hà Tĩnh"),
    ),
    (
        "2026-01-05",
        act("circular", "15/2025/TT-BXD", "2025-06-30", "Bộ trưởng Bộ Xây dựng"),
        *("basis_mistaken", "number"),
        TT_15,
    ),
    (
        "2026-01-05",
        act("directive", "34-CT/TW", "2024-05-24", "Ban Bí thư"),
        *("basis_mistaken", "number"),
        PARTY,
    ),
    ("2026-01-05", PARTY | {"date": "2014-07-04"}, "basis_wrong_date", "date", PARTY),
]


def _in_its_place(cited: dict[str, Any]) -> dict[str, Any]:
    """The same doubts are told of what stands after the bases of the day."""
    return {"/bases": "auto", "/legal_bases": [TT_15, cited]}


CASES = [
    *(
        Case(
            25,
            UNIT,
            dated(before, cited),
            *("basis_not_yet", "/legal_bases/0/date", "error"),
            dated(since, cited),
        )
        for cited, before, since in BEGINNINGS
    ),
    *(
        Case(
            25,
            UNIT,
            dated(after, cited),
            *("basis_ended", "/legal_bases/0/date", "error"),
            dated(last, cited),
        )
        for cited, last, after in ENDS
    ),
    Case(
        25,
        UNIT,
        {"/bases": "auto", "/legal_bases": [decree("98/2023/NĐ-CP", "2023-12-31")]},
        *("basis_ended", "/legal_bases/0/date", "error"),
        {"/bases": "auto", "/legal_bases": [NĐ_152]},
    ),
    *(
        Case(
            26,
            UNIT,
            dated(day, cited),
            *(code, f"/legal_bases/0/{place}", "warning"),
            dated(day, right),
        )
        for day, cited, code, place, right in DOUBTS
    ),
    Case(
        26,
        UNIT,
        _in_its_place(PARTY | {"date": "2014-07-04"}),
        *("basis_wrong_date", "/legal_bases/1/date", "warning"),
        _in_its_place(PARTY),
    ),
    *(
        Case(
            25,
            UNIT,
            dated("2027-03-01", cited),
            *("basis_end_unverified", "/legal_bases/0/date", "warning"),
            dated("2027-02-28", cited),
        )
        for cited in (NĐ_152, TT_15)
    ),
    Case(
        25,
        UNIT,
        dated("2026-10-01", LAW_2022, NĐ_152, TT_15),
        *("basis_missing", "/legal_bases", "warning"),
        dated("2026-09-30", LAW_2022, NĐ_152, TT_15),
    ),
    # Also where nothing of the law is cited, or nothing at all.
    *(
        Case(
            25,
            UNIT,
            dated("2026-10-01", *cited),
            *("basis_missing", "/legal_bases", "warning"),
            dated("2026-09-30", *cited),
        )
        for cited in ((), (OTHER,))
    ),
    Case(
        25,
        UNIT,
        dated("2026-10-01"),
        *("basis_missing", "/legal_bases", "warning"),
        dated("2026-10-01", LAW_2022, law("2026-04-23", AMENDING)),
    ),
    *(
        Case(
            25,
            UNIT,
            dated("2026-10-01", *cited),
            *("law_uncertain", "/legal_bases", "warning"),
            dated("2026-09-30", *cited),
        )
        for cited in ((), (OTHER,))
    ),
    Case(
        25,
        UNIT,
        auto("2027-03-01"),
        *("law_ended_unverified", "/bases", "warning"),
        auto("2027-02-28"),
    ),
    Case(
        25,
        UNIT,
        dated("2022-01-05", LAW_2003),
        *("basis_missing", "/legal_bases", "warning"),
        dated(
            "2022-01-05", LAW_2003, *(law(day, AMENDING) for day in ("2005-06-14", "2013-11-16"))
        ),
    ),
    Case(
        25,
        UNIT,
        auto("2026-10-01"),
        *("law_uncertain", "/bases", "warning"),
        auto("2026-09-30"),
    ),
    Case(
        25,
        UNIT,
        dated("2026-10-01", LAW_2022, law("2026-04-23", AMENDING)),
        *("law_uncertain", "/legal_bases", "warning"),
        dated("2026-09-30", LAW_2022),
    ),
    Case(
        25,
        UNIT,
        auto("2017-09-30"),
        *("law_unverified", "/bases", "info"),
        auto("2017-10-01"),
    ),
]
