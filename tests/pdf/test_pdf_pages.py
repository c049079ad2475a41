"""The PDFs of the samples: pages, words, fonts, what archives and screen readers ask for."""

from __future__ import annotations

import io
import random
import re
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from documents import PIPELINE, SAMPLES, Sample, paragraphs, to_pdf
from machinery import lines, words

from service.errors import PayloadInvalid
from service.pdf.needs import FONTS
from service.pdf.office import Office

every_sample = pytest.mark.parametrize("sample", SAMPLES, ids=str)


@pytest.fixture(scope="module")
def office() -> Iterator[Office]:
    with Office() as office:
        yield office


@pytest.fixture(scope="module")
def made(office: Office) -> dict[str, bytes]:
    """Sample name -> its PDF."""
    return {str(sample): office.convert(sample.make()).data for sample in SAMPLES}


@pytest.fixture(scope="module")
def by_command(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Sample name -> its PDF as LibreOffice's own command makes it."""
    folder = tmp_path_factory.mktemp("by_command")
    return to_pdf({str(sample): sample.make() for sample in SAMPLES}, folder)


def counted(text: str) -> Counter[str]:
    """How often each word is there; in capitals, for some styles show them."""
    return Counter(re.findall(r"\w+", text.upper()))


@every_sample
def test_all_words_are_there(made: dict[str, bytes], sample: Sample) -> None:
    """Every word of the .docx can be read in the PDF."""
    expected = counted("\n".join(paragraphs(sample.make())))
    assert not expected - counted(words(made[str(sample)]))


@every_sample
def test_same_pages_as_the_command(
    made: dict[str, bytes], by_command: dict[str, Path], sample: Sample
) -> None:
    """As many pages as LibreOffice's own command makes, with the same lines."""
    assert lines(made[str(sample)]) == lines(by_command[str(sample)].read_bytes())


@every_sample
def test_fonts_are_embedded(made: dict[str, bytes], sample: Sample) -> None:
    """Only faces of Times New Roman's widths, each of them inside the file."""
    faces = set(fonts(made[str(sample)]))
    assert {embedded for _, embedded in faces} == {True}
    assert {face for face, _ in faces} <= {family.replace(" ", "") for family in FONTS}


def fonts(pdf: bytes) -> Iterator[tuple[str, bool]]:
    """The family of each face, and whether it is inside the file."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            for font in page.resources.get("/Font", {}).values():
                family = str(font.BaseFont).rpartition("+")[2].partition("-")[0]
                yield family, "/FontFile2" in font.FontDescriptor


@every_sample
def test_for_people_who_listen(made: dict[str, bytes], sample: Sample) -> None:
    """Tagged, in Vietnamese, with its title in the window's."""
    with pikepdf.open(io.BytesIO(made[str(sample)])) as pdf:
        assert str(pdf.Root.Lang) == "vi-VN"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo.Title)
        assert "/CreationDate" in pdf.docinfo


@every_sample
def test_for_archives(office: Office, made: dict[str, bytes], sample: Sample) -> None:
    """PDF/A-2b (ISO 19005-2): it says so, colours are defined, all faces inside; the same lines."""
    archived = office.convert(sample.make(), archive=True).data
    with pikepdf.open(io.BytesIO(archived)) as pdf, pdf.open_metadata() as metadata:
        assert metadata["pdfaid:part"] == "2"
        assert metadata["pdfaid:conformance"] == "B"
        (intent,) = pdf.Root.OutputIntents
        assert str(intent.S) == "/GTS_PDFA1"
        assert intent.DestOutputProfile.read_bytes()[36:40] == b"acsp"  # an ICC profile
        assert not pdf.is_encrypted
        assert metadata["dc:title"] == str(pdf.docinfo.Title)
    assert {embedded for _, embedded in fonts(archived)} == {True}
    assert lines(archived) == lines(made[str(sample)])


def test_others_are_not_for_archives(made: dict[str, bytes]) -> None:
    """PDF/A is made when asked for."""
    with pikepdf.open(io.BytesIO(made[str(SAMPLES[0])])) as pdf, pdf.open_metadata() as metadata:
        assert "pdfaid:part" not in metadata


LONG = next(sample for sample in SAMPLES if str(sample) == "emulation_pledge.enterprises")


def grown(payload: Any, seed: int) -> Any:
    """A payload with some of the entries of some of its lists several times."""
    chance = random.Random(seed)  # noqa: S311

    def grow(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: grow(one) for key, one in value.items()}
        if isinstance(value, list):
            return [grow(one) for one in value for _ in range(chance.choice((1, 1, 2, 3)))]
        return value

    return {
        key: grow(value) if isinstance(value, list | dict) and chance.random() < 0.5 else value
        for key, value in payload.items()
    }


def long_documents() -> Iterator[bytes]:
    for seed in range(110):
        try:
            yield PIPELINE.make(LONG.stem, grown(LONG.payload, seed)).data
        except PayloadInvalid:
            continue


def test_no_heading_is_left_at_the_foot(office: Office) -> None:
    """Nor what leads to a list: LibreOffice leaves one in three so, unless it looks again."""
    documents = list(long_documents())
    assert len(documents) > 20
    with ThreadPoolExecutor(office.instances) as pool:
        made = list(pool.map(office.convert, documents))
    for pdf in made:
        for page in lines(pdf.data)[:-1]:
            assert not re.fullmatch(r"([IVX]+|\d+)\. .{,70}[^;.,]", page[-1])
