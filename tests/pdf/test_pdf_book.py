"""Many PDFs as one."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from documents import SAMPLES
from machinery import words

from service.config import PROJECT
from service.pdf.book import bind
from service.pdf.errors import PdfUnreadable
from service.pdf.office import Office


@pytest.fixture(scope="module")
def documents() -> list[tuple[str, bytes]]:
    """Some samples with their titles; their pages are odd and even in number."""
    with Office() as office:
        made = [(str(sample), office.convert(sample.make()).data) for sample in SAMPLES]
    assert {pages(pdf) % 2 for _, pdf in made} == {0, 1}
    return made


def pages(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


def bookmarks(path: Path) -> Iterator[tuple[str, int]]:
    """The titles, and the pages they lead to, the first being 0."""
    with pikepdf.open(path) as book, book.open_outline() as outline:
        places = {page.objgen: index for index, page in enumerate(book.pages)}
        for item in outline.root:
            assert item.destination is not None
            yield item.title, places[item.destination[0].objgen]


def test_all_pages_in_order(documents: list[tuple[str, bytes]], tmp_path: Path) -> None:
    """One document after the other, word for word."""
    out = tmp_path / "book.pdf"
    assert bind(documents, out) == sum(pages(pdf) for _, pdf in documents)
    assert words(out.read_bytes()) == "\n".join(words(pdf) for _, pdf in documents)


def test_a_bookmark_for_each(documents: list[tuple[str, bytes]], tmp_path: Path) -> None:
    """It leads to the document's first page, and the book opens with bookmarks shown."""
    out = tmp_path / "book.pdf"
    bind(documents, out)
    expected, place = [], 0
    for title, pdf in documents:
        expected.append((title, place))
        place += pages(pdf)
    assert list(bookmarks(out)) == expected
    with pikepdf.open(out) as book:
        assert str(book.Root.PageMode) == "/UseOutlines"


def test_two_sided(documents: list[tuple[str, bytes]], tmp_path: Path) -> None:
    """Every document begins on a right-hand page; blank ones are as large as those before."""
    out = tmp_path / "book.pdf"
    total = bind(documents, out, two_sided=True)
    assert all(place % 2 == 0 for _, place in bookmarks(out))
    odd = sum(pages(pdf) % 2 for _, pdf in documents)
    assert total == sum(pages(pdf) for _, pdf in documents) + odd
    with pikepdf.open(out) as book:
        sizes = {tuple(round(float(edge)) for edge in page.mediabox) for page in book.pages}
        assert {(0, 0, 595, 842)} <= sizes <= {(0, 0, 595, 842), (0, 0, 842, 595)}


def test_from_files(documents: list[tuple[str, bytes]], tmp_path: Path) -> None:
    """Paths do as well as bytes."""
    path = tmp_path / "one.pdf"
    path.write_bytes(documents[0][1])
    out = tmp_path / "book.pdf"
    assert bind([("Một", path), ("Hai", documents[1][1])], out) == sum(
        pages(pdf) for _, pdf in documents[:2]
    )


@pytest.mark.parametrize("content", [b"", b"PK", b"%PDF-1.7\n%%EOF"])
def test_a_broken_one_is_named(
    documents: list[tuple[str, bytes]], tmp_path: Path, content: bytes
) -> None:
    """There is no book then."""
    out = tmp_path / "book.pdf"
    with pytest.raises(PdfUnreadable, match="“Hỏng”"):
        bind([documents[0], ("Hỏng", content)], out)
    assert not out.exists()


BINDING = """
import sys
from pathlib import Path
from service.pdf.book import bind
source, out, times = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
bind(((f"Số {number}", source) for number in range(times)), out)
print(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0])
"""


def peak(source: Path, out: Path, times: int) -> int:
    """Peak memory in kB of a process that binds so many documents."""
    command = [sys.executable, "-c", BINDING, str(source), str(out), str(times)]
    return int(subprocess.run(command, check=True, capture_output=True, cwd=PROJECT).stdout)


def test_documents_stay_on_disk(documents: list[tuple[str, bytes]], tmp_path: Path) -> None:
    """What a further document takes of memory is no more than the file itself weighs."""
    source = tmp_path / "one.pdf"
    source.write_bytes(max((pdf for _, pdf in documents), key=len))
    few, many = (peak(source, tmp_path / "book.pdf", times) for times in (20, 120))
    assert (many - few) * 1024 / 100 < source.stat().st_size
