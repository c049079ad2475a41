"""Whether a proposal goes out in time, by what provinces ask: practice, so it only warns.

Source: data/deadlines.toml.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from service.errors import Message, fault, register
from service.law.conditions import deadline, due
from service.law.review import Path
from service.law.tables import Law, current
from service.vietnamese.text import fold

register(
    {
        "after_deadline": (
            "Tờ trình ngày {on} muộn hơn thời hạn của {province}: {text} ({source}). Hãy kiểm tra "
            "còn được nhận hồ sơ không."
        ),
    },
    "warning",
)


def advice(data: Mapping[str, Any], on: dt.date) -> Iterator[tuple[Path, Message]]:
    """A yearly proposal that comes on or after the day before which it must be in.

    data: issuer, addressees, period, reward_kind, proposal_kind. What goes to a board, and awards
    for a movement or for a sudden deed, are not bound to the year's end.
    """
    if data["reward_kind"] != "work" or data["proposal_kind"] == "unit_to_board":
        return
    issuer = data["issuer"]
    named = (*data["addressees"], issuer["parent"] or "", issuer["place"])
    province = _province(current(), named)
    rule = deadline(province, "yearly", on) if province else None
    last = due(rule, data["period"]["end"]) if rule else None
    if rule and last and on >= last:
        values = {"province": rule.province, "text": rule.text, "source": rule.source}
        yield ("date",), fault("after_deadline", on=on, **values)


@lru_cache(maxsize=256)
def _province(law: Law, named: tuple[str, ...]) -> str | None:
    """The first province with a deadline that somebody named here belongs to."""
    words = " | ".join(map(fold, named))
    provinces = dict.fromkeys(row.province for row in law.deadlines.rows)
    return next(
        (name for name in provinces if re.search(rf"(?<!\w){re.escape(fold(name))}(?!\w)", words)),
        None,
    )
