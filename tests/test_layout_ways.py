"""Checking anybody's document: over the API, on the page, by command."""

from __future__ import annotations

import io
import json
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

import docx
import pytest
from documents import FIRST_SAMPLES, SAMPLES
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm
from markupsafe import escape
from web_client import real

from service import confined
from service.cli import commands, main
from service.confined import Limits
from service.errors import Severity
from service.nd30.check import Verdict, check
from service.nd30.findings import finding
from service.nd30.report import COMPONENTS
from service.pipeline import MIMETYPES

RIGHT = FIRST_SAMPLES[0].make()


def with_narrow_margin() -> bytes:
    document, buffer = docx.Document(io.BytesIO(RIGHT)), io.BytesIO()
    document.sections[0].left_margin = Mm(25)
    document.save(buffer)
    return buffer.getvalue()


WRONG = with_narrow_margin()


def asked(package: bytes):
    return real().post("/api/v1/layout-checks", data=package, content_type=MIMETYPES["docx"])


def uploaded(package: bytes, name: str = "van-ban.docx"):
    return real().post("/layout", data={"file": (io.BytesIO(package), name)})


def test_a_right_document_passes() -> None:
    """Nothing is found in what the service makes."""
    answer = asked(RIGHT)
    assert (answer.status_code, answer.json["passed"], answer.json["findings"]) == (200, True, [])
    assert "không thấy lỗi thể thức" in uploaded(RIGHT).text


def test_a_wrong_document_is_told_what_is_wrong() -> None:
    """The rule, what was found, what is asked, where it stands written, how to mend it."""
    answer = asked(WRONG)
    (finding,) = answer.json["findings"]
    assert (answer.json["passed"], finding["rule"]) == (False, "margins")
    page = uploaded(WRONG).text
    for told in (finding["found"], finding["expected"], finding["article"], finding["mend"]):
        assert escape(told) in page


@pytest.mark.parametrize("package", [b"not a package", b"PK\x03\x04"])
def test_what_is_no_document(package: bytes) -> None:
    """422 with the reason, on the page too."""
    assert (asked(package).status_code, asked(package).json["code"]) == (422, "package_refused")
    answer = uploaded(package)
    assert answer.status_code == 422
    assert asked(package).json["detail"] in answer.text


def heavy() -> bytes:
    """A sound document of so many paragraphs that reading it takes seconds."""
    document, buffer = docx.Document(), io.BytesIO()
    body = document.element.body
    for number in range(30_000):
        body.insert(0, copy_of(f"Điều {number}. căn cứ"))
    document.save(buffer)
    return buffer.getvalue()


def copy_of(text: str) -> Any:
    return parse_xml(f"<w:p {nsdecls('w')}><w:r><w:t>{text}</w:t></w:r></w:p>")


@pytest.mark.skipif(sys.platform != "linux", reason="the system sets limits on Linux only")
def test_a_document_that_costs_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told so; while it is checked, and afterwards, the service answers others."""
    monkeypatch.setattr(confined, "LIMITS", Limits(cpu=1))
    package = heavy()
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(asked, package)
        assert real().get("/healthz").status_code == 200
        assert not answer.done()
    told = answer.result()
    assert (told.status_code, told.json["code"]) == (422, "document_too_heavy")
    assert told.json["title"] == "Văn bản quá nặng để kiểm tra"
    page = uploaded(package)
    assert (page.status_code, told.json["detail"] in page.text) == (422, True)
    assert asked(RIGHT).json["passed"] is True


def test_checks_do_not_gather(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who would wait long is asked to come again, on the page too."""
    monkeypatch.setattr(confined, "PATIENCE", 0)
    monkeypatch.setattr(confined, "_free", BoundedSemaphore(1))
    with confined._free:
        for answer in (asked(RIGHT), uploaded(RIGHT)):
            assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")


def test_components_are_shown() -> None:
    """What was recognised, by the names that clerks know."""
    answer = asked(RIGHT).json["components"]
    assert answer["motto"] == "Độc lập - Tự do - Hạnh phúc"
    page = uploaded(RIGHT).text
    for name, text in answer.items():
        assert f'<th scope="row">{COMPONENTS[name]}</th><td>{escape(text)}</td>' in page


def test_every_component_has_a_name() -> None:
    """Those of the samples are all there are, but the subject beside a letter's heading."""
    found = {name for sample in SAMPLES for name in check(sample.make()).components}
    assert set(COMPONENTS) == found | {"letter_subject"}


def test_nothing_chosen() -> None:
    """The page says so."""
    assert "Hãy chọn một tệp" in real().post("/layout").text
    assert "Kiểm tra thể thức" in real().get("/layout").text


def test_file_names_are_never_markup() -> None:
    """Whatever a file is called."""
    assert "<script>" not in uploaded(RIGHT, "<script>.docx").text


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Lines for people, JSON for programs; 0 when right, 1 when not, 2 when it cannot be read."""
    right, wrong, none = (tmp_path / name for name in ("right.docx", "wrong.docx", "none.docx"))
    right.write_bytes(RIGHT)
    wrong.write_bytes(WRONG)
    none.write_bytes(b"none")
    assert main(["check-layout", str(right)]) == 0
    assert "không thấy lỗi thể thức" in capsys.readouterr().out
    assert main(["check-layout", str(wrong)]) == 1
    assert "Lỗi [margins] Trang: lề trái 24,99 mm" in capsys.readouterr().out
    assert main(["check-layout", str(wrong), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["findings"][0]["rule"] == "margins"
    assert main(["check-layout", str(none)]) == 2
    assert "Tệp không dùng được" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("severity", "code", "strict"), [("error", 1, 1), ("warning", 0, 1), ("info", 0, 0)]
)
def test_what_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, severity: Severity, code: int, strict: int
) -> None:
    """Errors do; warnings when asked for; what is only to be known never does."""
    found = (finding("margins", "lề trái 25 mm", severity=severity),)
    monkeypatch.setattr(commands.layout, "check", lambda _: Verdict(None, found, {}))
    file = tmp_path / "x.docx"
    file.touch()
    assert main(["check-layout", str(file)]) == code
    assert main(["check-layout", str(file), "--strict"]) == strict
