"""Headers that keep browsers from doing more with an answer than we meant."""

from __future__ import annotations

from flask import Response

POLICY = (
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "object-src 'none'; img-src 'self' data:"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def guard(answer: Response) -> Response:
    """The answer with every header that its view has not set itself."""
    for name, value in HEADERS.items():
        answer.headers.setdefault(name, value)
    return answer
