"""Bản giao ước thi đua: of a bloc, signed by all its members, or one unit's registration."""

from __future__ import annotations

from docx.shared import Pt

from service.law.kinds import PLEDGE, PLEDGE_REGISTRATION
from templates_docx.recipes import letterhead
from templates_docx.recipes._flow import Column, Flow, finish, new_page

_UNIT = "pledge_kind == 'unit'"


def build(sizes: str) -> bytes:
    page = new_page(sizes)
    letterhead.heading(page, number_when="symbol")
    with page.when(_UNIT):
        letterhead.title(page, PLEDGE_REGISTRATION)
        letterhead.addressees(page)
        page.otherwise()
        letterhead.title(page, PLEDGE)
    letterhead.legal_bases(page)
    _opening(page)
    page.start_numbering()
    _contents(page)
    _movements(page)
    _targets(page)
    _registrations(page)
    page.section("Cam kết, tổ chức thực hiện")
    page.bullets("commitments", kept="loop.last")
    _signatures(page)
    return finish(page)


def _opening(page: Flow) -> None:
    with page.when("bloc"):
        page.body(
            "Chúng tôi gồm {{ members|length|two_digits }} đơn vị thành viên {{ bloc.name }} cùng "
            "ký kết giao ước thi đua năm {{ year }} với các nội dung sau:"
        )
        page.otherwise()
        page.body("{{ issuer.name }} đăng ký giao ước thi đua năm {{ year }} với các nội dung sau:")
    with page.when("theme"):
        page.body("Chủ đề thi đua: {{ theme|bare|quoted }}.")


def _contents(page: Flow) -> None:
    with page.when("purposes"):
        page.section("Mục đích")
        page.bullets("purposes")
    page.section("Nội dung thi đua")
    with page.each("content", "contents"):
        letterhead.detailed(page, "{{ loop.index }}.", "content")


def _movements(page: Flow) -> None:
    columns = [
        Column("TT", 12, "{{ loop.index }}"),
        Column("Tên phong trào", 52, "{{ movement.name }}", "Ô bảng"),
        Column("Mục tiêu", 51, "{{ movement.goal }}", "Ô bảng"),
        Column("Phát động", 25, "{{ movement.launched }}"),
        Column("Tổng kết", 25, "{{ movement.summed_up }}"),
    ]
    with page.when("movements"):
        page.section("Các phong trào thi đua")
        page.paragraph("Tên bảng", "Phong trào do đơn vị phát động")
        page.grid(columns, "movement in movements")


def _targets(page: Flow) -> None:
    columns = [
        Column("TT", 12, "{{ loop.index }}"),
        Column("Chỉ tiêu", 51, "{{ target.name }}", "Ô bảng"),
        Column("Đơn vị tính", 35, "{{ target.unit }}"),
        Column("Mức phấn đấu", 34, "{{ target|level }}"),
        Column("Ghi chú", 33, "{{ target.note or '' }}", "Ô bảng"),
    ]
    with page.when("targets"):
        page.section("Chỉ tiêu thi đua")
        with page.when("shared_targets"):
            page.paragraph(
                "Tên bảng",
                "{% if members %}Chỉ tiêu chung{% else %}Các chỉ tiêu đăng ký{% endif %}",
            )
            page.grid(columns, "target in shared_targets")
        with page.each("row", "member_targets"):
            page.paragraph("Tên bảng", "Chỉ tiêu của {{ row.member }}")
            letterhead.target_table(page, "row.targets")


def _registrations(page: Flow) -> None:
    columns = [
        Column("TT", 12, "{{ loop.index }}"),
        Column("Đơn vị, cá nhân", 80, "{{ registration.member }}", "Ô bảng"),
        Column("Danh hiệu, hình thức đăng ký", 73, "{{ registration|award_name }}", "Ô bảng"),
    ]
    with page.when("registrations"):
        page.section("Danh hiệu, hình thức đăng ký")
        page.paragraph("Tên bảng", "Đăng ký khen thưởng năm {{ year }}")
        page.grid(columns, "registration in registrations")


def _signatures(page: Flow) -> None:
    with page.when("signature"):
        page.lead(
            "{{ issuer.name }} cam kết thực hiện đầy đủ các nội dung đã đăng ký./.",
        )
        _unit_signatures(page)
    with page.when("bloc"):
        page.lead(
            "Bản giao ước này có hiệu lực kể từ ngày ký"
            "{% if copies %} và được lập thành {{ copies|two_digits }} bản có giá trị như nhau, "
            "mỗi thành viên giữ một bản{% endif %}./.",
        )
        _member_signatures(page)
        _witnesses(page)
        with page.when("recipients"):
            letterhead.gap(page)
            letterhead.recipients(page.columns(page.width)[0])


def _unit_signatures(page: Flow) -> None:
    letterhead.gap(page)
    titles, names, below = page.two_rows_and_foot(page.width / 2, page.width / 2)
    for cell, style, key in (
        (titles[0], "Quyền hạn chức vụ", "post"),
        (names[0], "Chỗ ký nối", "name"),
    ):
        with cell.when("union_representative"):
            cell.paragraph(style, f"{{{{ union_representative.{key} }}}}")
        # A cell needs a paragraph even when nobody signs there.
        cell.paragraph("Ngắt phần").paragraph_format.keep_with_next = True
    letterhead.authority(titles[1])
    letterhead.signer(names[1])
    with below.when("recipients"):
        letterhead.recipients_below(below, sent_up=True)
    below.paragraph("Ngắt phần")


def _member_signatures(page: Flow) -> None:
    page.paragraph("Tên bảng", "ĐẠI DIỆN CÁC ĐƠN VỊ THÀNH VIÊN KÝ GIAO ƯỚC")
    for upper, lower, member in page.pairs("signatories"):
        role = upper.paragraph(
            "Quyền hạn chức vụ",
            f"{{% if {member}.role == 'head' %}}{{{{ bloc.head_post }}}}"
            f"{{% elif {member}.role == 'deputy' %}}{{{{ bloc.deputy_post }}}}"
            "{% else %}Thành viên{% endif %}",
        )
        role.paragraph_format.space_before = Pt(14)
        upper.paragraph("Đơn vị ký", f"{{{{ {member}.unit }}}}")
        upper.paragraph("Kèm theo", f"{{{{ {member}.representative.post }}}}")
        lower.paragraph("Chỗ ký", f"{{{{ {member}.representative.name }}}}")


def _witnesses(page: Flow) -> None:
    with page.when("witnesses"):
        page.paragraph("Tên bảng", "CHỨNG KIẾN").paragraph_format.space_before = Pt(16)
        for upper, lower, witness in page.pairs("witnesses"):
            with upper.when(f"{witness}.unit"):
                upper.paragraph("Đơn vị ký", f"{{{{ {witness}.unit }}}}")
            upper.paragraph("Kèm theo", f"{{{{ {witness}.post }}}}")
            lower.paragraph("Chỗ ký", f"{{{{ {witness}.name }}}}")
