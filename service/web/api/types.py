"""The document types: what may be written, and examples."""

from __future__ import annotations

from typing import Any

from flask import Response, current_app, json, url_for

from service.catalog import DocumentType
from service.web.api.operation import operation
from service.web.api.shapes import DocumentTypeSchema, SummarySchema
from service.web.current import catalog
from service.web.field_list import entries
from service.web.samples import DEFAULT, Sample, find_sample, samples_of

JSON_SCHEMA = "application/schema+json"


@operation("/document-types", "Các loại văn bản", SummarySchema(many=True))
def list_document_types() -> list[dict[str, Any]]:
    """Liệt kê các loại văn bản."""
    return [_summary(kind) for kind in catalog().values()]


@operation("/document-types/<stem>", "Loại văn bản", DocumentTypeSchema())
def show_document_type(stem: str) -> dict[str, Any]:
    """Xem một loại văn bản: lược đồ, các trường, dữ liệu mẫu."""
    kind = catalog()[stem]
    samples = [_sample(kind, sample) for sample in samples_of(kind)]
    parts = {"entries": entries(kind.schema), "samples": samples}
    return {**_summary(kind), "json_schema": kind.json_schema, **parts}


@operation(
    "/document-types/<stem>/schema", "JSON Schema", {"type": "object"}, media_type=JSON_SCHEMA
)
def show_schema(stem: str) -> Response:
    """Lấy JSON Schema 2020-12 của dữ liệu.

    Lược đồ nêu kiểu và giới hạn của từng trường. Các điều kiện giữa nhiều trường chỉ được kiểm
    tra khi gửi dữ liệu.
    """
    return current_app.response_class(json.dumps(catalog()[stem].json_schema), mimetype=JSON_SCHEMA)


@operation("/document-types/<stem>/samples/<variant>", "Dữ liệu mẫu", {"type": "object"})
def show_sample(stem: str, variant: str) -> Response:
    """Lấy một dữ liệu mẫu hợp lệ.

    Mẫu chính tên là `default`.
    """
    sample = find_sample(catalog()[stem], variant)
    return current_app.response_class(sample.text, mimetype="application/json")


def _summary(kind: DocumentType) -> dict[str, Any]:
    links = {
        "self": url_for("api.show_document_type", stem=kind.stem),
        "schema": url_for("api.show_schema", stem=kind.stem),
        "sample": url_for("api.show_sample", stem=kind.stem, variant=DEFAULT),
        "make": url_for("api.make_document", stem=kind.stem),
        "check": url_for("api.check_document", stem=kind.stem),
        "check_template": url_for("api.check_template", stem=kind.stem),
        "page": url_for("pages.document_type", stem=kind.stem),
    }
    return {"stem": kind.stem, "title": kind.title, "links": links}


def _sample(kind: DocumentType, sample: Sample) -> dict[str, Any]:
    link = url_for("api.show_sample", stem=kind.stem, variant=sample.variant)
    named = {"variant": sample.variant, "label": sample.label}
    return {**named, "link": link, "value": sample.value}
