"""Biên bản, by mẫu 1.9 of NĐ 30/2020, Phụ lục III: no date line, two signatures side by side."""

from __future__ import annotations

from service.law.kinds import KINDS
from templates_docx.recipes import letterhead
from templates_docx.recipes._flow import END, Column, Flow, bold, finish, new_page


def build(sizes: str) -> bytes:
    page = new_page(sizes)
    letterhead.heading(page, dated=False)
    letterhead.title(page, KINDS["minutes"])
    letterhead.legal_bases(page)
    _time_and_people(page)
    page.start_numbering()
    page.section("Chương trình")
    with page.each("line", "agenda"):
        page.body("{{ loop.index }}. {{ line|ended(loop.last) }}")
    _proceedings(page)
    page.section("Kết luận của chủ trì")
    with page.each("line", "resolutions"):
        page.body_kept_when(
            "loop.last and not adoption", "{{ loop.index }}. {{ line|ended(loop.last) }}"
        )
    _adoption(page)
    _end(page)
    return finish(page)


def _time_and_people(page: Flow) -> None:
    page.body(bold("Thời gian bắt đầu: "), "{{ start|clock }}, {{ start|issue_date }}.")
    page.body(bold("Địa điểm: "), "{{ place|sentence }}")
    page.lead(bold("Thành phần tham dự:"))
    with page.when("guests"):
        page.lead("Đại biểu mời:")
        with page.each("person", "guests"):
            _person(page, "")
    page.lead(
        "Thành viên{% if bloc %} {{ bloc.name }}{% endif %} có mặt: "
        "{{ present_count|two_digits }}/{{ members_total|two_digits }}, gồm:"
    )
    with page.each("person", "present"):
        _person(
            page,
            "{% if person.proxy %} (ủy quyền cho {{ person.proxy|person }} dự thay){% endif %}",
        )
    with page.when("absent"):
        page.lead("Thành viên vắng mặt: {{ absent_count|two_digits }}, gồm:")
        with page.each("person", "absent"):
            _person(
                page,
                " (lý do: {{ person.reason|bare }}"
                "{% if person.written_opinion %}; có gửi ý kiến bằng văn bản{% endif %})",
            )
    page.body(bold("Chủ trì: "), "{{ chair|person }}.")
    page.body(bold("Thư ký: "), "{{ secretary|person }}.")


def _person(page: Flow, remark: str) -> None:
    page.body(f"- {{{{ person|person }}}}{remark}{END}")


def _proceedings(page: Flow) -> None:
    page.section("Nội dung")
    with page.when("opening"):
        page.item("Khai mạc")
        page.body("{{ opening|sentence }}")
    for title, items in (("Báo cáo", "reports"), ("Thảo luận", "discussion")):
        with page.when(items):
            page.item(title)
            with page.each("speech", items):
                page.body("- {{ speech.speaker }}: {{ speech.text|sentence }}")
    _scores(page)
    _ballots(page)
    _elections(page)


def _scores(page: Flow) -> None:
    columns = [
        Column("TT", 11, "{{ loop.index }}"),
        Column("Đơn vị", 53, "{{ score.unit }}", "Ô bảng"),
        Column("Tự chấm", 18, "{{ score.self_score|figure }}"),
        Column("Thẩm định", 18, "{{ score.checked|figure }}"),
        Column("Thưởng", 19, "{{ score.bonus|figure }}"),
        Column("Trừ", 14, "{{ score.penalty|figure }}"),
        Column("Tổng", 17, "{{ score.total|figure }}"),
        Column("Hạng", 15, "{{ score.rank }}"),
    ]
    with page.when("scores"):
        page.item("Kết quả chấm điểm")
        page.paragraph("Tên bảng", "Bảng tổng hợp điểm thi đua")
        page.grid(columns, "score in scores")


def _ballots(page: Flow) -> None:
    columns = [
        Column("TT", 11, "{{ loop.index }}"),
        Column("Tập thể, cá nhân", 40, "{{ ballot.subject }}", "Ô bảng"),
        Column("Danh hiệu, hình thức", 32, "{{ ballot|award_name }}", "Ô bảng"),
        Column(
            "Phát ra/ thu về/ hợp lệ",
            20,
            "{{ ballot.issued }}/{{ ballot.collected }}/{{ ballot.valid }}",
        ),
        Column(
            "Đồng ý/ không/ trắng",
            20,
            "{{ ballot.agree }}/{{ ballot.disagree }}/{{ ballot.blank }}",
        ),
        Column(
            "Tỷ lệ đồng ý",
            23,
            "{{ ballot.total_agree }}/{{ ballot.base_count }} "
            "({{ ballot.total_agree|share(ballot.base_count) }})",
        ),
        Column(
            "Kết quả",
            19,
            "{% if ballot.passed %}Đạt{% else %}Không đạt{% endif %}",
        ),
    ]
    with page.when("ballots"):
        page.item("Bình xét, bỏ phiếu")
        with page.when("tellers"):
            page.body(
                "Tổ kiểm phiếu: {% for teller in tellers %}{{ teller|person }}"
                "{% if loop.last %}.{% else %}; {% endif %}{% endfor %}"
            )
        page.paragraph("Tên bảng", "Kết quả bỏ phiếu")
        page.grid(columns, "ballot in ballots")
        _ballot_notes(page)


def _ballot_notes(page: Flow) -> None:
    with (
        page.each("base, same", "ballots|groupby('base')"),
        page.each("threshold, _", "same|groupby('threshold')"),
    ):
        page.body(
            "Tỷ lệ đồng ý tính trên {{ same[0].base|label }}; đạt khi từ {{ threshold }}% trở lên."
        )
    with page.each("ballot", "ballots"), page.when("ballot.written"):
        page.body(
            "{{ ballot.subject|bare }}: ngoài số phiếu trên, có {{ ballot.written|two_digits }} ý "
            "kiến bằng văn bản của thành viên vắng mặt, gồm "
            "{% if ballot.written_agree %}{{ ballot.written_agree|two_digits }} ý kiến đồng ý"
            "{% if ballot.written_disagree %}, {% endif %}{% endif %}"
            "{% if ballot.written_disagree %}{{ ballot.written_disagree|two_digits }} ý kiến không "
            "đồng ý{% endif %}."
        )
    with page.each("ballot", "ballots"), page.when("ballot.reason"):
        page.body("{{ ballot.subject|bare }}: {{ ballot.reason|sentence }}")


def _elections(page: Flow) -> None:
    post = (
        "{% if election.post == 'head' %}{{ bloc.head_post }}{% else %}{{ bloc.deputy_post }}"
        "{% endif %}"
    )
    how = (
        "{% if election.mode == 'consensus' %}được các thành viên đồng thuận bầu"
        "{% elif election.agree is not none and election.total %}"
        "{{ election.mode|label }}: {{ election.agree|two_digits }}/"
        "{{ election.total|two_digits }} thành viên đồng ý, đạt "
        "{{ election.agree|share(election.total) }}{% endif %}"
    )
    with page.when("elections and bloc"):
        page.item(
            "Bầu {{ bloc.head_post }}"
            "{% if elections|selectattr('post', 'equalto', 'deputy')|list %}, "
            "{{ bloc.deputy_post }}{% endif %}"
        )
        with page.each("election", "elections"):
            person = "{% if election.person %} (đại diện: {{ election.person }}){% endif %}"
            page.body(
                f"- {post} năm {{{{ election.year }}}}: {{{{ election.unit }}}}{person}; {how}."
            )


def _adoption(page: Flow) -> None:
    with page.when("adoption"):
        page.section("Thông qua biên bản")
        page.lead(
            "Biên bản đã được đọc cho các thành viên dự họp cùng nghe; "
            "{{ adoption.agree|two_digits }}/{{ adoption.total|two_digits }} thành viên biểu quyết "
            "tán thành, đạt {{ adoption.agree|share(adoption.total) }}."
        )


def _end(page: Flow) -> None:
    copies = (
        "{% if copies %}; biên bản được lập thành {{ copies|two_digits }} bản có giá trị như nhau"
        "{% endif %}"
    )
    page.lead(
        "{{ meeting_word|label|first_capital }} kết thúc vào {{ end|clock }}, {{ end|issue_date }}"
        + copies
        + "./.",
    )
    below = letterhead.signers(
        page,
        ("Thư ký", "secretary.name"),
        ("{{ chair_label }}", "chair.name"),
    )
    letterhead.recipients_below(below)
