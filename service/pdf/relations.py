"""Which relationships LibreOffice may see: parts inside the package, and addresses to click on.

ECMA-376-2, 9: whatever a document holds outside of its text is reached by a relationship.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import Any

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"

# The last word of the type. "image" also needs to be one by its first bytes.
_PARTS = (
    "comments core-properties custom-properties endnotes extended-properties fontTable footer "
    "footnotes header image numbering officeDocument settings styles theme"
)
# Left out without a word: they show nowhere. Word ties every document to the template it is from.
_UNSEEN = (
    "attachedTemplate commentsExtended commentsExtensible commentsIds customXml documenttasks font "
    "glossaryDocument people printerSettings stylesWithEffects thumbnail webSettings"
)
_NAMES = {
    "aFChunk": "tài liệu chèn kèm (altChunk)",
    "chart": "biểu đồ",
    "control": "nút điều khiển (ActiveX)",
    "frame": "khung trang web",
    "hyperlink": "liên kết tới tệp hoặc địa chỉ lạ",
    "image": "ảnh ở ngoài tệp hoặc ảnh không thuộc kiểu thường dùng",
    "mailMergeSource": "nguồn dữ liệu trộn thư",
    "oleObject": "đối tượng nhúng (OLE)",
    "package": "tệp nhúng",
    "subDocument": "văn bản con",
    "vbaProject": "macro",
}
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\\]+", re.IGNORECASE)
_TARGET = re.compile(r"/?[\w\-.!$&'()+,;=@~]+(?:/[\w\-.!$&'()+,;=@~]+)*", re.ASCII)

_PICTURES = (
    *(b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*"),
    *(b"BM", b"\xd7\xcd\xc6\x9a", b"\1\0\0\0"),
)


def kind_of(relationship: Any) -> str:
    """The last word of its type, if that is one of Office's."""
    kind: str = relationship.get("Type", "")
    if kind == _CORE:
        return "core-properties"
    return kind.removeprefix(_OFFICE)


def target_of(relationship: Any, part: str, members: Mapping[str, bytes]) -> str | None:
    """The member it leads to from a part; None when LibreOffice must not follow it."""
    kind, target = kind_of(relationship), relationship.get("Target", "")
    if kind not in _PARTS.split():
        return None
    if relationship.get("TargetMode", "Internal") != "Internal" or not _TARGET.fullmatch(target):
        return None
    name = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target))[1:]
    if name not in members or (kind == "image" and not _is_picture(members[name])):
        return None
    return name


def is_link(relationship: Any) -> bool:
    """Whether it is an address that only a reader's click asks for."""
    external = relationship.get("TargetMode") == "External"
    address = _ADDRESS.fullmatch(relationship.get("Target", ""))
    return external and kind_of(relationship) == "hyperlink" and address is not None


def name_of(relationship: Any) -> str | None:
    """What a relationship that is taken out is to people; None when nobody misses it."""
    kind = kind_of(relationship).rpartition("/")[2]
    return None if kind in _UNSEEN.split() else _NAMES.get(kind, f"phần “{kind[:40]}”")


def _is_picture(content: bytes) -> bool:
    # LibreOffice goes by content, whatever the name; an SVG may ask for further files.
    return content.startswith(_PICTURES) and b"<svg" not in content
