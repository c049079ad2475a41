"""Warnings that a payload accepts, each with a reason that stays with the document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from service.errors import Finding, fault, register
from service.packs.messages import PREFIX
from service.schema import Schema
from service.telling import findings_of

register(
    {"accept_unused": "Văn bản này không có cảnh báo {name}: có thể bỏ mục chấp nhận này."}, "info"
)


def settled(
    schema: Schema, data: Mapping[str, Any], found: Iterable[Finding], *, of_pack: bool = False
) -> list[Finding]:
    """The findings, warnings with the reason for which the data accept them.

    data["accept"]: [{code, reason}]; an acceptance that meets no warning is told. of_pack: of what
    other documents make of this one; without, acceptances of such warnings wait for the pack.
    """
    accepted: dict[int, Mapping[str, str]] = {
        index: one
        for index, one in enumerate(data.get("accept") or ())
        if one["code"].startswith(PREFIX) == of_pack
    }
    reasons = {one["code"]: one["reason"] for one in accepted.values()}
    settled = [
        replace(one, accepted=reasons.get(one.code, "")) if one.severity == "warning" else one
        for one in found
    ]
    met = {one.code for one in settled if one.accepted}
    unused = {
        index: {"code": [fault("accept_unused", name=one["code"])]}
        for index, one in accepted.items()
        if one["code"] not in met
    }
    return [*settled, *findings_of(schema, {"accept": unused} if unused else {})]


def stops(finding: Finding, *, strict: bool) -> bool:
    """Whether no document is made: for an error, when strict for an unaccepted warning too."""
    return finding.severity == "error" or (
        strict and finding.severity == "warning" and not finding.accepted
    )
