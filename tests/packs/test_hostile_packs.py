"""Packs that nobody should send: each is answered, in its shape, and cheaply."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cost import growth
from documents import CATALOG, PIPELINE
from pack_cases import entry, findings
from pack_samples import MINUTES, PLEDGE, PROPOSAL
from small_home import GOOD, build_home
from web_client import API, real

from service import strict_json
from service.errors import MAX_FINDINGS
from service.packs.checking import Entry, check
from service.pipeline import Pipeline

URL = f"{API}/packs/check"


def send(value: Any, query: str = "") -> Any:
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return real().post(URL + query, data=data, content_type="application/json")


def document(name: str = "a", **changes: Any) -> dict[str, Any]:
    return {"name": name, "type": PLEDGE, "payload": {}} | changes


# Body, status, code and pointer of its first fault.
REFUSED: list[tuple[Any, int, str, str]] = [
    (b"", 400, "payload_unreadable", ""),
    (b"{", 400, "payload_unreadable", ""),
    (b'{"documents": [{"name": "a", "name": "b"}]}', 400, "duplicate_key", "/documents/0/name"),
    (b"[" * 100_000, 400, "payload_unreadable", ""),
    ([], 422, "not_object", ""),
    ({}, 422, "required", "/documents"),
    ({"documents": {}}, 422, "not_list", "/documents"),
    ({"documents": []}, 422, "too_few", "/documents"),
    ({"documents": [7]}, 422, "not_object", "/documents/0"),
    ({"documents": [document(str(n)) for n in range(51)]}, 422, "too_many", "/documents"),
    ({"documents": [document(), document()]}, 422, "duplicate_entry", "/documents/1/name"),
    ({"documents": [document(name="a\u0007")]}, 422, "control_character", "/documents/0/name"),
    ({"documents": [document(name="")]}, 422, "blank", "/documents/0/name"),
    ({"documents": [document(type=5)]}, 422, "not_text", "/documents/0/type"),
    ({"documents": [{"name": "a", "type": PLEDGE}]}, 422, "required", "/documents/0/payload"),
    ({"documents": [document(extra=1)]}, 422, "unknown_key", "/documents/0/extra"),
]


@pytest.mark.parametrize(("body", "status", "code", "pointer"), REFUSED)
def test_what_is_no_pack_is_refused(body: Any, status: int, code: str, pointer: str) -> None:
    """As one problem, every fault with its place in the body."""
    answer = send(body)
    assert answer.status_code == status
    assert answer.content_type == "application/problem+json"
    told = [(one["code"], one["pointer"]) for one in answer.json["errors"]]
    assert (code, pointer) in told or (answer.json["code"], pointer) == (code, "")


@pytest.mark.parametrize(
    "kind", ["", "nope", "LAUNCH_PLAN", "../x", "_parts", "x" * 60, "\x1b[31m"]
)
def test_an_unknown_type_is_told_at_its_document(kind: str) -> None:
    """And the others are checked."""
    wrong, right = check(PIPELINE, [Entry("a", kind, {}), entry(PLEDGE, {})])
    assert [(one.code, one.pointer, one.severity) for one in wrong.findings] == [
        ("pack_type_unknown", "", "error")
    ]
    assert (wrong.stem, wrong.valid, right.valid) == ("", False, True)
    assert all(stem in wrong.findings[0].message for stem in CATALOG)
    assert wrong.findings[0].message.isprintable()


@pytest.mark.parametrize("payload", [None, [], "x", 5, True, {}, {"a\ud800": 1}])
def test_any_payload_is_answered(payload: Any) -> None:
    """Whatever a document holds, it gets its faults and the others theirs."""
    answer = send({"documents": [document(payload=payload), document("b", payload=payload)]})
    assert answer.status_code == 200
    told = json.loads(answer.data)
    assert [one["valid"] for one in told["documents"]] == [False, False]
    assert all(one["findings"] for one in told["documents"])


def test_types_of_other_homes_are_checked_alone(tmp_path: Path) -> None:
    """Even where a type has the name of a built-in one, but not its fields."""
    home = build_home(tmp_path)
    for path in [*home.rglob("note*.json"), *home.rglob("note.py")]:
        text = path.read_text(encoding="utf-8").replace("class Note", "class LaunchPlan")
        path.with_name(path.name.replace("note", "launch_plan")).write_text(text, encoding="utf-8")
    pack = [Entry(stem, stem, GOOD) for stem in ("note", "launch_plan")]
    assert [(one.valid, one.findings) for one in check(Pipeline(home), pack)] == [(True, ())] * 2


def test_the_findings_of_a_document_are_bounded() -> None:
    """Thousands of contradictions do not make thousands of lines."""
    sample = strict_json.loads(CATALOG["award_proposal"].sample("bloc"))
    rows = [sample["collectives"][2] | {"name": f"Đơn vị {n}"} for n in range(1_000)]
    found = findings((MINUTES, PROPOSAL), {f"{PROPOSAL} /collectives": rows})
    assert len([one for name, one in found if name == PROPOSAL]) == MAX_FINDINGS


def test_large_packs_cost_no_more_than_their_size() -> None:
    """What is compared is found by its name, not by comparing everything with everything."""
    minutes = strict_json.loads(CATALOG["meeting_minutes"].sample("summing_up"))
    proposal = strict_json.loads(CATALOG["award_proposal"].sample("bloc"))

    def compare(count: int) -> None:
        names = [f"Đơn vị {n}" for n in range(count)]
        voted = minutes | {
            "quotas": [],
            "ballots": [minutes["ballots"][2] | {"subject": name} for name in names],
        }
        asked = [proposal["collectives"][2] | {"name": name} for name in names]
        pack = [
            Entry("m", "meeting_minutes", voted),
            Entry("p", "award_proposal", proposal | {"collectives": asked}),
        ]
        assert all(one.valid for one in check(PIPELINE, pack))

    assert growth(compare, 100) < 24
