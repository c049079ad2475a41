"""Views of the page."""

from __future__ import annotations

import base64

from flask import Blueprint, Response, make_response, render_template, request
from werkzeug.exceptions import LengthRequired

from service import confined
from service.catalog import DocumentType
from service.errors import PackageRefused, PayloadInvalid, PayloadUnreadable
from service.nd30 import report
from service.pdf.preview import page_count, page_png
from service.web.answers import document_answer
from service.web.current import catalog, pipeline
from service.web.field_list import entries, walk
from service.web.problems import Problem
from service.web.samples import find_sample, samples_of

# Pictures of pages, in pixels; as many as a screen shows quickly.
PAGE_WIDTH = 800
MOST_PAGES = 12

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


@blueprint.get("/layout")
def layout() -> str:
    """Where a clerk drops a .docx to have its layout checked."""
    return render_template("layout.html")


@blueprint.post("/layout")
def check_layout() -> Response:
    """What the decree says against an uploaded .docx."""
    upload = request.files.get("file")
    if upload is None or not upload.filename:
        return make_response(render_template("layout.html", refused="Hãy chọn một tệp .docx."), 400)
    try:
        verdict = confined.check_layout(upload.stream.read())
    except (PackageRefused, confined.TooHeavy, confined.Busy) as error:
        page = render_template("layout.html", refused=error.detail)
        answer = make_response(page, Problem.of(error).status)
        answer.retry_after = error.retry_after
        return answer
    shown = {"name": upload.filename, "verdict": verdict, "report": report}
    return make_response(render_template("layout.html", **shown))


def _accepted(kind: DocumentType, data: bytes) -> Response:
    if not data.strip():
        raise PayloadUnreadable("Chưa có dữ liệu: hãy chọn tệp JSON hoặc dán dữ liệu vào ô.")
    match request.form.get("action"):
        case "check":
            findings = pipeline().check(kind.stem, data)
            return make_response(_page(kind, text=_shown(data), checked=True, findings=findings))
        case "preview":
            return make_response(_previewed(kind, data))
        case "pdf":
            return document_answer(pipeline().make(kind.stem, data, "pdf"))
    return document_answer(pipeline().make(kind.stem, data))


def _previewed(kind: DocumentType, data: bytes) -> str:
    """The page with pictures of the first pages, beside what takes the document away."""
    made = pipeline().make(kind.stem, data, "pdf")
    count = page_count(made.data)
    shown = range(1, min(count, MOST_PAGES) + 1)
    pictures = [page_png(made.data, page, PAGE_WIDTH) for page in shown]
    pages = [f"data:image/png;base64,{base64.b64encode(one).decode()}" for one in pictures]
    return _page(kind, text=_shown(data), pages=pages, count=count, findings=made.findings)


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
