"""Danh sách đề nghị khen thưởng as an appendix, with a column and sums of bonuses if any."""

from __future__ import annotations

from service.law.kinds import KINDS
from templates_docx.recipes import letterhead
from templates_docx.recipes._flow import Column, Flow
from templates_docx.recipes._tables import Foot

WITH_BONUSES = "bonus_mode != 'none'"

_VOTES = (
    "{% if row.votes %}{{ row.votes.agree }}/{{ row.votes.base }} "
    "({{ row.votes.agree|share(row.votes.base) }}){% endif %}"
)
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

_PERSON = (
    "{{ row.honorific|label }} {{ row.name }}"
    "{% if row.born %}, sinh ngày\u00a0{{ row.born|short_date }}{% endif %}"
    ", {{ row.post }}, {{ row.unit }}"
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
    _PERSON,
    _ACHIEVEMENT
    + "{% if row.rating %} Xếp loại: {{ row.rating|label }}.{% endif %}"
    + "{% if row.initiative %} Sáng kiến: {{ row.initiative|sentence }}{% endif %}"
    + "{% for other in row.other_initiatives %} Sáng kiến: {{ other|sentence }}{% endfor %}",
)

_TOTAL, _SUM = "{{ bonus_total|figure }}", "{{ bonus_sums.collectives|figure }}"
_PART_OR_ALL = "{{% if {} %}}Cộng{{% else %}}Tổng cộng{{% endif %}}"


def proposed(page: Flow) -> None:
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
        part = Foot("Cộng", "{{ bonus_sums.individuals|figure }}", "collectives", stays=True)
        _table(page, _INDIVIDUAL, "individuals", [part, Foot("Tổng cộng", _TOTAL)])
    page.paragraph(
        "Nội dung",
        "Tổng số: {{ grand_total|counted }}"
        f"{{% if {WITH_BONUSES} %}}; tiền thưởng: {{{{ bonus_total|money }}}} (Bằng chữ: "
        "{{ bonus_total|dong_in_words }}){% endif %}./.",
    )


def _table(page: Flow, what: Columns, items: str, feet: list[Foot]) -> None:
    """The list with a column and rows of bonuses, or without."""
    with page.when(WITH_BONUSES):
        columns = _columns(what, widths=(10, 37, 28, 41, 21))
        bonus = Column("Tiền thưởng (đồng)", 28, _BONUS)
        page.grid([*columns, bonus], f"row in {items}", tall=True, feet=feet)
        page.otherwise()
        columns = _columns(what, widths=(11, 44, 36, 52, 22))
        page.grid(columns, f"row in {items}", tall=True)


def _columns(what: Columns, widths: tuple[float, ...]) -> list[Column]:
    heading, who, achievement = what
    return [
        Column("TT", widths[0], "{{ loop.index }}"),
        Column(heading, widths[1], who, "Ô bảng"),
        Column("Danh hiệu, hình thức đề nghị", widths[2], "{{ row|award_name }}", "Ô bảng"),
        Column("Tóm tắt thành tích", widths[3], achievement, "Ô bảng"),
        Column("Số phiếu", widths[4], _VOTES),
    ]
