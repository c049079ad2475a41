"""Báo cáo thành tích as appendices: Mẫu 04 (collective) and Mẫu 05 (individual)."""

from __future__ import annotations

from service.law.kinds import KINDS
from service.nd30.rules import PAGE
from templates_docx.recipes import letterhead
from templates_docx.recipes._flow import Column, Flow

# Who confirms and who reports.
_OF_UNIT = ("Thủ trưởng cấp trên trực tiếp xác nhận", "Thủ trưởng đơn vị")
_OF_PERSON = ("Thủ trưởng đơn vị xác nhận", "Người báo cáo thành tích")
_PERSON = "{% if report.gender == 'male' %}ông{% else %}bà{% endif %} {{ report.subject }}"


def reports(page: Flow) -> None:
    """Each report begins on a new page with its own page numbers; the last one ends the file."""
    with page.each("report", "collective_reports"):
        _head(page, "{{ loop.index + 1 }}", "của {{ report.subject }}")
        _collective(page)
        _signers(page, "{{ report.subject }}", *_OF_UNIT)
        with page.when("individual_reports or not loop.last"):
            page.end_section()
    with page.each("report", "individual_reports"):
        _head(page, "{{ loop.index + 1 + collective_reports|length }}", "của " + _PERSON)
        _individual(page)
        _signers(page, _PERSON, *_OF_PERSON)
        with page.when("not loop.last"):
            page.end_section()


def _head(page: Flow, number: str, subject: str) -> None:
    roman = number.replace(" }}", ")|roman }}").replace("{{ ", "{{ (")
    letterhead.appendix(page, KINDS["proposal"], f"Phụ lục {roman}", "Báo cáo thành tích")
    page.paragraph("Trích yếu", "Đề nghị tặng {{ report.award_name }}")
    page.paragraph("Trích yếu", subject)


def _collective(page: Flow) -> None:
    page.start_numbering()
    page.section("Đặc điểm, tình hình")
    page.item("Sơ lược về đơn vị")
    page.body("- Trụ sở, liên hệ: {{ report.address|sentence }}")
    page.body("- Quá trình thành lập, cơ cấu tổ chức: {{ report.organisation|sentence }}")
    page.body(
        "- Tổng số cán bộ, công chức, viên chức, người lao động: {{ report.staff|figure }} người."
    )
    page.item("Chức năng, nhiệm vụ")
    page.body("{{ report.functions|sentence }}")
    page.section("Thành tích đạt được")
    page.item("Kết quả thực hiện nhiệm vụ")
    page.bullets("report.achievements")
    _results(page)
    with page.when("report.measures"):
        page.item("Các biện pháp, sáng kiến")
        page.bullets("report.measures")
    for title, name in (
        ("Chấp hành chủ trương của Đảng, pháp luật của Nhà nước", "compliance"),
        ("Công tác đảng, đoàn thể, hoạt động xã hội", "community"),
    ):
        with page.when(f"report.{name}"):
            page.item(title)
            page.body(f"{{{{ report.{name}|sentence }}}}")
    _honours(page)


def _individual(page: Flow) -> None:
    page.start_numbering()
    page.section("Sơ lược lý lịch")
    page.body(
        "- Họ và tên: {{ report.subject|upper }}"
        "{% if report.alias %}; bí danh: {{ report.alias }}{% endif %}; giới tính: "
        "{{ report.gender|label|first_lower }}."
    )
    page.body("- Ngày, tháng, năm sinh: {{ report.born|short_date }}.")
    for label, name in (
        ("Quê quán", "home_town"),
        ("Nơi thường trú", "residence"),
        ("Đơn vị công tác", "unit"),
        ("Chức vụ", "post"),
        ("Trình độ chuyên môn, nghiệp vụ", "qualification"),
    ):
        page.body(f"- {label}: {{{{ report.{name} }}}}.")
    page.section("Thành tích đạt được")
    page.item("Nhiệm vụ được giao")
    page.body("{{ report.duties|sentence }}")
    page.item("Thành tích")
    page.bullets("report.achievements")
    _results(page)
    with page.when("report.initiatives"):
        page.item("Sáng kiến")
        page.bullets("report.initiatives")
    _honours(page, with_ratings=True)


def _results(page: Flow) -> None:
    columns = [
        Column("TT", 12, "{{ loop.index }}"),
        Column("Chỉ tiêu", 61, "{{ result.indicator }}", "Ô bảng"),
        Column("Đơn vị tính", 36, "{{ result.unit }}"),
        Column("Kế hoạch", 28, "{{ result.plan }}"),
        Column("Thực hiện", 28, "{{ result.actual }}"),
    ]
    with page.when("report.results"):
        page.paragraph("Tên bảng", "Kết quả thực hiện các chỉ tiêu")
        page.grid(columns, "result in report.results")


def _honours(page: Flow, *, with_ratings: bool = False) -> None:
    tables = [
        ("report.titles", "Danh hiệu thi đua"),
        ("report.commendations", "Hình thức khen thưởng"),
    ]
    if with_ratings:
        tables.insert(0, ("report.ratings", "Mức độ hoàn thành nhiệm vụ"))
    with page.when(" or ".join(items for items, _ in tables)):
        page.section("Các hình thức đã được khen thưởng")
        for items, title in tables:
            _honour_table(page, items, title)


def _honour_table(page: Flow, items: str, title: str) -> None:
    columns = [
        Column("Năm", 18, "{{ honour.year }}"),
        Column(title, 62, "{{ honour.name }}", "Ô bảng"),
        Column(
            "Số, ngày, tháng, năm của quyết định; cơ quan ban hành",
            85,
            "{{ honour.decision }}",
            "Ô bảng",
        ),
    ]
    with page.when(items):
        page.item(title)
        letterhead.gap(page)
        page.grid(columns, f"honour in {items}")


def _signers(page: Flow, subject: str, confirms: str, reports_: str) -> None:
    page.lead(
        f"Trên đây là báo cáo thành tích của {subject}; kính đề nghị cấp có thẩm quyền xem xét./."
    )
    letterhead.gap(page)
    labels, names = page.two_rows(PAGE.text_width / 2, PAGE.text_width / 2)
    sides = ((confirms, "confirmed_by"), (reports_, "reporter"))
    for upper, lower, (title, who) in zip(labels, names, sides, strict=True):
        upper.paragraph("Quyền hạn chức vụ", title)
        upper.paragraph("Kèm theo", f"{{{{ report.{who}.post }}}}")
        lower.paragraph("Chỗ ký", f"{{{{ report.{who}.name }}}}")
