"""Names of places and bodies by the date of the paper."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta

import pytest
from law_files import with_row

from service.law import Law, using
from service.law.places import wrong_places
from service.law.tables import current

BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)
TODAY = date(2026, 11, 20)


def told(text, on=TODAY):
    return [(wrong.found, wrong.right) for wrong in wrong_places(text, on)]


MERGED = {
    row.name: row.became
    for row in current().provinces.rows
    if row.kind == "tỉnh" and row.until == BEFORE
}
CITIES = {"Hải Phòng", "Huế", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ"}
UNCHANGED = [
    row.name
    for row in current().provinces.rows
    if row.kind != "thành phố thuộc tỉnh" and not row.since and not row.until
]


def test_the_count_of_provinces():
    """63 before the merger; 28 provinces and 6 cities after; 25 and 9 since September 2026."""
    counts = {}
    for day in (date(2024, 12, 31), BEFORE, AFTER, date(2026, 4, 30), date(2026, 9, 1), TODAY):
        kinds = [row.kind for row in current().provinces.rows if row.holds(day)]
        counts[day] = (kinds.count("tỉnh"), kinds.count("thành phố"))
    assert list(counts.values()) == [(58, 5), (57, 6), (28, 6), (27, 7), (26, 8), (25, 9)]


@pytest.mark.parametrize(("name", "became"), MERGED.items())
def test_merged_provinces(name, became):
    """Each of them: right the day before, then the unit that took it over."""
    kind = "thành phố" if became in CITIES else "tỉnh"
    assert told(f"UBND tỉnh {name}.", BEFORE) == []
    assert told(f"UBND tỉnh {name}.", AFTER) == [(f"tỉnh {name}", f"{kind} {became}")]


@pytest.mark.parametrize("name", UNCHANGED)
def test_unchanged_provinces(name):
    """Names that exist before and after are never wrong."""
    for day in (date(2021, 1, 15), BEFORE, AFTER, TODAY):
        kind = "thành phố" if name in {"Hà Nội", *CITIES} else "tỉnh"
        assert told(f"{kind} {name}", day) == []


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Đồng Nai", date(2026, 4, 30)),
        ("Quảng Ninh", date(2026, 9, 1)),
        ("Bắc Ninh", date(2026, 9, 20)),
    ],
)
def test_provinces_that_became_cities(name, first):
    """tỉnh until the day before, thành phố from that day."""
    eve = first - timedelta(1)
    assert told(f"UBND tỉnh {name}", eve) == []
    assert told(f"UBND tỉnh {name}", first) == [(f"tỉnh {name}", f"thành phố {name}")]
    assert told(f"UBND thành phố {name}", first) == []
    assert len(told(f"UBND thành phố {name}", eve)) == 1


@pytest.mark.parametrize(
    ("text", "on", "expected"),
    [
        ("tỉnh Thừa Thiên Huế", date(2024, 12, 31), []),
        ("tỉnh Thừa Thiên Huế", date(2025, 1, 1), [("tỉnh Thừa Thiên Huế", "thành phố Huế")]),
        ("thành phố Huế", date(2024, 12, 31), []),
        ("thành phố Huế", date(2025, 1, 1), []),
        # What later became a city, before its time.
        ("thành phố Đồng Nai", date(2026, 4, 29), [("thành phố Đồng Nai", "tỉnh Đồng Nai")]),
        ("thành phố Quảng Ninh", date(2022, 1, 1), [("thành phố Quảng Ninh", "tỉnh Quảng Ninh")]),
        # Cities within a province, of the same name, until the district level ended.
        ("thành phố Bắc Ninh", BEFORE, []),
        ("thành phố Bắc Ninh", AFTER, [("thành phố Bắc Ninh", "tỉnh Bắc Ninh")]),
        ("thành phố Bắc Ninh", date(2026, 9, 19), [("thành phố Bắc Ninh", "tỉnh Bắc Ninh")]),
        ("Năm 2024, UBND thành phố Bắc Ninh", date(2026, 9, 19), []),
        ("thành phố Bắc Ninh", date(2026, 9, 20), []),
        ("thành phố Bắc Kạn", BEFORE, []),
        ("thành phố Bắc Kạn", AFTER, [("thành phố Bắc Kạn", None)]),
        ("TP. Hòa Bình", TODAY, [("TP. Hòa Bình", None)]),
        # A merger into what was still a province, and now is a city.
        ("tỉnh Bắc Giang", AFTER, [("tỉnh Bắc Giang", "tỉnh Bắc Ninh")]),
        ("tỉnh Bắc Giang", TODAY, [("tỉnh Bắc Giang", "thành phố Bắc Ninh")]),
    ],
)
def test_cities(text, on, expected):
    """Cities under the government and cities within a province are told apart by the day."""
    assert told(text, on) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UBND TỈNH BẮC KẠN", [("TỈNH BẮC KẠN", "TỈNH THÁI NGUYÊN")]),
        ("Tỉnh Bắc Kạn", [("Tỉnh Bắc Kạn", "Tỉnh Thái Nguyên")]),
        ("tỉnh Hoà Bình", [("tỉnh Hoà Bình", "tỉnh Phú Thọ")]),
        ("tỉnh HÒA BÌNH", [("tỉnh HÒA BÌNH", "tỉnh Phú Thọ")]),
        ("tỉnh\u00a0Bắc  Kạn", [("tỉnh\u00a0Bắc  Kạn", "tỉnh Thái Nguyên")]),
        ("tỉnh Bà Rịa – Vũng Tàu", [("tỉnh Bà Rịa – Vũng Tàu", "thành phố Hồ Chí Minh")]),
        ("tỉnh Bà Rịa-Vũng Tàu", [("tỉnh Bà Rịa-Vũng Tàu", "thành phố Hồ Chí Minh")]),
        (
            "các khu công nghiệp tỉnh Bắc Kạn và tỉnh Phú Yên",
            [("tỉnh Bắc Kạn", "tỉnh Thái Nguyên"), ("tỉnh Phú Yên", "tỉnh Đắk Lắk")],
        ),
        # Not a province named as such.
        ("Công ty Cổ phần Ván dán Bắc Kạn", []),
        ("Khối thi đua Bắc Kạn", []),
        ("thành phố Hồ Chí Minh, Thành phố Hồ Chí Minh, TP. Hồ Chí Minh", []),
        ("tỉnh hòa bình, ổn định", []),
        ("tỉnh Bắc Kạnh", []),
        ("hội tỉnh Hà Nam Ninh", []),
        ("thành phố Điện Biên Phủ", []),
        ("các tỉnh, thành phố Tây Nguyên", []),
        (
            "UBND huyện, tỉnh Bắc Kạn, UBND quận",
            [
                ("UBND huyện", "UBND cấp xã"),
                ("tỉnh Bắc Kạn", "tỉnh Thái Nguyên"),
                ("UBND quận", "UBND cấp xã"),
            ],
        ),
        ("Năm 2026, UBND tỉnh Bắc Ninh", [("tỉnh Bắc Ninh", "thành phố Bắc Ninh")]),
        # Letters whose small form is longer.
        ("İİ tỉnh Bắc Kạn", [("tỉnh Bắc Kạn", "tỉnh Thái Nguyên")]),
        ("tỉnh", []),
        ("", []),
    ],
)
def test_how_names_are_typed(text, expected):
    """Capitals, tone placement, spaces and dashes do not hide a name; other words are none."""
    assert told(text) == expected


def test_decomposed_text():
    """Offsets are those of the text as given."""
    text = unicodedata.normalize("NFD", "Ban Quản lý, tỉnh Hòa Bình, năm nay")
    (wrong,) = wrong_places(text, TODAY)
    assert text[wrong.start : wrong.end] == wrong.found
    assert unicodedata.normalize("NFC", wrong.found) == "tỉnh Hòa Bình"
    assert wrong.right == "tỉnh Phú Thọ"


@pytest.mark.parametrize(
    "text",
    [
        "trước đây là tỉnh Bắc Kạn",
        "tỉnh Bắc Kạn (cũ)",
        "tỉnh Bắc Kạn cũ",
        "tỉnh Bắc Kạn (nay là tỉnh Thái Nguyên)",
        "tỉnh Bắc Kạn, nay thuộc tỉnh Thái Nguyên",
        "sau khi hợp nhất tỉnh Bắc Kạn với tỉnh Thái Nguyên",
        "năm tỉnh Bắc Ninh trở thành thành phố trực thuộc Trung ương",
        "Quyết định số 15/QĐ-UBND ngày 12/3/2024 của Chủ tịch UBND tỉnh Bắc Kạn",
        "Quyết định số 15/QĐ-UBND ngày 12 tháng 3 năm 2024 của Chủ tịch UBND huyện Yên Phong",
        "Năm 2023, Chủ tịch UBND tỉnh Bắc Kạn tặng Bằng khen",
        "giai đoạn 2021 - 2025, tỉnh Bắc Kạn",
        "ngày 30/6/2025, UBND tỉnh Bắc Kạn",
    ],
)
def test_the_past_is_no_fault(text):
    """What the sentence marks as past keeps its name."""
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "ngày 01/7/2025, UBND tỉnh Bắc Kạn",
        "Năm 2026, Chủ tịch UBND tỉnh Bắc Kạn tặng Bằng khen",
        "Năm 2024 đã qua. Chủ tịch UBND tỉnh Bắc Kạn tặng Bằng khen",
        "trước đây có khó khăn; UBND tỉnh Bắc Kạn",
        "UBND tỉnh Bắc Kạn\nsáp nhập hai phòng",
        "ngày 30/02/2024 của UBND tỉnh Bắc Kạn",
        "UBND tỉnh Bắc Kạn; năm 2024 đã qua",
        "máy cũ của UBND tỉnh Bắc Kạn, nay báo cáo",
    ],
)
def test_the_present_is(text):
    """Another sentence, a later date or no date at all excuse nothing."""
    assert told(text) == [("tỉnh Bắc Kạn", "tỉnh Thái Nguyên")]


OLD_MINISTRIES = [
    ("Bộ Kế hoạch và Đầu tư", "Bộ Tài chính"),
    ("Bộ KH&ĐT", "Bộ Tài chính"),
    ("Bộ Giao thông vận tải", "Bộ Xây dựng"),
    ("Bộ Thông tin và Truyền thông", "Bộ Khoa học và Công nghệ"),
    ("Bộ Tài nguyên và Môi trường", "Bộ Nông nghiệp và Môi trường"),
    ("Bộ Nông nghiệp và Phát triển nông thôn", "Bộ Nông nghiệp và Môi trường"),
    ("Bộ Lao động - Thương binh và Xã hội", "Bộ Nội vụ"),
    ("Bộ Lao động – Thương binh và Xã hội", "Bộ Nội vụ"),
    ("Ủy ban Dân tộc", "Bộ Dân tộc và Tôn giáo"),
    ("Uỷ ban Dân tộc", "Bộ Dân tộc và Tôn giáo"),
]


@pytest.mark.parametrize(("name", "now"), OLD_MINISTRIES)
def test_merged_ministries(name, now):
    """Right until 28/02/2025."""
    text = f"Bộ trưởng {name}"
    assert told(text, date(2025, 2, 28)) == []
    assert told(text, date(2025, 3, 1)) == [(name, now)]
    assert told(text.upper(), TODAY) == [(name.upper(), now.upper())]


@pytest.mark.parametrize(
    ("name", "then"),
    [
        (
            "Bộ Nông nghiệp và Môi trường",
            "Bộ Nông nghiệp và Phát triển nông thôn hoặc Bộ Tài nguyên và Môi trường",
        ),
        ("Bộ Dân tộc và Tôn giáo", "Ủy ban Dân tộc"),
    ],
)
def test_new_ministries_before_their_time(name, then):
    """Right from 01/3/2025."""
    assert told(name, date(2025, 2, 28)) == [(name, then)]
    assert told(name, date(2025, 3, 1)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chủ tịch UBND huyện Yên Phong", [("UBND huyện", "UBND cấp xã")]),
        ("Ủy ban nhân dân quận 1", [("Ủy ban nhân dân quận", "Ủy ban nhân dân cấp xã")]),
        ("Uỷ ban nhân dân thị xã", [("Uỷ ban nhân dân thị xã", "Ủy ban nhân dân cấp xã")]),
        ("HĐND huyện", [("HĐND huyện", "HĐND cấp xã")]),
        ("thị trấn Chờ, huyện Yên Phong", [("thị trấn", None), ("huyện", None)]),
        ("quận 7", [("quận", None)]),
        # Words that name nothing.
        ("các huyện, thị xã và thị trấn", []),
        ("chuyện Huyện", []),
        ("UBND xã, phường", []),
        ("Bộ Nội vụ (Ban Thi đua - Khen thưởng Trung ương)", []),
        ("cán bộ Kế hoạch và Đầu tư", []),
        ("nội bộ Kế hoạch và Đầu tư", []),
        ("bộ kế hoạch và đầu tư", []),
        ("CÁN BỘ KẾ HOẠCH VÀ ĐẦU TƯ", []),
        ("NỘI BỘ KẾ HOẠCH VÀ ĐẦU TƯ", []),
    ],
)
def test_districts_and_words(text, expected):
    """The district level ended on 30/6/2025; words that merely look alike pass."""
    assert told(text, BEFORE) == []
    assert told(text, TODAY) == expected


def test_longer_names_come_first(tmp_path):
    """A name that begins like another one is not taken for it."""
    row = """
[[row]]
name = "Bộ Kế hoạch"
until = 1960-01-01
source = "Nghị quyết"
confidence = "low"
"""
    with using(Law.read(with_row(tmp_path, "bodies.toml", row))):
        assert told("Bộ Kế hoạch và Đầu tư", BEFORE) == [("Bộ Kế hoạch và Đầu tư", "Bộ Tài chính")]


def test_the_reason_names_its_source():
    """Date, name and resolution, with how sure it is."""
    (wrong,) = wrong_places("UBND tỉnh Bắc Kạn", TODAY)
    assert wrong.why == (
        "“tỉnh Bắc Kạn” chỉ dùng đến hết ngày 30/6/2025, hãy ghi “tỉnh Thái Nguyên”"
        " (Nghị quyết 202/2025/QH15 của Quốc hội)."
    )
    assert wrong.confidence == "high"
    (early,) = wrong_places("thành phố Đồng Nai", date(2026, 1, 1))
    assert "chỉ dùng từ ngày 30/4/2026" in early.why
    (between,) = wrong_places("thành phố Bắc Ninh", date(2026, 9, 10))
    assert "chỉ dùng từ ngày 20/9/2026, hãy ghi “tỉnh Bắc Ninh”" in between.why
    (gone,) = wrong_places("thành phố Bắc Kạn", TODAY)
    assert gone.why.endswith("ghi tên xã, phường sau sắp xếp hoặc tên tỉnh.")
