"""Pages as pictures."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor

import pikepdf
import pytest
from PIL import Image

from service.pdf.errors import NoSuchPage, PdfUnreadable
from service.pdf.preview import page_count, page_png


def pdf(*sizes: tuple[float, float]) -> bytes:
    """Pages of these widths and heights in points."""
    buffer = io.BytesIO()
    with pikepdf.new() as made:
        for size in sizes:
            made.add_blank_page(page_size=size)
        made.save(buffer)
    return buffer.getvalue()


A4 = (595.28, 841.89)
TWO = pdf(A4, (841.89, 595.28))


def test_pages_are_counted() -> None:
    """As the file has them."""
    assert page_count(TWO) == 2


@pytest.mark.parametrize(("page", "size"), [(1, (900, 1273)), (2, (900, 637))])
def test_a_page_has_the_width_asked_for(page: int, size: tuple[int, int]) -> None:
    """The height follows from the page's own."""
    with Image.open(io.BytesIO(page_png(TWO, page, 900))) as picture:
        assert picture.format == "PNG"
        assert picture.size == size


@pytest.mark.parametrize(
    ("page", "width", "told"),
    [
        (0, 900, "không có trang 0"),
        (3, 900, "Tệp có 2 trang, không có trang 3"),
        (-1, 900, "không có trang -1"),
        (1, 15, "từ 16 đến 3000"),
        (1, 3001, "từ 16 đến 3000"),
    ],
)
def test_pages_and_sizes_that_are_not(page: int, width: int, told: str) -> None:
    """They are told, with what there is."""
    with pytest.raises(NoSuchPage, match=told):
        page_png(TWO, page, width)


def test_a_page_too_long_to_draw() -> None:
    """A page may be much longer than wide; a picture of it may not take all memory."""
    with pytest.raises(NoSuchPage, match="quá dài"):
        page_png(pdf((3, 14_000)), 1, 3000)


@pytest.mark.parametrize("content", [b"", b"PK\3\4", TWO[:200]])
def test_what_is_no_pdf(content: bytes) -> None:
    """It is told."""
    with pytest.raises(PdfUnreadable):
        page_count(content)


def test_many_threads() -> None:
    """pdfium itself would crash."""
    with ThreadPoolExecutor(8) as pool:
        drawn = set(pool.map(lambda _: page_png(TWO, 1, 300), range(40)))
    assert len(drawn) == 1
