"""Signature (ô 7) and recipients (ô 9b): mục II.7 and II.9."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from service.nd30.findings import LayoutFinding, finding
from service.nd30.judging.faces import judge_face
from service.nd30.judging.heading import held
from service.nd30.parts.closing import Closing, person
from service.nd30.parts.document import Document
from service.nd30.parts.lines import Line

_AUTHORITY = re.compile(
    r"(?:T\s?[/.]\s?M|TM|K\s?[/.]\s?T|KT|T\s?[/.]\s?L|TL|T\s?[/.]\s?U\s?[/.]?\s?Q|TUQ|Q)(?!\w)"
)
_RIGHT_AUTHORITY = re.compile(r"(?:TM|KT|TL|TUQ|Q)\.\s")
_DRAFTER = re.compile(r"[^\W\d_][\w.]{0,11}\s*\(?\s*\d{1,5}\s*\)?\.?")
_ARCHIVE = re.compile(r"[-–—]\s*Lưu:\s*VT\b(?!\.?\w).*\.", re.DOTALL)
_DASHES = ("-", "–", "—")
_MOST_RECIPIENTS = 300
_MARGIN = 3.0  # millimetres
_NEED_NO_RECIPIENTS = {
    "pledge",
    "contract",
    "memorandum",
    "agreement",
    "public_letter",
    "authorisation",
    "letter_of_introduction",
    "leave_permit",
    "regulation",
    "rules",
}
_AS_ABOVE = {"official_letter", "proposal", "report"}


def judge_closing(document: Document) -> Iterator[LayoutFinding]:
    closing = document.closing
    if not document.title.annexed:
        yield from _missing(document)
    yield from _signature(closing)
    if closing.heading is not None:
        yield from _recipients(closing, closing.heading)
        yield from _as_above(document)


def _missing(document: Document) -> Iterator[LayoutFinding]:
    closing = document.closing
    if closing.heading is None and document.kind not in _NEED_NO_RECIPIENTS:
        yield finding("recipients_missing", "không thấy “Nơi nhận”")
    if not closing.authority:
        yield finding("signature_missing", "không thấy chức vụ, họ tên người ký", closing.heading)
    elif not closing.names:
        yield finding("signer_missing", "không thấy họ tên người ký", closing.authority[-1])


def _signature(closing: Closing) -> Iterator[LayoutFinding]:
    yield from judge_face("authority_style", closing.authority)
    yield from judge_face("signer_style", closing.names)
    for line in closing.authority:
        fault = authority_fault(line.text)
        if fault:
            yield finding("authority_form", fault, line)
    for line in closing.names:
        titles, _ = person(line)
        if titles:
            yield finding("signer_titles", f"ghi “{titles.strip()}” trước họ tên", line)
    for line in (*closing.authority, *closing.names):
        if held(line) and not line.centred:
            yield finding("signature_centred", "chữ ký không canh giữa", line)


def authority_fault(text: str) -> str | None:
    """What is wrong with “TM. ỦY BAN NHÂN DÂN”, in words."""
    found = _AUTHORITY.match(text)
    if found is None or _RIGHT_AUTHORITY.match(text):
        return None
    return f"“{text[: found.end() + 4].strip()}…” không theo dạng “TM. …”, “KT. …”"


def _recipients(closing: Closing, heading: Line) -> Iterator[LayoutFinding]:
    fault = _heading_fault(heading)
    if fault:
        yield finding("recipients_heading", fault, heading)
    yield from judge_face("recipients_heading", [heading])
    listed = [line for line in closing.recipients if line.letters][:_MOST_RECIPIENTS]
    yield from judge_face("recipients_style", listed)
    items = recipient_items([line.text for line in listed])
    yield from _forms(items, heading)


def _heading_fault(heading: Line) -> str | None:
    form = heading.paragraph.format
    if not re.fullmatch(r"Nơi nhận\s*:", heading.text):
        return f"“{heading.text[:40]}” không viết theo dạng “Nơi nhận:”"
    if form.align in ("center", "right") or form.left + form.first > _MARGIN:
        return "không sát lề trái"
    return None


def recipient_items(lines: Sequence[str]) -> list[str]:
    """The list's items: a line that does not begin with a dash goes on with the one before."""
    items: list[str] = []
    for line in lines:
        ended = not items or items[-1].rstrip().endswith((";", "."))
        if items and items[-1].casefold().find("lưu") >= 0 and _DRAFTER.fullmatch(line):
            break
        if ended or line.startswith(_DASHES):
            items.append(line)
        else:
            items[-1] = f"{items[-1]} {line}"
    return items


def _forms(items: Sequence[str], heading: Line) -> Iterator[LayoutFinding]:
    wrong = [item for item in items[:-1] if not (item.startswith(_DASHES) and item[-1:] == ";")]
    if wrong:
        yield finding("recipients_form", f"“{wrong[0][:40]}”", heading)
    last = items[-1] if items else ""
    if not _ARCHIVE.fullmatch(last):
        told = f"“{last[:40]}”" if last else "không có danh sách nơi nhận"
        yield finding("recipients_archive", told, heading)


def _as_above(document: Document) -> Iterator[LayoutFinding]:
    closing = document.closing
    if document.kind not in _AS_ABOVE or not document.title.addressees:
        return
    if not any("như trên" in line.folded for line in closing.recipients[:2]):
        yield finding("recipients_as_above", "không có dòng “- Như trên;”", closing.heading)
