"""What was found, told to a clerk line by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from service.errors import Severity
from service.law.kinds import KINDS, PLEDGE
from service.nd30.check import Verdict
from service.nd30.findings import LayoutFinding, Place

_SEVERITIES: dict[Severity, str] = {"error": "Lỗi", "warning": "Cần xem", "info": "Lưu ý"}
_PARTS = {
    "page": "Trang",
    "header": "Lề trên",
    "footer": "Lề dưới",
    "body": "Đoạn",
    "table": "Trong bảng, đoạn",
    "text_box": "Trong khung chữ, đoạn",
}
# Verdict.components, as the decree's appendix I names them.
COMPONENTS = {
    "national": "Quốc hiệu",
    "motto": "Tiêu ngữ",
    "parent": "Cơ quan chủ quản",
    "issuer": "Cơ quan ban hành",
    "number": "Số, ký hiệu",
    "date": "Địa danh, thời gian",
    "letter_subject": "Trích yếu công văn",
    "kind": "Tên loại",
    "subject": "Trích yếu",
    "addressees": "Kính gửi",
    "authority": "Quyền hạn, chức vụ người ký",
    "signer": "Họ tên người ký",
    "recipients": "Nơi nhận",
    "appendices": "Phụ lục",
}
_ARTICLE = "Nghị định 30/2020/NĐ-CP"


def as_lines(verdict: Verdict) -> Iterator[str]:
    """A line for the whole, then for each finding what is wrong, what is asked, how to mend it."""
    yield summary(verdict)
    for each in verdict.findings:
        yield f"{_SEVERITIES[each.severity]} [{each.rule}] {where(each)}: {each.found}"
        yield f"    Quy định: {each.expected} ({each.article})"
        yield f"    Cách sửa: {each.mend}"


def summary(verdict: Verdict) -> str:
    """Kế hoạch: 2 lỗi, 1 chỗ cần xem, 0 lưu ý."""
    counts = dict.fromkeys(_SEVERITIES, 0)
    for each in verdict.findings:
        counts[each.severity] += 1
    if not verdict.findings:
        return f"{kind_name(verdict.kind)}: không thấy lỗi thể thức theo {_ARTICLE}."
    return (
        f"{kind_name(verdict.kind)}: {counts['error']} lỗi, {counts['warning']} chỗ cần xem, "
        f"{counts['info']} lưu ý."
    )


def kind_name(kind: str | None) -> str:
    """The Vietnamese name of a recognised kind."""
    if kind == "pledge":
        return PLEDGE.name
    return KINDS[kind].name if kind in KINDS else "Văn bản"


def as_dict(verdict: Verdict) -> dict[str, Any]:
    """As JSON: {kind, kind_name, passed, components, findings: [LayoutFinding.as_dict()]}."""
    return {
        "kind": verdict.kind,
        "kind_name": kind_name(verdict.kind),
        "passed": verdict.passed,
        "components": verdict.components,
        "findings": [each.as_dict() for each in verdict.findings],
    }


def from_dict(told: Mapping[str, Any]) -> Verdict:
    """The verdict that `as_dict` told."""
    return Verdict(told["kind"], tuple(map(_finding, told["findings"])), told["components"])


def _finding(told: Mapping[str, Any]) -> LayoutFinding:
    return LayoutFinding(**{**told, "places": tuple(Place(**place) for place in told["places"])})


def where(found: LayoutFinding) -> str:
    """Đoạn 3 “Số: 5/KH-BQL” và 2 chỗ khác."""
    more = found.count - 1
    place = _place(found.places[0])
    return f"{place} và {more} chỗ khác" if more else place


def _place(place: Place) -> str:
    named = _PARTS[place.part]
    number = f" {place.paragraph}" if place.paragraph else ""
    return f"{named}{number} “{place.text}”" if place.text else f"{named}{number}"
