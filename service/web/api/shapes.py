"""The shapes of the API's answers."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema
from marshmallow.fields import Boolean, Dict, Integer, List, Nested, Raw, String
from marshmallow.validate import OneOf

from service.errors import MESSAGES, PayloadInvalid
from service.nd30.report import COMPONENTS


def _text(says: str, example: str = "", **options: Any) -> String:
    shown = {"description": says} | ({"example": example} if example else {})
    return String(required=True, metadata=shown, **options)


class FaultSchema(Schema):
    """Một chỗ cần sửa."""

    pointer = _text("JSON Pointer (RFC 6901); rỗng là cả dữ liệu.", "/signature/name")
    label = _text("Đường dẫn bằng tiếng Việt.", "Người ký › Họ và tên người ký")
    code = _text("Mã lỗi, không đổi qua các phiên bản.", "required")
    message = _text("Lời giải thích và cách sửa.", MESSAGES["required"])


class FindingSchema(FaultSchema):
    """Một điều cần biết về dữ liệu."""

    severity = _text("Mức độ.", validate=OneOf(["error", "warning", "info"]))
    accepted = _text("Lý do mà dữ liệu chấp nhận cảnh báo này (`accept`); rỗng là chưa.")


class ProblemSchema(Schema):
    """Lỗi theo RFC 9457; mọi lỗi của API đều có dạng này."""

    type = _text("Địa chỉ giải thích loại lỗi.", "/api/v1/problems#payload_invalid")
    title = _text("Tên loại lỗi.", PayloadInvalid.title)
    status = Integer(required=True, metadata={"description": "Mã trạng thái HTTP.", "example": 422})
    detail = _text("Lời giải thích cho lần này.", "Có 1 chỗ cần sửa.")
    code = _text("Mã loại lỗi, không đổi qua các phiên bản.", PayloadInvalid.code)
    errors = List(Nested(FaultSchema), required=True, metadata={"description": "Các chỗ cần sửa."})


class VerdictSchema(Schema):
    """Kết quả kiểm tra."""

    valid = Boolean(required=True, metadata={"description": "Tạo được văn bản hay không."})
    findings = List(Nested(FindingSchema), required=True)


class PackDocumentSchema(Schema):
    """Kết quả kiểm tra một văn bản của bộ hồ sơ."""

    name = _text("Tên đã gửi.", "giao-uoc")
    stem = _text("Mã loại văn bản; rỗng là không có loại này.", "emulation_pledge")
    valid = Boolean(required=True, metadata={"description": "Không có lỗi."})
    findings = List(
        Nested(FindingSchema),
        required=True,
        metadata={"description": "`pointer` tính từ dữ liệu của văn bản này."},
    )


class PackVerdictSchema(Schema):
    """Kết quả kiểm tra một bộ hồ sơ."""

    valid = Boolean(required=True, metadata={"description": "Mọi văn bản đều không có lỗi."})
    documents = List(Nested(PackDocumentSchema), required=True)


class TemplateFaultSchema(Schema):
    """Một chỗ cần sửa trong mẫu Word."""

    part = _text("Phần trong tệp .docx.", "word/document.xml")
    place = _text("Vị trí bằng tiếng Việt.", "Thân văn bản, đoạn 12")
    tag = _text("Thẻ có lỗi; rỗng là cả phần hoặc cả mẫu.", "{{ ten }}")
    code = _text("Mã lỗi, không đổi qua các phiên bản.", "name_unknown")
    severity = _text("Mức độ.", validate=OneOf(["error", "warning", "info"]))
    message = _text("Lời giải thích và cách sửa.")


class TemplateVerdictSchema(Schema):
    """Kết quả kiểm tra mẫu."""

    valid = Boolean(required=True, metadata={"description": "Mẫu dùng được hay không."})
    faults = List(Nested(TemplateFaultSchema), required=True)


class SummarySchema(Schema):
    """Một loại văn bản."""

    stem = _text("Tên của loại văn bản trong các địa chỉ.")
    title = _text("Tên tiếng Việt.")
    links = Dict(keys=String(), values=String(), required=True)


class SampleSchema(Schema):
    """Một dữ liệu mẫu hợp lệ."""

    variant = _text("Tên mẫu; mẫu chính là default.")
    label = _text("Trích yếu của mẫu.")
    link = _text("Địa chỉ.")
    value = Dict(required=True, metadata={"description": "Dữ liệu."})


class EntrySchema(Schema):
    """Một trường của dữ liệu."""

    key = _text("Tên trường trong JSON.")
    path = _text("Các tên trường từ ngoài vào, nối bằng dấu chấm.")
    label = _text("Nhãn tiếng Việt.")
    kind = _text("Cách điền.")
    help = _text("Hướng dẫn.")
    required = Boolean(required=True, metadata={"description": "Bắt buộc hay không."})
    choices = Dict(keys=String(), values=String(), required=True)
    inner = List(
        Nested(lambda: EntrySchema()),
        attribute="fields",
        data_key="fields",
        required=True,
        metadata={"description": "Các trường bên trong."},
    )


class DocumentTypeSchema(SummarySchema):
    """Một loại văn bản với lược đồ, các trường và dữ liệu mẫu."""

    json_schema = Raw(required=True, metadata={"description": "JSON Schema 2020-12."})
    entries = List(Nested(EntrySchema), data_key="fields", required=True)
    samples = List(Nested(SampleSchema), required=True)


class PlaceSchema(Schema):
    """Một chỗ trong văn bản."""

    part = _text("page, header, body, table, text_box hoặc footer.", "body")
    paragraph = Integer(
        required=True, allow_none=True, metadata={"description": "Đoạn thứ mấy có chữ, từ 1."}
    )
    text = _text("Những chữ đầu của đoạn.", "Số: 5/KH-BQL")


class LayoutFindingSchema(Schema):
    """Một quy định mà văn bản chưa theo."""

    rule = _text("Mã quy định, không đổi qua các phiên bản.", "number_padding")
    severity = _text("Mức độ.", validate=OneOf(["error", "warning", "info"]))
    found = _text("Điều thấy trong văn bản.")
    expected = _text("Điều Nghị định quy định.")
    article = _text("Điểm, mục của Nghị định 30/2020/NĐ-CP.", "Phụ lục I, II.3")
    mend = _text("Cách sửa.")
    places = List(Nested(PlaceSchema), required=True)
    count = Integer(required=True, metadata={"description": "Số chỗ mắc lỗi này."})


class LayoutVerdictSchema(Schema):
    """Kết quả kiểm tra thể thức."""

    kind = String(
        required=True, allow_none=True, metadata={"description": "Loại văn bản nhận ra được."}
    )
    kind_name = _text("Tên loại bằng tiếng Việt.", "Kế hoạch")
    passed = Boolean(required=True, metadata={"description": "Không có lỗi và cảnh báo."})
    components = Dict(
        keys=String(),
        values=String(),
        required=True,
        metadata={
            "description": "Các thành phần nhận ra được: "
            + ", ".join(f"{name} ({says})" for name, says in COMPONENTS.items())
            + ".",
            "example": {"number": "Số: 15/KH-BQL"},
        },
    )
    findings = List(Nested(LayoutFindingSchema), required=True)
