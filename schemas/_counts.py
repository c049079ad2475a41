"""How many a proposal lists, how that is written, and what its dossier holds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from service.errors import Message, fault, register
from service.law.award_names import in_a_sentence
from service.law.review import money
from service.schema import Place
from service.vietnamese import figures
from service.vietnamese.text import fold

register(
    {
        "count_not_padded": "“{typed}”: số lượng dưới 10 nên ghi hai chữ số, “0{typed}”.",
        "enclosure_missing": (
            "Hồ sơ kèm theo chưa có {missing} (Luật Thi đua, khen thưởng 2022, Điều 84): hãy bổ "
            "sung hoặc ghi rõ tên tài liệu."
        ),
    },
    "warning",
)

LISTS = ("collectives", "individuals")
_ONE_DIGIT = re.compile(r"(?<![\w.,/-])[1-9]\s+(?:tập thể|cá nhân)(?!\w)")


def everyone(data: Mapping[str, Any]) -> dict[str, int]:
    return {key: len(data[key]) for key in LISTS}


def by_award(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    """For each award: its name in a sentence, how many are proposed, the sum of their bonuses."""
    named = {key: [(in_a_sentence(item), item) for item in data[key]] for key in LISTS}
    counts = {key: Counter(name for name, _ in named[key]) for key in LISTS}
    bonuses: Counter[str] = Counter()
    for name, item in (pair for key in LISTS for pair in named[key]):
        bonuses[name] += item["bonus"] or 0
    awards = dict.fromkeys([*counts["collectives"], *counts["individuals"]])
    return [
        {"award": award, "bonus": bonuses[award]} | {key: counts[key][award] for key in LISTS}
        for award in awards
    ]


def unpadded(data: Mapping[str, Any]) -> Iterator[tuple[Place, Message]]:
    """Counts below ten that are written with one digit, the first of each text."""
    texts: Iterable[tuple[Place, str]] = [
        ("subject", data["subject"]),
        ("review", data["review"]),
        *((("enclosures", n, "name"), one["name"]) for n, one in enumerate(data["enclosures"])),
    ]
    for place, text in texts:
        if found := _ONE_DIGIT.search(text):
            yield place, fault("count_not_padded", typed=found[0])


def enclosures_missing(data: Mapping[str, Any]) -> Iterator[tuple[Place, Message]]:
    """What a dossier holds by law and no enclosure names; sudden deeds need no minutes."""
    named = fold(" | ".join(one["name"] for one in data["enclosures"]))
    missing = []
    if "biên bản" not in named and data["reward_kind"] != "unscheduled":
        missing.append("biên bản họp xét khen thưởng")
    reported = data["collective_reports"] or data["individual_reports"]
    if not reported and not re.search("(?:báo cáo|tóm tắt) thành tích", named):
        missing.append("báo cáo thành tích")
    if missing:
        yield "enclosures", fault("enclosure_missing", missing=" và ".join(missing))


def pay(data: Mapping[str, Any]) -> int:
    """Put the law's bonus into each line that the state pays; the sum of all bonuses."""
    on = money.decided_on(data)
    if data["bonus_mode"] == "state" and on:
        for award in money.by_law(data, on):
            award.line.item["bonus"] = award.amount
    return sum(item["bonus"] or 0 for key in LISTS for item in data[key])


def bonus_sums(data: Mapping[str, Any]) -> dict[str, int]:
    """What the lines of each list come to."""
    return {key: sum(item["bonus"] or 0 for item in data[key]) for key in LISTS}


def figures_of(collective: Mapping[str, Any]) -> str:
    """08/08 người hoàn thành nhiệm vụ; 07/08 người đạt “Lao động tiên tiến” (87,5%) …"""
    people = collective["people"]
    counts = [
        ("fulfilled", "người hoàn thành nhiệm vụ"),
        ("advanced_workers", "người đạt “Lao động tiên tiến”"),
        ("grassroots_fighters", "người đạt “Chiến sĩ thi đua cơ sở”"),
        ("disciplined", "người bị kỷ luật từ cảnh cáo trở lên"),
    ]
    given = [(collective[name], words) for name, words in counts if collective[name] is not None]
    parts = [_counted_of(count, people, words) for count, words in given]
    if people is not None and not parts:
        parts = [f"tập thể có {figures.two_digits(people)} người"]
    return "; ".join(parts)


def _counted_of(count: int, people: int | None, words: str) -> str:
    if not count:
        return f"không có {words}"
    of = f"/{figures.two_digits(people)}" if people else ""
    return f"{figures.two_digits(count)}{of} {words}"
