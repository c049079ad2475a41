"""Whether a sentence speaks of the past, where former names are right."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator
from contextlib import suppress

from service.law.matching import Folded

# How far around a name its sentence is read, in letters.
_WITHIN = 160
_SENTENCE_END = re.compile(r"[;\n]|[.!?](?=\s)")
_FORMER_AFTER = re.compile(r"\s{0,3}[(,]?\s{0,3}(?:cũ|trước đây|nay là|nay thuộc)(?!\w)")
_FORMERLY = re.compile(
    r"(?<!\w)(?:trước đây|trước khi|trước ngày|nguyên là|tiền thân|tên cũ|nay là|nay thuộc|sáp nhập"
    r"|hợp nhất|chia tách|tách ra từ|tái lập|trở thành|thành lập thành phố"
    r"|sắp xếp đơn vị hành chính|sau sắp xếp|thay thế|bãi bỏ|hết hiệu lực"
    r"|không còn (?:cấp|tổ chức|hoạt động|tồn tại|từ|nữa)|(?:kết thúc|chấm dứt) hoạt động|giải thể"
    # A place of birth keeps the name of then.
    r"|quê quán|quê (?:ở|tại|gốc)|sinh (?:ra )?(?:ở|tại)|nguyên quán|sinh quán)(?!\w)"
)
_DATE = re.compile(
    r"(?<!\d)(?:(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})"
    r"|ngày\s{1,3}(\d{1,2})\s{1,3}tháng\s{1,3}(\d{1,2})\s{1,3}năm\s{1,3}(\d{4}))(?!\d)"
)
_YEAR = re.compile(r"năm\s{1,3}(\d{4})(?!\d)|(?<![\d/.-])(\d{4})\s{0,3}-\s{0,3}\d{4}(?!\d)")


def is_past(
    folded: Folded,
    start: int,
    end: int,
    change: dt.date,
    on: dt.date,
    apart: Collection[dt.date] = (),
) -> bool:
    """Whether a name at these folded offsets, right before the day `change`, is named as past.

    Signs of it are words (cũ, trước đây, sáp nhập …) or, in the same sentence, a date before
    `change` or a year that began before it and is over by `on`. apart: dates that are no such sign,
    as they belong to what is named.
    """
    if _FORMER_AFTER.match(folded.text, end, end + 20):
        return True
    sentence = _sentence(folded.text, start, end)
    return bool(_FORMERLY.search(sentence)) or any(
        day < change and day not in apart for day in (*_dates(sentence), *_past_years(sentence, on))
    )


def _sentence(text: str, start: int, end: int) -> str:
    before = _SENTENCE_END.split(text[max(0, start - _WITHIN) : start])[-1]
    after = _SENTENCE_END.split(text[end : end + _WITHIN], maxsplit=1)[0]
    return f"{before}{text[start:end]}{after}"


def _dates(sentence: str) -> Iterator[dt.date]:
    for found in _DATE.finditer(sentence):
        day, month, year = (int(part) for part in found.groups() if part)
        # 30/02/2024 is no date to reckon with.
        with suppress(ValueError):
            yield dt.date(year, month, day)


def _past_years(sentence: str, on: dt.date) -> Iterator[dt.date]:
    for found in _YEAR.finditer(sentence):
        year = int(found[1] or found[2])
        if dt.MINYEAR <= year < on.year:
            yield dt.date(year, 1, 1)
