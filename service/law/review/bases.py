"""Legal bases: whether what a document cites is in force on its day, and all that it should cite.

Source: data/instruments.toml, data/uncertainties.toml.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from service.errors import Message, fault, register
from service.law.instruments import Verdict, find, judge
from service.law.kinds import citable
from service.law.names import (
    choices_of,
    dates_of,
    in_full,
    instead_of,
    matter_of,
    name_of,
    undated,
)
from service.law.preambles import Preamble, preamble
from service.law.review import Path
from service.law.rows import Instrument
from service.law.tables import Law, current
from service.vietnamese.text import fold

Citations = Sequence[Mapping[str, Any]]

register(
    {
        "basis_not_yet": (
            "{name} có hiệu lực từ ngày {since}, sau ngày văn bản ({on}): hãy viện dẫn văn bản "
            "đang có hiệu lực vào ngày đó."
        ),
        "basis_ended": (
            "{name} đã hết hiệu lực từ ngày {ended}, trước ngày văn bản ({on}){instead}: hãy thay "
            "căn cứ này."
        ),
    }
)
register(
    {
        "basis_end_unverified": (
            "{name} có ghi ngày hết hiệu lực là {ended} nhưng chưa xác minh được văn bản thay "
            "thế: hãy kiểm tra trước khi trình ký."
        ),
        "basis_wrong_date": "{name} ban hành ngày {right}, không phải ngày {typed}: hãy sửa ngày.",
        "basis_wrong_issuer": "{name} do {right} ban hành: hãy sửa tên cơ quan.",
        "basis_wrong_kind": "Số này là của {right}: hãy sửa loại văn bản.",
        "basis_ambiguous": (
            "“{number}” có thể là {choices}: hãy ghi đủ số, ký hiệu và ngày ban hành."
        ),
        "basis_mistaken": (
            "{name} quy định việc khác; có lẽ cần viện dẫn {meant}: hãy kiểm tra lại."
        ),
        "basis_missing": (
            "Văn bản ngày {on} viện dẫn pháp luật về thi đua, khen thưởng thì cần cả {missing}: "
            "hãy bổ sung."
        ),
        "law_uncertain": "{text}",
        "law_ended_unverified": "{text}",
    },
    "warning",
)
register({"law_unverified": "{text}"}, "info")

# Every document with a preamble cites it while it is in force: clerks go on with older preambles.
_ALWAYS = "law_2026"
# Key of the row of data/uncertainties.toml that has a code of its own, to be accepted by itself.
_ENDED = "decree_end"


def faults(citations: Citations, on: dt.date) -> Iterator[tuple[Path, Message]]:
    """A fault at each citation that was not in force on the document's day.

    citations: kind, number | None, date, issuer | None, title each; faulty parts may be missing.
    """
    for index, cited in _whole(citations):
        verdict = _judged(cited, on)
        row = verdict.instrument
        if row is not None and verdict.force == "not_yet":
            values = {"name": name_of(row), "since": row.first, "on": on}
            yield (index, "date"), fault("basis_not_yet", **values)
        elif row is not None and verdict.force == "ended":
            values = {"name": name_of(row), "ended": row.last + dt.timedelta(1), "on": on}
            yield (
                (index, "date"),
                fault("basis_ended", **values, instead=instead_of(verdict.meant, on)),
            )


def doubts(citations: Citations, on: dt.date) -> Iterator[tuple[Path, Message]]:
    """What is doubtful about each citation of a document of that day."""
    for index, cited in _whole(citations):
        yield from (((index, *place), told) for place, told in _of_one(cited, _judged(cited, on)))


def gaps(
    citations: Citations, on: dt.date, *, has_preamble: bool
) -> Iterator[tuple[Path, Message]]:
    """What citations lack that name the law of that day, and what is uncertain about that law.

    has_preamble: whether documents of the kind cite law; others are told only when they do.
    """
    own = preamble(on)
    judged = [_judged(cited, on).instrument for _, cited in _whole(citations)]
    cites = any(row in own.instruments for row in judged)
    if cites or (has_preamble and any(row.key == _ALWAYS for row in own.instruments)):
        yield from (((), told) for told in _missing(own, judged, on))
    if cites or has_preamble:
        yield from (((), told) for told in uncertain(own))


def uncertain(bases: Preamble) -> Iterator[Message]:
    """What could not be verified about the legal bases of a day."""
    for row in bases.uncertain:
        code = "law_uncertain" if row.severity == "warning" else "law_unverified"
        yield fault("law_ended_unverified" if row.key == _ENDED else code, text=row.text)


def acts(citations: Citations, on: dt.date) -> Iterator[str]:
    """The keys of the acts that are cited."""
    for _, cited in _whole(citations):
        if row := _judged(cited, on).instrument:
            yield row.key


def merged(citations: Citations, on: dt.date) -> list[Mapping[str, Any]]:
    """The bases of that day, then those of the citations that are not among them."""
    own = preamble(on)
    others = [one for one in citations if _judged(one, on).instrument not in own.instruments]
    return [*own.citations, *others]


def _judged(cited: Mapping[str, Any], on: dt.date) -> Verdict:
    fields = (cited.get(name) for name in ("kind", "number", "date", "issuer", "title"))
    return _verdict(current(), on, *fields)


# Each is judged several times on the way to a document, and by every document that cites it.
@lru_cache(maxsize=1_024)
def _verdict(
    _: Law,
    on: dt.date,
    kind: str,
    number: str | None,
    date: dt.date,
    issuer: str | None,
    title: str,
) -> Verdict:
    citation = {"kind": kind, "number": number, "date": date, "issuer": issuer, "title": title}
    return judge(citation, on)


def _whole(citations: Citations) -> list[tuple[int, Mapping[str, Any]]]:
    wanted = ("kind", "date", "title")
    return [
        (index, one)
        for index, one in enumerate(citations)
        if all(one.get(name) is not None for name in wanted)
    ]


def _of_one(cited: Mapping[str, Any], verdict: Verdict) -> Iterator[tuple[Path, Message]]:
    row = verdict.instrument
    if choices := _choices(cited, verdict):
        yield ("number",), fault("basis_ambiguous", number=cited["number"], choices=choices)
    if row is None:
        return
    name = name_of(row)
    if verdict.force == "mistaken":
        meant = in_full(verdict.meant)
        yield ("number",), fault("basis_mistaken", name=matter_of(row), meant=meant)
    if verdict.force == "end_unverified":
        ended = row.last + dt.timedelta(1)
        yield ("date",), fault("basis_end_unverified", name=name, ended=ended)
    if verdict.right_dates:
        values = {"name": undated(row), "right": dates_of(verdict.right_dates)}
        yield ("date",), fault("basis_wrong_date", **values, typed=cited["date"])
    if verdict.right_issuer:
        yield ("issuer",), fault("basis_wrong_issuer", name=name, right=verdict.right_issuer)
    if verdict.right_kind:
        yield ("kind",), fault("basis_wrong_kind", right=citable()[verdict.right_kind])


def _choices(cited: Mapping[str, Any], verdict: Verdict) -> str:
    """What a number may be that several acts bear, or that lacks its symbol: 15/2025."""
    if verdict.force == "ambiguous":
        return choices_of(verdict.meant)
    number = fold(cited.get("number") or "")
    rows = find(number=number) if verdict.instrument and number else ()
    return "" if any(fold(row.number) == number for row in rows) else choices_of(rows)


def _missing(own: Preamble, judged: Sequence[Instrument | None], on: dt.date) -> Iterator[Message]:
    """The laws of that day that are not cited: an amended law is cited with its amendments."""
    for row in own.instruments:
        if row.kind == "law" and row not in judged:
            yield fault("basis_missing", on=on, missing=name_of(row))
