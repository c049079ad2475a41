"""The plan with headings and closings of other shapes: tabs, blanks, text boxes, rows, breaks."""

from __future__ import annotations

from collections.abc import Callable

from docx_parts import NAMESPACES
from right_documents import DECISION, PLAN
from written_docx import docx_of, paragraph

_HEADING_TABLE = PLAN[: PLAN.index("</table>") + len("</table>\n")]
_CLOSING_TABLE = PLAN[PLAN.rindex("<table") : PLAN.rindex("</table>") + len("</table>\n")]
_RULE_LEFT = "[center 2pt rule left=21 right=21 line=2pt!]"
_RULE_RIGHT = "[center 2pt rule left=22.4 right=22.4 line=2pt!]"

_TABBED = """
[12pt] {tab}UBND TỈNH BẮC KẠN{tab}{bold}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
[12pt bold] BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP{tab}{13pt}Độc lập - Tự do - Hạnh phúc
[12pt] {line=25@20}{line=57@100}
[13pt before=6] {tab}Số: 08/KH-BQL{tab}{italic}Bắc Kạn, ngày 12 tháng 01 năm 2022
"""
_BLANKS = _TABBED.replace("{tab}", " " * 10).replace("@20", "").replace("@100", "")
_BOXES = """
<box>
[center 12pt] UBND TỈNH BẮC KẠN
[center 12pt bold] BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP
[center] {line=27}
[center 13pt] Số: 08/KH-BQL
</box>
<box>
[center 12pt bold] CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
[center 13pt bold] Độc lập - Tự do - Hạnh phúc{line=57}
[center 13pt italic] Bắc Kạn, ngày 12 tháng 01 năm 2022
</box>
"""
_FOUR_ROWS = """
<table 64 101>
[center 12pt] UBND TỈNH BẮC KẠN
<cell>
[center 12pt bold] CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
<row>
[center 12pt bold] BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP
<cell>
[center 13pt bold] Độc lập - Tự do - Hạnh phúc
<row>
[center] {line=22}
<cell>
[center] {line=57}
<row>
[center 13pt] Số: 08/KH-BQL
<cell>
[center 13pt italic] Bắc Kạn, ngày 12 tháng 01 năm 2022
</table>
"""
_BREAKS = """
<table 64 101>
[center 12pt] UBND TỈNH{br}{bold}BAN QUẢN LÝ KHU CÔNG NGHIỆP{}{br}{line=24}{br}{13pt}Số: 08/KH-BQL
<cell>
[center 12pt bold] CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM{br}{13pt}Độc lập - Tự do - Hạnh phúc
[center] {line=56}
[center 13pt italic] Bắc Kạn, ngày 12 tháng 01 năm 2022
</table>
"""
# Both lines hang on the left cell, though one is drawn on the right.
_BOTH_LINES_LEFT = _HEADING_TABLE.replace(_RULE_LEFT, "[center] {line=25}{line=57@90}").replace(
    _RULE_RIGHT, "[center 2pt]"
)
_VML = _HEADING_TABLE.replace(_RULE_LEFT, "[center] {vml=70}").replace(
    _RULE_RIGHT, "[center] {vml=160}"
)
_LARGER = (
    _HEADING_TABLE.replace("12pt", "13pt")
    .replace("13pt bold] Độc", "14pt bold] Độc")
    .replace("13pt italic", "14pt italic")
    .replace("rule left=22.4 right=22.4", "rule left=20 right=20")
)
_UNDERSCORES = _HEADING_TABLE.replace(_RULE_LEFT, "[center 12pt] __________").replace(
    _RULE_RIGHT, "[center] ____________________"
)
_UNDERLINED = _HEADING_TABLE.replace(_RULE_LEFT, "[2pt]").replace(_RULE_RIGHT, "[2pt]")
_UNDERLINED = _UNDERLINED.replace("bold] Độc", "bold under] Độc").replace(
    "bold] BAN", "bold under] BAN"
)
_NAME = "[center 12pt bold] BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP"
_TWO_LINES = _HEADING_TABLE.replace(
    _NAME, "[center 12pt bold] BAN QUẢN LÝ\n[center 12pt bold] CÁC KHU CÔNG NGHIỆP"
).replace("left=21 right=21", "left=22 right=22")
_CAPS = _HEADING_TABLE.replace(_NAME, "[center 12pt bold caps] Ban Quản lý các Khu công nghiệp")
_URGENT = _HEADING_TABLE.replace(
    "Số: 08/KH-BQL", "Số: 08/KH-BQL\n[center 13pt bold color=FF0000] HỎA TỐC"
)
_NESTED = f"<table 165>\n{_HEADING_TABLE.strip()}\n[center]\n</table>\n"
_NUMBER_BELOW = (
    _HEADING_TABLE.replace("[center 13pt before=6] Số: 08/KH-BQL", "[center]").replace(
        "[center 13pt italic before=6] Bắc Kạn, ngày 12 tháng 01 năm 2022", "[center]"
    )
    + "[13pt] {tab}Số: 08/KH-BQL{tab}{tab}{italic}Bắc Kạn, ngày 12 tháng 01 năm 2022\n"
)
# What a digital signature writes on the first page is no part of the heading.
_SIGNED = (
    "<box>\n[left 10pt] Số: 08/KH-BQL; ngày 12/01/2022; giờ 10:20:30 +07:00\n</box>\n"
    + _HEADING_TABLE
)

_ONE_BY_ONE = """
[left 12pt bold italic] Nơi nhận:
[left 11pt] - UBND tỉnh (báo cáo);
[left 11pt] - Lưu: VT, VP.
[center bold left=80] KT. TRƯỞNG BAN
[center bold left=80] PHÓ TRƯỞNG BAN
[center bold left=80 before=64] Lường Thế Thiệp
"""
_BEFORE_RECIPIENTS = """
[center bold left=80] TRƯỞNG BAN
[center bold left=80 before=64] Lường Thế Thiệp
[left 12pt bold italic] Nơi nhận:
[left 11pt] - UBND tỉnh (báo cáo);
[left 11pt] - Lưu: VT.
"""
_TABBED_CLOSING = """
[left 12pt bold italic] Nơi nhận:{noitalic 14pt}{tab}{tab}TRƯỞNG BAN
[left 11pt] - UBND tỉnh (báo cáo);
[left 11pt] - Lưu: VT, VP.
[left bold] {tab}{tab}{tab}Lường Thế Thiệp
"""
_FORM_1_6 = """
<table 70 8 87>
[12pt bold italic] Nơi nhận:
<cell>
[]
<cell>
[center bold] TM. ỦY BAN NHÂN DÂN{br}KT. CHỦ TỊCH{br}PHÓ CHỦ TỊCH
<row>
[11pt] - Như Điều 3;{br}- UBND tỉnh;{br}- Lưu: VT, VP (02).{br}PL.(300)
<cell>
[]
<cell>
[center italic 13pt] (Chữ ký của người có thẩm quyền,{br}dấu/chữ ký số của cơ quan, tổ chức)
[center bold before=50] Nguyễn Văn A
</table>
"""
_BOXED_CLOSING = """
<box>
[left 12pt bold italic] Nơi nhận:
[left 11pt] - UBND tỉnh (báo cáo);
[left 11pt] - Lưu: VT, VP.
</box>
<box>
[center bold] TRƯỞNG BAN
[center bold before=64] Lường Thế Thiệp
</box>
"""
_WITH_ANNEX = (
    f"{_ONE_BY_ONE.strip()}\n[break center bold] DANH SÁCH\n[center 13pt] NHỮNG NGƯỜI DỰ\n"
)

_HEADINGS = {
    "at tabs": _TABBED,
    "at blanks": _BLANKS,
    "in text boxes": _BOXES,
    "of four rows": _FOUR_ROWS,
    "with breaks": _BREAKS,
    "nested": _NESTED,
    "both lines on the left": _BOTH_LINES_LEFT,
    "lines of VML": _VML,
    "larger": _LARGER,
    "underscores": _UNDERSCORES,
    "underlined": _UNDERLINED,
    "issuer on two lines": _TWO_LINES,
    "capitals by format": _CAPS,
    "urgent": _URGENT,
    "number below": _NUMBER_BELOW,
    "signed digitally": _SIGNED,
}
_LETTERHEAD = "".join(map(paragraph, _TABBED.strip().split("\n")))
_CLOSINGS = {
    "one by one": _ONE_BY_ONE,
    "signature before recipients": _BEFORE_RECIPIENTS,
    "at tabs": _TABBED_CLOSING,
    "of form 1.6": _FORM_1_6,
    "in text boxes": _BOXED_CLOSING,
    "before an annex": _WITH_ANNEX,
}


def _plan(old: str, new: str) -> Callable[[], bytes]:
    return lambda: docx_of(PLAN.replace(old, new.lstrip("\n")))


def _in_header() -> bytes:
    """The letterhead in the header of a single page."""
    header = f"<w:hdr {NAMESPACES}>{_LETTERHEAD.replace('KH-BQL', 'QĐ-BQL')}</w:hdr>"
    text = DECISION[DECISION.index("</table>") + len("</table>\n") :]
    return docx_of(f"<section title=0>\n{text}", header=header)


SHAPES: dict[str, Callable[[], bytes]] = {
    **{f"heading {name}": _plan(_HEADING_TABLE, text) for name, text in _HEADINGS.items()},
    "heading in the header": _in_header,
    **{f"closing {name}": _plan(_CLOSING_TABLE, text) for name, text in _CLOSINGS.items()},
}
