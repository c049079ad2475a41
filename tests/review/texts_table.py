"""Rules 26, 27 and 30: what the words of a document say out of its time, or in two ways."""

from __future__ import annotations

from typing import Any

from cases import Case

PLAN, UNIT, BOARDS = "launch_plan", "emulation_pledge.unit", "emulation_pledge"
ENTERPRISES = "emulation_pledge.enterprises"
WORDS = "/contents/0/head"

# Rule 26. The pledge is of 05/01/2026: a sentence, the code, the nearest that is right.
ACTS = [
    (
        "Thực hiện Nghị định số 98/2023/NĐ-CP",
        "mention_not_in_force",
        "Theo Nghị định 152/2025/NĐ-CP",
    ),
    (
        "Theo Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ",
        "mention_not_in_force",
        "Quyết định số 512/QĐ-UBND ngày 28/3/2025 theo Nghị định số 98/2023/NĐ-CP ngày 31/12/2023",
    ),
    (
        "Bình xét theo Nghị định số 98/2023/NĐ-CP",
        "mention_not_in_force",
        "Nghị định số 152/2025/NĐ-CP thay thế Nghị định số 98/2023/NĐ-CP",
    ),
    (
        "Theo Luật Thi đua, khen thưởng ngày 26/11/2003",
        "mention_not_in_force",
        "Theo Luật Thi đua, khen thưởng ngày 15/6/2022",
    ),
    (
        "Theo Quyết định số 13/2024/QĐ-UBND của tỉnh Bắc Ninh",
        "mention_not_in_force",
        "Theo Quyết định số 13/2024/QĐ-UBND của tỉnh Hà Tĩnh",
    ),
    (
        "Thông tư số 15/2025/TT-BNV ngày 05/8/2025",
        "mention_wrong_date",
        "Thông tư số 15/2025/TT-BNV, từ ngày 05/8/2025 thực hiện",
    ),
    (
        "Chỉ thị số 34-CT/TW ngày 04/7/2014",
        "mention_wrong_date",
        "Chỉ thị số 34-CT/TW của Bộ Chính trị ngày 07/4/2014",
    ),
    (
        "Chỉ thị số 34-CT/TW của Bộ Chính trị",
        "mention_undated",
        "Chỉ thị số 34-CT/TW ngày 07/4/2014",
    ),
    (
        "Chỉ thị số 34-CT/TW",
        "mention_undated",
        "Chỉ thị số 34-CT/TW về tiếp tục đổi mới công tác thi đua, khen thưởng",
    ),
    (
        "Chỉ thị số 34-CT/TW",
        "mention_undated",
        "Chỉ thị số 34-CT/TW của Bộ Chính trị ngày 07/4/2014",
    ),
    (
        "Chỉ thị số 34-CT/TW",
        "mention_undated",
        "Chỉ thị số 34-CT/TW ngày 07/4/2014; việc thực hiện Chỉ thị số 34-CT/TW",
    ),
    ("Thông tư số 15/2025 về thi đua", "mention_undated", "Thông tư số 15/2025/TT-BNV"),
]
# Rule 27. The day, a sentence out of its time, the nearest that is right.
PLACES = [
    ("2025-07-01", "Ủy ban nhân dân huyện Yên Phong", "Ủy ban nhân dân xã Yên Phong"),
    ("2025-07-01", "Trình UBND tỉnh Bắc Kạn", "Trình UBND tỉnh Bắc Kạn (cũ)"),
    ("2025-07-01", "Trình UBND tỉnh Bắc Kạn", "Khu công nghiệp ở Bắc Kạn"),
    ("2025-07-01", "Đơn vị của tỉnh Phú Yên", "Năm 2024, đơn vị của tỉnh Phú Yên đứng đầu"),
    ("2025-03-01", "Cờ thi đua của Bộ Kế hoạch và Đầu tư", "Cờ thi đua của Bộ Tài chính"),
    ("2025-03-01", "Theo Uỷ ban Dân tộc", "Theo Bộ Dân tộc và Tôn giáo"),
    ("2025-01-02", "Theo Bộ Nông nghiệp và Môi trường", "Theo Bộ Tài nguyên và Môi trường"),
]
BOARDS_OF_PROVINCES = [
    (
        "/issuer/name",
        "Ban Quản lý các khu công nghiệp Bắc Giang",
        "Ban Quản lý các khu công nghiệp Lào Cai",
    ),
    ("/issuer/place", "Bắc Giang", "Lào Cai"),
    (WORDS, "Ban Quản lý các khu công nghiệp Bắc Giang", "Các khu công nghiệp Bắc Giang"),
]
HOME = "/individual_reports/0/home_town"
TITLE = "/collective_reports/0/titles/0"


def _bare(text: str) -> dict[str, Any]:
    """A pledge of these words that cites nothing."""
    return {WORDS: text, "/bases": None, "/legal_bases": []}


def _dated(day: str, text: str) -> dict[str, Any]:
    return _bare(text) | {"/date": day, "/year": int(day[:4])}


def _bloc(name: str, post: str) -> dict[str, Any]:
    return {"/bloc/name": name, "/bloc/head_post": post}


# What a document cites names an act once for all.
CITED = {
    "kind": "directive",
    "number": "34-CT/TW",
    "date": "2014-04-07",
    "issuer": "Bộ Chính trị",
    "title": "về tiếp tục đổi mới công tác thi đua, khen thưởng",
}
BARE = _bare("Quán triệt Chỉ thị số 34-CT/TW")

CASES = [
    *(
        Case(26, UNIT, _bare(text), code, WORDS, "warning", _bare(right))
        for text, code, right in ACTS
    ),
    Case(
        26,
        UNIT,
        BARE,
        *("mention_undated", WORDS, "warning"),
        BARE | {"/legal_bases": [CITED]},
    ),
    Case(
        26,
        UNIT,
        BARE,
        *("mention_undated", WORDS, "warning"),
        BARE | {"/theme": "Chỉ thị số 34-CT/TW ngày 07/4/2014"},
    ),
    # The other directive of that number was not there before 24/5/2024.
    Case(
        26,
        UNIT,
        _dated("2024-05-24", "Chỉ thị số 34-CT/TW"),
        *("mention_undated", WORDS, "warning"),
        _dated("2024-05-23", "Chỉ thị số 34-CT/TW"),
    ),
    # Whoever cites the circular in full may call it by its number afterwards.
    Case(
        26,
        UNIT,
        _bare("Thông tư số 15/2025"),
        *("mention_undated", WORDS, "warning"),
        {WORDS: "Thông tư số 15/2025", "/bases": "auto"},
    ),
    Case(
        26,
        UNIT,
        _dated("2025-06-30", "Theo Nghị định số 152/2025/NĐ-CP"),
        *("mention_not_in_force", WORDS, "warning"),
        _dated("2025-06-30", "Nghị định số 152/2025/NĐ-CP có hiệu lực từ ngày 01/7/2025"),
    ),
    # Before it is signed nobody can say when it will be in force.
    Case(
        26,
        UNIT,
        _dated("2025-06-13", "Nghị định số 152/2025/NĐ-CP có hiệu lực từ ngày 01/7/2025"),
        *("mention_not_in_force", WORDS, "warning"),
        _dated("2025-06-14", "Nghị định số 152/2025/NĐ-CP có hiệu lực từ ngày 01/7/2025"),
    ),
    *(
        Case(
            27,
            UNIT,
            _dated(day, text),
            *("place_out_of_time", WORDS, "warning"),
            _dated(day, right),
        )
        for day, text, right in PLACES
    ),
    Case(
        27,
        PLAN,
        {"/issuer/parent": "UBND huyện Bạch Thông", "/date": "2025-07-01", "/start": "2025-07-01"}
        | {"/end": "2025-12-31", "/year": 2025, "/rounds": [], "/register_by": None}
        | {"/report_by": None, "/assignments": [{"unit": "Văn phòng", "task": "Tổng hợp"}]}
        | {"/legal_bases": []},
        *("place_out_of_time", "/issuer/parent", "warning"),
        {"/issuer/parent": "UBND huyện Bạch Thông"},
    ),
    # A board bears the name of its province, as does the place of the issuer.
    *(
        Case(
            27,
            UNIT,
            {pointer: text},
            *("place_out_of_time", pointer, "warning"),
            {pointer: right},
        )
        for pointer, text, right in BOARDS_OF_PROVINCES
    ),
    # A place of birth keeps its name.
    Case(
        27,
        "award_proposal",
        {HOME.replace("home_town", "residence"): "tỉnh Bắc Giang"},
        *("place_out_of_time", HOME.replace("home_town", "residence"), "warning"),
        {HOME: "tỉnh Bắc Giang"},
    ),
    # A row with a year names what was right then or is by now.
    *(
        Case(
            27,
            "award_proposal",
            {TITLE + "/decision": "UBND tỉnh Bắc Kạn", TITLE + "/year": 2026},
            *("place_out_of_time", TITLE + "/decision", "warning"),
            {TITLE + "/decision": name, TITLE + "/year": 2025},
        )
        for name in ("UBND tỉnh Bắc Kạn", "UBND thành phố Bắc Ninh")
    ),
    # A decision is judged by its own day.
    Case(
        27,
        UNIT,
        {"/legal_bases/0/issuer": "Ủy ban nhân dân thành phố Bắc Ninh"},
        *("place_out_of_time", "/legal_bases/0/issuer", "warning"),
        {"/date": "2026-09-20"},
    ),
    Case(
        30,
        BOARDS,
        _bloc("Khối thi đua số 1", "Cụm trưởng"),
        *("bloc_words_mixed", "/bloc/head_post", "warning"),
        _bloc("Khối thi đua số 1", "Khối trưởng"),
    ),
    Case(
        30,
        BOARDS,
        _bloc("Cụm thi đua số 1", "Trưởng khối"),
        *("bloc_words_mixed", "/bloc/head_post", "warning"),
        _bloc("Cụm thi đua số 1", "Trưởng cụm các khối"),
    ),
    Case(
        30,
        ENTERPRISES,
        {"/bloc/head_post": "Khối trưởng"},
        *("bloc_words_mixed", "/commitments/1", "warning"),
        {"/bloc/head_post": "Trưởng khối"},
    ),
    Case(
        30,
        "award_proposal",
        {"/recipients/to/0": "Trưởng khối thi đua", "/recipients/to/1": "Khối trưởng năm 2025"},
        *("bloc_words_mixed", "/recipients/to/1", "warning"),
        {"/recipients/to/0": "Trưởng khối thi đua", "/recipients/to/1": "Phó Trưởng khối"},
    ),
    Case(
        30,
        "award_proposal",
        {"/recipients/to/0": "Khối trưởng", "/recipients/to/1": "Trưởng Khối thi đua số 1"},
        *("bloc_words_mixed", "/recipients/to/1", "warning"),
        {"/recipients/to/0": "Khối trưởng", "/recipients/to/1": "Khối trưởng Khối thi đua số 1"},
    ),
]
