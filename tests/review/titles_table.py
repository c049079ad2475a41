"""Rules 30 and 31: how titles are spelt and quoted."""

from __future__ import annotations

from cases import Case

BOARDS, WORDS = "emulation_pledge", "/contents/0/head"

# The rule, a sentence, its code, and the nearest that is right, whatever the day.
SPELLINGS = [
    (30, "Phong trào chiến sỹ thi đua", "spelling_si", "Phong trào chiến sĩ thi đua của ông Sỹ"),
    (30, "“Chiến sỹ thi đua cơ sở”", "spelling_si", "“Chiến sĩ thi đua cơ sở”"),
    (30, "Chiến sỹ thi đua", "spelling_si", "Cán bộ, chiến sỹ Công an, thi đua lập công"),
    (31, 'Phong trào "Mỗi tháng một cải tiến"', "straight_quotes", 'Ống thép cỡ 5" và 7"'),
    (31, "Danh hiệu Lao động tiên tiến", "title_unquoted", "Danh hiệu “Lao động tiên tiến”"),
    (31, "Danh hiệu Lao động tiên tiến", "title_unquoted", "Gương lao động tiên tiến"),
    (31, "Danh hiệu Lao động tiên tiến", "title_unquoted", "DANH HIỆU LAO ĐỘNG TIÊN TIẾN"),
    (31, 'Điều "một"', "straight_quotes", 'Ký hiệu "*" và "1"'),
    (
        31,
        "Danh hiệu “Chiến Sĩ thi đua cơ sở”",
        "title_spelling",
        "Danh hiệu “Chiến sỹ thi đua cơ sở”",
    ),
    (
        31,
        "Danh hiệu “Chiến sĩ Thi đua cơ sở”",
        "title_spelling",
        "DANH HIỆU “CHIẾN SĨ THI ĐUA CƠ SỞ”",
    ),
    (
        31,
        "Danh hiệu “tập thể lao động xuất sắc”",
        "title_spelling",
        "Danh hiệu “Tập thể lao động xuất sắc”",
    ),
    (
        31,
        "Danh hiệu “Cờ thi đua” của Bộ Tài chính",
        "title_quoted",
        "Danh hiệu Cờ thi đua của Bộ Tài chính",
    ),
    (
        31,
        "Danh hiệu “Cờ thi đua của Bộ Tài chính”",
        "title_quoted",
        "Danh hiệu Cờ thi đua của Bộ Tài chính",
    ),
    (
        31,
        "Danh hiệu “Chiến sĩ thi đua cấp tỉnh”",
        "title_quoted",
        "Danh hiệu “Chiến sĩ thi đua cơ sở”",
    ),
    (
        31,
        "Danh hiệu “Chiến sĩ thi đua” cấp bộ",
        "title_quoted",
        "Danh hiệu “Chiến sĩ thi đua toàn quốc”",
    ),
    (
        31,
        "Đạt “Tập thể Lao động xuất sắc”",
        "title_spelling",
        "Đạt “Tập thể lao động xuất sắc”",
    ),
    (31, "Đạt “Lao Động tiên tiến”", "title_spelling", "Phong trào “lao động tiên tiến”"),
    (31, "Đạt “Lao Động tiên tiến”", "title_spelling", "Đạt “Lao động  tiên tiến”"),
    (
        31,
        "Danh hiệu “Chiến sĩ thi đua” của tỉnh",
        "title_quoted",
        "Danh hiệu “Cờ thi đua của Chính phủ”",
    ),
]

CASES = [
    Case(number, BOARDS, {WORDS: text}, code, WORDS, "warning", {WORDS: right})
    for number, text, code, right in SPELLINGS
]
