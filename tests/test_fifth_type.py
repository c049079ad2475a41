"""Adding a document type is three files and no other edit."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import docx
import pytest

from service.catalog import Catalog
from service.cli import main
from service.config import PROJECT, Settings
from service.errors import CatalogIncomplete
from service.web.app import create_app

SCHEMA = '''
"""Thông báo."""

from schemas._document import DatedDocument
from schemas._parts import Recipients, Signature
from service.fields import Many, Part, Text
from service.law.kinds import KINDS


class ShortNotice(DatedDocument):
    class Meta(DatedDocument.Meta):
        title = "Thông báo ngắn"

    kind = KINDS["notice"]

    paragraphs = Many(Text("Đoạn"), "Nội dung", minimum=1)
    recipients = Part(Recipients, "Nơi nhận", required=True)
    signature = Part(Signature, "Người ký", required=True)
'''

RECIPE = '''
"""Thông báo."""

from service.law.kinds import KINDS
from templates_docx.recipes import letterhead
from templates_docx.recipes._flow import finish, new_page


def build(sizes):
    page = new_page(sizes)
    letterhead.heading(page)
    letterhead.title(page, KINDS["notice"])
    with page.each("line", "paragraphs"):
        page.body("{{ line }}")
    letterhead.closing(page)
    return finish(page)
'''

SAMPLE = {
    "issuer": {"name": "Ban Quản lý các Khu công nghiệp", "abbreviation": "BQL", "place": "Huế"},
    "number": 7,
    "date": "2026-03-05",
    "subject": "Lịch tiếp doanh nghiệp tháng 3",
    "paragraphs": ["Ban tiếp doanh nghiệp vào thứ Năm hằng tuần."],
    "recipients": {"to": ["Các phòng, đơn vị"], "archive": "VP"},
    "signature": {"post": "Trưởng ban", "name": "Lê Thị Hoài An"},
}
FILES = {
    "schemas/short_notice.py": SCHEMA,
    "templates_docx/recipes/short_notice.py": RECIPE,
    "samples/short_notice.json": json.dumps(SAMPLE, ensure_ascii=False),
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own folders with a fifth type's three files beside the four."""
    folder = tmp_path_factory.mktemp("home")
    for name in ("schemas", "templates_docx", "samples"):
        shutil.copytree(PROJECT / name, folder / name)
    for path, text in FILES.items():
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def test_catalog_finds_it(home: Path) -> None:
    """By its stem, beside the four; its template is built from the recipe when asked for."""
    catalog = Catalog(home)
    assert set(catalog) == {*Catalog(PROJECT), "short_notice"}
    assert catalog["short_notice"].title == "Thông báo ngắn"


def test_api_finds_it(home: Path) -> None:
    """Listed, described in the OpenAPI document, made and checked."""
    client = create_app(Settings(home=home)).test_client()
    listed = client.get("/api/v1/document-types").get_json()
    assert "short_notice" in {entry["stem"] for entry in listed}
    assert "short_notice" in json.dumps(client.get("/api/v1/openapi.json").get_json())
    answer = client.post("/api/v1/documents/short_notice", json=SAMPLE)
    text = [paragraph.text for paragraph in docx.Document(io.BytesIO(answer.data)).paragraphs]
    assert "THÔNG BÁO" in text
    assert "07-TB-BQL" in answer.headers["Content-Disposition"]


def test_page_finds_it(home: Path) -> None:
    """A card on the first page, and a page of its own with its fields."""
    client = create_app(Settings(home=home)).test_client()
    assert "Thông báo ngắn" in client.get("/").get_data(as_text=True)
    assert "paragraphs" in client.get("/documents/short_notice").get_data(as_text=True)


def test_command_line_finds_it(
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Listed by `types`, made by `make`, its template built by `templates build`."""
    monkeypatch.setenv("VANTHU_HOME", str(home))
    assert main(["types"]) == 0
    assert "short_notice" in capsys.readouterr().out
    sample = home / "samples" / "short_notice.json"
    assert main(["make", "short_notice", str(sample), "-o", str(tmp_path / "x.docx")]) == 0
    assert (tmp_path / "x.docx").is_file()
    assert main(["templates", "build"]) == 0
    assert (home / "templates_docx" / "short_notice.docx").is_file()


@pytest.mark.parametrize(
    "missing", ["templates_docx/recipes/short_notice.py", "samples/short_notice.json"]
)
def test_an_incomplete_type_is_loud(tmp_path: Path, missing: str) -> None:
    """A type that lacks a file is named at the start, not when somebody asks for it."""
    for path, text in FILES.items():
        if path != missing:
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, encoding="utf-8")
    with pytest.raises(CatalogIncomplete, match=missing):
        Catalog(tmp_path)
