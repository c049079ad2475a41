"""What making a PDF needs of this machine, and what is missing of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from service.pdf.errors import Missing, PdfUnavailable

# Of the same widths, letter for letter, as Times New Roman.
FONTS = ("Times New Roman", "Liberation Serif", "Tinos")
# Slant and weight, fontconfig's numbers -> what people call it.
_FACES = {
    ("0", "80"): "thường",
    ("0", "200"): "đậm",
    ("100", "80"): "nghiêng",
    ("100", "200"): "đậm nghiêng",
}

_INSTALL = "cài bằng lệnh  sudo apt-get install -y --no-install-recommends"
_FONT_PACKAGES = ("fonts-liberation2", "fontconfig")


def _lack(code: str, what: str, *packages: str) -> Missing:
    return Missing(code, f"{what}: {_INSTALL} {' '.join(packages)}", packages)


_OFFICE = _lack("libreoffice_missing", "Thiếu LibreOffice Writer", "libreoffice-writer-nogui")
_UNO = _lack("uno_missing", "Thiếu cầu nối UNO của LibreOffice (python3-uno)", "python3-uno")
_FONTCONFIG = _lack(
    "fontconfig_missing", "Thiếu chương trình fc-list để tìm phông", *_FONT_PACKAGES
)
_FONT = _lack("font_missing", "Thiếu phông chữ cùng độ rộng với Times New Roman", *_FONT_PACKAGES)
_SYSTEM = Missing(
    "system_unfit", "Bản PDF chỉ làm được trên Linux: hãy chạy dịch vụ trên máy Linux."
)

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
        raise PdfUnavailable(" ".join(one.message for one in missing), missing)
    return Tools(program, python)


def _missing(program: Path | None, python: Path | None, path: str | None) -> list[Missing]:
    if sys.platform != "linux":
        return [_SYSTEM]
    lacks = [None if program else _OFFICE, None if python else _UNO, _font_lack(path)]
    return [lack for lack in lacks if lack]


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


def _font_lack(path: str | None) -> Missing | None:
    """What keeps each of FONTS from having its four faces with all Vietnamese letters."""
    if not (fc_list := shutil.which("fc-list", path=path)):
        return _FONTCONFIG
    # fontconfig's vi.orth lists the 146 letters, and those of a face that lacks one are not "vi".
    lacking = {family: _lacking(fc_list, f"{family}:lang=vi") for family in FONTS}
    if not all(lacking.values()):
        return None
    told = (_family_lack(fc_list, family, faces) for family, faces in lacking.items())
    return next(filter(None, told), _FONT)


def _family_lack(fc_list: str, family: str, lacking: list[str]) -> Missing | None:
    """What to tell of a family that is there; lacking: its faces that are no good."""
    absent = _lacking(fc_list, family)
    if len(absent) == len(_FACES):
        return None
    if absent:
        what = f"Phông {family} thiếu kiểu chữ {', '.join(absent)}"
        return _lack("font_faces_missing", what, *_FONT_PACKAGES)
    what = f"Phông {family}, kiểu chữ {', '.join(lacking)}, thiếu chữ có dấu tiếng Việt"
    return _lack("font_letters_missing", what, *_FONT_PACKAGES)


def _lacking(fc_list: str, pattern: str) -> list[str]:
    """The names of the faces that a family does not have."""
    told = _told(fc_list, "--format", "%{slant} %{weight}\n", f":family={pattern}")
    present = {tuple(line.split()) for line in (told or "").splitlines()}
    return [name for face, name in _FACES.items() if face not in present]


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
