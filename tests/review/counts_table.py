"""Rules 9 and 20 in proposals: how many are listed, who is listed twice, what is enclosed."""

from __future__ import annotations

from cases import Case
from proposal_table import BOARD, MERIT, UNIT, people

TWICE = [
    Case(
        20, BOARD, people(MERIT, MERIT | {"post": "Tổ trưởng"}),
        *("perhaps_proposed_twice", "/individuals/1/name", "warning"),
        people(MERIT | {"born": "1980-01-01"},
               MERIT | {"post": "Tổ trưởng", "born": "1981-01-01"}),
    ),
    Case(
        20, BOARD, people(MERIT | {"born": "1980-01-01"}, MERIT),
        *("perhaps_proposed_twice", "/individuals/1/name", "warning"),
        people(MERIT | {"born": "1980-01-01"}, MERIT | {"unit": "Phòng Khác"}),
    ),
    Case(
        20, BOARD, people(MERIT, MERIT),
        *("proposed_twice", "/individuals/1/name", "error"),
        people(MERIT, MERIT | {"post": "Tổ trưởng"}),
    ),
    Case(
        20, BOARD, people(MERIT | {"born": "1980-01-01"},
                          MERIT | {"born": "1980-01-01", "post": "Tổ trưởng"}),
        *("proposed_twice", "/individuals/1/name", "error"),
        people(MERIT | {"born": "1980-01-01"}, MERIT | {"born": "1980-01-02"}),
    ),
]  # fmt: skip

COUNTS = [
    Case(
        9, BOARD, {"/review": "Hội đồng đề nghị 04 tập thể, 06 cá nhân."},
        *("typed_total_wrong", "/review", "error"),
        {"/review": "Hội đồng xét 09 tập thể và 20 cá nhân, đề nghị 04 tập thể, 05 cá nhân."},
    ),
    Case(
        9, BOARD, {"/review": "Đề nghị khen thưởng 04 tập thể (01 doanh nghiệp), 06 cá nhân."},
        *("typed_total_wrong", "/review", "error"),
        {"/review": "Đề nghị khen thưởng 04 tập thể (01 doanh nghiệp), 05 cá nhân; "
                    "năm 2025 đã khen 12 tập thể, 30 cá nhân."},
    ),
    Case(
        9, BOARD, {"/review": "Hội đồng thống nhất đề nghị 06 cá nhân và 04 tập thể."},
        *("typed_total_wrong", "/review", "error"),
        {"/review": "Trong số đó có 02 tập thể, 03 cá nhân là doanh nghiệp."},
    ),
    Case(
        9, BOARD, {"/review": "Hội đồng đề nghị 06 tập thể, 08 cá nhân."},
        *("typed_total_wrong", "/review", "error"),
        {"/review": "Hội đồng đã xét hồ sơ đề nghị của 06 tập thể, 08 cá nhân."},
    ),
    Case(
        9, BOARD, {"/subject": "Về việc đề nghị khen thưởng 04 tập thể và 6 cá nhân"},
        *("typed_total_wrong", "/subject", "error"),
        # Those of one award.
        {"/subject": "Về việc đề nghị tặng Bằng khen cho 02 tập thể, 05 cá nhân"},
    ),
    Case(
        9, BOARD, {"/commitment": "Đề nghị xem xét, khen thưởng 03 tập thể, 05 cá nhân."},
        *("typed_total_wrong", "/commitment", "error"),
        {"/commitment": "Đề nghị xem xét, khen thưởng 04 tập thể, 05 cá nhân."},
    ),
    Case(
        9, BOARD, {"/situation/0": "Ban Quản lý đề nghị tặng Bằng khen 03 tập thể, 09 cá nhân."},
        *("typed_total_wrong", "/situation/0", "error"),
        {"/situation/0": "Năm 2025, Ban Quản lý đề nghị tặng Bằng khen 03 tập thể, 09 cá nhân."},
    ),
    # The count of the list is wrong, not the one that the brackets add to it.
    Case(
        9, BOARD, {"/enclosures/1/name": "Báo cáo thành tích của 04 tập thể, 06 cá nhân đề nghị "
                                         "khen thưởng (của 01 tập thể, 01 cá nhân in kèm)"},
        *("typed_total_differs", "/enclosures/1/name", "warning"),
        {"/enclosures/1/name": "Báo cáo thành tích của 04 tập thể, 05 cá nhân đề nghị "
                               "khen thưởng (của 01 tập thể, 01 cá nhân in kèm)"},
    ),
    Case(
        9, BOARD, {"/subject": "Về việc khen thưởng 04 tập thể và 6 cá nhân"},
        *("typed_total_differs", "/subject", "warning"),
        {"/subject": "Về việc khen thưởng 04 tập thể và 5 cá nhân"},
    ),
    Case(
        9, BOARD, {"/review": "Hội đồng đề nghị khen thưởng 06 tập thể."},
        *("typed_total_differs", "/review", "warning"),
        {"/review": "Hội đồng đã xét hồ sơ của 06 tập thể."},
    ),
    Case(
        9, BOARD, {"/enclosures/1/name": "Báo cáo thành tích của 03 tập thể, 05 cá nhân"},
        *("typed_total_differs", "/enclosures/1/name", "warning"),
        {"/enclosures/1/name": "Báo cáo thành tích của 01 tập thể, 02 cá nhân",
         "/enclosures/2/name": "Báo cáo thành tích của 03 tập thể, 03 cá nhân"},
    ),
    Case(
        9, BOARD, {"/review": "Hội đồng đề nghị 4 tập thể, 5 cá nhân."},
        *("count_not_padded", "/review", "warning"),
        {"/review": "Hội đồng xét 14 tập thể, 25 cá nhân; đề nghị 04 tập thể, 05 cá nhân."},
    ),
    Case(
        9, BOARD, {"/enclosures": [{"name": "Báo cáo thành tích"}]},
        *("enclosure_missing", "/enclosures", "warning"),
        {"/enclosures": [{"name": "Báo cáo thành tích; biên bản họp xét"}]},
    ),
    Case(
        9, UNIT, {"/enclosures": [{"name": "Biên bản họp xét"}]},
        *("enclosure_missing", "/enclosures", "warning"),
        {"/enclosures": [{"name": "Tóm tắt thành tích"}], "/reward_kind": "unscheduled",
         "/period/movement": None},
    ),
]  # fmt: skip

CASES = [*TWICE, *COUNTS]
