"""Appendices: mục III.1."""

from __future__ import annotations

import re
from collections.abc import Iterator

from service.nd30.findings import LayoutFinding, finding
from service.nd30.judging.faces import judge_face
from service.nd30.parts import words
from service.nd30.parts.document import Appendix, Document

_MENTIONED = re.compile(r"\bphụ lục\b|\bkèm theo\b|\bđính kèm\b")


def judge_appendices(document: Document) -> Iterator[LayoutFinding]:
    for appendix in document.appendices:
        yield from _heading(appendix)
        yield from _name(appendix)
        yield from _reference(appendix)
    yield from _numbers(document.appendices)
    yield from _mention(document)


def _heading(appendix: Appendix) -> Iterator[LayoutFinding]:
    line = appendix.heading
    yield from judge_face("appendix_heading", [line], "appendix")
    found = words.APPENDIX.match(line.folded)
    if found and found["title"]:
        yield finding("appendix_heading", "tên Phụ lục viết liền với từ “Phụ lục”", line)
    if not line.centred:
        yield finding("appendix_heading", "không canh giữa", line)


def _name(appendix: Appendix) -> Iterator[LayoutFinding]:
    """The first line; further ones may say of whom it is."""
    if appendix.name:
        yield from judge_face("appendix_name", appendix.name[:1])


def _reference(appendix: Appendix) -> Iterator[LayoutFinding]:
    if not appendix.reference:
        yield finding("appendix_reference", "không thấy dòng “(Kèm theo …)”", appendix.heading)
    yield from judge_face("appendix_reference_style", appendix.reference)
    off = [line for line in appendix.reference if not line.centred]
    if off:
        yield finding("appendix_reference_style", "không canh giữa", off[0])


def _numbers(appendices: list[Appendix]) -> Iterator[LayoutFinding]:
    if len(appendices) < 2:
        return
    for appendix in appendices:
        if not re.fullmatch("[ivxlc]+", appendix.number):
            told = f"số thứ tự “{appendix.number}”" if appendix.number else "không có số thứ tự"
            yield finding("appendix_number", told, appendix.heading)


def _mention(document: Document) -> Iterator[LayoutFinding]:
    appendices = document.appendices
    if not appendices or not document.body:
        return
    said = (*document.title.bases, *document.body)
    if not any(_MENTIONED.search(each.folded) for each in said):
        yield finding("appendix_mention", "nội dung không nhắc tới Phụ lục", appendices[0].heading)
