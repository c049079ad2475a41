"""Tờ trình đề nghị khen thưởng; the list and each achievement report are appendices."""

from __future__ import annotations

from service.law.kinds import KINDS
from templates_docx.recipes import letterhead
from templates_docx.recipes._flow import (
    END,
    Column,
    Flow,
    Foot,
    bold,
    finish,
    new_page,
)
from templates_docx.recipes._reports import reports

_VOTES = (
    "{% if row.votes %}{{ row.votes.agree }}/{{ row.votes.base }} "
    "({{ row.votes.agree|share(row.votes.base) }}){% endif %}"
)

_PAID = "{% if line.bonus %}, tiền thưởng {{ line.bonus|money }}{% endif %}"
_WITH_BONUSES = "bonus_mode != 'none'"


def build(sizes: str) -> bytes:
    page = new_page(sizes)
    letterhead.heading(page)
    letterhead.title(page, KINDS["proposal"])
    letterhead.addressees(page)
    letterhead.legal_bases(page)
    _request(page)
    letterhead.closing(page, sent_up="true")
    page.new_section()
    _list(page)
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
    with page.when(_WITH_BONUSES):
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


def _list(page: Flow) -> None:
    letterhead.appendix(
        page,
        KINDS["proposal"],
        "Phụ lục{% if report_count %} I{% endif %}",
        "Danh sách {% if collectives %}tập thể{% endif %}{% if collectives and individuals %}, "
        "{% endif %}{% if individuals %}cá nhân{% endif %} đề nghị khen thưởng",
    )
    with page.when("collectives"):
        with page.when("individuals"):
            page.paragraph("Tên bảng", "A. TẬP THỂ")
        _table(page, _COLLECTIVE, "collectives", [Foot(_PART_OR_ALL.format("individuals"), _SUM)])
    with page.when("individuals"):
        with page.when("collectives"):
            page.paragraph("Tên bảng", "B. CÁ NHÂN")
        part = Foot("Cộng", "{{ bonus_sums.individuals|figure }}", "collectives")
        _table(page, _INDIVIDUAL, "individuals", [part, Foot("Tổng cộng", _TOTAL)])
    page.paragraph(
        "Nội dung",
        "Tổng số: {{ grand_total|counted }}"
        f"{{% if {_WITH_BONUSES} %}}; tiền thưởng: {{{{ bonus_total|money }}}} (Bằng chữ: "
        "{{ bonus_total|dong_in_words }}){% endif %}./.",
    )


_TOTAL, _SUM = "{{ bonus_total|figure }}", "{{ bonus_sums.collectives|figure }}"
_PART_OR_ALL = "{{% if {} %}}Cộng{{% else %}}Tổng cộng{{% endif %}}"


def _table(page: Flow, what: Columns, items: str, feet: list[Foot]) -> None:
    """The list with a column and rows of bonuses, or without."""
    with page.when(_WITH_BONUSES):
        columns = _columns(what, widths=(10, 35, 28, 43, 21))
        bonus = Column("Tiền thưởng (đồng)", 28, _BONUS)
        page.grid([*columns, bonus], f"row in {items}", tall=True, feet=feet)
        page.otherwise()
        columns = _columns(what, widths=(11, 44, 36, 52, 22))
        page.grid(columns, f"row in {items}", tall=True)


_BONUS = "{% if row.bonus is not none %}{{ row.bonus|figure }}{% endif %}"
_PRIOR = (
    "{% for prior in row.prior_awards %}{% if loop.first %} Đã đạt: {% endif %}"
    "{{ prior|award_name }} năm {{ prior.year }}"
    "{% if prior.decision %} ({{ prior.decision|bare }}){% endif %}"
    "{% if loop.last %}.{% else %}; {% endif %}{% endfor %}"
)
_EXCELLENT = (
    "{% for year in row.excellent_years %}"
    "{% if loop.first %} Hoàn thành xuất sắc nhiệm vụ các năm: {% endif %}"
    "{{ year }}{% if loop.last %}.{% else %}, {% endif %}{% endfor %}"
)
_ACHIEVEMENT = (
    "{{ row.achievement|bare }}{% if row.note %} ({{ row.note|bare }}){% endif %}."
    + _PRIOR
    + _EXCELLENT
)

# Heading and tags of who is proposed, and the tags of the achievement.
Columns = tuple[str, str, str]

_COLLECTIVE: Columns = (
    "Tên tập thể",
    "{{ row.name }}{% if row.managing_unit %} ({{ row.managing_unit }}){% endif %}",
    _ACHIEVEMENT + "{% if row.figures %} Số liệu: {{ row.figures }}.{% endif %}",
)
_INDIVIDUAL: Columns = (
    "Họ và tên, chức vụ, đơn vị",
    "{{ row.honorific|label }} {{ row.name }}"
    "{% if row.born %}, sinh ngày\u00a0{{ row.born|short_date }}{% endif %}"
    ", {{ row.post }}, {{ row.unit }}",
    _ACHIEVEMENT
    + "{% if row.rating %} Xếp loại: {{ row.rating|label }}.{% endif %}"
    + "{% if row.initiative %} Sáng kiến: {{ row.initiative|sentence }}{% endif %}"
    + "{% for other in row.other_initiatives %} Sáng kiến: {{ other|sentence }}{% endfor %}",
)


def _columns(what: Columns, widths: tuple[float, ...]) -> list[Column]:
    heading, who, achievement = what
    return [
        Column("TT", widths[0], "{{ loop.index }}"),
        Column(heading, widths[1], who, "Ô bảng"),
        Column("Danh hiệu, hình thức đề nghị", widths[2], "{{ row|award_name }}", "Ô bảng"),
        Column("Tóm tắt thành tích", widths[3], achievement, "Ô bảng"),
        Column("Số phiếu", widths[4], _VOTES),
    ]
