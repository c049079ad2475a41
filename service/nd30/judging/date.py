"""Place and date: ô 4 (mục II.4)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from service.nd30.findings import LayoutFinding, finding
from service.nd30.judging.faces import judge_face
from service.nd30.parts.document import Document

_BLANK = r"[\s.…_]*"
_SHAPE = re.compile(
    rf"(?P<place>[^,]*?)(?P<comma>,?){_BLANK}ngày{_BLANK}(?P<day>\d*){_BLANK}"
    rf"tháng{_BLANK}(?P<month>\d*){_BLANK}năm{_BLANK}(?P<year>\d*){_BLANK}"
)
_LONGEST = 120


def judge_date(document: Document) -> Iterator[LayoutFinding]:
    line = document.heading.date
    if line is None:
        return
    yield from judge_face("date_style", [line])
    found = _SHAPE.fullmatch(line.text[:_LONGEST])
    if found is None:
        yield finding("date_form", f"“{line.text[:_LONGEST]}”", line)
        return
    if not (found["day"] and found["month"] and found["year"]):
        yield finding("draft_date", "chưa ghi đủ ngày, tháng, năm", line)
        return
    fault = _form_fault(found, line.text)
    if fault:
        yield finding("date_form", fault, line)
    else:
        padding = list(_padding_faults(found["day"], found["month"]))
        if padding:
            yield finding("date_padding", "; ".join(padding), line)


def _form_fault(found: re.Match[str], text: str) -> str | None:
    if not found["place"].strip(" .…_"):
        return "không có địa danh"
    if not found["place"].lstrip()[:1].isupper():
        return f"địa danh “{found['place'].strip()}” không viết hoa"
    if not found["comma"]:
        return "sau địa danh không có dấu phẩy"
    if text.rstrip().endswith((".", "…")):
        return "có dấu chấm ở cuối dòng"
    if len(found["year"]) != 4 or not _exists(found):
        return f"ngày {found['day']} tháng {found['month']} năm {found['year']} không có thật"
    return None


def _exists(found: re.Match[str]) -> bool:
    try:
        dt.date(int(found["year"]), int(found["month"]), int(found["day"]))
    except (ValueError, OverflowError):
        return False
    return True


def _padding_faults(day: str, month: str) -> Iterator[str]:
    """Only days below 10 and months 1 and 2 are written with a 0."""
    if len(day) == 1 or len(day) > 2:
        yield f"“ngày {day}”"
    wanted = f"{int(month):02d}" if int(month) <= 2 else str(int(month))
    if month != wanted:
        yield f"“tháng {month}”, cần viết “tháng {wanted}”"
