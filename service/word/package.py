"""The guard of uploaded Office packages: nothing is parsed that has not been counted.

What passes is the plainest of zips (APPNOTE.TXT 6.3.10, 4.3): every byte belongs to one entry, to
the central directory or to the end record, and the two headers of an entry agree, so no two
programs can read two different documents in it. Use the members that `read` returns, never the
upload itself: they are what was checked.
"""

from __future__ import annotations

import itertools
import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from service.errors import PackageRefused
from service.vietnamese import figures

MB = 2**20


@dataclass(frozen=True)
class Limits:
    """How much a package may hold.

    package: bytes of the upload; entries: of its directory, folders included; part, total: bytes
    of one member and of all, unpacked; ratio: unpacked to packed bytes, of whatever unpacks to
    more than `small` bytes; nodes: elements, attributes and texts of all members together.
    """

    package: int = 20 * MB
    entries: int = 1_000
    part: int = 20 * MB
    total: int = 60 * MB
    ratio: int = 200
    # A blank form of 10,000 rows, 4 MB of the same letters, packs to a 225th: no bomb.
    small: int = 5 * MB
    # lxml takes some 120 bytes for a node, 250 MB for these. A table of 10,000 x 6 cells, each
    # with its font size and alignment, has 1.32 million.
    nodes: int = 2_000_000


LIMITS = Limits()

# Padding stands for what is of no use here: versions, times, attributes.
_LOCAL = struct.Struct("<4s2x2H4x3I2H")
_CENTRAL = struct.Struct("<4s4x2H4x3I4H6xI")
_END = struct.Struct("<4s4H2IH")
_DESCRIPTORS = (struct.Struct("<3I"), struct.Struct("<I2Q"))

_STORED, _DEFLATED = 0, 8
_ENCRYPTED, _STREAMED = 1 << 0, 1 << 3
# How hard deflate worked (two bits), sizes after the data, names in UTF-8: no other feature.
_KNOWN_FLAGS = 1 << 1 | 1 << 2 | _STREAMED | 1 << 11

_CONTENT_TYPES = "[Content_Types].xml"
# ISO/IEC 29500-2, 6.2.2: names are ASCII; % writes what is not, or a space. A dot or a space at
# the end makes "..", and names that Windows would shorten.
_SEGMENT = re.compile(rb"(?:[\w\-.~!#$&'()+,;=@\[\]^`{} ]|%20|%[89A-Fa-f][0-9A-Fa-f])++(?<![. ])")

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# White space or a mark of byte order may come first.
_MARKUP = re.compile(rb"[\s\xef\xbb\xbf\xfe\xff]*<")
_EBCDIC = "<?xm".encode("cp037")
# Its end may be written in the encoding that it names.
_DECLARATION = re.compile(rb"[^<]{0,3}<\?xml([^>]*)")
_ENCODING = re.compile(rb"encoding\s*=\s*[\"']([^\"']*)")
_ENCODINGS = {b"utf-8", b"utf-16"}

_DAMAGED = "Tệp bị hỏng: bị cắt cụt, hoặc có phần thừa."
_OVERLAP = "Các phần bên trong tệp chồng lên nhau, hoặc có dữ liệu lạ chen giữa."
_SAVE_AGAIN = "Hãy mở tệp bằng Word, lưu thành tệp mới rồi gửi lại."
_UNLOCK = "Hãy bỏ mật khẩu, lưu thành tệp .docx rồi gửi lại."
_CHOOSE_AGAIN = "Hãy chọn lại tệp, hoặc lưu thành .docx bằng Word rồi gửi lại."
_FEWER_PICTURES = "Hãy bớt ảnh hoặc giảm cỡ ảnh trong tệp rồi gửi lại."
_SPLIT = "Hãy bớt nội dung hoặc chia thành nhiều tệp rồi gửi lại."
_NO_SVG = "Hãy lưu lại tệp bằng Word; nếu phần này là ảnh SVG, hãy thay bằng ảnh PNG."


class _Entry(NamedTuple):
    """An entry of the central directory; offset: of its local header."""

    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    offset: int


def read(data: bytes, limits: Limits = LIMITS) -> dict[str, bytes]:
    """The members of a .docx: name -> content, folders left out.

    No member holds a DOCTYPE, and all together parse into a bounded number of nodes. Raises
    PackageRefused, before more than `limits.total` bytes are unpacked.
    """
    _check_kind(data, limits)
    entries, directory = _directory(data, limits)
    _check_names(entries)
    _check_sizes(entries, len(data), limits)
    streams = list(_streams(data, entries, directory))
    members = {entry.name: _content(entry, stream) for entry, stream in streams}
    _check_xml(members, limits)
    return {name: content for name, content in members.items() if not name.endswith("/")}


def _refusal(what: str, mend: str = _SAVE_AGAIN) -> PackageRefused:
    return PackageRefused(f"{what} {mend}")


def _check_kind(data: bytes, limits: Limits) -> None:
    if len(data) > limits.package:
        raise _refusal(f"Tệp nặng hơn {limits.package // MB} MB.", _FEWER_PICTURES)
    if data.startswith(_OLD_OFFICE):
        raise _refusal("Tệp có mật khẩu hoặc thuộc kiểu cũ (.doc).", _UNLOCK)
    if not data.startswith(b"PK"):
        raise _refusal("Đây không phải tệp .docx.", _CHOOSE_AGAIN)


def _directory(data: bytes, limits: Limits) -> tuple[list[_Entry], int]:
    """The entries of the central directory, and where it starts."""
    count, start = _end_record(data)
    if count > limits.entries:
        raise _refusal(f"Tệp gồm hơn {figures.integer(limits.entries)} phần.", _SPLIT)
    entries, place = [], start
    for _ in range(count):
        entry, place = _entry(data, place)
        entries.append(entry)
    if place != len(data) - _END.size:
        raise _refusal(_DAMAGED)
    return entries, start


def _end_record(data: bytes) -> tuple[int, int]:
    """How many entries there are, and where their directory starts."""
    place = max(len(data) - _END.size, 0)
    disk, first_disk, here, count, size, start, comment = _record(_END, b"PK\5\6", data, place)
    # What leads to the larger sizes of Zip64: a record of 20 bytes before this one.
    if data.startswith(b"PK\6\7", max(place - 20, 0)):
        raise _refusal("Tệp nén kiểu Zip64, chỉ dùng cho tệp rất lớn.")
    if (disk, first_disk, here, comment) != (0, 0, count, 0) or start + size != place:
        raise _refusal(_DAMAGED)
    return count, start


def _entry(data: bytes, place: int) -> tuple[_Entry, int]:
    """The entry at a place of the central directory, and the place after it."""
    fields = _record(_CENTRAL, b"PK\1\2", data, place)
    flags, method, crc, packed, size, name_length, extra, comment, disk, offset = fields
    place += _CENTRAL.size
    name = data[place : place + name_length]
    entry = _Entry(_checked_name(name), flags, method, crc, packed, size, offset)
    _check_features(entry, disk)
    return entry, place + name_length + extra + comment


def _record(layout: struct.Struct, signature: bytes, data: bytes, place: int) -> tuple[int, ...]:
    """The fields after the signature of a record."""
    if place + layout.size > len(data) or not data.startswith(signature, place):
        raise _refusal(_DAMAGED)
    return layout.unpack_from(data, place)[1:]


def _checked_name(raw: bytes) -> str:
    if not all(_SEGMENT.fullmatch(segment) for segment in raw.removesuffix(b"/").split(b"/")):
        raise _refusal(f"{_part(ascii(raw)[1:])} mang tên không hợp lệ.")
    return raw.decode("ascii")


def _check_features(entry: _Entry, disk: int) -> None:
    if entry.flags & _ENCRYPTED:
        raise _refusal(f"{_part(entry.name)} có mật khẩu.", _UNLOCK)
    if entry.name.endswith("/") and entry.size:
        raise _refusal(f"{_part(entry.name)} là thư mục mà lại có nội dung.")
    if disk or entry.flags & ~_KNOWN_FLAGS or entry.method not in (_STORED, _DEFLATED):
        raise _refusal(f"{_part(entry.name)} nén theo cách mà Word không dùng.")


def _part(name: str) -> str:
    return f"Phần {name[:80]} bên trong tệp"


def _check_names(entries: Sequence[_Entry]) -> None:
    # Office and Windows do not tell capitals apart, and a folder cannot be named as a file is.
    names = Counter(entry.name.removesuffix("/").lower() for entry in entries)
    for name, count in names.items():
        if count > 1:
            raise _refusal(f"{_part(name)} có hai lần.")
    if _CONTENT_TYPES not in {entry.name for entry in entries}:
        raise _refusal("Đây không phải tệp .docx.", _CHOOSE_AGAIN)


def _check_sizes(entries: Sequence[_Entry], packed: int, limits: Limits) -> None:
    """By the sizes declared: `_inflated` holds every stream to its own."""
    for entry in entries:
        _check_size(_part(entry.name), entry.size, entry.packed, limits.part, limits)
    _check_size("Tệp", sum(entry.size for entry in entries), packed, limits.total, limits)


def _check_size(what: str, size: int, packed: int, most: int, limits: Limits) -> None:
    if size > most:
        raise _refusal(f"{what} mở ra nặng hơn {most // MB} MB.", _SPLIT)
    if size > max(limits.small, packed * limits.ratio):
        raise _refusal(f"{what} nén hơn {limits.ratio} lần.", _SPLIT)


def _streams(
    data: bytes, entries: Sequence[_Entry], directory: int
) -> Iterator[tuple[_Entry, memoryview]]:
    """Each entry with its packed bytes, in the order of the file.

    They stand back to back from the first byte to the directory: none overlap, nothing hides.
    """
    place = 0
    for entry in sorted(entries, key=lambda entry: entry.offset):
        if entry.offset != place:
            raise _refusal(_OVERLAP)
        start = _after_local_header(data, entry)
        place = _after_descriptor(data, entry, start + entry.packed)
        yield entry, memoryview(data)[start : start + entry.packed]
    if place != directory:
        raise _refusal(_OVERLAP)


def _after_local_header(data: bytes, entry: _Entry) -> int:
    fields = _record(_LOCAL, b"PK\3\4", data, entry.offset)
    flags, method, crc, packed, size, name_length, extra = fields
    name = entry.offset + _LOCAL.size
    # A streamed entry tells its sizes after its data.
    told = entry[3:6] if entry.flags & _STREAMED else (crc, packed, size)
    same_name = data[name : name + name_length] == entry.name.encode()
    if not same_name or (flags, method, *told) != entry[1:6]:
        raise _refusal(f"{_part(entry.name)} ghi không khớp với mục lục.")
    return name + name_length + extra


def _after_descriptor(data: bytes, entry: _Entry, place: int) -> int:
    if not entry.flags & _STREAMED:
        return place
    # With and without a signature, with sizes of 4 and of 8 bytes: Office files have all four.
    for layout, signature in itertools.product(_DESCRIPTORS, (b"PK\7\x08", b"")):
        descriptor = signature + layout.pack(entry.crc, entry.packed, entry.size)
        if data.startswith(descriptor, place):
            return place + len(descriptor)
    raise _refusal(f"{_part(entry.name)} ghi không khớp với mục lục.")


def _content(entry: _Entry, stream: memoryview) -> bytes:
    try:
        content = bytes(stream) if entry.method == _STORED else _inflated(stream, entry.size)
    except zlib.error as error:
        raise _refusal(f"{_part(entry.name)} bị hỏng.") from error
    if (len(content), zlib.crc32(content)) != (entry.size, entry.crc):
        raise _refusal(f"{_part(entry.name)} bị hỏng.")
    return content


def _inflated(stream: memoryview, size: int) -> bytes:
    """At most one byte more than declared: zlib counts as it writes. Raises zlib.error."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    content = inflater.decompress(stream, size + 1)
    if not inflater.eof or inflater.unused_data:
        raise zlib.error("cut short, or followed by something else")
    return content


def _check_xml(members: dict[str, bytes], limits: Limits) -> None:
    """All members alike: a part is XML when its content type says so, whatever its name."""
    nodes = 0
    for name, content in members.items():
        # UTF-16 and UTF-32 write an ASCII letter as itself among zeros.
        letters = content.replace(b"\0", b"")
        _check_declarations(name, letters)
        nodes += _nodes(content) if _MARKUP.match(letters) else 0
        if nodes > limits.nodes:
            raise _refusal("Tệp có quá nhiều đoạn, ô và định dạng.", _SPLIT)


def _check_declarations(name: str, letters: bytes) -> None:
    """Strict: in comments and CDATA too. Text proper writes `<` as `&lt;`."""
    if b"<!DOCTYPE" in letters or b"<!ENTITY" in letters:
        raise _refusal(f"{_part(name)} có khai báo DOCTYPE.", _NO_SVG)
    declaration = _DECLARATION.match(letters)
    encodings = _ENCODING.findall(declaration[1].lower()) if declaration else []
    if letters.startswith(_EBCDIC) or not _ENCODINGS.issuperset(encodings):
        raise _refusal(f"{_part(name)} không dùng mã UTF-8 hoặc UTF-16.")


def _nodes(content: bytes) -> int:
    """No fewer nodes than XML parses into; an attribute is two, itself and its value."""
    most = content.count(b"<") + content.count(b">") + 2 * content.count(b"=")
    # In UTF-16, "</" may be "<" and half of a letter that begins a name: each counts.
    if b"\0" in content:
        return most
    return most - content.count(b"</") - content.count(b"><")
