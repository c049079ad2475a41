"""Whether the votes suffice, and whether those named may grant what is asked.

Source: data/votes.toml, data/grants.toml, data/signers.toml.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from service.errors import Message, fault, register
from service.law.award_names import AWARDS, full_name
from service.law.granting import granting, grantor_of, may_grant
from service.law.review import Path
from service.law.review.lines import Line, lines
from service.law.review.sources import cautious, doubt, later, unsure
from service.law.rows import Grant, VoteRule
from service.law.tables import Law, current
from service.law.votes import vote_rule
from service.vietnamese import figures

register(
    {
        "beyond_power": (
            "{grantor} không có thẩm quyền tặng {award} ({source}): hãy sửa cấp tặng hoặc hình "
            "thức đề nghị."
        ),
        "votes_below_share": (
            "{award} cần ít nhất {percent}% số phiếu, tính trên tổng số thành viên hội đồng "
            "({source}); {agree}/{base} phiếu mới đạt {share}: hãy kiểm tra số phiếu hoặc "
            "rút đề nghị này.{doubt}"
        ),
    }
)
register(
    {
        "beyond_power_unverified": (
            "Theo bảng tra, {grantor} không có thẩm quyền tặng {award} ({source}), nhưng chưa xác "
            "minh được với văn bản của thời kỳ đó: hãy kiểm tra cấp tặng."
        ),
        "award_of_others": (
            "{award} không thuộc thẩm quyền của {issuer} ({source}): hãy ghi rõ trong kế hoạch là "
            "đề nghị cấp có thẩm quyền tặng."
        ),
        "addressee_must_forward": (
            "Nơi nhận ở Kính gửi không có thẩm quyền tặng {awards} ({source}), chỉ xem xét, trình "
            "cấp trên: hãy kiểm tra nơi gửi."
        ),
        "votes_below_usual_share": (
            "{award} do hội đồng xét cần ít nhất {percent}% số phiếu ({source}); ở đây là "
            "{agree}/{base}, bằng {share}. Khối, cụm thi đua theo quy chế của mình: hãy đối "
            "chiếu.{doubt}"
        ),
    },
    "warning",
)


def faults(data: Mapping[str, Any], on: dt.date) -> Iterator[tuple[Path, Message]]:
    """Lines whose grantor may not grant, or that fell short of a council's share.

    data: collectives, individuals, proposal_kind; parts of them may be faulty or missing.
    """
    for line in lines(data):
        if told := _beyond(line, on, verified=True):
            yield line.at("grantor"), told
        if data["proposal_kind"] != "bloc_to_ministry":
            yield from _votes(line, on, "votes_below_share")


def advice(data: Mapping[str, Any], on: dt.date) -> Iterator[tuple[Path, Message]]:
    """The same where it is uncertain or a bloc's own rule decides; addressees who only forward."""
    for line in lines(data):
        if told := _beyond(line, on, verified=False):
            yield line.at("grantor"), told
        if data["proposal_kind"] == "bloc_to_ministry":
            yield from _votes(line, on, "votes_below_usual_share")
        else:
            yield from _later_votes(line, on)
    yield from _addressees(data, on)


def grantors(
    rows: Sequence[dict[str, Any]], on: dt.date, *, verified: bool
) -> Iterator[tuple[Path, Message]]:
    """Rows whose grantor may not grant; the certain ones or those that are not.

    rows: award, grantor; either may be missing.
    """
    for index, row in enumerate(rows):
        line = Line((index,), row)
        if row.get("award") and (told := _beyond(line, on, verified=verified)):
            yield line.at("grantor"), told


def of_others(
    rows: Sequence[Mapping[str, Any]], issuer: Sequence[str], on: dt.date
) -> Iterator[tuple[Path, Message]]:
    """Rows without a grantor whose award the issuer itself may not grant.

    rows: award, grantor | None; issuer: its name and the posts of its signer, of which the first
    whose powers are known decides.
    """
    for index, row in enumerate(rows):
        if row["grantor"]:
            continue
        powers = ((name, *_power(current(), name, row["award"], on)) for name in issuer)
        named, may, grant = next((one for one in powers if one[2]), ("", None, None))
        if may is False and grant:
            doubt = ", chưa xác minh được" if "others_refused" in grant.unverified else ""
            values = {"award": AWARDS[row["award"]].name, "source": f"{grant.source}{doubt}"}
            yield (index, "award"), fault("award_of_others", issuer=named, **values)


@lru_cache(maxsize=2048)
def _power(law: Law, phrase: str, award: str, on: dt.date) -> tuple[bool | None, Grant | None]:  # noqa: ARG001  the law is part of the key
    """Whether who is named so may grant an award that day, and what says so."""
    signer = grantor_of(phrase, on)
    if signer is None:
        return None, None
    grant = granting(signer, on)
    return may_grant(signer, award, on), grant and cautious(grant, on)


@lru_cache(maxsize=512)
def _share(law: Law, award: str, on: dt.date) -> VoteRule | None:  # noqa: ARG001  as above
    rule = vote_rule(award, on)
    return rule and cautious(rule, on)


@lru_cache(maxsize=512)
def _later_share(law: Law, award: str, on: dt.date) -> VoteRule | None:
    return later((row for row in law.votes.rows if row.award == award), on)


def _beyond(line: Line, on: dt.date, *, verified: bool) -> Message | None:
    grantor = line.item.get("grantor")
    # One that no grantor belongs to is told to go without.
    if not grantor or not line.award.of_grantor:
        return None
    may, grant = _power(current(), grantor, line.key, on)
    if may is not False or grant is None or verified is ("others_refused" in grant.unverified):
        return None
    code = "beyond_power" if verified else "beyond_power_unverified"
    return fault(code, grantor=grantor, award=line.title, source=grant.source)


def _votes(line: Line, on: dt.date, code: str) -> Iterator[tuple[Path, Message]]:
    if told := _short(line, _share(current(), line.key, on), code):
        yield line.at("votes", "agree"), told


def _later_votes(line: Line, on: dt.date) -> Iterator[tuple[Path, Message]]:
    """Where the share of that day is not in the tables: what the later one would refuse."""
    rule = _later_share(current(), line.key, on)
    if rule and (told := _short(line, rule, "votes_below_share")):
        yield line.at("votes", "agree"), unsure(told, rule.first)


def _short(line: Line, rule: VoteRule | None, code: str) -> Message | None:
    votes: Mapping[str, int] = line.item.get("votes") or {}
    agree, base = votes.get("agree"), votes.get("base")
    if agree is None or base is None or rule is None or agree * 100 >= rule.percent * base:
        return None
    values = {"agree": agree, "base": base, "share": figures.share(agree, base)}
    told = {"percent": rule.percent, "source": rule.source, "doubt": doubt(rule, "percent")}
    return fault(code, award=line.title, **told, **values)


def _addressees(data: Mapping[str, Any], on: dt.date) -> Iterator[tuple[Path, Message]]:
    """Told once of all the awards that nobody addressed can grant, as far as that is known."""
    refused: dict[str, str] = {}
    for line in lines(data):
        found = [_power(current(), each, line.key, on) for each in data["addressees"]]
        sources = [grant.source for may, grant in found if may is False and grant]
        if sources and all(may is not True for may, _ in found):
            refused[full_name(line.item)] = sources[0]
    if refused:
        source = "; ".join(dict.fromkeys(refused.values()))
        shown = fault("addressee_must_forward", awards=", ".join(refused), source=source)
        yield ("addressees",), shown
