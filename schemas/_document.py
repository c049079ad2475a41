"""The frame that every document has: who issues it, its number, subject, bases; what it accepts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from marshmallow import post_load

from schemas._checks import duplicates
from schemas._parts import Citation, Issuer, Office
from service.errors import SEVERITIES, Message, fault, register
from service.fields import Choice, Computed, Day, Many, Name, Part, Text, Whole
from service.law.kinds import KINDS, PLEDGE, Kind
from service.law.preambles import preamble
from service.law.review import Path, bases, texts
from service.schema import Place, Schema, advise, check
from service.words import words

register(
    {
        "symbol_incomplete": "Cần chữ viết tắt của cơ quan để ghi ký hiệu văn bản.",
        "not_a_warning": (
            "“{name}” không phải mã của một cảnh báo: chỉ cảnh báo mới chấp nhận được."
        ),
        "bases_need_date": "Cần ngày của văn bản để tự chọn căn cứ theo ngày.",
        "cited_later": "Văn bản viện dẫn phải ban hành không sau ngày {date}.",
    }
)
register(
    {
        "draft_without_number": "Bản dự thảo chưa có số văn bản: văn bản chừa chỗ để ghi tay.",
        "draft_without_date": "Bản dự thảo chưa có ngày ban hành: văn bản chừa chỗ để ghi tay.",
    },
    "info",
)

# What cites the law that it rests on; minutes tell what was said.
WITH_PREAMBLE = (KINDS["proposal"], KINDS["plan"], PLEDGE)


class Acceptance(Schema):
    """A warning that whoever answers for the document accepts, and why."""

    code = Name("Mã cảnh báo", max_length=60, required=True)
    reason = Text("Lý do chấp nhận", required=True)

    @check("code")
    def of_a_warning(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        if SEVERITIES.get(data["code"]) != "warning":
            yield "code", fault("not_a_warning", name=data["code"])


class Document(Schema):
    """The frame of every document: who issues it, its number and symbol, subject and bases."""

    issuer = Part(Office, "Cơ quan ban hành", required=True)
    number = Whole("Số văn bản", "Bản dự thảo chưa có số thì bỏ trống.", minimum=1, maximum=99_999)
    subject = Name("Trích yếu", "Một câu ngắn nêu nội dung chính.", required=True)
    bases = Choice(
        "Cách lập căn cứ",
        {"auto": "tự chọn luật, nghị định, thông tư theo ngày văn bản"},
        "Căn cứ ghi ở dưới đứng sau căn cứ tự chọn. Bỏ trống thì chỉ dùng căn cứ ghi ở dưới.",
        printed=False,
    )
    legal_bases = Many(Part(Citation), "Căn cứ ban hành", maximum=30)
    accept = Many(
        Part(Acceptance), "Cảnh báo được chấp nhận", "Không in ra.", maximum=50, printed=False
    )
    symbol = Computed(
        "Ký hiệu", "Chữ viết tắt tên loại và tên cơ quan.", of=["issuer.abbreviation"]
    )

    kind: Kind

    def law_day(self, data: dict[str, Any]) -> dt.date | None:
        """The day whose law the document is held to; None for a draft that gives none."""
        day: dt.date | None = data.get("date")
        return day

    @check("issuer")
    def symbol_is_whole(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        shown = self.kind.abbreviation or data.get("number")
        if shown and data["issuer"].get("abbreviation", "") is None:
            yield ("issuer", "abbreviation"), fault("symbol_incomplete")

    @check("accept")
    def accepted_once(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        yield from duplicates(data["accept"], "accept", "code")

    @check("bases")
    def bases_have_a_day(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        if self.law_day(data) is None:
            yield "bases", fault("bases_need_date")

    @check("legal_bases")
    def bases_in_force(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        if on := self.law_day(data):
            yield from under("legal_bases", bases.faults(data["legal_bases"], on))

    @advise()
    def bases_are_right(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        if on := self.law_day(data):
            yield from under("legal_bases", bases.doubts(data["own_bases"], on))
        if on and data["bases"]:
            yield from (("bases", told) for told in bases.uncertain(preamble(on)))
        elif on:
            gaps = bases.gaps(data["own_bases"], on, has_preamble=self.kind in WITH_PREAMBLE)
            yield from under("legal_bases", gaps)

    @advise()
    def words_are_right(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        on, bloc = self.law_day(data), data.get("bloc")
        given = words(self, data | {"legal_bases": data["own_bases"]}, on)
        cited = bases.acts(data["legal_bases"], on) if on else ()
        yield from texts.advice(given, cited)
        if bloc:
            yield from under("bloc", texts.of_bloc(bloc))

    @advise()
    def draft(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        """What a clerk should still fill in."""
        for name in ("number", "date"):
            if name in self.fields and data[name] is None and data["symbol"]:
                yield name, fault(f"draft_without_{name}")

    @post_load
    def compute(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Add the computed fields; each document adds its own in `computed`."""
        groups = [self.kind.abbreviation, data["issuer"]["abbreviation"]]
        data["symbol"] = "-".join(group for group in groups if group)
        # As given: their places are those of the payload.
        data["own_bases"] = data["legal_bases"]
        on = self.law_day(data)
        if on and data["bases"]:
            data["legal_bases"] = bases.merged(data["legal_bases"], on)
        return data | self.computed(data)

    def computed(self, data: dict[str, Any]) -> dict[str, Any]:
        """What follows from the document's own facts; by default nothing."""
        return {}


def under(name: str, told: Iterable[tuple[Path, Message]]) -> Iterator[tuple[Place, Message]]:
    yield from (((name, *place), message) for place, message in told)


class DatedDocument(Document):
    """A document that shows place and date under the national motto."""

    issuer = Part(Issuer, "Cơ quan ban hành", required=True)
    date = Day("Ngày ban hành", "Bản dự thảo chưa có ngày thì bỏ trống.")

    @check("date", "legal_bases")
    def cites_what_is_there(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        # Of an act that is not yet in force that is told already.
        told = {place[0] for place, _ in bases.faults(data["legal_bases"], data["date"])}
        for index, basis in enumerate(data["legal_bases"]):
            cited = basis.get("date")
            if cited and cited > data["date"] and index not in told:
                yield ("legal_bases", index, "date"), fault("cited_later", date=data["date"])
