"""The one road from a payload to a finished document. All ways in are skins over it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from service import strict_json
from service.catalog import Catalog, DocumentType
from service.errors import Finding
from service.naming import safe_name
from service.schema import load

Format = Literal["docx"]
MIMETYPES: dict[Format, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
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

    def __init__(self, home: Path) -> None:
        self.catalog = Catalog(home)

    def make(self, stem: str, payload: Any, format: Format = "docx") -> Document:
        """The document of a payload: parsed JSON, or its bytes.

        Raises UnknownDocumentType, PayloadUnreadable, PayloadInvalid (all faults at once) and
        TemplateBroken.
        """
        kind = self.catalog[stem]
        data = _load(kind, payload)
        name = safe_name(_title(kind, data), f".{format}")
        rendered = kind.template.render(data)
        return Document(name, MIMETYPES[format], rendered, tuple(kind.schema.findings(data)))

    def check(self, stem: str, payload: Any) -> tuple[Finding, ...]:
        """Advice on a valid payload; raises as `make` does."""
        kind = self.catalog[stem]
        return tuple(kind.schema.findings(_load(kind, payload)))


def _load(kind: DocumentType, payload: Any) -> dict[str, Any]:
    parsed = strict_json.loads(payload) if isinstance(payload, bytes) else payload
    return load(kind.schema, parsed)


def _title(kind: DocumentType, data: dict[str, Any]) -> str:
    """15-KH-BQL Phát động …; a draft or a pledge bears the kind of document instead."""
    number, symbol = data.get("number"), data.get("symbol")
    first = f"{number:02d}-{symbol}" if number and symbol else kind.title
    return f"{first} {data.get('subject') or ''}"
