"""Kind, subject, addressees: ô 5a, 5b, 9a; and the form of a copy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from service.nd30.findings import LayoutFinding, finding
from service.nd30.judging.faces import judge_face
from service.nd30.judging.number import number_faults
from service.nd30.judging.rules_drawn import judge_rule
from service.nd30.parts import words
from service.nd30.parts.document import Document
from service.nd30.parts.lines import Line
from service.nd30.parts.title import Title
from service.nd30.rules import RULE_SHARE, Range

_SHARES = Range(RULE_SHARE.least - 0.03, RULE_SHARE.most + 0.03, RULE_SHARE.used)
_OFF_CENTRE = 5.0  # millimetres
_MANY_WORDS = 4  # behind the name of a kind: they are the subject
# Kinds whose templates have no subject, or that name their matter in the text.
_NEED_NO_SUBJECT = {
    "letter_of_introduction",
    "leave_permit",
    "public_letter",
    "authorisation",
    "dispatch_slip",
    "transfer_slip",
    "notice_slip",
    "contract",
    "memorandum",
    "agreement",
    "invitation",
    "minutes",
    "communique",
}
_ADDRESSED = {"official_letter", "proposal"}
_NEVER_ADDRESSED = {"decision", "resolution", "plan", "directive", "minutes", "rules", "regulation"}
_COPY_SYMBOLS = {"sao y": "SY", "sao lục": "SL", "trích sao": "TrS"}
_DASHES = "-–—•+"


def judge_title(document: Document) -> Iterator[LayoutFinding]:
    if document.title.kind is not None:
        yield from _named(document.title, document.kind)
    elif document.kind == "official_letter":
        yield from _letter(document)
    elif document.heading.national is not None:
        yield finding("kind_missing", "không thấy tên loại văn bản", document.heading.national)
    yield from _addressees(document)
    yield from _copy(document)


def _named(title: Title, key: str | None) -> Iterator[LayoutFinding]:
    kind = title.kind
    assert kind is not None  # noqa: S101 - the caller has looked
    yield from judge_face("kind_style", [kind])
    yield from judge_face("subject_style", title.subject)
    if _is_off_centre(kind):
        yield finding("title_centred", "tên loại không canh giữa", kind)
    for line in title.subject:
        if _is_off_centre(line):
            yield finding("title_centred", "trích yếu không canh giữa", line)
    if title.subject:
        yield from judge_rule("subject_rule", title.subject, title.rule, _SHARES)
    elif len(words.beyond_kind(kind.folded).split()) >= _MANY_WORDS:
        yield finding("subject_missing", "trích yếu viết liền tên loại", kind)
    elif key is not None and key not in _NEED_NO_SUBJECT:
        yield finding("subject_missing", "không thấy trích yếu dưới tên loại", kind)


def _is_off_centre(line: Line) -> bool:
    form = line.paragraph.format
    if line.paragraph.box is not None:
        return False
    return not line.centred or abs(form.left + form.first - form.right) > _OFF_CENTRE


def _letter(document: Document) -> Iterator[LayoutFinding]:
    subject = document.heading.letter_subject
    yield from judge_face("letter_subject_style", subject)
    if not subject and document.heading.national:
        at = document.heading.number or document.heading.national
        yield finding("letter_subject_missing", "không thấy dòng “V/v …”", at)


def _addressees(document: Document) -> Iterator[LayoutFinding]:
    lines, kind = document.title.addressees, document.kind
    if not lines:
        if kind in _ADDRESSED and not document.title.annexed:
            yield finding("addressees_missing", "không thấy “Kính gửi”")
        return
    if kind in _NEVER_ADDRESSED:
        yield finding("addressees_unused", "có “Kính gửi”", lines[0])
    yield from judge_face("addressees_style", lines)
    fault = addressees_fault([line.text for line in lines])
    if fault:
        yield finding("addressees_form", fault, lines[0])


def addressees_fault(lines: Sequence[str]) -> str | None:
    """What is wrong with “Kính gửi: …” and the lines below it, in words."""
    heading = re.match(r"kính gửi\s*(:?)\s*(.*)", lines[0], re.IGNORECASE | re.DOTALL)
    if heading is None or not heading[1]:
        return "sau “Kính gửi” không có dấu hai chấm"
    first, listed = heading[2], list(lines[1:])
    if first.startswith(tuple(_DASHES)):
        listed.insert(0, first)
    elif first and listed:
        return "gửi nhiều nơi mà không xuống dòng sau “Kính gửi:”"
    elif ";" in first.rstrip("; "):
        return "nhiều nơi trên cùng một dòng"
    return _list_fault(listed)


def _list_fault(listed: Sequence[str]) -> str | None:
    if any(not item.startswith(("-", "–", "—")) for item in listed):
        return "có dòng không bắt đầu bằng gạch đầu dòng (-)"
    if any(not item.rstrip().endswith(";") for item in listed[:-1]):
        return "có dòng không kết thúc bằng dấu chấm phẩy (;)"
    if listed and not listed[-1].rstrip().endswith("."):
        return "dòng cuối không kết thúc bằng dấu chấm (.)"
    return None


def _copy(document: Document) -> Iterator[LayoutFinding]:
    copy = document.copy
    if copy is None:
        return
    yield from judge_face("copy_style", [copy.form])
    if copy.number is None:
        return
    symbol = _COPY_SYMBOLS.get(copy.form.folded, "")
    text = copy.number.text[:120]
    faults = [*number_faults(text)]
    if not faults and f"/{symbol}-" not in f"{text}-":
        faults = [f"ký hiệu của {copy.form.text} là {symbol}"]
    if faults:
        yield finding("copy_number", "; ".join(faults), copy.number)
