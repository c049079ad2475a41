"""The clerk's page: usable without scripts, without internet, and with anyone's input."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import threading
from typing import Any
from urllib.parse import quote

import docx
import pytest
from web_client import API, STEMS, Page, application, letters, real
from werkzeug.serving import make_server

PAGES = ["/", *(f"/documents/{stem}" for stem in STEMS), f"{API}/problems", f"{API}/docs", "/nope"]


def send(
    payload: bytes = b"", *, text: str = "", action: str = "make", name: str = "a.json"
) -> Any:
    form = {"action": action, "text": text}
    files = {"file": (io.BytesIO(payload), name)} if payload else {}
    return letters().post("/documents/letter", data={**form, **files})


def page_of(answer: Any, status: int = 200) -> Page:
    assert answer.status_code == status
    assert answer.content_type == "text/html; charset=utf-8"
    assert "Traceback" not in answer.get_data(as_text=True)
    return Page(answer.get_data(as_text=True))


# The way of a clerk


def test_first_page_leads_to_every_type():
    page = page_of(real().get("/"))
    links = [reference for reference in page.references if reference.startswith("/documents/")]
    assert links == [f"/documents/{stem}" for stem in STEMS]


@pytest.mark.parametrize("stem", STEMS)
def test_every_type_has_samples_a_form_and_its_fields(stem):
    page = page_of(real().get(f"/documents/{stem}"))
    downloads = [link for link in page.all("a") if "download" in link]
    assert downloads[0]["download"] == f"{stem}.json"
    for link in downloads:
        assert json.loads(real().get(link["href"]).data)
    labels = {label["for"] for label in page.all("label")}
    controls = [c for c in page.all("input") + page.all("textarea") if c.get("type") != "hidden"]
    assert labels == {control["id"] for control in controls}
    rows = [row["id"] for row in page.all("tr") if row.get("id")]
    fields = real().get(f"{API}/document-types/{stem}").json["fields"]
    assert {f"field-{field['path']}" for field in fields} <= set(rows)
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize("stem", STEMS)
def test_uploaded_sample_comes_back_as_a_document(stem):
    upload = {"file": (io.BytesIO(real().sample(stem)), "mẫu.json"), "action": "make"}
    answer = real().post(f"/documents/{stem}", data=upload)
    assert answer.status_code == 200, Page(answer.get_data(as_text=True)).text
    assert answer.headers["Content-Disposition"].startswith("attachment")
    docx.Document(io.BytesIO(answer.data))


def test_pasted_text_works_as_well_as_a_file():
    answer = send(text=letters().sample("letter").decode().replace("\n", "\r\n"))
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_sample_can_be_opened_in_the_form():
    page = page_of(letters().get("/documents/letter?sample=guests"))
    assert "Lý Ỷ Lan" in page.text
    page_of(letters().get("/documents/letter?sample=nope"), 404)


def test_faults_are_listed_and_what_was_sent_stays_for_mending():
    payload = {"subject": "", "copies": 99, "signer": {"name": "Đặng Ước"}, "guests": [{}]}
    page = page_of(send(json.dumps(payload, ensure_ascii=False).encode()), 422)
    assert "Có 3 chỗ cần sửa" in page.text
    for told in ("Khách mời › mục 1 › Họ và tên", "/guests/0/name", "Không được quá 9", "Đặng Ước"):
        assert told in page.text
    alert = next(s for s in page.all("section") if s.get("role") == "alert")
    assert "autofocus" in alert
    assert alert["tabindex"] == "-1"


def test_check_tells_the_verdict_without_making_a_document():
    page = page_of(send(letters().sample("letter"), action="check"))
    assert "Dữ liệu hợp lệ" in page.text
    assert "Có 2 chỗ cần sửa" in page_of(send(b"{}", action="check"), 422).text


@pytest.mark.parametrize(
    ("payload", "told"),
    [
        (b"", "Chưa có dữ liệu"),
        (b" \n ", "Chưa có dữ liệu"),
        (b"PK\x03\x04", "Không đọc được dữ liệu JSON"),
        (b"\xff\xfe{\x00", "UTF-8"),
        (b'{"a": "\x00"}', "Sai cú pháp JSON"),
        (b'{"a": 1, "a": 2}', "hai lần"),
    ],
)
def test_unusable_uploads_come_back_with_the_reason(payload, told):
    page = page_of(send(payload), 400)
    assert told in page.text
    assert page.all("form")


@pytest.mark.parametrize("form", [{}, {"file": "no file"}, {"text": ""}, {"action": "make"}])
def test_forms_that_lack_parts_are_told_so(form):
    assert "Chưa có dữ liệu" in page_of(letters().post("/documents/letter", data=form), 400).text


@pytest.mark.parametrize(
    ("method", "path", "status", "told"),
    [
        ("GET", "/nope", 404, "Không tìm thấy"),
        ("GET", "/documents/nope", 404, "Không có loại văn bản này"),
        ("PUT", "/", 405, "Sai phương thức"),
    ],
)
def test_failures_are_pages_for_people(method, path, status, told):
    page = page_of(letters().open(path, method=method), status)
    assert told in page.text
    assert "/" in page.references


def test_too_large_upload_is_a_page():
    answer = letters().post("/documents/letter", data={"text": " " * (2 * 1024 * 1024)})
    assert "nhiều nhất 2 MB" in page_of(answer, 413).text


# Anyone's input

XSS = '"><script>alert(1)</script><img src=x onerror=alert(1)>'


@pytest.mark.parametrize(
    "payload",
    [{XSS: 1}, {"subject": XSS, "tone": XSS}, {"signer": {XSS: XSS}}, {"guests": [{XSS: [XSS]}]}],
)
def test_input_is_never_markup(payload):
    for action in ("make", "check"):
        page = page_of(
            send(json.dumps(payload).encode(), action=action, name="<img src=x>.json"), 422
        )
        assert not page.all("script")
        assert not page.all("img")


def test_address_is_never_markup():
    page = page_of(letters().get(f"/documents/{XSS}"), 404)
    assert not page.all("script")
    assert not page.all("img")


@pytest.mark.parametrize(
    "text", ['{"\\ud800": 1}', '{"a\\u0000": "\\udfff"}', "</textarea><script>"]
)
def test_odd_characters_never_break_the_page(text):
    page = page_of(send(text.encode()), 400 if text.startswith("<") else 422)
    assert not page.all("script")


# Nothing from elsewhere


@pytest.mark.parametrize("path", PAGES)
def test_pages_refer_to_their_own_origin_only(path):
    page = Page(real().get(path).get_data(as_text=True))
    assert page.references
    for reference in page.references:
        assert reference.startswith(("/", "#"))
        assert not reference.startswith("//")
        if reference.startswith("/"):
            assert real().get(reference).status_code in {200, 405}, reference


@pytest.mark.parametrize("path", PAGES)
def test_pages_have_no_inline_scripts_or_styles(path):
    page = Page(real().get(path).get_data(as_text=True))
    assert all("src" in script for script in page.all("script"))
    assert not page.all("style")
    assert not any(name == "style" or name.startswith("on") for _, a in page.tags for name in a)
    assert {html["lang"] for html in page.all("html")} == {"vi"}


def test_stylesheet_fetches_nothing():
    for name in ("vanthu.css", "swagger.css"):
        sheet = real().get(f"/static/{name}").get_data(as_text=True)
        assert "url(" not in sheet
        assert "@import" not in sheet


# In a real browser

# Swagger UI's link to one operation, which it opens.
OPERATION = f"#/{quote('Văn bản')}/make_document_{STEMS[0]}"


@pytest.fixture(scope="module")
def origin():
    server = make_server("127.0.0.1", 0, application(), threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def browse(url: str, folder: Any) -> tuple[Page, str]:
    """The page after its scripts ran, in a browser that can reach nothing but 127.0.0.1."""
    flags = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-sync",
        "--disable-background-networking",
        "--disable-component-update",
        "--enable-logging=stderr",
        "--virtual-time-budget=8000",
        "--dump-dom",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        f"--user-data-dir={folder}",
    ]
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or "google-chrome"
    command = [browser, *flags, url]
    done = subprocess.run(command, capture_output=True, text=True, timeout=90, check=True)
    return Page(done.stdout), done.stderr


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/", "Chọn loại văn bản"),
        (f"/documents/{STEMS[0]}", "Các trường dữ liệu"),
        (f"{API}/docs{OPERATION}", "Vanthu-Findings"),
    ],
)
def test_browser_shows_the_page_without_internet(origin, tmp_path, path, told):
    page, log = browse(f"{origin}{path}", tmp_path)
    assert told in page.text
    assert "Content Security Policy" not in log
    assert "Uncaught" not in log
