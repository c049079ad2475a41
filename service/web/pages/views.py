"""Views of the page."""

from __future__ import annotations

from flask import Blueprint, Response, make_response, render_template, request
from werkzeug.exceptions import LengthRequired

from service.catalog import DocumentType
from service.errors import PayloadInvalid, PayloadUnreadable
from service.web.answers import document_answer
from service.web.current import catalog, pipeline
from service.web.field_list import entries, walk
from service.web.problems import Problem
from service.web.samples import find_sample, samples_of

blueprint = Blueprint("pages", __name__)


@blueprint.get("/")
def home() -> str:
    """What the service is, and the kinds of document."""
    return render_template("home.html", kinds=catalog().values())


@blueprint.get("/documents/<stem>")
def document_type(stem: str) -> str:
    """One kind of document: samples, the form, the table of fields."""
    kind = catalog()[stem]
    variant = request.args.get("sample")
    text = find_sample(kind, variant).text.decode() if variant else ""
    return _page(kind, text=text)


@blueprint.post("/documents/<stem>")
def submit(stem: str) -> Response:
    """The document of an uploaded or pasted payload, or the page with what is to be mended."""
    kind = catalog()[stem]
    if "Transfer-Encoding" in request.headers:
        raise LengthRequired  # a body in chunks would be cut at the limit; browsers send none
    data = _submitted()
    try:
        return _accepted(kind, data)
    except (PayloadUnreadable, PayloadInvalid) as error:
        problem = Problem.of(error)
        return make_response(_page(kind, text=_shown(data), problem=problem), problem.status)


def _accepted(kind: DocumentType, data: bytes) -> Response:
    if not data.strip():
        raise PayloadUnreadable("Chưa có dữ liệu: hãy chọn tệp JSON hoặc dán dữ liệu vào ô.")
    if request.form.get("action") == "check":
        findings = pipeline().check(kind.stem, data)
        return make_response(_page(kind, text=_shown(data), checked=True, findings=findings))
    return document_answer(pipeline().make(kind.stem, data))


def _submitted() -> bytes:
    upload = request.files.get("file")
    if upload is not None and upload.filename:
        return upload.stream.read()
    # Browsers send UTF-8; what is not was replaced on the way and must not pass for text.
    return request.form.get("text", "").replace("\ufffd", "\udcff").encode(errors="surrogateescape")


def _shown(data: bytes) -> str:
    return data.decode("utf-8-sig", errors="replace")


def _page(kind: DocumentType, **shown: object) -> str:
    return render_template(
        "document_type.html",
        kind=kind,
        samples=list(samples_of(kind)),
        fields=list(walk(entries(kind.schema))),
        **shown,
    )
