"""Vietnamese order."""

from itertools import pairwise

import pytest

from service.vietnamese.sorting import person_key, text_key

WORDS = [
    ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "f", "g", "h", "i", "k"],
    ["n", "o", "ô", "ơ", "p", "q", "t", "u", "ư", "v", "x", "y", "z"],
    ["ba", "Ba", "bà", "Bà", "bả", "bã", "bá", "bạ", "bă", "bâ"],
    ["An", "Anh", "Ánh", "Ân", "Dũng", "Đạt", "Đức", "Hoa", "Hòa"],
    ["Hà", "Hả An", "Hà Giang", "Hà Nội", "Hải Dương"],
    ["Ý", "Yến"],
    ["oan", "oán", "oanh", "ôn"],
    ["(1)", "12", "Điều 10", "Điều 5"],
    ["Mai", "Müller", "Mỹ"],
]
PEOPLE = [
    "Nguyễn Văn An",
    "Trần An",
    "Lê Thị Anh",
    "Phạm Ánh",
    "Đỗ Ân",
    "Bùi Dũng",
    "Đặng Đạt",
    "Đinh Đạt",
    "Nguyễn Đức",
    "Lê Hoa",
    "NGUYỄN THỊ HÒA",
    "Nguyễn Văn Hoà",
    "Vũ Ý",
    "Đỗ Yến",
]


@pytest.mark.parametrize("expected", WORDS)
def test_words_sort_by_letters_then_tones_then_case(expected):
    """Letters decide first, tones next, case last."""
    assert all(one < other for one, other in pairwise(map(text_key, expected)))


def test_people_sort_by_given_name_first():
    """The last word decides, then family and middle names; capitals come last."""
    assert all(one < other for one, other in pairwise(map(person_key, PEOPLE)))


@pytest.mark.parametrize("key", [text_key, person_key])
def test_tone_placement_and_unicode_form_do_not_sort(key):
    """Spellings of one name are neighbours in the order they came."""
    assert key("Hòa") == key("Hoà") == key("Ho\u0300a") == key(" Hoa\u0300 ")


@pytest.mark.parametrize("text", ["", " ", "\u0301", "😀", "ế", "ß"])
def test_every_text_has_a_key(text):
    """Empty and foreign text sorts somewhere."""
    assert sorted([text, "An"], key=text_key)
    assert sorted([text, "An"], key=person_key)
