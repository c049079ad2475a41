"""The words of a document, and what is told of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from cases import findings
from documents import CATALOG, Sample

from service.law import current, using
from service.law.review import bases, texts
from service.law.review.word import Word
from service.words import words

ON = dt.date(2026, 11, 20)
UNIT = Sample("emulation_pledge", "unit")


def told(text: str, field: str = "theme") -> list[str]:
    return [str(message) for _, message in texts.advice([Word((field,), text, ON)], ())]


def test_words_are_what_is_printed() -> None:
    """Names and sentences; not symbols, and not why a warning is accepted."""
    data = UNIT.given | {"accept": [{"code": "spelling_si", "reason": "chiến sỹ"}]}
    paths = {word.path for word in words(CATALOG[UNIT.stem].schema, data, ON)}
    assert {("theme",), ("legal_bases", 0, "title"), ("contents", 0, "details", 1)} <= paths
    assert not {("accept", 0, "reason"), ("legal_bases", 0, "number")} & paths


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (ON - dt.timedelta(1), ON - dt.timedelta(1)),
        (ON + dt.timedelta(1), ON),
        (None, ON),
    ],
)
def test_a_part_speaks_of_its_own_day(own: dt.date | None, expected: dt.date) -> None:
    """Where that day is past; an event to come is named as of the document."""
    plan = Sample("launch_plan", "round")
    data = plan.given | {"occasions": [{"name": "Sự kiện", "date": own}]}
    found = words(CATALOG[plan.stem].schema, data, ON)
    assert {word.day for word in found if word.path[0] == "occasions"} == {expected}


def doubt(on: dt.date, **cited: object) -> str:
    ((_, message),) = bases.doubts([cited], on)
    return str(message)


def test_a_mistaken_act_is_told_by_date_and_matter() -> None:
    """Both bear one number."""
    told = doubt(ON, kind="directive", number="34-CT/TW", date=dt.date(2024, 5, 24), title="về")
    assert told.startswith("Chỉ thị số 34-CT/TW ngày 24/5/2024 (nói về nhà ở xã hội, ")
    assert "ngày 07 tháng 4 năm 2014 của Bộ Chính trị về tiếp tục đổi mới công tác" in told


def test_a_law_of_a_wrong_date_is_named_without_one() -> None:
    """Nobody knows which is meant, in citations and in sentences."""
    title, typed = "Thi đua, khen thưởng", dt.date(2022, 6, 16)
    right = f"Luật {title} ban hành ngày 26/11/2003 hoặc 15/6/2022, không phải ngày 16/6/2022"
    assert doubt(ON, kind="law", title=title, date=typed).startswith(right)
    (mentioned,) = told(f"Theo Luật {title} ngày 16/6/2022")
    assert mentioned.startswith(right)


def test_an_ended_act_is_told_with_what_holds_now() -> None:
    """Nghị định 98/2023, which took its place, has ended too."""
    (message,) = told("Theo Nghị định số 91/2017/NĐ-CP")
    assert ", nay có Nghị định số 152/2025/NĐ-CP" in message


def test_an_act_to_come_is_told_once() -> None:
    """That it was signed later adds nothing to its being not in force."""
    law = {"kind": "law", "date": "2022-06-15", "title": "Thi đua, khen thưởng"}
    changes = {"/date": "2022-01-05", "/year": 2022, "/bases": None, "/legal_bases": [law]}
    found = findings("emulation_pledge.unit", changes)
    at_date = [one.code for one in found if one.pointer == "/legal_bases/0/date"]
    assert at_date == ["basis_not_yet"]


def test_minutes_need_no_preamble() -> None:
    """They tell what was said; whichever cite the law are held to it."""
    day, cited = dt.date(2026, 10, 1), {"kind": "law", "title": "Thi đua, khen thưởng"}
    assert list(bases.gaps([], day, has_preamble=False)) == []
    cited |= {"date": dt.date(2022, 6, 15)}
    codes = [told.code for _, told in bases.gaps([cited], day, has_preamble=False)]
    assert codes == ["basis_missing", "law_uncertain"]


def test_titles_of_bases_name_acts_freely() -> None:
    """What an act gives details to stands in its title, in force or not."""
    text = "hướng dẫn Nghị định số 98/2023/NĐ-CP"
    assert told(text, field="legal_bases") == []
    assert len(told(text)) == 1


def test_a_name_is_told_once_with_the_count_of_its_places() -> None:
    """However it is typed there; another name is another finding."""
    typed = ["UBND tỉnh Bắc Kạn", "Tỉnh Bắc Kạn; tỉnh Bắc Kạn", "TỈNH BẮC KẠN", "tỉnh Phú Yên"]
    found = list(texts.advice([Word((n,), text, ON) for n, text in enumerate(typed)], ()))
    assert [path for path, _ in found] == [(0,), (3,)]
    assert found[0][1].endswith("(còn ở 2 chỗ khác)")
    assert "chỗ khác" not in found[1][1]


def test_unverified_days_are_told_as_such() -> None:
    """A change of which no text of law confirmed the day."""
    (sure,) = told("UBND huyện Yên Phong")
    (unsure,) = told("Bộ Giao thông vận tải")
    assert "chưa xác minh" in unsure
    assert "chưa xác minh" not in sure


def test_one_number_of_one_day() -> None:
    """Two acts that nothing tells apart are both named."""
    table = current().instruments
    rows = tuple(
        replace(row, signed=dt.date(2014, 4, 7)) if row.key == "directive_34_2024" else row
        for row in table.rows
    )
    cited = {"kind": "directive", "number": "34-CT/TW", "date": dt.date(2014, 4, 7), "title": "về"}
    with using(replace(current(), instruments=replace(table, rows=rows))):
        ((place, message),) = bases.doubts([cited], ON)
    assert place == (0, "number")
    assert "Bộ Chính trị hoặc Chỉ thị số 34-CT/TW ngày 07/4/2014 của Ban Bí thư" in message
