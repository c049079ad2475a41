"""The wording and drawing that templates ask for by `{{ value|filter }}`.

The validated data stays data; how a date, a count or a signature is worded is said here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

from service.fields import Option
from service.law.award_names import full_name, in_a_sentence
from service.law.citations import cite
from service.vietnamese import dates, figures, text, words
from service.word.metrics import longest_line
from service.word.pictures import DRAWING
from service.word.printing import Paragraphs
from service.word.values import worded

_TWIPS_PER_MM = 1440 / 25.4
# Marks that say more than that a sentence ends: a list leaves them as they are.
_OPEN_ENDS = (":", "!", "?", "…", "./.")
_ENDS = (".", ";", *_OPEN_ENDS)
_DASH = re.compile(r"^[-–•+]\s+")
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_MOST_POINTS = 10_000
_LONGEST_HEADING = 10_000


def label(option: Option) -> str:
    """The Vietnamese name of a chosen key."""
    return option.label


def level(target: Mapping[str, Any]) -> str:
    """The value of a target with its comparison: từ 1.300 trở lên."""
    return label(target["comparison"]).replace("…", figures.figure(target["value"]))


def letter(index: int) -> str:
    """The letter of the nth point, by the Vietnamese alphabet: a, b, c, d, đ, e, g …"""
    if not 1 <= index <= _MOST_POINTS:
        raise ValueError("index")
    rounds, rest = divmod(index - 1, len(_LETTERS))
    return _LETTERS[rest] * (rounds + 1)


def number_line(number: int | None, symbol: str) -> str:
    """Number and symbol: 05/KH-BQL; a draft leaves room for the number."""
    shown = f"{number:02d}" if number is not None else "\u00a0" * 8
    return f"{shown}/{worded(symbol)}"


def place_and_date(place: str, day: Any) -> str:
    """Bắc Kạn, ngày 08 tháng 11 năm 2022; a draft leaves room for the day."""
    return f"{worded(place)}, {dates.issue_date(day)}"


def anniversary(occasion: Mapping[str, Any]) -> str:
    """kỷ niệm 75 năm ngày … (11/6/1948 - 11/6/2023), or chào mừng … when no year is counted."""
    if occasion["anniversary"] is None:
        held = f" ({dates.short_date(occasion['date'])})" if occasion["date"] else ""
        return f"chào mừng {bare(occasion['name'])}{held}"
    span = f"{dates.short_date(occasion['origin'])} - {dates.short_date(occasion['date'])}"
    return f"kỷ niệm {worded(occasion['anniversary'])} năm {bare(occasion['name'])} ({span})"


def counted(totals: Mapping[str, Any]) -> str:
    """02 tập thể, 05 cá nhân; what is zero is left out."""
    shown = [("collectives", "tập thể"), ("individuals", "cá nhân")]
    parts = [f"{figures.two_digits(totals[key])} {name}" for key, name in shown if totals[key]]
    return ", ".join(parts)


def bare(words: str) -> str:
    """The words without an end mark, to go on after them."""
    return words.rstrip(" .,;:")


def inside(words: str) -> str:
    """A subject inside a sentence: no end mark, small first letter unless it begins a name."""
    first, _, rest = bare(words).partition(" ")
    begins_name = not first[1:].islower() or rest[:1].isupper()
    return f"{first} {rest}".rstrip() if begins_name else text.first_lower(bare(words))


def quoted(words: str) -> str:
    """The words in “ ”, once."""
    return words if words.startswith("“") and words.endswith("”") else f"“{words}”"


def sentence(words: str) -> str:
    """The words with a full stop when they end without a mark of their own."""
    kept = words.rstrip()
    return words if kept.endswith(_ENDS) else f"{kept}."


def ended(words: str, last: bool) -> str:
    """An item of a list, without a dash of its own: ";" at the end, a full stop at the last."""
    item = words if words[:1].isalpha() else _DASH.sub("", words)
    if item.rstrip().endswith(_OPEN_ENDS):
        return item
    return bare(item) + ("." if last else ";")


def person(someone: Mapping[str, Any]) -> str:
    """Honorific, name, post and unit of a person on one line."""
    named = ", ".join([someone[key] for key in ("name", "post", "unit") if someone.get(key)])
    honorific = someone.get("honorific")
    return f"{label(honorific)} {named}" if honorific else named


def paragraphs(words: str) -> Paragraphs:
    """The lines of a text as paragraphs of their own, like the one that the tag stands in."""
    return Paragraphs(words)


def rule(
    words: str, size: float, available: float, share: float, before: float = 0, after: float = 0
) -> Markup:
    """A drawn line, centred, `share` as long as the longest line of bold `words`.

    size, before, after: points; available: width of the column in millimetres. It is a paragraph
    of its own with a border: `{{p … }}` puts it in place.
    """
    if len(words) > _LONGEST_HEADING:
        raise ValueError("words")
    length = longest_line(words, size, available, "bold") * share
    indent = round((available - length) / 2 * _TWIPS_PER_MM)
    # Numbers alone are put in: nothing to escape.
    return Markup(  # noqa: S704
        '<w:p><w:pPr><w:keepNext/><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="0" '
        f'w:color="000000"/></w:pBdr><w:spacing w:before="{before * 20:.0f}" '
        f'w:after="{after * 20:.0f}" w:line="40" w:lineRule="exact"/>'
        f'<w:ind w:left="{indent}" w:right="{indent}" w:firstLine="0"/>'
        '<w:jc w:val="center"/><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
    )


FILTERS: dict[str, Callable[..., Any]] = {
    **DRAWING,
    "anniversary": anniversary,
    "award": in_a_sentence,
    "award_name": full_name,
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
    "inside": inside,
    "in_words": words.cardinal,
    "issue_date": dates.issue_date,
    "label": label,
    "letter": letter,
    "level": level,
    "money": figures.money,
    "number_line": number_line,
    "numeric_date": dates.numeric_date,
    "ordinal": words.ordinal,
    "paragraphs": paragraphs,
    "person": person,
    "place_and_date": place_and_date,
    "quoted": quoted,
    "roman": figures.roman,
    "rule": rule,
    "sentence": sentence,
    "share": figures.share,
    "short_date": dates.short_date,
    "two_digits": figures.two_digits,
}
