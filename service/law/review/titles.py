"""How titles of emulation are written: spelling, capitals and quotation marks.

Source: Luật Thi đua, khen thưởng 2022, Điều 19-28, as service.law.award_names has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from service.errors import Message, fault, register
from service.law.award_names import AWARDS

register(
    {
        "spelling_si": "Luật viết “Chiến sĩ thi đua”, không viết “{typed}”: hãy sửa chính tả.",
        "straight_quotes": "Hãy thay dấu nháy thẳng quanh {typed} bằng dấu ngoặc kép “ ”.",
        "title_unquoted": (
            "Tên danh hiệu đặt trong dấu ngoặc kép như trong Luật Thi đua, khen thưởng: hãy ghi "
            "danh hiệu “{right}”."
        ),
        "title_quoted": (
            "Danh hiệu của bộ, ngành, tỉnh không đặt trong dấu ngoặc kép: hãy ghi danh hiệu "
            "{right} của …."
        ),
        "title_spelling": (
            "Luật Thi đua, khen thưởng viết “{right}”, không viết “{typed}”: hãy sửa chữ hoa, "
            "chữ thường."
        ),
    },
    "warning",
)

_QUOTED = [award.name for award in AWARDS.values() if award.is_title and not award.of_grantor]
_BARE = [award.name for award in AWARDS.values() if award.is_title and award.of_grantor]


def _key(name: str) -> str:
    return " ".join(name.lower().replace("sỹ", "sĩ").split())


def _any_of(names: list[str]) -> str:
    longest = sorted(names, key=len, reverse=True)
    return "|".join(r"\s{1,3}".join(_key(name).split()).replace("sĩ", "s[ĩỹ]") for name in longest)


_OFFICIAL = {_key(name): name for name in (*_QUOTED, *_BARE)}
_STRAIGHT = re.compile(r'(?<!\d)"([^"\n]+)"')
_TITLE = re.compile(
    rf"danh\s{{1,3}}hiệu\s{{1,3}}([“\"']?)({_any_of(_QUOTED)})(?!\w)", re.IGNORECASE
)
_OF_GRANTOR = re.compile(
    rf"danh\s{{1,3}}hiệu\s{{1,3}}[“\"']({_any_of(_BARE)})[”\"']?\s{{1,3}}"
    r"(?:của\s(?!chính phủ)|(?:cấp\s{1,3})?(?:bộ|ban|ngành|tỉnh|thành phố)(?!\w))",
    re.IGNORECASE,
)
_IN_QUOTES = re.compile(rf"“({_any_of(_QUOTED)})”", re.IGNORECASE)
# Soldiers are spelt either way; the title is the law's.
_FIGHTER = re.compile(r"chiến\s{1,3}sỹ\s{1,3}thi\s{1,3}đua", re.IGNORECASE)


def doubts(text: str, lowered: str) -> Iterator[Message]:
    """What of a text the law writes otherwise. lowered: the text in small letters."""
    if "sỹ" in lowered:
        for found in _FIGHTER.finditer(text):
            yield fault("spelling_si", typed=found[0])
    if '"' in text:
        for found in _STRAIGHT.finditer(text):
            if any(map(str.isalpha, found[1])):
                yield fault("straight_quotes", typed=found[0])
    if "hiệu" in lowered:
        yield from _titles(text)
    if "“" in text:
        yield from _quoted(text)


def _titles(text: str) -> Iterator[Message]:
    """Only after the word danh hiệu: elsewhere the same words may be no title."""
    for found in _TITLE.finditer(text):
        mark, typed = found.groups()
        right = _OFFICIAL[_key(typed)]
        if not mark and not typed.isupper():
            yield fault("title_unquoted", right=right)
        elif _is_misspelt(typed, right):
            yield fault("title_spelling", right=right, typed=typed)
    for found in _OF_GRANTOR.finditer(text):
        yield fault("title_quoted", right=_OFFICIAL[_key(found[1])])


def _quoted(text: str) -> Iterator[Message]:
    """A title by itself in quotation marks and with a capital is one without the word, too."""
    for found in _IN_QUOTES.finditer(text):
        typed, right = found[1], _OFFICIAL[_key(found[1])]
        if typed[0].isupper() and _is_misspelt(typed, right):
            yield fault("title_spelling", right=right, typed=typed)


def _is_misspelt(typed: str, right: str) -> bool:
    return not typed.isupper() and " ".join(typed.split()).replace("sỹ", "sĩ") != right
