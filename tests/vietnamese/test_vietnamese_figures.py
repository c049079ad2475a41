"""Figures, shares and Roman numerals."""

import re
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from service.vietnamese import figures

FINITE = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0, "0"),
        (999, "999"),
        (1300000, "1.300.000"),
        (-1234, "-1.234"),
        (Decimal("1300000.5"), "1.300.000,5"),
        (Decimal("8.30"), "8,3"),
        (Decimal("100.00"), "100"),
        (Decimal("-0.00"), "0"),
        (Decimal("-0.05"), "-0,05"),
        (Decimal("1E+6"), "1.000.000"),
        (Decimal("1E-7"), "0,0000001"),
        (
            Decimal("12345678901234567890123456789012.5"),
            "12.345.678.901.234.567.890.123.456.789.012,5",
        ),
    ],
)
def test_figure_is_exact(value, expected):
    """A figure shows every digit and no exponent."""
    assert figures.figure(value) == expected


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity"), Decimal("1E+999999999")])
def test_figure_refuses_what_has_no_figures(value):
    """NaN, infinity and boundless magnitudes have no figures."""
    with pytest.raises(ValueError, match="finite"):
        figures.figure(value)


@pytest.mark.parametrize("value", [1.5, True, "5", None])
@pytest.mark.parametrize(
    "write", [figures.integer, figures.figure, figures.money, figures.two_digits]
)
def test_figures_refuse_inexact_numbers(write, value):
    """Floats, bools and texts are refused."""
    with pytest.raises(TypeError):
        write(value)


@pytest.mark.parametrize(("n", "expected"), [(0, "00"), (5, "05"), (10, "10"), (1200, "1.200")])
def test_counts_have_two_digits(n, expected):
    """A count under ten takes a zero."""
    assert figures.two_digits(n) == expected


def test_a_count_is_not_negative():
    """There is no count below zero."""
    with pytest.raises(ValueError, match="-1"):
        figures.two_digits(-1)


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (10, 11, "90,91%"),
        (11, 11, "100%"),
        (14, 15, "93,33%"),
        (4, 5, "80%"),
        (8, 9, "88,89%"),
        (37, 40, "92,50%"),
        (11, 14, "78,57%"),
        (8, 11, "72,73%"),
        (0, 9, "0%"),
        (1, 8, "12,50%"),
        (1, 800, "0,13%"),
        (99999, 100000, "100,00%"),
        (1, 100000, "0,00%"),
        (247, 20, "1.235%"),
        (3, 2, "150%"),
    ],
)
def test_share_has_two_decimals_unless_exactly_whole(part, whole, expected):
    """A share is rounded half up and loses its decimals only where nothing was rounded."""
    assert figures.share(part, whole) == expected


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_share_is_within_half_a_hundredth(part, whole):
    """The printed share is never further than 0,005 from the true one."""
    printed = Decimal(figures.share(part, whole).rstrip("%").replace(".", "").replace(",", "."))
    assert abs(int(printed * 100) * whole - part * 10_000) * 2 <= whole


@pytest.mark.parametrize(
    ("part", "whole", "error"),
    [(1, 0, ValueError), (-1, 5, ValueError), (1.0, 5, TypeError), (1, True, TypeError)],
)
def test_share_refuses(part, whole, error):
    """Shares are of counts."""
    with pytest.raises(error):
        figures.share(part, whole)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.300.000,5", "1300000.5"),
        ("1300000,5", "1300000.5"),
        ("8,3", "8.3"),
        ("8,30", "8.30"),
        ("1 300 000", "1300000"),
        ("1\u00a0300\u00a0000,25", "1300000.25"),
        ("1 234", "1234"),
        ("-1.234.567", "-1234567"),
        ("1.234,5", "1234.5"),
        ("1.234,567", "1234.567"),
        ("1234,567", "1234.567"),
        ("0,123", "0.123"),
        ("12,3456", "12.3456"),
        ("-0,0", "0.0"),
        ("42", "42"),
    ],
)
def test_parse_figure_reads_the_vietnamese_way(text, expected):
    """Dots or spaces part the classes, a comma the fraction."""
    assert str(figures.parse_figure(text)) == expected


@pytest.mark.parametrize("text", ["1.234", "1,234", "12.345", "-123,456"])
def test_parse_figure_refuses_to_guess(text):
    """Three digits after a single mark may be a class or a fraction."""
    with pytest.raises(ValueError, match="ambiguous"):
        figures.parse_figure(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "-", "5 ", "8.3", "1,300,000.50", "1.300.00", "1.300 000", "1 300.000"),
        *("0.123.456", "007", "1.2345", "1..000", "+5", "1e5", "NaN", "٣", "１", "5%", "5đ", "1\n"),
    ],
)
def test_parse_figure_refuses_other_forms(text):
    """Mixed, English and malformed figures are refused."""
    with pytest.raises(ValueError, match="not a number"):
        figures.parse_figure(text)


@given(FINITE)
def test_a_written_figure_reads_back(value):
    """What figure() writes has one value, but for three digits after a single mark."""
    written = figures.figure(value)
    assume(not re.fullmatch(r"-?[1-9]\d{0,2}[.,]\d{3}", written))
    assert figures.parse_figure(written) == value


@pytest.mark.parametrize(
    ("n", "expected"),
    [(1, "I"), (4, "IV"), (9, "IX"), (15, "XV"), (1994, "MCMXCIV"), (3999, "MMMCMXCIX")],
)
def test_roman_uses_ascii_letters(n, expected):
    """Roman numerals are plain letters."""
    assert figures.roman(n) == expected


@pytest.mark.parametrize(("n", "error"), [(0, ValueError), (4000, ValueError), (True, TypeError)])
def test_roman_refuses(n, error):
    """Roman numerals have neither zero nor four thousand."""
    with pytest.raises(error):
        figures.roman(n)
