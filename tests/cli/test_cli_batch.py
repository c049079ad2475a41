"""`vanthu batch`: what it prints and its progress."""

from __future__ import annotations

import csv
import io
import time
import zipfile

import pytest
from command_line import names
from small_home import GOOD, STEM, json_of

from service.batch.jobs import Summary
from service.cli import main
from service.cli.progress import progress

# batch


def batch_file(folder, *lines):
    (folder / "in.jsonl").write_bytes(b"\r\n".join(lines))
    return ["batch", STEM, "in.jsonl", "-o", "out.zip"]


def test_batch(desk, capsys):
    """All rows good: exit 0, the counts and the path on stdout, the progress on stderr."""
    assert main(batch_file(desk, *[json_of(GOOD)] * 12)) == 0
    shown = capsys.readouterr()
    assert shown.out == "Đã tạo 12 văn bản, 0 dòng có lỗi.\nout.zip\n"
    assert len(shown.err.splitlines()) == 10
    assert shown.err.splitlines()[-1].startswith("100%  12/12 dòng, lỗi 0, ")
    with zipfile.ZipFile("out.zip") as archive:
        assert len(set(archive.namelist())) == 13


def test_batch_goes_on_past_bad_rows(desk, capsys):
    """A bad row ends the run with 1, after all others were made."""
    long = json_of({"subject": "x" * 2**21})
    assert main(batch_file(desk, json_of(GOOD), b"{", b"", long, json_of(GOOD))) == 1
    assert capsys.readouterr().out == "Đã tạo 2 văn bản, 2 dòng có lỗi.\nout.zip\n"
    with zipfile.ZipFile("out.zip") as archive:
        text = io.StringIO(archive.read("report.csv").decode("utf-8-sig"), newline="")
    told = [(line["row"], line["status"]) for line in csv.DictReader(text, delimiter=";")]
    assert told == [("1", "ok"), ("2", "failed"), ("4", "failed"), ("5", "ok")]


def test_batch_replaces_the_old_bundle(desk, capsys):
    """A second run takes the place of the first and leaves the folder tidy."""
    for _ in range(2):
        assert main(batch_file(desk, json_of(GOOD))) == 0
    assert names(desk) == ["in.jsonl", "out.zip"]


@pytest.mark.parametrize("content", [b"", b"\n \r\n", b"\xef\xbb\xbf"])
def test_batch_without_rows(desk, capsys, content):
    """A file that holds nothing gives nothing."""
    assert main(batch_file(desk, content)) == 1
    assert "không có dòng dữ liệu nào" in capsys.readouterr().err
    assert names(desk) == ["in.jsonl"]


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_progress_on_a_terminal(monkeypatch):
    """A bar is drawn again in place, at most ten times a second and at the end."""
    now = iter([100.0, 100.05, 100.08, 101.0, 102.0])
    monkeypatch.setattr(time, "monotonic", lambda: next(now))
    stream = Terminal()
    with progress(2000, stream) as show:
        for done, failed in [(1, 0), (2, 0), (1000, 0), (1999, 1)]:
            show(Summary(done, failed))
    drawn = stream.getvalue().removesuffix("\n").split("\r")
    assert [line.rstrip() for line in drawn] == [
        "",
        "[············]   0%  1/2.000 dòng, lỗi 0, 20 dòng/giây, còn 1:40",
        "[██████······]  50%  1.000/2.000 dòng, lỗi 0, 1.000 dòng/giây, còn 0:01",
        "[████████████] 100%  2.000/2.000 dòng, lỗi 1, 1.000 dòng/giây, còn 0:00",
    ]
    assert {len(line) for line in drawn[1:]} == {79}


def test_progress_leaves_its_line_when_interrupted():
    """What is said after Ctrl+C starts on a line of its own."""
    stream = Terminal()

    def interrupted():
        with progress(10, stream) as show:
            show(Summary(1, 0))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert stream.getvalue().endswith("\n")
