"""One shape for every failure: problem details (RFC 9457) for the API, a page for people."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flask import Flask, Response, current_app, json, render_template, request
from werkzeug.exceptions import HTTPException

from service.confined import Busy, TooHeavy
from service.errors import (
    Finding,
    PackageRefused,
    PayloadInvalid,
    PayloadUnreadable,
    TemplateBroken,
    UnknownDocumentType,
    VanthuError,
)
from service.pdf.errors import NoSuchPage, PdfBusy, PdfFailed, PdfUnavailable, ProfileUnknown
from service.pipeline import MIMETYPES
from service.web.samples import UnknownSample

MEDIA_TYPE = "application/problem+json"
# What programs ask for; the rest is read by people.
MACHINE_PATHS = ("/api", "/healthz", "/readyz")
FAULT_MEMBERS = ("pointer", "label", "code", "message")

STATUSES: dict[type[VanthuError], int] = {
    PayloadUnreadable: 400,
    ProfileUnknown: 400,
    UnknownDocumentType: 404,
    UnknownSample: 404,
    PayloadInvalid: 422,
    PackageRefused: 422,
    TooHeavy: 422,
    TemplateBroken: 500,
    Busy: 503,
    PdfBusy: 503,
    PdfUnavailable: 503,
    PdfFailed: 500,
    NoSuchPage: 404,
    VanthuError: 500,
}

# Status -> code, title, detail.
HTTP: dict[int, tuple[str, str, str]] = {
    400: ("bad_request", "Yêu cầu sai", "Máy chủ không hiểu yêu cầu này."),
    404: (
        "not_found",
        "Không tìm thấy",
        "Không tìm thấy nội dung ở địa chỉ này: hãy xem lại đường dẫn.",
    ),
    405: (
        "method_not_allowed",
        "Sai phương thức",
        "Địa chỉ này không nhận phương thức đã dùng; xem các phương thức được nhận ở header Allow.",
    ),
    411: (
        "length_required",
        "Thiếu độ dài",
        "Yêu cầu phải có header Content-Length.",
    ),
    413: ("too_large", "Dữ liệu quá lớn", "Mỗi lần gửi nhiều nhất {limit} MB."),
    415: (
        "unsupported_media_type",
        "Sai loại nội dung",
        (
            "Hãy ghi đúng header Content-Type: application/json cho dữ liệu JSON, "
            f"{MIMETYPES['docx']} cho mẫu .docx."
        ),
    ),
    500: (
        "internal_error",
        "Lỗi của máy chủ",
        "Phần mềm gặp lỗi ngoài dự kiến. Hãy thử lại; nếu vẫn lỗi, hãy báo người quản trị.",
    ),
}
OTHER = ("http_error", "Yêu cầu không thực hiện được", "Máy chủ từ chối yêu cầu này.")

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Problem:
    """A failure as its reader sees it."""

    status: int
    code: str
    title: str
    detail: str
    findings: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, error: VanthuError) -> Problem:
        """The problem that an expected error is."""
        kind = next(ancestor for ancestor in type(error).__mro__ if ancestor in STATUSES)
        return cls(STATUSES[kind], error.code, error.title, error.detail, error.findings)

    @classmethod
    def of_status(cls, status: int) -> Problem:
        """The problem that an HTTP status is."""
        code, title, detail = HTTP.get(status, OTHER)
        limit = f"{current_app.config['MAX_CONTENT_LENGTH'] / 2**20:.3g}".replace(".", ",")
        return cls(status, code, title, detail.format(limit=limit))

    def as_dict(self) -> dict[str, Any]:
        """The members of the problem details object."""
        return {
            "type": f"/api/v1/problems#{self.code}",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            "code": self.code,
            "errors": list(self._errors()),
        }

    def _errors(self) -> Iterator[dict[str, str]]:
        for finding in self.findings:
            yield {name: getattr(finding, name) for name in FAULT_MEMBERS}


def known_problems() -> list[tuple[int, str, str]]:
    """Status, code and title of every problem that the service answers with."""
    named = {error: status for error, status in STATUSES.items() if error is not VanthuError}
    expected = [(status, error.code, error.title) for error, status in named.items()]
    general = [(status, code, title) for status, (code, title, _) in HTTP.items()]
    return sorted(expected + general)


def register(app: Flask) -> None:
    """Make every failure of the application one of ours."""
    app.register_error_handler(VanthuError, _expected)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unexpected)


def _expected(error: VanthuError) -> Response:
    answer = _answer(Problem.of(error))
    answer.retry_after = error.retry_after
    return answer


def _http(error: HTTPException) -> Response:
    answer = _answer(Problem.of_status(error.code or 500))
    kept = [item for item in error.get_headers() if item[0].lower() != "content-type"]
    answer.headers.extend(kept)
    return answer


def _unexpected(error: Exception) -> Response:
    # The message may quote a payload; the class and the lines of code never do.
    lines = "".join(traceback.format_tb(error.__traceback__))
    _log.error("%s at %s\n%s", type(error).__name__, request.url_rule, lines)
    return _answer(Problem.of_status(500))


def _answer(problem: Problem) -> Response:
    if request.path.startswith(MACHINE_PATHS):
        body, media_type = json.dumps(problem.as_dict()), MEDIA_TYPE
    else:
        body, media_type = render_template("problem.html", problem=problem), "text/html"
    return current_app.response_class(body, status=problem.status, mimetype=media_type)
