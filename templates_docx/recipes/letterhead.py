"""The parts that all documents share, by NĐ 30/2020, Phụ lục I: heading, title, signature …"""

from __future__ import annotations

from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from service.law.kinds import Kind
from service.nd30.rules import MOTTO, NATIONAL_NAME, PAGE, RULE_SHARE
from service.word.metrics import width
from templates_docx.recipes._flow import END, Column, Flow

# Room for the longest date line, Thành phố Hồ Chí Minh, ngày 29 tháng 12 năm 2026: 99 mm at 13
# points, 106 mm at 14; by the date's size.
_RIGHT = {13: 101.0, 14: 108.0}
_SHARE = RULE_SHARE.used
# Mẫu 2.1 shows a short rule; the decree gives no length: as long as the word it stands under.
_RULE_UNDER_REFERENCE = "Kèm theo Tờ trình"


def heading(page: Flow, *, dated: bool = True, number_when: str = "") -> None:
    """Ô 1-4: issuer and national name, number and date; `number_when`: a condition to show it."""
    right = _RIGHT[page.sizes.place_and_date]
    upper, lower = page.two_rows(PAGE.text_width - right, right)
    _issuer(upper[0])
    _nation(upper[1])
    number = "Số:\u00a0{{ number|number_line(symbol) }}"
    if number_when:
        number = f"{{% if {number_when} %}}{number}{{% endif %}}"
    lower[0].paragraph("Số ký hiệu", number)
    date = "{{ issuer.place|place_and_date(date) }}" if dated else ""
    lower[1].paragraph("Địa danh thời gian", date)


def _issuer(left: Flow) -> None:
    with left.when("issuer.parent"):
        left.paragraph("Cơ quan chủ quản", "{{ issuer.parent }}")
    left.paragraph("Cơ quan ban hành", "{{ issuer.name }}")
    left.rule("issuer.name|upper", left.sizes.issuer, _SHARE)


def _nation(right: Flow) -> None:
    right.paragraph("Quốc hiệu", NATIONAL_NAME)
    right.paragraph("Tiêu ngữ", MOTTO)
    right.rule(f"'{MOTTO}'", right.sizes.motto, 1)


def title(page: Flow, kind: Kind) -> None:
    """Ô 5a: kind of document, subject, rule."""
    page.paragraph("Tên loại", kind.name.upper())
    page.paragraph("Trích yếu", "{{ subject }}")
    page.rule("subject", page.sizes.body, _SHARE, before=3, after=8)


def addressees(page: Flow) -> None:
    """Ô 9a: one on the same line, several below each other with dashes under the colon."""
    with page.when("addressees|length == 1"):
        page.paragraph("Kính gửi", "Kính gửi: {{ addressees[0] }}")
    with page.when("addressees|length > 1"):
        page.paragraph("Kính gửi nhiều nơi", "Kính gửi:")
        with page.each("addressee", "addressees"):
            line = page.paragraph("Kính gửi nhiều nơi", "- {{ addressee|bare }}" + END)
            _hang(line, 35 + width("Kính gửi", page.sizes.body), width("- ", page.sizes.body))


def _hang(line: Paragraph, colon: float, dash: float) -> None:
    """Put the dash at `colon` millimetres and further lines under the text."""
    form = line.paragraph_format
    form.space_before = Pt(0)
    form.left_indent, form.first_line_indent = Mm(colon + dash), Mm(-dash)


def legal_bases(page: Flow) -> None:
    """Ô 6, căn cứ: italic, one a line, ";" and at last "." (Phụ lục I, II.6.a)."""
    with page.each("basis", "legal_bases"):
        page.paragraph("Căn cứ", "Căn cứ {{ basis|cite }}" + END)


def contents(page: Flow, items: str = "contents") -> None:
    """a) head, then its details with dashes."""
    with page.each("content", items):
        detailed(page, "{{ loop.index|letter }})", "content")


def detailed(page: Flow, number: str, content: str) -> None:
    """A numbered head, kept with its details when it has any."""
    with page.when(f"{content}.details"):
        page.lead(f"{number} {{{{ {content}.head|bare }}}}:")
        page.bullets(f"{content}.details")
        page.otherwise()
        page.body(f"{number} {{{{ {content}.head|sentence }}}}")


def target_table(page: Flow, items: str) -> None:
    """Targets in figures; a note stands behind the name."""
    note = "{% if target.note %} ({{ target.note }}){% endif %}"
    columns = [
        Column("TT", 12, "{{ loop.index }}"),
        Column("Chỉ tiêu", 78, "{{ target.name }}" + note, "Ô bảng"),
        Column("Đơn vị tính", 35, "{{ target.unit }}"),
        Column("Mức phấn đấu", 40, "{{ target|level }}"),
    ]
    page.grid(columns, f"target in {items}")


def recipients(cell: Flow, *, sent_up: bool = False) -> None:
    """Ô 9b; `sent_up`: whether the first line is "Như trên"."""
    cell.paragraph("Từ Nơi nhận", "Nơi nhận:")
    if sent_up:
        cell.paragraph("Nơi nhận", "- Như trên;")
    with cell.each("recipient", "recipients.to"):
        cell.paragraph("Nơi nhận", "- {{ recipient|ended(false) }}")
    copies = "{% if recipients.copies %} ({{ recipients.copies }}){% endif %}"
    cell.paragraph("Nơi nhận", f"- Lưu: VT, {{{{ recipients.archive|bare }}}}{copies}.")


def recipients_below(cell: Flow, *, sent_up: bool = False) -> None:
    """Ô 9b under the signatures, as in minutes; kept on one page."""
    gap(cell)
    recipients(cell, sent_up=sent_up)


def authority(cell: Flow) -> None:
    """Ô 7a: lines of authority, then the signer's own post (Phụ lục I, II.7)."""
    with cell.each("line", "signature.authority"):
        cell.paragraph("Quyền hạn chức vụ", "{{ line.form }}. {{ line.of }}")
    with cell.when("signature.post"):
        cell.paragraph("Quyền hạn chức vụ", "{{ signature.post }}")


def signer(cell: Flow) -> None:
    """Ô 7b, 7c: room to sign, another post if any on the line above the name, the name."""
    with cell.when("signature.other_post"):
        cell.paragraph("Chỗ ký", "{{ signature.other_post }}")
        cell.paragraph("Họ tên", "{{ signature.name }}")
        cell.otherwise()
        cell.paragraph("Chỗ ký", "{{ signature.name }}")


def closing(page: Flow, *, sent_up: bool = False) -> None:
    """Recipients on the left, level with the signature on the right."""
    gap(page)
    left, right = page.columns(PAGE.text_width / 2 - 5, PAGE.text_width / 2 + 5)
    recipients(left, sent_up=sent_up)
    authority(right)
    signer(right)


def gap(page: Flow) -> None:
    """A little room that does not part what stands above from what stands below."""
    form = page.paragraph("Ngắt phần").paragraph_format
    form.space_before, form.keep_with_next = Pt(8), True


def signers(page: Flow, *columns: tuple[str, str]) -> Flow:
    """Blocks side by side, names level: (label, expression of the name); the cell below them."""
    gap(page)
    widths = [PAGE.text_width / len(columns)] * len(columns)
    labels, names, below = page.two_rows_and_foot(*widths)
    for upper, lower, (label, name) in zip(labels, names, columns, strict=True):
        upper.paragraph("Quyền hạn chức vụ", label)
        lower.paragraph("Chỗ ký nối", f"{{{{ {name} }}}}")
    return below


def appendix(page: Flow, kind: Kind, heading_text: str, name: str) -> None:
    """Head of an appendix to a document of a kind, on a page of its own (Phụ lục I, III.1)."""
    page.paragraph("Phụ lục", heading_text)
    page.paragraph("Tên phụ lục", name)
    number = "{{ number|number_line(symbol) }} {{ date|issue_date }}"
    page.paragraph("Kèm theo", f"(Kèm theo {kind.name} số {number} của {{{{ issuer.name }}}})")
    page.rule(f"'{_RULE_UNDER_REFERENCE}'", page.sizes.body, 1, before=4, after=8)
