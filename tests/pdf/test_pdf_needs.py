"""A machine that lacks something starts all the same, and says what to install."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from machinery import note

from service.pdf.errors import PdfUnavailable
from service.pdf.needs import find_tools, readiness
from service.pdf.office import Office

INSTALL = "sudo apt-get install -y --no-install-recommends"
# All letters of Vietnamese: twelve vowels in six tones, and đ, small and capital.
LETTERS = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"


class Machine:
    """A folder of programs, for a path."""

    def __init__(self, folder: Path) -> None:
        self.path = str(folder)
        self._folder = folder

    def has(self, *programs: str) -> None:
        for program in programs:
            found = "/usr/bin/python3" if program == "python3" else shutil.which(program)
            assert found
            (self._folder / program).symlink_to(found)

    def has_script(self, name: str, says: str) -> None:
        script = self._folder / name
        script.write_text(f"#!/bin/sh\n{says}\n", encoding="utf-8")
        script.chmod(0o755)

    def misses(self) -> list[str]:
        """The packages that it is told to install, message by message."""
        told = readiness(self.path)
        assert all(message.startswith("Thiếu ") and INSTALL in message for message in told)
        return [message.rpartition(f"{INSTALL} ")[2] for message in told]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_this_machine_is_ready() -> None:
    """The tests' own machine has it all."""
    assert readiness() == []
    assert find_tools().program.joinpath("soffice.bin").is_file()


def test_an_empty_machine(machine: Machine) -> None:
    """Everything is told at once."""
    assert machine.misses() == [
        "libreoffice-writer-nogui",
        "python3-uno",
        "fonts-liberation2 fontconfig",
    ]


def test_without_uno(machine: Machine) -> None:
    """LibreOffice and fonts, but no Python that can talk to it."""
    machine.has("soffice", "fc-list")
    assert machine.misses() == ["python3-uno"]


def test_with_a_python_that_has_no_uno(machine: Machine) -> None:
    """A Python alone is not enough."""
    machine.has("soffice", "fc-list")
    machine.has_script("python3", "exit 1")
    assert machine.misses() == ["python3-uno"]


def test_without_fontconfig(machine: Machine) -> None:
    """Nobody can tell the fonts without it."""
    machine.has("soffice", "python3")
    assert machine.misses() == ["fonts-liberation2 fontconfig"]


FACES = ["0 80", "0 200", "100 80", "100 200"]


@pytest.mark.parametrize(("faces", "ready"), [(FACES, True), (FACES[:3], False), ([], False)])
def test_a_font_has_four_faces(machine: Machine, faces: list[str], *, ready: bool) -> None:
    """fonts-liberation 1.07, for one, has no face with all letters."""
    machine.has("soffice", "python3")
    machine.has_script("fc-list", "\n".join(f"echo {face}" for face in faces))
    assert (machine.misses() == []) is ready


def test_vi_is_all_letters() -> None:
    """What fontconfig calls Vietnamese holds the 146 letters: a face for it has them."""
    letters = set(LETTERS + LETTERS.upper())
    assert len(letters) == 146
    command = ["fc-match", "--format", "%{charset}", "Times New Roman:lang=vi"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    ranges = [part.split("-") for part in told.split()]
    covered = {code for one in ranges for code in range(int(one[0], 16), int(one[-1], 16) + 1)}
    assert letters <= set(map(chr, covered))


def test_conversion_says_what_is_missing(machine: Machine) -> None:
    """An office can be opened without LibreOffice; only conversion fails, until it is there."""
    with Office(1, tools=lambda: find_tools(machine.path)) as office:
        with pytest.raises(PdfUnavailable) as told:
            office.convert(note("Một"))
        assert told.value.detail == " ".join(readiness(machine.path))
        machine.has("soffice", "python3", "fc-list")
        assert office.convert(note("Một")).data.startswith(b"%PDF")
