"""Whether a proposal has more grassroots fighters than the cap lets there be.

Source: data/conditions.toml.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from service.errors import Message
from service.law.review import Path
from service.law.review.lines import lines
from service.law.review.votes import FIGHTER, fighters_over_cap


def advice(data: Mapping[str, Any], on: dt.date) -> Iterator[tuple[Path, Message]]:
    """Among the individuals where advanced workers are listed too, and in each collective."""
    cap, listed = data["fighter_cap"], lines(data)
    counts = Counter(line.key for line in listed)
    if workers := counts["advanced_worker"]:
        told = fighters_over_cap(counts[FIGHTER], workers, cap, on)
        yield from ((("individuals",), one) for one in told)
    for line in listed:
        fighters, among = line.item.get("grassroots_fighters"), line.item.get("advanced_workers")
        if fighters and among:
            told = fighters_over_cap(fighters, among, cap, on)
            yield from ((line.at("grassroots_fighters"), one) for one in told)
