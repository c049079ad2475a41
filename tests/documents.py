"""What the tests know about documents: samples, the text of a .docx, its PDF from LibreOffice."""

from __future__ import annotations

import io
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn

from service import strict_json
from service.catalog import Catalog
from service.config import PROJECT
from service.pipeline import Pipeline
from service.schema import load

PIPELINE = Pipeline(PROJECT)
CATALOG: Catalog = PIPELINE.catalog


@dataclass(frozen=True)
class Sample:
    """A sample of the project: its type's stem and its variant ("" for the first)."""

    stem: str
    variant: str

    def __str__(self) -> str:
        return f"{self.stem}.{self.variant}" if self.variant else self.stem

    @property
    def payload(self) -> Any:
        """A fresh parsed copy."""
        return strict_json.loads(CATALOG[self.stem].sample(self.variant))

    @property
    def given(self) -> dict[str, Any]:
        """The clean data, with the legal bases that the payload gives and no others."""
        data = load(CATALOG[self.stem].schema, self.payload)
        return data | {"legal_bases": data["own_bases"]}

    def make(self) -> bytes:
        return PIPELINE.make(self.stem, self.payload).data


SAMPLES = [Sample(stem, variant) for stem, kind in CATALOG.items() for variant in kind.samples]
FIRST_SAMPLES = [sample for sample in SAMPLES if not sample.variant]


def opened(package: bytes) -> Document:
    return docx.Document(io.BytesIO(package))


def paragraphs(package: bytes) -> list[str]:
    """The text of every paragraph of the body, tables included, in document order."""
    body = opened(package).element.body
    return ["".join(_pieces(paragraph)) for paragraph in body.iter(qn("w:p"))]


def _pieces(paragraph: Any) -> Iterator[str]:
    breaks = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    for element in paragraph.iter(qn("w:t"), *breaks):
        yield breaks.get(element.tag) or element.text or ""


def leaves(
    value: Any, pointer: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Every (path, value) of parsed JSON, containers included, the root left out."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in items:
        yield (*pointer, key), item
        if isinstance(item, dict | list):
            yield from leaves(item, (*pointer, key))


def put(payload: Any, path: tuple[Any, ...], value: Any) -> Any:
    """Set the value at a path of a payload, and return the payload."""
    node = payload
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = value
    return payload


def to_pdf(documents: dict[str, bytes], folder: Path) -> dict[str, Path]:
    """Convert named .docx files in one run of LibreOffice; raises when one does not come out."""
    for name, data in documents.items():
        (folder / f"{name}.docx").write_bytes(data)
    _convert("pdf", [folder / f"{name}.docx" for name in documents], folder)
    return {name: _existing(folder / f"{name}.pdf") for name in documents}


def to_docx(files: list[Path], folder: Path) -> None:
    """Open .docx files in LibreOffice and save them into a folder."""
    _convert("docx:MS Word 2007 XML", files, folder)
    for file in files:
        _existing(folder / file.name)


def _convert(kind: str, files: list[Path], folder: Path) -> None:
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless"]
        arguments = ["--convert-to", kind, "--outdir", str(folder), *map(str, files)]
        subprocess.run([*command, *arguments], check=True, capture_output=True, timeout=300)


def _existing(path: Path) -> Path:
    assert path.is_file(), f"LibreOffice made no {path.name}"
    return path
