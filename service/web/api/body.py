"""What a request brings: one body of one kind, whole."""

from __future__ import annotations

from flask import current_app, request
from werkzeug.exceptions import RequestEntityTooLarge, UnsupportedMediaType

from service.errors import PayloadUnreadable


def body(mimetype: str, name: str) -> bytes:
    """The body of this request. name: what it is, for who sent none.

    Raises PayloadUnreadable when there is none, UnsupportedMediaType, RequestEntityTooLarge.
    """
    data = request.get_data(cache=False)
    if request.content_length is None and len(data) >= current_app.config["MAX_CONTENT_LENGTH"]:
        raise RequestEntityTooLarge  # a body sent in chunks is cut at the limit, not refused
    if not data:
        raise PayloadUnreadable(f"Yêu cầu không có dữ liệu: hãy gửi {name} trong thân yêu cầu.")
    if request.mimetype != mimetype:
        raise UnsupportedMediaType
    return data
