"""Figures of official documents: dots between classes, a comma before the fraction.

Source: Luật Kế toán 2003, Điều 12; Nghị định 123/2020/NĐ-CP, Điều 10 khoản 13. Every function
raises TypeError for a float or a bool.
"""

import functools
import re
from decimal import Decimal

from service.vietnamese import _exact

_PLAIN = re.compile(r"-?(?:0|[1-9][0-9]*)(?:,[0-9]+)?")
_GROUPED = re.compile(r"-?[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+|(?:[ \u00a0][0-9]{3})+)(?:,[0-9]+)?")
_AMBIGUOUS = re.compile(r"-?[1-9][0-9]{0,2}[.,][0-9]{3}")
_NUMERALS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def integer(n: int) -> str:
    """Group an integer: 1300000 -> "1.300.000"."""
    return _grouped(_exact.require_int(n))


def figure(value: int | Decimal) -> str:
    """Write a number exactly, neither rounded nor with an exponent: "1.300.000,5".

    Trailing zeros of the fraction are dropped and minus zero is "0".

    Raises:
        ValueError: NaN, infinity, or a magnitude beyond 10**±100.
    """
    if type(value) is int:  # nearly always
        return _grouped(value)
    return _fraction(str(value)) if isinstance(value, Decimal) else integer(value)


# Sums, marks and shares recur.
@functools.lru_cache(maxsize=4096)
def _grouped(n: int) -> str:
    return f"{n:,}".replace(",", ".")


@functools.lru_cache(maxsize=4096)
def _fraction(text: str) -> str:
    whole, _, fraction = f"{_exact.require_modest(Decimal(text)):,f}".partition(".")
    written = f"{whole.replace(',', '.')},{fraction.rstrip('0')}".rstrip(",")
    return "0" if written == "-0" else written


def two_digits(n: int) -> str:
    """Write a count with a zero before a single digit: 5 -> "05"; ValueError below 0."""
    if _exact.require_int(n) < 0:
        raise ValueError(f"a count is not negative: {n}")
    return integer(n).zfill(2)


def money(n: int) -> str:
    """Write a sum in whole đồng: "1.300.000 đồng", joined by an ordinary space."""
    return f"{integer(n)} đồng"


def share(part: int, whole: int) -> str:
    """Write part of whole as a percentage: 10 of 11 -> "90,91%", 4 of 5 -> "80%".

    Two decimals, half up, computed on integers; no decimals only where the share is exactly a
    whole percentage, so 99999 of 100000 is "100,00%". For print: compare the counts themselves.

    Raises:
        ValueError: part < 0 or whole < 1.
    """
    if _exact.require_int(part) < 0 or _exact.require_int(whole) < 1:
        raise ValueError(f"not a share: {part} of {whole}")
    return _share(part, whole)


@functools.lru_cache(maxsize=4096)
def _share(part: int, whole: int) -> str:
    if part * 100 % whole == 0:
        return f"{integer(part * 100 // whole)}%"
    percents, hundredths = divmod((part * 20_000 + whole) // (whole * 2), 100)
    return f"{integer(percents)},{hundredths:02d}%"


def parse_figure(text: str) -> Decimal:
    """Read a number written the Vietnamese way: "1.300.000,5", "1300000,5", "1 300 000".

    Classes are parted by dots or by spaces (U+00A0 too), all alike.

    Raises:
        ValueError: "1.234" and "1,234", which two conventions read differently; the English
            form; needless leading zeros; any other text.
    """
    if _AMBIGUOUS.fullmatch(text):
        raise ValueError(f"ambiguous, thousands or a fraction: {text!r}")
    if not (_PLAIN.fullmatch(text) or _GROUPED.fullmatch(text)):
        raise ValueError(f"not a number written like 1.300.000,5: {text!r}")
    value = Decimal(re.sub("[. \u00a0]", "", text).replace(",", "."))
    return value if value else value.copy_abs()


def roman(n: int) -> str:
    """Write a Roman numeral in ASCII letters: 4 -> "IV"; ValueError outside 1..3999."""
    if not 1 <= _exact.require_int(n) <= 3999:
        raise ValueError(f"Roman numerals reach from 1 to 3999, not {n}")
    return _roman(int(n))


@functools.cache
def _roman(n: int) -> str:
    letters = ""
    for value, numeral in _NUMERALS:
        count, n = divmod(n, value)
        letters += numeral * count
    return letters
