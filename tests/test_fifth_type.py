"""Adding a document type is three files and no other edit: those that README shows."""

from __future__ import annotations

import io
import json
import re
import shutil
import textwrap
from pathlib import Path

import docx
import pytest

from service.catalog import Catalog, built_in_template
from service.cli import main
from service.config import PROJECT, Settings
from service.errors import CatalogIncomplete
from service.pipeline import Pipeline
from service.web.app import create_app

README = (PROJECT / "README.md").read_text(encoding="utf-8")
SCHEMA, RECIPE = (
    textwrap.dedent(block)
    for block in re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    if "notice" in block
)
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


def test_lint_has_nothing_to_say_of_it(home: Path) -> None:
    """Whoever follows README gets a template that shows all that the schema asks for."""
    recipe_built = built_in_template(home, "short_notice")
    assert Pipeline(home).lint("short_notice", recipe_built) == []


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
