"""Instruments named inside free text: 98/2023/NĐ-CP, Nghị định 91/2017, Chỉ thị 34-CT/TW."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from service.law import matching
from service.law.instruments import Verdict, find, judge_candidates, may_be_of_day
from service.law.kinds import citable
from service.law.matching import Folded
from service.law.rows import Instrument
from service.vietnamese import text as vietnamese

# Numbers of acts: 98/2023/nđ-cp, 86/2025/qđ-ubnd, 06/2022/qh15, 34-ct/tw, and 91/2017 after a kind.
_NUMBER = re.compile(r"(?<![\w/.,-])\d{1,4}[/-][\w/-]{1,30}")
_LAW = re.compile(
    r"(?<!\w)luật\s{1,3}(sửa đổi,? bổ sung một số điều của luật\s{1,3})?thi đua,?\s{1,3}khen thưởng"
)
_DATE = re.compile(
    r"ngày\s{1,3}(?:(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})"
    r"|(\d{1,2})\s{1,3}tháng\s{1,3}(\d{1,2})\s{1,3}năm\s{1,3}(\d{4}))(?!\d)"
)
# How far from a number its date, its kind and its province may stand, in letters.
_DATE_WITHIN, _KIND_WITHIN, _PROVINCE_WITHIN = 40, 24, 80


@dataclass(frozen=True, slots=True)
class Mention:
    """Where an act is named, which it may be, and the date that follows it, if any.

    start, end: offsets in the text that was given.
    """

    start: int
    end: int
    candidates: tuple[Instrument, ...]
    date: dt.date | None = None

    @property
    def instrument(self) -> Instrument | None:
        """The one act it is, None where several bear the number or the date is another's."""
        fitting = [row for row in self.candidates if may_be_of_day(row, self.date)]
        return fitting[0] if len(fitting) == 1 else None

    def verdict(self, on: dt.date) -> Verdict:
        """What the tables say of it in a paper of that day."""
        return judge_candidates(self.candidates, self.date, on)


def mentions(text: str) -> list[Mention]:
    """The acts of the tables that a text names, in order; other numbers are passed over."""
    folded = matching.fold(text)
    return sorted((*_numbers(folded), *_laws(folded)), key=lambda mention: mention.start)


def _numbers(folded: Folded) -> Iterator[Mention]:
    for found in _NUMBER.finditer(folded.text):
        number = found[0].rstrip("-/")
        end = found.start() + len(number)
        candidates = _candidates(folded, number, found.start(), end)
        if candidates:
            yield _mention(folded, found.start(), end, candidates)


def _candidates(folded: Folded, number: str, start: int, end: int) -> tuple[Instrument, ...]:
    rows = find(number=number)
    if rows and vietnamese.fold(rows[0].number) != number:
        before = folded.text[max(0, start - _KIND_WITHIN) : start]
        rows = tuple(row for row in rows if _after_kind(before, row.kind))
    after, _, _ = folded.text[end : end + _PROVINCE_WITHIN].partition(";")
    return tuple(row for row in rows if vietnamese.fold(row.province) in after)


def _after_kind(before: str, kind: str) -> bool:
    words = before.split()
    words = words[:-1] if words[-1:] == ["số"] else words
    return " ".join(words).endswith(vietnamese.fold(citable()[kind]))


def _laws(folded: Folded) -> Iterator[Mention]:
    """Laws have names, not numbers: only with a date can one tell which is meant."""
    for found in _LAW.finditer(folded.text):
        amending = found[1] is not None
        rows = tuple(row for row in find("law") if _is_law(row, amending=amending))
        mention = _mention(folded, found.start(), found.end(), rows)
        if mention.date:
            yield mention


def _is_law(row: Instrument, *, amending: bool) -> bool:
    title = vietnamese.fold(row.title)
    return title.endswith("thi đua, khen thưởng") and title.startswith("sửa đổi") == amending


def _mention(folded: Folded, start: int, end: int, candidates: tuple[Instrument, ...]) -> Mention:
    return Mention(*folded.span(start, end), candidates, _date_after(folded.text, end))


def _date_after(text: str, end: int) -> dt.date | None:
    """The date that follows a citation, unless another number stands between."""
    within = text[end : end + _DATE_WITHIN]
    found = _DATE.search(within)
    if not found or _NUMBER.search(within, 0, found.start()):
        return None
    day, month, year = (int(part) for part in found.groups() if part)
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
