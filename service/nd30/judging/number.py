"""Number and symbol: ô 3 (mục II.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from service.law.kinds import KINDS
from service.nd30.findings import LayoutFinding, finding
from service.nd30.judging.faces import judge_face
from service.nd30.parts.document import Document
from service.nd30.parts.lines import Line

_SHAPE = re.compile(r"Số:\s*(?P<number>\d*[a-zđ]?)(?P<blank>[\s.…_]*)/(?P<space>\s*)(?P<symbol>.+)")
_LONGEST = 120
# First groups that an official letter must not have; others may be a body's name.
_NOT_OF_LETTERS = {"CV", "KH", "NQ", "QĐ", "TTR", "QCH"}


def judge_number(document: Document) -> Iterator[LayoutFinding]:
    line = document.heading.number
    if line is None:
        return
    yield from judge_face("number_style", [line])
    text = line.text[:_LONGEST]
    faults = list(number_faults(text))
    if faults:
        yield finding("number_form", "; ".join(faults), line)
        return
    found = _SHAPE.fullmatch(text)
    if found and not found["number"]:
        yield finding("draft_number", "chưa ghi số", line)
    if found:
        yield from _symbol(document.kind, found["symbol"], line)


def number_faults(text: str) -> Iterator[str]:
    """What is wrong with “Số: 05/KH-BQL”, in words."""
    found = _SHAPE.fullmatch(text)
    if found is None:
        yield _shape_fault(text)
        return
    number = found["number"]
    if number.isdigit() and (len(number) < 2 or int(number) == 0):
        yield f"số “{number}” phải ghi từ 01, có số 0 phía trước số nhỏ hơn 10"
    if (number and found["blank"]) or found["space"]:
        yield "có dấu cách quanh dấu gạch chéo"
    yield from _symbol_faults(found["symbol"])


def _shape_fault(text: str) -> str:
    if "/" not in text:
        return f"“{text}” không có dấu gạch chéo và ký hiệu"
    if not text.startswith("Số:"):
        return f"“{text.split('/')[0].strip()}” không viết theo dạng “Số: …”"
    return f"“{text}” không đúng dạng"


def _symbol_faults(symbol: str) -> Iterator[str]:
    if "…" in symbol or ".." in symbol:
        return  # still to be filled in
    if "/" in symbol:
        yield "có hai dấu gạch chéo"
    elif re.search(r"\s", symbol):
        yield "ký hiệu có dấu cách"
    elif re.search("[–—]", symbol):
        yield "ký hiệu dùng gạch dài thay cho gạch nối (-)"
    elif not all(_is_group(group) for group in symbol.split("-")):
        yield f"ký hiệu “{symbol}” không viết in hoa"


def _is_group(group: str) -> bool:
    """Capitals, with what stands small in the decree's own table: TTr, QyĐ, CTr."""
    return bool(group) and not group[0].islower() and not group.islower() and group[-1] not in ".;,"


def _symbol(kind: str | None, symbol: str, line: Line) -> Iterator[LayoutFinding]:
    """The first group against the kind's abbreviation."""
    if "…" in symbol or ".." in symbol:
        return
    first = symbol.split("-")[0]
    wanted = KINDS[kind].abbreviation if kind in KINDS else None
    if wanted and first != wanted:
        yield finding("symbol_kind", f"ký hiệu {first}, loại văn bản này là {wanted}", line)
    elif kind == "official_letter" and first.upper() in _NOT_OF_LETTERS:
        yield finding("symbol_kind", f"công văn mang ký hiệu {first}", line)
