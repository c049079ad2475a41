"""Votes: whether a meeting keeps the shares, the quorum and the caps that the law of its day sets.

Source: data/votes.toml, data/quorums.toml, data/conditions.toml, data/uncertainties.toml.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from service.errors import Message, fault, register
from service.law.award_names import full_name
from service.law.conditions import condition
from service.law.preambles import Preamble, uncertain
from service.law.review import Path, bases
from service.law.review.sources import doubt
from service.law.rows import VoteRule
from service.law.tables import current
from service.law.votes import BASES, is_quorate, later_vote_rule, least, quorum, vote_rule
from service.vietnamese.dates import numeric_date
from service.vietnamese.text import fold

Minutes = Mapping[str, Any]
Ballot = Mapping[str, Any]

FIGHTER = "grassroots_emulation_fighter"

register(
    {
        "threshold_below_law": (
            "{award} cần ít nhất {right}% phiếu đồng ý, không phải {typed}% (theo {source}): hãy "
            "sửa tỷ lệ cần đạt.{doubt}"
        ),
        "base_not_by_law": (
            "Tỷ lệ phiếu của {award} tính trên {right}, không phải {typed} (theo {source}): hãy "
            "sửa cách tính.{doubt}"
        ),
    }
)
register(
    {
        "bloc_threshold_below_law": (
            "Khối, cụm đặt mức {typed}% theo quy chế của mình; nhưng khi hội đồng cấp có thẩm "
            "quyền xét, {award} cần ít nhất {right}% (theo {source}): hãy đối chiếu.{doubt}"
        ),
        "bloc_base_not_by_law": (
            "Khối, cụm tính tỷ lệ trên {typed} theo quy chế của mình; nhưng khi hội đồng cấp có "
            "thẩm quyền xét, tỷ lệ của {award} tính trên {right} (theo {source}): hãy đối "
            "chiếu.{doubt}"
        ),
        "threshold_unverified": (
            "Chưa xác minh được ngày {on} pháp luật yêu cầu bao nhiêu phần trăm phiếu cho {award}; "
            "ở đây là {typed}%, còn từ ngày {since} hội đồng xét cần ít nhất {right}% (theo "
            "{source}): hãy đối chiếu văn bản của thời kỳ đó."
        ),
        "base_unverified": (
            "Chưa xác minh được ngày {on} pháp luật tính tỷ lệ phiếu của {award} trên số nào; ở "
            "đây là {typed}, còn từ ngày {since} hội đồng xét tính trên {right} (theo {source}): "
            "hãy đối chiếu văn bản của thời kỳ đó."
        ),
        "absent_without_opinion": (
            "“{name}” vắng mặt mà không gửi ý kiến bằng văn bản, trong khi tỷ lệ phiếu của {award} "
            "tính trên tổng số thành viên: hãy lấy ý kiến bằng văn bản, nếu không thì người này "
            "bị tính như không đồng ý."
        ),
        "fighters_over_cap": (
            "Có {fighters} “Chiến sĩ thi đua cơ sở” trên {workers} “Lao động tiên tiến”, "
            "quá {percent}% ({source}): hãy xem lại số lượng."
        ),
    },
    "warning",
)
register(
    {
        "provincial_quorum": (
            "Đây có phải phiên xét khen thưởng của Hội đồng Thi đua - Khen thưởng cấp tỉnh của "
            "{province} không? Nếu phải thì cần ít nhất {needed}/{total} thành viên có mặt (theo "
            "{source}), nay có {present}; nếu không phải thì bỏ qua."
        ),
    },
    "info",
)


def faults(minutes: Minutes, on: dt.date) -> Iterator[tuple[Path, Message]]:
    """A fault at each ballot of a council that asks for less than the law of that day.

    minutes: ballots: award (key of AWARDS), grantor | None, threshold in whole percent, base (key
    of BASES) each; faulty parts may be missing.
    """
    for place, code, values in _short(minutes, on):
        yield place, fault(code, **values)


def bloc_advice(minutes: Minutes, on: dt.date) -> Iterator[tuple[Path, Message]]:
    """The same of a bloc: it only proposes, and by its own rules; the law binds the council."""
    for place, code, values in _short(minutes, on):
        yield place, fault(f"bloc_{code}", **values)


def unverified(minutes: Minutes, on: dt.date) -> Iterator[tuple[Path, Message]]:
    """What could not be verified about the shares that these ballots need, told once."""
    if any(rule.unverified for _, _, rule in _ruled(minutes, on)):
        told = bases.uncertain(Preamble((), uncertain(on, "votes")))
        yield from ((("ballots",), one) for one in told)


def before_the_law(minutes: Minutes, on: dt.date) -> Iterator[tuple[Path, Message]]:
    """Advice at each ballot of a day for which no share is known and that asks less than later law.

    minutes: ballots as in `faults`.
    """
    for index, ballot in enumerate(minutes["ballots"]):
        if vote_rule(ballot["award"], on) or not (rule := later_vote_rule(ballot["award"], on)):
            continue
        days = {"on": numeric_date(on), "since": numeric_date(rule.first)}
        told = {"award": _name(ballot), "source": rule.source} | days
        if ballot["threshold"] < rule.percent:
            shares = {"typed": ballot["threshold"], "right": rule.percent}
            yield ("ballots", index, "threshold"), fault("threshold_unverified", **told, **shares)
        if ballot["base"] != rule.base:
            names = {"typed": BASES[ballot["base"]], "right": BASES[rule.base]}
            yield ("ballots", index, "base"), fault("base_unverified", **told, **names)


def without_opinion(minutes: Minutes, on: dt.date) -> Iterator[tuple[Path, Message]]:
    """Advice at each absent member whose opinion a share of all members lacks.

    minutes: ballots as in `faults`; absent: name, written_opinion (whether one came) each.
    """
    counted = [
        _name(ballot)
        for _, ballot, rule in _ruled(minutes, on)
        if ballot["base"] == rule.base == "members_total"
    ]
    for index, one in enumerate(minutes["absent"] if counted else ()):
        if not one["written_opinion"]:
            values = {"name": one["name"], "award": counted[0]}
            yield ("absent", index), fault("absent_without_opinion", **values)


def provincial_quorum(
    issuer: Mapping[str, Any], present: int, total: int, on: dt.date
) -> Iterator[Message]:
    """A question to a council of a province whose own council asks for more members present.

    issuer: parent | None, name. Whether it is that very council cannot be told from its name.
    """
    named = fold(f"{issuer['parent'] or ''} {issuer['name']}")
    provinces = {row.province for row in current().quorums.rows if row.province}
    for province in sorted(one for one in provinces if fold(one) in named):
        rule = quorum(on, province)
        if rule and not is_quorate(present, total, rule):
            counts = {"present": present, "total": total, "needed": least(total, rule)}
            told = {"province": province, "source": rule.source}
            yield fault("provincial_quorum", **counts, **told)


def fighters_over_cap(
    fighters: int, workers: int, own_cap: int | None, on: dt.date
) -> Iterator[Message]:
    """Advice when there are too many “Chiến sĩ thi đua cơ sở” among “Lao động tiên tiến”.

    own_cap: whole percent that the office has set itself; it cannot lift that of the law.
    """
    caps = [(own_cap, "mức của đơn vị")] if own_cap else []
    if law := condition(FIGHTER, "max_percent_of_advanced_workers", on):
        caps.append((law.value, law.source))
    percent, source = min(caps, default=(100, ""))
    if source and fighters * 100 > percent * workers:
        counts = {"fighters": fighters, "workers": workers, "percent": percent}
        yield fault("fighters_over_cap", source=source, **counts)


def _ruled(minutes: Minutes, on: dt.date) -> Iterator[tuple[int, Ballot, VoteRule]]:
    """The ballots on awards for which the law of that day sets a share."""
    for index, ballot in enumerate(minutes["ballots"]):
        if "award" in ballot and (rule := vote_rule(ballot["award"], on)):
            yield index, ballot, rule


def _short(minutes: Minutes, on: dt.date) -> Iterator[tuple[Path, str, dict[str, Any]]]:
    """Where a ballot falls short of its rule: place, code and what the message tells."""
    for index, ballot, rule in _ruled(minutes, on):
        told = {"award": _name(ballot), "source": rule.source}
        threshold, base = ballot.get("threshold"), ballot.get("base")
        if threshold is not None and threshold < rule.percent:
            figures = {"right": rule.percent, "typed": threshold, "doubt": doubt(rule, "percent")}
            yield ("ballots", index, "threshold"), "threshold_below_law", told | figures
        if base is not None and base != rule.base:
            names = {"right": BASES[rule.base], "typed": BASES[base], "doubt": doubt(rule, "base")}
            yield ("ballots", index, "base"), "base_not_by_law", told | names


def _name(ballot: Ballot) -> str:
    return full_name({"award": ballot["award"], "grantor": ballot.get("grantor")})
