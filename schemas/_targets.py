"""What is doubtful about the targets of a plan or a pledge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from service.errors import Message, fault, register
from service.schema import Place
from service.vietnamese.text import fold

register(
    {
        "percent_over_hundred": (
            "Chỉ tiêu {value}% cao hơn 100%: hãy kiểm tra số liệu; nếu là mức vượt thì ghi rõ “vượt” "
            "hoặc “so với …” ở tên chỉ tiêu hoặc ghi chú."
        ),
        "mixed_units": (
            "Chỉ tiêu này tính bằng {unit}, chỉ tiêu ở mục {first} tính bằng {other}: hãy dùng "
            "thống nhất một đơn vị tính."
        ),
    },
    "warning",
)

# A larger unit, the smaller one, and how many of these make one of those.
UNITS = (
    ("tỷ đồng", "triệu đồng", 1_000),
    ("tỷ đồng", "đồng", 1_000_000_000),
    ("triệu đồng", "đồng", 1_000_000),
    ("tỷ usd", "triệu usd", 1_000),
    ("triệu usd", "usd", 1_000_000),
)
# What makes more than 100 % a share of something else.
BEYOND = ("vượt", "so với")

Targets = Sequence[dict[str, Any]]


def doubts(targets: Targets) -> Iterator[tuple[Place, Message]]:
    """Shares over 100 % and money in two units, at each target.

    targets: name, value | None, unit, note | None; per_member: [{value}] where there is one.
    """
    for index, target in enumerate(targets):
        for place, value in _values(target):
            if _is_beyond(target, value):
                told = fault("percent_over_hundred", value=value)
                yield ("targets", index, *place, "value"), told
        if met := _larger(targets, target):
            first, other = met
            told = fault("mixed_units", unit=target["unit"], first=first + 1, other=other)
            yield ("targets", index, "unit"), told


def _values(target: dict[str, Any]) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    rows = [((), target["value"])]
    rows += [
        (("per_member", n), own["value"]) for n, own in enumerate(target.get("per_member", []))
    ]
    yield from ((place, value) for place, value in rows if value is not None)


def _is_beyond(target: dict[str, Any], value: Any) -> bool:
    said = f"{target['name']} {target['note'] or ''}".lower()
    return target["unit"] == "%" and value > 100 and not any(word in said for word in BEYOND)


def _larger(targets: Targets, target: dict[str, Any]) -> tuple[int, str] | None:
    """The first target in a larger unit that would suit this one: by its name or its amount."""
    unit = fold(target["unit"])
    for larger, smaller, count in UNITS:
        for index, other in enumerate(targets):
            if unit == smaller and fold(other["unit"]) == larger:
                amounts = [value for _, value in _values(target)]
                if fold(other["name"]) == fold(target["name"]) or min(amounts) >= count:
                    return index, other["unit"]
    return None
