"""The project's own documents keep the decree, in both sizes, and after LibreOffice saved them."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import pytest
from documents import CATALOG, SAMPLES, Sample
from right_documents import RIGHT
from written_docx import docx_of

from service.catalog import build_template
from service.config import PROJECT
from service.nd30.check import check
from service.nd30.report import as_lines
from service.nd30.rules import PAIRINGS
from service.schema import load
from service.word.template import Template

every_sample = pytest.mark.parametrize("sample", SAMPLES, ids=str)


def keeps(package: bytes) -> None:
    verdict = check(package)
    assert verdict.passed, "\n".join(as_lines(verdict))


@every_sample
def test_samples_keep_the_decree(sample: Sample) -> None:
    keeps(sample.make())


@pytest.mark.parametrize("pairing", PAIRINGS)
@every_sample
def test_samples_keep_it_in_every_size(sample: Sample, pairing: str) -> None:
    """Every recipe can be built with every pairing of sizes."""
    template = Template(build_template(PROJECT, sample.stem, pairing))
    package = template.render(load(CATALOG[sample.stem].schema, sample.payload))
    keeps(package)
    assert check(package).components["motto"] == "Độc lập - Tự do - Hạnh phúc"


@every_sample
def test_samples_are_recognised(sample: Sample) -> None:
    """Nothing is let be because it was not seen."""
    kinds = {
        "launch_plan": "plan",
        "emulation_pledge": "pledge",
        "meeting_minutes": "minutes",
        "award_proposal": "proposal",
    }
    verdict = check(sample.make())
    assert verdict.kind == kinds[sample.stem]
    seen = {"national", "motto", "issuer", "kind", "subject", "authority", "signer"}
    assert seen <= set(verdict.components)
    assert ("appendices" in verdict.components) == (sample.stem == "award_proposal")


def converted(packages: dict[str, bytes], folder: Path, was: str, form: str) -> dict[str, bytes]:
    """What LibreOffice makes of named files in a new folder."""
    folder.mkdir()
    for name, data in packages.items():
        (folder / f"{name}.{was}").write_bytes(data)
    sources = [str(folder / f"{name}.{was}") for name in packages]
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless"]
        command += ["--convert-to", form, "--outdir", str(folder / "out"), *sources]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {name: (folder / "out" / f"{name}.{form}").read_bytes() for name in packages}


def test_saved_by_libreoffice(tmp_path: Path) -> None:
    """Saved as .docx, and by way of .odt, they look the same and are written otherwise."""
    packages = {str(sample): sample.make() for sample in SAMPLES}
    packages |= {f"right {name}": docx_of(text) for name, text in RIGHT.items()}
    saved = converted(packages, tmp_path / "saved", "docx", "docx")
    foreign = converted(packages, tmp_path / "foreign", "docx", "odt")
    again = converted(foreign, tmp_path / "again", "odt", "docx")
    for package in (*saved.values(), *again.values()):
        keeps(package)
