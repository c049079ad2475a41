"""Vietnamese for num2words, whose own converter misreads most numbers (its issue #69).

Importing this module changes nothing; `register` puts the converter in place.
"""

from decimal import Decimal

import num2words
from num2words.base import Num2Word_Base

from service.vietnamese import _exact, words


class Num2WordVietnamese(Num2Word_Base):  # type: ignore[misc]  # num2words ships no types
    """The readings of `words` under the method names of num2words.

    num2words turns a text into a Decimal before it calls, so here, unlike in `words`, a text
    carries a decimal point: num2words("1.5", lang="vi") -> "một phẩy năm". Floats are refused.
    """

    def to_cardinal(self, value: int | Decimal) -> str:
        """Read a number; TypeError for a float or a bool, ValueError from 10**18 on."""
        return words.decimal(value)

    def to_ordinal(self, value: int | Decimal) -> str:
        """Read a rank: 21 -> "thứ hai mươi mốt"; ValueError below 1 or for a fraction."""
        return words.ordinal(_integer(value))

    def to_ordinal_num(self, value: int | Decimal) -> str:
        """Write a rank with a figure: 21 -> "thứ 21"; ValueError as `to_ordinal`."""
        rank = _integer(value)
        words.ordinal(rank)
        return f"thứ {rank}"

    def to_year(self, value: int | Decimal, **_options: object) -> str:
        """Read a year as an ordinary number; a negative one is "trước Công nguyên"."""
        year = _integer(value)
        read = words.cardinal(abs(year))
        return f"{read} trước Công nguyên" if year < 0 else read

    def to_currency(self, val: int | Decimal, currency: str = "VND", **_options: object) -> str:
        """Read a sum in whole đồng: 21000 -> "hai mươi mốt nghìn đồng".

        Raises:
            NotImplementedError: a currency other than VND.
            ValueError: a fraction of a đồng.
        """
        if currency != "VND":
            raise NotImplementedError(f'Currency code "{currency}" not implemented for Vietnamese')
        return f"{words.cardinal(_integer(val))} đồng"


def register() -> None:
    """Make num2words read lang="vi" through this converter, for the whole process."""
    num2words.CONVERTER_CLASSES["vi"] = Num2WordVietnamese()


def _integer(value: int | Decimal) -> int:
    whole, _, fraction = _exact.plain(value).partition(".")
    if fraction.strip("0"):
        raise ValueError(f"a whole number is needed, not {value}")
    return int(whole)
