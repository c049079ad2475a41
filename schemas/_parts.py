"""Parts that several documents share, and the frame that all of them have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from schemas._checks import needed, unused
from service.errors import Message, fault, register
from service.fields import (
    Abbreviation,
    Choice,
    Day,
    Many,
    Name,
    Part,
    Quantity,
    Symbol,
    Text,
    Whole,
)
from service.law.award_names import AWARDS
from service.law.kinds import CITED_WITHOUT_NUMBER, citable
from service.schema import Place, Schema, check

register(
    {
        "post_missing": "Cần chức vụ của người ký, trừ khi ký Q. (quyền cấp trưởng).",
        "post_after_acting": (
            "Ký Q. đã nêu chức vụ cấp trưởng ở dòng quyền hạn: hãy bỏ chức vụ này."
        ),
        "authority_order": (
            "Quyền hạn ký hai dòng chỉ có: TM. rồi KT. hoặc Q.; TL. rồi KT. hoặc Q.; "
            "TUQ. rồi KT. hoặc Q."
        ),
        "authority_repeated": "Chỉ ghi chức vụ hoặc tập thể: TM., KT. … đã có ở hình thức.",
        "fighters_over_advanced": (
            "Số “Chiến sĩ thi đua cơ sở” ({count}) nhiều hơn số “Lao động tiên tiến” ({advanced}): "
            "hãy xem lại hai số này."
        ),
        "not_a_member": (
            "“{unit}” không có trong danh sách thành viên: hãy sửa tên cho đúng, hoặc bổ sung đơn "
            "vị này vào danh sách."
        ),
        "too_many_deputies": "Nhiều nhất hai cấp phó, hiện có {count}: hãy bỏ bớt.",
    }
)


class Office(Schema):
    """Who issues a document that shows no place and date."""

    parent = Name(
        "Cơ quan chủ quản",
        "Có thể viết tắt cụm từ thông dụng: UBND tỉnh Bắc Kạn. Không có thì bỏ trống.",
    )
    name = Name("Tên cơ quan ban hành", "Tên đầy đủ, viết thường như trong câu.", required=True)
    abbreviation = Abbreviation("Chữ viết tắt trong ký hiệu", "Ví dụ: BQL trong 15/KH-BQL.")


class Issuer(Office):
    """Who issues a document that shows place and date."""

    place = Name("Địa danh", "Nơi đóng trụ sở, ghi trước ngày tháng.", required=True)


class Citation(Schema):
    kind = Choice("Loại văn bản", citable(), required=True)
    number = Symbol("Số, ký hiệu", "Luật, Pháp lệnh không ghi số.")
    date = Day("Ngày ban hành", required=True)
    issuer = Name("Cơ quan ban hành", "Luật, Pháp lệnh không ghi cơ quan.")
    title = Text("Trích yếu", "Nối vào sau tên cơ quan: về …, quy định …", required=True)

    @check("kind")
    def as_the_decree_cites(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        named = "viện dẫn " + citable()[data["kind"]]
        if data["kind"] in CITED_WITHOUT_NUMBER:
            yield from unused(data, ["number", "issuer"], named)
        elif data["kind"] == "minutes":
            yield from needed(data, ["issuer"], named)
        else:
            yield from needed(data, ["number", "issuer"], named)


class Recipients(Schema):
    to = Many(Name("Nơi nhận"), "Nơi nhận", "Mỗi nơi một mục, không ghi dấu gạch và dấu chấm phẩy.")
    archive = Name(
        "Đơn vị soạn thảo lưu",
        "Chữ viết tắt sau “Lưu: VT,”; ví dụ VP.",
        max_length=60,
        required=True,
    )
    copies = Whole("Số bản lưu", minimum=1, maximum=999)


AUTHORITIES = {
    "TM": "TM. – thay mặt tập thể",
    "Q": "Q. – quyền cấp trưởng",
    "KT": "KT. – ký thay cấp trưởng",
    "TL": "TL. – thừa lệnh",
    "TUQ": "TUQ. – thừa ủy quyền",
}


class Authority(Schema):
    """One line above the signer's post: TM. ỦY BAN NHÂN DÂN."""

    form = Choice("Hình thức", AUTHORITIES, "NĐ 30/2020, Phụ lục I, II.7.", required=True)
    of = Name("Thay mặt hoặc thay cho", "Tên tập thể hoặc chức vụ: Trưởng ban.", required=True)

    @check("of")
    def without_its_form(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        if data["of"].startswith(tuple(f"{form}." for form in AUTHORITIES)):
            yield "of", fault("authority_repeated")


class Signature(Schema):
    """Who signs: up to two lines of authority, then the signer's own post and name."""

    authority = Many(Part(Authority), "Quyền hạn ký", "Ký trực tiếp thì bỏ trống.", maximum=2)
    post = Name(
        "Chức vụ người ký", "Cấp phó, kể cả cấp phó phụ trách, ghi Phó Trưởng ban và ký KT."
    )
    other_post = Name("Chức vụ khác", "Ghi ngay trên họ tên, ví dụ của Chủ tịch Hội đồng.")
    name = Name("Họ và tên người ký", "Không ghi học hàm, học vị.", required=True)

    @check("authority")
    def stack_is_regular(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        forms = [item.get("form") for item in data["authority"]]
        if len(forms) == 2 and not (forms[0] in {"TM", "TL", "TUQ"} and forms[1] in {"KT", "Q"}):
            yield "authority", fault("authority_order")
        acting = forms[-1:] == ["Q"]
        if acting and data.get("post"):
            yield "post", fault("post_after_acting")
        if not acting and not data.get("post") and None not in forms:
            yield "post", fault("post_missing")


class Signer(Schema):
    """Somebody who signs: a name and a post."""

    name = Name("Họ và tên", required=True)
    post = Name("Chức vụ", required=True)


HONORIFICS = {"mr": "Ông", "mrs": "Bà"}


class Delegate(Signer):
    """Somebody who signs for a unit."""

    unit = Name("Đơn vị")


class Person(Delegate):
    """Somebody who is named in the text."""

    honorific = Choice("Ông hoặc bà", HONORIFICS)


class Content(Schema):
    """One head of what is to be done, with its details."""

    head = Text("Nội dung", required=True)
    details = Many(Text("Chi tiết"), "Chi tiết")


COMPARISONS = {
    "at_least": "từ … trở lên",
    "at_most": "không quá …",
    "exactly": "đạt …",
    "about": "khoảng …",
    "more_than": "trên …",
}


class Target(Schema):
    """A target in figures: what, compared how, with which value and unit."""

    name = Text("Chỉ tiêu", required=True)
    comparison = Choice("So sánh", COMPARISONS, required=True)
    value = Quantity("Mức phấn đấu", required=True)
    unit = Name("Đơn vị tính", "Ví dụ: tỷ đồng, %, lao động.", max_length=60, required=True)
    note = Text("Ghi chú")


class Awarded(Schema):
    """What is proposed, registered or voted on; `award` stands in the parts made from this."""

    grantor = Name("Của", "Cấp tặng, nếu tên hình thức cần: Trưởng ban Ban Quản lý.")

    @check("award", "grantor")
    def grantor_belongs(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        award = AWARDS[data["award"]]
        if not award.of_grantor:
            yield from unused(data, ["grantor"], f"là “{award.name}”")


class Bloc(Schema):
    """An emulation bloc or cluster and what its heads are called there."""

    name = Name("Tên khối, cụm thi đua", "Tên đầy đủ, gồm cả chữ Khối hoặc Cụm.", required=True)
    head_post = Name("Cách gọi người đứng đầu", load_default="Khối trưởng")
    deputy_post = Name("Cách gọi cấp phó", load_default="Khối phó")
