"""The end of every document on paper: signatures and recipients (Phụ lục I, II.7 and II.9)."""

from __future__ import annotations

import pytest
from conftest import Press
from documents import Sample
from hard import Case
from measure import BODY, HAIR, LEFT, MIDDLE, MM, Line, Printed, Sheet, squeezed

from service.nd30.rules import PAIRINGS

AUTHORITY = "Quyền hạn chức vụ"
SIGNED = (AUTHORITY, "Đơn vị ký", "Chỗ ký", "Chỗ ký nối", "Họ tên")
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
            if line.style == AUTHORITY and any(one.style != AUTHORITY for one in blocks[-1]):
                blocks.append([])
            blocks[-1].append(line)
    return blocks


def test_signers_stand_under_their_authority(document: Printed) -> None:
    """In the right half the first of them: lines centred alike, with room to sign between them."""
    for block in right_blocks(document):
        assert len({line.page for line in block}) == 1
        assert max(line.centre for line in block) - min(line.centre for line in block) < 2 * HAIR
        above = [line for line in block if line.style in (AUTHORITY, "Đơn vị ký")]
        names = [line for line in block if line not in above]
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


def more_lines(count: int) -> dict[str, object]:
    """For each type, a change that makes its text longer by `count` short paragraphs."""
    short = ["Thêm một việc."] * count

    def plan(payload: dict[str, list[str]]) -> None:
        payload["requirements"] = payload["requirements"] + short

    def pledge(payload: dict[str, object]) -> None:
        payload["commitments"] = [*payload["commitments"], *short]  # type: ignore[misc]
        payload.pop("copies", None)

    def minutes(payload: dict[str, object]) -> None:
        payload["resolutions"] = [*payload["resolutions"], *short]  # type: ignore[misc]
        for key in ("adoption", "copies"):
            payload.pop(key, None)

    def proposal(payload: dict[str, object]) -> None:
        payload["enclosures"] = [*payload["enclosures"], *({"name": text} for text in short)]  # type: ignore[misc]
        payload["addressees"] = ["Trưởng ban"]

    return {
        "launch_plan": plan,
        "emulation_pledge": pledge,
        "emulation_pledge.unit": pledge,
        "meeting_minutes": minutes,
        "award_proposal": proposal,
    }


@pytest.mark.parametrize("count", range(0, 30, 2))
@pytest.mark.parametrize("name", more_lines(0))
def test_wherever_the_text_ends(press: Press, name: str, count: int) -> None:
    """The same holds wherever on a page the text ends, also when its last paragraph is short."""
    stem, _, variant = name.partition(".")
    case = Case(f"{name} + {count}", Sample(stem, variant), (more_lines(count)[name],))
    printed = press(case, next(iter(PAIRINGS)))
    kept_together(printed)
    no_heading_last(printed)
