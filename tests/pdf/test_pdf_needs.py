"""A machine that lacks something starts all the same, and says what to install."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest
from machinery import note

from service.pdf.errors import Missing, PdfUnavailable
from service.pdf.needs import find_tools
from service.pdf.office import Office

INSTALL = "sudo apt-get install -y --no-install-recommends"
# All letters of Vietnamese: twelve vowels in six tones, and đ, small and capital.
LETTERS = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"


def lacks(path: str | None = None) -> list[Missing]:
    """What a machine is told to install, given the folders of its programs."""
    try:
        find_tools(path)
    except PdfUnavailable as error:
        return list(error.missing)
    return []


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

    def has_font(self, faces: Iterable[str], vietnamese: Iterable[str]) -> None:
        """An fc-list that knows Liberation Serif alone: these faces, and those with all letters."""
        known, full = ("; ".join(f"echo {face}" for face in some) for some in (faces, vietnamese))
        says = (
            f'*"Liberation Serif:lang=vi") {full or ":"} ;; *"Liberation Serif") {known or ":"} ;;'
        )
        self.has_script("fc-list", f'case "$*" in {says} esac')

    def misses(self) -> list[str]:
        """The codes of what it is told to install, each with the packages that the message has."""
        told = lacks(self.path)
        for one in told:
            assert one.message.endswith(f"{INSTALL} {' '.join(one.packages)}")
        return [one.code for one in told]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_this_machine_is_ready() -> None:
    """The tests' own machine has it all."""
    assert find_tools().program.joinpath("soffice.bin").is_file()


def test_an_empty_machine(machine: Machine) -> None:
    """Everything is told at once."""
    assert machine.misses() == ["libreoffice_missing", "uno_missing", "fontconfig_missing"]
    told = [one.packages for one in lacks(machine.path)]
    fonts = ("fonts-liberation2", "fontconfig")
    assert told == [("libreoffice-writer-nogui",), ("python3-uno",), fonts]


def test_without_uno(machine: Machine) -> None:
    """LibreOffice and fonts, but no Python that can talk to it."""
    machine.has("soffice", "fc-list")
    assert machine.misses() == ["uno_missing"]


def test_with_a_python_that_has_no_uno(machine: Machine) -> None:
    """A Python alone is not enough."""
    machine.has("soffice", "fc-list")
    machine.has_script("python3", "exit 1")
    assert machine.misses() == ["uno_missing"]


def test_without_fontconfig(machine: Machine) -> None:
    """Nobody can tell the fonts without it."""
    machine.has("soffice", "python3")
    assert machine.misses() == ["fontconfig_missing"]


FACES = ["0 80", "0 200", "100 80", "100 200"]


FONTS = [
    (FACES, FACES, None, ""),
    ([], [], "font_missing", "cùng độ rộng với Times New Roman"),
    (FACES[:2], FACES[:2], "font_faces_missing", "thiếu kiểu chữ nghiêng, đậm nghiêng"),
    (FACES, FACES[1:], "font_letters_missing", "kiểu chữ thường, thiếu chữ có dấu tiếng Việt"),
    (FACES, [], "font_letters_missing", "kiểu chữ thường, đậm, nghiêng, đậm nghiêng, thiếu chữ"),
]


@pytest.mark.parametrize(("faces", "vietnamese", "code", "says"), FONTS)
def test_a_font_has_four_faces_with_all_letters(
    machine: Machine, faces: list[str], vietnamese: list[str], code: str | None, says: str
) -> None:
    """fonts-liberation 1.07, for one, has the faces, and none with all letters."""
    machine.has("soffice", "python3")
    machine.has_font(faces, vietnamese)
    told = lacks(machine.path)
    assert [one.code for one in told] == ([code] if code else [])
    assert all(says in one.message for one in told)


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
        missing = lacks(machine.path)
        assert office.missing() == told.value.missing == tuple(missing)
        assert told.value.detail == " ".join(one.message for one in missing)
        assert [one.code for one in told.value.findings] == machine.misses()
        machine.has("soffice", "python3", "fc-list")
        assert office.missing() == ()
        assert office.convert(note("Một")).data.startswith(b"%PDF")
