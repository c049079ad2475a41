"""What making a PDF needs of this machine, and what is missing of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from service.pdf.errors import PdfUnavailable

# Of the same widths, letter for letter, as Times New Roman.
FONTS = ("Times New Roman", "Liberation Serif", "Tinos")
# Upright and slanted, of normal weight and bold: fontconfig's numbers.
_FACES = {("0", "80"), ("0", "200"), ("100", "80"), ("100", "200")}

_INSTALL = "cài bằng lệnh  sudo apt-get install -y --no-install-recommends {packages}"
_OFFICE = "Thiếu LibreOffice Writer: " + _INSTALL.format(packages="libreoffice-writer-nogui")
_UNO = "Thiếu cầu nối UNO của LibreOffice (python3-uno): " + _INSTALL.format(packages="python3-uno")
_FONT = (
    "Thiếu phông chữ có đủ chữ tiếng Việt và cùng độ rộng với Times New Roman: "
    + _INSTALL.format(packages="fonts-liberation2 fontconfig")
)
_SYSTEM = "Bản PDF chỉ làm được trên Linux: hãy chạy dịch vụ trên một máy Linux."

_SECONDS = 30
_ELSEWHERE = ("/usr/lib/libreoffice", "/opt/libreoffice*")


@dataclass(frozen=True)
class Tools:
    """program: the folder of `soffice.bin`; python: an interpreter that can import `uno`."""

    program: Path
    python: Path


def find_tools(path: str | None = None) -> Tools:
    """path: folders to look for programs in, as PATH has them; that of the process by default.

    Raises PdfUnavailable that says all that is missing.
    """
    program = _program(path)
    python = _python(program, path)
    missing = _missing(program, python, path)
    if program is None or python is None or missing:
        raise PdfUnavailable(" ".join(missing))
    return Tools(program, python)


def readiness(path: str | None = None) -> list[str]:
    """What is missing, in Vietnamese, with the commands that install it: nothing when ready."""
    program = _program(path)
    return _missing(program, _python(program, path), path)


def _missing(program: Path | None, python: Path | None, path: str | None) -> list[str]:
    if sys.platform != "linux":
        return [_SYSTEM]
    present = {_OFFICE: program, _UNO: python, _FONT: has_fonts(path)}
    return [message for message, found in present.items() if not found]


def _program(path: str | None) -> Path | None:
    """The folder of the soffice.bin that `soffice` starts."""
    for folder in _program_folders(path):
        if os.access(folder / "soffice.bin", os.X_OK):
            return folder
    return None


def _program_folders(path: str | None) -> Iterator[Path]:
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name, path=path):
            yield Path(found).resolve().parent
    if path is None:
        for pattern in _ELSEWHERE:
            yield from (folder / "program" for folder in sorted(Path("/").glob(pattern[1:])))


def _python(program: Path | None, path: str | None) -> Path | None:
    """LibreOffice's own Python, or the first on the path, that can import uno."""
    folders = (path or os.environ.get("PATH") or os.defpath).split(os.pathsep)
    own = [program / "python"] if program else []
    for python in [*own, *(Path(folder) / "python3" for folder in folders)]:
        if os.access(python, os.X_OK) and _told(str(python), "-s", "-c", "import uno") is not None:
            return python
    return None


def has_fonts(path: str | None = None) -> bool:
    """Whether one of FONTS has its four faces, each with all Vietnamese letters."""
    if not (fc_list := shutil.which("fc-list", path=path)):
        return False
    return any(_has_faces(fc_list, family) for family in FONTS)


def _has_faces(fc_list: str, family: str) -> bool:
    # fontconfig's vi.orth lists the 146 letters, and those of a face that lacks one are not "vi".
    told = _told(fc_list, "--format", "%{slant} %{weight}\n", f":family={family}:lang=vi")
    return {tuple(line.split()) for line in (told or "").splitlines()} >= _FACES


def _told(*command: str) -> str | None:
    """What a program prints; None when it fails."""
    try:
        done = subprocess.run(  # noqa: S603  a program that was found, without a shell
            command, capture_output=True, timeout=_SECONDS, check=True, env=environment()
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode(errors="replace")


# Beside these LibreOffice and its helper get nothing that the service knows.
_KEPT = (
    *("FONTCONFIG_FILE", "FONTCONFIG_PATH", "HOME", "PATH", "TZ"),
    *("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"),
)


def environment() -> dict[str, str]:
    """The environment of LibreOffice and of what looks for it."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {**kept, "LANG": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}
