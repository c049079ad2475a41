"""What is drawn can be seen: at its width on the page, and read by a telephone's means."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pdfplumber
import pytest
import zxingcpp
from documents import to_pdf
from PIL import Image
from small_docx import CENTRED, docx_of, p, tbl, tr
from small_pictures import BLUE, GREEN, RED, WHITE, encoded, file_of, jpeg, png, quarters

from service.word.template import Template

POINTS_PER_MM = 72 / 25.4
DPI = 300  # an office printer's

# Body of a template, with the widths in mm of what it draws, in the order of the page.
PAGES: dict[str, tuple[str, list[float]]] = {
    "widths": (
        p("{{ photo|image(40) }}") + p("{{ wide|image(150) }}") + p("{{ link|qr(25) }}"),
        [40, 150, 25],
    ),
    "cells": (
        tbl(
            tr("{%tr for one in photos %}", ""),
            tr("{{ one.name }}", "{{ one.photo|image(20) }}"),
            tr("{%tr endfor %}", ""),
        ),
        [20] * 6,
    ),
}
CODES = {
    "address": "https://vanthu.example/tra-cuu/15-KH-BQL?ngay=2022-11-08",
    "Vietnamese": "Kế hoạch số 15/KH-BQL, ngày 08 tháng 11 năm 2022: “Đoàn kết, sáng tạo”",
    "lines": "BEGIN:VCARD\nVERSION:3.0\nFN:Nguyễn Thị Ánh Tuyết\nTITLE:Trưởng ban\nEND:VCARD",
    "Latin letters": "Cà Mau, Bà Rịa",
    "digits": "0123456789" * 5,
    "other scripts": "მმმმმმ 漢字 🙂 ộộộ",
    "as long as may be": "Thi đua " * 56,
}


@cache
def paper() -> dict[str, bytes]:
    """Name -> PDF by LibreOffice, of all pages and codes in one run."""
    kinds = {"png": png(), "jpeg": jpeg(), "cmyk": jpeg(mode="CMYK"), "exif": sideways()}
    kinds |= {"palette": file_of(quarters().quantize(4)), "alpha": png(mode="RGBA")}
    photos = [{"name": name, "photo": encoded(data)} for name, data in kinds.items()]
    data = {"photo": encoded(png()), "wide": encoded(jpeg(600, 100)), "link": CODES["address"]}
    made = {
        name: Template(docx_of(body)).render({**data, "photos": photos})
        for name, (body, _) in PAGES.items()
    }
    code = Template(docx_of(p("Mã: {{ text|qr(25) }}.", properties=CENTRED)))
    made |= {name: code.render({"text": text}) for name, text in CODES.items()}
    with TemporaryDirectory() as folder:
        return {name: path.read_bytes() for name, path in to_pdf(made, Path(folder)).items()}


def sideways() -> bytes:
    """A picture stored lying, which says that it is to be turned."""
    exif = Image.Exif()
    exif[0x0112] = 6
    return file_of(quarters().transpose(Image.Transpose.ROTATE_90), "JPEG", exif=exif)


def page(name: str, folder: Path) -> Image.Image:
    """The first page as a printer has it."""
    (folder / "page.pdf").write_bytes(paper()[name])
    command = ["pdftoppm", "-r", str(DPI), "-png", "-singlefile", "page.pdf", "page"]
    subprocess.run(command, cwd=folder, check=True)
    return Image.open(folder / "page.png").convert("RGB")


def boxes(name: str, folder: Path) -> list[tuple[float, float, float, float]]:
    """Left, top, width and height in mm of what is drawn on the first page."""
    (folder / "page.pdf").write_bytes(paper()[name])
    with pdfplumber.open(folder / "page.pdf") as pdf:
        found = sorted(pdf.pages[0].images, key=lambda one: one["top"])
        names = ("x0", "top", "width", "height")
        return [tuple(one[name] / POINTS_PER_MM for name in names) for one in found]


@pytest.mark.parametrize("name", PAGES)
def test_widths_on_the_page(name: str, tmp_path: Path) -> None:
    """Each as wide as its tag says, to half a millimetre."""
    widths = [width for _, _, width, _ in boxes(name, tmp_path)]
    assert widths == pytest.approx(PAGES[name][1], abs=0.5)


def test_proportions_on_the_page(tmp_path: Path) -> None:
    """Each as high as its picture is to its width."""
    heights = [height for *_, height in boxes("widths", tmp_path)]
    assert heights == pytest.approx([40 * 4 / 3, 25, 25], abs=0.5)


def test_colours_on_the_page(tmp_path: Path) -> None:
    """Every kind of picture shows its colours, upright, each at its corner."""
    printed = page("cells", tmp_path)
    for left, top, width, height in boxes("cells", tmp_path):
        for (across, down), colour in {
            (0.25, 0.25): RED,
            (0.75, 0.25): GREEN,
            (0.25, 0.75): BLUE,
            (0.75, 0.75): WHITE,
        }.items():
            place = (left + width * across, top + height * down)
            seen = printed.getpixel((round(place[0] / 25.4 * DPI), round(place[1] / 25.4 * DPI)))
            assert seen == pytest.approx(colour, abs=12)


@pytest.mark.parametrize("name", CODES)
def test_codes_can_be_read_from_the_page(name: str, tmp_path: Path) -> None:
    """By a reader that is not of the writer's making, to the last diacritic."""
    (code,) = zxingcpp.read_barcodes(page(name, tmp_path))
    assert code.text == CODES[name]
    assert code.format == zxingcpp.BarcodeFormat.QRCode
    assert code.ec_level in ("M", "Q", "H")
