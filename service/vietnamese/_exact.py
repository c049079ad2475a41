"""Guards that keep inexact and unbounded numbers out of documents."""

from decimal import Decimal

MAX_MAGNITUDE = 100


def require_int(value: object) -> int:
    """Return the integer itself; TypeError for a bool, a float or anything else."""
    if type(value) is int:
        return value
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"an int is needed, not {type(value).__name__}")
    return value


def plain(value: int | Decimal) -> str:
    """Every digit of the number, without exponent: "-1300000.50".

    Raises:
        TypeError: a bool, a float or another type.
        ValueError: NaN, infinity, or a magnitude beyond 10**±100.
    """
    if not isinstance(value, Decimal):
        return str(require_int(value))
    return f"{require_modest(value):f}"


def require_modest(value: Decimal) -> Decimal:
    """Return the number itself; ValueError for NaN, infinity, a magnitude beyond 10**±100."""
    # Decimal("1E999999999") is a short input that would fill the memory when written out.
    if not value.is_finite() or abs(value.adjusted()) > MAX_MAGNITUDE:
        raise ValueError(f"not a finite number of reasonable size: {value}")
    return value


def is_negative(plain_text: str) -> bool:
    """Whether a number written out is below zero; "-0.00" is not."""
    return plain_text.startswith("-") and plain_text.strip("-0.,") != ""
