"""What is proposed is what was voted on: ballots, quorum, grantors (rules 5, 9, 22 and 32)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from service.errors import fault
from service.law.award_names import in_a_sentence
from service.law.votes import is_quorate, quorum, vote_rule
from service.packs.pack import Loaded, Pack, Reliance, Told, keys, rows
from service.vietnamese.text import fold

Ballots = list[tuple[int, dict[str, Any]]]
LISTS = ("collectives", "individuals")


class Voted:
    """The ballots of a meeting by their subject."""

    def __init__(self, minutes: Loaded) -> None:
        self.collectives: dict[str, Ballots] = defaultdict(list)
        self.individuals: dict[str, Ballots] = defaultdict(list)
        for index, ballot in enumerate(minutes.data["ballots"]):
            collective, individual = keys(ballot["subject"])
            self.collectives[collective].append((index, ballot))
            self.individuals[individual].append((index, ballot))

    def on(self, list_name: str, row: dict[str, Any]) -> Ballots:
        """Those on the subject of a row; of namesakes those that name the row's post."""
        found: Ballots = getattr(self, list_name).get(fold(row["name"]), [])
        posts = [one for one in found if row.get("post") and _names(one[1], row["post"])]
        return posts or found


def _names(ballot: dict[str, Any], post: str) -> bool:
    return fold(post) in fold(ballot["subject"])


def proposed(pack: Pack) -> Iterator[Told]:
    """What is proposed was voted on, passed, and has the votes that were counted."""
    for pair in pack.reliances:
        if not pair.minutes.data["ballots"]:
            continue
        voted = Voted(pair.minutes)
        for list_name in LISTS:
            for index, row in enumerate(pair.proposal.data[list_name]):
                found = voted.on(list_name, row)
                yield from _of_row(pair, (list_name, index), row, found)


def _of_row(pair: Reliance, place: Any, row: dict[str, Any], found: Ballots) -> Iterator[Told]:
    # Where there was a second round, it is the one that counts.
    for index, ballot in [one for one in found if one[1]["award"] == row["award"]][-1:]:
        yield from _of_ballot(pair, place, row, index, ballot)
        return
    yield from _without_ballot(pair, place, row, found)


def _of_ballot(
    pair: Reliance, place: Any, row: dict[str, Any], index: int, ballot: dict[str, Any]
) -> Iterator[Told]:
    proposal, at = pair.proposal, ("ballots", index)
    counted = {"agree": ballot["total_agree"], "base": ballot["base_count"]}
    if not ballot["passed"]:
        told = {"name": row["name"], "threshold": ballot["threshold"], **counted}
        shown = fault("pack_failed_proposed", **told, other=pair.minutes.at(*at, "agree"))
        yield proposal, (*place, "name"), shown
    if row["votes"] and row["votes"] != counted:
        given = f"{row['votes']['agree']}/{row['votes']['base']} phiếu"
        right = f"{counted['agree']}/{counted['base']} phiếu"
        told = {"given": given, "counted": right, "other": pair.minutes.at(*at, "agree")}
        yield proposal, (*place, "votes", "agree"), fault("pack_votes_differ", **told)
    grantors = {"grantor": row["grantor"], "voted": ballot["grantor"]}
    if all(grantors.values()) and fold(row["grantor"]) != fold(ballot["grantor"]):
        shown = fault("pack_grantor_differs", **grantors, other=pair.minutes.at(*at, "grantor"))
        yield proposal, (*place, "grantor"), shown


def _without_ballot(
    pair: Reliance, place: Any, row: dict[str, Any], found: Ballots
) -> Iterator[Told]:
    """Where the law asks a council for a ballot it is missing; else it may be done without one."""
    on = pair.minutes.data["start"].date()
    rule = None if pair.minutes.bloc else vote_rule(row["award"], on)
    told = {"name": row["name"], "award": in_a_sentence(row)}
    if rule and rule.ballot and "ballot" not in rule.unverified:
        source, other = rule.source, pair.minutes.at("ballots")
        shown = fault("pack_vote_missing", **told, source=source, other=other)
        yield pair.proposal, (*place, "award"), shown
    elif found:
        other = pair.minutes.at("ballots", found[0][0], "award")
        shown = fault("pack_award_differs", **told, voted=in_a_sentence(found[0][1]), other=other)
        yield pair.proposal, (*place, "award"), shown
    else:
        shown = fault("pack_not_voted", name=row["name"], other=pair.minutes.at("ballots"))
        yield pair.proposal, (*place, "name"), shown


def passed(pack: Pack) -> Iterator[Told]:
    """Whatever passed is proposed, by one of the proposals that rely on the meeting."""
    for minutes in dict.fromkeys(pair.minutes for pair in pack.reliances):
        proposals = pack.proposals_on(minutes)
        asked = {(fold(row["name"]), row["award"]) for one in proposals for row in rows(one)}
        for index, ballot in enumerate(minutes.data["ballots"]):
            subjects = {(key, ballot["award"]) for key in keys(ballot["subject"])}
            if ballot["passed"] and not subjects & asked:
                told = {"name": ballot["subject"], "agree": ballot["total_agree"]}
                told |= {"base": ballot["base_count"], "other": proposals[0].at("collectives")}
                shown = fault("pack_passed_not_proposed", **told)
                yield minutes, ("ballots", index, "subject"), shown


def quorate(pack: Pack) -> Iterator[Told]:
    """A meeting that proposes has its quorum, whatever its own rules waive."""
    for pair in pack.reliances:
        data = pair.minutes.data
        rule = quorum(data["start"].date())
        present, total = data["present_count"], data["members_total"]
        if rule and not is_quorate(present, total, rule):
            told = {"present": present, "total": total, "other": pair.minutes.at("present")}
            yield pair.proposal, "review", fault("pack_no_quorum", **told)


RULES = (proposed, passed, quorate)
