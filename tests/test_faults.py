"""Bad payloads get every fault at once, each with its pointer, label, code; never a crash."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from documents import CATALOG, FIRST_SAMPLES, PIPELINE, SAMPLES, Sample, leaves, put

from service.errors import MAX_FINDINGS, MESSAGES, PayloadInvalid

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


def changed(name: str, changes: dict[str, Any]) -> dict[str, str]:
    """The faults of a sample after changes: pointer -> new value, DROP to take a key away."""
    payload = payload_of(name)
    for pointer, value in changes.items():
        path = [int(step) if step.isdecimal() else step for step in pointer[1:].split("/")]
        put(payload, tuple(path), value)
    return faults(name.split(".")[0], payload)


# Sample, pointer, wrong value there, code of the fault, and its pointer when it is another one.
WRONG_VALUES: list[tuple[Any, ...]] = [
    ("launch_plan", "/year", "2022", "not_whole_number"),
    ("launch_plan", "/year", 2022.5, "not_whole_number"),
    ("launch_plan", "/year", True, "not_whole_number"),
    ("launch_plan", "/subject", 15, "not_text"),
    ("launch_plan", "/subject", None, "null"),
    ("launch_plan", "/subject", "  ", "blank"),
    ("launch_plan", "/subject", "m\u1ed9t\nhai", "line_break_in_name"),
    ("launch_plan", "/subject", "a\u0007b", "control_character"),
    ("launch_plan", "/theme", "a\ud800b", "control_character"),
    ("launch_plan", "/theme", "a\ufffeb", "control_character"),
    ("launch_plan", "/signature/name", "x" * 10_000, "too_long"),
    ("launch_plan", "/purposes", [], "too_few"),
    ("launch_plan", "/purposes", "một", "not_list"),
    ("launch_plan", "/purposes", [None], "null", "/purposes/0"),
    ("launch_plan", "/issuer", [], "not_object"),
    ("launch_plan", "/number", 0, "too_small"),
    ("launch_plan", "/plan_kind", "month", "not_choice"),
    ("launch_plan", "/plan_kind", 1, "not_choice"),
    ("launch_plan", "/themes", "x", "unknown_key"),
    ("launch_plan", "/symbol", "KH-BQL", "computed_key"),
    ("launch_plan", "/start", "2022-02-30", "not_date"),
    ("launch_plan", "/start", "30 tháng 2", "not_date"),
    ("launch_plan", "/issuer/abbreviation", "bql", "not_abbreviation"),
    ("launch_plan", "/legal_bases/0/number", "số 5", "not_symbol"),
    ("launch_plan", "/start", "2022-12-31", "end_before_start", "/end"),
    ("launch_plan", "/end", "2023-01-31", "outside_year"),
    ("launch_plan", "/targets", [], "required_here"),
    ("launch_plan.round", "/occasions", [], "required_here"),
    ("launch_plan.round", "/round_number", "một", "not_whole_number"),
    ("launch_plan.enterprises", "/points_total", 90, "points_total", "/criteria"),
    ("launch_plan", "/funding/amount", 1, "over_funding"),
    ("meeting_minutes", "/members_total", 10, "attendance_total"),
    ("meeting_minutes", "/end", "2022-11-08T13:00", "end_before_start"),
    ("meeting_minutes", "/start", "2022-11-08 25:00", "not_moment"),
    ("meeting_minutes", "/elections/0/unit", "Công ty Lạ", "not_a_member"),
    ("meeting_minutes", "/elections/0/agree", 9, "votes_not_counted"),
    ("meeting_minutes", "/chair/name", "Người Lạ", "not_attending"),
    ("meeting_minutes.summing_up", "/ballots/0/percent", 90, "unknown_key"),
    ("meeting_minutes.summing_up", "/ballots/0/passed", True, "computed_key"),
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
    ("meeting_minutes.summing_up", "/ballots/0/issued", 99, "ballots_over_present"),
    ("meeting_minutes.summing_up", "/scores/0/total", 1, "score_total"),
    ("meeting_minutes.council", "/ballots/0/written_agree", 3, "opinions_over_absent"),
    ("emulation_pledge", "/copies", 3, "too_few_copies"),
    ("emulation_pledge", "/date", "2019-01-15", "pledge_year"),
    ("emulation_pledge.enterprises", "/registrations/0/member", "Lạ", "not_a_member"),
    ("emulation_pledge.unit", "/addressees", [], "required_here"),
    ("award_proposal", "/collectives/0/votes/agree", 99, "votes_over_base"),
    ("award_proposal", "/collective_reports/0/subject", "Lạ", "subject_not_proposed"),
    ("award_proposal", "/confirmations/0/satisfied", False, "confirmation_refused"),
    ("award_proposal", "/period/end", 1990, "period_reversed"),
    ("award_proposal", "/signature/post", None, "post_missing"),
]


@pytest.mark.parametrize("row", WRONG_VALUES, ids=lambda row: f"{row[0]}{row[1]}-{row[3]}")
def test_each_fault_has_its_place_and_code(row: tuple[Any, ...]) -> None:
    """One wrong value in a valid payload gives its fault, and only faults that follow from it."""
    name, pointer, value, code = row[:4]
    place = row[4] if len(row) > 4 else pointer
    found = changed(name, {pointer: value})
    assert found.get(place) == code
    assert set(found) - {place} <= consequences(found)


def consequences(found: dict[str, str]) -> set[str]:
    """Faults that rightly follow from another: dates outside of a moved end, and the like."""
    following = {
        "after_end",
        "cited_later",
        "rounds_overlap",
        "end_before_issue",
        "rank_order",
        "outside_year",
    }
    return {pointer for pointer, code in found.items() if code in following}


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
