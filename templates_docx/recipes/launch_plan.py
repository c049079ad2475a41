"""Kế hoạch phát động thi đua: sections I-VII, those without content left out."""

from __future__ import annotations

from service.law.kinds import KINDS
from templates_docx.recipes import letterhead
from templates_docx.recipes._flow import END, Flow, finish, new_page

AUDIENCES = ("collective", "individual", "household")


def build(sizes: str) -> bytes:
    page = new_page(sizes)
    letterhead.heading(page)
    letterhead.title(page, KINDS["plan"])
    letterhead.legal_bases(page)
    _opening(page)
    page.start_numbering()
    _purposes(page)
    _contents(page)
    _targets(page)
    _time(page)
    _rewards(page)
    _work(page)
    _funding(page)
    page.lead(
        "Trên đây là Kế hoạch {{ subject|inside }}; đề nghị các đơn vị, cá nhân có liên quan "
        "nghiêm túc triển khai thực hiện./.",
    )
    letterhead.closing(page)
    return finish(page)


def _opening(page: Flow) -> None:
    with page.when("preamble"):
        page.lead("{{ preamble|sentence }}")
        page.otherwise()
        page.lead("{{ issuer.name }} ban hành Kế hoạch {{ subject|inside }} với các nội dung sau:")


def _purposes(page: Flow) -> None:
    with page.when("requirements"):
        page.section("Mục đích, yêu cầu")
        page.item("Mục đích")
        page.bullets("purposes")
        page.item("Yêu cầu")
        page.bullets("requirements")
        page.otherwise()
        page.section("Mục đích")
        page.bullets("purposes")


def _contents(page: Flow) -> None:
    page.section("Chủ đề, nội dung thi đua")
    page.item("Chủ đề")
    page.body("{{ theme|bare|quoted }}.")
    with page.when("slogan"):
        page.body("Khẩu hiệu: {{ slogan|bare|quoted }}.")
    with page.when("occasions"):
        page.body(
            "Thi đua lập thành tích {% for occasion in occasions %}"
            "{{ occasion|anniversary }}{% if loop.last %}.{% else %}; {% endif %}{% endfor %}"
        )
    page.item("Nội dung thi đua")
    letterhead.contents(page)
    with page.when("responded_movements"):
        page.item("Hưởng ứng các phong trào thi đua")
        with page.each("movement", "responded_movements"):
            period = "{% if movement.period %} giai đoạn {{ movement.period }}{% endif %}"
            page.body(f"- Phong trào {{{{ movement.name|quoted }}}}{period}{END}")


def _targets(page: Flow) -> None:
    with page.when("targets"):
        page.section("Chỉ tiêu thi đua")
        page.paragraph("Tên bảng", "Các chỉ tiêu thi đua năm {{ year }}")
        letterhead.target_table(page, "targets")


def _time(page: Flow) -> None:
    page.section("Đối tượng, thời gian")
    page.item("Đối tượng, phạm vi")
    page.bullets("audience")
    page.item("Thời gian")
    page.body(
        "{% if round_number %}Đợt {{ round_number }}: từ{% else %}Từ{% endif %} "
        "{{ start|issue_date }} đến {{ end|issue_date }}"
        "{% if rounds %}, chia thành {{ rounds|length|two_digits }} đợt:{% else %}.{% endif %}"
    )
    with page.each("round", "rounds"):
        page.body(
            "- {{ round.name }}: từ {{ round.start|short_date }} đến {{ round.end|short_date }}, "
            "chào mừng {{ round.occasion|bare }}" + END
        )


def _rewards(page: Flow) -> None:
    with page.when("criteria and rewards"):
        page.section("Tiêu chí bình xét, hình thức khen thưởng")
        page.item("Tiêu chí")
        page.tag("elif criteria")
        page.section("Tiêu chí bình xét")
        page.tag("elif rewards")
        page.section("Hình thức khen thưởng")
    with page.when("criteria"):
        page.tag("set points = 0")
        for audience in AUDIENCES:
            _criteria(page, audience)
    with page.when("rewards"):
        with page.when("criteria"):
            page.item("Hình thức, số lượng")
        _reward_lines(page)


def _criteria(page: Flow, audience: str) -> None:
    chosen = f"criteria|selectattr('audience', 'equalto', '{audience}')|list"
    with page.when(chosen):
        page.tag("set points = points + 1")
        page.lead(f"{{{{ points|letter }}}}) Đối với {{{{ ({chosen})[0].audience|label }}}}:")
        with page.each("criterion", chosen):
            page.body(
                "- {% if criterion.points %}{{ criterion.text|bare }} ({{ criterion.points }} điểm)"
                + END
                + "{% else %}{{ criterion.text|ended(loop.last) }}{% endif %}"
            )


def _reward_lines(page: Flow) -> None:
    name = "{{ reward|award|first_capital }}"
    quantity = "{{ reward.quantity|two_digits }} {{ reward.audience|label }}"
    bonus = (
        "{% if reward.bonus %}, tiền thưởng {{ reward.bonus|money }}/{{ reward.audience|label }}"
        "{% endif %}"
    )
    with page.each("reward", "rewards"):
        page.body(f"- {name}: {quantity}{bonus}{END}")
    with page.when("bonus_total"):
        page.body(
            "Tổng tiền thưởng dự kiến: {{ bonus_total|money }} "
            "(bằng chữ: {{ bonus_total|dong_in_words }})."
        )


def _work(page: Flow) -> None:
    with page.when("measures"):
        page.section("Biện pháp, tổ chức thực hiện")
        page.item("Biện pháp")
        page.bullets("measures")
        page.otherwise()
        page.section("Tổ chức thực hiện")
    with page.when("measures or register_by or report_by"):
        page.item("Phân công thực hiện")
    with page.each("assignment", "assignments"):
        page.body(
            "{{ loop.index|letter }}) {{ assignment.unit|bare }}: {{ assignment.task|sentence }}"
            "{% if assignment.deadline %} Thời hạn: {{ assignment.deadline|issue_date }}."
            "{% endif %}"
        )
    with page.when("register_by or report_by"):
        page.item("Đăng ký, báo cáo")
        with page.when("register_by"):
            page.body("- Đăng ký thi đua: chậm nhất {{ register_by|issue_date }}.")
        with page.when("report_by"):
            page.body("- Báo cáo kết quả: chậm nhất {{ report_by|issue_date }}.")


def _funding(page: Flow) -> None:
    with page.when("funding"):
        page.section("Kinh phí")
        page.body(
            "{% if funding.amount %}{{ funding.source|bare }}: {{ funding.amount|money }} (bằng "
            "chữ: {{ funding.amount|dong_in_words }}).{% else %}{{ funding.source|sentence }}"
            "{% endif %}"
        )
