"""The words of a document: places, bodies and acts out of their time, and how titles are written.

Source: the tables of service.law; Luật Thi đua, khen thưởng 2022 for the spelling of titles.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from service.errors import Message, fault, register
from service.law.places import Wrong, wrong_board, wrong_places
from service.law.review import Path, acts, titles
from service.law.review.word import Word
from service.law.tables import Law, current
from service.vietnamese.text import fold_tone_placement

register(
    {
        "place_out_of_time": "{why}",
        "bloc_words_mixed": "{why}: hãy thống nhất một cách gọi trong cả văn bản.",
    },
    "warning",
)

# As many as are told of one text: who mends these sees the others then.
MOST = 10
# Where names of places keep those of another day: a place of birth.
BORN = "home_town"
# Where the name of a province stands without its kind.
PLACE = ("issuer", "place")
# What the head of a bloc is called, either way.
HEADS = (("khối trưởng", "trưởng khối"), ("cụm trưởng", "trưởng cụm"))


@dataclass(frozen=True, slots=True)
class Reading:
    """What one text holds. heads: words for the head of a bloc, in small letters."""

    told: tuple[Message, ...]
    acts: acts.Named | None
    heads: tuple[str, ...]

    @property
    def count(self) -> int:
        """How much is told, whatever else the document names."""
        return len(self.told) + (len(self.acts.wrong) if self.acts else 0)


def advice(words: Iterable[Word], bases: Iterable[str]) -> Iterator[tuple[Path, Message]]:
    """What is doubtful about the texts of a document.

    bases: keys of the acts among its legal bases.
    """
    told = list(_of_each(words, bases))
    places: dict[str, dict[Path, None]] = {}
    for path, one in told:
        if one.code == "place_out_of_time":
            places.setdefault(one.lower(), {})[path] = None
    for path, one in told:
        if one.code != "place_out_of_time":
            yield path, one
        elif found := places.pop(one.lower(), None):
            yield path, _with_others(one, len(found) - 1)


def _with_others(told: Message, others: int) -> Message:
    """A name is told where it stands first: a clerk mends all its places at once."""
    return Message(told.code, f"{told} (còn ở {others} chỗ khác)") if others else told


def _of_each(words: Iterable[Word], bases: Iterable[str]) -> Iterator[tuple[Path, Message]]:
    law, known, called = current(), set(bases), ""
    for word in words:
        path, reading = word.path, _of_word(law, word)
        if reading is None:
            continue
        told = [*reading.told]
        if reading.acts and path[0] != "legal_bases":
            known |= reading.acts.certain
            told += reading.acts.told(known)
        yield from ((path, one) for one in told[:MOST])
        for found in reading.heads:
            called = called or found
            if _other(found) == called:
                yield path, _mixed(f"Văn bản gọi cả “{called}” và “{found}”")


def of_bloc(bloc: Mapping[str, Any]) -> Iterator[tuple[Path, Message]]:
    """Whether the post of a bloc's head fits its name. bloc: name, head_post."""
    name, post = bloc["name"].lower(), bloc["head_post"].lower()
    for word, other in (("khối", "cụm"), ("cụm", "khối")):
        if name.startswith(word) and other in post and word not in post:
            why = f"Tên là {word} mà người đứng đầu gọi là “{bloc['head_post']}”"
            yield ("head_post",), _mixed(why)


def _mixed(why: str) -> Message:
    return fault("bloc_words_mixed", why=why)


def _other(head: str) -> str:
    return next(one for pair in HEADS if head in pair for one in pair if one != head)


def _of_word(law: Law, word: Word) -> Reading | None:
    """What a text holds, of a row of a year as read on the kinder day."""
    is_place = word.path == PLACE
    day = None if word.path[-1] == BORN else word.day
    reading = _read(law, word.text, day, is_place)
    if reading is None or word.since is None or day is None:
        return reading
    then = _read(law, word.text, word.since, is_place)
    return then if then is None or then.count < reading.count else reading


# The same names and sentences come again with every edit of a payload and every row of a batch.
@lru_cache(maxsize=4_096)
def _read(_: Law, text: str, day: dt.date | None, is_place: bool) -> Reading | None:
    lowered = text.lower()
    told = [*titles.doubts(text, lowered)]
    if day:
        told += map(_place, _places(text, lowered, day))
    if day and (is_place or lowered.startswith("ban ")):
        told += map(_place, wrong_board(text, day, is_place=is_place))
    heads = tuple(_heads(lowered)) if "trưởng" in lowered else ()
    named = acts.named(text, lowered, day)
    if not (told or named or heads):
        return None
    return Reading(tuple(dict.fromkeys(told)), named, heads)


def _heads(lowered: str) -> Iterator[str]:
    """Khối trưởng Khối thi đua số 1 is no Trưởng khối."""
    for first, second in HEADS:
        if first in lowered:
            yield first
        if second in lowered.replace(first, ""):
            yield second


def _places(text: str, lowered: str, day: dt.date) -> list[Wrong]:
    found = any(key in lowered for key in _keys(current()))
    return wrong_places(text, day) if found else []


def _place(wrong: Wrong) -> Message:
    doubt = "" if wrong.confidence == "high" else " Mốc ngày này chưa xác minh được."
    return fault("place_out_of_time", why=wrong.why + doubt)


@lru_cache(maxsize=8)
def _keys(law: Law) -> tuple[str, ...]:
    """Words in small letters without any of which a text names no place or body."""
    names = {name.lower() for row in law.bodies.rows for name in (row.name, *row.aliases)}
    names |= {fold_tone_placement(name) for name in names} | {"tỉnh", "thành phố", "tp"}
    # "ubnd huyện" only where "huyện" is.
    needed = (name for name in names if not any(one in name for one in names - {name}))
    return tuple(sorted({" ".join(name.split()[:3]) for name in needed}))
