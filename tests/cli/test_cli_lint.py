"""vanthu templates lint: what it prints, and how it ends."""

from __future__ import annotations

import json

import pytest
from command_line import payload, vanthu
from small_home import STEM, template_of

from service.cli import main

GOOD = ["{{ subject }}", "{% if copies is not none %}{{ copies }} bản{% endif %}"]
WARNED = ["{{ subject }}"]
BAD = ["{{ subjekt }} {{ subject }}", "{{ copies }}"]


def linted(desk, lines, *options):
    payload(desk, template_of(*lines), "mau.docx")
    return main(["templates", "lint", "mau.docx", "--type", STEM, *options])


def test_a_clean_template(desk, capsys):
    """One line, and 0."""
    assert linted(desk, GOOD) == 0
    assert capsys.readouterr() == ("Mẫu dùng được: không có lỗi.\n", "")


def test_a_warning_is_no_error(desk, capsys):
    """A template with warnings serves."""
    assert linted(desk, WARNED) == 0
    warning, verdict = capsys.readouterr().out.splitlines()
    assert warning.startswith("Cảnh báo: Cả mẫu: Không thẻ nào in trường “Số bản” (copies)")
    assert verdict == "Mẫu dùng được: không có lỗi, 1 cảnh báo."


def test_every_fault_is_a_line(desk, capsys):
    """With its place and tag; a template with errors ends with 1."""
    assert linted(desk, BAD) == 1
    *lines, verdict = capsys.readouterr().out.splitlines()
    assert [line.partition("}}")[0] for line in lines] == [
        "Lỗi: Thân văn bản, đoạn 1: {{ subjekt ",
        "Lỗi: Thân văn bản, đoạn 2: {{ copies ",
    ]
    assert "Có thể tên đúng là “subject”" in lines[0]
    assert verdict == "Mẫu chưa dùng được: 2 lỗi."


def test_json(desk, capsys):
    """For other programs: the list of faults alone, and the same exit code."""
    assert linted(desk, BAD, "--json") == 1
    first, second = json.loads(capsys.readouterr().out)
    assert (first["code"], first["tag"]) == ("name_unknown", "{{ subjekt }}")
    assert second["place"] == "Thân văn bản, đoạn 2"
    assert linted(desk, GOOD, "--json") == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_template_from_stdin():
    """`-` reads standard input, as elsewhere."""
    ran = vanthu("templates", "lint", "-", "--type", STEM, input=template_of(*GOOD))
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"", "Đây không phải tệp .docx"), (b" " * (20 * 2**20 + 1), "Tệp nặng hơn 20 MB")],
)
def test_a_file_that_is_no_template(desk, capsys, content, told):
    """Is a fault as any other."""
    payload(desk, content, "mau.docx")
    assert main(["templates", "lint", "mau.docx", "--type", STEM]) == 1
    line, verdict = capsys.readouterr().out.splitlines()
    assert line.startswith(f"Lỗi: Cả mẫu: {told}")
    assert verdict == "Mẫu chưa dùng được: 1 lỗi."


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["mau.docx", "--type", "nope"], "các loại hiện có là note"),
        (["missing.docx", "--type", STEM], "“missing.docx”: không có tệp"),
        (["folder", "--type", STEM], "“folder” là thư mục"),
        (["mau.docx"], "thiếu tham số: --type"),
        (["--type", STEM], "thiếu tham số: TỆP"),
    ],
)
def test_misuse(desk, capsys, words, told):
    """What cannot be read, and types that there are not, end with 2."""
    payload(desk, template_of(*GOOD), "mau.docx")
    (desk / "folder").mkdir()
    assert main(["templates", "lint", *words]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert told in shown.err
