"""Tờ trình đề nghị khen thưởng; the list and each achievement report are appendices."""

from __future__ import annotations

from service.law.kinds import KINDS
from templates_docx.recipes import letterhead
from templates_docx.recipes._flow import END, Column, Flow, bold, finish, new_page
from templates_docx.recipes._proposed import WITH_BONUSES, proposed
from templates_docx.recipes._reports import reports

_PAID = "{% if line.bonus %}, tiền thưởng {{ line.bonus|money }}{% endif %}"


def build(sizes: str) -> bytes:
    page = new_page(sizes)
    letterhead.heading(page)
    letterhead.title(page, KINDS["proposal"])
    letterhead.addressees(page)
    letterhead.legal_bases(page)
    _request(page)
    letterhead.closing(page, sent_up=True)
    page.end_section()
    proposed(page)
    reports(page)
    return finish(page)


def _request(page: Flow) -> None:
    with page.each("line", "situation"):
        page.body("{{ line|sentence }}")
    page.body("{{ review|sentence }}")
    span = (
        "{% if period.end != period.start %}giai đoạn {{ period.start }} - {{ period.end }}"
        "{% else %}năm {{ period.start }}{% endif %}"
    )
    movement = "{% if period.movement %} {{ period.movement|bare|quoted }}{% endif %}"
    page.body(
        "{{ issuer.name }} kính đề nghị {{ addressees[0] }} xem xét, {{ reward_kind|label }}"
        f"{movement} {span} cho {{{{ grand_total|counted }}}}, gồm:"
    )
    with page.each("line", "totals"):
        page.body(f"- {{{{ line.award|first_capital }}}}: {{{{ line|counted }}}}{_PAID}{END}")
    _bonuses(page)
    page.body(
        "(Danh sách chi tiết tại Phụ lục{% if report_count %} I; báo cáo thành tích tại Phụ lục II"
        "{% if report_count > 1 %} đến Phụ lục {{ (report_count + 1)|roman }}{% endif %}"
        "{% endif %} kèm theo.)"
    )
    _confirmations(page)
    with page.when("commitment"):
        page.body("{{ commitment|sentence }}")
        page.otherwise()
        page.body(
            "{{ issuer.name }} cam kết các tập thể, cá nhân đề nghị khen thưởng bảo đảm tiêu "
            "chuẩn, điều kiện theo quy định; nội dung hồ sơ trung thực, chính xác và đã được "
            "công khai."
        )
    page.lead(bold("Hồ sơ kèm theo gồm:"))
    with page.each("item", "enclosures"):
        page.body_kept_when(
            "loop.last",
            "{{ loop.index }}. {{ item.name|bare }} ({{ item.copies|two_digits }}\u00a0bản)" + END,
        )
    page.lead("Kính đề nghị {{ addressees[0] }} xem xét, quyết định./.")


def _bonuses(page: Flow) -> None:
    source = (
        "{% if bonus_source %}, tính theo {{ bonus_source }}"
        "{% else %}, từ quỹ khen thưởng của đơn vị{% endif %}"
    )
    with page.when(WITH_BONUSES):
        page.body(
            "Tổng số tiền thưởng kèm theo: {{ bonus_total|money }} (Bằng chữ: "
            "{{ bonus_total|dong_in_words }})" + source + "."
        )


def _confirmations(page: Flow) -> None:
    columns = [
        Column("TT", 12, "{{ loop.index }}"),
        Column("Nội dung xác nhận", 42, "{{ item.kind|label|first_capital }}", "Ô bảng"),
        Column("Cơ quan xác nhận", 56, "{{ item.issuer }}", "Ô bảng"),
        Column(
            "Văn bản",
            55,
            "{% if item.number %}Số\u00a0{{ item.number }} {% endif %}"
            "ngày\u00a0{{ item.date|short_date }}",
        ),
    ]
    with page.when("confirmations"):
        page.lead("Các cơ quan chức năng đã xác nhận việc chấp hành pháp luật của các đơn vị:")
        letterhead.gap(page)
        page.grid(columns, "item in confirmations")
