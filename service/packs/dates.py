"""Dates in order: plan, pledge, minutes, proposal, each not before what it cites (rules 23, 24)."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from service.errors import Message, fault
from service.packs.pack import PLAN, PLEDGE, PROPOSAL, Loaded, Pack, Told, citations
from service.packs.seasons import closed_year, electing
from service.vietnamese.text import fold


def citing(pack: Pack) -> Iterator[Told]:
    """No document is older than one it cites, and it cites that one's own date."""
    for document in pack.documents:
        for index, basis, cited in citations(document, pack.documents):
            other = cited.at(cited.day_field)
            if document.day and cited.day and document.day < cited.day:
                days = {"date": document.day, "cited": cited.day}
                yield document, document.day_field, fault("pack_before_cited", **days, other=other)
            typed = basis["date"]
            if typed != cited.day:
                shown = fault("pack_cited_date", typed=typed, right=cited.day, other=other)
                yield document, ("legal_bases", index, "date"), shown


def relying(pack: Pack) -> Iterator[Told]:
    """A proposal follows the minutes that voted on it, and cites them."""
    for pair in pack.reliances:
        if pair.basis is not None:
            continue
        proposal, other = pair.proposal, pair.minutes.at("ballots")
        yield proposal, "legal_bases", fault("pack_minutes_uncited", other=other)
        met = pair.minutes.data["start"].date()
        if proposal.day and proposal.day < met:
            days = {"date": proposal.day, "met": met, "other": pair.minutes.at("start")}
            yield proposal, "date", fault("pack_before_minutes", **days)


def pledging(pack: Pack) -> Iterator[Told]:
    """A pledge follows the plan of its year, whoever issued that, and its issuer's other plans."""
    for plan, pledge in itertools.product(pack.of(PLAN), pack.of(PLEDGE)):
        year = pledge.data["year"]
        if plan.data["year"] != year or not (_is_yearly(plan) or _same_issuer(plan, pledge)):
            continue
        if plan.day and pledge.day and pledge.day < plan.day:
            days = {"signed": pledge.day, "year": year, "issued": plan.day}
            shown = fault("pack_pledge_before_plan", **days, other=plan.at("date"))
            yield pledge, "date", shown


def _is_yearly(plan: Loaded) -> bool:
    return bool(plan.data["plan_kind"] == "year")


def _same_issuer(one: Loaded, other: Loaded) -> bool:
    """Whether both name one body; councils of one name are told by what they stand under."""
    mine, theirs = one.data["issuer"], other.data["issuer"]
    parents = {fold(issuer["parent"]) for issuer in (mine, theirs) if issuer["parent"]}
    return fold(mine["name"]) == fold(theirs["name"]) and len(parents) < 2


def summing_up(pack: Pack) -> Iterator[Told]:
    """A pledge precedes the summing-up of its year."""
    for minutes, pledge in pack.blocs:
        year, met, signed = pledge.data["year"], minutes.data["start"].date(), pledge.day
        if signed is None:
            continue
        if closed_year(minutes) == year and met < signed:
            days = {"year": year, "met": met, "signed": signed, "other": pledge.at("date")}
            yield minutes, "start", fault("pack_summed_up_early", **days)


def electing_first(pack: Pack) -> Iterator[Told]:
    """A pledge follows the election of who heads it."""
    for pledge in pack.of(PLEDGE):
        minutes = electing(pack, pledge)
        if minutes and pledge.day and pledge.day < minutes.data["start"].date():
            # No error: some blocs sign at the start of the year under the heads of the year before
            # and elect at a later meeting, and no law sets an order.
            yield pledge, "date", _before_election(pledge, minutes)


def _before_election(pledge: Loaded, minutes: Loaded) -> Message:
    days = {"signed": pledge.day, "met": minutes.data["start"].date(), "year": pledge.data["year"]}
    return fault("pack_pledge_before_election", **days, other=minutes.at("start"))


def reporting(pack: Pack) -> Iterator[Told]:
    """Who proposes to the issuer of a plan keeps to its day for reports."""
    for plan, proposal in itertools.product(pack.of(PLAN), pack.of(PROPOSAL)):
        due = plan.data["report_by"]
        if not (due and answers(proposal, plan) and same_work(proposal, plan)):
            continue
        if proposal.day and proposal.day > due:
            days = {"date": proposal.day, "due": due, "other": plan.at("report_by")}
            yield proposal, "date", fault("pack_after_report_deadline", **days)


def answers(proposal: Loaded, plan: Loaded) -> bool:
    """Whether a proposal of the plan's year is addressed to the plan's issuer."""
    issuer = fold(plan.data["issuer"]["name"])
    addressed = any(issuer in fold(name) for name in proposal.data["addressees"])
    return addressed and proposal.data["period"]["end"] == plan.data["year"]


def same_work(proposal: Loaded, plan: Loaded) -> bool:
    """A plan of a year is answered by its work, one of a movement by that movement."""
    return _is_yearly(plan) == bool(proposal.data["reward_kind"] == "work")


RULES = (citing, relying, pledging, summing_up, electing_first, reporting)
