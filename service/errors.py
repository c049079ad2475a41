"""What can go wrong: findings with a stable code and a place, and the errors that carry them.

Every Vietnamese message that a payload can earn stands once, in MESSAGES, and says what to do.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Literal

from service.vietnamese import dates, figures

MAX_FINDINGS = 500

Severity = Literal["error", "warning", "info"]

MESSAGES: dict[str, str] = {
    # one field
    "required": "Trường này bắt buộc: hãy bổ sung.",
    "null": "Không được để null: hãy điền giá trị hoặc bỏ hẳn trường này.",
    "invalid": "Giá trị không hợp lệ.",
    "not_object": "Cần một nhóm trường đặt trong ngoặc nhọn, mỗi trường có tên.",
    "not_list": "Cần một danh sách đặt trong ngoặc vuông.",
    "not_text": "Cần chữ đặt trong dấu nháy kép, không phải số, true/false hay danh sách.",
    "not_whole_number": "Cần số nguyên viết không có dấu nháy, ví dụ 15.",
    "not_number": "Cần số viết không có dấu nháy, phần lẻ sau dấu chấm, ví dụ 8.3.",
    "not_boolean": "Cần true hoặc false.",
    "not_date": "Không phải ngày có thật. Viết năm-tháng-ngày, ví dụ 2022-11-08.",
    "not_moment": "Không phải thời điểm có thật. Viết ngày và giờ, ví dụ 2022-11-08T14:00.",
    "not_choice": "Chỉ nhận một trong các giá trị: {choices}.",
    "not_symbol": "Không đúng dạng số, ký hiệu văn bản, ví dụ 152/2025/NĐ-CP hoặc 15/KH-BQL.",
    "not_abbreviation": (
        "Chữ viết tắt gồm chữ in hoa và chữ số, các nhóm nối bằng dấu gạch nối, ví dụ BQL, UBND-VX."
    ),
    "control_character": (
        "Có ký tự điều khiển không in được ({found}). Hãy xóa ký tự đó rồi gửi lại."
    ),
    "stacked_marks": "Có chữ mang quá nhiều dấu chồng lên nhau: hãy gõ lại chữ đó.",
    "line_break_in_name": "Tên phải nằm trên một dòng: hãy bỏ dấu xuống dòng và dấu tab.",
    "blank": "Cần ít nhất một chữ hoặc số: hãy bổ sung hoặc bỏ hẳn trường này.",
    "too_long": "Quá dài: tối đa {max} ký tự.",
    "too_few": "Cần ít nhất {min} mục.",
    "too_many": "Nhiều nhất {max} mục.",
    "too_small": "Phải từ {min} trở lên.",
    "too_large": "Không được quá {max}.",
    "not_base64": (
        "Cần tệp ảnh viết bằng base64, đặt trong dấu nháy kép, không có phần “data:…,” ở đầu."
    ),
    "not_picture": "Không phải ảnh PNG hoặc JPEG: hãy mở ảnh rồi lưu thành .png hoặc .jpg.",
    "picture_damaged": "Tệp ảnh hỏng hoặc bị cắt cụt: hãy mở ảnh, lưu lại rồi gửi lại.",
    "picture_too_heavy": "Tệp ảnh quá nặng: nhiều nhất {max} MB. Hãy thu nhỏ ảnh rồi gửi lại.",
    "picture_too_large": (
        "Ảnh {width} × {height} điểm ảnh là quá lớn: mỗi cạnh nhiều nhất {side}, cả ảnh nhiều nhất "
        "{max} triệu điểm ảnh. Hãy thu nhỏ ảnh rồi gửi lại."
    ),
    "pictures_too_large": (
        "Các ảnh cộng lại quá {max} triệu điểm ảnh: hãy thu nhỏ hoặc bỏ bớt ảnh."
    ),
    "qr_too_long": ("Quá dài cho mã QR rộng {width} mm, máy quét sẽ không đọc được: hãy rút ngắn."),
    "too_precise": "Nhiều nhất {places} chữ số sau dấu phẩy thập phân.",
    "unknown_key": "Không có trường tên “{key}”.{hint}",
    "computed_key": "Trường này do phần mềm tự tính, không nhập: hãy bỏ đi.",
    "duplicate_key": "Tên trường xuất hiện hai lần trong cùng một đối tượng: hãy giữ lại một.",
    "too_deep": "Dữ liệu lồng nhau quá {max} tầng.",
    "more_faults": "Còn {count} lỗi nữa chưa liệt kê: hãy sửa các lỗi trên rồi gửi lại.",
    # several fields
    "required_here": "Bắt buộc khi {condition}: hãy bổ sung.",
    "not_used_here": "Không dùng khi {condition}: hãy bỏ trường này.",
    "end_before_start": "Kết thúc ({end}) phải sau bắt đầu ({start}).",
    "duplicate_entry": "“{value}” đã có ở mục {first}: mỗi tên chỉ ghi một lần.",
}


class Message(str):
    """A Vietnamese message that knows its stable code; formatting keeps the code."""

    code: str
    __slots__ = ("code",)

    def __new__(cls, code: str, text: str) -> Message:
        self = super().__new__(cls, text)
        self.code = code
        return self

    def format(self, *args: object, **values: object) -> Message:
        return Message(self.code, super().format(*args, **values))


# Severity of the codes that stop no document; all others are errors.
SEVERITIES: dict[str, Severity] = {}


def register(messages: dict[str, str], severity: Severity = "error") -> None:
    """Add messages of one severity; raises ValueError when a code is given a second text."""
    for code, text in messages.items():
        if MESSAGES.setdefault(code, text) != text:
            raise ValueError(f"message code {code!r} is taken")
        if severity != "error":
            SEVERITIES[code] = severity


def message(code: str) -> Message:
    """The unformatted message of a code, for marshmallow to format."""
    return Message(code, MESSAGES[code])


def fault(code: str, **values: object) -> Message:
    """The finished message of a code; dates and numbers as they are printed."""
    return message(code).format(**{name: _shown(value) for name, value in values.items()})


def _shown(value: object) -> object:
    if isinstance(value, dt.datetime):
        return f"{dates.clock(value)}, {dates.issue_date(value)}"
    if isinstance(value, dt.date):
        return dates.short_date(value)
    return figures.figure(value) if isinstance(value, Decimal) else value


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to know about a payload.

    pointer: JSON pointer (RFC 6901) into the payload; label: the Vietnamese path a clerk reads;
    accepted: why the payload accepts this warning, "" when it does not.
    """

    code: str
    message: str
    pointer: str = ""
    label: str = ""
    severity: Severity = "error"
    accepted: str = ""

    def as_dict(self) -> dict[str, str]:
        return asdict(self)


class VanthuError(Exception):
    """Base of all expected errors. `code` is stable; `title` and `detail` are Vietnamese."""

    code = "error"
    title = "Có lỗi"
    # Seconds until the same may be tried again, where waiting helps.
    retry_after: int | None = None

    def __init__(self, detail: str, findings: Sequence[Finding] = ()) -> None:
        super().__init__(detail)
        self.detail = detail
        self.findings = tuple(findings)

    @property
    def faults(self) -> tuple[Finding, ...]:
        """The findings, or one that holds the detail: never empty."""
        return self.findings or (Finding(self.code, self.detail),)


class PayloadUnreadable(VanthuError):
    """The bytes are not the JSON that the service reads."""

    code = "payload_unreadable"
    title = "Không đọc được dữ liệu JSON"


class PayloadInvalid(VanthuError):
    """The JSON is readable but breaks its schema; `findings` holds every fault, to MAX_FINDINGS."""

    code = "payload_invalid"
    title = "Dữ liệu chưa hợp lệ"

    def __init__(self, findings: Sequence[Finding], total: int) -> None:
        """findings: as many as are shown; total: how many there are."""
        rest = total - len(findings)
        more = [finding_of(fault("more_faults", count=rest))] if rest else []
        super().__init__(f"Có {total} chỗ cần sửa.", [*findings, *more])


class UnknownDocumentType(VanthuError):
    """No document type has this stem."""

    code = "unknown_document_type"
    title = "Không có loại văn bản này"


class TemplateBroken(VanthuError):
    """A template cannot be filled with valid data: the template is at fault, not the payload."""

    code = "template_broken"
    title = "Mẫu văn bản có lỗi"


class PackageRefused(VanthuError):
    """An uploaded Office package is broken, hides something or would cost too much to open."""

    code = "package_refused"
    title = "Tệp không dùng được"


class CatalogIncomplete(VanthuError):
    """A document type lacks its schema, template or sample."""

    code = "catalog_incomplete"
    title = "Loại văn bản chưa đủ tệp"


class SettingsInvalid(VanthuError):
    """An environment variable holds a value that cannot be used."""

    code = "settings_invalid"
    title = "Cấu hình không hợp lệ"


def finding_of(
    error: object, pointer: str = "", label: str = "", severity: Severity | None = None
) -> Finding:
    """A finding from a message; foreign messages, such as marshmallow's, get the code `invalid`.

    severity: that of the code when None.
    """
    known = error if isinstance(error, Message) else message("invalid")
    severity = severity or SEVERITIES.get(known.code, "error")
    return Finding(known.code, str(known), pointer, label, severity)
