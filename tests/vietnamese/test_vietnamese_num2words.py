"""The converter for num2words."""

import importlib
from decimal import Decimal

import num2words
import pytest

from service.vietnamese import num2words_vi, words


@pytest.fixture
def vi(monkeypatch):
    """Register the converter for one test."""
    monkeypatch.setitem(num2words.CONVERTER_CLASSES, "vi", num2words.CONVERTER_CLASSES["vi"])
    num2words_vi.register()

    def read(number, **options):
        return num2words.num2words(number, lang="vi", **options)

    return read


def test_importing_changes_nothing():
    """Only register() touches the process-wide table."""
    converter = num2words.CONVERTER_CLASSES["vi"]
    importlib.reload(num2words_vi)
    assert num2words.CONVERTER_CLASSES["vi"] is converter


@pytest.mark.parametrize(
    ("number", "options", "expected"),
    [
        (21, {}, "hai mươi mốt"),
        ("21", {}, "hai mươi mốt"),
        (-15, {}, "âm mười lăm"),
        (1_005_000, {}, "một triệu không trăm linh năm nghìn"),
        ("1.5", {}, "một phẩy năm"),
        (Decimal("1.05"), {}, "một phẩy không năm"),
        (10**15, {}, "một triệu tỷ"),
        (9007199254740993, {}, words.cardinal(9007199254740993)),
        (1, {"ordinal": True}, "thứ nhất"),
        (21, {"to": "ordinal"}, "thứ hai mươi mốt"),
        ("4", {"to": "ordinal"}, "thứ tư"),
        (21, {"to": "ordinal_num"}, "thứ 21"),
        (2022, {"to": "year"}, "hai nghìn không trăm hai mươi hai"),
        ("1975", {"to": "year", "suffix": None}, "một nghìn chín trăm bảy mươi lăm"),
        (-179, {"to": "year"}, "một trăm bảy mươi chín trước Công nguyên"),
        (21_000, {"to": "currency", "currency": "VND"}, "hai mươi mốt nghìn đồng"),
        (21_000, {"to": "currency"}, "hai mươi mốt nghìn đồng"),
        ("500.00", {"to": "currency", "cents": False}, "năm trăm đồng"),
    ],
)
def test_num2words_reads_right(vi, number, options, expected):
    """All five kinds of num2words give our reading."""
    assert vi(number, **options) == expected


@pytest.mark.parametrize(
    ("number", "options", "error"),
    [
        (1.5, {}, TypeError),
        (True, {}, TypeError),
        (1.0, {"to": "currency"}, TypeError),
        (10**18, {}, ValueError),
        ("NaN", {}, ValueError),
        (0, {"to": "ordinal"}, ValueError),
        (0, {"to": "ordinal_num"}, ValueError),
        ("1.5", {"to": "ordinal"}, ValueError),
        ("1.5", {"to": "currency"}, ValueError),
        (5, {"to": "currency", "currency": "USD"}, NotImplementedError),
    ],
)
def test_num2words_refuses(vi, number, options, error):
    """What cannot be read rightly is refused, never guessed."""
    with pytest.raises(error):
        vi(number, **options)
