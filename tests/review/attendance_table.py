"""Rule 1: who came to a meeting, who did not, who chairs and who writes."""

from __future__ import annotations

from cases import GONE, Case
from documents import Sample
from minutes_table import COUNCIL

FIRST = Sample("meeting_minutes", "").payload
CLERK = {"name": "Người Lạ", "post": "Chuyên viên"}
AWAY = {key: COUNCIL["absent"][0][key] for key in ("name", "post")}

CASES = [
    Case(
        1,
        "meeting_minutes.council",
        {"/members_total": 10},
        *("attendance_total", "/members_total", "error"),
    ),
    Case(
        1,
        "meeting_minutes.council",
        {"/absent/0/reason": GONE},
        *("required", "/absent/0/reason", "error"),
    ),
    Case(
        1,
        "meeting_minutes.council",
        {"/absent/0/name": "Bùi Thế Sáng"},
        *("present_and_absent", "/absent/0/name", "error"),
        {"/absent/0/name": "Bùi Thế Sáng", "/absent/0/post": "Ủy viên"},
    ),
    Case(
        1,
        "meeting_minutes.council",
        {"/secretary": COUNCIL["chair"]},
        *("chair_is_secretary", "/secretary/name", "error"),
        {"/secretary": COUNCIL["present"][1]},
    ),
    Case(
        1,
        "meeting_minutes.council",
        {"/secretary": COUNCIL["chair"] | {"post": "Ủy viên"}},
        *("chair_is_secretary", "/secretary/name", "error"),
        {"/secretary": COUNCIL["guests"][0]},
    ),
    *(
        Case(
            1,
            name,
            {"/secretary": wrong},
            *("not_attending", "/secretary/name", "error"),
            {"/secretary": right},
        )
        for name, wrong, right in [
            ("meeting_minutes.council", CLERK, CLERK | {"unit": "Văn phòng"}),
            ("meeting_minutes.council", CLERK, COUNCIL["guests"][0]),
            ("meeting_minutes.council", AWAY | {"unit": "Văn phòng"}, COUNCIL["present"][1]),
            ("meeting_minutes", CLERK, CLERK | {"name": "Vương Quốc Cường"}),  # a proxy
        ]
    ),
    Case(
        1,
        "meeting_minutes.council",
        {"/absent/0/name": "Bùi thế Sáng", "/absent/0/post": "Ủy viên"},
        *("perhaps_present_and_absent", "/absent/0/name", "warning"),
        {"/absent/0/name": "Bùi Thế Sáng", "/absent/0/unit": "Sở A", "/present/1/unit": "Sở B"},
    ),
    Case(
        1,
        "meeting_minutes",
        {"/chair/name": "Phan Đăng Khoát"},
        *("not_attending", "/chair/name", "error"),
        {"/chair/name": "Vương Quốc Cường"},  # a proxy
    ),
    Case(
        1,
        "meeting_minutes",
        {"/present/8": FIRST["present"][0] | {"unit": "Công ty Khác"}, "/present/7": GONE},
        *("attendance_total", "/members_total", "error"),
    ),
]
