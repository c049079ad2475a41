"""Who may grant what.

Source: Luật Thi đua, khen thưởng 2022, Điều 21-27, 73-75, 80; Nghị định 129/2025/NĐ-CP, Điều 59.
The facts stand in data/signers.toml and data/grants.toml.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from service.law.rows import Grant
from service.law.tables import Law, current, on_day
from service.vietnamese import text

# "(KT.) Phó Trưởng ban phụ trách" signs for the head.
_DEPUTY = re.compile(r"^(?:(?:kt|tm|tuq|q)\.\s?)*(?:(?:quyền|phó) )*")
_COMMITTEE = re.compile(r"^(?:chủ tịch )?uỷ ban nhân dân (?:thành phố|tp\.?) (.+)")
_SHORT = re.compile(r"\bubnd\b")


def grantor_of(phrase: str, on: dt.date) -> str | None:
    """The kind of signer (key of data/signers.toml) that a post or a body's name means that day.

    phrase: as in "Chủ tịch Ủy ban nhân dân thành phố Bắc Ninh", "Trưởng ban Ban Quản lý …"; a
    deputy counts as the head he signs for. None: not recognised.
    """
    folded = _DEPUTY.sub("", _SHORT.sub("uỷ ban nhân dân", text.fold(phrase)))
    if committee := _COMMITTEE.match(folded):
        return _level(committee[1], on)
    return next((key for begin, key in _phrases(current()) if _begins(folded, begin)), None)


def granting(signer: str, on: dt.date) -> Grant | None:
    """What a kind of signer may grant on a day, with its source; None where unknown."""
    return on_day([row for row in current().grants.rows if row.signer == signer], on)


def may_grant(signer: str, award: str, on: dt.date) -> bool | None:
    """Whether a kind of signer may grant an award on a day; None where it is not known."""
    row = granting(signer, on)
    if row is None:
        return None
    return award in row.grants or (None if not row.others_refused else False)


def _level(name: str, on: dt.date) -> str | None:
    """Whether a city stands directly under the government or, until mid-2025, in a province."""
    levels = {"thành phố": "province", "thành phố thuộc tỉnh": "district"}
    for row in current().provinces.rows:
        if row.kind in levels and row.holds(on) and _begins(name, text.fold(row.name)):
            return levels[row.kind]
    return None


@lru_cache(maxsize=8)
def _phrases(law: Law) -> tuple[tuple[str, str], ...]:
    """Every folded phrase and its signer, longest first: Giám đốc Sở before Giám đốc."""
    pairs = [(text.fold(phrase), row.key) for row in law.signers.rows for phrase in row.phrases]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def _begins(folded: str, begin: str) -> bool:
    """Whether a text begins with these whole words."""
    return folded.startswith(begin) and not folded[len(begin) : len(begin) + 1].isalnum()
