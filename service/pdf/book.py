"""Many PDFs as one, to print in a single job."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

import pikepdf

from service.pdf.errors import PdfUnreadable

Source = bytes | Path


def bind(
    documents: Iterable[tuple[str, Source]], out: Path | BinaryIO, *, two_sided: bool = False
) -> int:
    """Write a book of (title, PDF), a bookmark for each; how many pages it has.

    two_sided: every document begins on a fresh sheet. Sources that are paths stay on disk: a
    document takes some 0.15 MB of memory until the book is written. Raises PdfUnreadable, then
    without a book.
    """
    with pikepdf.new() as book:
        with book.open_outline() as outline:
            for title, source in documents:
                outline.root.append(pikepdf.OutlineItem(title, len(book.pages)))
                _append(book, title, source)
                if two_sided and len(book.pages) % 2:
                    _append_blank(book)
        book.Root.PageMode = pikepdf.Name.UseOutlines
        book.save(out)
        return len(book.pages)


def _append(book: pikepdf.Pdf, title: str, source: Source) -> None:
    try:
        with pikepdf.open(io.BytesIO(source) if isinstance(source, bytes) else source) as pdf:
            for page in pdf.pages:
                # The tree of tags that it points into stays behind.
                if pikepdf.Name.StructParents in page:
                    del page[pikepdf.Name.StructParents]
            book.pages.extend(pdf.pages)
    except pikepdf.PdfError as error:
        raise PdfUnreadable(f"“{title}”: không phải PDF, có mật khẩu hoặc bị hỏng.") from error


def _append_blank(book: pikepdf.Pdf) -> None:
    left, bottom, right, top = (float(edge) for edge in book.pages[-1].mediabox)
    book.add_blank_page(page_size=(right - left, top - bottom))
