"""VANTHU_SIZES: every way in uses the pairing of sizes that the office has chosen."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from documents import CATALOG, FIRST_SAMPLES, PIPELINE, Sample, opened
from small_home import STEM, build_home, template_of

from service.catalog import Catalog, build_template
from service.cli import main
from service.config import PROJECT, Settings
from service.nd30.rules import DEFAULT_PAIRING, NATIONAL_NAME, PAIRINGS
from service.pipeline import Pipeline

OTHER = next(pairing for pairing in PAIRINGS if pairing != DEFAULT_PAIRING)


def size_of_national_name(package: bytes) -> float:
    """In points."""
    cells = opened(package).tables[0]._cells
    (line,) = [line for cell in cells for line in cell.paragraphs if line.text == NATIONAL_NAME]
    return float(line.style.font.size.pt)


@pytest.mark.parametrize("sizes", PAIRINGS)
@pytest.mark.parametrize("sample", FIRST_SAMPLES, ids=str)
def test_documents_have_the_sizes_chosen(sample: Sample, sizes: str) -> None:
    pipeline = Pipeline.of(Settings.from_environment({"VANTHU_SIZES": sizes}))
    made = pipeline.make(sample.stem, sample.payload).data
    assert size_of_national_name(made) == PAIRINGS[sizes].national_name


def test_without_the_setting() -> None:
    """The smaller ones, whether the variable is absent or empty."""
    assert {Settings.from_environment(given).sizes for given in ({}, {"VANTHU_SIZES": ""})} == {
        DEFAULT_PAIRING
    }


@pytest.mark.parametrize("stem", CATALOG)
def test_an_exported_template_has_them(
    stem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is exported is what serves."""
    monkeypatch.setenv("VANTHU_SIZES", OTHER)
    path = tmp_path / "mau.docx"
    assert main(["templates", "export", stem, str(path)]) == 0
    assert path.read_bytes() == build_template(PROJECT, stem, OTHER)
    assert PIPELINE.lint(stem, path.read_bytes()) == []


def test_a_template_without_a_recipe_serves_with_all_sizes(tmp_path: Path) -> None:
    """A type whose look was made in Word has the sizes it was made with."""
    home = build_home(tmp_path)
    (home / "templates_docx/recipes/note.py").unlink()
    (home / "templates_docx/note.docx").write_bytes(template_of("Từ Word: {{ subject }}"))
    made = Catalog(home, sizes=OTHER)[STEM].template.render({"subject": "Họp"})
    assert docx.Document(io.BytesIO(made)).paragraphs[0].text == "Từ Word: Họp"
