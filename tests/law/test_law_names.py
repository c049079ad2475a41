"""Names in lists, of departments and boards, and names of another day that stay."""

from __future__ import annotations

from datetime import date

import pytest

from service.law.places import wrong_board, wrong_places

BEFORE, TODAY = date(2025, 6, 30), date(2026, 11, 20)


def told(text):
    return [(wrong.found, wrong.right) for wrong in wrong_places(text, TODAY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Các tỉnh Bắc Kạn, Bình Định và Phú Yên",
            [
                ("tỉnh Bắc Kạn", "tỉnh Thái Nguyên"),
                ("Bình Định", "tỉnh Gia Lai"),
                ("Phú Yên", "tỉnh Đắk Lắk"),
            ],
        ),
        ("tỉnh Thái Nguyên, Hải Phòng và Phú Yên", [("Phú Yên", "tỉnh Đắk Lắk")]),
        ("tỉnh Thái Nguyên, Bắc Ninh", []),
        # A company's name, a branch's number, words.
        ("tỉnh Thái Nguyên, Phú Yên Xanh", []),
        ("tỉnh Thái Nguyên và hòa bình", []),
        ("Ngân hàng Nông nghiệp tỉnh Bắc Giang II", []),
        ("tỉnh Bắc Giang ii", []),
        ("thành phố Thủ Đức", [("thành phố Thủ Đức", None)]),
        ("TP. Thủ Đức cũ", []),
        ("thị xã Việt Yên cũ", []),
        ("UBND huyện Yên Phong (cũ)", []),
        ("HUYỆN YÊN PHONG CŨ", []),
        ("UBND huyện Yên Phong mua máy cũ", [("UBND huyện", "UBND cấp xã")]),
        ("UBND cấp huyện không còn từ ngày 01/7/2025", []),
        ("UBND cấp huyện kết thúc hoạt động", []),
        ("UBND cấp huyện không còn nợ", [("UBND cấp huyện", "UBND cấp xã")]),
        ("Đồng chí quê ở tỉnh Bắc Giang", []),
        ("quê hương đổi mới, UBND tỉnh Bắc Kạn", [("tỉnh Bắc Kạn", "tỉnh Thái Nguyên")]),
        ("UBND các huyện", [("UBND các huyện", "UBND các xã, phường")]),
        (
            "Ủy ban nhân dân các huyện",
            [("Ủy ban nhân dân các huyện", "Ủy ban nhân dân các xã, phường")],
        ),
        ("Huyện ủy Yên Phong", [("Huyện ủy", None)]),
        ("Sở Kế hoạch và Đầu tư", [("Sở Kế hoạch và Đầu tư", "Sở Tài chính")]),
        ("Sở TN&MT", [("Sở TN&MT", "Sở Nông nghiệp và Môi trường")]),
        (
            "Sở Lao động – Thương binh và Xã hội",
            [("Sở Lao động – Thương binh và Xã hội", "Sở Nội vụ")],
        ),
        ("Sở Giao thông vận tải", [("Sở Giao thông vận tải", "Sở Xây dựng")]),
        (
            "Sở Thông tin và Truyền thông",
            [("Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ")],
        ),
        ("CƠ SỞ KẾ HOẠCH VÀ ĐẦU TƯ", []),
    ],
)
def test_lists_and_bodies(text, expected):
    """Each name of a list; departments and bodies of districts; what only looks like them."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("name", "is_place", "expected"),
    [
        ("Ban Quản lý các Khu công nghiệp Bắc Giang", False, ["Bắc Giang"]),
        ("BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP BẮC GIANG", False, ["BẮC GIANG"]),
        ("Ban Quản lý các Khu công nghiệp Bắc Ninh", False, []),
        ("Ban Quản lý các Khu công nghiệp Bắc Giang chăm lo công nhân", False, []),
        # Its kind tells it already.
        ("Ban Quản lý các Khu công nghiệp tỉnh Bắc Giang", False, []),
        ("Ban Quản lý dự án Bắc Giang", False, []),
        ("Công ty Cổ phần Bắc Giang", False, []),
        ("Bắc Giang", True, ["Bắc Giang"]),
        ("Bắc Ninh", True, []),
        ("Yên Phong", True, []),
        ("Nền hòa bình", True, []),
    ],
)
def test_boards_bear_the_name_of_their_province(name, is_place, expected):
    """Names of boards, and what stands in the place of the issuer."""
    found = wrong_board(name, TODAY, is_place=is_place)
    assert [wrong.found for wrong in found] == expected
    assert all(wrong.right == "thành phố Bắc Ninh" for wrong in found)
    assert wrong_board(name, BEFORE, is_place=is_place) == []
