"""What the law of its day has to say of a meeting's votes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from schemas._document import Document, under
from schemas._votes import passed_of
from service.errors import Message, fault
from service.law.review import powers, votes
from service.schema import Place, advise, check


class LawOfVotes(Document):
    """Minutes: the fields that these checks read stand in what is made from this."""

    def law_day(self, data: dict[str, Any]) -> date | None:
        start = data.get("start")
        return start.date() if start else None

    @check("start", "meeting_kind", "ballots")
    def council_keeps_shares(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        if data["meeting_kind"] == "council":
            yield from votes.faults(data, data["start"].date())

    @check("start", "ballots")
    def grantors_may_grant(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        told = powers.grantors(data["ballots"], data["start"].date(), verified=True)
        yield from under("ballots", told)

    @check("advanced_worker_count", "ballots", "present", "members_total")
    def fighters_are_workers(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        count, advanced = _fighters(data), data["advanced_worker_count"]
        if count > advanced:
            shown = fault("fighters_over_advanced", count=count, advanced=advanced)
            yield "advanced_worker_count", shown

    @advise()
    def shares(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        on = data["start"].date()
        # Of blocs: a council that falls short has faults, and its minutes do not come this far.
        yield from votes.bloc_advice(data, on)
        yield from votes.unverified(data, on)
        yield from votes.before_the_law(data, on)
        yield from votes.without_opinion(data, on)
        yield from under("ballots", powers.grantors(data["ballots"], on, verified=False))

    @advise()
    def quorum_of_province(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        if data["meeting_kind"] == "council" and not data["quorum_waived"]:
            counts = len(data["present"]), data["members_total"]
            asked = votes.provincial_quorum(data["issuer"], *counts, data["start"].date())
            yield from (("present", told) for told in asked)

    @advise("advanced_worker_count")
    def fighters_among_workers(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        on, workers = data["start"].date(), data["advanced_worker_count"]
        over = votes.fighters_over_cap(_fighters(data), workers, data["fighter_cap"], on)
        yield from (("advanced_worker_count", told) for told in over)


def _fighters(data: dict[str, Any]) -> int:
    """How many “Chiến sĩ thi đua cơ sở” have the votes."""
    return sum(one["award"] == votes.FIGHTER for one in passed_of(data).values())
