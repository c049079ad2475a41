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
            "Chỉ tiêu {value}% cao hơn 100%: hãy kiểm tra số liệu; nếu là mức vượt thì ghi rõ "
            "“vượt” hoặc “so với …” ở tên chỉ tiêu hoặc ghi chú."
        ),
        "mixed_units": (
            "Chỉ tiêu này tính bằng {unit}, chỉ tiêu ở mục {first} tính bằng {other}: hãy dùng "
            "thống nhất một đơn vị tính."
        ),
    },
    "warning",
)

# Units that are larger than a unit, and how many of it make one of theirs.
LARGER = {
    "triệu đồng": (("tỷ đồng", 1_000),),
    "đồng": (("tỷ đồng", 1_000_000_000), ("triệu đồng", 1_000_000)),
    "triệu usd": (("tỷ usd", 1_000),),
    "usd": (("tỷ usd", 1_000_000_000), ("triệu usd", 1_000_000)),
}
PERCENT = ("%", "phần trăm")
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
    yield from _mixed(targets)


def _mixed(targets: Targets) -> Iterator[tuple[Place, Message]]:
    """Amounts in a small unit that by their size or name belong in a larger one used as well."""
    first: dict[tuple[str, ...], int] = {}
    for index, target in enumerate(targets):
        first.setdefault((_unit(target),), index)
        first.setdefault((_unit(target), fold(target["name"])), index)
    for index, target in enumerate(targets):
        for larger, count in LARGER.get(_unit(target), ()):
            fits = _least(target) >= count
            met = first.get((larger,) if fits else (larger, fold(target["name"])))
            if met is not None:
                values = {"unit": target["unit"], "other": targets[met]["unit"]}
                yield ("targets", index, "unit"), fault("mixed_units", first=met + 1, **values)


def _unit(target: dict[str, Any]) -> str:
    return fold(target["unit"]).replace("tỉ ", "tỷ ")


def _least(target: dict[str, Any]) -> Any:
    return min(value for _, value in _values(target))


def _is_beyond(target: dict[str, Any], value: Any) -> bool:
    said = f"{target['name']} {target['note'] or ''}".lower()
    return _unit(target) in PERCENT and value > 100 and not any(word in said for word in BEYOND)


def _values(target: dict[str, Any]) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    if target["value"] is not None:
        yield (), target["value"]
    for index, own in enumerate(target.get("per_member", ())):
        yield ("per_member", index), own["value"]
