"""The end of every document on paper: signatures and recipients (Phụ lục I, II.7 and II.9)."""

from __future__ import annotations

from typing import Any

import pytest
from documents import Sample
from hard import Case
from measure import BODY, HAIR, LEFT, MIDDLE, MM, Line, Printed, Sheet, squeezed
from press import Press

from service.nd30.rules import DEFAULT_PAIRING

AUTHORITY = "Quyền hạn chức vụ"
POSTS = (AUTHORITY, "Đơn vị ký")
SIGNED = (*POSTS, "Chỗ ký", "Chỗ ký nối", "Họ tên")
RECIPIENTS = ("Từ Nơi nhận", "Nơi nhận")
ANNOUNCING = ("Đề mục", "Nội dung nối", "Tên loại", "Tên bảng", "Đầu bảng", "Phụ lục")


def closing_sheet(document: Printed) -> Sheet:
    """The page on which signatures begin."""
    page = document.of(AUTHORITY)[0].page
    return document.sheets[page - 1]


def test_recipients(document: Printed) -> None:
    """The heading 12, bold and italic; the recipients 11; all at the left margin (II.9)."""
    heading, listed = (document.of(style) for style in RECIPIENTS)
    for line in heading:
        assert (line.text, line.size) == ("Nơi nhận:", document.sizes.recipients_heading)
        assert line.faces == {"BoldItalic"}
    for line in listed:
        assert line.size == document.sizes.recipients
        assert line.faces == {"Regular"}
    assert all(line.x0 == pytest.approx(LEFT, abs=HAIR) for line in (*heading, *listed))


def test_recipients_end_as_the_decree_says(document: Printed) -> None:
    """A dash and ";" each, a full stop at the last."""
    shown = "\n".join(line.text for line in document.of("Nơi nhận"))
    items = shown.replace("\n- ", "\0").removeprefix("- ").split("\0")
    if shown:
        assert all(item.endswith(";") for item in items[:-1])
        assert items[-1].startswith("Lưu: VT, ")
        assert items[-1].endswith(".")


def test_authority_and_name(document: Printed) -> None:
    """Bold, of the body's size, authority in capitals (II.7)."""
    for line in document.of(AUTHORITY, "Chỗ ký", "Chỗ ký nối", "Họ tên"):
        assert line.size == document.sizes.body
        assert line.faces == {"Bold"}
    for line in document.of(AUTHORITY):
        assert line.text == line.text.upper()


def right_blocks(document: Printed) -> list[list[Line]]:
    """The lines of each signature that stands in the right half, a post to a name."""
    blocks: list[list[Line]] = [[]]
    for line in document.of(*SIGNED):
        if line.centre > MIDDLE + 10 * MM:
            if line.style in POSTS and any(one.style not in POSTS for one in blocks[-1]):
                blocks.append([])
            blocks[-1].append(line)
    return blocks


def test_signers_stand_under_their_authority(document: Printed) -> None:
    """In the right half the first of them: lines centred alike, with room to sign between them."""
    for block in right_blocks(document):
        assert len({line.page for line in block}) == 1
        assert max(line.centre for line in block) - min(line.centre for line in block) < 2 * HAIR
        above = [line for line in block if line.style in POSTS]
        names = [line for line in block if line.style not in POSTS]
        assert above[-1].baseline - names[0].baseline > 60


def test_recipients_are_level_with_the_authority(document: Printed) -> None:
    """Where they stand beside the signature; under pledges and minutes they stand below it."""
    kind = document.first.of("Tên loại")[0].text
    (heading,) = document.of("Từ Nơi nhận") or [None]
    if heading is None or kind not in ("KẾ HOẠCH", "TỜ TRÌNH"):
        return
    authority = document.of(AUTHORITY)[0]
    assert heading.page == authority.page
    assert heading.baseline == pytest.approx(authority.baseline, abs=0.2)


def lines_above(sheet: Sheet, first: Line) -> list[Line]:
    return [line for line in sheet.of(*BODY) if line.baseline > first.baseline]


def kept_together(document: Printed) -> None:
    """Two lines of the text stand above each block of signatures, and all of a block together."""
    for sheet in document.sheets:
        lines = sheet.lines
        assert lines[0].style not in (*RECIPIENTS, "Chỗ ký", "Chỗ ký nối", "Họ tên"), lines[0].text
    sheet = closing_sheet(document)
    first = sheet.of(AUTHORITY)[0]
    assert len(lines_above(sheet, first)) >= 2


def no_heading_last(document: Printed) -> None:
    for sheet in document.sheets:
        last = sheet.last
        assert last.style not in ANNOUNCING, last.text
        assert not last.text.endswith(":"), last.text


def test_signatures_never_stand_alone(document: Printed) -> None:
    kept_together(document)


def test_no_heading_is_left_behind(document: Printed) -> None:
    """No page ends with a heading or with words that announce what the next page brings."""
    no_heading_last(document)


def test_the_closing_is_whole(document: Printed) -> None:
    """Who signs and who receives: all that Word holds stands on paper."""
    written: dict[str, list[str]] = {}
    for table in document.written.tables:
        for cell in dict.fromkeys(table._cells):
            for paragraph in cell.paragraphs:
                text = paragraph.text.upper() if paragraph.style.font.all_caps else paragraph.text
                written.setdefault(paragraph.style.name, []).append(squeezed(text))
    for style in (*SIGNED, *RECIPIENTS):
        shown = squeezed("".join(line.text for line in document.of(style)))
        assert sorted("".join(written.get(style, []))) == sorted(shown)


# Sample -> which list is to be lengthened, by what, and what makes its last paragraph short.
LENGTHENED: dict[str, tuple[str, Any, dict[str, Any]]] = {
    "launch_plan.round": ("measures", "Thêm một việc.", {}),
    "emulation_pledge": ("commitments", "Thêm một việc.", {"copies": None}),
    "emulation_pledge.unit": ("commitments", "Thêm một việc.", {}),
    "meeting_minutes": ("resolutions", "Thêm một việc.", {"adoption": None, "copies": None}),
    "award_proposal.enterprise": (
        "enclosures",
        {"name": "Thêm một bản"},
        {"addressees": ["Trưởng ban"]},
    ),
}


def lengthened(name: str, count: int) -> Case:
    """A sample with `count` short paragraphs more, its last paragraph short too."""
    key, item, others = LENGTHENED[name]

    def change(payload: Any) -> None:
        payload[key] += [item] * count
        payload |= others

    stem, _, variant = name.partition(".")
    return Case(f"{name} + {count}", Sample(stem, variant), (change,))


@pytest.mark.parametrize("count", range(0, 30, 2))
@pytest.mark.parametrize("name", LENGTHENED)
def test_wherever_the_text_ends(press: Press, name: str, count: int) -> None:
    """The same holds wherever on a page the text ends, also when its last paragraph is short."""
    printed = press(lengthened(name, count), DEFAULT_PAIRING)
    kept_together(printed)
    no_heading_last(printed)
