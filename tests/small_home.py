"""A home folder with one tiny document type, for tests that need no real one."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import docx

_SCHEMA = """
from service.errors import Finding
from service.fields import Name, Whole
from service.schema import Schema


class Note(Schema):
    class Meta(Schema.Meta):
        title = "Giấy báo"

    subject = Name("Trích yếu", required=True)
    copies = Whole("Số bản", minimum=1)

    def findings(self, data):
        if data["copies"] is None:
            yield Finding("no_copies", "Chưa ghi số bản.", "/copies", "Số bản", "info")
"""

_RECIPE = """
import io

import docx


def build(sizes):
    page, buffer = docx.Document(), io.BytesIO()
    page.add_paragraph("{{ subject }}")
    page.save(buffer)
    return buffer.getvalue()
"""

STEM = "note"
GOOD = {"subject": "Họp giao ban", "copies": 2}


def build_home(folder: Path) -> Path:
    """Write the type `note`: subject (required), copies (from 1; absent earns a finding)."""
    for path, text in {
        "schemas/note.py": _SCHEMA,
        "templates_docx/recipes/note.py": _RECIPE,
        "samples/note.json": json_of(GOOD).decode(),
        "samples/note.long.json": json_of(GOOD).decode(),
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def json_of(payload: Any) -> bytes:
    return json.dumps(payload, ensure_ascii=False).encode()


def template_of(*lines: str) -> bytes:
    """A template with a paragraph for each line."""
    page, buffer = docx.Document(), io.BytesIO()
    for line in lines:
        page.add_paragraph(line)
    page.save(buffer)
    return buffer.getvalue()
