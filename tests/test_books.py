"""Books: lines of a file in, one PDF to print out, with a report beside it."""

from __future__ import annotations

import csv
import io
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from small_home import GOOD, STEM, build_home, json_of

from service.batch import books
from service.batch.jobs import Summary
from service.batch.rows import Row
from service.cli import commands, main
from service.errors import UnknownDocumentType
from service.pdf.errors import PdfFailed, PdfUnavailable
from service.pdf.needs import find_tools
from service.pdf.office import Office, Pdf
from service.pipeline import Pipeline

INSTANCES = 2


class Printer:
    """An office without LibreOffice: as many blank pages as the .docx has letters in its text."""

    instances = INSTANCES

    def __init__(self) -> None:
        self.at_work = self.most_at_work = 0
        self._lock = threading.Lock()

    def require(self) -> None:
        pass

    def convert(self, docx: bytes, *, archive: bool = False) -> Pdf:
        import docx as word

        text = word.Document(io.BytesIO(docx)).paragraphs[-1].text
        if text == "hỏng":
            raise PdfFailed("LibreOffice không chuyển được.")
        with self._lock:
            self.at_work += 1
            self.most_at_work = max(self.most_at_work, self.at_work)
        # The first ones are the slowest: they come last, if nobody minds the order.
        time.sleep(0.02 * (6 - len(text)))
        with self._lock:
            self.at_work -= 1
        return Pdf(blank(len(text)))


def blank(pages: int) -> bytes:
    buffer = io.BytesIO()
    with pikepdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page()
        pdf.save(buffer)
    return buffer.getvalue()


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_home(tmp_path_factory.mktemp("home"))


@pytest.fixture
def printer() -> Printer:
    return Printer()


@pytest.fixture
def pipeline(home: Path, printer: Printer) -> Pipeline:
    return Pipeline(home, office=printer)  # type: ignore[arg-type]


def rows_of(*subjects: str) -> list[Row]:
    """A row for each subject; one that cannot be read for an empty one."""
    lines = [json_of({**GOOD, "subject": one}) if one else b"{" for one in subjects]
    return [Row(number, line) for number, line in enumerate(lines, start=1)]


def bookmarks(path: Path) -> Iterator[tuple[str, int]]:
    """Titles, and the page each leads to, the first being 1."""
    with pikepdf.open(path) as book, book.open_outline() as outline:
        places = {page.objgen: number for number, page in enumerate(book.pages, start=1)}
        for item in outline.root:
            assert item.destination is not None
            yield item.title, places[item.destination[0].objgen]


def reported(path: Path) -> list[tuple[str, ...]]:
    text = io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")
    lines = csv.DictReader(text, delimiter=";")
    return [(line["row"], line["status"], line["file"], line["code"]) for line in lines]


def test_all_in_order(pipeline: Pipeline, printer: Printer, tmp_path: Path) -> None:
    """Whichever is ready first; each under its name, all LibreOffices at work."""
    out = tmp_path / "book.pdf"
    book = books.run(pipeline, STEM, rows_of("a", "bb", "ccc", "dd", "e"), out)
    assert (book.summary, book.pages) == (Summary(5, 0), 9)
    assert list(bookmarks(out)) == [
        ("Giấy báo a", 1),
        ("Giấy báo bb", 2),
        ("Giấy báo ccc", 4),
        ("Giấy báo dd", 7),
        ("Giấy báo e", 9),
    ]
    assert printer.most_at_work == INSTANCES


def test_bad_rows_do_not_stop_it(pipeline: Pipeline, tmp_path: Path) -> None:
    """Neither data that is wrong nor a document that LibreOffice refuses; the report tells all."""
    seen: list[Summary] = []
    out = tmp_path / "book.pdf"
    book = books.run(pipeline, STEM, rows_of("a", "", "hỏng", "bb"), out, seen.append)
    assert (book.summary, book.pages) == (Summary(2, 2), 3)
    assert seen == [Summary(1, 0), Summary(1, 1), Summary(1, 2), Summary(2, 2)]
    assert book.report == tmp_path / "book.report.csv"
    assert reported(book.report) == [
        ("1", "ok", "Giấy báo a", ""),
        ("2", "failed", "", "payload_unreadable"),
        ("3", "failed", "", "pdf_failed"),
        ("4", "ok", "Giấy báo bb", ""),
    ]


def test_two_sided(pipeline: Pipeline, tmp_path: Path) -> None:
    """Each document begins on an odd page."""
    out = tmp_path / "book.pdf"
    book = books.run(pipeline, STEM, rows_of("a", "bb", "ccc"), out, two_sided=True)
    assert book.pages == 8
    assert [page for _, page in bookmarks(out)] == [1, 3, 5]


def test_nothing_to_bind(pipeline: Pipeline, tmp_path: Path) -> None:
    """Without a good row there is no book, only the report."""
    book = books.run(pipeline, STEM, rows_of("", "hỏng"), tmp_path / "book.pdf")
    assert (book.summary, book.pages) == (Summary(0, 2), 0)
    assert list(tmp_path.iterdir()) == [book.report]


def test_rows_are_read_as_they_are_needed(pipeline: Pipeline, tmp_path: Path) -> None:
    """However many there are: neither lines nor documents gather in memory."""
    read = finished = most = 0

    def rows() -> Iterator[Row]:
        nonlocal read, most
        for row in rows_of(*["eeeee"] * 30):
            read += 1
            most = max(most, read - finished)
            yield row

    def show(summary: Summary) -> None:
        nonlocal finished
        finished = summary.done

    books.run(pipeline, STEM, rows(), tmp_path / "book.pdf", show)
    assert most <= 3 * INSTANCES


def test_an_interrupted_run_leaves_nothing(pipeline: Pipeline, tmp_path: Path) -> None:
    """Neither a book, nor a report, nor a rest of them."""

    def some() -> Iterator[Row]:
        yield from rows_of("a")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        books.run(pipeline, STEM, some(), tmp_path / "book.pdf")
    assert list(tmp_path.iterdir()) == []


def test_what_is_told_before_writing(home: Path, pipeline: Pipeline, tmp_path: Path) -> None:
    """A wrong stem, and a machine that makes no PDFs, are one error and not a fault of each row."""
    out = tmp_path / "desk" / "book.pdf"
    with pytest.raises(UnknownDocumentType):
        books.run(pipeline, "nope", rows_of("a"), out)
    bare = Pipeline(home, office=Office(1, tools=lambda: find_tools(str(tmp_path))))
    with bare.office, pytest.raises(PdfUnavailable, match="libreoffice-writer-nogui"):
        books.run(bare, STEM, rows_of("a"), out)


def test_the_command(
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """By LibreOffice: how many documents, pages and bad lines, then the files; progress beside."""
    monkeypatch.setenv("VANTHU_HOME", str(home))
    monkeypatch.chdir(tmp_path)
    lines = [json_of(GOOD), b"{", json_of({**GOOD, "subject": "Họp\u00a0quý"})]
    Path("in.jsonl").write_bytes(b"\n".join(lines))
    assert main(["book", STEM, "in.jsonl", "-o", "out.pdf", "--duplex"]) == 1
    shown = capsys.readouterr()
    assert shown.out == "Đã ghép 2 văn bản, 4 trang, 1 dòng có lỗi.\nout.pdf\nout.report.csv\n"
    assert shown.err.splitlines()[-1].startswith("100%  3/3 dòng, lỗi 1, ")
    assert list(bookmarks(Path("out.pdf"))) == [
        ("Giấy báo Họp giao ban", 1),
        ("Giấy báo Họp quý", 3),
    ]
    assert [line[:2] for line in reported(Path("out.report.csv"))] == [
        ("1", "ok"),
        ("2", "failed"),
        ("3", "ok"),
    ]


def test_the_command_without_a_good_line(
    home: Path,
    pipeline: Pipeline,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """It names the report alone."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(commands.Pipeline, "of", lambda _: pipeline)
    Path("in.jsonl").write_bytes(b"{")
    assert main(["book", STEM, "in.jsonl", "-o", "out.pdf"]) == 1
    told = "Đã ghép 0 văn bản, 0 trang, 1 dòng có lỗi.\nout.report.csv\n"
    assert capsys.readouterr().out == told
