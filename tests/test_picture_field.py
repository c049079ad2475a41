"""Pictures in a payload: what is loaded is what can be seen, and nothing else."""

from __future__ import annotations

import random
from typing import Any

import pytest
from cost import growth
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, PngImagePlugin
from small_pictures import bomb, chunk, encoded, file_of, jpeg, opened, png, quarters

from service.errors import PayloadInvalid
from service.fields import Image as Loaded
from service.fields import Many, Picture
from service.fields.pictures import MAX_ENCODED, MAX_PIXELS, MAX_SIDE, Allowance, image_of
from service.schema import Schema, json_schema, load


class Badge(Schema):
    class Meta(Schema.Meta):
        title = "Thẻ đeo"

    photo = Picture("Ảnh chân dung", required=True)
    scans = Many(Picture("Trang"), "Bản chụp")


def loaded(data: bytes) -> Loaded:
    image = load(Badge(), {"photo": encoded(data)})["photo"]
    assert isinstance(image, Loaded)
    return image


def codes(payload: Any) -> dict[str, str]:
    """pointer -> code of the faults of a badge."""
    try:
        load(Badge(), payload)
    except PayloadInvalid as error:
        return {finding.pointer: finding.code for finding in error.findings}
    return {}


def seen(data: bytes) -> Image.Image:
    return opened(data).convert("RGB")


def differ(one: Image.Image, other: Image.Image) -> float:
    """Mean difference of two pictures' colours, 0 to 255."""
    assert one.size == other.size
    histogram = ImageChops.difference(one, other).convert("L").histogram()
    return sum(value * count for value, count in enumerate(histogram)) / (one.width * one.height)


def turned(orientation: int, **more: Any) -> Image.Exif:
    """Exif of a camera that was held so, with the place where it was."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = "BÍ MẬT"
    exif.get_ifd(0x8825)[2] = (10.0, 46.0, 30.0)
    return exif


GIF = file_of(quarters(), "GIF")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
# What a scan bomb is made of: a progressive JPEG may have scans without end.
SCANS = jpeg(64, 64, progressive=True)
NO_PALETTE = png(8, 8, "P")

# What is given -> the code of its fault.
REFUSED: dict[str, tuple[Any, str]] = {
    "number": (5, "not_base64"),
    "object": ({"data": encoded(png())}, "not_base64"),
    "words": ("Ảnh của tôi", "not_base64"),
    "data URL": (f"data:image/png;base64,{encoded(png())}", "not_base64"),
    "URL alphabet": ("_-" * 8, "not_base64"),
    "no padding": (encoded(png())[:-3], "not_base64"),
    "null": (None, "null"),
    "empty": ("", "not_picture"),
    "text": (encoded(b"chu thuong"), "not_picture"),
    "GIF": (encoded(GIF), "not_picture"),
    "SVG": (encoded(SVG), "not_picture"),
    "PDF before a PNG": (encoded(b"%PDF-1.7\n" + png()), "not_picture"),
    "signature alone": (encoded(png()[:8]), "picture_damaged"),
    "half a PNG": (encoded(png()[:500]), "picture_damaged"),
    "half a JPEG": (encoded(jpeg()[: len(jpeg()) // 2]), "picture_damaged"),
    "PNG without its pixels": (encoded(bomb(1000, 1000)), "picture_damaged"),
    "flipped bits": (encoded(png()[:60] + b"\xff\xff" + png()[62:]), "picture_damaged"),
    "no palette": (
        encoded(NO_PALETTE.replace(NO_PALETTE[NO_PALETTE.index(b"PLTE") - 4 :][:780], b"")),
        "picture_damaged",
    ),
    "scan bomb": (encoded(SCANS[:-2] + b"\xff\xda" * 200 + SCANS[-2:]), "picture_damaged"),
    "heavy": ("A" * (MAX_ENCODED + 4), "picture_too_heavy"),
    "bomb": (encoded(bomb(50_000, 50_000)), "picture_too_large"),
    "bomb of the greatest size": (encoded(bomb(2**31 - 1, 2**31 - 1)), "picture_too_large"),
    "one long side": (encoded(bomb(MAX_SIDE + 1, 1)), "picture_too_large"),
    "many pixels": (encoded(bomb(4_000, MAX_PIXELS // 4_000 + 1)), "picture_too_large"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_picture_is_refused(name: str) -> None:
    """Each with its code, at its field, and with nothing decoded that need not be."""
    given, code = REFUSED[name]
    assert codes({"photo": given}) == {"/photo": code}


def test_every_fault_says_how_to_mend_it() -> None:
    """A label, and a message that names what is asked for."""
    with pytest.raises(PayloadInvalid) as caught:
        load(Badge(), {"photo": encoded(bomb(50_000, 40_000)), "scans": [encoded(GIF)]})
    large, foreign = caught.value.findings
    assert (large.label, foreign.label) == ("Ảnh chân dung", "Bản chụp › mục 1")
    assert "50000 × 40000" in large.message
    assert "lưu thành .png hoặc .jpg" in foreign.message


def test_a_bomb_costs_nothing() -> None:
    """A picture that says it is large is refused before a pixel is decoded."""

    def refuse(side: int) -> None:
        for _ in range(20):
            assert codes({"photo": encoded(bomb(side, side))}) == {"/photo": "picture_too_large"}

    assert growth(refuse, 10_001, factor=1_000) < 5


def test_many_large_pictures_are_refused_together() -> None:
    """Pixels are counted over the whole payload: few bytes can hold very many."""
    page = encoded(file_of(Image.new("1", (4_000, 4_000))))
    assert codes({"photo": page, "scans": [page] * 2}) == {}
    found = codes({"photo": page, "scans": [page] * 4})
    assert found == {"/scans/2": "pictures_too_large", "/scans/3": "pictures_too_large"}


# What a picture may be -> the modes in which it is loaded.
KINDS = {
    "RGB PNG": (png(), "RGB"),
    "grey PNG": (png(mode="L"), "L"),
    "1-bit PNG": (png(mode="1"), "1"),
    "palette PNG": (file_of(quarters().quantize(4)), "P"),
    "palette PNG with a see-through colour": (
        file_of(quarters().quantize(4), transparency=0),
        "P",
    ),
    "RGBA PNG": (png(mode="RGBA"), "RGBA"),
    "grey PNG with alpha": (png(mode="LA"), "LA"),
    "PNG of four pixels": (png(2, 2), "RGB"),
    "JPEG": (jpeg(), "RGB"),
    "grey JPEG": (jpeg(mode="L"), "L"),
    "progressive JPEG": (jpeg(progressive=True), "RGB"),
    "fine JPEG": (jpeg(quality=98, subsampling=0), "RGB"),
}


@pytest.mark.parametrize("name", KINDS)
def test_pictures_look_the_same(name: str) -> None:
    """A PNG keeps every pixel; a JPEG is drawn with its own tables, so that none can tell."""
    data, mode = KINDS[name]
    image = loaded(data)
    assert (image.width, image.height) == opened(data).size
    again = opened(image.data)
    assert (again.format, again.mode) == (opened(data).format, mode)
    assert {"PNG": "png", "JPEG": "jpg"}[again.format or ""] == image.extension
    if image.extension == "png":
        assert again.convert("RGBA").tobytes() == opened(data).convert("RGBA").tobytes()
    assert differ(again.convert("RGB"), seen(data)) < 0.5


def test_a_picture_of_16_bits_becomes_one_of_8() -> None:
    """Dark stays dark and light stays light."""
    deep = Image.linear_gradient("L").convert("I").point(lambda v: v * 257).convert("I;16")
    again = opened(loaded(file_of(deep)).data)
    assert again.mode == "L"
    assert again.tobytes() == Image.linear_gradient("L").tobytes()


def test_a_cmyk_jpeg_becomes_rgb() -> None:
    """Printers' JPEGs are shown by Word and LibreOffice in colours of their own: not these."""
    again = opened(loaded(jpeg(mode="CMYK")).data)
    assert again.mode == "RGB"
    assert differ(again, quarters()) < 3


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_pictures_stand_upright(kind: str, orientation: int) -> None:
    """As the camera says it was held (Exif 2.32, 4.6.4), for no program reads it in a document."""
    undo = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # orientation -> Pillow's transposition
    stored = quarters(64, 96)
    if orientation in undo:
        stored = stored.transpose(Image.Transpose(undo[orientation]))
    image = loaded(file_of(stored, kind, exif=turned(orientation)))
    assert (image.width, image.height) == (64, 96)
    assert differ(seen(image.data), quarters(64, 96)) < 3


TEXT = PngImagePlugin.PngInfo()
TEXT.add_text("Author", "BÍ MẬT")
TEXT.add_itxt("Comment", "BÍ MẬT", zip=True)
LEAKY = {
    "Exif of a JPEG": jpeg(exif=turned(1)),
    "comment of a JPEG": jpeg(comment="BÍ MẬT".encode()),
    "profile of a JPEG": jpeg(icc_profile=b"profile " * 100),
    "what follows a JPEG": jpeg() + b"PK\3\4 secret",
    "Exif of a PNG": file_of(quarters(), exif=turned(1)),
    "texts of a PNG": file_of(quarters(), pnginfo=TEXT, dpi=(300, 300)),
    "profile of a PNG": file_of(quarters(), icc_profile=b"profile " * 100),
    "what follows a PNG": png() + b"<script>secret</script>",
    "unknown chunk of a PNG": png()[:33] + chunk(b"prIv", b"secret") + png()[33:],
    "second frame": file_of(
        quarters(), save_all=True, append_images=[quarters(mode="L").convert("RGB")]
    ),
}
PLAIN = {"IHDR", "PLTE", "tRNS", "IDAT", "IEND"}


@pytest.mark.parametrize("name", LEAKY)
def test_what_cannot_be_seen_is_dropped(name: str) -> None:
    """Nothing but pixels gets into a document: not where the camera stood, not who drew."""
    data = LEAKY[name]
    image = loaded(data)
    assert image.data == loaded(png() if data.startswith(b"\x89") else jpeg()).data
    if image.extension == "png":
        assert set(chunks(image.data)) <= PLAIN
    else:
        assert (
            not opened(image.data).info.keys()
            - {"jfif", "jfif_version", "jfif_unit"}
            - {"jfif_density"}
        )


def chunks(data: bytes) -> list[str]:
    """The names of a PNG's chunks, all of its bytes accounted for."""
    names, at = [], 8
    while at < len(data):
        names.append(data[at + 4 : at + 8].decode())
        at += 12 + int.from_bytes(data[at : at + 4], "big")
    assert at == len(data)
    return names


def test_line_breaks_in_base64_are_allowed() -> None:
    """As `base64 photo.png` writes it."""
    text = encoded(png())
    lines = "\r\n".join(text[at : at + 76] for at in range(0, len(text), 76))
    assert image_of(lines + "\n", Allowance()) == image_of(text, Allowance())


def test_the_same_file_is_the_same_picture() -> None:
    """Whatever hides in it: a document has each picture once."""
    one, other = loaded(png()), loaded(LEAKY["texts of a PNG"])
    assert one == other
    assert one.digest == other.digest
    assert "data" not in repr(one)


SEEDS = [data for data, _ in KINDS.values()] + list(LEAKY.values()) + [jpeg(mode="CMYK")]


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@settings(max_examples=400, deadline=None)
@given(st.sampled_from(SEEDS), st.integers(0, 2**32), st.integers(1, 20))
def test_broken_pictures_are_answered(data: bytes, seed: int, count: int) -> None:
    """Whatever bytes change: a picture that opens, or a fault that says so."""
    chance, changed = random.Random(seed), bytearray(data)  # noqa: S311 - no secret
    for _ in range(count):
        changed[chance.randrange(8, len(changed))] = chance.randrange(256)
    mended = with_right_sums(bytes(changed)) if chance.random() < 0.7 else bytes(changed)
    found = codes({"photo": encoded(mended)})
    assert set(found.values()) <= {"picture_damaged", "picture_too_large"}
    if not found:
        opened(loaded(mended).data)


def with_right_sums(data: bytes) -> bytes:
    """A PNG whose chunks' check sums are right again, so that what they hold is read."""
    if not data.startswith(b"\x89PNG"):
        return data
    out, at = data[:8], 8
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        if at + 12 + length > len(data):
            break
        out += chunk(data[at + 4 : at + 8], data[at + 8 : at + 8 + length])
        at += 12 + length
    return out + data[at:]


def test_json_schema_says_what_the_text_holds() -> None:
    """A file in base64 (JSON Schema 2020-12, Validation, 8.3), with the length that it may have."""
    photo = json_schema(Badge())["properties"]["photo"]
    assert photo["type"] == "string"
    assert photo["contentEncoding"] == "base64"
    assert {kind["contentMediaType"] for kind in photo["anyOf"]} == {"image/png", "image/jpeg"}
    assert photo["maxLength"] == MAX_ENCODED
    assert json_schema(Badge())["properties"]["scans"]["items"]["contentEncoding"] == "base64"
