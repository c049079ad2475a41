"""The head of every document on paper: ô 1 to 5 of NĐ 30/2020, Phụ lục I, mục IV."""

from __future__ import annotations

import pytest
from measure import HAIR, LEFT, MIDDLE, MM, RIGHT, Line, Printed, Sheet, squeezed

from service.nd30.rules import FACES, MOTTO, MOTTO_RULE_SHARE, NATIONAL_NAME, RULE_SHARE

ISSUER = ("Cơ quan chủ quản", "Cơ quan ban hành")


def one(sheet: Sheet, style: str) -> Line:
    """The only line of a style."""
    (line,) = sheet.of(style)
    return line


def rule_under(sheet: Sheet, lines: list[Line]) -> tuple[float, float, float]:
    """The nearest rule below the last of some lines, under its middle."""
    last = lines[-1]
    below = [
        rule
        for rule in sheet.rules
        if rule[0] < last.centre < rule[1] and 0 < last.baseline - rule[2] < 12
    ]
    assert len(below) == 1, (last.text, sheet.rules)
    return below[0]


def centred_alike(places: list[float]) -> None:
    assert max(places) - min(places) < 2 * HAIR, places


def test_national_name_and_motto(document: Printed) -> None:
    """Each on one line, bold, of the pairing's sizes, one centred under the other (II.1)."""
    name, motto = one(document.first, "Quốc hiệu"), one(document.first, "Tiêu ngữ")
    assert (name.text, motto.text) == (NATIONAL_NAME, MOTTO)
    assert (name.size, motto.size) == (document.sizes.national_name, document.sizes.motto)
    assert name.faces == motto.faces == {"Bold"}
    centred_alike([name.centre, motto.centre])


def test_nothing_stands_between_national_name_and_motto(document: Printed) -> None:
    """They are set solid, single spaced (II.1.c)."""
    name, motto = one(document.first, "Quốc hiệu"), one(document.first, "Tiêu ngữ")
    assert name.baseline - motto.baseline == pytest.approx(1.15 * motto.size, abs=1.5)


def test_issuer(document: Printed) -> None:
    """Level with the national name; the parent regular, the issuer bold; all centred (II.2)."""
    parent, issuer = (document.first.of(style) for style in ISSUER)
    assert [line.size for line in (*parent, *issuer)] == [document.sizes.issuer] * len(
        parent + issuer
    )
    assert all(line.faces == {"Regular"} for line in parent)
    assert all(line.faces == {"Bold"} for line in issuer)
    assert all(line.text == line.text.upper() for line in (*parent, *issuer))
    name = one(document.first, "Quốc hiệu")
    assert (parent + issuer)[0].baseline == pytest.approx(name.baseline, abs=0.1)
    centred_alike([line.centre for line in (*parent, *issuer)])


def test_columns_do_not_touch(document: Printed) -> None:
    """Between issuer and national name there is room to see two columns."""
    left = document.first.of(*ISSUER, "Số ký hiệu")
    right = document.first.of("Quốc hiệu", "Tiêu ngữ", "Địa danh thời gian")
    assert min(line.x0 for line in left) >= LEFT - HAIR
    assert max(line.x1 for line in right) <= RIGHT + HAIR
    for one_line in left:
        for other in right:
            if abs(one_line.baseline - other.baseline) < other.size:
                assert other.x0 - one_line.x1 > 2 * MM


def test_rule_under_the_motto(document: Printed) -> None:
    """As long as the motto, and centred under it (II.1.b)."""
    motto = one(document.first, "Tiêu ngữ")
    x0, x1, _ = rule_under(document.first, [motto])
    assert x1 - x0 == pytest.approx(MOTTO_RULE_SHARE * motto.width, rel=0.01)
    assert (x0 + x1) / 2 == pytest.approx(motto.centre, abs=HAIR)


@pytest.mark.parametrize("style", ["Cơ quan ban hành", "Trích yếu"])
def test_rules_under_issuer_and_subject(document: Printed, style: str) -> None:
    """A third to a half of the longest line above them, and centred under it (II.2, II.5)."""
    lines = document.first.of(style)
    x0, x1, _ = rule_under(document.first, lines)
    share = (x1 - x0) / max(line.width for line in lines)
    assert RULE_SHARE.holds(share)
    assert share == pytest.approx(RULE_SHARE.used, abs=0.02)
    assert (x0 + x1) / 2 == pytest.approx(lines[0].centre, abs=HAIR)


def test_no_other_rules(document: Printed) -> None:
    """The first page has three rules outside of tables."""
    assert len(document.first.rules) == 3


def test_number(document: Printed) -> None:
    """On one line, size 13, upright, centred under the issuer (II.3)."""
    for line in document.first.of("Số ký hiệu"):
        assert line.text.startswith("Số:\u00a0")
        assert line.size == document.sizes.number
        assert line.faces == {"Regular"}
        centred_alike([line.centre, document.first.of("Cơ quan ban hành")[0].centre])
    assert len(document.first.of("Số ký hiệu")) <= 1


def test_place_and_date(document: Printed) -> None:
    """On one line, italic, level with the number, centred under the motto (II.4)."""
    numbers, dates = (document.first.of(style) for style in ("Số ký hiệu", "Địa danh thời gian"))
    assert len(dates) <= 1
    for date in dates:
        assert date.size == document.sizes.place_and_date
        assert date.faces == {"Italic"}
        centred_alike([date.centre, one(document.first, "Quốc hiệu").centre])
        for number in numbers:
            assert number.baseline == pytest.approx(date.baseline, abs=0.2)


def test_dated_unless_minutes(document: Printed) -> None:
    """Only minutes have no place and date at their head (Phụ lục III, mẫu 1.9)."""
    is_minutes = one(document.first, "Tên loại").text == "BIÊN BẢN"
    assert bool(document.first.of("Địa danh thời gian")) != is_minutes


def test_kind_and_subject(document: Printed) -> None:
    """Bold, of the body's size, centred on the text area, below the heading (II.5)."""
    kind, subject = one(document.first, "Tên loại"), document.first.of("Trích yếu")
    for line in (kind, *subject):
        assert line.size == document.sizes.body
        assert line.faces == {"Bold"}
        assert line.centre == pytest.approx(MIDDLE, abs=HAIR)
    assert FACES["kind"].least <= kind.size <= FACES["kind"].most
    assert kind.text == kind.text.upper()
    heading = document.first.of(*ISSUER, "Số ký hiệu", "Địa danh thời gian")
    assert kind.baseline < min(line.baseline for line in heading) - kind.size


def test_the_head_is_whole(document: Printed) -> None:
    """What Word holds of it stands on the first page, nothing cut off."""
    (table, *_) = document.written.tables
    for cell in table._cells:
        for paragraph in cell.paragraphs:
            shown = [line.text for line in document.first.of(paragraph.style.name)]
            is_caps = paragraph.style.font.all_caps
            written = paragraph.text.upper() if is_caps else paragraph.text
            assert squeezed(written) in squeezed("".join(shown))
