"""The office's own templates: used when sound, refused loudly, followed when they change."""

from __future__ import annotations

import io
import logging
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import docx
import pytest
from documents import CATALOG, SAMPLES, Sample, paragraphs, to_docx
from small_home import GOOD, STEM, build_home

from service.catalog import built_in_template
from service.config import PROJECT
from service.pipeline import Document, Pipeline
from service.watched import Watched

SOUND = "Của cơ quan: {{ subject }}{% if copies %} ({{ copies }}){% endif %}"
FAULTY = "{{ subjet }} {{ copies }}"


class Office:
    """A service with its folder of own templates."""

    def __init__(self, folder: Path) -> None:
        self.own = folder / "own"
        self.own.mkdir()
        self.home = build_home(folder / "home")
        self.pipeline = Pipeline(self.home, self.own)
        self._saved = 0

    def save(self, *texts: str, folder: Path | None = None) -> None:
        """Save a template as Word does; later than before, however fast the test is."""
        path = (folder or self.own) / f"{STEM}.docx"
        path.write_bytes(template(*texts))
        self._saved += 1
        os.utime(path, (self._saved, self._saved))

    def make(self) -> Document:
        return self.pipeline.make(STEM, GOOD)


def template(*texts: str) -> bytes:
    page, buffer = docx.Document(), io.BytesIO()
    page.core_properties.comments = ""
    for text in texts:
        page.add_paragraph(text)
    page.save(buffer)
    return buffer.getvalue()


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_a_sound_template_is_used(office: Office) -> None:
    """It shadows the built-in one, and nothing is said of it."""
    office.save(SOUND)
    made = office.make()
    assert paragraphs(made.data) == ["Của cơ quan: Họp giao ban (2)"]
    assert made.findings == ()


def test_a_faulty_template_is_refused_loudly(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    """The built-in one serves; log, document and check say what is wrong."""
    office.save(FAULTY)
    with caplog.at_level(logging.ERROR):
        made = office.make()
    assert paragraphs(made.data) == ["Họp giao ban"]
    (finding,) = made.findings
    assert (finding.code, finding.severity) == ("own_template_refused", "warning")
    assert "note.docx có 2 lỗi" in finding.message
    assert "trong thư mục mẫu riêng, chạy lệnh vanthu templates lint note.docx" in finding.message
    assert office.pipeline.check(STEM, GOOD) == made.findings
    assert "Thân văn bản, đoạn 1: {{ subjet }}" in caplog.text
    assert "có thể bỏ trống" in caplog.text


def test_a_misnamed_template_is_told(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    """It never serves; what Word keeps beside an open file is no template."""
    for name in (f"{STEM}.docx", "mote.docx", f"~${STEM}.docx", "ghi-chu.txt"):
        (office.own / name).write_bytes(template(SOUND))
    Pipeline(office.home, office.own)
    (told,) = [record.getMessage() for record in caplog.records]
    assert "mote.docx: không được dùng làm mẫu" in told
    assert told.endswith(f"({STEM}).")


def test_a_refusal_is_logged_once(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    """Not with every document."""
    office.save(FAULTY)
    office.make()
    caplog.clear()
    office.make()
    assert caplog.text == ""


def test_templates_are_followed_without_a_restart(office: Office) -> None:
    """Saved, spoilt, mended, taken away: the next document knows."""
    told = [paragraphs(office.make().data)]
    for texts in ([SOUND], ["Mới: {{ subject }}"], [FAULTY], [SOUND]):
        office.save(*texts)
        told.append(paragraphs(office.make().data))
    (office.own / f"{STEM}.docx").unlink()
    told.append(paragraphs(office.make().data))
    built, own = ["Họp giao ban"], ["Của cơ quan: Họp giao ban (2)"]
    assert told == [built, own, ["Mới: Họp giao ban"], built, own, built]


def test_others_go_on_while_a_change_is_checked(tmp_path: Path) -> None:
    """A check takes seconds: only the one who met the change first waits for it."""
    file, checking, go_on = tmp_path / "file", threading.Event(), threading.Event()

    def check(path: Path) -> str:
        if (text := path.read_text()) == "mới":
            checking.set()
            assert go_on.wait(10)
        return text

    file.write_text("cũ")
    watched = Watched(file, check)
    assert watched.get() == "cũ"
    file.write_text("mới")
    os.utime(file, (1, 1))
    with ThreadPoolExecutor() as pool:
        first = pool.submit(watched.get)
        assert checking.wait(10)
        assert watched.get() == "cũ"
        go_on.set()
        assert first.result() == "mới"
    assert watched.get() == "mới"


def test_built_in_templates_are_followed_too(office: Office) -> None:
    """A new release's template serves as soon as it is there."""
    folder = office.home / "templates_docx"
    for text in ("Một {{ subject }}", "Hai {{ subject }}"):
        office.save(text, folder=folder)
        assert paragraphs(office.make().data) == [text.replace("{{ subject }}", "Họp giao ban")]


def test_an_unchanged_template_is_compiled_once(office: Office) -> None:
    """Between two documents a file costs no more than a look at its date."""
    office.save(SOUND)
    kind = office.pipeline.catalog[STEM]
    assert kind.template is kind.template


def test_no_template_is_no_docx(office: Office) -> None:
    """Any file may lie in the folder: what cannot be opened is refused as the rest."""
    (office.own / f"{STEM}.docx").write_bytes(b"not a package")
    made = office.make()
    assert [finding.code for finding in made.findings] == ["own_template_refused"]


def test_a_template_that_may_not_be_read(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Word may hold a file, or a share its rights: the clerk is told."""
    office.save(SOUND)
    own, read = office.own / f"{STEM}.docx", Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path == own:
            raise PermissionError
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert [finding.code for finding in office.make().findings] == ["own_template_unreadable"]


@pytest.fixture(scope="module")
def saved_anew(tmp_path_factory: pytest.TempPathFactory) -> Pipeline:
    """The service with each built-in template exported and saved by another word processor."""
    folder, own = tmp_path_factory.mktemp("exported"), tmp_path_factory.mktemp("own")
    for stem in CATALOG:
        (folder / f"{stem}.docx").write_bytes(built_in_template(PROJECT, stem))
    to_docx(list(folder.iterdir()), own)
    return Pipeline(PROJECT, own)


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_what_another_word_processor_saves_is_sound(saved_anew: Pipeline, sample: Sample) -> None:
    """Opened and saved, its tags cut into other runs, a template passes lint and says the same."""
    made = saved_anew.make(sample.stem, sample.payload)
    assert "own_template_refused" not in {finding.code for finding in made.findings}
    assert said(made.data) == said(sample.make())


def said(package: bytes) -> list[str]:
    return [text for text in paragraphs(package) if text.strip()]
