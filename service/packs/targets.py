"""Targets, quantities and money of a plan, held against pledges and proposals (rules 22, 29)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import product
from typing import Any

from service.errors import fault
from service.law.award_names import in_a_sentence
from service.packs.dates import answers, same_work
from service.packs.pack import PLAN, PLEDGE, PROPOSAL, Loaded, Pack, Told
from service.vietnamese.figures import integer
from service.vietnamese.text import fold

# The audience of a plan's reward -> the list of a proposal that it is for.
LISTS = {"collective": "collectives", "individual": "individuals"}
# Of a proposal whose bonuses the one who proposes pays.
OWN_FUND = "own_fund"


def pledged(pack: Pack) -> Iterator[Told]:
    """A pledge promises no less than the plan of its year asks, in the same unit."""
    for plan, pledge in product(pack.of(PLAN), pack.of(PLEDGE)):
        if plan.data["year"] != pledge.data["year"]:
            continue
        planned = {fold(one["name"]): (at, one) for at, one in enumerate(plan.data["targets"])}
        for index, target in enumerate(pledge.data["targets"]):
            if match := planned.get(fold(target["name"])):
                yield from _against(plan, pledge, index, target, *match)


def _against(
    plan: Loaded, pledge: Loaded, index: int, target: Any, at: int, planned: Any
) -> Iterator[Told]:
    units = {"unit": target["unit"], "planned": planned["unit"]}
    if fold(target["unit"]) != fold(planned["unit"]):
        shown = fault("pack_target_unit", **units, other=plan.at("targets", at, "unit"))
        yield pledge, ("targets", index, "unit"), shown
    elif _comparable(pledge, target) and _falls_short(target, planned):
        levels = {"value": target["value"], "planned": planned["value"], "unit": target["unit"]}
        shown = fault("pack_target_lower", **levels, other=plan.at("targets", at, "value"))
        yield pledge, ("targets", index, "value"), shown


def _comparable(pledge: Loaded, target: Any) -> bool:
    """One unit's share of what a plan asks of all is compared as a percentage only."""
    of_all = pledge.data["pledge_kind"] != "unit" or target["unit"] == "%"
    return target["value"] is not None and of_all


def _falls_short(target: Any, planned: Any) -> bool:
    limits = [one["comparison"] == "at_most" for one in (target, planned)]
    if all(limits):
        return bool(target["value"] > planned["value"])
    return not any(limits) and bool(target["value"] < planned["value"])


def rewarded(pack: Pack) -> Iterator[Told]:
    """No more is asked of a plan's issuer than the plan has awards and money for."""
    for plan in pack.of(PLAN):
        asking = [one for one in pack.of(PROPOSAL) if _asks_of(one, plan)]
        if asking:
            yield from _quantities(plan, asking)
            yield from _funding(plan, asking)


def _asks_of(proposal: Loaded, plan: Loaded) -> bool:
    return answers(proposal, plan) and same_work(proposal, plan)


def _asked(proposal: Loaded) -> Iterator[Any]:
    for audience, list_name in LISTS.items():
        for row in proposal.data[list_name]:
            yield _key(row, audience), row


def _key(row: Any, audience: str) -> tuple[str, str, str]:
    return audience, row["award"], fold(row["grantor"] or "")


def _quantities(plan: Loaded, asking: list[Loaded]) -> Iterator[Told]:
    counts = Counter(key for one in asking for key, _ in _asked(one))
    for index, reward in enumerate(plan.data["rewards"]):
        count = counts[_key(reward, reward["audience"])]
        if count > reward["quantity"]:
            told = {"count": count, "quantity": reward["quantity"], "award": in_a_sentence(reward)}
            told |= {"audience": reward["audience"].label}
            told["other"] = plan.at("rewards", index, "quantity")
            place = LISTS[reward["audience"]]
            yield asking[-1], place, fault("pack_over_quantity", **told)


def _funding(plan: Loaded, asking: list[Loaded]) -> Iterator[Told]:
    """The money for the plan's awards, each as proposed, else at the plan's own rate."""
    rates = {_key(one, one["audience"]): one["bonus"] or 0 for one in plan.data["rewards"]}
    amount = (plan.data["funding"] or {}).get("amount")
    paid = [one for one in asking if one.data.get("bonus_mode") != OWN_FUND]
    lines = ((key, row) for one in paid for key, row in _asked(one) if key in rates)
    total = sum(row.get("bonus") or rates[key] for key, row in lines)
    if amount is not None and total > amount:
        told = {"total": integer(total), "amount": integer(amount)}
        shown = fault("pack_over_funding", **told, other=plan.at("funding", "amount"))
        yield paid[-1], "collectives", shown


RULES = (pledged, rewarded)
