"""Uploaded packages: what is whole and modest is read, all else is refused before it costs much."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import docx
import pytest
from documents import SAMPLES, Sample
from hypothesis import given, settings
from hypothesis import strategies as st

from service.config import PROJECT
from service.errors import PackageRefused
from service.word import container
from service.word.package import LIMITS, MB, Limits, read

TYPES = "[Content_Types].xml"
DOCUMENT = "word/document.xml"
TEMPLATES = sorted((PROJECT / "templates_docx").glob("*.docx"))
STREAMED, UTF8_NAME = 1 << 3, 1 << 11
OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")


def deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()


@dataclass
class Part:
    """An entry of a package and the lies told of it: in both its headers, or in one.

    stream: the packed bytes, when they are not those of the content; after: bytes behind them.
    """

    name: str | bytes = DOCUMENT
    content: bytes = b"<w/>"
    method: int = 8
    flags: int = 0
    stream: bytes | None = None
    after: bytes = b""
    lies: dict[str, Any] = field(default_factory=dict)
    local: dict[str, Any] = field(default_factory=dict)
    central: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.stream is None:
            self.stream = deflated(self.content) if self.method == 8 else self.content

    def told(self, **lies: Any) -> SimpleNamespace:
        name = self.name if isinstance(self.name, bytes) else self.name.encode()
        sizes = {"crc": zlib.crc32(self.content), "packed": len(self.stream or b"")}
        truth = {"name": name, "flags": self.flags, "size": len(self.content), "extra": b""}
        return SimpleNamespace(**truth | sizes | {"method": self.method, "disk": 0} | lies)

    def body(self) -> bytes:
        said = self.told(**self.lies | self.local)
        sizes = said.crc, said.packed, said.size, len(said.name), len(said.extra)
        start = struct.pack("<4s5H3I2H", b"PK\3\4", 20, said.flags, said.method, 0, 0, *sizes)
        return start + said.name + said.extra + (self.stream or b"") + self.after

    def entry(self, offset: int) -> bytes:
        said = self.told(**{"offset": offset} | self.lies | self.central)
        head = b"PK\1\2", 20, 20, said.flags, said.method, 0, 0, said.crc, said.packed, said.size
        rest = len(said.name), len(said.extra), 0, said.disk, 0, 0, said.offset
        return struct.pack("<4s6H3I5H2I", *head, *rest) + said.name + said.extra


def zipped(
    *parts: Part, prefix: bytes = b"", before: bytes = b"", after: bytes = b"", **lies: int
) -> bytes:
    """A package of content types and parts; before, after: the directory; lies: of its end."""
    bodies, directory = prefix, b""
    for part in (Part(TYPES, b"<Types/>"), *parts):
        directory += part.entry(len(bodies))
        bodies += part.body()
    told = {"disk": 0, "first_disk": 0, "here": len(parts) + 1, "count": len(parts) + 1}
    told |= {"size": len(directory), "start": len(bodies + before), "comment": 0}
    end = struct.pack("<4H2IH", *(value + lies.get(key, 0) for key, value in told.items()))
    return bodies + before + directory + after + b"PK\5\6" + end


def streamed(layout: str = "<3I", signature: bytes = b"PK\7\x08") -> Part:
    """A part that tells its sizes after its data."""
    part = Part(flags=STREAMED, local={"crc": 0, "packed": 0, "size": 0})
    said = part.told()
    part.after = signature + struct.pack(layout, said.crc, said.packed, said.size)
    return part


class Pipe(io.BytesIO):
    """A stream that can only be written on, as an answer of a web server is."""

    def tell(self) -> int:
        raise io.UnsupportedOperation


def by_zipfile(stream: io.BytesIO, *, zip64: bool) -> bytes:
    """A package written by the standard library; zip64: room for large sizes in the headers."""
    with zipfile.ZipFile(stream, "w") as archive:
        for name in (TYPES, DOCUMENT):
            with archive.open(zipfile.ZipInfo(name), "w", force_zip64=zip64) as member:
                member.write(b"<w/>")
    return stream.getvalue()


def zip64() -> bytes:
    """A package with the end record of Zip64 and the locator of that."""
    plain = zipped(Part())
    size, start = struct.unpack("<2I", plain[-10:-2])
    record = struct.pack("<4sQ2H2I4Q", b"PK\6\6", 44, 45, 45, 0, 0, 2, 2, size, start)
    locator = struct.pack("<4sIQI", b"PK\6\7", 0, start + size, 1)
    return plain[:-22] + record + locator + plain[-22:]


def overlapping() -> bytes:
    """An entry whose content holds all of another one, as in Fifield's bombs."""
    types, inner = Part(TYPES, b"<Types/>"), Part("b.xml")
    outer = Part("a.xml", inner.body(), method=0)
    bodies = types.body() + outer.body()
    directory = types.entry(0) + outer.entry(len(types.body()))
    directory += inner.entry(len(bodies) - len(inner.body()))
    return (
        bodies
        + directory
        + struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 3, 3, len(directory), len(bodies), 0)
    )


GOOD: dict[str, Part] = {
    "deflated": Part(),
    "stored": Part(method=0),
    "empty": Part(content=b""),
    "of 65,535 bytes": Part(content=b" " * 0xFFFF, method=0),
    "folder": Part("word/", b"", method=0),
    "picture": Part("word/media/image1.png", bytes(range(256)) * 40),
    "growth hint of Office": Part(local={"extra": b"\x20\xa2\4\0" + bytes(4)}, flags=6),
    "name with %": Part("word/media/a%20b%C3%A1.png"),
    "streamed": streamed(),
    "streamed, unsigned": streamed(signature=b""),
    "streamed, long": streamed("<I2Q"),
    "UTF-16": Part(content='<?xml version="1.0" encoding="UTF-16"?><w>ế</w>'.encode("utf-16")),
    "encoding in single quotes": Part(content=b"<?xml version='1.0' encoding = 'Utf-8' ?><w/>"),
    "DOCTYPE as text": Part(content=b"<w>&lt;!DOCTYPE html></w>"),
    "dark picture": Part("word/media/image1.bmp", b"=" * 3 * MB),
    "package in a package": Part("word/embeddings/sheet.xlsx", zipped(Part()), method=0),
}


@pytest.mark.parametrize("part", GOOD.values(), ids=GOOD.keys())
def test_ordinary_parts_are_read(part: Part) -> None:
    """All forms that Office programs write are read; folders are left out."""
    expected = {} if part.name == "word/" else {part.name: part.content}
    assert read(zipped(part)) == {TYPES: b"<Types/>"} | expected


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_the_templates_of_the_project_pass(path: Path) -> None:
    """What is read is what the standard library reads."""
    assert read(path.read_bytes()) == container.unpack(path.read_bytes())


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_every_document_of_ours_passes(sample: Sample) -> None:
    """A document that the service makes can be uploaded again."""
    assert DOCUMENT in read(sample.make())


def test_documents_of_other_programs_pass() -> None:
    """Word's own, by way of python-docx, and a package written on a pipe."""
    buffer = io.BytesIO()
    docx.Document().save(buffer)
    assert DOCUMENT in read(buffer.getvalue())
    assert DOCUMENT in read(by_zipfile(Pipe(), zip64=False))


WIDTH = '<w:tc><w:tcPr><w:tcW w:w="1500" w:type="dxa"/></w:tcPr>'
FONT = '<w:rPr><w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr>'
FILLED = (
    f'{WIDTH}<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r>{FONT}<w:t>%d</w:t></w:r></w:p></w:tc>'
)
ROWS = {"filled": [FILLED % n for n in range(60_000)], "blank": [f"{WIDTH}<w:p/></w:tc>"] * 60_000}


@pytest.mark.parametrize("cells", ROWS.values(), ids=ROWS.keys())
def test_ten_thousand_rows_of_six_cells_pass(cells: list[str]) -> None:
    """Long tables have many nodes, and blank ones pack well: they are no bombs."""
    assert read(zipped(Part(content="".join(("<w>", *cells, "</w>")).encode())))


# What it is, the package, what the message says.
BROKEN: list[tuple[str, bytes, str]] = [
    ("nothing", b"", "không phải tệp .docx.chọn lại tệp, hoặc lưu thành .docx bằng Word rồi"),
    ("text", b"Some other file", "không phải tệp"),
    ("old Office, or locked", OLD_OFFICE + bytes(600), "bỏ mật khẩu, lưu thành tệp .docx rồi"),
    ("a zip of something else", container.pack({"a.txt": b""}), "không phải tệp"),
    ("a zip of nothing", b"PK\5\6" + bytes(18), "không phải tệp"),
    ("two letters", b"PK", "cắt cụt"),
    ("less than an end record", b"PK\5\6" + bytes(9), "cắt cụt"),
    ("less, that starts later", b"PK\0\0PK\5\6" + bytes(5), "cắt cụt"),
    ("no end record", zipped(Part()).replace(b"PK\5\6", b"PK\5\7"), "cắt cụt"),
    ("no directory", zipped(Part()).replace(b"PK\1\2", b"PK\1\3"), "cắt cụt"),
    ("no headers", zipped(Part()).replace(b"PK\3\4", b"PK\3\5"), "cắt cụt"),
    ("the first half", zipped(Part())[:150], "cắt cụt"),
    ("all but a byte", zipped(Part())[:-1], "cắt cụt"),
    ("something at the end", zipped(Part()) + b"x", "cắt cụt"),
    ("a comment", zipped(Part(), comment=1) + b"x", "cắt cụt"),
    ("a comment that is not there", zipped(Part(), comment=1), "cắt cụt"),
    ("something at the start", b"PK" + zipped(Part()), "cắt cụt"),
    ("something before the entries", zipped(Part(), prefix=b"PK hidden"), "chen giữa"),
    ("something between entries", zipped(Part(after=b"x"), Part("b.xml")), "chen giữa"),
    ("something before the directory", zipped(Part(), before=b"x"), "chen giữa"),
    ("something after the directory", zipped(Part(), after=b"x"), "cắt cụt"),
    ("something in the directory", zipped(Part(), after=b"x", size=1), "cắt cụt"),
    ("fewer entries than there are", zipped(Part(), here=-1, count=-1), "cắt cụt"),
    ("more entries than there are", zipped(Part(), here=1, count=1), "cắt cụt"),
    ("a directory of another size", zipped(Part(), size=1), "cắt cụt"),
    ("two counts of entries", zipped(Part(), here=-1), "cắt cụt"),
    ("another disk", zipped(Part(), disk=1), "cắt cụt"),
    ("a directory on another disk", zipped(Part(), first_disk=1), "cắt cụt"),
    ("an entry on another disk", zipped(Part(central={"disk": 1})), "nén theo cách"),
    ("Zip64", zip64(), "Zip64"),
    ("headers of Zip64", by_zipfile(io.BytesIO(), zip64=True), "không khớp"),
    ("a size of Zip64", zipped(Part(lies={"size": 0xFFFFFFFF})), "nặng hơn 20 MB"),
    ("a packed size of Zip64", zipped(Part(lies={"packed": 0xFFFFFFFF})), "chen giữa"),
    ("an offset of Zip64", zipped(Part(central={"offset": 0xFFFFFFFF})), "chen giữa"),
    ("one entry in another", overlapping(), "chen giữa"),
    ("one place for two entries", zipped(Part(central={"offset": 0})), "chen giữa"),
    ("a twin", zipped(Part(), Part()), "hai lần"),
    ("a twin in capitals", zipped(Part(), Part(DOCUMENT.upper())), "hai lần"),
    ("a folder of the same name", zipped(Part(), Part(DOCUMENT + "/", b"")), "hai lần"),
    ("a folder with content", zipped(Part("word/")), "thư mục"),
    ("another name in the header", zipped(Part(local={"name": b"a"})), "không khớp"),
    ("another method in the header", zipped(Part(local={"method": 0})), "không khớp"),
    ("other flags in the header", zipped(Part(local={"flags": 1})), "không khớp"),
    ("another checksum in the header", zipped(Part(local={"crc": 5})), "không khớp"),
    ("another packed size in the header", zipped(Part(local={"packed": 5})), "không khớp"),
    ("another size in the header", zipped(Part(local={"size": 5})), "không khớp"),
    ("no descriptor", zipped(Part(flags=STREAMED)), "không khớp"),
    ("a descriptor that lies", zipped(Part(flags=STREAMED, after=bytes(16))), "không khớp"),
    ("a password", zipped(Part(flags=1)), "mật khẩu"),
    ("a feature unknown", zipped(Part(flags=1 << 5)), "nén theo cách"),
    ("LZMA", zipped(Part(method=14)), "nén theo cách"),
    ("another checksum", zipped(Part(lies={"crc": 1})), "bị hỏng"),
    ("a stream that is none", zipped(Part(stream=b"\xff" * 9)), "bị hỏng"),
    ("nothing, from a stream that is none", zipped(Part(content=b"", stream=b"\xff")), "bị hỏng"),
    ("a stream without its end", zipped(Part(stream=deflated(b"<w/>")[:-1])), "bị hỏng"),
    ("a stream with more behind it", zipped(Part(stream=deflated(b"<w/>") + b"x")), "bị hỏng"),
    ("more than declared", zipped(Part(content=b"<w", stream=deflated(b"<w/>"))), "bị hỏng"),
    ("less than declared", zipped(Part(lies={"size": 5})), "bị hỏng"),
    ("stored, less than declared", zipped(Part(method=0, lies={"size": 5})), "bị hỏng"),
]  # fmt: skip


def refusal(package: bytes, limits: Limits = LIMITS) -> str:
    with pytest.raises(PackageRefused) as caught:
        read(package, limits)
    return caught.value.detail


@pytest.mark.parametrize(("_", "package", "told"), BROKEN, ids=[row[0] for row in BROKEN])
def test_what_is_broken_or_hides_something_is_refused(_: str, package: bytes, told: str) -> None:
    """The message says what is wrong, then how to mend it."""
    what, _, mend = refusal(package).partition(" Hãy ")
    assert told in what + mend
    assert mend.endswith("gửi lại.")


NAMES = [
    b"", b"/", b"/word/a.xml", b"word//a.xml", b"word/./a.xml", b"..", b"../a.xml", b"a/../b.xml",
    b"word\\a.xml", b"C:/a.xml", b"a.xml\0.png", b"a\nb", b"a\x7f", b"a*", b"a?b", b'a"b', b"a|b",
    b"a.", b"a ", b"word./a.xml", b"%2e%2e/a.xml", b"word%2fa.xml", b"word%5Ca.xml", b"a%00",
    b"a%", b"<a>", b"a\xff", "ảnh.png".encode(), "ảnh.png".encode("utf-16"),
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_odd_names_are_refused(name: bytes) -> None:
    """Names are those of ISO/IEC 29500-2; the message quotes nothing that cannot be printed."""
    detail = refusal(zipped(Part(name, flags=UTF8_NAME)))
    assert "tên không hợp lệ" in detail
    assert detail.isprintable()


def test_long_names_are_cut_in_messages() -> None:
    assert len(refusal(zipped(Part("a" * 60_000, lies={"crc": 1})))) < 250


def just(content: bytes) -> bytes:
    return zipped(Part(content=content))


# A limit, what just keeps it, what just breaks it, and what is said.
LIMITED: list[tuple[dict[str, int], bytes, bytes, str]] = [
    ({"entries": 2}, just(b""), zipped(Part(), Part("b/", b"")), "hơn 2 phần"),
    ({"part": 100}, just(b" " * 100), just(b" " * 101), "nặng hơn"),
    ({"total": 108}, just(b" " * 100), just(b" " * 101), "Tệp mở ra nặng hơn"),
    ({"package": len(just(b""))}, just(b""), zipped(Part("a" * 17, b"")) + b" ", "Tệp nặng hơn"),
    ({"nodes": 12}, just(b"<w/>" * 9), just(b"<w/>" * 10), "quá nhiều"),
    ({"nodes": 5}, just(b"<w>x</w>"), just(b"<w>x<w/></w>"), "quá nhiều"),
    ({"nodes": 5}, just(b"<w>x</w>"), just(b"<w a='x'/>"), "quá nhiều"),
    ({"nodes": 99}, just(b"<w></w>" * 96), just(b" <w></w>" * 97), "quá nhiều"),
    ({"small": 208, "ratio": 1}, just(b" " * 200), just(b" " * 400), "nén hơn 1 lần"),
    ({"small": 99, "ratio": 80}, just(b" " * 800), just(b" " * 1200), "xml bên trong tệp nén hơn"),
]  # fmt: skip


@pytest.mark.parametrize(("limit", "good", "bad", "told"), LIMITED)
def test_a_limit_itself_passes(limit: dict[str, int], good: bytes, bad: bytes, told: str) -> None:
    """What reaches a limit is read, what exceeds it is refused."""
    limits = Limits(**limit)
    assert read(good, limits)
    assert told in refusal(bad, limits)


def test_letters_of_utf_16_hide_no_nodes() -> None:
    """The bytes of U+2F00 and U+3C2F look like parts of tags: "<⼀/>㰯" like "</>" and "</"."""
    content = ("\ufeff<r>" + "<\u2f00/>\u3c2f" * 99 + "</r>").encode("utf-16-be")
    assert "quá nhiều" in refusal(just(content), Limits(nodes=99))


PARAGRAPHS = b"<w>" + b"<w:p/>" * 5_000_000
MILLION = [Part(f"{n}.xml", bytes(MB)) for n in range(61)]
GREAT = deflated(bytes(40 * MB))

# What would take much memory to open.
BOMBS: dict[str, tuple[bytes, str]] = {
    "five million paragraphs in 30 kB": (just(PARAGRAPHS), "nặng hơn 20 MB"),
    "three million paragraphs, stored": (
        zipped(Part(content=PARAGRAPHS[: 18 * MB], method=0)),
        "quá nhiều đoạn",
    ),
    "packed a thousand times": (just(bytes(19 * MB)), "nén hơn 200 lần"),
    "50 parts, each packed a thousand times": (zipped(*MILLION[:50]), "Tệp nén hơn 200 lần"),
    "61 parts of 1 MB": (zipped(*MILLION), "nặng hơn 60 MB"),
    "40 MB declared as 1,000 bytes": (zipped(Part(content=bytes(1_000), stream=GREAT)), "bị hỏng"),
    "40 MB declared as nothing": (zipped(Part(content=b"", stream=GREAT)), "bị hỏng"),
    "four bytes declared as 19 MB": (
        zipped(Part(stream=bytes(MB), lies={"size": 19 * MB})),
        "bị hỏng",
    ),
    "1,001 entries": (zipped(*(Part(str(n)) for n in range(1_000))), "1.000 phần"),
    "an upload of 21 MB": (bytes(21 * MB), "nặng hơn 20 MB"),
}


@pytest.mark.parametrize(("bomb", "told"), BOMBS.values(), ids=BOMBS.keys())
def test_bombs_are_refused_in_little_memory(bomb: bytes, told: str) -> None:
    """Refusing costs less than 64 MB, whatever the package would unpack to."""
    tracemalloc.start()
    try:
        detail = refusal(bomb)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert told in detail
    assert peak < 64 * MB


DOCTYPE = '<!DOCTYPE w SYSTEM "file:///etc/hostname"><w/>'
PLACES = [
    TYPES, "_rels/.rels", DOCUMENT, "word/settings.xml", "xl/sharedStrings.xml",
    "word/drawing1.vml", "word/media/image1.svg", "word/document.bin",
]  # fmt: skip
CODECS = [
    "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be",
]  # fmt: skip


@pytest.mark.parametrize("codec", CODECS)
@pytest.mark.parametrize("name", PLACES)
def test_a_doctype_is_refused_in_any_part(name: str, codec: str) -> None:
    """Whatever the part is called, and in whatever encoding a parser could read it."""
    for before in ("", "<?xml version='1.0'?>", "\n" * 5_000, "<!-- x --><?x y?>"):
        content = (before + DOCTYPE).encode(codec)
        assert "DOCTYPE" in refusal(container.pack({TYPES: b"<Types/>", name: content}))


def test_an_entity_is_refused_by_itself() -> None:
    """It has its place in a DOCTYPE only: a part that has one elsewhere is up to no good."""
    assert "DOCTYPE" in refusal(just(b"<w><!ENTITY x 'y'></w>"))


ENCODED = [
    b'<?xml version="1.0" encoding="windows-1258"?><w/>',
    b"<?xml version='1.0' encoding = 'UTF-7'?><w/>",
    b'\xef\xbb\xbf<?xml version="1.0" encoding="latin1"?><w/>',
    b'<?xml encoding="utf-8" encoding="cp037"?><w/>',
    b'<?xml version="1.0" encoding="cp037"' + "?><!DOCTYPE w><w/>".encode("cp037"),
    '<?xml version="1.0"?><!DOCTYPE w><w/>'.encode("cp037"),
    '<?xml version="1.0" encoding="ibm037"?>'.encode("utf-16"),
    '<?xml version="1.0" encoding="UTF-32"?><w/>'.encode("utf-32"),
]


@pytest.mark.parametrize("content", ENCODED)
def test_other_encodings_are_refused(content: bytes) -> None:
    """A DOCTYPE could hide in one that writes ASCII otherwise."""
    assert "UTF-8" in refusal(just(content))


SMALL = zipped(streamed(), Part("b.xml", b"<b/>", method=0), Part("word/", b"", method=0))
EDITS = st.tuples(st.integers(0, len(SMALL) - 1), st.binary(max_size=2), st.integers(0, 2))


@given(st.lists(EDITS, min_size=1, max_size=4))
@settings(max_examples=500, deadline=None)
def test_damage_of_any_kind_is_read_or_refused(edits: list[tuple[int, bytes, int]]) -> None:
    """Bytes set, added or taken away anywhere: nothing but a refusal comes of it."""
    package = bytearray(SMALL)
    for place, new, old in edits:
        package[place : place + old] = new
    assert outcome(bytes(package)).isprintable()


def outcome(package: bytes) -> str:
    try:
        return ascii(read(package))
    except PackageRefused as refused:
        return refused.detail
