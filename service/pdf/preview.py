"""Pages of a PDF as pictures, by pdfium."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
from PIL import Image

from service.pdf.errors import NoSuchPage, PdfUnreadable

WIDTHS = range(16, 3001)  # pixels
_MOST_PIXELS = 20_000_000

# pdfium is not made for several threads.
_one_at_a_time = threading.Lock()


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has. Raises PdfUnreadable."""
    with _opened(pdf) as document:
        return len(document)


def page_png(pdf: bytes, page: int, width: int) -> bytes:
    """A page, the first being 1, as a PNG of a width in pixels (16 to 3000). Thread-safe.

    Raises PdfUnreadable, and NoSuchPage when there is no such page or it would be too large.
    """
    if width not in WIDTHS:
        raise NoSuchPage(f"Chiều rộng ảnh phải từ {WIDTHS[0]} đến {WIDTHS[-1]} điểm ảnh.")
    with _opened(pdf) as document:
        if not 1 <= page <= len(document):
            raise NoSuchPage(f"Tệp có {len(document)} trang, không có trang {page}.")
        picture = _drawn(document[page - 1], width)
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


@contextmanager
def _opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with _one_at_a_time:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise PdfUnreadable("Tệp không phải PDF, có mật khẩu hoặc bị hỏng.") from error
        try:
            yield document
        finally:
            document.close()


def _drawn(page: pypdfium2.PdfPage, width: int) -> Image.Image:
    scale = (width - 0.5) / page.get_width()  # pdfium rounds up
    if width * page.get_height() * scale > _MOST_PIXELS:
        raise NoSuchPage("Trang quá dài để vẽ ở chiều rộng này: hãy chọn chiều rộng nhỏ hơn.")
    picture: Image.Image = page.render(scale=scale).to_pil().copy()  # pdfium's memory ends with it
    return picture
