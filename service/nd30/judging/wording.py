"""Capital letters (Phụ lục II), only where a program cannot be wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from service.nd30.findings import LayoutFinding, finding
from service.nd30.parts.document import Document
from service.nd30.reading.paragraph import Paragraph

_BODIES = re.compile(r"\b(?:ủy ban|uỷ ban|hội đồng) nhân dân\b", re.IGNORECASE)
_SMALL_PEOPLE = re.compile(r"\b(?:tầng lớp|quần chúng|đời sống) (nhân dân)\b(?! tệ)")
_CAPITAL_CLAUSE = re.compile(
    r"(?:tại|theo|của|và|với|là|các|,)\s(?:Điểm [a-zđ],? (?=khoản|Khoản)|Khoản \d{1,2},? Điều\b)"
    r"|\bđiểm [a-zđ],? Khoản \d"
)
_SMALL_ARTICLE = re.compile(r"\bkhoản \d{1,2},? điều \d")


def judge_wording(document: Document) -> Iterator[LayoutFinding]:
    for paragraph in document.main:
        if paragraph.words:
            yield from _bodies(paragraph)
            yield from _people(paragraph)
            yield from _references(paragraph)


def _bodies(paragraph: Paragraph) -> Iterator[LayoutFinding]:
    for found in _BODIES.finditer(paragraph.words):
        name = found[0]
        # All small: said of such bodies in general; all capital: a heading.
        if not name.isupper() and name[1:] != name[1:].lower():
            yield finding("capitals_bodies", f"“{name}”", paragraph)


def _people(paragraph: Paragraph) -> Iterator[LayoutFinding]:
    found = _SMALL_PEOPLE.search(paragraph.words)
    if found:
        yield finding("capitals_people", f"“{found[0]}”", paragraph)


def _references(paragraph: Paragraph) -> Iterator[LayoutFinding]:
    for pattern in (_CAPITAL_CLAUSE, _SMALL_ARTICLE):
        found = pattern.search(paragraph.words)
        if found:
            yield finding("capitals_reference", f"“{found[0].strip(' ,')}”", paragraph)
