"""Batches: lines of a file in, one ZIP with a report out."""

from __future__ import annotations

import csv
import io
import logging
import tracemalloc
import zipfile
from pathlib import Path
from types import SimpleNamespace

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_home import GOOD, STEM, build_home, json_of

from service.batch import bundle as bundles
from service.batch import jobs, rows
from service.batch.files import replacing
from service.batch.report import COLUMNS
from service.catalog import Catalog
from service.config import PROJECT
from service.errors import PayloadUnreadable, UnknownDocumentType
from service.naming import UniqueNames
from service.pipeline import Document, Pipeline

LIMIT = 2 * 1024 * 1024
MIMETYPE = "application/octet-stream"


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory):
    return Pipeline(build_home(tmp_path_factory.mktemp("home")))


def lines_of(*payloads):
    return [rows.Row(number, line) for number, line in enumerate(payloads, start=1)]


def report_in(path):
    """The report of a bundle as Excel reads it: one dictionary a line."""
    with zipfile.ZipFile(path) as archive:
        text = archive.read("report.csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def told(path, *columns):
    return [tuple(line[name] for name in columns) for line in report_in(path)]


# Rows


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", []),
        (b"{}", [(1, b"{}")]),
        (b"{}\n", [(1, b"{}")]),
        (b"1\r\n2\r\n", [(1, b"1"), (2, b"2")]),
        (b"\n  \n1\n\r\n2", [(3, b"1"), (5, b"2")]),
        (b"\xef\xbb\xbf1\n2", [(1, b"1"), (2, b"2")]),
        (b"\xef\xbb\xbf\n2", [(2, b"2")]),
        (b'"a\xe2\x80\xa8b"\n2', [(1, b'"a\xe2\x80\xa8b"'), (2, b"2")]),
        (b'"\x0b\x0c\x85"\n2', [(1, b'"\x0b\x0c\x85"'), (2, b"2")]),
    ],
)
def test_lines_become_rows(tmp_path, data, expected):
    """Lines are numbered as an editor shows them; empty ones, a BOM and CRLF do not count."""
    (tmp_path / "x.jsonl").write_bytes(data)
    found = rows.read(tmp_path / "x.jsonl", LIMIT)
    assert [(row.number, row.payload) for row in found] == expected


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n"])
@pytest.mark.parametrize(("length", "usable"), [(9, True), (10, True), (11, False), (99, False)])
def test_long_lines_fail(tmp_path, start, end, length, usable):
    """A line may have as many bytes as the limit, its end and a BOM aside; the next is read."""
    (tmp_path / "x.jsonl").write_bytes(start + b"1" * length + end + (b"2" if end else b""))
    first, *rest = rows.read(tmp_path / "x.jsonl", 10)
    assert [(row.number, row.payload) for row in rest] == ([(2, b"2")] if end else [])
    if usable:
        assert first.payload == b"1" * length
    else:
        with pytest.raises(PayloadUnreadable, match="tối đa 10 byte"):
            _ = first.payload


@given(
    st.binary(max_size=200).map(
        lambda data: data.translate(bytes(b"a \n\r"[i % 4] for i in range(256)))
    )
)
def test_rows_are_the_lines(tmp_path_factory, data):
    """Whatever the mix of line ends and lengths: each line is one row, cut to nothing when long."""
    path = tmp_path_factory.mktemp("rows") / "x.jsonl"
    path.write_bytes(data)
    lines = [line.removesuffix(b"\r") for line in data.split(b"\n")]
    # What stands after the last line end has no end of its own to take off but a CR.
    expected = [
        (number, b"" if len(line) > 5 else line)
        for number, line in enumerate(lines, start=1)
        if len(line) > 5 or line.strip()
    ]
    assert [(row.number, row.line) for row in rows.read(path, 5)] == expected


def test_a_huge_line_is_not_read_into_memory(tmp_path):
    """300 MB on one line cost no more memory than the limit, and the next row is found."""
    path = tmp_path / "x.jsonl"
    with path.open("wb") as file:
        file.truncate(300_000_000)
        file.seek(0, io.SEEK_END)
        file.write(b"\n{}\n")
    tracemalloc.start()
    found = [(row.number, bool(row.fault)) for row in rows.read(path, 1000)]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found == [(1, True), (2, False)]
    assert peak < 1_000_000


# Files


def test_a_file_appears_whole(tmp_path):
    """Until the block has ended well there is no file, or still the old one."""
    path = tmp_path / "x.bin"
    for content in (b"old", b"new"):
        with replacing(path) as file:
            file.write(content)
            assert not path.exists() or path.read_bytes() == b"old"
        assert path.read_bytes() == content
    assert [found.name for found in tmp_path.iterdir()] == ["x.bin"]


def test_a_file_that_fails_leaves_nothing(tmp_path):
    """An error on the way leaves the old file and no rest of the new one."""
    path = tmp_path / "x.bin"
    path.write_bytes(b"old")

    def interrupted():
        with replacing(path) as file:
            file.write(b"new")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert path.read_bytes() == b"old"
    assert [found.name for found in tmp_path.iterdir()] == ["x.bin"]


# Bundles


BAD = {"copies": 0, "subjekt": "x"}
ROWS = (json_of(GOOD), b"{", json_of(BAD), json_of({"subject": "Họp giao ban"}), b"\xff")


def test_good_and_bad_rows(pipeline, tmp_path):
    """Each good row gives a document, each bad one all its faults, by row."""
    out = tmp_path / "x.zip"
    summary = jobs.run(pipeline, STEM, lines_of(*ROWS), out)
    assert summary == jobs.Summary(done=2, failed=3)
    name = "Giấy báo Họp giao ban"
    with zipfile.ZipFile(out) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [f"{name}.docx", f"{name} (2).docx", "report.csv"]
        page = docx.Document(io.BytesIO(archive.read(f"{name}.docx")))
    assert page.paragraphs[-1].text == "Họp giao ban"
    assert told(out, "row", "status", "file", "pointer", "code") == [
        ("1", "ok", f"{name}.docx", "", ""),
        ("2", "failed", "", "", "payload_unreadable"),
        ("3", "failed", "", "/subject", "required"),
        ("3", "failed", "", "/copies", "too_small"),
        ("3", "failed", "", "/subjekt", "unknown_key"),
        ("4", "ok", f"{name} (2).docx", "", ""),
        ("4", "info", f"{name} (2).docx", "/copies", "no_copies"),
        ("5", "failed", "", "", "payload_unreadable"),
    ]
    assert told(out, "label", "message")[2] == (
        "Trích yếu",
        "Trường này bắt buộc: hãy bổ sung.",
    )


def test_report_opens_in_excel(pipeline, tmp_path):
    """The report starts with a BOM, splits at semicolons and ends its lines with CRLF."""
    jobs.run(pipeline, STEM, lines_of(*ROWS), tmp_path / "x.zip")
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        raw = archive.read("report.csv")
    assert raw.startswith(b"\xef\xbb\xbf" + ";".join(COLUMNS).encode() + b"\r\n")
    assert raw.count(b"\n") == raw.count(b"\r\n") == 9


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("=1+1", "'=1+1.docx"),
        ("+84", "'+84.docx"),
        ("@SUM(A1)", "'@SUM(A1).docx"),
        ("\t=1", "'\t=1.docx"),
        ("\r=1", "'\r=1.docx"),
        ("a=1; b", "a=1; b.docx"),
        ("“a”", "“a”.docx"),
    ],
)
def test_report_holds_no_formulas(tmp_path, name, shown):
    """A cell that a spreadsheet would run is quoted."""
    with bundles.bundle(tmp_path / "x.zip") as bundle:
        bundle.add_made(1, Document(f"{name}.docx", MIMETYPE, b""))
    assert told(tmp_path / "x.zip", "file") == [(shown,)]


def test_payload_text_cannot_become_a_formula(pipeline, tmp_path):
    """A key that is a formula reaches the report only as text."""
    key = "=cmd|' /C calc'!A0"
    jobs.run(pipeline, STEM, lines_of(json_of({key: 1})), tmp_path / "x.zip")
    for line in report_in(tmp_path / "x.zip"):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in line.values())


def test_same_input_gives_the_same_bytes(pipeline, tmp_path):
    """A bundle depends on its rows alone."""
    for name in ("a.zip", "b.zip"):
        jobs.run(pipeline, STEM, lines_of(*ROWS), tmp_path / name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_entries_are_portable(pipeline, tmp_path):
    """Names are marked as UTF-8, carry no folder, and no entry tells when it was made."""
    jobs.run(pipeline, STEM, lines_of(*ROWS), tmp_path / "x.zip")
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        for entry in archive.infolist():
            assert entry.filename.isascii() or entry.flag_bits & 0x800
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert Path(entry.filename).name == entry.filename


def test_equal_names_in_one_bundle(tmp_path):
    """Names that differ by case alone, or that the report bears, are told apart."""
    asked = ["A.docx", "a.docx", "report.csv", "a (2).docx"]
    with bundles.bundle(tmp_path / "x.zip") as bundle:
        for row, name in enumerate(asked, start=1):
            bundle.add_made(row, Document(name, MIMETYPE, b"x"))
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        given_names = archive.namelist()
    assert given_names == [
        "A.docx",
        "a (2).docx",
        "report (2).csv",
        "a (2) (2).docx",
        "report.csv",
    ]
    assert [file for (file,) in told(tmp_path / "x.zip", "file")] == given_names[:-1]


def test_a_crash_stops_one_row_only(pipeline, tmp_path, monkeypatch, caplog):
    """A fault of the program fails its row; the log says where, never what the payload held."""
    make = pipeline.make

    def crashing(stem, payload, **options):
        if b"crash" in payload:
            raise RuntimeError(f"cannot do {payload.decode()}")
        return make(stem, payload, **options)

    monkeypatch.setattr(pipeline, "make", crashing)
    bad = json_of({"subject": "crash: số căn cước 0123"})
    with caplog.at_level(logging.DEBUG):
        summary = jobs.run(pipeline, STEM, lines_of(ROWS[0], bad, ROWS[0]), tmp_path / "x.zip")
    assert summary == jobs.Summary(done=2, failed=1)
    assert told(tmp_path / "x.zip", "row", "status", "code") == [
        ("1", "ok", ""),
        ("2", "failed", "internal_error"),
        ("3", "ok", ""),
    ]
    assert "row 2: RuntimeError at " in caplog.text
    assert "test_batch.py:" in caplog.text
    assert "0123" not in caplog.text
    assert "0123" not in str(report_in(tmp_path / "x.zip"))


def test_an_interrupted_run_leaves_no_bundle(pipeline, tmp_path):
    """Ctrl+C half way leaves neither the ZIP nor a rest of it."""

    def some():
        yield from lines_of(ROWS[0])
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        jobs.run(pipeline, STEM, some(), tmp_path / "x.zip")
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_type_is_told_before_writing(pipeline, tmp_path):
    """A wrong stem is one error, not a fault of every row."""
    with pytest.raises(UnknownDocumentType):
        jobs.run(pipeline, "nope", lines_of(*ROWS), tmp_path / "x.zip")
    assert list(tmp_path.iterdir()) == []


def test_progress_is_told_after_each_row(pipeline, tmp_path):
    """Whoever watches sees both counts grow."""
    seen = []
    jobs.run(pipeline, STEM, lines_of(*ROWS[:3]), tmp_path / "x.zip", seen.append)
    assert seen == [jobs.Summary(1, 0), jobs.Summary(1, 1), jobs.Summary(1, 2)]


def test_memory_stays_flat(tmp_path):
    """400 documents of 200 KB pass through without piling up."""
    pipeline = SimpleNamespace(
        catalog={STEM: SimpleNamespace(stem=STEM)},
        make=lambda *_: Document("a.docx", MIMETYPE, bytes(200_000)),
    )
    tracemalloc.start()
    some = (rows.Row(number, b"{}") for number in range(400))
    jobs.run(pipeline, STEM, some, tmp_path / "x.zip")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 3_000_000


# Every document type of the project

KINDS = Catalog(PROJECT)


@pytest.fixture(scope="module")
def real():
    return Pipeline(PROJECT)


@pytest.mark.parametrize("stem", KINDS)
def test_every_type_can_be_made_in_batches(real, tmp_path, stem):
    """All samples of a type, twice each, and a row that lacks everything."""
    samples = [
        b" ".join(KINDS[stem].sample(variant).splitlines()) for variant in KINDS[stem].samples
    ]
    out = tmp_path / "x.zip"
    summary = jobs.run(real, stem, lines_of(*samples, *samples, b"{}"), out)
    assert summary == jobs.Summary(done=2 * len(samples), failed=1)
    with zipfile.ZipFile(out) as archive:
        names = archive.namelist()
        for name in names[:-1]:
            assert docx.Document(io.BytesIO(archive.read(name))).paragraphs
    distinct = UniqueNames()
    assert [distinct.take(name) for name in names] == names
    made = [line for line in report_in(out) if line["status"] == "ok"]
    assert [line["file"] for line in made] == names[:-1]
    assert {line["pointer"] for line in report_in(out) if line["status"] == "failed"} > {"/issuer"}
