"""Bad payloads get every fault at once, each with its pointer, label, code; never a crash."""

from __future__ import annotations

import copy
from decimal import Decimal
from typing import Any

import pytest
from cost import growth
from documents import CATALOG, FIRST_SAMPLES, PIPELINE, SAMPLES, Sample, leaves, put
from tables import CODES as REVIEWED

from service.errors import MAX_FINDINGS, MESSAGES, SEVERITIES, PayloadInvalid, finding_of

every_sample = pytest.mark.parametrize("sample", FIRST_SAMPLES, ids=str)


def payload_of(name: str) -> Any:
    return next(sample for sample in SAMPLES if str(sample) == name).payload


def faults(stem: str, payload: Any) -> dict[str, str]:
    """pointer -> code of what is wrong with a payload; empty when it is valid."""
    try:
        PIPELINE.check(stem, payload)
    except PayloadInvalid as error:
        return {finding.pointer: finding.code for finding in error.findings}
    return {}


DROP = object()


def changed(name: str, changes: dict[str, Any]) -> dict[str, str]:
    """The faults of a sample after changes: pointer -> new value, DROP to take a key away."""
    payload = payload_of(name)
    for pointer, value in changes.items():
        *outer, last = (int(step) if step.isdecimal() else step for step in pointer[1:].split("/"))
        node = payload
        for step in outer:
            node = node[step]
        if value is DROP:
            del node[last]
        else:
            node[last] = value
    return faults(name.split(".")[0], payload)


MEMBER = {
    "unit": "Ban Quản lý Khu kinh tế Phú Yên",
    "role": "head",
    "representative": {"name": "Lương Tấn Phát", "post": "Phó Trưởng ban"},
}
ABSENT = [{"name": f"Vắng {n}", "post": "Giám đốc", "reason": "ốm"} for n in range(5)]
DEPUTY = {"post": "deputy", "year": 2021, "mode": "consensus"}
BOARDS = [
    "Ban Quản lý Khu kinh tế tỉnh Gia Lai",
    "Ban Quản lý Khu kinh tế tỉnh Kon Tum",
    "Ban Quản lý Khu kinh tế Phú Yên",
]
PRESENT = {
    "written_opinion": True,
    "name": "Bùi Thế Sáng",
    "post": "Phó Trưởng ban, Phó Chủ tịch Hội đồng",
}
BLOC = "Khối thi đua các doanh nghiệp trong Khu công nghiệp Thanh Bình"
UNIT = "Công ty Cổ phần Ván dán Hồng Ngọc"
VAN_PHONG = "Ban Quản lý Khu kinh tế Vân Phong, tỉnh Khánh Hoà"  # the sample writes Hòa
LAW = {"kind": "law", "date": "2003-11-26", "title": "Thi đua, khen thưởng"}
# In percent, as the second target of the sample, not as the third.
FIRST_TARGET = "Nhiệm vụ Ủy ban nhân dân tỉnh giao hoàn thành đúng và trước hạn"
ACCEPTED = {"code": "over_funding", "reason": "Đã có nguồn bổ sung"}
GRANTOR = "Chủ tịch Ủy ban nhân dân thành phố Bắc Ninh"
THREE_LINES = [{"form": "TM", "of": "Hội đồng"}] * 3

# Sample, pointer, wrong value there, code of the fault, and its pointer when it is another one.
WRONG_VALUES: list[tuple[Any, ...]] = [
    ("meeting_minutes", "/adoption/agree", 4, "not_adopted"),
    ("meeting_minutes.summing_up", "/tellers/0/name", "Người Lạ", "not_attending"),
    ("launch_plan", "/round_number", 1, "not_used_here"),
    ("award_proposal", "/confirmations/0/date", "2099-01-01", "cited_later"),
    ("meeting_minutes.council", "/absent/0/written_opinion", "có", "not_boolean"),
    # one field
    ("launch_plan", "/theme", DROP, "required"),
    ("launch_plan", "/issuer", DROP, "required"),
    ("launch_plan", "/assignments", DROP, "required"),
    ("launch_plan", "/subject", None, "null"),
    ("launch_plan", "/purposes", [None], "null", "/purposes/0"),
    ("launch_plan", "/issuer", [], "not_object"),
    ("launch_plan", "/contents/0", "một", "not_object"),
    ("launch_plan", "/purposes", "một", "not_list"),
    ("launch_plan", "/subject", 15, "not_text"),
    ("launch_plan", "/year", "2022", "not_whole_number"),
    ("launch_plan", "/year", 2022.5, "not_whole_number"),
    ("launch_plan", "/year", True, "not_whole_number"),
    ("launch_plan", "/targets/0/value", "98", "not_number"),
    ("launch_plan", "/targets/0/value", True, "not_number"),
    ("award_proposal", "/confirmations/0/satisfied", "có", "not_boolean"),
    ("meeting_minutes.council", "/absent/0/written_opinion", 1, "not_boolean"),
    ("launch_plan", "/start", "2022-02-30", "not_date"),
    ("launch_plan", "/start", "30 tháng 2", "not_date"),
    ("launch_plan", "/start", 20220101, "not_date"),
    ("meeting_minutes", "/start", "2022-11-08 25:00", "not_moment"),
    ("launch_plan", "/plan_kind", "month", "not_choice"),
    ("launch_plan", "/plan_kind", 1, "not_choice"),
    ("launch_plan", "/legal_bases/0/number", "số 5", "not_symbol"),
    ("launch_plan", "/issuer/abbreviation", "bql", "not_abbreviation"),
    ("launch_plan", "/subject", "a\u0007b", "control_character"),
    ("launch_plan", "/theme", "a\ud800b", "control_character"),
    ("launch_plan", "/theme", "a\ufffeb", "control_character"),
    ("launch_plan", "/theme", "a" + "\u0301" * 9, "stacked_marks"),
    ("launch_plan", "/subject", "m\u1ed9t\nhai", "line_break_in_name"),
    ("launch_plan", "/subject", "  ", "blank"),
    ("launch_plan", "/subject", "- …", "blank"),
    ("launch_plan", "/subject", "x" * 301, "too_long"),
    ("launch_plan", "/theme", "x" * 5_001, "too_long"),
    ("launch_plan", "/signature/name", "x" * 10_000, "too_long"),
    ("launch_plan", "/purposes", [], "too_few"),
    ("launch_plan", "/signature/authority", THREE_LINES, "too_many"),
    ("launch_plan", "/number", 0, "too_small"),
    ("launch_plan", "/number", 100_000, "too_large"),
    ("launch_plan", "/rewards/0/bonus", 1_000_000_001, "too_large"),
    ("launch_plan", "/targets/0/value", Decimal("99.00001"), "too_precise"),
    ("launch_plan", "/themes", "x", "unknown_key"),
    ("meeting_minutes.summing_up", "/ballots/0/percent", 90, "unknown_key"),
    ("launch_plan", "/symbol", "KH-BQL", "computed_key"),
    ("meeting_minutes.summing_up", "/ballots/0/passed", True, "computed_key"),
    # who issues, cites and signs
    ("launch_plan", "/issuer/abbreviation", None, "symbol_incomplete"),
    ("emulation_pledge", "/number", 5, "symbol_incomplete", "/issuer/abbreviation"),
    (
        "launch_plan",
        "/legal_bases/0",
        LAW | {"number": "15/2003/QH11"},
        "not_used_here",
        "/legal_bases/0/number",
    ),
    (
        "launch_plan",
        "/legal_bases/0",
        LAW | {"issuer": "Quốc hội"},
        "not_used_here",
        "/legal_bases/0/issuer",
    ),
    ("launch_plan", "/legal_bases/0/number", None, "required_here"),
    ("launch_plan", "/legal_bases/0/issuer", DROP, "required_here"),
    ("award_proposal", "/legal_bases/1/issuer", None, "required_here"),
    ("launch_plan", "/legal_bases/0/date", "2022-01-13", "cited_later"),
    ("award_proposal", "/signature/post", None, "post_missing"),
    ("award_proposal.enterprise", "/signature/post", "Giám đốc", "post_after_acting"),
    (
        "launch_plan.enterprises",
        "/signature/authority/0/form",
        "KT",
        "authority_order",
        "/signature/authority",
    ),
    (
        "launch_plan.enterprises",
        "/signature/authority/1/form",
        "TL",
        "authority_order",
        "/signature/authority",
    ),
    ("launch_plan", "/signature/authority/0/of", "KT. Trưởng ban", "authority_repeated"),
    # plans
    ("launch_plan", "/start", "2022-12-31", "end_before_start", "/end"),
    ("launch_plan", "/rounds/0/start", "2022-05-01", "end_before_start", "/rounds/0/end"),
    ("launch_plan", "/end", "2023-01-31", "outside_year"),
    ("launch_plan", "/start", "2021-12-31", "outside_year"),
    ("launch_plan", "/rounds/0/start", "2021-12-31", "outside_plan"),
    ("launch_plan", "/rounds/1/end", "2023-01-01", "outside_plan"),
    ("launch_plan", "/rounds/1/start", "2022-04-30", "rounds_overlap"),
    ("launch_plan", "/end", "2022-01-11", "end_before_issue"),
    ("launch_plan", "/register_by", "2022-01-11", "end_before_issue"),
    ("launch_plan", "/report_by", "2022-01-11", "end_before_issue"),
    ("launch_plan", "/assignments/3/deadline", "2022-01-11", "end_before_issue"),
    ("launch_plan", "/register_by", "2023-01-01", "after_end"),
    ("launch_plan", "/assignments/3/deadline", "2023-01-01", "after_end"),
    ("launch_plan", "/targets", [], "required_here"),
    ("launch_plan.round", "/occasions", [], "required_here"),
    ("launch_plan.round", "/round_number", "một", "not_whole_number"),
    ("launch_plan.round", "/occasions/0/date", None, "required_here"),
    (
        "launch_plan.round",
        "/occasions/0/origin",
        "2023-06-10",
        "anniversary_broken",
        "/occasions/0/date",
    ),
    ("launch_plan", "/targets/0/unit", DROP, "required"),
    ("launch_plan", "/assignments/1/unit", "VĂN  phòng", "duplicate_entry"),
    ("launch_plan", "/targets/1/name", FIRST_TARGET.upper(), "duplicate_entry"),
    ("launch_plan", "/accept", [ACCEPTED, ACCEPTED], "duplicate_entry", "/accept/1/code"),
    ("launch_plan.enterprises", "/points_total", 90, "points_total", "/criteria"),
    ("launch_plan.enterprises", "/criteria/0/points", None, "points_missing", "/criteria"),
    ("launch_plan.enterprises", "/criteria/6/points", 100, "points_missing", "/criteria"),
    ("launch_plan", "/rewards/3/grantor", GRANTOR, "not_used_here"),
    # minutes
    ("meeting_minutes", "/members_total", 10, "attendance_total"),
    ("meeting_minutes", "/end", "2022-11-08T13:00", "end_before_start"),
    ("meeting_minutes", "/end", "2022-11-15T14:01", "meeting_too_long"),
    ("meeting_minutes", "/bloc", None, "required_here"),
    ("meeting_minutes", "/elections", [], "required_here"),
    ("meeting_minutes.council", "/bloc", {"name": BLOC}, "not_used_here"),
    ("meeting_minutes.council", "/bonus_cap", 5, "not_used_here"),
    ("meeting_minutes", "/advanced_worker_count", 40, "not_used_here"),
    ("meeting_minutes.summing_up", "/fighter_cap", 15, "not_used_here"),
    ("meeting_minutes.council", "/fighter_cap", 0, "too_small"),
    ("meeting_minutes.summing_up", "/quotas/0/quantity", DROP, "required"),
    ("meeting_minutes", "/present/1/unit", UNIT, "duplicate_entry"),
    (
        "meeting_minutes.council",
        "/absent/0",
        PRESENT | {"reason": "ốm"},
        "present_and_absent",
        "/absent/0/name",
    ),
    (
        "meeting_minutes.council",
        "/secretary",
        {"name": "NGHIÊM Đình Quyết", "post": "Trưởng ban, Chủ tịch Hội đồng"},
        "chair_is_secretary",
        "/secretary/name",
    ),
    ("meeting_minutes", "/chair/name", "Người Lạ", "not_attending"),
    ("meeting_minutes", "/reports/0/speaker", "Người Lạ", "not_attending"),
    ("meeting_minutes", "/discussion/0/speaker", "Người Lạ", "not_attending"),
    ("meeting_minutes", "/elections/0/unit", "Công ty Lạ", "not_a_member"),
    ("meeting_minutes", "/elections/0/agree", 9, "votes_not_counted"),
    ("meeting_minutes", "/elections/0/total", 9, "votes_not_counted"),
    ("meeting_minutes.summing_up", "/elections/0/agree", None, "required_here"),
    ("meeting_minutes.summing_up", "/elections/0/agree", 12, "votes_over_total"),
    ("meeting_minutes.summing_up", "/elections/0/total", 12, "votes_over_members"),
    ("meeting_minutes.summing_up", "/elections/1/post", "head", "one_head_elected"),
    ("meeting_minutes", "/adoption/agree", 10, "votes_over_total"),
    ("meeting_minutes", "/adoption/total", 10, "votes_over_members"),
    # ballots and scores
    ("meeting_minutes.council", "/ballots", [], "required_here"),
    (
        "meeting_minutes.summing_up",
        "/ballots/0/issued",
        3,
        "ballots_over_issued",
        "/ballots/0/collected",
    ),
    (
        "meeting_minutes.summing_up",
        "/ballots/0/invalid",
        1,
        "ballots_collected",
        "/ballots/0/collected",
    ),
    ("meeting_minutes.summing_up", "/ballots/0/blank", 1, "ballots_valid", "/ballots/0/valid"),
    ("meeting_minutes.summing_up", "/ballots/0/issued", 12, "ballots_over_present"),
    ("meeting_minutes.council", "/ballots/0/written_agree", 3, "opinions_over_absent"),
    (
        "meeting_minutes.council",
        "/ballots/0/written_disagree",
        1,
        "opinions_over_absent",
        "/ballots/0/written_agree",
    ),
    (
        "meeting_minutes.council",
        "/ballots/0/base",
        "members_present",
        "not_used_here",
        "/ballots/0/written_agree",
    ),
    ("meeting_minutes.council", "/ballots/0/grantor", GRANTOR, "not_used_here"),
    ("meeting_minutes.summing_up", "/scores/0/total", 1, "score_total"),
    ("meeting_minutes.summing_up", "/scores/0/rank", 2, "rank_order"),
    ("meeting_minutes.summing_up", "/scores/9/rank", 10, "rank_order"),
    ("meeting_minutes.summing_up", "/scores/3/unit", VAN_PHONG, "duplicate_entry"),
    ("meeting_minutes.summing_up", "/scores/3/unit", "Công ty Lạ", "not_a_member"),
    # pledges
    ("emulation_pledge", "/members", [], "required_here"),
    ("emulation_pledge", "/members", [MEMBER], "too_few_members"),
    ("emulation_pledge", "/members/0/role", "member", "one_head", "/members"),
    ("emulation_pledge", "/members/2/role", "head", "one_head", "/members"),
    ("emulation_pledge", "/members/3/unit", MEMBER["unit"], "duplicate_entry", "/members/8/unit"),
    ("emulation_pledge", "/witnesses/0/name", "Y Thuân Niê", "witness_is_member"),
    ("emulation_pledge", "/copies", 10, "too_few_copies"),
    ("emulation_pledge", "/date", "2020-11-30", "pledge_year"),
    ("emulation_pledge", "/date", "2022-01-01", "pledge_year"),
    ("emulation_pledge", "/addressees", ["Bộ"], "not_used_here"),
    ("emulation_pledge", "/targets/0/value", None, "value_missing"),
    ("emulation_pledge.enterprises", "/targets/0/per_member/0/member", "Lạ", "not_a_member"),
    (
        "emulation_pledge.enterprises",
        "/targets/0/per_member",
        [{"member": UNIT, "value": 1}],
        "member_without_target",
    ),
    ("emulation_pledge.enterprises", "/targets/0/per_member/1/member", UNIT, "duplicate_entry"),
    ("emulation_pledge.enterprises", "/registrations/0/member", "Lạ", "not_a_member"),
    ("emulation_pledge.unit", "/addressees", [], "required_here"),
    ("emulation_pledge.unit", "/copies", 2, "not_used_here"),
    # proposals
    ("award_proposal", "/collectives/0/votes/agree", 10, "votes_over_base"),
    ("award_proposal", "/collectives/0/grantor", None, "grantor_missing"),
    ("award_proposal", "/individuals/0/grantor", None, "grantor_missing"),
    ("award_proposal", "/collectives/3/grantor", GRANTOR, "not_used_here"),
    (
        "award_proposal",
        "/collectives/1/name",
        "CÔNG TY Cổ phần Cơ điện Đông Ngàn",
        "proposed_twice",
        "/collectives/2/name",
    ),
    ("award_proposal", "/collective_reports/0/subject", "Lạ", "subject_not_proposed"),
    ("award_proposal", "/individual_reports/0/subject", "Lạ", "subject_not_proposed"),
    ("award_proposal", "/confirmations/0/satisfied", False, "confirmation_refused"),
    ("award_proposal", "/period/end", 2024, "period_reversed"),
    ("award_proposal", "/individuals/0/born", "2026-11-20", "born_too_late"),
    ("award_proposal", "/reward_kind", "movement", "movement_missing", "/period/movement"),
    ("award_proposal", "/period/movement", "Mỗi tháng một cải tiến", "not_used_here"),
    ("award_proposal", "/collectives/3/people", 7, "more_than_people", "/collectives/3/fulfilled"),
    ("award_proposal", "/collectives/3/fulfilled", 9, "more_than_people"),
    ("award_proposal", "/collectives/3/grassroots_fighters", 8, "fighters_over_advanced"),
    ("award_proposal", "/collectives/0/ground", "movement", "not_used_here"),
    ("award_proposal", "/decision_date", "2026-11-19", "decision_before_proposal"),
    ("award_proposal.bloc", "/collectives/0/bonus", 1_000, "not_used_here"),
    ("award_proposal.bloc", "/fund", 1_000, "not_used_here"),
    ("award_proposal.bloc", "/decision_date", "2021-02-01", "not_used_here"),
]


# What rightly follows from a fault elsewhere: who is no member leaves a member without a target.
FOLLOWING = {
    "not_used_here": {"base_not_by_law"},
    "score_total": {"flag_not_first"},
    "end_before_start": {"outside_plan"},
    "end_before_issue": {"after_end", "outside_plan"},
    "pledge_year": {"cited_later"},
    "not_a_member": {"member_without_target"},
    "duplicate_entry": {"member_without_target"},
    "period_reversed": {"consecutive_missing"},
}


@pytest.mark.parametrize("row", WRONG_VALUES, ids=lambda row: f"{row[0]}{row[1]}-{row[3]}")
def test_each_fault_has_its_place_and_code(row: tuple[Any, ...]) -> None:
    """One wrong value in a valid payload gives its fault, and only faults that follow from it."""
    name, pointer, value, code = row[:4]
    place = row[4] if len(row) > 4 else pointer
    found = changed(name, {pointer: value})
    assert found.pop(place, None) == code
    assert set(found.values()) <= FOLLOWING.get(code, set())


# The enclosure that counts who is proposed.
UNCOUNTED = {"/enclosures/1/name": "Báo cáo thành tích"}

# Sample, several changes, all the faults that they make together; none where they agree.
TOGETHER: list[tuple[str, dict[str, Any], dict[str, str]]] = [
    (
        "meeting_minutes.council",
        {
            "/present/4/name": "Đàm Thị Thúy Nga",
            "/present/4/post": "Chánh Văn phòng, Ủy viên thường trực Hội đồng",
        },
        {"/present/4/name": "duplicate_entry", "/discussion/0/speaker": "not_attending"},
    ),
    (
        "award_proposal",
        {"/collectives": [], "/individuals": []}
        | {"/collective_reports": [], "/individual_reports": []},
        {"/collectives": "nobody_proposed"},
    ),
    ("award_proposal", {"/collectives": [], "/collective_reports": []} | UNCOUNTED, {}),
    ("award_proposal", {"/individuals": [], "/individual_reports": []} | UNCOUNTED, {}),
    (
        "launch_plan",
        {"/end": "2022-01-12", "/rounds": [], "/register_by": None}
        | {"/assignments/3/deadline": None},
        {},
    ),
    ("meeting_minutes", {"/members_total": 14, "/absent": ABSENT[:5]}, {"/present": "no_quorum"}),
    ("meeting_minutes", {"/members_total": 13, "/absent": ABSENT[:4]}, {}),
    (
        "meeting_minutes",
        {"/present/8": DROP, "/members_total": 12, "/absent": ABSENT[:4]},
        {},
    ),
    (
        "meeting_minutes",
        {"/members_total": 14, "/absent": ABSENT[:5], "/quorum_waived": True},
        {},
    ),
    (
        "emulation_pledge",
        {"/members/2/role": "deputy", "/members/3/role": "deputy"},
        {"/members": "too_many_deputies"},
    ),
    (
        "meeting_minutes.summing_up",
        {"/elections": [DEPUTY | {"unit": unit} for unit in BOARDS]},
        {"/elections/2/post": "too_many_deputies"},
    ),
    (
        "meeting_minutes.summing_up",
        {"/elections/1/post": "head", "/elections/1/year": 2022},
        {},
    ),
    (
        "meeting_minutes.summing_up",
        {"/ballots/2/valid": 0, "/ballots/2/invalid": 11, "/ballots/2/agree": 0}
        | {"/ballots/2/disagree": 0}
        | {"/ballots/2/base": "ballots_valid"},
        {"/ballots/2/base": "no_valid_ballots"},
    ),
    (
        "meeting_minutes.summing_up",
        {"/ballots/2/valid": 0, "/ballots/2/invalid": 11, "/ballots/2/agree": 0}
        | {"/ballots/2/disagree": 0},
        {},
    ),
    (
        "award_proposal",
        {"/collectives/1/name": "Công ty A", "/collectives/0/name": "Công  ty A"},
        {},
    ),
    (
        "award_proposal",
        {"/date": None, "/bases": None, "/decision_date": None},
        {"/bonus_mode": "bonus_needs_date"},
    ),
    ("award_proposal", {"/date": None, "/bases": None}, {}),
    (
        "award_proposal",
        {
            "/collectives/2/ground": "excellent_years",
            "/collectives/2/excellent_years": [2024, 2025],
        },
        {},
    ),
    (
        "award_proposal",
        {"/date": "2026-13-01", "/bases": None, "/decision_date": None},
        {"/date": "not_date"},
    ),
    (
        "award_proposal.bloc",
        {"/bonus_mode": "own_fund"}
        | {f"/collectives/{n}/bonus": 1 if n else "x" for n in range(5)},
        {"/collectives/0/bonus": "not_whole_number"},
    ),
    (
        "award_proposal",
        {"/bonus_mode": "own_fund", "/collectives": [], "/collective_reports": []}
        | UNCOUNTED
        | {f"/individuals/{n}/bonus": n for n in range(4)},
        {"/individuals/4/bonus": "required_here"},
    ),
    (
        "award_proposal.bloc",
        {"/bonus_mode": "own_fund"} | {f"/collectives/{n}/bonus": 0 for n in range(5)},
        {},
    ),
]


@pytest.mark.parametrize(("name", "changes", "expected"), TOGETHER)
def test_faults_that_need_several_changes(
    name: str, changes: dict[str, Any], expected: dict[str, str]
) -> None:
    """What no single value can break is broken by several, and by nothing short of them."""
    assert changed(name, changes) == expected


# Sample, pointer, the value nearest to a wrong one that is right.
NEAREST_RIGHT: list[tuple[Any, ...]] = [
    ("launch_plan", "/year", Decimal("2022.0")),
    ("launch_plan", "/subject", "x" * 300),
    ("launch_plan", "/theme", "x" * 5_000),
    ("launch_plan", "/theme", "a" + "\u0301" * 8),
    ("launch_plan", "/theme", "một\n" * 150 + "hai\t" * 50),
    ("launch_plan", "/number", 99_999),
    ("launch_plan", "/rewards", None),
    ("launch_plan", "/targets/0/value", Decimal("99.0001")),
    ("launch_plan", "/targets/0/value", 100),
    ("launch_plan", "/legal_bases/0/date", "2022-01-12"),
    ("launch_plan", "/register_by", "2022-01-12"),
    ("launch_plan", "/register_by", "2022-12-31"),
    ("launch_plan", "/report_by", "2022-01-12"),
    ("launch_plan", "/report_by", "2023-01-15"),
    ("launch_plan", "/rounds/1/start", "2022-05-01"),
    ("launch_plan", "/funding/amount", 14_370_000),
    ("launch_plan.round", "/occasions/0/origin", "2022-12-31"),
    ("meeting_minutes", "/end", "2022-11-15T14:00"),
    ("meeting_minutes", "/elections/0/unit", UNIT.upper()),
    ("meeting_minutes.summing_up", "/scores/9/rank", 9),
    ("meeting_minutes.summing_up", "/scores/2/unit", VAN_PHONG),
    ("emulation_pledge", "/copies", 11),
    ("emulation_pledge", "/members/2/role", "deputy"),
    ("emulation_pledge.unit", "/date", "2025-12-15"),
    ("launch_plan", "/targets/2/name", FIRST_TARGET),
    ("launch_plan", "/accept", [ACCEPTED]),
    ("award_proposal", "/period/end", 2025),
    ("award_proposal", "/individuals/0/born", "2026-11-19"),
    ("award_proposal", "/decision_date", "2026-11-20"),
    ("award_proposal", "/collectives/3/grassroots_fighters", 7),
    ("award_proposal", "/individuals/0/bonus", 3_800_000),
]


@pytest.mark.parametrize("row", NEAREST_RIGHT, ids=lambda row: f"{row[0]}{row[1]}")
def test_the_nearest_right_value_is_accepted(row: tuple[Any, ...]) -> None:
    """A check refuses no more than what is wrong: its bound itself is right."""
    assert changed(row[0], {row[1]: row[2]}) == {}


# Codes that no value of a parsed payload earns, and why.
ELSEWHERE = {
    "duplicate_key": "only the text of JSON can hold a key twice: tests/test_strict_json.py",
    "too_deep": "refused while the text of JSON is read: tests/test_strict_json.py",
    "more_faults": "the cap of the list: test_many_faults_are_bounded",
    "not_a_warning": "tests/test_acceptance.py",
    "bases_need_date": "tests/test_acceptance.py",
    "invalid": "stands in for marshmallow's own messages: test_foreign_messages_are_invalid",
    **dict.fromkeys(
        [
            *("not_base64", "not_picture", "picture_damaged", "picture_too_heavy"),
            *("picture_too_large", "pictures_too_large"),
        ],
        "of pictures, which no built-in document has: tests/test_picture_field.py",
    ),
    **dict.fromkeys(
        ["own_template_refused", "own_template_unreadable"],
        "of templates, not of payloads: tests/test_own_templates.py",
    ),
    "qr_too_long": "of codes, which no built-in document has: tests/word/test_pictures.py",
}


def test_every_code_is_earned_in_a_table() -> None:
    """Each message has a payload that earns it, or a reason why none can: a new code is tested.

    Warnings and hints, and errors of law, have tables of their own: tests/review.
    """
    single = {row[3] for row in WRONG_VALUES}
    together = {code for _, _, expected in TOGETHER for code in expected.values()}
    left = set(MESSAGES) - set(SEVERITIES) - set(ELSEWHERE) - REVIEWED
    assert left == (single | together) - REVIEWED


PLANS_AND_PLEDGES = [
    *("outside_year", "outside_plan", "rounds_overlap", "end_before_issue", "after_end"),
    *("points_total", "points_missing", "anniversary_broken", "value_missing", "pledge_year"),
    *("one_head", "too_few_members", "member_without_target", "witness_is_member"),
    *("too_few_copies", "award_of_others"),
]


@pytest.mark.parametrize("code", PLANS_AND_PLEDGES)
def test_a_fault_of_a_plan_or_a_pledge_says_what_to_do(code: str) -> None:
    """Not only what is wrong."""
    assert "hãy " in MESSAGES[code].lower()


def test_drafts_are_advised() -> None:
    """A draft without number and date is valid; the advice says what is still to be written."""
    advice = PIPELINE.check("launch_plan", payload_of("launch_plan.round"))
    told = [(finding.code, finding.pointer, finding.severity) for finding in advice]
    assert told == [
        ("draft_without_number", "/number", "info"),
        ("draft_without_date", "/date", "info"),
    ]


def test_foreign_messages_are_invalid() -> None:
    """A message that is not ours, such as marshmallow's own, is shown as ours."""
    finding = finding_of("Not a valid number.", "/x")
    assert (finding.code, finding.message) == ("invalid", MESSAGES["invalid"])


@pytest.mark.parametrize("pointer", ["/year", "/targets/0/value"])
def test_huge_numbers_are_refused_unexpanded(pointer: str) -> None:
    """A number of few letters and very many digits costs no more to refuse than one of some."""

    def refuse(digits: int) -> None:
        huge = {pointer: Decimal(f"1e{digits}")}
        assert changed("launch_plan", huge) == {pointer: "too_large"}

    assert growth(refuse, 2_000, factor=100) < 10


def test_ten_faults_at_once() -> None:
    """A payload with ten faults gets all ten, across parts, lists and checks."""
    expected = {
        "/issuer/place": "blank",
        "/issuer/nick": "unknown_key",
        "/year": "not_whole_number",
        "/start": "not_date",
        "/theme": "control_character",
        "/contents/1/head": "not_text",
        "/targets/0/comparison": "not_choice",
        "/rewards/0/quantity": "too_small",
        "/funding/amount": "not_whole_number",
        "/signature/authority": "not_list",
    }
    values = [" ", "x", "2022", "2022-13-01", "a\x00", 5, "most", 0, "1.000", "KT"]
    assert changed("launch_plan", dict(zip(expected, values, strict=True))) == expected


def test_faults_of_fields_do_not_hide_faults_between_fields() -> None:
    """Attendance is counted even when the subject is missing and a ballot is broken."""
    found = changed("meeting_minutes.summing_up", {
        "/subject": None, "/members_total": 99, "/ballots/1/agree": 50, "/scores/2/total": 0,
    })  # fmt: skip
    assert found["/members_total"] == "attendance_total"
    assert found["/ballots/1/valid"] == "ballots_valid"
    assert found["/scores/2/total"] == "score_total"
    assert found["/subject"] == "null"


def test_unknown_key_names_the_nearest() -> None:
    """A misspelt key is answered with the key that was meant, at its label."""
    payload = payload_of("launch_plan")
    payload["isuer"] = payload.pop("issuer")
    with pytest.raises(PayloadInvalid) as caught:
        PIPELINE.check("launch_plan", payload)
    told = {finding.pointer: finding for finding in caught.value.findings}
    assert "“issuer”" in told["/isuer"].message
    assert told["/issuer"].label == "Cơ quan ban hành"


def test_an_unknown_key_is_shown_as_typed() -> None:
    """Its pointer alone is written as RFC 6901 wants it."""
    with pytest.raises(PayloadInvalid) as caught:
        PIPELINE.check("launch_plan", payload_of("launch_plan") | {"số/ký~hiệu": 5})
    (finding,) = caught.value.findings
    assert (finding.pointer, finding.label) == ("/số~1ký~0hiệu", "số/ký~hiệu")
    assert "“số/ký~hiệu”" in finding.message


def test_labels_lead_to_the_field() -> None:
    """A label names each step on the way, items counted from 1."""
    payload = payload_of("launch_plan")
    payload["contents"][1]["details"] = ["x", 5]
    with pytest.raises(PayloadInvalid) as caught:
        PIPELINE.check("launch_plan", payload)
    (finding,) = caught.value.findings
    assert finding.label == "Nội dung thi đua › mục 2 › Chi tiết › mục 2"


def test_many_faults_are_bounded() -> None:
    """Ten thousand bad items do not make ten thousand lines."""
    payload = payload_of("launch_plan") | {"targets": [5] * 900, "purposes": [5] * 900}
    with pytest.raises(PayloadInvalid) as caught:
        PIPELINE.check("launch_plan", payload)
    assert len(caught.value.findings) == MAX_FINDINGS + 1
    assert caught.value.findings[-1].code == "more_faults"


@pytest.mark.parametrize("payload", [None, [], "x", 5, True, {}, {"": 1}, {"a\x00\ud800": 1}])
@pytest.mark.parametrize("stem", CATALOG)
def test_any_json_is_answered(stem: str, payload: Any) -> None:
    """Whatever JSON comes, the answer is faults that can be printed as UTF-8."""
    with pytest.raises(PayloadInvalid) as caught:
        PIPELINE.check(stem, payload)
    for finding in caught.value.findings:
        assert "".join(finding.as_dict().values()).encode()


WRONG = [None, "", "x", -1, 10**12, 1.5, True, [], {}, [{}], {"x": 1}, "2022-01-01", "a\ud800"]


@every_sample
@pytest.mark.parametrize("wrong", WRONG, ids=repr)
def test_a_wrong_value_anywhere_is_answered(sample: Sample, wrong: Any) -> None:
    """Any value of a payload replaced by any other: a document's data or faults, never a crash."""
    original = sample.payload
    for path, _ in leaves(original):
        payload = put(copy.deepcopy(original), path, wrong)
        found = faults(sample.stem, payload)
        assert set(found.values()) <= set(MESSAGES)


@every_sample
def test_a_missing_value_anywhere_is_answered(sample: Sample) -> None:
    """Any value taken away: the document can do without, or a fault says it is needed."""
    original = sample.payload
    for path, _ in leaves(original):
        payload = copy.deepcopy(original)
        node = payload
        for step in path[:-1]:
            node = node[step]
        del node[path[-1]]
        assert set(faults(sample.stem, payload).values()) <= set(MESSAGES)
