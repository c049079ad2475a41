"""Emulation titles (danh hiệu thi đua) and forms of commendation (hình thức khen thưởng).

Source: Luật Thi đua, khen thưởng ngày 15/6/2022, Điều 19-28 and 73-75 (read 2026-11-21 in
public copies). The table stands in award_names.toml beside this file.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Award:
    """A title or form: official name, whether it is quoted, and for whom it exists.

    of_grantor: the name goes on with "của <grantor>" (Bằng khen của Bộ …).
    """

    name: str
    is_title: bool
    of_grantor: bool
    individual: bool
    collective: bool


def _read() -> dict[str, Award]:
    rows = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return {key: Award(**row) for key, row in rows.items()}


AWARDS = _read()


def names(*, individual: bool = False, collective: bool = False) -> dict[str, str]:
    """Key and official name of the awards that exist for individuals or collectives."""
    return {
        key: award.name
        for key, award in AWARDS.items()
        if (individual and award.individual) or (collective and award.collective)
    }


def full_name(item: Mapping[str, Any]) -> str:
    """The award of an item as printed: “Lao động tiên tiến”, Giấy khen của Trưởng ban.

    item: award (key of AWARDS), grantor | None. Titles that no grantor follows are quoted, as the
    law itself does.
    """
    award = AWARDS[item["award"]]
    if award.of_grantor and item["grantor"]:
        return f"{award.name} của {item['grantor']}"
    return f"“{award.name}”" if award.is_title else award.name


def in_a_sentence(item: Mapping[str, Any]) -> str:
    """The award of an item with its kind where the name needs it: danh hiệu “…”, Giấy khen …."""
    name = full_name(item)
    return f"danh hiệu {name}" if name.startswith("“") else name
