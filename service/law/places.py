"""Provinces, ministries and levels of government that a text names out of their time.

Source: data/provinces.toml and data/bodies.toml, each row with its resolution.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from service.law import matching
from service.law.history import is_past
from service.law.matching import Folded
from service.law.rows import Body, Confidence, Province
from service.law.tables import Law, current
from service.vietnamese import dates

KINDS = {"tỉnh": ("tỉnh",), "thành phố": ("thành phố", "thành phố thuộc tỉnh")}
# Names after the first of a list: các tỉnh Bắc Kạn, Bình Định và Phú Yên.
_NEXT = r"\s{0,3}(?:,|và|,\s{0,3}và)\s{1,3}"
# A branch bears its own number: Ngân hàng … tỉnh Bắc Giang II.
_BRANCH = r"(?!\s{1,3}(?:i{1,3}|iv|vi{0,3})(?!\w))"
_BOARD = re.compile(r"ban\s{1,3}quản\s{1,3}lý\s{1,3}(?:các\s{1,3})?(?:khu|kcn|kkt)(?!\w)")
_WORD = re.compile(r"\s{1,3}([\w-]+)")
_AFTER_NAME = {"cũ", "nay", "trước"}
# A text all in capitals is no name.
_MOST_WORDS = 6
# Longer names that begin like a province's: former provinces, and a city within one.
LONGER = ("Điện Biên Phủ", "Hà Nam Ninh", "Quảng Nam - Đà Nẵng")


# Where a name stands in the folded text, the row it breaks, what is right, and the day from which
# it was wrong: sentences of days before speak of the past.
Found = tuple[tuple[int, int], Province | Body, str | None, dt.date]


@dataclass(frozen=True, slots=True)
class Wrong:
    """A name out of its time.

    start, end: offsets in the text that was given; found: as typed; right: what stands there
    instead that day, None where there is no single name; why: Vietnamese, with its source.
    """

    start: int
    end: int
    found: str
    right: str | None
    why: str
    confidence: Confidence


def wrong_places(text: str, on: dt.date) -> list[Wrong]:
    """The names in a text that no place or body bears on a day, in order.

    A province counts only after "tỉnh" or "thành phố", so names of companies pass; what a sentence
    marks as past, by a word or by an older date, passes too.
    """
    law, folded = current(), matching.fold(text)
    found = (*_provinces(law, folded, on), *_bodies(law, folded, on))
    return [
        _wrong(folded, span, row, right, on)
        for span, row, right, change in sorted(found, key=lambda entry: entry[0])
        if not is_past(folded, span[0], _named_end(folded, span[1]), change, on)
    ]


def wrong_board(name: str, on: dt.date, *, is_place: bool = False) -> list[Wrong]:
    """The former province that the name of a board ends with, out of its time, without its kind.

    A board belongs to a province: Ban Quản lý các khu công nghiệp Bắc Giang. is_place: the
    name is that of a place by itself.
    """
    law, folded = current(), matching.fold(name)
    if not (is_place or _BOARD.match(folded.text)):
        return []
    found = _bare_at_end(law).search(folded.text)
    if not found or not folded.taken(*found.span("name"))[0].isupper():
        return []
    rows = _either_kind(law, _key(found["name"]))
    if not rows or any(row.holds(on) for row in rows):
        return []
    return [_wrong(folded, found.span("name"), *_unit_instead(law, rows, on), on)]


def _either_kind(law: Law, key: str) -> tuple[Province, ...]:
    """The rows of a name as a province, then as a city."""
    _, _, known = _province_index(law)
    return tuple(row for kind in KINDS for row in known.get((kind, key), ()))


def _provinces(law: Law, folded: Folded, on: dt.date) -> Iterator[Found]:
    pattern, _, known = _province_index(law)
    for found in pattern.finditer(folded.text):
        if not found["name"]:
            continue
        kind = "tỉnh" if found["kind"] == "tỉnh" else "thành phố"
        yield from _unit(law, folded, found, known.get((kind, _key(found["name"])), ()), on)
        if kind == "tỉnh":
            for each in _listed(law, folded, found.end()):
                yield from _unit(law, folded, each, _either_kind(law, _key(each["name"])), on)


def _listed(law: Law, folded: Folded, end: int) -> Iterator[re.Match[str]]:
    """The names that go on a list: no part of longer names, which may be a company's."""
    _, following, _ = _province_index(law)
    while found := following.match(folded.text, end):
        end = found.end()
        if _named_end(folded, end) == end:
            yield found


def _unit(
    law: Law, folded: Folded, found: re.Match[str], rows: tuple[Province, ...], on: dt.date
) -> Iterator[Found]:
    # A name in small letters is a word: hòa bình is peace.
    if not folded.taken(*found.span("name"))[0].isupper():
        return
    if rows and not any(row.holds(on) for row in rows):
        span = found.span("kind")[0] if "kind" in found.groupdict() else found.start("name")
        yield (span, found.end()), *_unit_instead(law, rows, on), _change(rows, on)


def _unit_instead(law: Law, rows: tuple[Province, ...], on: dt.date) -> tuple[Province, str | None]:
    """The row that explains why a name is wrong, and the name that is right.

    A name that is to come says more than a city within a province that bore it before.
    """
    row = next((row for row in rows if row.first > on), rows[0])
    return row, _named_on(law, row.became if row.last < on else row.name, on)


def _named_on(law: Law, name: str, on: dt.date) -> str | None:
    """A unit under the government by its kind that day: Bắc Ninh -> tỉnh Bắc Ninh."""
    for row in law.provinces.rows:
        if row.name == name and row.holds(on):
            return f"{row.kind} {row.name}"
    return None


def _bodies(law: Law, folded: Folded, on: dt.date) -> Iterator[Found]:
    pattern, rows = _body_index(law)
    for found in pattern.finditer(folded.text):
        row = rows[_key(found[0])]
        if not row.holds(on) and _is_meant(row, folded, found):
            right = (row.became if row.last < on else row.before) or None
            yield found.span(), row, right, _change([row], on)


def _is_meant(row: Body, folded: Folded, found: re.Match[str]) -> bool:
    """A body is written with a capital; huyện, thị trấn only count before a name or a number."""
    if not row.proper:
        return folded.taken(*found.span())[0].isupper()
    after = folded.taken(found.end(), min(found.end() + 4, len(folded.text))).lstrip()
    return after[:1].isupper() or after[:1].isdigit()


def _named_end(folded: Folded, end: int) -> int:
    """Where the name that goes on after a body's ends: thị xã Việt Yên cũ."""
    for _ in range(_MOST_WORDS):
        found = _WORD.match(folded.text, end)
        if not found or found[1] in _AFTER_NAME or not _is_proper(folded, found):
            break
        end = found.end()
    return end


def _is_proper(folded: Folded, word: re.Match[str]) -> bool:
    first = folded.taken(*word.span(1))[0]
    return first.isupper() or first.isdigit()


def _change(rows: Sequence[Province | Body], on: dt.date) -> dt.date:
    """The day from which a name was wrong; a name that is not yet right never was."""
    ends = [row.last for row in rows if row.last < on]
    return max(ends) + dt.timedelta(1) if ends else dt.date.min


def _wrong(
    folded: Folded, span: tuple[int, int], row: Province | Body, right: str | None, on: dt.date
) -> Wrong:
    start, end = folded.span(*span)
    typed = folded.original[start:end]
    listed = isinstance(row, Province) and _key(typed) == _key(row.name)
    right = right if listed else _cased(right, typed)
    named = f"{_word_of(row)} {typed}" if listed and isinstance(row, Province) else typed
    return Wrong(start, end, typed, right, _why(row, named, right, on), row.confidence)


def _word_of(row: Province) -> str:
    return next(word for word, kinds in KINDS.items() if row.kind in kinds)


def _cased(right: str | None, typed: str) -> str | None:
    if right is None or typed[:1].islower():
        return right
    return right.upper() if typed.isupper() else right[:1].upper() + right[1:]


def _why(row: Province | Body, typed: str, right: str | None, on: dt.date) -> str:
    if row.last < on:
        border = f"chỉ dùng đến hết ngày {dates.short_date(row.last)}"
    else:
        border = f"chỉ dùng từ ngày {dates.short_date(row.first)}"
    instead = f", hãy ghi “{right}”" if right else ""
    note = f" {row.note}" if row.note else ""
    return f"“{typed}” {border}{instead} ({row.source}).{note}"


@lru_cache(maxsize=8)
def _province_index(
    law: Law,
) -> tuple[re.Pattern[str], re.Pattern[str], dict[tuple[str, str], tuple[Province, ...]]]:
    """What finds a name after its kind, what finds the next of a list, and the rows by both."""
    rows: dict[tuple[str, str], tuple[Province, ...]] = {}
    for row in law.provinces.rows:
        kind = _word_of(row)
        rows[kind, _key(row.name)] = (*rows.get((kind, _key(row.name)), ()), row)
    names = _longest_first({row.name for row in law.provinces.rows})
    longer = _longest_first(set(LONGER))
    kind = r"(?P<kind>tỉnh|thành\s{1,3}phố|tp\.?)\s{1,3}"
    name = rf"(?P<name>{names})(?!\w){_BRANCH}"
    first = re.compile(rf"(?<!\w){kind}(?:(?:{longer})(?!\w)|{name})")
    return first, re.compile(rf"{_NEXT}{name}"), rows


@lru_cache(maxsize=8)
def _bare_at_end(law: Law) -> re.Pattern[str]:
    names = _longest_first({row.name for row in law.provinces.rows})
    return re.compile(rf"(?<!\w)(?<!tỉnh )(?<!thành phố )(?P<name>{names})\Z")


@lru_cache(maxsize=8)
def _body_index(law: Law) -> tuple[re.Pattern[str], dict[str, Body]]:
    named = {name: row for row in law.bodies.rows for name in (row.name, *row.aliases)}
    names = _longest_first(set(named))
    # "cán bộ kế hoạch và đầu tư" are people, "nội bộ", "cơ sở" are words.
    pattern = re.compile(rf"(?<!\w)(?<!cán )(?<!nội )(?<!cơ )(?:{names})(?!\w)")
    return pattern, {_key(name): row for name, row in named.items()}


def _longest_first(names: set[str]) -> str:
    return "|".join(matching.pattern(name) for name in sorted(names, key=lambda n: (-len(n), n)))


def _key(name: str) -> str:
    """A name without its spaces, folded: bà rịa-vũng tàu."""
    return "".join(matching.fold(name).text.split())
