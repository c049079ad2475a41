"""Making and checking documents."""

from __future__ import annotations

from typing import Any

from flask import Response

from service.errors import PayloadInvalid
from service.pipeline import MIMETYPES
from service.web.answers import document_answer
from service.web.api.body import body
from service.web.api.operation import OF_PAYLOADS, operation
from service.web.api.shapes import VerdictSchema
from service.web.current import pipeline

TAG = "Văn bản"
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
    {"type": "string", "format": "binary"},
    method="POST",
    media_type=MIMETYPES["docx"],
    headers=HEADERS,
    problems=OF_PAYLOADS,
    tag=TAG,
)
def make_document(stem: str) -> Response:
    """Tạo văn bản.

    Nhận dữ liệu JSON (UTF-8), trả về tệp .docx. Dữ liệu có lỗi thì trả về 422 với tất cả các chỗ
    cần sửa trong một lần.
    """
    return document_answer(pipeline().make(stem, _payload()))


@operation(
    "/documents/<stem>/check",
    "Kết quả kiểm tra",
    VerdictSchema(),
    method="POST",
    problems=tuple(status for status in OF_PAYLOADS if status != 422),
    tag=TAG,
)
def check_document(stem: str) -> dict[str, Any]:
    """Kiểm tra dữ liệu, không tạo văn bản.

    Trả về 200 cả khi dữ liệu có lỗi: `valid` là false và `findings` nêu mọi lỗi.
    """
    try:
        findings = pipeline().check(stem, _payload())
    except PayloadInvalid as invalid:
        return {"valid": False, "findings": invalid.findings}
    return {"valid": True, "findings": findings}


def _payload() -> bytes:
    return body("application/json", "JSON")
