"""What the tests of lint share: a small schema, data for it, and what lint says of a template."""

from __future__ import annotations

from typing import Any

from service.fields import Choice, Computed, Day, Flag, Many, Moment, Name, Part, Quantity, Whole
from service.schema import Schema, load
from service.word.faults import TemplateFault
from service.word.lint import lint


class Person(Schema):
    name = Name("Họ và tên", required=True)
    post = Name("Chức vụ")


class Report(Schema):
    subject = Name("Trích yếu", required=True)
    slogan = Name("Khẩu hiệu")
    signed = Day("Ngày ký", required=True)
    sent = Day("Ngày gửi")
    held = Moment("Thời gian", required=True)
    urgent = Flag("Hỏa tốc")
    kind = Choice("Loại", {"a": "loại A", "b": "loại B"}, required=True)
    score = Quantity("Điểm", required=True)
    copies = Whole("Số bản")
    head = Part(Person, "Trưởng", required=True)
    deputy = Part(Person, "Phó")
    members = Many(Part(Person), "Thành viên")
    goals = Many(Name("Mục tiêu"), "Mục tiêu", minimum=1)
    wishes = Many(Name("Mong muốn"), "Mong muốn")
    total = Computed("Tổng số")


SCHEMA = Report()
PAYLOAD: dict[str, Any] = {
    "subject": "Họp",
    "signed": "2022-11-08",
    "held": "2022-11-08T14:00",
    "kind": "a",
    "score": 8,
    "head": {"name": "An"},
    "members": [{"name": "Bình"}, {"name": "Chi", "post": "Ủy viên"}],
    "goals": ["một", "hai"],
}
DATA = load(SCHEMA, PAYLOAD) | {"total": 3}


def faults(package: bytes, schema: Schema = SCHEMA, **data: Any) -> list[TemplateFault]:
    """What lint says of a template but that it does not show every field."""
    found = lint(package, schema, [{**DATA, **data}])
    return [fault for fault in found if fault.code != "field_unprinted"]


def told(package: bytes) -> list[tuple[str, str, str]]:
    """Code, place and tag of each fault."""
    return [(fault.code, fault.place, fault.shown) for fault in faults(package)]
