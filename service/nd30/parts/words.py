"""The words by which components are known; all patterns are for folded text."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from service.law.kinds import KINDS, PLEDGE, PLEDGE_REGISTRATION, Kind
from service.nd30.rules import MOTTO, NATIONAL_NAME
from service.vietnamese.text import fold

NATIONAL_LETTERS = fold(NATIONAL_NAME).replace(" ", "")
MOTTO_LETTERS = fold(MOTTO).replace(" ", "").replace("-", "")
PARTY = "đảng cộng sản việt nam"

NUMBER = re.compile(r"số\b\s*[:.;]?\s*(?:[\d.…_]|$|/|…)")
DATE = re.compile(
    r".*\bngày\b.{0,40}\btháng\b.{0,40}\bnăm\b"
    r"|[^,]{2,40},?\s*(?:ngày\s+)?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\.?$"
)
# “(Kèm theo … số … ngày …)”, and what a digital signature says: “Số: …; ngày …; giờ …”.
NO_HEADING = re.compile(r"^\(|;|\bgiờ\b|\bký (?:bởi|số)\b|\b(?:ngày|thời gian|người) ký\b")
LETTER_SUBJECT = re.compile(r"v\s*/\s*v\b|\(?v/v")
# “KHẨN” but not “khẩn trương”.
MARK = re.compile(
    r"(?:hoả tốc|thượng khẩn|khẩn|mật|tối mật|tuyệt mật|xem xong trả lại|lưu hành nội bộ"
    r"|tài liệu thu hồi)$"
)
DRAFT = re.compile(r"\(?\s*(?:bản\s+)?dự thảo.{0,30}$|mẫu (?:số )?\d")
ADDRESSEES = re.compile(r"kính gửi\b")
BASIS = re.compile(r"căn cứ\b")
BASIS_MORE = re.compile(r"(?:theo|xét) (?:đề nghị|tờ trình|đề xuất)\b")
RECIPIENTS = re.compile(r"nơi nhận\s*:?\s*(?:\(.{0,30}\))?$")
RECIPIENTS_START = re.compile(r"nơi nhận\s*[:;.]?")
APPENDIX = re.compile(
    r"phụ lục(?:\s+(?:số\s*)?(?P<number>[ivxlc]{1,6}|\d{1,3}|[a-zđ]))?"
    r"\s*(?:[:.–-]\s*(?P<title>.*))?$"
)
ANNEXED = re.compile(r"\(?\s*(?:ban hành\s+)?kèm theo\b")
COPY = re.compile(r"(?:sao y|sao lục|trích sao)$")
HINT = re.compile(r"[(\[].*|đã ký$|ký tên.{0,30}$|[^(]*\)\W*\d*$")

_STROKES = set("_-–—―─━=¯")
_AROUND_STROKES = set("*o0.")

LAWMAKING = {
    fold(name)
    for name in (
        "Hiến pháp",
        "Bộ luật",
        "Luật",
        "Pháp lệnh",
        "Lệnh",
        "Nghị định",
        "Thông tư",
        "Thông tư liên tịch",
        "Nghị quyết liên tịch",
    )
}

_NAMED: dict[str, Kind] = {
    **KINDS,
    "pledge": PLEDGE,
    "pledge_registration": PLEDGE_REGISTRATION,
}
# The longest first: “Bản ghi nhớ” before “Bản …”.
_BY_NAME = sorted(
    ((fold(kind.name), key) for key, kind in _NAMED.items()), key=lambda pair: -len(pair[0])
)


def kind_key(folded: str) -> str | None:
    """The key of the kind that a title begins with; "pledge" for all kinds of pledges."""
    for name, key in _BY_NAME:
        if folded == name or folded.startswith(f"{name} "):
            return "pledge" if key.startswith("pledge") else key
    return "pledge" if "giao ước" in folded else None


def beyond_kind(folded: str) -> str:
    """What a title says after the name of its kind."""
    for name, _ in _BY_NAME:
        if folded.startswith(f"{name} "):
            return folded[len(name) :].strip()
    return ""


def is_drawn(text: str) -> bool:
    """Whether a line of text is a rule made of underscores or dashes."""
    marks = set(text.split() and "".join(text.split()))
    return len(text) >= 3 and bool(marks & _STROKES) and marks <= _STROKES | _AROUND_STROKES


def is_like(letters: str, goal: str) -> bool:
    """Whether letters are those of the goal, but for a few mistakes."""
    if goal in letters:
        return True
    if not 0.8 < len(letters) / len(goal) < 1.25:
        return False
    return SequenceMatcher(None, letters, goal, autojunk=False).ratio() >= 0.86
