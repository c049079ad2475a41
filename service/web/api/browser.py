"""The OpenAPI document and Swagger UI, all from our own origin."""

from __future__ import annotations

import importlib.resources

from flask import (
    Blueprint,
    Response,
    current_app,
    json,
    make_response,
    render_template,
    send_from_directory,
)
from werkzeug.exceptions import NotFound

from service.errors import MESSAGES
from service.web.api.operation import PREFIX
from service.web.guard import POLICY
from service.web.problems import known_problems
from service.word.faults import explained

EXTENSION = "vanthu-openapi"
ASSETS = {"swagger-ui-bundle.js", "swagger-ui.css"}
# Swagger UI draws its icons from data: addresses.
SWAGGER_POLICY = f"{POLICY}; img-src 'self' data:"

blueprint = Blueprint("docs", __name__, url_prefix=PREFIX)


@blueprint.get("/openapi.json")
def openapi() -> Response:
    """The OpenAPI document."""
    document = json.dumps(current_app.extensions[EXTENSION])
    return current_app.response_class(document, mimetype="application/json")


@blueprint.get("/docs")
def swagger() -> Response:
    """Swagger UI over the OpenAPI document."""
    page = make_response(render_template("swagger.html"))
    page.headers["Content-Security-Policy"] = SWAGGER_POLICY
    return page


@blueprint.get("/docs/<name>")
def asset(name: str) -> Response:
    """A file of Swagger UI."""
    if name not in ASSETS:
        raise NotFound
    with importlib.resources.as_file(importlib.resources.files("flask_swagger_ui")) as package:
        return send_from_directory(package / "dist", name)


@blueprint.get("/problems")
def problems() -> str:
    """What every code of a problem and of a fault means."""
    return render_template(
        "problems.html", problems=known_problems(), messages=MESSAGES, faults=explained()
    )
