"""What can be wrong with a template, said in Vietnamese with the place and the tag."""

from __future__ import annotations

import re
import string
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from service.errors import Finding, Severity, TemplateBroken, VanthuError
from service.word.limits import Exhausted
from service.word.pictures import Undrawable
from service.word.survey import Crossed, Torn
from service.word.tags import Tag
from service.word.values import Misplaced, Unprintable

# Filled in by str.format: braces that are meant stand twice.
MESSAGES = {
    # how a tag is written
    "tag_syntax": "Thẻ viết sai cú pháp{reason}: hãy sửa lại thẻ này.",
    "tag_unopened": "Có dấu đóng {sign} mà không có dấu mở {open}: hãy thêm dấu mở hoặc xóa đi.",
    "tag_unclosed": (
        "Thẻ mở bằng {open} mà không đóng bằng {close} trong cùng đoạn: hãy thêm dấu đóng."
    ),
    "sign_apart": (
        "“{sign}” không thành thẻ: dấu của thẻ viết liền nhau, {{{{ … }}}} hoặc {{% … %}}, không "
        "thừa không thiếu."
    ),
    "tag_empty": "Thẻ rỗng: hãy ghi tên trường vào giữa hai dấu, hoặc xóa thẻ.",
    "tag_level": (
        "Chữ “{letter}” sau dấu mở thẻ không dùng được ở đây: chỉ có p (đoạn), tr (hàng), tc (ô), "
        "r (cụm chữ), viết liền sau dấu mở rồi một dấu cách, ví dụ {{%p if … %}}."
    ),
    "tag_level_blank": "Thiếu dấu cách sau chữ “{level}”: hãy viết {{%{level} {word} … %}}.",
    "tag_level_sign": (
        "Thẻ có chữ “{level}” sau dấu mở không được chứa dấu % hoặc }} ở giữa: hãy tính trước bằng "
        "{{% set … %}} hoặc viết cách khác."
    ),
    "tag_outside": "Thẻ này chỉ dùng được trong {frame}: hãy chuyển vào đó hoặc bỏ chữ “{word}”.",
    "tag_outside_loop": "Thẻ này chỉ dùng được giữa {{%tc for … %}} và {{%tc endfor %}}.",
    "tag_lost": (
        "Thẻ này nằm chung {frame} với thẻ {kept} nên sẽ mất khi điền: hãy đặt mỗi thẻ ở một "
        "{frame} riêng."
    ),
    "text_lost": "Phần chữ “{text}” nằm chung {frame} với thẻ này nên sẽ không được in ra.",
    "statement_unknown": "Không có lệnh “{word}”.{hint}",
    "tags_too_many": (
        "Phần này có hơn {max} thẻ, hoặc quá nhiều dấu mở, đóng thẻ không thành cặp: hãy bớt thẻ "
        "và xóa các dấu thừa."
    ),
    # how tags belong together
    "block_unclosed": "Thẻ này mở mà không đóng: hãy thêm {close}.",
    "block_unopened": "Không có {open} nào đang mở để đi với thẻ này: hãy thêm hoặc xóa thẻ này.",
    "block_order": "Thẻ này đứng sau {{% else %}} của cùng một điều kiện: hãy chuyển lên trước.",
    "block_crossed": (
        "Thẻ này đóng {opened}, nhưng thẻ {outer} mở trước đó đã bị đóng sớm hơn: thẻ mở sau phải "
        "được đóng trước."
    ),
    "block_too_deep": "Điều kiện và vòng lặp lồng nhau quá {max} tầng: hãy bớt đi.",
    "tag_crossed": (
        "Thẻ mở và thẻ đóng không nằm trong cùng một khung (đoạn, hàng, ô, bảng): hãy đặt cả hai "
        "ở hai đoạn riêng bằng {{%p … %}}, hoặc hai hàng riêng của cùng một bảng bằng {{%tr … %}}."
    ),
    "tag_torn": "Có thẻ thiếu dấu đóng, nuốt mất một phần văn bản: hãy tìm thẻ chưa đóng.",
    # what a tag asks for
    "name_unknown": "Không có trường hay biến tên “{name}”{where}.{hint}",
    "field_unguarded": (
        "“{name}”{label} có thể bỏ trống: hãy bọc thẻ trong {{% if {guard} %}} … {{% endif %}}."
    ),
    "item_unguarded": (
        "“{label}” có thể bỏ trống ở một số mục mà bộ lọc {filter} cần ở mọi mục: hãy chọn trước "
        "các mục có giá trị bằng |select hoặc |selectattr('…')."
    ),
    "field_unprinted": (
        "Không thẻ nào in trường “{label}” ({name}): điều người dùng ghi ở đó sẽ không có trong "
        "văn bản."
    ),
    "else_missing": "Thẻ “… if …” thiếu “else”: hãy viết thêm else '' ở cuối.",
    "value_raw": "Giá trị này in ra dạng thô ({shown}): hãy thêm bộ lọc, ví dụ {name}|{filter}.",
    "name_quoted": (
        "Thẻ này in ra đúng chữ “{text}”: nếu muốn in giá trị của trường, hãy bỏ dấu nháy."
    ),
    "flag_printed": (
        "“{name}” chỉ là có hoặc không, in ra True hoặc False: hãy viết "
        "{{% if {name} %}} … {{% endif %}}."
    ),
    "filter_unknown": "Không có bộ lọc “{name}”.{hint}",
    "test_unknown": "Không có phép thử “is {name}”.{hint}",
    "filter_arguments": "Bộ lọc “{name}” nhận sai số tham số: cần viết {usage}.",
    "filter_mismatch": (
        "Bộ lọc “{name}” nhận {wanted}, mà “{value}” là {given}: hãy chọn bộ lọc khác hoặc trường "
        "khác."
    ),
    "paragraph_needed": (
        "Bộ lọc “{name}” vẽ cả một đoạn: hãy đặt thẻ ở một đoạn riêng và viết {{{{p … }}}}."
    ),
    "tag_unsafe": "Thẻ dùng thứ không được phép ({reason}): hãy bỏ đi.",
    # what shows when the template is filled
    "tag_exhausted": "Mẫu lặp quá nhiều hoặc tạo ra văn bản quá lớn: hãy xem lại vòng lặp.",
    "tag_missing_name": "Không có dữ liệu tên này: hãy sửa tên hoặc bọc trong {{% if … %}}.",
    "tag_not_text": (
        "Thẻ này cho ra một nhóm trường, một danh sách hoặc một hình, không phải chữ in được ở "
        "đây: hãy in từng trường bên trong, danh sách thì đặt trong {{% for … %}}."
    ),
    "text_between": (
        "Thẻ này cho ra chữ, mà chữ không đứng được ngoài đoạn: hãy bỏ chữ p, r, tr hoặc tc sau "
        "dấu mở thẻ."
    ),
    "tag_undrawable": "Thẻ này không vẽ được (hãy xem cả chiều rộng đã cho): {why}",
    "tag_unfillable": (
        "Thẻ này không điền được với dữ liệu đã cho: hãy xem lại bộ lọc và phép tính."
    ),
    "template_too_heavy": (
        "Kiểm tra mẫu mất quá nhiều thời gian hoặc bộ nhớ: hãy bớt nội dung, vòng lặp rồi gửi lại."
    ),
    "more_faults": "Còn {count} lỗi nữa chưa liệt kê: hãy sửa các lỗi trên rồi kiểm tra lại.",
}
_LONGEST = 120
_WARNINGS = {"text_lost", "field_unprinted", "name_quoted", "sign_apart", "value_raw"}

_VALUES = {
    name for text in MESSAGES.values() for _, name, _, _ in string.Formatter().parse(text) if name
}

# Jinja words its messages in English only; what is not found here is shown as it is.
_JINJA = {
    r"[Ee]xpected token '(.+?)', got '(.+)'": r"cần {0}, nhưng gặp {1}",
    r"Expected an expression, got '(.+)'": r"thiếu tên hoặc giá trị trước {0}",
    r"unexpected '(end of .+)'": r"thiếu giá trị trước {0}",
    r"expected name or number": r"thiếu tên sau dấu chấm",
    r"unexpected '(.+)', expected '(.+)'": r"gặp {0} trong khi cần {1}",
    r"unexpected '(.+)'": r"thừa {0}",
    r"unexpected char ['\"](.+)['\"] at \d+": r"có ký tự lạ hoặc nháy chưa đóng {0}",
    r"Missing end of comment tag": r"thiếu dấu #}}",
    r"tag name expected": r"thiếu tên lệnh",
    r"Unexpected end of template.*": r"thiếu thẻ đóng",
}
# Of these the template's own word is told, though it be the name of a token: no filter “float”.
_JINJA_NAMES = {
    r"can't assign to '(.+)'": r"không đặt được tên biến là “{0}”",
    r"Encountered unknown tag '(.+?)'.*": r"không có lệnh “{0}”",
    r"No filter named '(.+?)'.*": r"không có bộ lọc “{0}”",
    r"No test named '(.+?)'.*": r"không có phép thử “{0}”",
}
_TOKENS = {
    "end of print statement": "dấu }}",
    "end of statement block": "dấu %}",
    "end of template": "hết thẻ",
    "name": "một tên",
    "integer": "một số",
    "float": "một số",
    "string": "chữ trong dấu nháy",
}


def explained() -> dict[str, str]:
    """Each code with its message, values in braces as people read them."""
    names = {name: f"{{{name}}}" for name in _VALUES}
    return {code: text.format(**names) for code, text in MESSAGES.items()}


def in_vietnamese(message: str) -> str:
    """A message of Jinja's parser in Vietnamese."""
    for english, vietnamese in _JINJA_NAMES.items():
        if found := re.fullmatch(english, message, re.DOTALL):
            return vietnamese.format(*found.groups())
    for english, vietnamese in _JINJA.items():
        if found := re.fullmatch(english, message, re.DOTALL):
            shown = [_TOKENS.get(token, f"“{token}”") for token in found.groups()]
            return vietnamese.format(*shown)
    return message


@dataclass(frozen=True)
class TemplateFault:
    """One thing wrong with a template. tag: None when it is of the whole part or file.

    part: the part's Vietnamese name; member: its name in the package.
    """

    code: str
    message: str
    tag: Tag | None = None
    part: str = ""
    severity: Severity = "error"
    member: str = ""

    @property
    def place(self) -> str:
        """Thân văn bản, đoạn 12; the part's name when the tag is not known."""
        return str(self.tag.place) if self.tag else self.part

    @property
    def shown(self) -> str:
        """The tag on one line, shortened; "" when it is not known."""
        return clipped(self.tag.text) if self.tag else ""

    def finding(self) -> Finding:
        """As the one type of finding; the label holds place and tag."""
        label = f"{self.place}: {self.shown}" if self.tag else self.place
        return Finding(self.code, self.message, label=label, severity=self.severity)

    def as_dict(self) -> dict[str, str]:
        """As JSON tells it; "" for what is not known."""
        return {
            "part": self.tag.place.part if self.tag else self.member,
            "place": self.place,
            "tag": self.shown,
            "code": self.code,
            "severity": self.severity,
            "message": self.message,
        }


def clipped(text: str) -> str:
    """Words of a template on one line of at most 120 letters that print."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text[:_LONGEST]).split())
    return f"{line}…" if len(text) > _LONGEST else line


class FaultyTemplate(TemplateBroken):
    """A template that cannot be used, with its faults as they are: `told`."""

    def __init__(self, detail: str, told: Sequence[TemplateFault]) -> None:
        super().__init__(detail, [fault.finding() for fault in told])
        self.told = tuple(told)


def template_fault(
    code: str, tag: Tag | None, part: str, member: str = "", **values: Any
) -> TemplateFault:
    """The fault of a code."""
    severity: Severity = "warning" if code in _WARNINGS else "error"
    message = MESSAGES[code].format(**values)
    return TemplateFault(code, message, tag, part, severity, member)


def broken(faults: list[TemplateFault]) -> FaultyTemplate:
    """The error that carries faults; its detail names the first with its place."""
    first = faults[0].finding()
    more = f" Còn {len(faults) - 1} lỗi nữa." if len(faults) > 1 else ""
    detail = f"{first.label}: {first.message}" if first.label else first.message
    return FaultyTemplate(detail + more, faults)


def faults_of(error: VanthuError, part: str = "") -> list[TemplateFault]:
    """The faults that a refused template carries, or one that holds what the error says."""
    if isinstance(error, FaultyTemplate):
        return list(error.told)
    return [TemplateFault(error.code, error.detail, part=part)]


def fault_of(error: BaseException, tag: Tag | None, part: str) -> TemplateFault:
    """The fault that an error of compiling or filling tells. It never quotes data."""
    match error:
        case Crossed():
            return template_fault("tag_crossed", tag, part)
        case Torn():
            return template_fault("tag_torn", tag, part)
        case TemplateSyntaxError():
            return syntax_fault(error.message or "", tag, part)
        case Exhausted():
            return template_fault("tag_exhausted", tag, part)
        case SecurityError():
            return template_fault("tag_unsafe", tag, part, reason=error.message or "")
        case UndefinedError():
            return template_fault("tag_missing_name", tag, part)
        case Misplaced():
            return template_fault("text_between", tag, part)
        case Unprintable():
            return template_fault("tag_not_text", tag, part)
        case Undrawable():
            return template_fault("tag_undrawable", tag, part, why=error.fault)
    return template_fault("tag_unfillable", tag, part)


def syntax_fault(message: str, tag: Tag | None, part: str, member: str = "") -> TemplateFault:
    """The fault of what Jinja's parser says."""
    reason = f" ({in_vietnamese(message)})" if message else ""
    return template_fault("tag_syntax", tag, part, member, reason=reason)
