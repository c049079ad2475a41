"""Checking templates that people have made in Word."""

from __future__ import annotations

from typing import Any

from service import confined
from service.pipeline import MIMETYPES
from service.web.api.body import body
from service.web.api.operation import operation
from service.web.api.shapes import TemplateVerdictSchema
from service.web.current import catalog, pipeline

_DOCX = MIMETYPES["docx"]


@operation(
    "/document-types/<stem>/template-checks",
    "Kết quả kiểm tra mẫu",
    TemplateVerdictSchema(),
    method="POST",
    takes=_DOCX,
    problems=(400, 404, 405, 413, 415, 500, 503),
)
def check_template(stem: str) -> dict[str, Any]:
    """Kiểm tra một mẫu Word, không lưu lại.

    Nhận tệp .docx, trả về 200 cả khi mẫu có lỗi: `valid` là false và `faults` nêu mọi lỗi theo thứ
    tự trong mẫu. Mẫu chỉ có cảnh báo thì vẫn dùng được.
    """
    kind = catalog()[stem]
    faults = confined.lint(body(_DOCX, "mẫu .docx"), kind.stem, pipeline().home, wait=False)
    return {"valid": all(fault.severity != "error" for fault in faults), "faults": faults}
