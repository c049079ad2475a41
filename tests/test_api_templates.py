"""Templates over the API: checked, never kept."""

from __future__ import annotations

import threading

import pytest
from markupsafe import escape
from test_api import problem
from web_client import API, STEMS, letters, real

from service import confined
from service.catalog import build_template
from service.config import PROJECT
from service.pipeline import MIMETYPES
from service.word.faults import explained

DOCX = MIMETYPES["docx"]


def check(client, stem, package, **options):
    options.setdefault("content_type", DOCX)
    return client.post(f"{API}/document-types/{stem}/template-checks", data=package, **options)


@pytest.mark.parametrize("stem", STEMS)
def test_a_built_in_template_is_valid(stem):
    answer = check(real(), stem, build_template(PROJECT, stem))
    assert answer.status_code == 200
    assert answer.json == {"valid": True, "faults": []}


def test_every_fault_is_told_with_its_place():
    answer = check(real(), STEMS[0], build_template(PROJECT, STEMS[1]))
    assert answer.status_code == 200
    assert answer.json["valid"] is False
    first = answer.json["faults"][0]
    assert sorted(first) == ["code", "message", "part", "place", "severity", "tag"]
    assert first["part"] == "word/document.xml"
    assert first["place"].startswith("Thân văn bản, ")


def test_what_is_no_template_is_a_fault():
    answer = check(letters(), "letter", b"not a zip")
    assert answer.status_code == 200
    assert answer.json["valid"] is False
    assert [fault["code"] for fault in answer.json["faults"]] == ["package_refused"]


def test_requests_that_bring_no_template():
    problem(check(letters(), "letter", b""), 400, "payload_unreadable")
    problem(check(letters(), "nope", b"x"), 404, "unknown_document_type")
    found = problem(
        check(letters(), "letter", b"x", content_type="application/json"),
        415,
        "unsupported_media_type",
    )
    assert DOCX in found["detail"]
    problem(check(letters(), "letter", b"x" * (2**21 + 1)), 413, "too_large")


def test_too_many_at_once_are_told_to_come_again(monkeypatch):
    busy = threading.BoundedSemaphore(1)
    busy.acquire()
    monkeypatch.setattr(confined, "_free", busy)
    answer = check(letters(), "letter", b"x")
    problem(answer, 503, "busy")
    assert int(answer.headers["Retry-After"]) > 0


def test_the_call_is_documented_once_with_its_file():
    paths = real().get(f"{API}/openapi.json").json["paths"]
    found = paths["/api/v1/document-types/{stem}/template-checks"]
    assert found["parameters"][0]["schema"]["enum"] == STEMS
    assert list(found["post"]["requestBody"]["content"]) == [DOCX]


def test_every_fault_of_a_template_is_explained():
    page = real().get(f"{API}/problems").get_data(as_text=True)
    for code, text in explained().items():
        assert f"<code>{code}</code></th><td>{escape(text)}</td>" in page
    assert "{% if … %}" in page
