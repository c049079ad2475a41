"""The named paragraph styles of all built-in templates, from the decree's numbers."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from service.nd30.rules import BODY, FONT, PAGE, Sizes

_ASCENT = 0.891  # of Times New Roman, in sizes


@dataclass(frozen=True, slots=True)
class Look:
    """size, before, after: points; first_line, left, right: millimetres; spacing: lines."""

    size: float
    align: ALIGN = ALIGN.CENTER
    bold: bool = False
    italic: bool = False
    caps: bool = False
    before: float = 0
    after: float = 0
    first_line: float = 0
    left: float = 0
    right: float = 0
    spacing: float = 1
    keep_next: bool = False


def looks(sizes: Sizes) -> dict[str, Look]:
    """Style name, as clerks see it in Word -> look. The numbers: service/nd30/rules."""
    body = {"align": ALIGN.JUSTIFY, "before": BODY.gap.used, "spacing": BODY.line_spacing.used}
    indented = {"first_line": BODY.first_line[1], **body}
    cell = {"before": 1.5, "after": 1.5}
    size = sizes.body
    return {
        "Quốc hiệu": Look(sizes.national_name, bold=True),
        "Tiêu ngữ": Look(sizes.motto, bold=True),
        "Cơ quan chủ quản": Look(sizes.issuer, caps=True),
        "Cơ quan ban hành": Look(sizes.issuer, bold=True, caps=True),
        "Số ký hiệu": Look(sizes.number, before=6 + _lower(sizes.number, sizes.place_and_date)),
        "Địa danh thời gian": Look(sizes.place_and_date, italic=True, before=6),
        "Tên loại": Look(size, bold=True, before=14, keep_next=True),
        "Trích yếu": Look(size, bold=True, keep_next=True),
        "Kính gửi": Look(size, left=12, right=12, before=6, after=6),
        "Kính gửi nhiều nơi": Look(size, align=ALIGN.LEFT, left=35, before=6, keep_next=True),
        "Căn cứ": Look(size, italic=True, **indented),
        "Nội dung": Look(size, **indented),
        "Nội dung nối": Look(size, keep_next=True, **indented),
        "Đề mục": Look(size, bold=True, keep_next=True, **indented),
        "Tên bảng": Look(size, bold=True, before=8, after=3, keep_next=True),
        "Đầu bảng": Look(13, bold=True, **cell),
        "Ô bảng": Look(13, align=ALIGN.LEFT, **cell),
        "Ô bảng giữa": Look(13, **cell),
        "Ô bảng giữa nối": Look(13, keep_next=True, **cell),
        "Quyền hạn chức vụ": Look(size, bold=True, caps=True, keep_next=True),
        "Chỗ ký": Look(size, bold=True, before=64),
        "Chỗ ký nối": Look(size, bold=True, before=64, keep_next=True),
        "Họ tên": Look(size, bold=True),
        "Từ Nơi nhận": Look(
            sizes.recipients_heading,
            align=ALIGN.LEFT,
            bold=True,
            italic=True,
            before=_lower(sizes.recipients_heading, size),
            keep_next=True,
        ),
        "Nơi nhận": Look(sizes.recipients, align=ALIGN.LEFT),
        "Phụ lục": Look(sizes.appendix_heading, bold=True, keep_next=True),
        "Tên phụ lục": Look(size, bold=True, caps=True, keep_next=True),
        "Kèm theo": Look(size, italic=True, keep_next=True),
        "Đơn vị ký": Look(size, keep_next=True),
        "Số trang": Look(PAGE.number_size.used),
        "Lệnh mẫu": Look(9, align=ALIGN.LEFT),
        "Ngắt phần": Look(1, align=ALIGN.LEFT),
    }


def _lower(size: float, beside: float) -> float:
    """How much lower a line must begin to stand level with a larger one beside it."""
    return _ASCENT * (beside - size)


def add_styles(document: Document, sizes: Sizes) -> None:
    """Set the decree's face as the document's default and define every style of `looks`."""
    (face,) = document.styles.element.iter(qn("w:rFonts"))
    for script in ("ascii", "eastAsia", "hAnsi", "cs"):
        face.set(qn(f"w:{script}"), FONT)
    for name, look in looks(sizes).items():
        _add_style(document, name, look)


def _add_style(document: Document, name: str, look: Look) -> None:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    style.font.size = Pt(look.size)
    style.font.bold = look.bold or None
    style.font.italic = look.italic or None
    style.font.all_caps = look.caps or None
    paragraph = style.paragraph_format
    paragraph.alignment = look.align
    paragraph.space_before, paragraph.space_after = Pt(look.before), Pt(look.after)
    paragraph.line_spacing = look.spacing
    paragraph.keep_with_next = look.keep_next or None
    paragraph.first_line_indent = Mm(look.first_line) if look.first_line else None
    paragraph.left_indent = Mm(look.left) if look.left else None
    paragraph.right_indent = Mm(look.right) if look.right else None
