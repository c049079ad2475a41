"""Making and checking documents."""

from __future__ import annotations

from typing import Any

from flask import Response, request

from service.errors import PayloadInvalid
from service.pdf.errors import ProfileUnknown
from service.pdf.preview import WIDTHS, page_png
from service.pipeline import MIMETYPES, Document, Format
from service.web.answers import document_answer
from service.web.api.body import body
from service.web.api.operation import FILE, OF_PAYLOADS, operation
from service.web.api.shapes import VerdictSchema
from service.web.current import pipeline

TAG = "Văn bản"
PICTURE = "image/png"
PAGE_WIDTH = 1000
PROFILE = "profile"
ARCHIVE: Format = "pdfa"
# By what Accept may ask for; the first is for those who ask for nothing in particular.
FORMATS: dict[str, Format] = {MIMETYPES["docx"]: "docx", MIMETYPES["pdf"]: "pdf"}
QUERY: dict[str, tuple[dict[str, Any], str]] = {
    PROFILE: (
        {"type": "string", "enum": [ARCHIVE]},
        "Cho bản PDF: `pdfa` là PDF/A-2b (ISO 19005-2) để lưu trữ lâu dài.",
    ),
    "page": ({"type": "integer", "minimum": 1, "default": 1}, "Cho ảnh: trang thứ mấy."),
    "width": (
        {"type": "integer", "minimum": WIDTHS[0], "maximum": WIDTHS[-1], "default": PAGE_WIDTH},
        "Cho ảnh: chiều rộng tính bằng điểm ảnh.",
    ),
}
STRICT: dict[str, tuple[dict[str, Any], str]] = {
    "strict": (
        {"type": "string", "enum": ["1"]},
        "`1`: coi cảnh báo như lỗi, trừ cảnh báo mà dữ liệu đã chấp nhận kèm lý do (`accept`).",
    ),
}
HEADERS = {
    "Content-Disposition": {
        "description": "Tên tệp theo RFC 6266: một tên không dấu và tên đầy đủ.",
        "schema": {"type": "string"},
    },
    "Repr-Digest": {
        "description": "SHA-256 của tệp theo RFC 9530.",
        "schema": {"type": "string"},
    },
    "Vanthu-Findings": {
        "description": "Số điều cần lưu ý; xem từng điều bằng lệnh kiểm tra.",
        "schema": {"type": "integer"},
    },
}


@operation(
    "/documents/<stem>",
    "Văn bản Word",
    FILE,
    method="POST",
    media_type=MIMETYPES["docx"],
    also=(MIMETYPES["pdf"], PICTURE),
    headers=HEADERS,
    query=QUERY | STRICT,
    problems=(*OF_PAYLOADS, 503),
    tag=TAG,
)
def make_document(stem: str) -> Response:
    """Tạo văn bản.

    Nhận dữ liệu JSON (UTF-8), trả về tệp .docx. Gửi kèm `Accept: application/pdf` thì trả về bản
    PDF, thêm `?profile=pdfa` thì là PDF/A-2b để lưu trữ; `Accept: image/png` thì trả về ảnh một
    trang: `?page=` là số trang, `?width=` là chiều rộng tính bằng điểm ảnh. Dữ liệu có lỗi thì trả
    về 422 với tất cả các chỗ cần sửa trong một lần.
    """
    wanted = request.accept_mimetypes.best_match([*FORMATS, PICTURE])
    if wanted == PICTURE:
        return _page_of(pipeline().make(stem, _payload(), "pdf", strict=_is_strict()))
    made = pipeline().make(stem, _payload(), _format(wanted), strict=_is_strict())
    return document_answer(made)


def _format(wanted: str | None) -> Format:
    """Raises ProfileUnknown for a profile that is not made, and for one of what is no PDF."""
    profile = request.args.get(PROFILE)
    if profile is None:
        return FORMATS.get(wanted or "", "docx")
    if wanted != MIMETYPES["pdf"] or profile != ARCHIVE:
        raise ProfileUnknown(
            f"Chỉ có ?{PROFILE}={ARCHIVE}, gửi cùng với header Accept: {MIMETYPES['pdf']}."
        )
    return ARCHIVE


def _page_of(document: Document) -> Response:
    page, width = _number("page", 1), _number("width", PAGE_WIDTH)
    return Response(page_png(document.data, page, width), mimetype=PICTURE)


def _number(name: str, default: int) -> int:
    """A whole number of the query; 0, which no page and no width is, for anything else."""
    text = request.args.get(name, str(default))
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else 0


@operation(
    "/documents/<stem>/check",
    "Kết quả kiểm tra",
    VerdictSchema(),
    method="POST",
    problems=tuple(status for status in OF_PAYLOADS if status != 422),
    query=STRICT,
    tag=TAG,
)
def check_document(stem: str) -> dict[str, Any]:
    """Kiểm tra dữ liệu, không tạo văn bản.

    Trả về 200 cả khi dữ liệu có lỗi: `valid` là false và `findings` nêu mọi lỗi.
    """
    try:
        findings = pipeline().check(stem, _payload(), strict=_is_strict())
    except PayloadInvalid as invalid:
        return {"valid": False, "findings": invalid.findings}
    return {"valid": True, "findings": findings}


def _is_strict() -> bool:
    return request.args.get("strict") == "1"


def _payload() -> bytes:
    return body("application/json", "JSON")
