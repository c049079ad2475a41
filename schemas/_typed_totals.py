"""Whether the texts of a proposal count collectives and individuals as its list does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from schemas import _counts
from service.errors import Message, fault, register
from service.schema import Place
from service.vietnamese.text import clean

_TOLD = "Ghi “{typed}” nhưng danh sách có {right}: hãy sửa cho khớp danh sách đề nghị"
register({"typed_total_wrong": f"{_TOLD}."})
register({"typed_total_differs": f"{_TOLD}, nếu đây là số được đề nghị."}, "warning")

_NUMBER = r"(?<![\w.,/-])(\d{1,4})\s+(?:\(\w+(?: \w+)*\)\s+)?"
_AND = r"\s*(?:,|và|;)\s*"
_COUNTED = re.compile(
    rf"{_NUMBER}tập thể(?!\w)(?:{_AND}{_NUMBER}cá nhân(?!\w))?"
    rf"|{_NUMBER}cá nhân(?!\w)(?:{_AND}{_NUMBER}tập thể(?!\w))?"
)
_ASIDE = re.compile(r"(?<=tập thể|cá nhân)\s*\([^()]*\)")
_CLAUSE_END = re.compile(r"[.;:!?](?:\s|$)|[\n(]")
# What others proposed, proposed before or only laid before the council is not this proposal.
_OF_OTHERS = re.compile(
    r"trong số|trong đó|(?:theo|xét|đã|đã được) đề nghị"
    r"|(?<!\w)(?:hồ sơ|danh sách|được|do|các|văn bản)\s(?:[^\s,]+\s){0,6}?đề nghị"
)
_YEAR = re.compile(r"năm (\d{4})")
Pair = tuple[int, int]


class Count(NamedTuple):
    """collectives and individuals, None where the words count only the others."""

    collectives: int | None
    individuals: int | None
    clause: str

    def agrees(self, pairs: set[Pair]) -> bool:
        return any(
            self.collectives in (None, one) and self.individuals in (None, other)
            for one, other in pairs
        )


def faults(data: Mapping[str, Any]) -> Iterator[tuple[Place, Message]]:
    """A fault at each text that proposes a number of both, and nowhere the right one."""
    for place, found in _apart(data):
        if wrong := next((one for one in found if _is_certain(one, data)), None):
            yield place, _told("typed_total_wrong", wrong, data)


def advice(data: Mapping[str, Any]) -> Iterator[tuple[Place, Message]]:
    """The same where the words may mean a part of those proposed."""
    for place, found in _apart(data):
        doubtful = (one for one in found if _is_doubtful(one, place, data))
        if wrong := next(doubtful, None):
            yield place, _told("typed_total_differs", wrong, data)


def _apart(data: Mapping[str, Any]) -> Iterator[tuple[Place, list[Count]]]:
    """The counts of each text in which none agrees with the list, nor their sum."""
    total = _total(data)
    whole = all("award" in x and "grantor" in x for key in _counts.LISTS for x in data[key])
    if not whole or total == (0, 0):
        return
    for place, texts in _texts(data):
        if found := [count for text in texts for count in counted(text)]:
            right = {total, *_of_awards(data)}
            if not any(one.agrees(right) for one in found) and _sum(found) != total:
                yield place, found


def counted(text: str) -> list[Count]:
    """Every count in a text: 05 cá nhân và 03 tập thể, 06 tập thể (01 doanh nghiệp)."""
    if "tập thể" not in text and "cá nhân" not in text:
        return []
    plain = _ASIDE.sub("", clean(text))
    counts = []
    for found in _COUNTED.finditer(plain):
        one, other, turned, first = (int(each) if each else None for each in found.groups())
        before = _CLAUSE_END.split(plain[: found.start()])[-1]
        collectives, individuals = (first, turned) if turned is not None else (one, other)
        counts.append(Count(collectives, individuals, before.lower()))
    return counts


def _is_proposed(count: Count, data: Mapping[str, Any]) -> bool:
    before, proposes, _ = count.clause.rpartition("đề nghị")
    end = (data.get("period") or {}).get("end")
    past = end and any(int(year) < end for year in _YEAR.findall(count.clause))
    return bool(proposes and not past and not _OF_OTHERS.search(before + proposes))


def _is_certain(count: Count, data: Mapping[str, Any]) -> bool:
    return None not in count[:2] and _is_proposed(count, data)


def _is_doubtful(count: Count, place: Place, data: Mapping[str, Any]) -> bool:
    """One number alone may be of one award; subject and enclosures count without proposing."""
    both = None not in count[:2]
    told_of_list = place == "subject" or place[0] == "enclosures"
    return not _is_certain(count, data) and (
        both if told_of_list else not both and _is_proposed(count, data)
    )


def _told(code: str, count: Count, data: Mapping[str, Any]) -> Message:
    return fault(code, typed=_words(count[:2]), right=_words(_total(data)))


def _words(pair: Sequence[int | None]) -> str:
    named = zip(pair, ("tập thể", "cá nhân"), strict=True)
    return ", ".join(f"{number:02d} {what}" for number, what in named if number is not None)


def _total(data: Mapping[str, Any]) -> Pair:
    return len(data["collectives"]), len(data["individuals"])


def _sum(found: list[Count]) -> Pair:
    return sum(one.collectives or 0 for one in found), sum(one.individuals or 0 for one in found)


def _of_awards(data: Mapping[str, Any]) -> set[Pair]:
    """How many each award is proposed for."""
    unpaid = {key: [item | {"bonus": None} for item in data[key]] for key in _counts.LISTS}
    return {(one["collectives"], one["individuals"]) for one in _counts.by_award(unpaid)}


def _texts(data: Mapping[str, Any]) -> Iterator[tuple[Place, list[str]]]:
    """Where a proposal counts, and the words there; the enclosures as one text."""
    for name in ("subject", "review", "commitment"):
        if data.get(name):
            yield name, [data[name]]
    for index, text in enumerate(data.get("situation") or ()):
        yield ("situation", index), [text]
    named = [
        (index, item["name"])
        for index, item in enumerate(data.get("enclosures", ()))
        if counted(item.get("name", ""))
    ]
    if named:
        yield ("enclosures", named[0][0], "name"), [text for _, text in named]
