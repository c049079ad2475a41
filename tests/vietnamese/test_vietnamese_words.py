"""Numbers, money and dates in words."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.vietnamese import figures, words

VECTORS = json.loads(Path(__file__).with_name("number_vectors.json").read_text(encoding="utf-8"))
STYLES = {
    "textbook (tỉ)": words.TEXTBOOK,
    "textbook with 'không nghìn'": replace(words.OFFICIAL, empty_thousand=True),
    "southern (lẻ, bốn, ngàn, tỷ)": words.SOUTHERN,
}
DIGIT_WORDS = {word: digit for digit, word in enumerate(words.DIGITS)} | {
    "mốt": 1,
    "tư": 4,
    "lăm": 5,
    "mười": 10,
}


def rows(kind, *columns):
    return [tuple(row[column] for column in columns) for row in VECTORS[kind]]


def read_back(text):
    """Turn words into the integer, from their structure alone."""
    high, billion, low = f" {text} ".rpartition(" tỷ ")
    return (read_classes(high) * 10**9 if billion else 0) + read_classes(low)


def read_classes(text):
    total = group = 0
    for word in text.split():
        if word in ("triệu", "nghìn"):
            total, group = total + group * {"triệu": 10**6, "nghìn": 1000}[word], 0
        elif word in ("trăm", "mươi"):
            group = group - group % 10 + group % 10 * {"trăm": 100, "mươi": 10}[word]
        elif word != "linh":
            group += DIGIT_WORDS[word]
    return total + group


@pytest.mark.parametrize(("n", "expected"), rows("integers", "n", "words"))
def test_cardinal_reads_the_integers_of_the_vectors(n, expected):
    """An integer is read in the official style."""
    assert words.cardinal(n) == expected


@pytest.mark.parametrize(("style", "n", "expected"), rows("style_variants", "style", "n", "words"))
def test_cardinal_reads_in_other_styles(style, n, expected):
    """Each style changes only its own words."""
    assert words.cardinal(n, style=STYLES[style]) == expected


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (700_000_231, "bảy trăm triệu không nghìn hai trăm ba mươi mốt"),
        (85_000_120, "tám mươi lăm triệu không nghìn một trăm hai mươi"),
        (1_000_001, "một triệu không trăm linh một"),
        (1_000_000, "một triệu"),
        (231, "hai trăm ba mươi mốt"),
        (2_000_000_300, "hai tỷ không nghìn ba trăm"),
        (1_000_231 * 10**9, "một triệu không nghìn hai trăm ba mươi mốt tỷ"),
    ],
)
def test_an_empty_thousand_can_be_read(n, expected):
    """The option reads "không nghìn" only between a higher class and a nonzero hundred."""
    assert words.cardinal(n, style=replace(words.OFFICIAL, empty_thousand=True)) == expected


@given(st.integers(0, 10**18 - 1))
def test_cardinal_reads_back(n):
    """The words of a number mean that number."""
    assert read_back(words.cardinal(n)) == n


@given(st.integers(1, 10**18 - 1))
def test_a_negative_number_is_its_opposite_after_am(n):
    """A negative number is read as its absolute value after "âm"."""
    assert words.cardinal(-n) == f"âm {words.cardinal(n)}"


@pytest.mark.parametrize("value", [1.5, 1.0, True, False, "21", Decimal(21), None])
def test_cardinal_takes_only_an_int(value):
    """Floats, bools, texts and decimals are not integers."""
    with pytest.raises(TypeError):
        words.cardinal(value)


@pytest.mark.parametrize("n", [10**18, -(10**18), 10**30])
def test_cardinal_refuses_what_cannot_be_read_unambiguously(n):
    """From 10**18 on there is no unambiguous reading."""
    with pytest.raises(ValueError, match="18"):
        words.cardinal(n)


@pytest.mark.parametrize(("n", "expected"), rows("ordinals", "n", "words"))
def test_ordinal_reads_the_vectors(n, expected):
    """A rank is "thứ" and the cardinal."""
    assert words.ordinal(n) == expected


@pytest.mark.parametrize(
    ("n", "style", "expected"),
    [
        (1, words.OFFICIAL, "thứ nhất"),
        (4, words.OFFICIAL, "thứ tư"),
        (4, words.SOUTHERN, "thứ tư"),
        (21, words.OFFICIAL, "thứ hai mươi mốt"),
        (24, words.OFFICIAL, "thứ hai mươi tư"),
        (24, words.SOUTHERN, "thứ hai mươi bốn"),
        (101, words.OFFICIAL, "thứ một trăm linh một"),
    ],
)
def test_ordinal_has_its_own_first_and_fourth(n, style, expected):
    """Only the first and the fourth rank have words of their own."""
    assert words.ordinal(n, style=style) == expected


@pytest.mark.parametrize(
    ("n", "error"), [(0, ValueError), (-1, ValueError), (10**18, ValueError), (True, TypeError)]
)
def test_ordinal_refuses(n, error):
    """Ranks start at one and are integers."""
    with pytest.raises(error):
        words.ordinal(n)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *rows("decimals", "text", "words"),
        ("8,3", "tám phẩy ba"),
        ("1,05", "một phẩy không năm"),
        ("0,999", "không phẩy chín trăm chín mươi chín"),
        ("5,0", "năm phẩy không"),
        ("5,00", "năm phẩy không không"),
        ("0,001", "không phẩy không không một"),
        ("0,010", "không phẩy không trăm mười"),
        ("0,1985", "không phẩy một nghìn chín trăm tám mươi lăm"),
        ("0,0123", "không phẩy không một hai ba"),
        ("3,14159", "ba phẩy một bốn một năm chín"),
        ("42", "bốn mươi hai"),
        ("-0,0", "không phẩy không"),
        (Decimal("8.30"), "tám phẩy ba mươi"),
        (Decimal("-1.5"), "âm một phẩy năm"),
        (Decimal("1E+3"), "một nghìn"),
        (Decimal("-0"), "không"),
        (Decimal("9007199254740993.5"), words.cardinal(9007199254740993) + " phẩy năm"),
        (7, "bảy"),
    ],
)
def test_decimal_reads_every_digit_given(text, expected):
    """The fraction is a number, or digits when zeros lead or it is long."""
    assert words.decimal(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("1.300.000,5", "1.234", "8.3", "1,2,3", "1 000", "8,3%", "+1", "--1", "−1"),
        *("", " 1", "1\n", ",5", "5,", "007", "00,5", "1e3", "NaN", "Infinity", "năm"),
        *("٣", "²", "１", "१,५", "1,²", "1,0000000000000000001", "1000000000000000000"),
        *(Decimal("NaN"), Decimal("-Infinity"), Decimal("1E+18"), Decimal("1E-999999999")),
        Decimal("1E+999999999"),
    ],
)
def test_decimal_refuses_malformed_numbers(text):
    """Grouping, points, foreign digits and what is no number are refused."""
    with pytest.raises(ValueError, match=r".+"):
        words.decimal(text)


@pytest.mark.parametrize("value", [1.5, True, None, b"1", [1]])
@pytest.mark.parametrize("read", [words.decimal, words.percent])
def test_decimal_and_percent_refuse_other_types(read, value):
    """A float has lost the figure that was written."""
    with pytest.raises(TypeError):
        read(value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *rows("percentages", "text", "words"),
        ("8,3", "tám phẩy ba phần trăm"),
        (Decimal("8.30"), "tám phẩy ba mươi phần trăm"),
        (100, "một trăm phần trăm"),
    ],
)
def test_percent_reads_with_or_without_its_sign(text, expected):
    """A percentage is its number and "phần trăm"."""
    assert words.percent(text) == expected


@pytest.mark.parametrize("text", ["%", "8.3%", "8,3%%", "8,3 %", "1.300%", ""])
def test_percent_refuses_malformed_numbers(text):
    """A percentage follows the rules of decimals."""
    with pytest.raises(ValueError, match="not a number"):
        words.percent(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *rows("digit_by_digit", "text", "words"),
        ("(024) 37-33", "không hai bốn ba bảy ba ba"),
        ("+84 912", "tám bốn chín một hai"),
        ("(+84)\u00a0912", "tám bốn chín một hai"),
    ],
)
def test_digit_by_digit_reads_phones_and_codes(text, expected):
    """Digits are read one by one and separators are silent."""
    assert words.digit_by_digit(text) == expected


@pytest.mark.parametrize("text", ["", " ", "+", "12a", "12/2022", "1+2", "٣٤", "１２", "1,5"])
def test_digit_by_digit_refuses_other_characters(text):
    """Letters, foreign digits and an empty code are refused."""
    with pytest.raises(ValueError, match="not a phone number"):
        words.digit_by_digit(text)


def test_digit_by_digit_refuses_a_number():
    """A number has lost its leading zeros."""
    with pytest.raises(TypeError):
        words.digit_by_digit(912345678)


@pytest.mark.parametrize(
    ("n", "figure", "plain", "even"),
    rows("money_vnd", "n", "figure", "words", "words_even"),
)
def test_money_reads_the_vectors(n, figure, plain, even):
    """Figure and words come from one integer."""
    assert (figures.money(n), words.dong(n), words.dong(n, even=True)) == (figure, plain, even)


@pytest.mark.parametrize(("n", "sentence"), rows("money_vnd", "n", "sentence"))
def test_money_stands_in_its_bracket(n, sentence):
    """The words fit the bracket of a document unchanged."""
    assert f"(Bằng chữ: {words.dong(n)})" == sentence


def test_money_of_a_decrease_starts_with_a_capital():
    """A negative sum starts with a capital too."""
    assert words.dong(-1005, style=words.SOUTHERN) == "Âm một ngàn không trăm lẻ năm đồng"


@pytest.mark.parametrize(("iso", "expected"), rows("dates_in_words", "date", "words"))
def test_date_reads_the_vectors(iso, expected):
    """A date is read as three ordinary numbers, April as "tháng tư"."""
    assert words.date(date.fromisoformat(iso)) == expected


def test_april_keeps_its_name_in_the_south():
    """The fourth month is "tháng tư" in every style."""
    assert words.date(date(2024, 4, 24), style=words.SOUTHERN) == (
        "ngày hai mươi bốn tháng tư năm hai ngàn không trăm hai mươi bốn"
    )
