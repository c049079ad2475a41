"""The OpenAPI document: every path that names a document type, made plain for each type."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from apispec import APISpec

from service.catalog import Catalog, DocumentType
from service.web.samples import samples_of

ABOUT = {
    "title": "vanthu: API văn bản hành chính",
    "version": "1",
    "openapi_version": "3.1.0",
    "info": {
        "description": (
            "Gửi dữ liệu JSON, nhận văn bản hành chính (Word) trình bày theo Nghị định "
            "30/2020/NĐ-CP. Mọi lỗi đều trả về một dạng: application/problem+json (RFC 9457)."
        )
    },
    "tags": [{"name": "Văn bản"}, {"name": "Loại văn bản"}],
}
# What flask-smorest adds for its own errors and pages of results, which are not ours.
FOREIGN = {"Error", "PaginationMetadata"}
_STEM = "{stem}"

Json = dict[str, Any]


def document(spec: APISpec, catalog: Catalog) -> Json:
    """The OpenAPI 3.1 document of an API that serves the types of a catalog.

    Paths that take a payload appear once per type, with its schema and samples, so that readers
    and generated clients see what each type holds; the others list the stems they accept.
    """
    found: Json = spec.to_dict()
    found["paths"] = dict(_paths(found["paths"], catalog))
    schemas = found["components"]["schemas"]
    for kind in catalog.values():
        schemas.update(_components(kind))
    for name in FOREIGN:
        del schemas[name]
    found["tags"] = ABOUT["tags"]
    return found


def _paths(paths: Json, catalog: Catalog) -> Iterator[tuple[str, Json]]:
    for path, item in paths.items():
        post = item.get("post")
        if post and "requestBody" not in post:
            for kind in catalog.values():
                yield path.replace(_STEM, kind.stem), {"post": _operation(post, kind)}
        else:
            yield path, {**item, "parameters": [*_parameters(item, catalog)]}


def _operation(general: Json, kind: DocumentType) -> Json:
    content = {"schema": {"$ref": f"#/components/schemas/{kind.stem}"}, "examples": _examples(kind)}
    return {
        **general,
        "operationId": f"{general['operationId']}_{kind.stem}",
        "summary": f"{general['summary'].rstrip('.')}: {kind.title}",
        "requestBody": {"required": True, "content": {"application/json": content}},
    }


def _examples(kind: DocumentType) -> Json:
    return {
        sample.variant: {"summary": sample.label, "value": sample.value}
        for sample in samples_of(kind)
    }


def _parameters(item: Json, catalog: Catalog) -> Iterator[Json]:
    for parameter in item.get("parameters", []):
        if parameter["name"] == "stem":
            yield {**parameter, "schema": {"type": "string", "enum": list(catalog)}}
        else:
            yield parameter


def _components(kind: DocumentType) -> Iterator[tuple[str, Json]]:
    """A type's JSON Schema as components: the root under its stem, parts as stem.Part."""
    root = {key: value for key, value in kind.json_schema.items() if key[0] != "$"}
    yield kind.stem, _referring(root, kind.stem)
    for name, definition in kind.json_schema["$defs"].items():
        yield f"{kind.stem}.{name}", _referring(definition, kind.stem)


def _referring(value: Any, stem: str) -> Any:
    if isinstance(value, list):
        return [_referring(item, stem) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: item.replace("#/$defs/", f"#/components/schemas/{stem}.")
        if key == "$ref"
        else _referring(item, stem)
        for key, item in value.items()
    }
