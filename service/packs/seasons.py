"""Which year a document belongs to, and which meeting elected those who head it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from service.packs.pack import Loaded, Pack


def closed_year(minutes: Loaded) -> int | None:
    """The year that a summing-up closes: the one before the term it elects for."""
    terms = {election["year"] for election in minutes.data["elections"]}
    is_closing = minutes.data["meeting_kind"] == "summing_up" and len(terms) == 1
    return int(terms.pop()) - 1 if is_closing else None


def elected(minutes: Loaded, year: int, post: str) -> list[tuple[int, Mapping[str, Any]]]:
    """The elections to a post for a year, with their places in the list."""
    return [
        (index, one)
        for index, one in enumerate(minutes.data["elections"])
        if one["year"] == year and one["post"] == post
    ]


def electing(pack: Pack, pledge: Loaded) -> Loaded | None:
    """The meeting that elected the heads of a pledge's bloc and year.

    The last before the pledge; the first after it when there is none before.
    """
    year = pledge.data["year"]
    meetings = [
        met
        for met, signed in pack.blocs
        if signed is pledge and any(one["year"] == year for one in met.data["elections"])
    ]
    meetings.sort(key=lambda met: met.data["start"])
    before = [met for met in meetings if pledge.day and met.data["start"].date() <= pledge.day]
    return next(iter(before[-1:] or meetings[:1]), None)


def pledge_of(pack: Pack, minutes: Loaded) -> Loaded | None:
    """The pledge of the year that a summing-up closes."""
    year = closed_year(minutes)
    signed = [one for met, one in pack.blocs if met is minutes and one.data["year"] == year]
    return signed[0] if signed else None
