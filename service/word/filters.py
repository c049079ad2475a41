"""The wording and drawing that templates ask for by `{{ value|filter }}`.

The validated data stays data; how a date, a count or a signature is worded is said here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

from service.fields import Option
from service.law.awards import full_name
from service.law.citations import cite
from service.vietnamese import dates, figures, text, words
from service.word.metrics import longest_line

_TWIPS_PER_MM = 1440 / 25.4
_END_MARKS = (".", ";", ":", "!", "?", "…")
_LETTERS = "abcdđeghiklmnopqrstuvxy"


def label(option: Option) -> str:
    """The Vietnamese name of a chosen key."""
    return option.label


def level(measure: Mapping[str, Any]) -> str:
    """The value of a target with its comparison: từ 1.300 trở lên."""
    return label(measure["comparison"]).replace("…", figures.figure(measure["value"]))


def letter(index: int) -> str:
    """The letter of the nth point, by the Vietnamese alphabet: a, b, c, d, đ, e, g …"""
    rounds, rest = divmod(index - 1, len(_LETTERS))
    return _LETTERS[rest] * (rounds + 1)


def number_line(number: int | None, symbol: str) -> str:
    """Number and symbol: 05/KH-BQL; a draft leaves room for the number."""
    shown = figures.two_digits(number) if number is not None else "\u00a0" * 8
    return f"{shown}/{symbol}"


def place_and_date(place: str, day: Any) -> str:
    """Bắc Kạn, ngày 08 tháng 11 năm 2022; a draft leaves room for the day."""
    return f"{place}, {dates.issue_date(day)}"


def anniversary(occasion: Mapping[str, Any]) -> str:
    """kỷ niệm 75 năm Ngày … (11/6/1948 - 11/6/2023), or chào mừng … when no year is counted."""
    if occasion["anniversary"] is None:
        return f"chào mừng {occasion['name']}"
    span = f"{dates.short_date(occasion['origin'])} - {dates.short_date(occasion['date'])}"
    return f"kỷ niệm {occasion['anniversary']} năm {occasion['name']} ({span})"


def counted(totals: Mapping[str, Any]) -> str:
    """02 tập thể, 05 cá nhân; what is zero is left out."""
    shown = [("collectives", "tập thể"), ("individuals", "cá nhân")]
    parts = [f"{figures.two_digits(totals[key])} {name}" for key, name in shown if totals[key]]
    return ", ".join(parts)


def bare(words: str) -> str:
    """The words without an end mark, to go on after them."""
    return words.rstrip(" .;")


def sentence(words: str) -> str:
    """The words with a full stop when they end without a mark of their own."""
    return ended(words, True)


def ended(words: str, last: bool) -> str:
    """An item of a list: its own end mark, else ";" or, for the last, a full stop."""
    if words.rstrip().endswith(_END_MARKS):
        return words
    return words.rstrip() + ("." if last else ";")


def person(someone: Mapping[str, Any]) -> str:
    """Name, post and unit of a person on one line."""
    return ", ".join(someone[key] for key in ("name", "post", "unit") if someone.get(key))


def rule(words: str, size: float, available: float, share: float, gap: float = 0) -> Markup:
    """A drawn line, centred, `share` as long as the longest line of bold `words`.

    size, gap: points; available: width of the column in millimetres. It is a paragraph of its own
    with a border: `{{p … }}` puts it in place.
    """
    length = longest_line(words, size, available, "bold") * share
    indent = round((available - length) / 2 * _TWIPS_PER_MM)
    return Markup(
        '<w:p><w:pPr><w:keepNext/><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="0" '
        'w:color="000000"/></w:pBdr><w:spacing w:before="{before}" w:after="0" w:line="40" '
        'w:lineRule="exact"/><w:ind w:left="{indent}" w:right="{indent}" w:firstLine="0"/>'
        '<w:jc w:val="center"/><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
    ).format(before=round(gap * 20), indent=indent)


FILTERS: dict[str, Callable[..., Any]] = {
    "anniversary": anniversary,
    "award": full_name,
    "bare": bare,
    "cite": cite,
    "clock": dates.clock,
    "counted": counted,
    "day_month": dates.day_month,
    "dong_in_words": words.dong,
    "ended": ended,
    "figure": figures.figure,
    "first_capital": text.first_capital,
    "first_lower": text.first_lower,
    "in_words": words.cardinal,
    "issue_date": dates.issue_date,
    "label": label,
    "letter": letter,
    "level": level,
    "money": figures.money,
    "number_line": number_line,
    "numeric_date": dates.numeric_date,
    "ordinal": words.ordinal,
    "person": person,
    "place_and_date": place_and_date,
    "roman": figures.roman,
    "rule": rule,
    "sentence": sentence,
    "share": figures.share,
    "short_date": dates.short_date,
    "two_digits": figures.two_digits,
}
