"""The documents that are made: the project's own, one with a list of thirty."""

from __future__ import annotations

import itertools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from service.catalog import DocumentType
from service.config import PROJECT
from service.pipeline import Pipeline
from service.schema import load
from service.strict_json import loads

PIPELINE = Pipeline(PROJECT)
PERSONS = 30

_FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ")
_GIVEN = ("Thị Hạnh", "Đức Thịnh", "Thị Quỳnh", "Văn Toàn", "Thùy Dương")


@dataclass(frozen=True)
class Work:
    """A document to make. payload: the bytes of its JSON."""

    stem: str
    payload: bytes

    @property
    def kind(self) -> DocumentType:
        return PIPELINE.catalog[self.stem]

    @cached_property
    def data(self) -> dict[str, Any]:
        """What the template is filled with."""
        return load(self.kind.schema, loads(self.payload))

    @cached_property
    def template(self) -> bytes:
        """The template as a person opens it in Word."""
        return (PROJECT / "templates_docx" / f"{self.stem}.docx").read_bytes()

    def finished(self) -> bytes:
        """The .docx."""
        return PIPELINE.make(self.stem, self.payload).data


def works() -> list[Work]:
    """A proposal with thirty persons in its list, and the minutes of a summing-up session."""
    minutes = PIPELINE.catalog["meeting_minutes"].sample("summing_up")
    return [Work("award_proposal", _long_proposal()), Work("meeting_minutes", minutes)]


def _long_proposal() -> bytes:
    payload = json.loads(PIPELINE.catalog["award_proposal"].sample())
    payload["individuals"] = _persons(payload["individuals"])
    # The enclosure counts the sample's persons.
    payload["enclosures"][1]["name"] = "Báo cáo thành tích của các tập thể, cá nhân"
    return json.dumps(payload, ensure_ascii=False).encode()


def _persons(first: list[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The persons of the sample, then their like under other names."""
    names = (" ".join(parts) for parts in itertools.product(_FAMILIES, _GIVEN))
    like = itertools.cycle(first)
    others = [{**next(like), "name": next(names)} for _ in range(PERSONS - len(first))]
    return [*first, *others]
