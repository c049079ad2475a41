"""Acts that a document's free text names: in force that day, with their own date, or undated.

Source: data/instruments.toml.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from service.errors import Message, fault, register
from service.law import matching
from service.law.history import is_past
from service.law.matching import Folded
from service.law.mentions import Mention, mentions
from service.law.names import choices_of, dates_of, instead_of, name_of, undated
from service.law.rows import Instrument
from service.law.tables import Law, current
from service.vietnamese.text import fold

register(
    {
        "mention_not_in_force": (
            "{name} không có hiệu lực vào ngày {on} ({why}){instead}: hãy sửa, hoặc ghi rõ là "
            "quy định trước đây."
        ),
        "mention_wrong_date": "{name} ban hành ngày {right}, không phải ngày {typed}: hãy sửa.",
        "mention_undated": "“{typed}” có thể là {choices}: hãy ghi đủ ký hiệu và ngày ban hành.",
    },
    "warning",
)

# Numbers as the tables begin: 98/2023, 34-ct/tw. Where none is and no law, nothing is named.
_NUMBER = re.compile(r"\d{1,4}(?:/\d{4}|-\w+/\w+)")
_OWN_DATE = re.compile(r"\s{0,3}\(?(?:ban hành\s{1,3})?ngày(?!\w)", re.IGNORECASE)
# How far behind its number the title of an act may stand, in letters.
_TITLE_WITHIN = 160


@dataclass(frozen=True, slots=True)
class Named:
    """The acts that a text names. certain: keys of those that are known to be meant."""

    wrong: tuple[Message, ...] = ()
    certain: frozenset[str] = frozenset()
    undated: tuple[tuple[Message, frozenset[str]], ...] = ()

    def told(self, known: Collection[str]) -> Iterator[Message]:
        """What is doubtful. known: acts named before, of which a bare number reminds."""
        yield from self.wrong
        yield from (told for told, keys in self.undated if keys.isdisjoint(known))


def named(text: str, lowered: str, day: dt.date | None) -> Named | None:
    """The acts in a text of a day, None for none. lowered: the text in small letters."""
    numbers = _NUMBER.findall(lowered)
    if day is None or not ("luật" in lowered or not _known(current()).isdisjoint(numbers)):
        return None
    found = [_of_day(mention, text, day) for mention in mentions(text)]
    sentences = _Sentences(matching.fold(text), frozenset(one.date for one in found if one.date))
    wrong = tuple(told for one in found for told in _wrong(one, sentences, day))
    certain = frozenset(one.instrument.key for one in found if one.instrument)
    undated = tuple(
        (
            fault("mention_undated", typed=text[one.start : one.end], choices=choices_of(rows)),
            frozenset(row.key for row in rows),
        )
        for one in found
        if (rows := _undated(text, one, day))
    )
    return Named(wrong, certain, undated)


@dataclass(frozen=True, slots=True)
class _Sentences:
    """A folded text. dates: those of the acts in it, which tell nothing of when it speaks."""

    folded: Folded
    dates: frozenset[dt.date]

    def tell(self, mention: Mention, row: Instrument, day: dt.date) -> bool:
        """Whether they speak of the past, or of when an act comes into force."""
        if row.first > day:
            return row.signed is not None and row.signed <= day and "hiệu lực" in self.folded.text
        offsets = (mention.start, mention.end)
        start, end = (bisect_left(self.folded.starts, offset) for offset in offsets)
        change = row.last + dt.timedelta(1)
        return is_past(self.folded, start, end, change, day, self.dates)


@lru_cache(maxsize=8)
def _known(law: Law) -> frozenset[str]:
    found = (_NUMBER.match(row.number.lower()) for row in law.instruments.rows)
    return frozenset(number[0] for number in found if number)


def _of_day(mention: Mention, text: str, day: dt.date) -> Mention:
    """A mention without acts of later days and without a date that is not its own."""
    signed = tuple(row for row in mention.candidates if (row.signed or day) <= day)
    own = _OWN_DATE.match(text, mention.end)
    fits = any(row.signed == mention.date for row in mention.candidates)
    return replace(
        mention,
        candidates=signed or mention.candidates,
        date=mention.date if own or fits else None,
    )


def _wrong(mention: Mention, sentences: _Sentences, day: dt.date) -> Iterator[Message]:
    verdict = mention.verdict(day)
    row = verdict.instrument
    if row is None:
        return
    if verdict.right_dates:
        right = dates_of(verdict.right_dates)
        yield fault("mention_wrong_date", name=undated(row), right=right, typed=mention.date)
    elif verdict.force in ("ended", "not_yet") and not sentences.tell(mention, row, day):
        values = {"name": name_of(row), "on": day, "why": _why(row, day)}
        yield fault("mention_not_in_force", **values, instead=instead_of(verdict.meant, day))


def _why(row: Instrument, day: dt.date) -> str:
    if row.last < day:
        return f"hết hiệu lực sau ngày {dates_of([row.last])}"
    return f"có hiệu lực từ ngày {dates_of([row.first])}"


def _undated(text: str, mention: Mention, day: dt.date) -> tuple[Instrument, ...]:
    """The acts that a number without its date may be, unless a title beside it tells."""
    verdict = mention.verdict(day)
    if verdict.force != "ambiguous":
        return ()
    beside = fold(text[mention.end : mention.end + _TITLE_WITHIN])
    titled = any(row.title and fold(row.title) in beside for row in verdict.meant)
    return () if titled else verdict.meant
