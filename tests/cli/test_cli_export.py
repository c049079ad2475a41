"""vanthu templates export: the built-in template as a file to edit in Word."""

from __future__ import annotations

import pytest
from command_line import text_of
from documents import CATALOG
from small_home import STEM

from service.catalog import built_in_template
from service.cli import main
from service.config import PROJECT


def test_into_a_folder(desk, capsys):
    """The file is named by its type and can be edited."""
    assert main(["templates", "export", STEM, "."]) == 0
    assert capsys.readouterr().out == f"{STEM}.docx\n"
    assert text_of(desk / f"{STEM}.docx") == "{{ subject }}"


@pytest.mark.parametrize("stem", CATALOG)
def test_real_types(desk, monkeypatch, stem):
    """What is exported is the built-in template, which passes lint."""
    monkeypatch.setenv("VANTHU_HOME", str(PROJECT))
    assert main(["templates", "export", stem, "mau.docx"]) == 0
    assert (desk / "mau.docx").read_bytes() == built_in_template(PROJECT, stem)
    assert main(["templates", "lint", "mau.docx", "--type", stem]) == 0


def test_under_a_name(desk):
    """Any name will do."""
    assert main(["templates", "export", STEM, "mau.docx"]) == 0
    assert (desk / "mau.docx").is_file()


def test_nothing_is_overwritten(desk, capsys):
    """A template that somebody has edited stays as it is."""
    (desk / "mau.docx").write_bytes(b"edited")
    assert main(["templates", "export", STEM, "mau.docx"]) == 2
    assert "Đã có tệp “mau.docx”" in capsys.readouterr().err
    assert (desk / "mau.docx").read_bytes() == b"edited"


def test_what_cannot_be_exported(desk, capsys):
    """An unknown type and a folder that is not there are told."""
    assert main(["templates", "export", "nothing", "."]) == 2
    assert main(["templates", "export", STEM, "missing/mau.docx"]) == 2
    assert "Không có thư mục “missing”" in capsys.readouterr().err
