"""Danh sách đề nghị khen thưởng as an appendix, with a column and sums of bonuses if any.

It is there twice, for a landscape page and for an upright one, each with its own section break.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
    "{% if row.prior_awards %} Đã đạt: {% for prior in row.prior_awards %}"
    "{{ prior|award_name }} năm {{ prior.year }}"
    "{% if prior.decision %} ({{ prior.decision|bare }}){% endif %}"
    "{% if loop.last %}.{% else %}; {% endif %}{% endfor %}{% endif %}"
)
_EXCELLENT = (
    "{% if row.excellent_years %} Hoàn thành xuất sắc nhiệm vụ các năm: "
    "{{ row.excellent_years|join(', ') }}.{% endif %}"
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
    + "{% if row.other_initiatives %}{% for other in row.other_initiatives %}"
    + " Sáng kiến: {{ other|sentence }}{% endfor %}{% endif %}",
)

_TOTAL, _SUM = "{{ bonus_total|figure }}", "{{ bonus_sums.collectives|figure }}"
_PART_OR_ALL = "{{% if {} %}}Cộng{{% else %}}Tổng cộng{{% endif %}}"


@dataclass(frozen=True, slots=True)
class _Widths:
    """Millimetres of the columns, without that of bonuses and with it."""

    plain: tuple[float, ...]
    paid: tuple[float, ...]


_UPRIGHT = _Widths((11, 44, 36, 52, 22), (10, 37, 28, 41, 21, 28))
_LANDSCAPE = _Widths((12, 66, 46, 104, 24), (12, 58, 40, 88, 24, 30))


def proposed(page: Flow) -> None:
    letterhead.appendix(
        page,
        KINDS["proposal"],
        "Phụ lục{% if report_count %} I{% endif %}",
        "Danh sách {% if collectives %}tập thể{% endif %}{% if collectives and individuals %}, "
        "{% endif %}{% if individuals %}cá nhân{% endif %} đề nghị khen thưởng",
    )
    with page.when("list_orientation == 'landscape'"):
        _tables(page, _LANDSCAPE)
        page.end_section(landscape=True)
        page.otherwise()
        _tables(page, _UPRIGHT)
        with page.when("report_count"):
            page.end_section()


def _tables(page: Flow, widths: _Widths) -> None:
    with page.when("collectives"):
        with page.when("individuals"):
            page.paragraph("Tên bảng", "A. TẬP THỂ")
        foot = Foot(_PART_OR_ALL.format("individuals"), _SUM)
        _table(page, _COLLECTIVE, "collectives", [foot], widths)
    with page.when("individuals"):
        with page.when("collectives"):
            page.paragraph("Tên bảng", "B. CÁ NHÂN")
        part = Foot("Cộng", "{{ bonus_sums.individuals|figure }}", "collectives", stays=True)
        _table(page, _INDIVIDUAL, "individuals", [part, Foot("Tổng cộng", _TOTAL)], widths)
    page.paragraph(
        "Nội dung",
        "Tổng số: {{ grand_total|counted }}"
        f"{{% if {WITH_BONUSES} %}}; tiền thưởng: {{{{ bonus_total|money }}}} (Bằng chữ: "
        "{{ bonus_total|dong_in_words }}){% endif %}./.",
    )


def _table(page: Flow, what: Columns, items: str, feet: list[Foot], widths: _Widths) -> None:
    """The list with a column and rows of bonuses, or without."""
    with page.when(WITH_BONUSES):
        *others, last = widths.paid
        columns = [*_columns(what, others), Column("Tiền thưởng (đồng)", last, _BONUS)]
        page.grid(columns, f"row in {items}", tall=True, feet=feet)
        page.otherwise()
        page.grid(_columns(what, widths.plain), f"row in {items}", tall=True)


def _columns(what: Columns, widths: Sequence[float]) -> list[Column]:
    heading, who, achievement = what
    return [
        Column("TT", widths[0], "{{ loop.index }}"),
        Column(heading, widths[1], who, "Ô bảng"),
        Column("Danh hiệu, hình thức đề nghị", widths[2], "{{ row|award_name }}", "Ô bảng"),
        Column("Tóm tắt thành tích", widths[3], achievement, "Ô bảng"),
        Column("Số phiếu", widths[4], _VOTES),
    ]
