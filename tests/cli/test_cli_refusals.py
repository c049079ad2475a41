"""What the command line refuses, and how it says so."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from command_line import names, payload, vanthu
from small_home import GOOD, STEM, json_of

from service.cli import main
from service.cli.files import Refused, write_document
from service.pipeline import Document, Pipeline

# Refusals


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["make", STEM, "missing.json"], "“missing.json”: không có tệp hoặc thư mục này"),
        (["check", STEM, "missing.json"], "“missing.json”: không có tệp hoặc thư mục này"),
        (["batch", STEM, "missing.jsonl", "-o", "x.zip"], "“missing.jsonl”: không có tệp"),
        (["make", STEM, "folder"], "“folder” là thư mục"),
        (["batch", STEM, "folder", "-o", "x.zip"], "“folder” là thư mục"),
        (["make", "nope", "in.json"], "các loại hiện có là note"),
        (["make", "../no\x1bte", "in.json"], "“../no\\u001bte” không phải một loại"),
        (["make", STEM, "in.json", "-o", "out.PDF"], "kết quả là tệp .docx, hãy đổi đuôi"),
        (["make", STEM, "no\x1b[2J.json"], "“no\\x1b[2J.json”: không có tệp"),
        (["check-pack", "missing"], "“missing”: không có tệp hoặc thư mục này"),
        (["check-pack", "in.json"], "“in.json” là tệp, cần một thư mục"),
        (["batch", "nope", "in.json", "-o", "x.zip"], "các loại hiện có là note"),
        (["make", STEM, "in.json", "-o", "no/x.docx"], "Không có thư mục “no”"),
        (["make", STEM, "in.json", "-o", "no/"], "Không có thư mục “no”"),
        (["make", STEM, "in.json", "-o", "in.json"], "chính là tệp dữ liệu"),
        (["batch", STEM, "in.json", "-o", "no/x.zip"], "Không có thư mục “no”"),
        (["batch", STEM, "in.json", "-o", "folder"], "“folder” là thư mục"),
        (["batch", STEM, "in.json", "-o", "./in.json"], "chính là tệp dữ liệu"),
        (["make", STEM, "in.json/x"], "một phần của đường dẫn không phải thư mục"),
        (["make", STEM, "x" * 5000], "đường dẫn quá dài"),
    ],
)
def test_refused(desk, capsys, words, told):
    """What cannot be read or written is named; nothing changes and the program ends with 2."""
    source = payload(desk, GOOD)
    (desk / "folder").mkdir()
    assert main(words) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert told in shown.err
    assert len(shown.err.splitlines()) == 1
    assert names(desk) == ["folder", source]
    assert (desk / source).read_bytes() == json_of(GOOD)


@pytest.mark.parametrize(
    ("name", "output", "told"),
    [
        ("a.pdf", "b.docx", "kết quả là tệp .pdf, hãy đổi đuôi tệp hoặc bỏ --pdf"),
        ("a.docx", "b.pdf", "kết quả là tệp .docx, hãy đổi đuôi tệp hoặc thêm --pdf"),
    ],
)
def test_a_wrong_ending_is_refused(desk, name, output, told):
    """Both ways, and nothing is written; another ending is the caller's own."""
    with pytest.raises(Refused, match=told):
        write_document(Document(name, "", b"x"), output, "in.json")
    assert names(desk) == []
    assert write_document(Document(name, "", b"x"), "b.tmp", "in.json").read_bytes() == b"x"


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("VANTHU_HOME", "/no/such/folder"),
        ("VANTHU_MAX_BODY_BYTES", "many"),
        ("VANTHU_SIZES", "12/14/14"),
    ],
)
def test_wrong_settings(capsys, monkeypatch, variable, value):
    """A setting that cannot be used is named; the program ends with 2."""
    monkeypatch.setenv(variable, value)
    assert main(["types"]) == 2
    assert f"Cấu hình không hợp lệ: {variable}={value}" in capsys.readouterr().err


def test_a_large_file_is_refused_unread(desk, capsys, monkeypatch):
    """A file is refused by its size, before it is opened."""
    payload(desk, b" " * 2_097_153)
    monkeypatch.setattr(Path, "open", None)
    assert main(["make", STEM, "in.json"]) == 1
    assert "Dữ liệu quá lớn: tối đa 2097152 byte" in capsys.readouterr().err


def test_a_large_stdin_is_refused():
    """Of a stream no more is read than is allowed."""
    with Path("/dev/zero").open("rb") as endless:
        ran = vanthu("check", STEM, "-", stdin=endless, env={"VANTHU_MAX_BODY_BYTES": "100"})
    assert ran.returncode == 1
    assert "Dữ liệu quá lớn: tối đa 100 byte" in ran.stderr.decode()


@pytest.mark.parametrize("output", [[], ["-o", "x.docx"]])
def test_a_full_disk_leaves_nothing(desk, capsys, monkeypatch, output):
    """When writing fails, no file and no rest of one is left."""

    def full(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert main(["make", STEM, payload(desk, GOOD), *output]) == 2
    assert capsys.readouterr().err == "Không thực hiện được: ổ đĩa đã đầy.\n"
    assert names(desk) == ["in.json"]


def test_an_unknown_reason_is_shown_as_it_is(desk, capsys, monkeypatch):
    """The system's own words are better than none."""

    def broken(_):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", broken)
    assert main(["make", STEM, payload(desk, GOOD)]) == 2
    assert "Input/output error." in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", [["make", STEM, "in.json"], ["batch", STEM, "in.json", "-o", "x"]]
)
def test_interrupted(desk, capsys, monkeypatch, words):
    """Ctrl+C ends with 130 and a sentence, without a traceback or a half-written file."""

    def interrupted(*_, **__):
        raise KeyboardInterrupt

    payload(desk, GOOD)
    monkeypatch.setattr(Pipeline, "make", interrupted)
    assert main(words) == 130
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "Đã dừng" in shown.err
    assert names(desk) == ["in.json"]


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp1258", "utf-8"])
def test_any_code_page_shows_vietnamese(encoding):
    """Output is UTF-8 whatever the console was set to."""
    ran = vanthu("types", env={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert "Giấy báo" in ran.stdout.decode("utf-8")


def test_names_that_are_not_text_can_be_told():
    """A path with bytes outside UTF-8 is shown escaped."""
    ran = vanthu("make", STEM, b"\xff.json")
    assert ran.returncode == 2
    assert "\\udcff.json" in ran.stderr.decode("utf-8")
