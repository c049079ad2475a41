"""The letter's template: a subject, a body, the guests, a signer."""

from __future__ import annotations

import io

import docx


def build(sizes: str) -> bytes:
    page = docx.Document()
    page.add_paragraph("{{ subject }}")
    page.add_paragraph("{{ body or '' }}")
    page.add_paragraph("{% for guest in guests %}{{ guest.name }}; {% endfor %}")
    page.add_paragraph("{{ signer.name }}")
    buffer = io.BytesIO()
    page.save(buffer)
    return buffer.getvalue()
