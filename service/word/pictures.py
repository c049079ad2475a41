"""Pictures and QR codes that templates draw: `{{ photo|image(40) }}`, `{{ link|qr(25) }}`.

A drawing stands in the line of its tag, like a letter. The filters know their part from Jinja's
context and the filling from what travels in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from jinja2 import TemplateSyntaxError, nodes, pass_context
from jinja2.runtime import Context

from service.errors import MAX_FINDINGS, Message, PayloadInvalid, fault, finding_of
from service.fields.pictures import Image, PictureRefused, image_of
from service.strict_json import escape
from service.word.limits import RENDERING
from service.word.media import Album
from service.word.printing import Drawn, Spot, printer
from service.word.values import worded

# In millimetres. Wider than the text of an A4 page (210 less the margins) is a slip of the pen;
# what would be taller than its text is drawn smaller.
NARROWEST, WIDEST, TALLEST = 1, 170, 250

# Three dots of an office printer at 300 dpi: what is finer, telephones do not read.
FINEST_MODULE = 0.25
_QUIET_ZONE = 4  # modules on each side (ISO/IEC 18004)
_PIXELS_PER_MODULE = 8

_EMU_PER_MM = 36_000
_NAME = "Ảnh"  # in Word's list of what is drawn
_DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_INLINE = (
    '<w:r>{run}<w:drawing><wp:inline xmlns:wp="{dml}/wordprocessingDrawing" distT="0" distB="0" '
    'distL="0" distR="0"><wp:extent cx="{cx}" cy="{cy}"/>'
    '<wp:docPr id="{number}" name="{name}" descr="{words}"/><wp:cNvGraphicFramePr>'
    '<a:graphicFrameLocks xmlns:a="{dml}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
    '<a:graphic xmlns:a="{dml}/main"><a:graphicData uri="{dml}/picture">'
    '<pic:pic xmlns:pic="{dml}/picture"><pic:nvPicPr><pic:cNvPr id="0" name="{name}"/>'
    '<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{rel}" r:embed="{id}"/>'
    "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>"
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
    "</a:graphic></wp:inline></w:drawing></w:r>"
)
_in_attribute = printer(Spot((), in_markup=True))


class BadWidth(TemplateSyntaxError):
    """A width that no picture can have on a page."""

    def __init__(self, lineno: int = 1) -> None:
        super().__init__(f"chiều rộng là số mm, từ {NARROWEST} đến {WIDEST}", lineno)


class Undrawable(ValueError):
    """A text that gives no picture. fault: why, and what to do; value: the text."""

    def __init__(self, fault: Message, value: str) -> None:
        super().__init__(fault)
        self.fault, self.value = fault, value


@dataclass(frozen=True)
class Drawing(Drawn):
    """A picture at its size in millimetres, in a part of a document; words: what it shows."""

    album: Album
    part: str
    image: Image
    width: float
    words: str

    def drawn(self, spot: Spot) -> str:
        cx, cy = _extent(self.image, self.width)
        drawing = _INLINE.format(
            run=spot.run,
            dml=_DRAWINGML,
            rel=_RELATIONSHIPS,
            id=self.album.relationship(self.part, self.image),
            number=self.album.number(),
            name=_NAME,
            words=_in_attribute(self.words).decode(),
            cx=cx,
            cy=cy,
        )
        return spot.next_run(drawing)


def _extent(image: Image, width: float) -> tuple[int, int]:
    """Width and height in EMU, by the picture's proportions."""
    scale = min(width / image.width, TALLEST / image.height) * _EMU_PER_MM
    return max(1, round(image.width * scale)), max(1, round(image.height * scale))


@pass_context
def image(context: Context, picture: Image | str | None, width: Any, words: Any = "") -> Any:
    """A picture `width` mm wide; nothing when there is none.

    picture: of a Picture field, or its base64 text; words: for who cannot see it.
    """
    if picture is None:
        return ""
    _require_width(width)
    album: Album = context[RENDERING].album
    if not isinstance(picture, Image):
        text = worded(picture)
        picture = album.kept(("image", text), lambda: _picture(text, album))
        context[RENDERING].budget.look_at_clock()
    return Drawing(album, context.name or "", picture, float(width), words or "")


@pass_context
def qr(context: Context, words: Any, width: Any) -> Any:
    """The words as a QR code `width` mm wide, quiet zone included; nothing when there are none."""
    if words is None or words == "":
        return ""
    _require_width(width)
    text, millimetres = worded(words), float(width)
    album: Album = context[RENDERING].album
    code = album.kept(("qr", text), lambda: _code(text, millimetres))
    context[RENDERING].budget.look_at_clock()
    if code.width / _PIXELS_PER_MODULE * FINEST_MODULE > millimetres:
        raise _too_long(text, millimetres)
    return Drawing(album, context.name or "", code, millimetres, text)


def _require_width(width: Any, lineno: int = 1) -> None:
    is_number = isinstance(width, int | float | Decimal) and not isinstance(width, bool)
    if not (is_number and NARROWEST <= width <= WIDEST):
        raise BadWidth(lineno)


def _picture(text: str, album: Album) -> Image:
    try:
        return image_of(text, album.allowance)
    except PictureRefused as refused:
        raise Undrawable(refused.fault, text) from refused


def _code(text: str, width: float) -> Image:
    # Slow to load, and most documents hold no QR code.
    import segno

    from service.fields._pixels import png_of

    _in_attribute(text)  # refuses what XML cannot hold, before UTF-8 does
    # Readers guess UTF-8 when it is; segno would take Latin-1 or kanji where bytes allow it.
    mode = None if text.isascii() else "byte"
    try:
        code = segno.make(text, error="m", micro=False, mode=mode, encoding="utf-8")
    except segno.DataOverflowError as error:
        raise _too_long(text, width) from error
    modules = code.matrix_iter(border=_QUIET_ZONE)
    rows = [bytes(0 if dark else 255 for dark in row) for row in modules]
    side = len(rows) * _PIXELS_PER_MODULE
    return Image(png_of(rows, _PIXELS_PER_MODULE), "png", side, side)


def _too_long(text: str, width: float) -> Undrawable:
    return Undrawable(fault("qr_too_long", width=Decimal(str(width))), text)


def draws(code: nodes.Template) -> bool:
    """Whether a part's code draws. Raises BadWidth for a width that is written there."""
    filters = [one for one in code.find_all(nodes.Filter) if one.name in DRAWING]
    for one in filters:
        if one.args and isinstance(one.args[0], nodes.Const):
            _require_width(one.args[0].value, one.lineno)
    # `photos|map("image", 40)` names a filter, too.
    return bool(filters) or any(const.value in DRAWING for const in code.find_all(nodes.Const))


def refusal(error: Undrawable, data: Mapping[str, Any]) -> PayloadInvalid | None:
    """The fault at every place of the data that holds the text; None when a template made it."""
    places = list(_places(data, error.value))
    findings = [finding_of(error.fault, place) for place in places[:MAX_FINDINGS]]
    return PayloadInvalid(findings, len(places)) if places else None


def _places(data: Any, text: str, pointer: str = "") -> Iterator[str]:
    if isinstance(data, str):
        if data == text:
            yield pointer
    elif isinstance(data, Mapping):
        for key, value in data.items():
            yield from _places(value, text, f"{pointer}/{escape(str(key))}")
    elif isinstance(data, list | tuple):
        for index, value in enumerate(data):
            yield from _places(value, text, f"{pointer}/{index}")


DRAWING: dict[str, Callable[..., Any]] = {"image": image, "qr": qr}
