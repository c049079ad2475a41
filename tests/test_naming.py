"""File names: safe on every system, each given once."""

from __future__ import annotations

import re
import unicodedata

import pytest
from cost import growth
from hypothesis import example, given
from hypothesis import strategies as st

from service.naming import MAX_BYTES, UniqueNames, ascii_name, numbered, safe_name

# https://learn.microsoft.com/windows/win32/fileio/naming-a-file, written anew for these tests
DEVICES = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"} | {
    port + digit for port in ("COM", "LPT") for digit in "0123456789¹²³"
}


def windows_faults(name: str) -> list[str]:
    """Why Windows, or a reader of ZIP files, would refuse a name."""
    bare = re.split(r"[.:]", name)[0].rstrip(" ").upper()
    return [
        fault
        for fault, found in {
            "empty": not name,
            "forbidden character": any(letter in '<>:"/\\|?*' for letter in name),
            "control character": any(unicodedata.category(c) in ("Cc", "Cs", "Cf") for c in name),
            "ends in dot or space": name.endswith((".", " ")),
            "starts with dot, dash or space": name.startswith((".", "-", " ")),
            "device": bare in DEVICES,
            "too long": len(name.encode(errors="replace")) > MAX_BYTES,
            "not NFC": not unicodedata.is_normalized("NFC", name),
        }.items()
        if found
    ]


AWKWARD = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from('<>:"/\\|?*. -\t\r\n\x00\u202e\u200b\u00a0\u0301\u0338\ud800ếƯ¹²³'),
    ),
    max_size=300,
)
DEVICE_LIKE = st.builds(
    "".join, st.tuples(st.sampled_from(sorted(DEVICES | {"con", "Lpt²"})), AWKWARD)
)


@given(st.one_of(AWKWARD, DEVICE_LIKE))
@example("con" + "-" * 300)
@example("aux " + "." * 300 + "x")
@example("nul.\u200b")
@example("a\u0338" * 200)
@example("\ud800")
def test_any_words_make_a_safe_name(words):
    """Whatever a payload holds, its name breaks no rule of Windows and stays in its folder."""
    name = safe_name(words, ".docx")
    assert windows_faults(name) == []
    assert name.endswith(".docx")
    assert len(name) > len(".docx")
    assert windows_faults(ascii_name(name)) == []
    assert ascii_name(name).isascii()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("15-KH-BQL Phát động thi đua", "15-KH-BQL Phát động thi đua.docx"),
        ("15/KH-BQL  về\nviệc", "15-KH-BQL về việc.docx"),
        ("../../etc/passwd", "etc-passwd.docx"),
        ("C:\\Windows\\system.ini", "C-Windows-system.ini.docx"),
        ("", "van-ban.docx"),
        (" ... ", "van-ban.docx"),
        ("con", "van-ban con.docx"),
        ("COM¹", "van-ban COM¹.docx"),
        ("nul .txt", "van-ban nul .txt.docx"),
        ("Côn Đảo", "Côn Đảo.docx"),
        ("hóa đơn\u202excod.exe", "hóa đơnxcod.exe.docx"),
        (unicodedata.normalize("NFD", "Quyết định"), "Quyết định.docx"),
        ("từ " * 100, "từ " * 32 + "từ.docx"),
        ("ngắn " + "d" * 300, "ngắn " + "d" * 160 + ".docx"),
    ],
)
def test_words_stay_recognisable(words, expected):
    """Only what a file system forbids is changed, and long names end with a whole word."""
    assert safe_name(words, ".docx") == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kế hoạch đợt 1.docx", "Ke hoach dot 1.docx"),
        ("Côn.docx", "van-ban Con.docx"),
        ("a≮b.docx", "a-b.docx"),
        ("“x”.docx", "_x_.docx"),
    ],
)
def test_ascii_names(name, expected):
    """Without its diacritics too a name is safe."""
    assert ascii_name(name) == expected


@pytest.mark.parametrize(
    ("name", "count", "expected"),
    [
        ("a.docx", 1, "a.docx"),
        ("a.docx", 2, "a (2).docx"),
        ("no extension", 3, "no extension (3)"),
        ("v1.2.docx", 2, "v1.2 (2).docx"),
    ],
)
def test_numbered(name, count, expected):
    """The number goes before the extension."""
    assert numbered(name, count) == expected


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        (["a.docx", "b.docx"], ["a.docx", "b.docx"]),
        (["a.docx"] * 3, ["a.docx", "a (2).docx", "a (3).docx"]),
        (["Đợt.docx", "ĐỢT.docx"], ["Đợt.docx", "ĐỢT (2).docx"]),
        (["a (2).docx", "a.docx", "a.docx"], ["a (2).docx", "a.docx", "a (3).docx"]),
        (["a.docx", "a.docx", "a (2).docx"], ["a.docx", "a (2).docx", "a (2) (2).docx"]),
        (["ế.docx", "e\u0302\u0301.docx"], ["ế.docx", "e\u0302\u0301 (2).docx"]),
        (["x", "X"], ["x", "X (2)"]),
    ],
)
def test_names_are_given_once(asked, given):
    """A name taken, even by a numbered one, is not given again."""
    names = UniqueNames()
    assert [names.take(name) for name in asked] == given


@given(
    st.lists(st.sampled_from(["a.x", "A.x", "a (2).x", "a (2) (2).x", "a (3).x", "ß.x", "ss.x"]))
)
def test_no_two_names_are_alike(asked):
    """In any order of asking, no two names differ by case alone."""
    names = UniqueNames()
    given_names = [names.take(name) for name in asked]
    assert len({name.upper() for name in given_names}) == len(asked)
    assert len({name.casefold() for name in given_names}) == len(asked)


def test_letters_that_windows_takes_for_one_are_one():
    """Every pair of letters with one capital counts as the same name."""
    for code in range(0x80, 0x10000):
        letter = chr(code)
        if len(letter.upper()) == 1 and letter.upper() != letter:
            names = UniqueNames()
            names.take(letter)
            assert names.take(letter.upper()) == f"{letter.upper()} (2)"


def test_many_equal_names_cost_no_search():
    """Numbering equal names takes time in proportion to the names, not to their square."""

    def take(count):
        names = UniqueNames()
        assert [names.take("a.docx") for _ in range(count)][-1] == f"a ({count}).docx"

    assert growth(take, 2_500) < 24
