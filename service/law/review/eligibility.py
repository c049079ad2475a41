"""Whether those proposed meet the figures that the law of the day sets for their awards.

Source: data/conditions.toml.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from service.errors import Message, fault, register
from service.law.review import Path
from service.law.review.lines import Line, lines, title
from service.law.review.sources import cautious, later, unsure
from service.law.rows import Condition
from service.law.tables import Law, current, on_day

register(
    {
        "advanced_share_low": (
            "{award} cần ít nhất {least}% cá nhân đạt “Lao động tiên tiến” ({source}), ở đây là "
            "{count}/{people} người: hãy kiểm tra số liệu hoặc rút đề nghị này."
        ),
        "not_all_fulfilled": (
            "{award} cần {least}% cá nhân hoàn thành nhiệm vụ ({source}), ở đây là "
            "{count}/{people} người: hãy kiểm tra số liệu hoặc rút đề nghị này."
        ),
        "fighters_missing": (
            "{award} cần ít nhất {least} cá nhân đạt “Chiến sĩ thi đua cơ sở” ({source}), ở đây "
            "là {count}: hãy kiểm tra số liệu hoặc rút đề nghị này."
        ),
        "collective_disciplined": (
            "{award} không tặng tập thể có cá nhân bị kỷ luật từ cảnh cáo trở lên ({source}), ở "
            "đây là {count} người: hãy kiểm tra số liệu hoặc rút đề nghị này."
        ),
        "fighter_without_ground": (
            "{award} cần hoàn thành xuất sắc nhiệm vụ hoặc có sáng kiến, đề tài được công nhận "
            "({source}): hãy ghi mức độ hoàn thành nhiệm vụ hoặc sáng kiến."
        ),
        "fighter_not_advanced": (
            "“{name}” không có trong danh sách “Lao động tiên tiến” của Tờ trình này, là tiêu "
            "chuẩn của {award} ({source}): hãy bổ sung vào danh sách hoặc rút đề nghị."
        ),
        "consecutive_missing": (
            "{award} cần {wanted} ({source}), ở đây còn thiếu {lacks}: hãy bổ sung thành tích đã "
            "đạt hoặc rút đề nghị này."
        ),
        "initiatives_too_few": (
            "{award} theo căn cứ này cần {least} sáng kiến được công nhận ({source}), ở đây mới "
            "ghi {count}: hãy bổ sung."
        ),
    }
)
register(
    {
        "figures_missing": (
            "{award} xét theo số liệu của tập thể ({source}); chưa ghi: {missing}. Hãy bổ sung "
            "để kiểm tra được tiêu chuẩn."
        ),
        "prior_awards_missing": (
            "{award} cần {wanted} ({source}): hãy ghi thành tích đã đạt để kiểm tra được tiêu "
            "chuẩn."
        ),
    },
    "warning",
)

FIGURES = {
    "people": "tổng số người",
    "fulfilled": "số người hoàn thành nhiệm vụ",
    "advanced_workers": "số người đạt “Lao động tiên tiến”",
    "grassroots_fighters": "số người đạt “Chiến sĩ thi đua cơ sở”",
    "disciplined": "số người bị kỷ luật từ cảnh cáo trở lên",
}
Broken = Callable[[int, int, int], bool]
Rules = Mapping[str, Condition]


def _below_share(count: int, percent: int, people: int) -> bool:
    return count * 100 < percent * people


# Parameter of the law -> the figure it is about, what is told, whether count and limit break it.
_OF_COLLECTIVES: dict[str, tuple[str, str, Broken]] = {
    "advanced_worker_percent": ("advanced_workers", "advanced_share_low", _below_share),
    "fulfilled_percent": ("fulfilled", "not_all_fulfilled", _below_share),
    "grassroots_fighters": (
        "grassroots_fighters",
        "fighters_missing",
        lambda count, least, _: count < least,
    ),
    "max_disciplined": (
        "disciplined",
        "collective_disciplined",
        lambda count, most, _: count > most,
    ),
}

# The award that an award is earned by, and by which parameter: a year each, or a time each.
_GROWN_FROM = {
    "provincial_emulation_fighter": ("grassroots_emulation_fighter", "consecutive_years"),
    "national_emulation_fighter": ("provincial_emulation_fighter", "consecutive_times"),
}
_FIGHTER, _ADVANCED = "grassroots_emulation_fighter", "advanced_worker"


def faults(data: Mapping[str, Any], on: dt.date) -> Iterator[tuple[Path, Message]]:
    """What keeps those proposed on that day from their awards.

    data: collectives, individuals, period; parts of them may be faulty or missing.
    """
    for _, place, told in _broken(data, lambda award: _conditions(current(), award, on)):
        yield place, told


def unverified(data: Mapping[str, Any], on: dt.date) -> Iterator[tuple[Path, Message]]:
    """What a later law asks, where the law of that day is not in the tables."""
    for rules, place, told in _broken(data, lambda award: _later(current(), award, on)):
        yield place, unsure(told, min(rule.first for rule in rules.values()))


def _broken(
    data: Mapping[str, Any], rules_of: Callable[[str], Rules]
) -> Iterator[tuple[Rules, Path, Message]]:
    listed = lines(data)
    advanced = {line.subject for line in listed if line.key == _ADVANCED}
    for line in listed:
        if rules := rules_of(line.key):
            told = _of_line(line, rules, advanced, data["period"].get("end"))
            yield from ((rules, place, message) for place, message in told)


def _of_line(
    line: Line, rules: Rules, advanced: set[tuple[str, str]], end: int | None
) -> Iterator[tuple[Path, Message]]:
    if line.place[0] == "collectives":
        yield from _of_collective(line, rules)
    elif line.key == _FIGHTER:
        yield from _of_fighter(line, rules, advanced)
    yield from _of_the_past(line, rules, end)


def advice(data: Mapping[str, Any], on: dt.date) -> Iterator[tuple[Path, Message]]:
    """Figures and earlier awards that are not given, so that nothing can be said of them."""
    for line in lines(data):
        rules = _conditions(current(), line.key, on)
        if missing := _figures_missing(line, rules):
            named = ", ".join(FIGURES[name] for name in missing)
            source = rules[next(iter(rules))].source
            message = fault("figures_missing", award=line.title, source=source, missing=named)
            yield line.at("award"), message
        wanted = _wanted(line, rules)
        if wanted and not _given(line):
            yield line.at("award"), fault("prior_awards_missing", **_named(line, *wanted))


@lru_cache(maxsize=512)
def _conditions(law: Law, award: str, on: dt.date) -> dict[str, Condition]:
    """The figures that the law sets for an award that day, by parameter."""
    rows = [row for row in law.conditions.rows if row.award == award]
    names = dict.fromkeys(row.parameter for row in rows)
    held = {name: on_day([row for row in rows if row.parameter == name], on) for name in names}
    # The law's own article, without the province's that repeats it.
    own = [replace(row, source=row.source.split(";")[0]) for row in held.values() if row]
    return {row.parameter: cautious(row, on) for row in own}


@lru_cache(maxsize=512)
def _later(law: Law, award: str, on: dt.date) -> dict[str, Condition]:
    """The figures that a later law is the first to set, by parameter."""
    rows = [row for row in law.conditions.rows if row.award == award]
    names = dict.fromkeys(row.parameter for row in rows)
    first = {name: later((row for row in rows if row.parameter == name), on) for name in names}
    return {name: row for name, row in first.items() if row}


def _of_collective(line: Line, rules: Rules) -> Iterator[tuple[Path, Message]]:
    people = line.item.get("people")
    for parameter, (figure, code, broken) in _OF_COLLECTIVES.items():
        rule, count = rules.get(parameter), line.item.get(figure)
        if rule is None or count is None:
            continue
        if broken(count, rule.value, people or 0):
            values = {"least": rule.value, "count": count, "people": people}
            shown = fault(code, award=line.title, source=rule.source, **values)
            yield line.at(figure), shown


def _figures_missing(line: Line, rules: Rules) -> list[str]:
    needed = {_OF_COLLECTIVES[name][0] for name in rules if name in _OF_COLLECTIVES}
    if any(name.endswith("_percent") for name in rules if name in _OF_COLLECTIVES):
        needed.add("people")
    return [name for name in FIGURES if name in needed and line.item[name] is None]


def _of_fighter(
    line: Line, rules: Rules, advanced: set[tuple[str, str]]
) -> Iterator[tuple[Path, Message]]:
    """By Điều 23 a fighter is an advanced worker with an excellent year or an initiative."""
    if not (rule := rules.get("excellent_or_initiative")):
        return
    named = {"award": line.title, "source": rule.source, "name": line.item["name"]}
    # Faulty, they are missing from the data: only what is known to be empty is told.
    bare = line.item.get("initiative", "") is None and line.item.get("other_initiatives") == []
    if line.item.get("rating", "") != "excellent" and bare:
        yield line.at("award"), fault("fighter_without_ground", **named)
    if advanced and line.subject not in advanced:
        yield line.at("award"), fault("fighter_not_advanced", **named)


def _of_the_past(line: Line, rules: Rules, end: int | None) -> Iterator[tuple[Path, Message]]:
    """Earlier awards or years that an award grows from: right before its period, or in it."""
    wanted = _wanted(line, rules)
    if wanted is None or end is None or not _given(line):
        return
    rule, by_years, _ = wanted
    if lacks := _lacks(_years(line), rule.value, end, consecutive=by_years):
        shown = fault("consecutive_missing", **_named(line, *wanted), lacks=lacks)
        yield line.at(_evidence(line)), shown
    least = rules.get("initiatives")
    if least and _ground(line) == "excellent_years" and line.place[0] == "individuals":
        given = [line.item.get("initiative"), *line.item.get("other_initiatives", ())]
        if (count := sum(map(bool, given))) < least.value:
            values = {"least": least.value, "count": count, "source": least.source}
            yield (
                line.at("other_initiatives"),
                fault("initiatives_too_few", award=line.title, **values),
            )


# The figure, whether it counts years that follow each other, and what is counted.
Wanted = tuple[Condition, bool, str]


def _wanted(line: Line, rules: Rules) -> Wanted | None:
    if line.key in _GROWN_FROM:
        before, parameter = _GROWN_FROM[line.key]
        what = title(before)
    elif _ground(line) == "consecutive_fighter":
        parameter, what = "consecutive_times", title(_FIGHTER)
    elif _ground(line) == "excellent_years":
        parameter, what = "excellent_years", "hoàn thành xuất sắc nhiệm vụ"
    else:
        return None
    # The title of a ministry or province is given every few years: its times are counted.
    by_years = line.key != "national_emulation_fighter"
    return (rules[parameter], by_years, what) if parameter in rules else None


def _named(line: Line, rule: Condition, by_years: bool, what: str) -> dict[str, Any]:
    times = "năm" if by_years else "lần"
    wanted = f"{rule.value} {times} liên tục {what}"
    return {"award": line.title, "wanted": wanted, "source": rule.source}


def _ground(line: Line) -> str | None:
    return line.item.get("ground")


def _evidence(line: Line) -> str:
    return "excellent_years" if _ground(line) == "excellent_years" else "prior_awards"


def _given(line: Line) -> bool:
    """Whether any evidence is typed at all: what is left out is not known to be missing."""
    return bool(line.item.get(_evidence(line)) or _years(line))


def _years(line: Line) -> list[int]:
    """The years of what the award grows from."""
    if _ground(line) == "excellent_years":
        typed: Sequence[int] = line.item.get("excellent_years", ())
        return [*typed, *_years_of(line, "excellent_collective")]
    before = _GROWN_FROM.get(line.key, (_FIGHTER, ""))[0]
    return _years_of(line, before)


def _years_of(line: Line, award: str) -> list[int]:
    prior: Iterable[Mapping[str, Any]] = line.item.get("prior_awards", ())
    return [one["year"] for one in prior if one.get("award") == award and "year" in one]


def _lacks(years: Sequence[int], wanted: int, end: int, *, consecutive: bool) -> str:
    """What is missing, in words; "" for nothing. The last year may be not decided on yet."""
    if not consecutive:
        missing = wanted - len({year for year in years if year <= end})
        return f"{missing} lần" if missing > 0 else ""
    spans = [range(last - wanted + 1, last + 1) for last in (end - 1, end)]
    gaps = min(([year for year in span if year not in years] for span in spans), key=len)
    return f"năm {', '.join(map(str, gaps))}" if gaps else ""
