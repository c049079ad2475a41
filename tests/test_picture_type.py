"""A document type with a picture goes every way that others go."""

from __future__ import annotations

import io
import json
from typing import Any

import docx
import pytest
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate
from small_pictures import bomb, encoded, jpeg, png

from service.catalog import Catalog
from service.config import Settings
from service.web.app import create_app

SCHEMA = """
from service.fields import Many, Name, Part, Picture
from service.schema import Schema


class Person(Schema):
    class Meta(Schema.Meta):
        title = "Đại biểu"

    name = Name("Họ và tên", required=True)
    photo = Picture("Ảnh chân dung", "Ảnh 3 × 4")


class Badges(Schema):
    class Meta(Schema.Meta):
        title = "Thẻ đại biểu"

    people = Many(Part(Person), "Đại biểu", minimum=1)
"""

RECIPE = """
import io

import docx


def build(sizes):
    page, buffer = docx.Document(), io.BytesIO()
    page.add_paragraph("{%p for one in people %}")
    page.add_paragraph("{{ one.photo|image(30, one.name) }} {{ one.name|qr(25) }}")
    page.add_paragraph("{%p endfor %}")
    page.save(buffer)
    return buffer.getvalue()
"""
PEOPLE = [
    {"name": "Lê Thị Hoài An", "photo": encoded(png())},
    {"name": "Nông Văn Bình", "photo": encoded(jpeg())},
    {"name": "Đàm Thị Thúy Nga"},
]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """A client of the one type `badges`."""
    home = tmp_path_factory.mktemp("home")
    for path, text in {
        "schemas/badges.py": SCHEMA,
        "templates_docx/recipes/badges.py": RECIPE,
        "samples/badges.json": json.dumps({"people": PEOPLE}),
    }.items():
        (home / path).parent.mkdir(parents=True, exist_ok=True)
        (home / path).write_text(text, encoding="utf-8")
    assert list(Catalog(home)) == ["badges"]
    return create_app(Settings(home=home)).test_client()


def posted(client: FlaskClient, payload: Any) -> Any:
    return client.post("/api/v1/documents/badges", json=payload)


def test_documents_hold_their_pictures(client: FlaskClient) -> None:
    """A picture for whoever sent one, a code for everybody."""
    answer = posted(client, {"people": PEOPLE})
    assert answer.status_code == 200
    assert len(docx.Document(io.BytesIO(answer.data)).inline_shapes) == 5
    assert posted(client, {"people": PEOPLE}).data == answer.data


def test_faults_are_told_at_their_fields(client: FlaskClient) -> None:
    """All at once, each with its label."""
    people = [PEOPLE[0] | {"photo": "chữ"}, PEOPLE[1], {"photo": encoded(bomb(50_000, 9))}]
    answer = posted(client, {"people": people})
    assert answer.status_code == 422
    told = [(one["pointer"], one["label"], one["code"]) for one in answer.get_json()["errors"]]
    assert sorted(told) == [
        ("/people/0/photo", "Đại biểu › mục 1 › Ảnh chân dung", "not_base64"),
        ("/people/2/name", "Đại biểu › mục 3 › Họ và tên", "required"),
        ("/people/2/photo", "Đại biểu › mục 3 › Ảnh chân dung", "picture_too_large"),
    ]


def test_check_makes_no_document(client: FlaskClient) -> None:
    """A payload with pictures is valid or not, as any other."""
    answer = client.post("/api/v1/documents/badges/check", json={"people": PEOPLE})
    assert answer.get_json()["valid"] is True


def test_the_field_is_described(client: FlaskClient) -> None:
    """In the JSON Schema, in a valid OpenAPI document, and on the page in Vietnamese."""
    schema = client.get("/api/v1/document-types/badges/schema").get_json()
    Draft202012Validator.check_schema(schema)
    assert not list(Draft202012Validator(schema).iter_errors({"people": PEOPLE}))
    assert schema["$defs"]["Person"]["properties"]["photo"]["contentEncoding"] == "base64"
    openapi = client.get("/api/v1/openapi.json").get_json()
    validate(openapi)
    assert "contentEncoding" in json.dumps(openapi)
    page = client.get("/documents/badges").get_data(as_text=True)
    assert "tệp ảnh .png hoặc .jpg viết bằng base64" in page
