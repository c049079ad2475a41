"""Checking anybody's document: over the API, on the page, by command."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import pytest
from documents import FIRST_SAMPLES
from docx.shared import Mm
from markupsafe import escape
from web_client import real

from service.cli import main
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
