"""The samples of a document type under names that fit URLs and people."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from service.catalog import DocumentType
from service.errors import VanthuError
from service.vietnamese.text import first_capital

# The URL name of the sample without a variant, samples/<stem>.json.
DEFAULT = "default"


class UnknownSample(VanthuError):
    """A document type has no sample of this variant."""

    code = "unknown_sample"
    title = "Không có dữ liệu mẫu này"


@dataclass(frozen=True)
class Sample:
    """A valid payload. label: what a clerk reads; file_name: what the download is called."""

    variant: str
    label: str
    file_name: str
    text: bytes

    @property
    def value(self) -> dict[str, Any]:
        """The parsed payload."""
        parsed: dict[str, Any] = json.loads(self.text)
        return parsed


def samples_of(kind: DocumentType) -> Iterator[Sample]:
    """All samples of a type, the plain one first."""
    for variant, path in sorted(kind.samples.items()):
        text = path.read_bytes()
        subject = json.loads(text).get("subject") or kind.title
        yield Sample(variant or DEFAULT, first_capital(subject), path.name, text)


def find_sample(kind: DocumentType, variant: str) -> Sample:
    """One sample. Raises UnknownSample naming those there are."""
    found = {sample.variant: sample for sample in samples_of(kind)}
    if variant not in found:
        raise UnknownSample(
            f"{kind.title} không có mẫu “{variant[:80]}”. Các mẫu hiện có: {', '.join(found)}."
        )
    return found[variant]
