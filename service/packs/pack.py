"""A pack: loaded documents by type, and what ties two of them together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from service.errors import Message
from service.schema import Place, Schema
from service.vietnamese.text import fold

PLAN, PLEDGE, MINUTES, PROPOSAL = (
    "launch_plan",
    "emulation_pledge",
    "meeting_minutes",
    "award_proposal",
)
# As what a type is cited in another document's legal bases.
CITED_AS = {PLAN: "plan", MINUTES: "minutes", PROPOSAL: "proposal"}
FRAME = {"issuer", "number", "symbol", "legal_bases"}
# What the rules read of each type; a home may have another type of that name.
READ = {
    PLAN: FRAME | {"date", "year", "plan_kind", "report_by", "targets", "rewards", "funding"},
    PLEDGE: FRAME | {"date", "year", "pledge_kind", "bloc", "members", "copies", "targets"},
    MINUTES: FRAME
    | {"start", "meeting_kind", "bloc", "chair", "present", "absent", "members_total"}
    | {"ballots", "elections", "scores", "present_count"},
    PROPOSAL: FRAME
    | {"date", "proposal_kind", "addressees", "reward_kind", "period", "review"}
    | {"collectives", "individuals"},
}


@dataclass(frozen=True, eq=False)
class Loaded:
    """One document without faults: its name in the pack, its type, its clean data.

    payload: what the data was loaded from, parsed.
    """

    name: str
    stem: str
    schema: Schema
    data: dict[str, Any]
    payload: Any

    @property
    def day(self) -> dt.date | None:
        """Its date, of minutes the day of the meeting; None for a draft."""
        if self.stem == MINUTES:
            start: dt.datetime = self.data["start"]
            return start.date()
        date: dt.date | None = self.data["date"]
        return date

    @property
    def day_field(self) -> str:
        return "start" if self.stem == MINUTES else "date"

    @cached_property
    def units(self) -> dict[str, str]:
        """The members of a pledge or of a meeting: folded -> as written; {} where not all tell."""
        lists = {PLEDGE: ("members",), MINUTES: ("present", "absent")}.get(self.stem, ())
        names = [person["unit"] for name in lists for person in self.data[name]]
        return {} if None in names else {fold(name): name for name in names}

    @property
    def cited(self) -> list[tuple[int, dict[str, Any]]]:
        """The bases that may be in the pack, by their place in the payload.

        In the data the laws of the day may have come before them.
        """
        kinds = CITED_AS.values()
        typed = enumerate(self.payload.get("legal_bases") or ())
        places = [index for index, basis in typed if basis["kind"] in kinds]
        bases = [basis for basis in self.data["legal_bases"] if basis["kind"] in kinds]
        return list(zip(places, bases[len(bases) - len(places) :], strict=True))

    @property
    def bloc(self) -> str:
        """The name of its bloc, "" when it is of none."""
        if self.stem == PROPOSAL:
            is_bloc = self.data["proposal_kind"] == "bloc_to_ministry"
            return str(self.data["issuer"]["name"]) if is_bloc else ""
        bloc = self.data.get("bloc")
        return bloc["name"] if bloc else ""

    @property
    def is_known(self) -> bool:
        """Whether rules can read it."""
        return self.stem in READ and READ[self.stem] <= self.data.keys()

    def at(self, *place: str | int) -> str:
        """How a message names a field of this document: “a.json” (Ngày ban hành)."""
        told = self.schema.tell([(place, Message("", ""))])
        return f"“{self.name}” ({next(iter(told)).label})"


Told = tuple[Loaded, Place, Message]


@dataclass(frozen=True)
class Reliance:
    """A proposal and the minutes it relies on; basis: which of its legal bases, None if none."""

    proposal: Loaded
    minutes: Loaded
    basis: int | None


class Pack:
    """The documents of one season, of the built-in types."""

    def __init__(self, documents: Sequence[Loaded]) -> None:
        self.documents = [one for one in documents if one.is_known]

    def of(self, stem: str) -> list[Loaded]:
        """Those of a type."""
        return [one for one in self.documents if one.stem == stem]

    @cached_property
    def blocs(self) -> list[tuple[Loaded, Loaded]]:
        """Minutes and pledge of one bloc, every pair."""
        minutes = [one for one in self.of(MINUTES) if one.bloc]
        pledges = [one for one in self.of(PLEDGE) if one.bloc]
        return [(met, signed) for met in minutes for signed in pledges if same_bloc(met, signed)]

    @cached_property
    def reliances(self) -> list[Reliance]:
        """Which proposal relies on which minutes."""
        minutes = self.of(MINUTES)
        return [pair for one in self.of(PROPOSAL) for pair in _relied_on(one, minutes)]

    def proposals_on(self, minutes: Loaded) -> list[Loaded]:
        """The proposals that rely on these minutes."""
        return [pair.proposal for pair in self.reliances if pair.minutes is minutes]


def same_bloc(one: Loaded, other: Loaded) -> bool:
    """Whether two documents are of one bloc: by its name, or by most of its members."""
    if fold(one.bloc) == fold(other.bloc):
        return True
    common = one.units.keys() & other.units.keys()
    return len(common) * 2 > max(len(one.units), len(other.units))


def citations(
    document: Loaded, others: Sequence[Loaded]
) -> Iterator[tuple[int, dict[str, Any], Loaded]]:
    """Which of its legal bases are documents of the pack: place, basis, document.

    By kind, number, year and issuer: numbers begin anew each year, and two issuers may share an
    abbreviation. What bears no number is known by its day. What fits several is left alone.
    """
    for index, basis in document.cited:
        found = [one for one in others if one is not document and _is(basis, document, one)]
        if len(found) == 1:
            yield index, basis, found[0]


def _is(basis: Any, document: Loaded, other: Loaded) -> bool:
    if basis["kind"] != CITED_AS.get(other.stem) or other.day is None:
        return False
    if not _issued_by(basis["issuer"], document, other):
        return False
    if basis["number"] is None or other.data["number"] is None:
        return bool(basis["date"] == other.day)
    same = _key(basis["number"]) == _key(f"{other.data['number']}/{other.data['symbol']}")
    return same and basis["date"].year == other.day.year


def _key(number: str) -> tuple[str, str]:
    first, _, symbol = number.partition("/")
    return first.lstrip("0"), fold(symbol)


def _issued_by(cited: str, document: Loaded, other: Loaded) -> bool:
    """Whether a citation's issuer is that of another document.

    It may add whom the issuer is under; only those who belong together shorten the name.
    """
    told, name = fold(cited), fold(other.data["issuer"]["name"])
    if name in told:
        rest, parent = told.replace(name, "").strip(), fold(other.data["issuer"]["parent"] or "")
        return not parent or rest in parent or parent in rest
    return told in name and _akin(document, other)


def _akin(document: Loaded, other: Loaded) -> bool:
    """Whether two documents are of one body, whatever it is called."""
    if fold(document.data["issuer"]["name"]) == fold(other.data["issuer"]["name"]):
        return True
    if (document.stem, other.stem) == (PROPOSAL, MINUTES):
        return _have_in_common(document, other)
    return bool(document.bloc and other.bloc) and same_bloc(document, other)


def _relied_on(proposal: Loaded, minutes: Sequence[Loaded]) -> list[Reliance]:
    """The minutes that a proposal cites; when it cites none, those that voted on what it asks."""
    cited = {id(other): index for index, _, other in citations(proposal, minutes)}
    if cited:
        return [Reliance(proposal, one, cited[id(one)]) for one in minutes if id(one) in cited]
    return [Reliance(proposal, one, None) for one in minutes if _voted(proposal, one)]


def _voted(proposal: Loaded, minutes: Loaded) -> bool:
    """Whether a meeting of the season, of the one who proposes, voted on what is proposed."""
    season = {proposal.data["period"]["end"] + later for later in (0, 1)}
    name, issuer = fold(proposal.data["issuer"]["name"]), minutes.data["issuer"]
    own = name in (fold(issuer["name"]), fold(issuer["parent"] or ""))
    return own and minutes.data["start"].year in season and _have_in_common(proposal, minutes)


def _have_in_common(proposal: Loaded, minutes: Loaded) -> bool:
    """A subject and award that the one proposes and the other voted on."""
    asked = {(fold(row["name"]), row["award"]) for row in rows(proposal)}
    subjects = ((one["subject"], one["award"]) for one in minutes.data["ballots"])
    return any((key, award) in asked for name, award in subjects for key in keys(name))


def rows(proposal: Loaded) -> list[dict[str, Any]]:
    """What a proposal asks for, collectives first."""
    return [*proposal.data["collectives"], *proposal.data["individuals"]]


def keys(subject: str) -> tuple[str, str]:
    """The subject of a ballot as a collective's name, and as a person's without title and post."""
    whole = fold(subject)
    return whole, whole.removeprefix("ông ").removeprefix("bà ").split(",")[0].strip()
