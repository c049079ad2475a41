"""What a row of each table of law holds; the tables stand as TOML files in data/."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

Confidence = Literal["high", "medium", "low"]
Recipient = Literal["individual", "collective", "household"]
Base = Literal["members_total", "members_present", "ballots_valid"]


@dataclass(frozen=True, kw_only=True)
class Row:
    """Where a fact comes from and how sure it is.

    source: instrument and article, or a public address; unverified: names of this row's keys that
    no reliable text confirmed; note: anything else a reader should know, in Vietnamese.
    """

    THING: ClassVar[tuple[str, ...]] = ()

    source: str
    confidence: Confidence
    unverified: tuple[str, ...] = ()
    note: str = ""

    @property
    def thing(self) -> tuple[object, ...]:
        """What the row is about: two rows about one thing may not hold at once."""
        return tuple(getattr(self, name) for name in self.THING)


@dataclass(frozen=True, kw_only=True)
class Dated(Row):
    """A fact with its first and last day; without `until` it holds until the next such row."""

    since: dt.date | None = None
    until: dt.date | None = None

    @property
    def first(self) -> dt.date:
        return self.since or dt.date.min

    @property
    def last(self) -> dt.date:
        return self.until or dt.date.max

    def holds(self, on: dt.date) -> bool:
        return self.first <= on <= self.last


@dataclass(frozen=True, kw_only=True)
class Instrument(Row):
    """A law, decree, circular … that papers rely on.

    kind: key of kinds.citable(); ended: last day in force; preamble: its place in the list of
    legal bases, 0 for none; implements: key of the act it gives details to, without which it is not
    listed; province: the one whose local act it is; mistaken_for: key of the instrument that is
    usually meant where this one is cited.
    """

    THING: ClassVar = ("key",)

    key: str
    kind: str
    number: str
    signed: dt.date | None = None
    issuer: str
    title: str = ""
    in_force: dt.date | None = None
    ended: dt.date | None = None
    replaced_by: tuple[str, ...] = ()
    preamble: int = 0
    implements: str = ""
    province: str = ""
    mistaken_for: str = ""

    @property
    def first(self) -> dt.date:
        """The first day in force; where unknown, the day of signing."""
        return self.in_force or self.signed or dt.date.min

    @property
    def last(self) -> dt.date:
        return self.ended or dt.date.max


@dataclass(frozen=True, kw_only=True)
class Uncertainty(Dated):
    """What could not be verified about papers of some days; severity as findings have it."""

    THING: ClassVar = ("key",)

    key: str
    about: Literal["legal_bases", "bonuses", "votes", "other"]
    severity: Literal["info", "warning"]
    text: str


@dataclass(frozen=True, kw_only=True)
class Salary(Dated):
    """The base salary (lương cơ sở), đồng a month."""

    amount: int
    decree: str


@dataclass(frozen=True, kw_only=True)
class Coefficient(Dated):
    """The bonus of an award, in base salaries."""

    THING: ClassVar = ("award", "recipient")

    award: str
    recipient: Recipient
    coefficient: Decimal


@dataclass(frozen=True, kw_only=True)
class Signer(Row):
    """A kind of signer and how its post or body begins when written out."""

    THING: ClassVar = ("key",)

    key: str
    name: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Grant(Dated):
    """What a signer may grant; others_refused: nothing else, otherwise the rest is unknown."""

    THING: ClassVar = ("signer",)

    signer: str
    grants: tuple[str, ...]
    others_refused: bool


@dataclass(frozen=True, kw_only=True)
class VoteRule(Dated):
    """The share of votes that an award needs, in whole percent of the base."""

    THING: ClassVar = ("award",)

    award: str
    percent: int
    ballot: bool
    base: Base


@dataclass(frozen=True, kw_only=True)
class Quorum(Dated):
    """The share of members who must be present; province: "" for everywhere."""

    THING: ClassVar = ("province",)

    province: str = ""
    numerator: int
    denominator: int


@dataclass(frozen=True, kw_only=True)
class Condition(Dated):
    """One figure among the conditions of an award; percents and counts are whole."""

    THING: ClassVar = ("award", "parameter")

    award: str
    parameter: str
    value: int
    text: str


@dataclass(frozen=True, kw_only=True)
class Province(Dated):
    """A unit by its name and kind; became: the unit that goes on after its last day, "" if many."""

    THING: ClassVar = ("name", "kind")

    name: str
    kind: Literal["tỉnh", "thành phố", "thành phố thuộc tỉnh"]
    became: str = ""


@dataclass(frozen=True, kw_only=True)
class Body(Dated):
    """A ministry, an agency or a level of government.

    before, became: what stood for it before its first and stands after its last day; proper: only
    meant where a name follows (thị trấn Chờ).
    """

    THING: ClassVar = ("name",)

    name: str
    aliases: tuple[str, ...] = ()
    before: str = ""
    became: str = ""
    proper: bool = False


@dataclass(frozen=True, kw_only=True)
class Deadline(Dated):
    """By when a dossier must be in: day/month of each year, or days before an event."""

    THING: ClassVar = ("province", "key")

    province: str
    key: str
    text: str
    month: int = 0
    day: int = 0
    days_before: int = 0
