"""Rules of capital letters that a program can hold without false alarms (Phụ lục II)."""

from __future__ import annotations

from service.nd30.rules.rule import Rule

WORDING = (
    Rule(
        "capitals_bodies",
        "warning",
        "Phụ lục II, mục IV",
        says="Viết “Ủy ban nhân dân”, “Hội đồng nhân dân”.",
        measured="other capitals in these words, outside of words all in capitals",
        mend="Chỉ viết hoa chữ đầu: Ủy ban nhân dân, Hội đồng nhân dân.",
    ),
    Rule(
        "capitals_people",
        "warning",
        "Phụ lục II, mục V",
        says="Viết hoa từ “Nhân dân”.",
        # The decree itself writes “lực lượng vũ trang nhân dân”, “cơ quan nhà nước”.
        measured="“tầng lớp nhân dân”, “quần chúng nhân dân”, “đời sống nhân dân” in small letters",
        mend="Viết hoa: các tầng lớp Nhân dân.",
    ),
    Rule(
        "capitals_reference",
        "warning",
        "Phụ lục II, mục V",
        says="Viện dẫn viết hoa “Phần, Chương, Mục, Tiểu mục, Điều”; “khoản”, “điểm” viết thường.",
        measured="“Khoản 2 Điều 5”, “Điểm a khoản 2”, “khoản 2 điều 5” inside a sentence",
        mend="Viết theo dạng: điểm a khoản 2 Điều 5.",
    ),
)
