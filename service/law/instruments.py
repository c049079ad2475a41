"""Whether what a paper relies on is in force, by data/instruments.toml."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal

from service.law.kinds import CITED_WITHOUT_NUMBER
from service.law.rows import Instrument
from service.law.tables import Law, current
from service.vietnamese import text

Force = Literal[
    "in_force", "not_yet", "ended", "end_unverified", "mistaken", "ambiguous", "unknown"
]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the tables say of one citation in a paper of one day.

    force: not_yet and ended are certain; end_unverified: its end is recorded but no text confirmed
    it; mistaken: in truth another act of like number, on another matter; ambiguous: several acts
    bear what was typed; unknown: not in the tables. instrument: the act it was taken for. meant:
    its successors, the act it was mistaken for, or those it may be. right_dates, right_issuer,
    right_kind: only where something else was typed.
    """

    force: Force
    instrument: Instrument | None = None
    meant: tuple[Instrument, ...] = ()
    right_dates: tuple[dt.date, ...] = ()
    right_issuer: str | None = None
    right_kind: str | None = None


def force(instrument: Instrument, on: dt.date) -> Force:
    """Whether an instrument is in force on a day."""
    if on < instrument.first:
        return "not_yet"
    if on <= instrument.last:
        return "in_force"
    return "end_unverified" if "ended" in instrument.unverified else "ended"


def first_day(key: str) -> dt.date:
    """When the act of a key came into force; the last of all days for one not in the tables."""
    rows = current().instruments.rows
    return next((row.first for row in rows if row.key == key), dt.date.max)


def find(
    kind: str | None = None, number: str | None = None, date: dt.date | None = None
) -> tuple[Instrument, ...]:
    """The instruments of that kind, number and date; what is None is left open.

    A number without its symbol, 91/2017, finds all that begin so.
    """
    law = current()
    rows = law.instruments.rows if number is None else _by_number(law).get(text.fold(number), ())
    return tuple(row for row in rows if kind in (None, row.kind) and date in (None, row.signed))


def may_be_of_day(row: Instrument, date: dt.date | None) -> bool:
    """Whether the instrument may have been signed that day; unknown dates match any."""
    return date is None or row.signed in (None, date) or "signed" in row.unverified


def judge(citation: Mapping[str, Any], on: dt.date) -> Verdict:
    """What the tables say of a legal basis in a paper of a day.

    citation: kind (key of kinds.citable()), number | None, date | None, issuer | None, title.
    """
    if citation["kind"] in CITED_WITHOUT_NUMBER and not citation.get("number"):
        candidates = _titled(citation["kind"], citation.get("title") or "")
    else:
        candidates = find(number=citation.get("number") or "")
    issuer = citation.get("issuer")
    candidates = tuple(row for row in candidates if _may_be_of(row, issuer))
    verdict = judge_candidates(candidates, citation.get("date"), on)
    return _with_wrongs(verdict, citation["kind"], issuer)


def judge_candidates(
    candidates: Sequence[Instrument], date: dt.date | None, on: dt.date
) -> Verdict:
    """What is to be said of a citation that may be any of these, with the date typed beside it."""
    if not candidates:
        return Verdict("unknown")
    dated = [row for row in candidates if may_be_of_day(row, date)]
    if len(dated) > 1:
        return Verdict("ambiguous", meant=tuple(dated))
    if dated:
        return _of(dated[0], on)
    known = [row for row in candidates if not row.mistaken_for and row.signed] or candidates
    nearest = min(known, key=lambda row: abs((row.signed or on) - (date or on)))
    right = tuple(row.signed for row in known if row.signed)
    return replace(_of(nearest, on), right_dates=right)


def _of(instrument: Instrument, on: dt.date) -> Verdict:
    if instrument.mistaken_for:
        return Verdict("mistaken", instrument, _keyed([instrument.mistaken_for]))
    return Verdict(force(instrument, on), instrument, _keyed(instrument.replaced_by))


def _with_wrongs(verdict: Verdict, kind: str, issuer: str | None) -> Verdict:
    """The verdict with the right kind and issuer, where others were typed."""
    instrument = verdict.instrument
    if instrument is None:
        return verdict
    wrong_issuer = issuer and _bare(issuer) != _bare(instrument.issuer)
    certain = "issuer" not in instrument.unverified
    return replace(
        verdict,
        right_issuer=instrument.issuer if wrong_issuer and certain else None,
        right_kind=instrument.kind if kind != instrument.kind else None,
    )


@lru_cache(maxsize=8)
def _by_number(law: Law) -> Mapping[str, tuple[Instrument, ...]]:
    """The instruments by folded number, whole (91/2017/nđ-cp) and without symbol (91/2017)."""
    found: dict[str, tuple[Instrument, ...]] = {}
    for row in law.instruments.rows:
        whole = text.fold(row.number)
        short = "/".join(whole.split("/")[:2])
        for number in {whole, short} if whole.count("/") > 1 else {whole}:
            found[number] = (*found.get(number, ()), row)
    return found


def _titled(kind: str, title: str) -> tuple[Instrument, ...]:
    typed = _title(title)
    return tuple(row for row in find(kind) if _title(row.title) == typed)


def _title(title: str) -> str:
    """A law's title as compared: without "Luật" before it, commas, dots and years."""
    folded = text.fold(title).replace(",", " ").replace("-", " ").strip(" .;")
    return " ".join(folded.removeprefix("luật ").split())


def _may_be_of(row: Instrument, issuer: str | None) -> bool:
    """Provinces number their acts alike: another province's act is another act."""
    return not issuer or text.fold(row.province) in text.fold(issuer)


def _bare(issuer: str) -> str:
    """An issuer as compared: the minister and the ministry are one."""
    folded = text.fold(issuer).replace("ubnd", text.fold("Ủy ban nhân dân"))
    return folded.removeprefix("bộ trưởng ").removeprefix("chủ tịch ")


def lasting(rows: Iterable[Instrument]) -> tuple[Instrument, ...]:
    """Instruments and all that took their places later, each once, in order."""
    found = {row.key: row for row in rows}
    waiting = [*found.values()]
    while waiting:
        after = [row for row in _keyed(waiting.pop(0).replaced_by) if row.key not in found]
        found |= {row.key: row for row in after}
        waiting += after
    return tuple(found.values())


def _keyed(keys: Iterable[str]) -> tuple[Instrument, ...]:
    wanted = list(keys)
    rows = {row.key: row for row in current().instruments.rows}
    return tuple(rows[key] for key in wanted)
