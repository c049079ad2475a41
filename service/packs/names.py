"""One name for one thing in the whole pack: blocs, their heads, members and achievements.

Rules 30 and 32.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from marshmallow import Schema, fields

from service.errors import Message, fault
from service.packs.pack import (
    MINUTES,
    PLEDGE,
    PROPOSAL,
    Loaded,
    Pack,
    Told,
    same_bloc,
)
from service.vietnamese.text import fold

# The other way of calling a post of the same noun; a bloc has one of the two. Not within a longer
# title (Phó Trưởng khối), nor where the bloc follows (Khối trưởng Khối thi đua …).
TURNED = {
    "khối trưởng": r"(?<!phó )(?<!khối )\btrưởng khối\b",
    "trưởng khối": r"\bkhối trưởng\b",
    "cụm trưởng": r"(?<!phó )(?<!cụm )\btrưởng cụm\b",
    "trưởng cụm": r"\bcụm trưởng\b",
    "khối phó": r"\bphó trưởng khối\b",
    "phó trưởng khối": r"\bkhối phó\b",
    "cụm phó": r"\bphó trưởng cụm\b",
    "phó trưởng cụm": r"\bcụm phó\b",
}
POSTS = ("head_post", "deputy_post")
# Where the words are another document's, or say themselves what the post is called.
QUOTED = {"bloc", "legal_bases", "accept"}
NAMED: dict[str, tuple[tuple[str, str], ...]] = {
    PLEDGE: (("members", "unit"), ("registrations", "member")),
    MINUTES: (
        *(("present", "unit"), ("absent", "unit"), ("scores", "unit"), ("elections", "unit")),
        *(("ballots", "subject"), ("present", "name"), ("absent", "name")),
    ),
    PROPOSAL: (("collectives", "name"), ("individuals", "unit"), ("individuals", "name")),
}


def blocs(pack: Pack) -> Iterator[Told]:
    """A bloc has the same name, letter by letter, and its heads are called the same."""
    for first, *others in _groups(pack):
        for other in others:
            if other.bloc != first.bloc:
                told = {"name": first.bloc, "other": first.at(*_bloc_field(first))}
                yield other, _bloc_field(other), fault("pack_bloc_name_differs", **told)
        for post in POSTS:
            yield from _called(first, others, post)


def _groups(pack: Pack) -> list[list[Loaded]]:
    """The documents of each bloc, those that name its heads first."""
    groups: list[list[Loaded]] = []
    for document in [*pack.of(PLEDGE), *pack.of(MINUTES)]:
        own = [group for group in groups if same_bloc(group[0], document)]
        if document.bloc:
            (own[0] if own else _new(groups)).append(document)
    for pair in pack.reliances:
        for group in groups:
            if pair.proposal.bloc and pair.minutes in group and pair.proposal not in group:
                group.append(pair.proposal)
    return groups


def _new(groups: list[list[Loaded]]) -> list[Loaded]:
    groups.append([])
    return groups[-1]


def _bloc_field(document: Loaded) -> tuple[str, str]:
    return ("issuer" if document.stem == PROPOSAL else "bloc", "name")


def _called(first: Loaded, others: list[Loaded], post: str) -> Iterator[Told]:
    """The word of the first document, and where the others have another one."""
    chosen, other = first.data["bloc"][post], first.at("bloc", post)
    turned = TURNED.get(fold(chosen))
    for document in (first, *others):
        own = (document.data.get("bloc") or {}).get(post, chosen)
        told = {"chosen": chosen, "other": other}
        if fold(own) != fold(chosen):
            yield document, ("bloc", post), fault("pack_head_word_differs", word=own, **told)
        elif turned:
            yield from _turned(document, re.compile(turned, re.IGNORECASE), told)


def _turned(document: Loaded, turned: re.Pattern[str], told: dict[str, str]) -> Iterator[Told]:
    """The first place where a document turns the word."""
    for place, text in texts(document.schema, document.data):
        if place[0] not in QUOTED and (found := turned.search(text)):
            yield document, place, fault("pack_head_word_differs", word=found[0], **told)
            return


def texts(
    schema: Schema, data: dict[str, Any], place: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text that a payload holds, with its place; not what is computed from it."""
    for name, field in schema.load_fields.items():
        yield from _texts_of(field, data[name], (*place, name))


def _texts_of(field: Any, value: Any, place: tuple[str | int, ...]) -> Any:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts_of(field.inner, item, (*place, index))
    elif isinstance(field, fields.Nested) and value is not None:
        yield from texts(field.schema, value, place)


def spelling(pack: Pack) -> Iterator[Told]:
    """Units and people are written in one way; what differs is told once in a document."""
    first: dict[str, tuple[str, Loaded, tuple[str | int, ...]]] = {}
    for document in pack.documents:
        told = set()
        for place, name in _names(document):
            written, other, there = first.setdefault(fold(name), (name, document, place))
            if name != written and other is not document and written not in told:
                told.add(written)
                values = {"name": name, "written": written, "other": other.at(*there)}
                yield document, place, fault("pack_spelling_differs", **values)


def _names(document: Loaded) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for list_name, key in NAMED.get(document.stem, ()):
        for index, item in enumerate(document.data[list_name]):
            if item[key]:
                yield (list_name, index, key), item[key]


def achievements(pack: Pack) -> Iterator[Told]:
    """One subject has one line of achievement for one award of a period."""
    first: dict[Any, tuple[str, Loaded, tuple[str | int, ...]]] = {}
    for proposal in pack.of(PROPOSAL):
        years = tuple(proposal.data["period"][key] for key in ("start", "end", "movement"))
        for place, row in _asked(proposal):
            who = (fold(row["name"]), fold(row.get("unit") or ""), row["award"], years)
            line = fold(row["achievement"])
            written, other, there = first.setdefault(who, (line, proposal, place))
            if line != written and other is not proposal:
                yield proposal, place, _achievement(row["name"], other.at(*there))


def _asked(proposal: Loaded) -> Iterator[tuple[tuple[str | int, ...], dict[str, Any]]]:
    for list_name in ("collectives", "individuals"):
        for index, row in enumerate(proposal.data[list_name]):
            yield (list_name, index, "achievement"), row


def _achievement(name: str, other: str) -> Message:
    return fault("pack_achievement_differs", name=name, other=other)


RULES = (blocs, spelling, achievements)
