"""Numbers, money and dates in Vietnamese words.

No decree fixes how a number is read: the reading is that of the Toán 4 and Toán 5 textbooks.
The names of the classes (nghìn, triệu, tỷ) are those of Luật Kế toán 2003, Điều 12 khoản 2, and
Nghị định 123/2020/NĐ-CP, Điều 10 khoản 13.

Every function takes a keyword `style` and raises TypeError for a float or a bool: a float has
already lost the figure that was written.
"""

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal

from service.vietnamese import _exact
from service.vietnamese.text import first_capital

LIMIT = 10**18

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")

_ORDINAL_ROOTS = {1: "nhất", 4: "tư"}
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:,[0-9]{1,18})?")
_CODE = re.compile(r"\(?\+?[0-9 .()\u00a0-]*")


@dataclass(frozen=True)
class Style:
    """Choices on which correct readings differ.

    Attributes:
        odd: the word for a zero in the tens, "linh" or "lẻ".
        four: the 4 after "mươi", "tư" or "bốn".
        thousand: "nghìn" or "ngàn".
        billion: "tỷ" or "tỉ".
        empty_thousand: read "không nghìn" for an empty thousands class that stands between a
            higher class and a nonzero hundreds digit (an exercise of Toán 4).
    """

    odd: str = "linh"
    four: str = "tư"
    thousand: str = "nghìn"
    billion: str = "tỷ"
    empty_thousand: bool = False


OFFICIAL = Style()
TEXTBOOK = Style(billion="tỉ")
SOUTHERN = Style(odd="lẻ", four="bốn", thousand="ngàn")


def cardinal(n: int, *, style: Style = OFFICIAL) -> str:
    """Read an integer: 1005 -> "một nghìn không trăm linh năm", -5 -> "âm năm".

    Raises:
        TypeError: not an int (a bool is not one here).
        ValueError: |n| >= 10**18, where "tỷ tỷ" makes the reading ambiguous.
    """
    if abs(_exact.require_int(n)) >= LIMIT:
        raise ValueError("the number must lie between -10**18 and 10**18")
    if n == 0:
        return DIGITS[0]
    words = _whole(abs(n), style)
    return " ".join(["âm", *words] if n < 0 else words)


def ordinal(n: int, *, style: Style = OFFICIAL) -> str:
    """Read a rank: 1 -> "thứ nhất", 4 -> "thứ tư", 21 -> "thứ hai mươi mốt".

    Raises:
        TypeError: not an int.
        ValueError: n < 1 or n >= 10**18.
    """
    if _exact.require_int(n) < 1:
        raise ValueError(f"an ordinal starts at 1, not {n}")
    return f"thứ {_ORDINAL_ROOTS.get(n) or cardinal(n, style=style)}"


def decimal(value: str | int | Decimal, *, style: Style = OFFICIAL) -> str:
    """Read a decimal number digit for digit as given: "8,30" -> "tám phẩy ba mươi".

    A text is written the Vietnamese way: a comma before the fraction, no grouping. A dot is
    refused everywhere, since "1.234" may mean two numbers; `figures.parse_figure` reads grouped
    text first. The fraction is read as a number; digit by digit when it starts with zero or has
    more than four digits, except "0ab" with a nonzero a, "không trăm ..." (Toán 5).

    Raises:
        TypeError: a float, a bool or another type.
        ValueError: grouping, a decimal point, needless leading zeros, other than ASCII digits,
            NaN, infinity, |value| >= 10**18, more than 18 decimal places.
    """
    text = value if isinstance(value, str) else _exact.plain(value).replace(".", ",")
    if not _NUMBER.fullmatch(text):
        raise ValueError(f"not a number written like -1300000,5: {text!r}")
    whole, _, fraction = text.removeprefix("-").partition(",")
    words = cardinal(int(whole), style=style)
    if fraction:
        words += f" phẩy {_fraction(fraction, style)}"
    return f"âm {words}" if _exact.is_negative(text) else words


def percent(value: str | int | Decimal, *, style: Style = OFFICIAL) -> str:
    """Read a percentage, its sign optional: "8,3%" -> "tám phẩy ba phần trăm".

    The value is the number before the sign: Decimal("8.3") means 8,3%. Raises as `decimal`.
    """
    if isinstance(value, str):
        value = value.removesuffix("%")
    return f"{decimal(value, style=style)} phần trăm"


def digit_by_digit(text: str, *, style: Style = OFFICIAL) -> str:  # noqa: ARG001  one signature for all readings
    """Read a phone number or a code: "0912.345" -> "không chín một hai ba bốn năm".

    Spaces, dots, hyphens, round brackets and one leading plus are not read.

    Raises:
        TypeError: not a str; an int has lost its leading zeros.
        ValueError: no digit, or any other character.
    """
    if not isinstance(text, str):
        raise TypeError(f"a str is needed, not {type(text).__name__}")
    digits = re.findall("[0-9]", text)
    if not digits or not _CODE.fullmatch(text):
        raise ValueError(f"not a phone number or a code of digits: {text!r}")
    return _spell("".join(digits))


def dong(n: int, *, even: bool = False, style: Style = OFFICIAL) -> str:
    """Read a sum in whole đồng, first letter capital: 5000000 -> "Năm triệu đồng".

    Args:
        n: the sum in đồng.
        even: end with "chẵn", a custom that no text asks for.
        style: as everywhere.

    Raises as `cardinal`.
    """
    words = f"{cardinal(n, style=style)} đồng"
    return first_capital(f"{words} chẵn" if even else words)


def date(day: datetime.date, *, style: Style = OFFICIAL) -> str:
    """Read a date: "ngày ba mươi tháng tư năm một nghìn chín trăm bảy mươi lăm"."""
    # The fourth month is a name, "tháng tư", in every style.
    month = "tư" if day.month == 4 else cardinal(day.month, style=style)
    year = cardinal(day.year, style=style)
    return f"ngày {cardinal(day.day, style=style)} tháng {month} năm {year}"


def _whole(n: int, style: Style) -> list[str]:
    billions, rest = divmod(n, 10**9)
    words = [*_below_billion(billions, style), style.billion] if billions else []
    return words + _below_billion(rest, style, inner=bool(billions))


def _below_billion(n: int, style: Style, *, inner: bool = False) -> list[str]:
    words: list[str] = []
    for value, names in (
        (n // 10**6, ["triệu"]),
        (n // 1000 % 1000, [style.thousand]),
        (n % 1000, []),
    ):
        follows = inner or bool(words)
        if value:
            words += _below_thousand(value, style, inner=follows) + names
        elif style.empty_thousand and follows and style.thousand in names and n % 1000 >= 100:
            words += [DIGITS[0], style.thousand]
    return words


def _below_thousand(n: int, style: Style, *, inner: bool) -> list[str]:
    hundreds, rest = divmod(n, 100)
    if not (hundreds or inner):
        return _below_hundred(rest, style)
    words = [DIGITS[hundreds], "trăm"]
    if 0 < rest < 10:
        words.append(style.odd)
    return words + _below_hundred(rest, style)


def _below_hundred(n: int, style: Style) -> list[str]:
    tens, unit = divmod(n, 10)
    if tens == 0:
        return [DIGITS[unit]] if unit else []
    words = ["mười"] if tens == 1 else [DIGITS[tens], "mươi"]
    changed = {5: "lăm"} if tens == 1 else {1: "mốt", 4: style.four, 5: "lăm"}
    return words + ([changed.get(unit, DIGITS[unit])] if unit else [])


def _fraction(digits: str, style: Style) -> str:
    if len(digits) == 3 and digits[0] == "0" != digits[1]:
        return " ".join(_below_thousand(int(digits), style, inner=True))
    if digits[0] == "0" or len(digits) > 4:
        return _spell(digits)
    return cardinal(int(digits), style=style)


def _spell(digits: str) -> str:
    return " ".join(DIGITS[int(digit)] for digit in digits)
