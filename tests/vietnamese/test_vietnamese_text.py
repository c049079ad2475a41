"""Repair, comparison and transliteration of text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.vietnamese import text

SENTENCE = "Quyết định số 12/2022/QĐ-UBND của Ủy ban nhân dân tỉnh Đắk Lắk"
HARD = st.text(
    st.sampled_from(
        "aeouqyưđÐðƉ ạ\r\n\u200b\ufeff\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323é"
    )
)


@pytest.mark.parametrize(
    ("damaged", "expected"),
    [
        (unicodedata.normalize("NFD", SENTENCE), SENTENCE),
        ("Quye\u0302\u0301t", "Quyết"),
        ("e\u0301\u0302", "ế"),
        ("Quy\u00e9\u0302t", "Quyết"),
        ("a\u0300\u0306 O\u0309\u0302", "ằ Ổ"),
        ("e\u0323\u0302", "ệ"),
        ("vi\u00f4\u0323", "viộ"),
        ("một\r\nhai\rba\n", "một\nhai\nba\n"),
        ("\ufeffHọ và\u200b tên\u200e", "Họ và tên"),
        ("e\u0302\u200b\u0301", "ế"),
        ("ÐẮK LẮK, ðường, (Ðà) Ɖà", "ĐẮK LẮK, đường, (Đà) Đà"),
    ],
)
def test_clean_repairs(damaged, expected):
    """Decomposed, tone-first, invisible and look-alike characters are repaired."""
    assert text.clean(damaged) == expected


@pytest.mark.parametrize(
    "kept",
    [
        "",
        SENTENCE,
        "hòa hoà thủy thuỷ tỷ tỉ",
        "m² ½ № … “trích” – ‘dẫn’",
        "ngày\u00a008\u00adtháng",
        "👨\u200d👩\u200d👧 \u200f",
        "Garður",
        "một\n\thai",
        "\ud800",
    ],
)
def test_clean_keeps_everything_else(kept):
    """Spelling, compatibility characters and joiners are the author's."""
    assert text.clean(kept) == kept


@given(st.one_of(HARD, st.text()))
def test_clean_is_idempotent_and_composed(value):
    """Clean text is in NFC and stays as it is."""
    once = text.clean(value)
    assert text.clean(once) == once
    assert unicodedata.is_normalized("NFC", once)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Hà Nội\t\r\n\u00a0\u00ad\ue000😀", []),
        ("\x07a\x0c\x07", ["U+0007", "U+000C"]),
        ("\x00\x0b\ufffe\uffff\ud800", ["U+0000", "U+000B", "U+FFFE", "U+FFFF", "U+D800"]),
        ("\x85\x9f\x7f", ["U+0085", "U+009F", "U+007F"]),
        ("\x01\x02\x03\x04\x05\x06", ["U+0001", "U+0002", "U+0003", "U+0004", "U+0005"]),
    ],
)
def test_illegal_characters_are_named_once(value, expected):
    """What XML cannot hold is listed in order, at most five."""
    assert text.illegal_characters(value) == expected


@pytest.mark.parametrize(
    ("value", "capital", "lower"),
    [
        ("ủy ban tỉnh Đắk Lắk", "Ủy ban tỉnh Đắk Lắk", "ủy ban tỉnh Đắk Lắk"),
        ("Đồng chí UBND", "Đồng chí UBND", "đồng chí UBND"),
        ("", "", ""),
    ],
)
def test_only_the_first_letter_changes_case(value, capital, lower):
    """The rest of a name keeps its capitals."""
    assert (text.first_capital(value), text.first_lower(value)) == (capital, lower)


def test_plain_texts_need_no_repair():
    """Of all the characters there are, none that is plain is repaired, refused or breaks a line."""
    texts = [f"a{chr(code)}a" for code in range(0x110000)]
    plain = [one for one in texts if text.is_plain(one)]
    assert len(plain) > 130_000
    assert [one for one in plain if text.clean(one) != one] == []
    assert [one for one in plain if text.illegal_characters(one)] == []
    assert [one for one in plain if len(one.splitlines()) > 1] == []


@given(HARD)
def test_plain_texts_are_clean_together(words):
    """Nor do several of them make something that is repaired."""
    assert text.clean(words) == words or not text.is_plain(words)


def test_sentences_are_plain():
    """What people send most takes the quick way."""
    assert text.is_plain(SENTENCE)
    assert text.is_plain("152/2025/ND-CP")


OLD = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy"
NEW = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *zip(OLD.split(), NEW.split(), strict=True),
        ("Ủy ban", "UỶ BAN"),
        (" Hòa\u00a0 Bình\n", "hoà bình"),
        (unicodedata.normalize("NFD", "THỦY"), "thuỷ"),
        ("Ðắk", "đắk"),
        (" A\r\nB\tc", "a b C"),
    ],
)
def test_fold_equates(one, other):
    """Tone placement, case, white space and Unicode form do not count."""
    assert text.fold(one) == text.fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("qúy", "quý"), ("hòan", "hoàn"), ("hòa", "hóa"), ("hòa", "hoa"), ("tỷ", "tỉ"), ("đ", "d")],
)
def test_fold_distinguishes(one, other):
    """Closed syllables, syllables after q, tones and letters count."""
    assert text.fold(one) != text.fold(other)


@pytest.mark.parametrize("word", ["hoàn", "quý", "quỳnh", "của", "giúp", "huỳnh", "khoảng"])
def test_fold_leaves_single_spellings_alone(word):
    """Syllables with one spelling are not touched."""
    assert text.fold(word) == word


@pytest.mark.parametrize(
    ("value", "options", "expected"),
    [
        ("Quyết định số 12/2022/QĐ-UBND", {}, "Quyet-dinh-so-12-2022-QD-UBND"),
        ("  Đường đi (1).docx ", {"separator": "_"}, "Duong_di_1_docx"),
        ("Ðắk ðường Ɖ", {"lower": True}, "dak-duong-d"),
        (unicodedata.normalize("NFD", "Ủy ban"), {"lower": True}, "uy-ban"),
        ("“…” 日本", {}, ""),
    ],
)
def test_slug_keeps_ascii_letters_and_digits(value, options, expected):
    """A slug has no doubled and no outer separators and never loses đ."""
    assert text.slug(value, **options) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Quyết định số 12", "Quyet dinh so 12"),
        ("Đường đi – “mới”.docx", "Duong di _ _moi_.docx"),
        ("日本", "__"),
    ],
)
def test_plain_drops_diacritics_only(value, expected):
    """ASCII stays, marks go, the rest is an underscore."""
    assert text.plain(value) == expected


@given(st.text())
def test_slug_and_plain_are_ascii(value):
    """Both transliterations are ASCII for any text."""
    assert (text.slug(value) + text.plain(value)).isascii()
