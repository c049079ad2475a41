"""Every document is valid Open XML, as Microsoft's own validator reads the standard."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from documents import CATALOG, PIPELINE, SAMPLES, Sample
from ooxml import faults

from service.config import PROJECT

PART = "word/document.xml"
BREAKAGES = {  # what is done to the body: pattern, replacement, what the validator says
    "no grid": (r"<w:tblGrid>.*?</w:tblGrid>", "", "unexpected child element .*:tr'"),
    "wrong order": (r"(<w:pPr>.*?</w:pPr>)(<w:r>.*?</w:r>)", r"\2\1", "unexpected child .*:pPr'"),
    "unknown value": (r'<w:jc w:val="\w+"/>', '<w:jc w:val="middle"/>', "invalid value 'middle'"),
}


def test_documents_are_valid() -> None:
    """No sample's document has a fault."""
    assert faults({str(sample): sample.make() for sample in SAMPLES}) == {}


@pytest.mark.parametrize("reports", [True, False])
def test_a_turned_list_is_valid(reports: bool) -> None:
    """Amid the document, and at its end, where the body takes over the list's page."""
    payload = Sample("award_proposal", "").payload | {"list_orientation": "landscape"}
    if not reports:
        payload |= {"collective_reports": [], "individual_reports": []}
    assert faults({"turned": PIPELINE.make("award_proposal", payload).data}) == {}


def test_templates_are_valid() -> None:
    """The templates that a person opens in Word have no fault either, tags and all."""
    folder = PROJECT / "templates_docx"
    assert faults({stem: (folder / f"{stem}.docx").read_bytes() for stem in CATALOG}) == {}


@pytest.mark.parametrize("breakage", BREAKAGES)
def test_validator_finds_faults(breakage: str) -> None:
    """A body that breaks the standard is told, by its part and by what is wrong there."""
    pattern, replacement, told = BREAKAGES[breakage]
    (lines,) = faults({breakage: changed(SAMPLES[0].make(), pattern, replacement)}).values()
    assert lines[0].startswith(f"/{PART} /w:document")
    assert re.search(told, lines[0])


def test_validator_opens_documents() -> None:
    """A file that cannot be opened is a fault of its own, and of no other file."""
    whole = SAMPLES[0].make()
    assert list(faults({"half": whole[: len(whole) // 2], "whole": whole})) == ["half"]


def changed(package: bytes, pattern: str, replacement: str) -> bytes:
    """The package with the first such place of its body replaced."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == PART:
                text, count = re.subn(pattern, replacement, data.decode(), count=1, flags=re.DOTALL)
                assert count == 1
                data = text.encode()
            new.writestr(name, data)
    return buffer.getvalue()
