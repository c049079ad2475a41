"""`vanthu make` and `vanthu check`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from command_line import BAD, DRAFT, NAME, names, payload, text_of, vanthu
from small_home import GOOD, STEM, json_of

from service.cli import main

# make


def test_make_into_this_folder(desk, capsys):
    """Without -o the document bears its own name, and no file is ever overwritten."""
    source = payload(desk, GOOD)
    expected = [f"{NAME}.docx", f"{NAME} (2).docx", f"{NAME} (3).docx"]
    for name in expected:
        assert main(["make", STEM, source]) == 0
        shown = capsys.readouterr()
        assert (shown.out, shown.err) == (f"{name}\n", "")
        assert text_of(desk / name) == "Họp giao ban"
    assert names(desk) == sorted([*expected, "in.json"])


def test_make_to_a_file(desk, capsys):
    """With -o FILE exactly that file is written, and replaced."""
    source = payload(desk, GOOD)
    (desk / "out.docx").write_bytes(b"old")
    assert main(["make", STEM, source, "-o", "out.docx"]) == 0
    assert capsys.readouterr().out == "out.docx\n"
    assert text_of(desk / "out.docx") == "Họp giao ban"
    assert names(desk) == ["in.json", "out.docx"]


@pytest.mark.parametrize("output", ["made", "made/", "./made/", "{desk}/made"])
def test_make_into_a_folder(desk, capsys, output):
    """With -o DIR the document lies inside, under its own name, beside what is there."""
    source = payload(desk, GOOD)
    (desk / "made").mkdir()
    output = output.format(desk=desk)
    for _ in range(2):
        assert main(["make", STEM, source, "-o", output]) == 0
    assert names(desk / "made") == [f"{NAME} (2).docx", f"{NAME}.docx"]
    first = capsys.readouterr().out.splitlines()[0]
    assert Path(first) == Path(output, f"{NAME}.docx")


def test_make_from_stdin():
    """A payload may come from another program; stdout holds the path and nothing else."""
    ran = vanthu("make", STEM, "-", input=json_of(DRAFT))
    assert (ran.returncode, ran.stdout.decode()) == (0, f"{NAME}.docx{os.linesep}")
    assert ran.stderr.decode().strip() == "Lưu ý: Số bản (/copies): Chưa ghi số bản."


@pytest.mark.parametrize("command", ["make", "check"])
def test_faults_are_told(desk, capsys, command):
    """Every fault is one line on stderr with its place; nothing is written."""
    assert main([command, STEM, payload(desk, BAD)]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    lines = shown.err.splitlines()
    assert lines[0] == "Lỗi: Trích yếu (/subject): Trường này bắt buộc: hãy bổ sung."
    assert lines[1] == "Lỗi: Số bản (/copies): Phải từ 1 trở lên."
    assert lines[2].startswith("Lỗi: subjekt (/subjekt): Không có trường tên “subjekt”.")
    assert lines[3] == "Dữ liệu chưa hợp lệ: Có 3 chỗ cần sửa."
    assert len(lines) == 4
    assert names(desk) == ["in.json"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "Dữ liệu trống"),
        (b"{", "Sai cú pháp JSON"),
        (b"\xff", "Không phải UTF-8"),
        (b'{"subject": "a", "subject": "b"}', "(/subject): Tên trường xuất hiện hai lần"),
        (b"[" * 100_000, "lồng nhau quá"),
        (b'{"\x1b[31m\xc2\x9b": 1}', "Sai cú pháp JSON"),
        (b'{"\\u001b[31m\\n": 1}', r"(/\u001b[31m\u000a)"),
    ],
)
def test_unreadable_payloads(desk, capsys, data, told):
    """What is no JSON ends with 1, and its bytes cannot steer the terminal."""
    assert main(["check", STEM, payload(desk, data)]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert told in shown.err
    assert "\x1b" not in shown.err


def test_check_tells_advice(desk, capsys):
    """A valid payload ends with 0; what a clerk should still mind is listed."""
    assert main(["check", STEM, payload(desk, DRAFT)]) == 0
    shown = capsys.readouterr()
    assert shown.out == "Dữ liệu hợp lệ.\nLưu ý: Số bản (/copies): Chưa ghi số bản.\n"
    assert shown.err == ""
    assert names(desk) == ["in.json"]
