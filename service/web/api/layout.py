"""Checking the layout of anybody's document."""

from __future__ import annotations

from typing import Any

from service import confined
from service.nd30.report import as_dict
from service.pipeline import MIMETYPES
from service.web.api.body import body
from service.web.api.operation import operation
from service.web.api.shapes import LayoutVerdictSchema

_DOCX = MIMETYPES["docx"]


@operation(
    "/layout-checks",
    "Kết quả kiểm tra thể thức",
    LayoutVerdictSchema(),
    method="POST",
    takes=_DOCX,
    problems=(400, 405, 413, 415, 422, 500, 503),
    tag="Thể thức",
)
def check_layout() -> dict[str, Any]:
    """Kiểm tra thể thức một văn bản Word, không lưu lại.

    Nhận tệp .docx bất kỳ, đối chiếu với Nghị định 30/2020/NĐ-CP theo những gì nhìn thấy trong văn
    bản; `components` là các thành phần thể thức nhận ra được. Văn bản của Đảng và văn bản quy phạm
    pháp luật được nhận ra và không bị đánh giá.
    """
    return as_dict(confined.check_layout(body(_DOCX, "tệp .docx")))
