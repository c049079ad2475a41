"""Rules 11, 13 to 15, 17, 18 and 20 in proposals: figures, grounds, subjects."""

from __future__ import annotations

import copy
from typing import Any

from cases import Case

BOARD, BLOC, UNIT = "award_proposal", "award_proposal.bloc", "award_proposal.enterprise"
CHAIR = "Chủ tịch Ủy ban nhân dân thành phố Bắc Ninh"
HEAD = "Trưởng ban Ban Quản lý các Khu công nghiệp Bắc Ninh"
PERSON: dict[str, Any] = {
    "honorific": "mr",
    "name": "Vi Văn Thử",
    "post": "Chuyên viên",
    "unit": "Văn phòng Ban Quản lý các Khu công nghiệp Bắc Ninh",
    "achievement": "Hoàn thành xuất sắc nhiệm vụ năm 2026",
}
ADVANCED = PERSON | {"award": "advanced_worker"}
FIGHTER = PERSON | {"award": "grassroots_emulation_fighter", "rating": "excellent"}
PROVINCIAL = PERSON | {"award": "provincial_emulation_fighter", "grantor": CHAIR}
MERIT = PERSON | {"award": "certificate_of_merit", "grantor": CHAIR}
NATIONAL = PERSON | {"award": "national_emulation_fighter"}
ALONE = {"/collectives": [], "/collective_reports": [], "/individual_reports": []}
# A text that names other numbers than the list that a case makes.
UNCOUNTED = {"/enclosures/1/name": "Báo cáo thành tích"}
WORKERS = "/collectives/3/advanced_workers"


def prior(award: str, *years: int, **more: Any) -> dict[str, Any]:
    return {"prior_awards": [{"award": award, "year": year} | more for year in years]}


def people(*items: dict[str, Any], **more: Any) -> dict[str, Any]:
    """The list holds these individuals and no collectives."""
    return {**ALONE, **UNCOUNTED, "/individuals": copy.deepcopy(list(items)), **more}


def fighters(*years: int) -> dict[str, Any]:
    return prior("grassroots_emulation_fighter", *years)


FIGURES = [
    Case(
        11, BOARD, {WORKERS: 69, "/collectives/3/people": 99, "/collectives/3/fulfilled": 99},
        *("advanced_share_low", WORKERS, "error"),
        {WORKERS: 7, "/collectives/3/people": 10, "/collectives/3/fulfilled": 10},
    ),
    Case(
        11, BOARD, {WORKERS: 69, "/collectives/3/people": 99, "/collectives/3/fulfilled": 99,
                    "/collectives/3/award": "advanced_collective"},
        *("advanced_share_low", WORKERS, "error"),
        {WORKERS: 70, "/collectives/3/people": 99, "/collectives/3/fulfilled": 70,
         "/collectives/3/award": "advanced_collective"},
    ),
    Case(
        11, BOARD, {"/collectives/3/fulfilled": 7},
        *("not_all_fulfilled", "/collectives/3/fulfilled", "error"),
        {"/collectives/3/fulfilled": 8},
    ),
    Case(
        11, BOARD, {"/collectives/3/grassroots_fighters": 0},
        *("fighters_missing", "/collectives/3/grassroots_fighters", "error"),
    ),
    Case(
        11, BOARD, {"/collectives/3/disciplined": 1},
        *("collective_disciplined", "/collectives/3/disciplined", "error"),
    ),
    Case(
        11, BOARD, {"/collectives/3/disciplined": None},
        *("figures_missing", "/collectives/3/award", "warning"),
        # A collective of advanced workers needs neither of these.
        {"/collectives/3/award": "advanced_collective", "/collectives/3/fulfilled": None,
         "/collectives/3/grassroots_fighters": None},
    ),
]  # fmt: skip

GROUNDS = [
    Case(
        13, BOARD, people(FIGHTER | {"rating": "good"}),
        *("fighter_without_ground", "/individuals/0/award", "error"),
        people(FIGHTER | {"rating": "good", "initiative": "Sáng kiến (Quyết định 5/QĐ-BQL)"}),
    ),
    Case(
        13, BOARD, people(FIGHTER | {"rating": "good"}),
        *("fighter_without_ground", "/individuals/0/award", "error"),
        people(FIGHTER | {"rating": "good", "other_initiatives": ["Sáng kiến thứ hai"]}),
    ),
    Case(
        13, BOARD, people(FIGHTER, ADVANCED | {"unit": "Phòng Quản lý Đầu tư"}),
        *("fighter_not_advanced", "/individuals/0/award", "error"),
        people(FIGHTER, ADVANCED | {"name": "VI VĂN THỬ", "born": "1980-01-01"}),
    ),
    Case(
        14, BOARD, people(PROVINCIAL | fighters(2022, 2024, 2025)),
        *("consecutive_missing", "/individuals/0/prior_awards", "error"),
        people(PROVINCIAL | fighters(2023, 2024, 2025)),
    ),
    Case(
        14, BOARD, people(PROVINCIAL | fighters(2022, 2023, 2024)),
        *("consecutive_missing", "/individuals/0/prior_awards", "error"),
        people(PROVINCIAL | fighters(2024, 2025, 2026)),
    ),
    Case(
        14, BOARD, people(NATIONAL | prior("provincial_emulation_fighter", 2025)),
        *("consecutive_missing", "/individuals/0/prior_awards", "error"),
        people(NATIONAL | prior("provincial_emulation_fighter", 2022, 2025)),
    ),
    Case(
        14, BOARD, people(MERIT | fighters(2023, 2025) | {"ground": "consecutive_fighter"}),
        *("consecutive_missing", "/individuals/0/prior_awards", "error"),
        people(MERIT | fighters(2024, 2025) | {"ground": "consecutive_fighter"}),
    ),
    Case(
        14, BOARD,
        people(MERIT | {"ground": "excellent_years", "excellent_years": [2023, 2025],
                        "initiative": "A", "other_initiatives": ["B"]}),
        *("consecutive_missing", "/individuals/0/excellent_years", "error"),
        people(MERIT | {"ground": "excellent_years", "excellent_years": [2025, 2026],
                        "initiative": "A", "other_initiatives": ["B"]}),
    ),
    Case(
        14, BOARD,
        people(MERIT | {"ground": "excellent_years", "excellent_years": [2025, 2026],
                        "initiative": "A"}),
        *("initiatives_too_few", "/individuals/0/other_initiatives", "error"),
        people(MERIT | {"ground": "excellent_years", "excellent_years": [2025, 2026],
                        "initiative": "A", "other_initiatives": ["B"]}),
    ),
    Case(
        14, BOARD,
        {"/collectives/2/ground": "excellent_years", "/collectives/2/excellent_years": [2024]},
        *("consecutive_missing", "/collectives/2/excellent_years", "error"),
        {"/collectives/2/ground": "excellent_years", "/collectives/2/excellent_years": [2024],
         "/collectives/2/prior_awards": [{"award": "excellent_collective", "year": 2025}]},
    ),
    Case(
        14, BOARD, people(PROVINCIAL),
        *("prior_awards_missing", "/individuals/0/award", "warning"),
        people(MERIT),
    ),
    Case(
        17, BOARD, {"/individuals/4/prior_awards/0/reward_kind": "movement"},
        *("ground_not_regular", "/individuals/4/prior_awards/0/reward_kind", "error"),
        {"/individuals/4/prior_awards/0/reward_kind": None},
    ),
    Case(
        17, BOARD, {"/individuals/4/prior_awards/0/reward_kind": "movement"},
        *("ground_not_regular", "/individuals/4/prior_awards/0/reward_kind", "error"),
        {"/individuals/4/prior_awards/0/reward_kind": "movement", "/reward_kind": "unscheduled"},
    ),
    Case(
        17, BLOC,
        {"/collectives/0/prior_awards": [
            {"award": "excellent_collective", "year": 2019, "reward_kind": "unscheduled"}]},
        *("ground_perhaps_not_regular", "/collectives/0/prior_awards/0/reward_kind", "warning"),
        {"/collectives/0/prior_awards": [
            {"award": "excellent_collective", "year": 2019, "reward_kind": "work"}]},
    ),
]  # fmt: skip

SUBJECTS = [
    Case(
        15, BOARD, people(MERIT, FIGHTER),
        *("two_forms_one_achievement", "/individuals/1/award", "warning"),
        people(ADVANCED, FIGHTER),
    ),
    Case(
        15, BOARD, people(MERIT | {"born": "1980-01-01"}, FIGHTER | {"born": "1980-01-01"}),
        *("two_forms_one_achievement", "/individuals/1/award", "warning"),
        people(MERIT | {"born": "1980-01-01"}, FIGHTER | {"born": "1981-01-01"}),
    ),
    Case(
        15, BOARD,
        {"/individuals/3/initiative": "Sáng kiến  x", "/individuals/4/initiative": "SÁNG KIẾN X"},
        *("initiative_reused", "/individuals/4/initiative", "warning"),
    ),
    Case(
        18, BOARD, {"/individuals/1/under_review": True},
        *("subject_under_review", "/individuals/1/under_review", "warning"),
        {"/individuals/1/under_review": False},
    ),
    Case(
        18, BOARD, {"/confirmations/3": {
            "kind": "complaints", "issuer": "Thanh tra", "date": "2026-11-10", "satisfied": True}},
        *("confirmation_missing", "/confirmations", "warning"),
        {"/proposal_kind": "bloc_to_ministry", "/confirmations": []},
    ),
    Case(
        18, BOARD, {"/confirmations": []},
        *("confirmation_missing", "/confirmations", "warning"),
        people(MERIT, **{"/confirmations": []}),
    ),
    Case(
        20, BOARD, people(MERIT | {"born": "1980-01-01"},
                          MERIT | {"born": "1980-01-01", "unit": "Công ty Cổ phần Khác"}),
        *("same_person", "/individuals/1/name", "warning"),
        people(MERIT | {"born": "1980-01-01"},
               MERIT | {"born": "1980-01-02", "unit": "Công ty Cổ phần Khác"}),
    ),
    Case(
        20, BOARD, people(MERIT | {"born": "1980-01-01"},
                          MERIT | {"born": "1980-01-01", "unit": "Công ty Cổ phần Khác"}),
        *("same_person", "/individuals/1/name", "warning"),
        people(MERIT | {"born": "1980-01-01"},
               MERIT | {"born": "1980-01-01", "unit": "Công ty Cổ phần Khác", "name": "Vi Thử"}),
    ),
    Case(
        20, BOARD, {"/collectives/0/name": "Cty TNHH VSIP Bắc Ninh"},
        *("name_abbreviated", "/collectives/0/name", "warning"),
        {"/collectives/0/name": "UBNDX"},
    ),
    Case(
        20, BOARD, {"/individuals/4/unit": "BQL các Khu công nghiệp Bắc Ninh"},
        *("name_abbreviated", "/individuals/4/unit", "warning"),
    ),
    Case(
        20, BOARD, {"/collectives/0/name": "Công ty CP Hạ tầng VSIP"},
        *("name_abbreviated", "/collectives/0/name", "warning"),
        {"/collectives/0/name": "Công ty TNHH MTV FPT Yên Phong II"},
    ),
    Case(
        20, BOARD, {"/individuals/4/unit": "Phòng QLĐT, Ban Quản lý các Khu công nghiệp"},
        *("name_abbreviated", "/individuals/4/unit", "warning"),
        {"/individuals/4/unit": "BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP BẮC NINH"},
    ),
]  # fmt: skip

CASES = [*FIGURES, *GROUNDS, *SUBJECTS]
