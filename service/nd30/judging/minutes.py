"""Minutes of a meeting: mẫu 1.9."""

from __future__ import annotations

import re
from collections.abc import Iterator

from service.nd30.findings import LayoutFinding, finding
from service.nd30.parts.document import Document

_MEETING = re.compile(r"\b(?:họp|hội nghị|hội thảo|phiên|đại hội|toạ đàm)\b")
_LINES = {
    "thời gian bắt đầu": re.compile(r"(?:\d+\.\s*)?(?:thời gian|bắt đầu|hôm nay|vào hồi|vào lúc)"),
    "địa điểm": re.compile(r"(?:\d+\.\s*)?(?:địa điểm|tại|địa chỉ)\b"),
    "thành phần tham dự": re.compile(r"(?:[\divx]+\.\s*)?thành phần"),
    "chủ trì": re.compile(r"(?:[-+]\s*|\d+\.\s*)?(?:người |cán bộ )?chủ (?:trì|toạ)"),
    "thư ký": re.compile(r"(?:[-+]\s*|\d+\.\s*)?(?:thư ký|người ghi biên bản)"),
}
_END = re.compile(r"kết thúc\b.{0,60}\bgiờ\b.{0,40}\bngày\b|kết thúc\b.{0,60}\bngày\b")
_SECRETARY = re.compile(r"thư ký|người (?:ghi|lập) biên bản")
_CHAIR = re.compile(r"chủ (?:toạ|trì)")
_REACH = 600  # letters of a paragraph that are read


def judge_minutes(document: Document) -> Iterator[LayoutFinding]:
    if document.kind != "minutes" or not _of_meeting(document):
        return
    yield from _opening(document)
    if not any(_END.search(each.folded[:_REACH]) for each in document.body):
        yield finding("minutes_end", "không thấy giờ, ngày kết thúc", document.title.kind)
    yield from _signatures(document)


def _of_meeting(document: Document) -> bool:
    title = document.title
    lines = [*([title.kind] if title.kind else []), *title.subject]
    return any(_MEETING.search(line.folded) for line in lines)


def _opening(document: Document) -> Iterator[LayoutFinding]:
    places: list[int] = []
    for name, pattern in _LINES.items():
        held = enumerate(document.body)
        place = next((i for i, each in held if pattern.match(each.folded[:_REACH])), None)
        if place is None:
            yield finding("minutes_lines", f"không thấy dòng “{name}”", document.title.kind)
        else:
            places.append(place)
    if places != sorted(places):
        yield finding("minutes_lines", "các dòng không theo thứ tự", document.title.kind)


def _signatures(document: Document) -> Iterator[LayoutFinding]:
    authority = document.closing.authority
    secretary = next((i for i, x in enumerate(authority) if _SECRETARY.search(x.folded)), None)
    chair = next((i for i, x in enumerate(authority) if _CHAIR.search(x.folded)), None)
    if authority and secretary is None:
        told = "không thấy chữ ký của thư ký"
        yield finding("minutes_signatures", told, authority[0])
    elif secretary is not None and chair is not None and chair < secretary:
        told = "chủ tọa bên trái, thư ký bên phải"
        yield finding("minutes_signatures", told, authority[chair])
