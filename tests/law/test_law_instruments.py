"""What may be cited on which day."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta

import pytest

from service.law.instruments import find, force, judge
from service.law.mentions import mentions
from service.law.tables import current

LAW = "Thi đua, khen thưởng"
AMENDING = "sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng"
TODAY = date(2026, 11, 20)


def citing(kind, number=None, on=None, issuer=None, title=""):
    return {"kind": kind, "number": number, "date": on, "issuer": issuer, "title": title}


def row(key):
    return next(row for row in current().instruments.rows if row.key == key)


# key, first day, last day or None.
BORDERS = [
    ("law_2003", None, date(2023, 12, 31)),
    ("decree_91_2017", date(2017, 10, 1), date(2023, 12, 31)),
    ("law_2022", date(2024, 1, 1), None),
    ("decree_98_2023", date(2024, 1, 1), date(2025, 6, 30)),
    ("circular_01_2024", date(2024, 4, 15), date(2025, 8, 4)),
    ("decree_152_2025", date(2025, 7, 1), date(2027, 2, 28)),
    ("decree_129_2025", date(2025, 7, 1), None),
    ("circular_15_2025", date(2025, 8, 5), date(2027, 2, 28)),
    ("law_2026", date(2026, 10, 1), None),
    ("decision_13_2024_bac_ninh", None, date(2025, 12, 14)),
    ("decision_86_2025_bac_ninh", date(2025, 12, 15), None),
    ("decree_161_2026", date(2026, 7, 1), None),
]


@pytest.mark.parametrize(("key", "first", "last"), BORDERS)
def test_borders(key, first, last):
    """The day before, the first, the last and the day after."""
    one, instrument = timedelta(1), row(key)
    if first:
        assert force(instrument, first - one) == "not_yet"
        assert force(instrument, first) == "in_force"
    if last:
        assert force(instrument, last) == "in_force"
        after = "end_unverified" if "ended" in instrument.unverified else "ended"
        assert force(instrument, last + one) == after
    else:
        assert force(instrument, date(2030, 1, 1)) == "in_force"


def test_unverified_ends_are_told_as_such():
    """Nghị định 152/2025 and Thông tư 15/2025: recorded, not read in the text."""
    for key in ("decree_152_2025", "circular_15_2025"):
        assert force(row(key), date(2027, 3, 1)) == "end_unverified"


DECREE_98 = citing("decree", "98/2023/NĐ-CP", date(2023, 12, 31), "Chính phủ")
DECREE_91 = citing("decree", "91/2017/NĐ-CP", date(2017, 7, 31), "Chính phủ")
LAW_2022 = citing("law", None, date(2022, 6, 15), None, LAW)
LAW_2003 = citing("law", None, date(2003, 11, 26), None, LAW)
LAW_2026 = citing("law", None, date(2026, 4, 23), None, AMENDING)


@pytest.mark.parametrize(
    ("citation", "on", "expected"),
    [
        (DECREE_98, date(2025, 6, 30), "in_force"),
        (DECREE_98, date(2025, 7, 1), "ended"),
        (DECREE_98, date(2022, 11, 8), "not_yet"),
        (DECREE_91, TODAY, "ended"),
        (LAW_2003, date(2023, 12, 31), "in_force"),
        (LAW_2003, date(2024, 1, 1), "ended"),
        (LAW_2022, date(2022, 11, 8), "not_yet"),
        (LAW_2022, date(2024, 1, 1), "in_force"),
        (LAW_2026, date(2026, 9, 30), "not_yet"),
        (LAW_2026, date(2026, 10, 1), "in_force"),
        (
            citing("law", None, date(2022, 6, 15), None, "Luật Thi đua, khen thưởng."),
            TODAY,
            "in_force",
        ),
        (citing("law", None, date(2022, 6, 15), None, "THI ĐUA, KHEN THƯỞNG"), TODAY, "in_force"),
        (citing("law", None, date(2022, 6, 15), None, "Thi đua khen thưởng"), TODAY, "in_force"),
        (citing("law", "06/2022/QH15", date(2022, 6, 15), "Quốc hội", LAW), TODAY, "in_force"),
        (citing("law", None, date(2019, 11, 20), None, "Lao động"), TODAY, "unknown"),
        (citing("plan", "06/KH-BQL", date(2023, 2, 6), "Ban Quản lý"), TODAY, "unknown"),
        (citing("minutes", None, TODAY, "Khối thi đua"), TODAY, "unknown"),
        (citing("circular", "15/2025", None, "Bộ trưởng"), TODAY, "ambiguous"),
        (citing("circular", "15/2025/TT-BXD", date(2025, 6, 30)), TODAY, "mistaken"),
        (citing("directive", "34-CT/TW", date(2014, 4, 7)), TODAY, "in_force"),
        (citing("directive", "34-CT/TW", date(2024, 5, 24)), TODAY, "mistaken"),
        (citing("directive", "34-CT/TW"), TODAY, "ambiguous"),
        (
            citing("decision", "86/2025/QĐ-UBND", date(2025, 12, 3), "UBND tỉnh Bắc Ninh"),
            TODAY,
            "in_force",
        ),
        (
            citing("decision", "86/2025/QĐ-UBND", date(2025, 11, 3), "UBND tỉnh Cà Mau"),
            TODAY,
            "unknown",
        ),
        (
            citing("decision", "13/2024/QĐ-UBND", date(2024, 5, 2), "UBND tỉnh Bắc Ninh"),
            date(2025, 12, 15),
            "ended",
        ),
    ],
)
def test_force_of_citations(citation, on, expected):
    """Whether what is cited is in force on the paper's day."""
    assert judge(citation, on).force == expected


def test_what_replaced_it():
    """An ended act is told with its successors, a mistaken one with what was meant."""
    assert [each.key for each in judge(DECREE_98, TODAY).meant] == ["decree_152_2025"]
    assert [each.key for each in judge(LAW_2003, TODAY).meant] == ["law_2022"]
    wrong = judge(citing("circular", "15/2025/TT-BXD", None), TODAY)
    assert [each.key for each in wrong.meant] == ["circular_15_2025"]
    either = judge(citing("circular", "15/2025"), TODAY)
    assert {each.key for each in either.meant} == {"circular_15_2025", "circular_15_2025_bxd"}


@pytest.mark.parametrize(
    ("citation", "dates"),
    [
        (DECREE_91, ()),
        ({**DECREE_91, "date": date(2017, 7, 30)}, (date(2017, 7, 31),)),
        ({**LAW_2022, "date": date(2022, 6, 16)}, (date(2003, 11, 26), date(2022, 6, 15))),
        (
            {**LAW_2026, "date": date(2013, 11, 15)},
            (date(2005, 6, 14), date(2013, 11, 16), date(2026, 4, 23)),
        ),
        (citing("directive", "34-CT/TW", date(2014, 4, 8)), (date(2014, 4, 7),)),
        # The table itself is unsure of this date.
        (citing("decree", "42/2010/NĐ-CP", date(2010, 4, 14)), ()),
        (citing("decree", "28/2024/NĐ-CP", date(2024, 3, 6)), ()),
    ],
)
def test_wrong_dates(citation, dates):
    """The same act with another date; laws have no number, so all of that name are offered."""
    assert judge(citation, TODAY).right_dates == dates


def test_a_wrong_date_does_not_hide_the_force():
    """The act is still judged, the nearest one of the name."""
    verdict = judge({**LAW_2022, "date": date(2022, 6, 16)}, TODAY)
    assert (verdict.force, verdict.instrument.key) == ("in_force", "law_2022")
    verdict = judge({**DECREE_91, "date": date(2017, 7, 30)}, TODAY)
    assert verdict.force == "ended"


@pytest.mark.parametrize(
    ("number", "kind", "typed", "right"),
    [
        ("91/2017/NĐ-CP", "decree", "Chính phủ", None),
        ("91/2017/NĐ-CP", "decree", "Bộ Nội vụ", "Chính phủ"),
        ("15/2025/TT-BNV", "circular", "Bộ trưởng Bộ Nội vụ", None),
        ("15/2025/TT-BNV", "circular", "Bộ Nội vụ", None),
        ("15/2025/TT-BNV", "circular", "Bộ Tài chính", "Bộ trưởng Bộ Nội vụ"),
        ("86/2025/QĐ-UBND", "decision", "UBND tỉnh Bắc Ninh", None),
        ("86/2025/QĐ-UBND", "decision", "UỶ BAN NHÂN DÂN TỈNH BẮC NINH", None),
        (
            "86/2025/QĐ-UBND",
            "decision",
            "UBND thành phố Bắc Ninh",
            "Ủy ban nhân dân tỉnh Bắc Ninh",
        ),
    ],
)
def test_issuers(number, kind, typed, right):
    """Ministry and minister are one; an abbreviation is no other issuer."""
    assert judge(citing(kind, number, None, typed), TODAY).right_issuer == right


def test_an_unsure_issuer_corrects_nobody():
    """The table itself has not verified who issued it."""
    citation = citing("directive", "34-CT/TW", date(2024, 5, 24), "Bộ Chính trị")
    assert judge(citation, TODAY).right_issuer is None


def test_wrong_kind():
    """Thông tư 152/2025/NĐ-CP is a decree."""
    assert judge(citing("circular", "152/2025/NĐ-CP"), TODAY).right_kind == "decree"
    assert judge(citing("decree", "152/2025/NĐ-CP"), TODAY).right_kind is None


@pytest.mark.parametrize(
    ("asked", "keys"),
    [
        ({"kind": "decree", "number": "91/2017/NĐ-CP"}, ["decree_91_2017"]),
        ({"number": "91/2017/nđ-cp"}, ["decree_91_2017"]),
        ({"kind": "decree", "number": "91/2017"}, ["decree_91_2017"]),
        ({"kind": "law", "date": date(2022, 6, 15)}, ["law_2022"]),
        ({"number": "34-CT/TW", "date": date(2014, 4, 7)}, ["directive_34_2014"]),
        ({"kind": "law", "number": "91/2017"}, []),
        ({"number": "1/2017/NĐ-CP"}, []),
        ({"number": ""}, []),
    ],
)
def test_find(asked, keys):
    """By kind, number and date."""
    assert [each.key for each in find(**asked)] == keys


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023",
            [("98/2023/NĐ-CP", "decree_98_2023")],
        ),
        ("theo Nghị định 91/2017.", [("91/2017", "decree_91_2017")]),
        ("theo nghị định số 91/2017, các phòng", [("91/2017", "decree_91_2017")]),
        ("NGHỊ ĐỊNH SỐ 91/2017/NĐ-CP;", [("91/2017/NĐ-CP", "decree_91_2017")]),
        ("Chỉ thị 34-CT/TW ngày 07/4/2014 của Bộ Chính trị", [("34-CT/TW", "directive_34_2014")]),
        ("Chỉ thị số 34-CT/TW ngày 07 tháng 4 năm 2014", [("34-CT/TW", "directive_34_2014")]),
        ("Chỉ thị 34-CT/TW ngày 24/5/2024", [("34-CT/TW", "directive_34_2024")]),
        ("Chỉ thị 34-CT/TW của Bộ Chính trị", [("34-CT/TW", None)]),
        ("Thông tư 15/2025 của Bộ Nội vụ", [("15/2025", None)]),
        ("Thông tư số 15/2025/TT\u2011BNV", [("15/2025/TT\u2011BNV", "circular_15_2025")]),
        ("Luật số 06/2022/QH15", [("06/2022/QH15", "law_2022")]),
        (
            "Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003",
            [("Luật Thi đua, khen thưởng", "law_2003")],
        ),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 23/4/2026",
            [("Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng", "law_2026")],
        ),
        (
            "Quyết định số 86/2025/QĐ-UBND ngày 03/12/2025 của UBND tỉnh Bắc Ninh",
            [("86/2025/QĐ-UBND", "decision_86_2025_bac_ninh")],
        ),
        (
            "Nghị định 91/2017/NĐ-CP, Nghị định 98/2023/NĐ-CP",
            [("91/2017/NĐ-CP", "decree_91_2017"), ("98/2023/NĐ-CP", "decree_98_2023")],
        ),
        (
            "91/2017/NĐ-CP- 98/2023/NĐ-CP/",
            [("91/2017/NĐ-CP", "decree_91_2017"), ("98/2023/NĐ-CP", "decree_98_2023")],
        ),
        # No false alarms.
        ("Quyết định 86/2025/QĐ-UBND của UBND tỉnh Cà Mau; UBND tỉnh Bắc Ninh", []),
        ("Quyết định số 86/2025/QĐ-UBND ngày 03/12/2025 của UBND tỉnh Cà Mau", []),
        ("tỷ lệ 91/2017 sản phẩm", []),
        ("Quyết định 91/2017 của Giám đốc", []),
        ("Thông tư 191/2017/NĐ-CP", []),
        ("mã 1.98/2023/NĐ-CP", []),
        ("98/2023/NĐ-CPX", []),
        ("ngày 15/2025", []),
        ("Luật Thi đua, khen thưởng và các văn bản hướng dẫn", []),
        ("09/09 thành viên, 04/11/2026, 24/7", []),
        ("", []),
    ],
)
def test_mentions(text, found):
    """Acts are found in free text however they are typed, other numbers are not."""
    seen = [
        (text[each.start : each.end], each.instrument and each.instrument.key)
        for each in mentions(text)
    ]
    assert seen == found


def test_mentions_in_decomposed_text():
    """Offsets are those of the text as given, of macOS's decomposed letters too."""
    text = unicodedata.normalize("NFD", "Chiếu theo Nghị định số 91/2017/NĐ-CP về thi đua")
    (mention,) = mentions(text)
    assert unicodedata.normalize("NFC", text[mention.start : mention.end]) == "91/2017/NĐ-CP"


@pytest.mark.parametrize(
    ("text", "expected", "dates"),
    [
        ("Nghị định 91/2017/NĐ-CP", "ended", ()),
        ("Nghị định 152/2025/NĐ-CP ngày 15/6/2025", "in_force", (date(2025, 6, 14),)),
        ("Nghị định 152/2025/NĐ-CP ngày 31/6/2025", "in_force", ()),
        ("Nghị định 152/2025/NĐ-CP, 1/2025/NĐ-CP ngày 15/6/2025", "in_force", ()),
        ("Thông tư 15/2025", "ambiguous", ()),
        ("Chỉ thị 34-CT/TW ngày 24/5/2024", "mistaken", ()),
    ],
)
def test_verdicts_of_mentions(text, expected, dates):
    """A mention is judged as a citation is, by the date right after it."""
    (mention,) = mentions(text)
    verdict = mention.verdict(TODAY)
    assert (verdict.force, verdict.right_dates) == (expected, dates)
