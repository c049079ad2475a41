"""The API as a story: what there is, how it looks, a document, and everything that can fail."""

from __future__ import annotations

import base64
import hashlib
import io
import json
from typing import Any

import docx
import jsonschema
import pytest
from cost import growth
from markupsafe import escape
from openapi_spec_validator import validate
from web_client import API, LETTER_HOME, STEMS, application, letters, real
from werkzeug.http import parse_options_header

from service.errors import MESSAGES, TemplateBroken
from service.pipeline import Pipeline
from service.web.answers import attachment
from service.web.problems import known_problems

MEMBERS = ["type", "title", "status", "detail", "code", "errors"]
LIMIT = 2 * 1024 * 1024


def problem(answer: Any, status: int, code: str) -> dict[str, Any]:
    """The problem of an answer, once it has the one shape."""
    assert answer.status_code == status, answer.get_data(as_text=True)
    assert answer.content_type == "application/problem+json"
    found = json.loads(answer.data)
    assert list(found) == MEMBERS
    assert (found["status"], found["code"]) == (status, code)
    assert found["title"]
    assert found["detail"]
    assert found["type"] == f"{API}/problems#{code}"
    return found


# What there is


def test_types_are_listed_with_links_that_work():
    client = real()
    types = client.get(f"{API}/document-types").json
    assert [kind["stem"] for kind in types] == STEMS
    for kind in types:
        for name, link in kind["links"].items():
            allowed = 405 if name in {"make", "check", "check_template"} else 200
            assert client.get(link).status_code == allowed, link


@pytest.mark.parametrize("stem", STEMS)
def test_type_tells_its_schema_fields_and_samples(stem):
    kind = real().get(f"{API}/document-types/{stem}").json
    assert kind["json_schema"] == real().get(f"{API}/document-types/{stem}/schema").json
    assert [field["key"] for field in kind["fields"]]
    assert kind["samples"][0]["variant"] == "default"
    for sample in kind["samples"]:
        assert json.loads(real().get(sample["link"]).data) == sample["value"]


@pytest.mark.parametrize("stem", STEMS)
def test_samples_satisfy_the_json_schema_and_the_check(stem):
    schema = real().get(f"{API}/document-types/{stem}/schema")
    assert schema.mimetype == "application/schema+json"
    for sample in real().get(f"{API}/document-types/{stem}").json["samples"]:
        jsonschema.Draft202012Validator(schema.json).validate(sample["value"])
        assert real().check(stem, real().sample(stem, sample["variant"])).json["valid"] is True


def test_fields_tell_labels_kinds_help_and_choices():
    fields = {f["key"]: f for f in letters().get(f"{API}/document-types/letter").json["fields"]}
    assert fields["tone"]["choices"] == {"warm": "thân mật", "formal": "trang trọng"}
    assert fields["guests"]["kind"] == "danh sách 0–50 mục; mỗi mục: nhóm trường"
    post = fields["guests"]["fields"][1]
    assert post == {
        "key": "post",
        "path": "guests.post",
        "label": "Chức vụ",
        "kind": "chữ trên một dòng",
        "help": "Ví dụ: Trưởng ban.",
        "required": False,
        "choices": {},
        "fields": [],
    }


# A document


@pytest.mark.parametrize("stem", STEMS)
def test_sample_becomes_the_document_the_pipeline_makes(stem):
    payload = real().sample(stem)
    answer = real().make(stem, payload)
    assert answer.status_code == 200, answer.get_data(as_text=True)
    docx.Document(io.BytesIO(answer.data))
    made = Pipeline(LETTER_HOME.parents[1]).make(stem, payload)
    disposition, options = parse_options_header(answer.headers["Content-Disposition"])
    assert (disposition, options["filename"]) == ("attachment", made.name)
    assert answer.data == made.data
    assert answer.headers["Vanthu-Findings"] == str(len(made.findings))


def test_document_says_what_the_payload_says_and_bears_its_digest():
    answer = letters().make("letter", letters().sample("letter", "guests"))
    lines = [paragraph.text for paragraph in docx.Document(io.BytesIO(answer.data)).paragraphs]
    assert lines == ["mời dự lễ ký kết", "", "Nguyễn Văn A; Trần Thị B; ", "Lý Ỷ Lan"]
    digest = base64.b64encode(hashlib.sha256(answer.data).digest()).decode()
    assert answer.headers["Repr-Digest"] == f"sha-256=:{digest}:"
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("charset", ["", "; charset=utf-8", ";charset=UTF-8"])
def test_json_is_accepted_with_or_without_charset(charset):
    payload = b"\xef\xbb\xbf" + letters().sample("letter")
    answer = letters().make("letter", payload, content_type=f"application/json{charset}")
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("name", "fallback"),
    [
        ("15-KH-BQL Phát động.docx", "15-KH-BQL Phat dong.docx"),
        ("Đ đ Ư ơ.docx", "D d U o.docx"),
        ("Thư 漢字.docx", "Thu __.docx"),
        ("100% 'x'; a&b, c.docx", "100% 'x'; a&b, c.docx"),
    ],
)
def test_download_name_has_an_ascii_and_a_true_form(name, fallback):
    header = attachment(name)
    assert header.isascii()
    assert f'filename="{fallback}"' in header
    assert parse_options_header(header)[1]["filename"] == name


# Faults

TEN_FAULTS: dict[str, Any] = {
    "body": 7,
    "tone": "gay gắt",
    "date": "2022-02-30",
    "read_at": "sáng nay",
    "copies": 10,
    "weight": 0.00001,
    "urgent": "có",
    "signer": {"name": "  ", "chuc_vu": "Trưởng ban"},
    "guests": [{"name": "A"}, {"post": "B"}],
    "answers": "công văn cũ",
}
EXPECTED = [
    ("/subject", "Trích yếu", "required"),
    ("/body", "Nội dung", "not_text"),
    ("/tone", "Giọng thư", "not_choice"),
    ("/date", "Ngày viết", "not_date"),
    ("/read_at", "Giờ đọc thư", "not_moment"),
    ("/copies", "Số bản", "too_large"),
    ("/weight", "Khối lượng", "too_precise"),
    ("/urgent", "Hỏa tốc", "not_boolean"),
    ("/answers", "Trả lời văn bản", "not_symbol"),
    ("/signer/name", "Người ký › Họ và tên", "blank"),
    ("/signer/chuc_vu", "Người ký › chuc_vu", "unknown_key"),
    ("/guests/1/name", "Khách mời › mục 2 › Họ và tên", "required"),
]


def places(faults: list[dict[str, str]]) -> list[tuple[str, str, str]]:
    return sorted((fault["pointer"], fault["label"], fault["code"]) for fault in faults)


def test_every_fault_is_told_at_once():
    payload = json.dumps(TEN_FAULTS).encode()
    found = problem(letters().make("letter", payload), 422, "payload_invalid")
    assert places(found["errors"]) == sorted(EXPECTED)
    assert all(
        sorted(fault) == ["code", "label", "message", "pointer"] for fault in found["errors"]
    )
    verdict = letters().check("letter", payload)
    assert verdict.status_code == 200
    assert verdict.json["valid"] is False
    assert places(verdict.json["findings"]) == sorted(EXPECTED)
    assert {finding["severity"] for finding in verdict.json["findings"]} == {"error"}


@pytest.mark.parametrize("stem", STEMS)
@pytest.mark.parametrize("payload", [b"{}", b"[]", b"null", b'"x"', b"7"])
def test_any_json_that_is_no_payload_is_told_so(stem, payload):
    problem(real().make(stem, payload), 422, "payload_invalid")
    assert real().check(stem, payload).json["valid"] is False


@pytest.mark.parametrize(
    ("payload", "told"),
    [
        (b"", "không có dữ liệu"),
        (b"{", "ở cột 2"),
        (b'{"subject": "\xff"}', "UTF-8"),
        (b'{"a": NaN}', "NaN"),
        (b'{"a": 1, "a": 2}', "trùng tên"),
        (b"[" * 33 + b"]" * 33, "lồng quá sâu"),
        (b"[" * 200_000, ""),
        (b"9" * 5000, "Số quá dài"),
        (b'{"a": 1e9999999999999999999999}', "Số mũ"),
    ],
)
@pytest.mark.parametrize("action", ["make", "check"])
def test_unreadable_json_is_a_bad_request(action, payload, told):
    found = problem(getattr(letters(), action)("letter", payload), 400, "payload_unreadable")
    assert told in found["detail"]


def test_duplicate_keys_are_told_by_their_place():
    found = letters().make("letter", b'{"signer": {"name": "A", "name": "B"}}').json
    assert [(e["pointer"], e["code"]) for e in found["errors"]] == [
        ("/signer/name", "duplicate_key")
    ]


def test_body_may_have_the_limit_and_not_one_byte_more():
    payload = letters().sample("letter")
    assert letters().make("letter", payload.ljust(LIMIT)).status_code == 200
    found = problem(letters().make("letter", payload.ljust(LIMIT + 1)), 413, "too_large")
    assert "2 MB" in found["detail"]


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "image/png", None]
)
def test_other_media_types_are_refused(kind):
    answer = letters().make("letter", b"{}", content_type=kind)
    problem(answer, 415, "unsupported_media_type")


@pytest.mark.parametrize(
    "stem", ["nope", "..", "%2e%2e%2fletter", "letter%00", "LETTER", "_parts", "x" * 5000]
)
def test_unknown_types_are_not_found(stem):
    for answer in (
        letters().make(stem, b"{}"),
        letters().get(f"{API}/document-types/{stem}"),
        letters().get(f"{API}/document-types/{stem}/schema"),
    ):
        assert answer.json["code"] in {"unknown_document_type", "not_found"}
        assert len(problem(answer, 404, answer.json["code"])["detail"]) < 500


def test_unknown_sample_names_those_there_are():
    answer = letters().get(f"{API}/document-types/letter/samples/nope")
    assert "default, guests" in problem(answer, 404, "unknown_sample")["detail"]


@pytest.mark.parametrize(
    "path", ["", "/nope", "/documents", "/docs/index.html", "/docs/..%2f__init__.py"]
)
def test_unknown_paths_are_not_found(path):
    problem(letters().get(f"{API}{path}/"), 404, "not_found")


def test_wrong_method_tells_those_allowed():
    answer = letters().delete(f"{API}/documents/letter")
    problem(answer, 405, "method_not_allowed")
    assert set(answer.headers["Allow"].split(", ")) == {"POST", "OPTIONS"}


def test_unforeseen_error_tells_and_logs_nothing_of_the_payload(monkeypatch, caplog):
    payload = letters().sample("letter")

    def fail(*_: Any, **__: Any) -> None:
        raise RuntimeError(payload.decode())

    monkeypatch.setattr(Pipeline, "make", fail)
    answer = letters().make("letter", payload)
    problem(answer, 500, "internal_error")
    for text in (answer.get_data(as_text=True), caplog.text):
        assert "Ước" not in text
        assert "Đại hội" not in text
    assert "RuntimeError" in caplog.text
    assert "Traceback" not in answer.get_data(as_text=True)


def test_broken_template_is_the_servers_fault(monkeypatch):
    def fail(*_: Any, **__: Any) -> None:
        raise TemplateBroken("Mẫu hỏng.")

    monkeypatch.setattr(Pipeline, "make", fail)
    problem(letters().make("letter", b"{}"), 500, "template_broken")


# Rough handling

NASTY = [
    "\\ud800",
    "\\udfff\\ud800",
    "\\u0000",
    "\\u001b[31m",
    "\\u2028",
    "\\r\\nX: y",
    "~/~1",
    "<script>",
]


@pytest.mark.parametrize("nasty", NASTY)
def test_odd_characters_never_break_an_answer(nasty):
    for payload in (
        f'{{"{nasty}": 1}}',
        f'{{"{nasty}": 1, "{nasty}": 2}}',
        f'{{"subject": "{nasty}", "signer": {{"name": "{nasty}", "{nasty}": "{nasty}"}}}}',
        f'{{"tone": "{nasty}", "date": "{nasty}", "answers": "{nasty}", "guests": "{nasty}"}}',
    ):
        for answer in (
            letters().make("letter", payload.encode()),
            letters().check("letter", payload.encode()),
        ):
            assert answer.status_code in {200, 400, 422}
            json.loads(answer.data.decode("utf-8"))


def test_text_that_utf8_cannot_hold_is_replaced():
    assert application().response_class("a\ud800b").data == b"a?b"


def test_a_name_with_odd_characters_stays_in_its_header():
    payload = {"subject": 'a"; filename="evil.exe /..\\x; 漢', "signer": {"name": "A"}}
    answer = letters().make("letter", json.dumps(payload).encode())
    name = parse_options_header(answer.headers["Content-Disposition"])[1]["filename"]
    assert name.endswith(".docx")
    assert not set('/\\"') & set(name)


@pytest.mark.parametrize("guests", [[7], [{}], [{"name": ""}], [{"x": 1}]])
def test_too_long_lists_cost_no_more_than_reading_them(guests):
    def refuse(count):
        payload = json.dumps({"guests": guests * count}).encode()
        found = problem(letters().make("letter", payload), 422, "payload_invalid")
        assert [e["code"] for e in found["errors"] if e["pointer"] == "/guests"] == ["too_many"]

    assert growth(refuse, 5_000) < 24


SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
        "object-src 'none'; img-src 'self' data:"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
# Path -> its status, and whether its answer may be kept: only files that hold no payload.
ANSWERS = [
    ("/", 200, "no-store"),
    ("/documents/letter", 200, "no-store"),
    (f"{API}/document-types", 200, "no-store"),
    (f"{API}/problems", 200, "no-store"),
    ("/healthz", 200, "no-store"),
    (f"{API}/nope", 404, "no-store"),
    ("/nope", 404, "no-store"),
    (f"{API}/documents/letter", 405, "no-store"),
    ("/static/vanthu.css", 200, "no-cache"),
]


@pytest.mark.parametrize(("path", "status", "kept"), ANSWERS)
def test_every_answer_bears_the_security_headers(path, status, kept):
    answer = letters().get(path)
    assert answer.status_code == status
    assert {name: answer.headers[name] for name in SECURITY_HEADERS} == SECURITY_HEADERS
    assert answer.headers.getlist("Cache-Control") == [kept]


def test_documents_bear_the_security_headers():
    for payload, status in ((letters().sample("letter"), 200), (b"{}", 422), (b"{", 400)):
        answer = letters().make("letter", payload)
        assert answer.status_code == status
        assert {name: answer.headers[name] for name in SECURITY_HEADERS} == SECURITY_HEADERS
        assert answer.headers.getlist("Cache-Control") == ["no-store"]


def test_health_and_readiness():
    assert letters().get("/healthz").json == {"status": "ok"}
    ready = letters().get("/readyz").json
    assert (ready["status"], ready["document_types"]) == ("ready", ["letter"])
    assert ready["docx"] == {"ready": True}
    assert ready["pdf"] == {"ready": True, "missing": []}


def test_real_service_is_ready():
    assert real().get("/readyz").json["document_types"] == STEMS


# The API's own description


def test_openapi_document_is_valid_and_shows_each_type():
    found = real().get(f"{API}/openapi.json").json
    validate(found)
    assert found["openapi"] == "3.1.0"
    for stem in STEMS:
        for path in (f"{API}/documents/{stem}", f"{API}/documents/{stem}/check"):
            body = found["paths"][path]["post"]["requestBody"]["content"]["application/json"]
            assert body["schema"] == {"$ref": f"#/components/schemas/{stem}"}
            assert body["examples"]["default"]["value"] == json.loads(real().sample(stem))


def test_openapi_document_knows_one_shape_of_failure():
    found = real().get(f"{API}/openapi.json").json
    documented = set()
    for item in found["paths"].values():
        for operation in (item[method] for method in ("get", "post") if method in item):
            for status, answer in operation["responses"].items():
                if status != "200":
                    documented.add(int(status))
                    content = {"schema": {"$ref": "#/components/schemas/Problem"}}
                    assert (
                        answer["content"]["application/problem+json"]["schema"] == content["schema"]
                    )
    assert documented == {400, 404, 405, 413, 415, 422, 500, 503}
    assert list(found["components"]["schemas"]["Problem"]["properties"]) == MEMBERS
    assert "Error" not in found["components"]["schemas"]


def test_every_problem_code_is_explained_where_its_type_points():
    page = real().get(f"{API}/problems").get_data(as_text=True)
    for status, code, title in known_problems():
        assert page.count(f'id="{code}"') == 1
        assert f'<tr id="{code}"><td>{status}</td>' in page
        assert title in page
    for code, text in MESSAGES.items():
        assert f"<code>{code}</code></th><td>{escape(text)}</td>" in page


def test_problems_that_occur_are_known_ones():
    known = {(status, code) for status, code, _ in known_problems()}
    answers = [
        letters().make("letter", b"{"),
        letters().make("letter", b"{}"),
        letters().make("nope", b"{}"),
        letters().make("letter", b"{}", content_type="text/plain"),
        letters().make("letter", b" " * (LIMIT + 1)),
        letters().get(f"{API}/nope"),
        letters().get(f"{API}/document-types/letter/samples/nope"),
        letters().delete(f"{API}/documents/letter"),
    ]
    found = [(answer.status_code, answer.json["code"]) for answer in answers]
    assert len(set(found)) == len(answers)
    assert set(found) <= known
