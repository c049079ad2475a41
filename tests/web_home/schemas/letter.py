"""A small document type with every kind of fault, for the tests of the web."""

from __future__ import annotations

from service.fields import (
    Choice,
    Day,
    Flag,
    Many,
    Moment,
    Name,
    Part,
    Quantity,
    Symbol,
    Text,
    Whole,
)
from service.schema import Schema


class Person(Schema):
    name = Name("Họ và tên", required=True)
    post = Name("Chức vụ", "Ví dụ: Trưởng ban.")


class Letter(Schema):
    class Meta(Schema.Meta):
        title = "Thư chúc mừng"

    subject = Name("Trích yếu", required=True)
    body = Text("Nội dung")
    tone = Choice("Giọng thư", {"warm": "thân mật", "formal": "trang trọng"}, load_default="formal")
    date = Day("Ngày viết")
    read_at = Moment("Giờ đọc thư")
    copies = Whole("Số bản", minimum=1, maximum=9)
    weight = Quantity("Khối lượng")
    urgent = Flag("Hỏa tốc")
    answers = Symbol("Trả lời văn bản")
    signer = Part(Person, "Người ký", required=True)
    guests = Many(Part(Person), "Khách mời", maximum=50)
