"""Who heads a bloc, and how many are in it: pledges hold what the minutes decided (rule 7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from service.errors import fault
from service.packs.pack import PLEDGE, Loaded, Pack, Told
from service.packs.seasons import elected, electing, pledge_of
from service.vietnamese.text import fold

Members = list[tuple[int, dict[str, Any]]]


def heads(pack: Pack) -> Iterator[Told]:
    """Those who are elected for a year sign the pledge of that year as head and deputies."""
    for pledge, minutes in _elected(pack):
        for post in ("head", "deputy"):
            if chosen := elected(minutes, pledge.data["year"], post):
                yield from _differing(pledge, minutes, chosen, post)


def persons(pack: Pack) -> Iterator[Told]:
    """A person elected by name is the one who signs for the unit."""
    for pledge, minutes in _elected(pack):
        for index, one in enumerate(minutes.data["elections"]):
            if one["year"] == pledge.data["year"] and one["person"]:
                yield from _other_person(pledge, one, minutes.at("elections", index, "person"))


def outgoing(pack: Pack) -> Iterator[Told]:
    """The head of the year that a summing-up closes chairs it."""
    for minutes in dict.fromkeys(met for met, _ in pack.blocs):
        pledge, unit = pledge_of(pack, minutes), minutes.data["chair"]["unit"]
        if pledge is None or unit is None:
            continue
        for index, member in _of_role(pledge, "head"):
            if fold(member["unit"]) != fold(unit):
                told = {"unit": unit, "head": member["unit"], "year": pledge.data["year"]}
                shown = fault("pack_outgoing_head", **told, other=pledge.at("members", index))
                yield minutes, ("chair", "unit"), shown


def members(pack: Pack) -> Iterator[Told]:
    """The members who sign are those of the meeting that elected their heads, as many copies."""
    for pledge, minutes in _elected(pack):
        signing, total = len(pledge.data["members"]), minutes.data["members_total"]
        other, copies = minutes.at("members_total"), pledge.data["copies"]
        if signing != total:
            shown = fault("pack_members_differ", signing=signing, total=total, other=other)
            yield pledge, "members", shown
        if copies is not None and copies < total:
            yield (
                pledge,
                "copies",
                fault("pack_copies_few", copies=copies, total=total, other=other),
            )
        yield from _unknown(pledge, minutes)


def _elected(pack: Pack) -> Iterator[tuple[Loaded, Loaded]]:
    """Each pledge of a bloc with the minutes of its election."""
    for pledge in pack.of(PLEDGE):
        if minutes := electing(pack, pledge):
            yield pledge, minutes


def _of_role(pledge: Loaded, role: str) -> Members:
    return [(at, one) for at, one in enumerate(pledge.data["members"]) if one["role"] == role]


def _differing(pledge: Loaded, minutes: Loaded, chosen: Any, post: str) -> Iterator[Told]:
    wanted = {fold(one["unit"]): one["unit"] for _, one in chosen}
    signing = {fold(one["unit"]) for _, one in _of_role(pledge, post)}
    label = chosen[0][1]["post"].label
    told = {"post": label, "year": pledge.data["year"]}
    told["other"] = minutes.at("elections", chosen[0][0], "unit")
    for index, member in _of_role(pledge, post):
        if fold(member["unit"]) not in wanted:
            named = "; ".join(f"“{unit}”" for unit in wanted.values())
            shown = fault("pack_head_differs", unit=member["unit"], elected=named, **told)
            yield pledge, ("members", index, "role"), shown
    if len(signing) < len(wanted):
        for unit in wanted.keys() - signing:
            yield pledge, "members", fault("pack_elected_left_out", unit=wanted[unit], **told)


def _other_person(pledge: Loaded, election: Any, other: str) -> Iterator[Told]:
    for index, member in enumerate(pledge.data["members"]):
        name = member["representative"]["name"]
        if fold(member["unit"]) != fold(election["unit"]) or fold(name) in fold(election["person"]):
            continue
        told = {"name": name, "post": election["post"].label, "person": election["person"]}
        place = ("members", index, "representative", "name")
        yield pledge, place, fault("pack_head_person", **told, other=other)


def _unknown(pledge: Loaded, minutes: Loaded) -> Iterator[Told]:
    for index, member in enumerate(pledge.data["members"]):
        if minutes.units and fold(member["unit"]) not in minutes.units:
            shown = fault("pack_member_unknown", unit=member["unit"], other=minutes.at("present"))
            yield pledge, ("members", index, "unit"), shown


RULES = (heads, persons, outgoing, members)
