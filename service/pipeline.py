"""The one road from a payload to a finished document. All ways in are skins over it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from service import strict_json
from service.acceptance import settled, stops
from service.catalog import Catalog, DocumentType
from service.config import Settings
from service.errors import MAX_FINDINGS, Finding, PayloadInvalid
from service.law import Law, using
from service.law.tables import built_in
from service.naming import safe_name
from service.nd30.rules import DEFAULT_PAIRING
from service.pdf.office import Office
from service.schema import load
from service.word.faults import TemplateFault
from service.word.lint import lint

# "pdfa": PDF/A-2b, for archives.
Format = Literal["docx", "pdf", "pdfa"]
MIMETYPES: dict[Format, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "pdfa": "application/pdf",
}


@dataclass(frozen=True)
class Document:
    """A finished document. name: safe file name; data: its bytes; findings: advice on it."""

    name: str
    mimetype: str
    data: bytes
    findings: tuple[Finding, ...] = ()

    @cached_property
    def sha256(self) -> str:
        """Hexadecimal digest of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


class Pipeline:
    """Makes documents of the types found in a folder (see service.catalog)."""

    def __init__(
        self,
        home: Path,
        templates: Path | None = None,
        office: Office | None = None,
        sizes: str = DEFAULT_PAIRING,
        law: Law | None = None,
    ) -> None:
        """home, templates, sizes: as service.config.Settings has them; office: starts when used;
        law: the tables that documents are held to, the built-in ones when None.
        """
        self.home, self.law = home, law or built_in()
        self.catalog = Catalog(home, templates, sizes)
        self.office = office or Office()

    @classmethod
    def of(cls, settings: Settings) -> Pipeline:
        """As an installation is set up. Raises LawInvalid for an office's faulty tables."""
        office = Office(
            settings.pdf_instances, settings.pdf_queue, settings.pdf_seconds, settings.pdf_documents
        )
        law = Law.read(settings.law)
        return cls(settings.home, settings.templates, office, settings.sizes, law)

    def make(
        self, stem: str, payload: Any, format: Format = "docx", *, strict: bool = False
    ) -> Document:
        """The document of a payload: parsed JSON, or its bytes.

        strict: a warning that the payload does not accept stops the document as a fault does.

        Raises UnknownDocumentType, PayloadUnreadable, PayloadInvalid (all faults at once) and
        TemplateBroken; for a PDF also PdfUnavailable, PdfBusy and PdfFailed.
        """
        kind = self.catalog[stem]
        data, told = self._checked(kind, payload, strict=strict)
        name = safe_name(_title(kind, data), ".docx" if format == "docx" else ".pdf")
        look = kind.look
        findings = (*told, *look.findings)
        made = look.template.render(data)
        if format != "docx":
            made = self.office.convert(made, archive=format == "pdfa").data
        return Document(name, MIMETYPES[format], made, findings)

    def check(self, stem: str, payload: Any, *, strict: bool = False) -> tuple[Finding, ...]:
        """Advice on a valid payload; raises as `make` does."""
        kind = self.catalog[stem]
        _, told = self._checked(kind, payload, strict=strict)
        return (*told, *kind.look.findings)

    def load(self, stem: str, payload: Any) -> dict[str, Any]:
        """The clean data of a payload; raises as `make` does."""
        with using(self.law):
            return _load(self.catalog[stem], payload)

    def read(self, stem: str, payload: Any) -> tuple[dict[str, Any], tuple[Finding, ...]]:
        """The clean data of a payload and advice on it; raises as `make` does."""
        kind = self.catalog[stem]
        data, told = self._checked(kind, payload, strict=False)
        return data, (*told, *kind.look.findings)

    def _checked(
        self, kind: DocumentType, payload: Any, *, strict: bool
    ) -> tuple[dict[str, Any], list[Finding]]:
        """The data and what is to be said of it, under the law of this office."""
        with using(self.law):
            data = _load(kind, payload)
            found = settled(kind.schema, data, kind.schema.findings(data))
        if stopping := [
            replace(one, severity="error") for one in found if stops(one, strict=strict)
        ]:
            raise PayloadInvalid(stopping[:MAX_FINDINGS], len(stopping))
        return data, found

    def lint(self, stem: str, package: bytes) -> list[TemplateFault]:
        """Everything that is wrong with a .docx as the template of a type.

        Raises UnknownDocumentType. A package that may be hostile is better handed to
        service.confined.
        """
        kind = self.catalog[stem]
        samples = [_load(kind, kind.sample(variant)) for variant in kind.samples]
        return lint(package, kind.schema, samples)


def _load(kind: DocumentType, payload: Any) -> dict[str, Any]:
    parsed = strict_json.loads(payload) if isinstance(payload, bytes) else payload
    return load(kind.schema, parsed)


def _title(kind: DocumentType, data: dict[str, Any]) -> str:
    """15-KH-BQL Phát động …; a draft or a pledge bears the kind of document instead."""
    number, symbol = data.get("number"), data.get("symbol")
    first = f"{number:02d}-{symbol}" if number and symbol else kind.title
    return f"{first} {data.get('subject') or ''}"
