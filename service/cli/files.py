"""Files that a person names on the command line: payloads to read, documents to write."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import BinaryIO

from service.batch.files import replacing
from service.errors import PayloadUnreadable, VanthuError
from service.naming import numbered
from service.pipeline import Document
from service.word.package import LIMITS

STDIN = "-"

_BUSY = "không có quyền, hoặc tệp đang mở trong chương trình khác"
_REASONS = {
    errno.ENOENT: "không có tệp hoặc thư mục này",
    errno.EACCES: _BUSY,
    errno.EPERM: _BUSY,
    errno.EISDIR: "đây là thư mục, cần một tệp",
    errno.ENOTDIR: "một phần của đường dẫn không phải thư mục",
    errno.ENAMETOOLONG: "đường dẫn quá dài",
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.EADDRINUSE: "cổng đang được chương trình khác dùng, hãy chọn cổng khác bằng --port",
    errno.EADDRNOTAVAIL: "máy này không có địa chỉ đó",
}


class Refused(VanthuError):
    """The command cannot run as it was given."""

    code = "refused"
    title = "Không thực hiện được"


def reason(error: OSError) -> str:
    """Why the system refused, in Vietnamese as far as it is known, and for which file."""
    told = _REASONS.get(error.errno or 0) or error.strerror or str(error)
    return f"“{error.filename}”: {told}." if error.filename else f"{told}."


def existing_file(name: str) -> Path:
    """The file of that name. Raises Refused for a folder and OSError when there is none."""
    path = Path(name)
    path.stat()
    if path.is_dir():
        raise Refused(f"“{name}” là thư mục, cần một tệp.")
    return path


def existing_folder(name: str) -> Path:
    """The folder of that name. Raises Refused for a file and OSError when there is none."""
    path = Path(name)
    path.stat()
    if not path.is_dir():
        raise Refused(f"“{name}” là tệp, cần một thư mục.")
    return path


def _folder_to_fill(path: Path) -> Path:
    if not path.is_dir():
        raise Refused(f"Không có thư mục “{path}”: hãy tạo thư mục trước.")
    return path


def read_payload(name: str, limit: int) -> bytes:
    """The bytes of a file, or of stdin for "-".

    Raises PayloadUnreadable beyond `limit` bytes, without reading a larger file; OSError; Refused.
    """
    if name == STDIN:
        return _bounded(sys.stdin.buffer, limit)
    path = existing_file(name)
    if path.stat().st_size > limit:
        raise _too_large(limit)
    with path.open("rb") as file:
        return _bounded(file, limit)


def read_template(name: str) -> bytes:
    """The bytes of a file, or of stdin for "-"; of a large one enough to tell that it is too large.

    Raises OSError; Refused.
    """
    most = LIMITS.package + 1
    if name == STDIN:
        return sys.stdin.buffer.read(most)
    with existing_file(name).open("rb") as file:
        return file.read(most)


def _bounded(stream: BinaryIO, limit: int) -> bytes:
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise _too_large(limit)
    return data


def _too_large(limit: int) -> PayloadUnreadable:
    return PayloadUnreadable(f"Dữ liệu quá lớn: tối đa {limit} byte (VANTHU_MAX_BODY_BYTES).")


def new_file(name: str, source: str) -> Path:
    """Where to write a file of that name. Raises Refused when it cannot or must not be there."""
    path = Path(name)
    if path.is_dir():
        raise Refused(f"“{name}” là thư mục, cần tên một tệp.")
    _folder_to_fill(path.parent)
    if path.exists() and Path(source).exists() and path.samefile(source):
        raise Refused(f"“{name}” chính là tệp dữ liệu: hãy ghi kết quả vào tệp khác.")
    return path


def write_document(document: Document, output: str, source: str) -> Path:
    """Write to `output`, a file to replace; or as a new file into a folder, by default this one.

    Returns the path written. Raises Refused and OSError.
    """
    if not output or output.endswith(("/", os.sep)) or Path(output).is_dir():
        return _write_beside(_folder_to_fill(Path(output)), document)
    path = new_file(output, source)
    _check_ending(path, Path(document.name).suffix)
    with replacing(path) as file:
        file.write(document.data)
    return path


def _check_ending(path: Path, right: str) -> None:
    """Word opens no PDF that is called .docx, and no reader a .pdf that is a Word document."""
    if path.suffix.lower() in {".docx", ".pdf"} - {right}:
        choice = "bỏ" if right == ".pdf" else "thêm"
        raise Refused(
            f"“{path}”: kết quả là tệp {right}, hãy đổi đuôi tệp hoặc {choice} --pdf, --pdf-a."
        )


def write_new(path: Path, name: str, data: bytes) -> Path:
    """Write a file that is not there yet; into a folder, as a file of that name.

    Returns the path written. Raises Refused and OSError; what is there stays as it is.
    """
    path = path / name if path.is_dir() else path
    _folder_to_fill(path.parent)
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        raise Refused(f"Đã có tệp “{path}”: hãy chọn tên khác, hoặc chuyển tệp cũ đi.") from None
    return path


def _write_beside(folder: Path, document: Document) -> Path:
    path = _reserved(folder, document.name)
    try:
        with replacing(path) as file:
            file.write(document.data)
    except BaseException:
        path.unlink()
        raise
    return path


def _reserved(folder: Path, name: str) -> Path:
    """An empty file that no other program can take for its own meanwhile."""
    count = 1
    while True:
        path = folder / numbered(name, count)
        try:
            path.touch(exist_ok=False)
        except FileExistsError:
            count += 1
        else:
            return path
