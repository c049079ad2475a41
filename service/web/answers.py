"""A finished document as an HTTP answer."""

from __future__ import annotations

import base64
import unicodedata
from urllib.parse import quote

from flask import Response

from service.naming import ascii_name
from service.pipeline import Document

# RFC 8187, section 3.2.1: what may stand unencoded in an extended parameter.
_ATTR_CHAR = "!#$&+-.^_`|~"


def document_answer(document: Document) -> Response:
    """The document as a download, with its digest (RFC 9530) and its number of findings."""
    digest = base64.b64encode(bytes.fromhex(document.sha256)).decode()
    answer = Response(document.data, mimetype=document.mimetype)
    answer.headers["Content-Disposition"] = attachment(document.name)
    answer.headers["Repr-Digest"] = f"sha-256=:{digest}:"
    answer.headers["Vanthu-Findings"] = str(len(document.findings))
    return answer


def attachment(name: str) -> str:
    """Content-Disposition by RFC 6266: an ASCII name, and the true one for who reads it."""
    true_name = quote(unicodedata.normalize("NFC", name), safe=_ATTR_CHAR)
    return f"attachment; filename=\"{ascii_name(name)}\"; filename*=UTF-8''{true_name}"
