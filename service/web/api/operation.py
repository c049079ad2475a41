"""The API's blueprint, and one decorator that routes a view and documents it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import marshmallow
from flask_smorest import Blueprint

from service.web.api.shapes import ProblemSchema
from service.web.problems import HTTP, MEDIA_TYPE

PREFIX = "/api/v1"
FILE = {"type": "string", "format": "binary"}
OF_ANY = (404, 405, 500)
OF_PAYLOADS = (400, 404, 405, 413, 415, 422, 500)

# Status -> what the documentation says of it, where a payload makes it more than its title.
DESCRIPTIONS = {status: title for status, (_, title, _) in HTTP.items()} | {
    400: "Không đọc được dữ liệu JSON",
    422: "Dữ liệu chưa hợp lệ: `errors` liệt kê mọi chỗ cần sửa",
    503: "Máy chủ đang bận: hãy gửi lại sau số giây ghi ở header Retry-After",
}

View = TypeVar("View", bound=Callable[..., Any])

blueprint = Blueprint("api", __name__, url_prefix=PREFIX)


def operation(
    rule: str,
    returns: str,
    shape: marshmallow.Schema | Mapping[str, Any],
    *,
    method: str = "GET",
    media_type: str = "application/json",
    headers: Mapping[str, Any] | None = None,
    problems: tuple[int, ...] = OF_ANY,
    takes: str = "",
    accepts: type[marshmallow.Schema] | None = None,
    also: tuple[str, ...] = (),
    query: Mapping[str, tuple[Mapping[str, Any], str]] | None = None,
    tag: str = "Loại văn bản",
) -> Callable[[View], View]:
    """Route `rule` to a view whose docstring is the summary and description.

    returns: says in Vietnamese what the answer is; shape: its schema; problems: the statuses it
    can fail with, all of one shape; takes: the media type of a file in the body, or accepts: the
    schema of the JSON in it, neither when it is a type's payload; also: media types of files that
    Accept may ask for instead; query: name -> schema and Vietnamese description of each parameter.
    """

    def register(view: View) -> View:
        documented = blueprint.response(
            200,
            shape,
            description=returns,
            content_type=media_type,
            headers=headers,
        )(view)
        responses: dict[int, Any] = {status: _problem(status) for status in problems}
        if also:
            responses[200] = {"content": {media: {"schema": FILE} for media in also}}
        documented = blueprint.doc(operationId=view.__name__, responses=responses)(documented)
        if query:
            parameters = [_parameter(name, *told) for name, told in query.items()]
            documented = blueprint.doc(parameters=parameters)(documented)
        if takes:
            documented = blueprint.doc(requestBody=_body(takes, FILE))(documented)
        if accepts:
            taken = _body("application/json", accepts)
            documented = blueprint.doc(requestBody=taken)(documented)
        blueprint.add_url_rule(rule, view.__name__, documented, methods=[method], tags=[tag])
        return view

    return register


def _body(media_type: str, schema: type[marshmallow.Schema] | Mapping[str, Any]) -> dict[str, Any]:
    return {"required": True, "content": {media_type: {"schema": schema}}}


def _parameter(name: str, schema: Mapping[str, Any], says: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": schema, "description": says}


def _problem(status: int) -> dict[str, Any]:
    return {
        "description": DESCRIPTIONS[status],
        "content": {MEDIA_TYPE: {"schema": ProblemSchema}},
    }
