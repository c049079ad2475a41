"""Documents as PDF and as pictures: over the API, on the page and in a browser, by command."""

from __future__ import annotations

import html
import io
import shutil
import struct
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pdfplumber
import pikepdf
import pytest
from documents import FIRST_SAMPLES, Sample, paragraphs
from test_page import browse, origin  # noqa: F401 - a fixture
from web_client import Client, application, real

from service.cli import main
from service.config import PROJECT, Settings
from service.pdf.errors import PdfBusy, PdfUnavailable
from service.pdf.needs import find_tools
from service.pdf.office import Office
from service.web.app import create_app
from service.web.current import EXTENSION

FIRST = FIRST_SAMPLES[0]


def said(pdf: bytes) -> str:
    """The letters of a PDF, without white space and page numbers' places."""
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return "".join("".join((page.extract_text() or "").split()) for page in document.pages)


def payload(sample: Sample) -> bytes:
    return real().sample(sample.stem)


@pytest.fixture
def office() -> Iterator[mock.Mock]:
    """The conversion of the application, to fail as a test wishes."""
    pipeline = application().extensions[EXTENSION]
    with mock.patch.object(pipeline.office, "convert") as convert:
        yield convert


@pytest.mark.parametrize("sample", FIRST_SAMPLES, ids=str)
def test_a_pdf_says_what_the_document_says(sample: Sample) -> None:
    """Asked for by Accept, named as the document is."""
    answer = real().make(sample.stem, payload(sample), headers={"Accept": "application/pdf"})
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert ".pdf" in answer.headers["Content-Disposition"]
    told = said(answer.data)
    longest = max(paragraphs(sample.make()), key=len)
    assert "".join(longest.split())[:60] in told


@pytest.mark.parametrize("accept", ["*/*", "", "text/html", "application/pdf;q=0.1, */*"])
def test_word_is_what_others_get(accept: str) -> None:
    """Who asks for nothing in particular gets the .docx."""
    answer = real().make(FIRST.stem, payload(FIRST), headers={"Accept": accept})
    assert answer.data[:2] == b"PK"


@pytest.mark.parametrize(("query", "width"), [("", 1000), ("?page=2&width=400", 400)])
def test_a_page_as_a_picture(query: str, width: int) -> None:
    """A PNG of the width asked for."""
    answer = picture(query)
    assert (answer.status_code, answer.mimetype) == (200, "image/png")
    assert struct.unpack(">I", answer.data[16:20]) == (width,)


@pytest.mark.parametrize("query", ["?page=99", "?page=0", "?page=x", "?page=²", "?width=9999999"])
def test_pages_that_are_not_there(query: str) -> None:
    """404, and how many there are."""
    assert picture(query).status_code == 404
    assert picture(query).json["code"] == "no_such_page"


def picture(query: str):
    return real().post(
        f"/api/v1/documents/{FIRST.stem}{query}",
        data=payload(FIRST),
        content_type="application/json",
        headers={"Accept": "image/png"},
    )


def test_a_full_queue(office: mock.Mock) -> None:
    """503, and when to come again."""
    office.side_effect = PdfBusy(7)
    answer = real().make(FIRST.stem, payload(FIRST), headers={"Accept": "application/pdf"})
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "7")
    assert answer.json["code"] == "pdf_busy"


def test_a_machine_without_libreoffice(office: mock.Mock) -> None:
    """The reason is told; Word documents are made all the same."""
    office.side_effect = PdfUnavailable("Thiếu LibreOffice Writer.")
    answer = real().make(FIRST.stem, payload(FIRST), headers={"Accept": "application/pdf"})
    assert (answer.status_code, answer.json["detail"]) == (503, "Thiếu LibreOffice Writer.")
    assert real().make(FIRST.stem, payload(FIRST)).status_code == 200
    page = real().post(f"/documents/{FIRST.stem}", data=form("preview"))
    assert page.status_code == 503
    assert "Thiếu LibreOffice Writer." in page.text


def conformance(pdf: bytes) -> tuple[str | None, str | None]:
    """Part and level of PDF/A that a file says it keeps to."""
    with pikepdf.open(io.BytesIO(pdf)) as opened, opened.open_metadata() as metadata:
        return metadata.get("pdfaid:part"), metadata.get("pdfaid:conformance")


def test_a_pdf_for_archives() -> None:
    """PDF/A-2b for who asks for it; nobody else gets one."""
    asked = {"Accept": "application/pdf"}
    url = f"/api/v1/documents/{FIRST.stem}"
    for query, expected in {"?profile=pdfa": ("2", "B"), "": (None, None)}.items():
        sent = {"data": payload(FIRST), "content_type": "application/json", "headers": asked}
        answer = real().post(url + query, **sent)
        assert (answer.mimetype, conformance(answer.data)) == ("application/pdf", expected)


@pytest.mark.parametrize(
    ("query", "accept"),
    [
        ("?profile=pdfx", "application/pdf"),
        ("?profile=", "application/pdf"),
        ("?profile=pdfa", "*/*"),
    ],
)
def test_no_other_profile(query: str, accept: str) -> None:
    """Nor one of a Word document: 400, and what there is."""
    answer = real().post(
        f"/api/v1/documents/{FIRST.stem}{query}",
        data=payload(FIRST),
        content_type="application/json",
        headers={"Accept": accept},
    )
    assert (answer.status_code, answer.json["code"]) == (400, "profile_unknown")
    assert "?profile=pdfa" in answer.json["detail"]


def test_parameters_are_documented() -> None:
    """With what they may hold, for each type."""
    paths = real().get("/api/v1/openapi.json").json["paths"]
    told = paths[f"/api/v1/documents/{FIRST.stem}"]["post"]["parameters"]
    assert {one["name"]: one["in"] for one in told} == dict.fromkeys(
        ("profile", "page", "width", "strict"), "query"
    )
    assert told[0]["schema"]["enum"] == ["pdfa"]


# What fonts-liberation 1.07 is to fontconfig: four faces, none with all Vietnamese letters.
OLD_FONT = """#!/bin/sh
case "$*" in *:lang=vi) ;; *) printf '0 80\\n0 200\\n100 80\\n100 200\\n' ;; esac
"""


def lacking(folder: Path, *programs: str) -> Client:
    """The service on a machine that has these programs alone."""
    for name in programs:
        if name == "old font":
            (folder / "fc-list").write_text(OLD_FONT, encoding="ascii")
            (folder / "fc-list").chmod(0o755)
        else:
            (folder / Path(name).name).symlink_to(shutil.which(name) or name)
    app = create_app(Settings())
    app.test_client_class = Client
    app.extensions[EXTENSION].office = Office(1, tools=lambda: find_tools(str(folder)))
    return app.test_client()


MACHINES = [
    ([], ["libreoffice_missing", "uno_missing", "fontconfig_missing"]),
    (["fc-list"], ["libreoffice_missing", "uno_missing"]),
    (["fc-list", "soffice"], ["uno_missing"]),
    (["old font", "soffice", "/usr/bin/python3"], ["font_letters_missing"]),
]


@pytest.mark.parametrize(("programs", "codes"), MACHINES)
def test_readiness_says_what_is_missing(
    tmp_path: Path, programs: list[str], codes: list[str]
) -> None:
    """Ready for .docx all the same; who asks for a PDF is told the same."""
    client = lacking(tmp_path, *programs)
    ready = client.get("/readyz")
    assert (ready.status_code, ready.json["docx"]) == (200, {"ready": True})
    missing = ready.json["pdf"]["missing"]
    assert ready.json["pdf"]["ready"] is False
    assert [one["code"] for one in missing] == codes
    for one in missing:
        assert one["message"].endswith(" ".join(one["packages"]))
    refused = client.make(FIRST.stem, payload(FIRST), headers={"Accept": "application/pdf"})
    assert (refused.status_code, refused.json["code"]) == (503, "pdf_unavailable")
    told = [(one["code"], one["message"]) for one in refused.json["errors"]]
    assert told == [(one["code"], one["message"]) for one in missing]
    assert client.make(FIRST.stem, payload(FIRST)).status_code == 200


def form(action: str) -> dict[str, str]:
    return {"text": payload(FIRST).decode(), "action": action}


def test_the_page_gives_a_pdf() -> None:
    """By its button."""
    answer = real().post(f"/documents/{FIRST.stem}", data=form("pdf"))
    assert (answer.mimetype, answer.data[:5]) == ("application/pdf", b"%PDF-")


def test_a_browser_shows_the_preview(origin: str, tmp_path: Path) -> None:  # noqa: F811
    """Every page as a picture that a real browser has drawn, beside the buttons to download."""
    sender = tmp_path / "send.html"
    sender.write_text(
        f'<form id="f" method="post" enctype="multipart/form-data" '
        f'action="{origin}/documents/{FIRST.stem}">'
        f'<textarea name="text">{html.escape(payload(FIRST).decode())}</textarea>'
        '<input name="action" value="preview"></form><script>f.submit()</script>',
        encoding="utf-8",
    )
    page, log = browse(sender.as_uri(), tmp_path / "profile")
    assert "Xem trước" in page.text
    assert "Tải bản PDF" in page.text
    pages = [image for image in page.all("img") if (image["alt"] or "").startswith("Trang")]
    assert len(pages) > 1
    assert all((image["src"] or "").startswith("data:image/png;base64,") for image in pages)
    assert "Content Security Policy" not in log


@pytest.mark.parametrize(
    ("option", "kept"), [("--pdf", (None, None)), ("--pdf-a", ("2", "B"))], ids=lambda one: str(one)
)
def test_the_command_makes_a_pdf(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    option: str,
    kept: tuple[str | None, str | None],
) -> None:
    """Named as the document is; for archives when asked."""
    monkeypatch.chdir(tmp_path)
    source = str(PROJECT / "samples" / f"{FIRST.stem}.json")
    assert main(["make", FIRST.stem, source, option]) == 0
    (made,) = tmp_path.iterdir()
    assert made.suffix == ".pdf"
    assert conformance(made.read_bytes()) == kept
    assert capsys.readouterr().out == f"{made.name}\n"
