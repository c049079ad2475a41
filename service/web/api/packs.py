"""Checking the documents of one season against each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flask import request
from marshmallow import fields

from service import strict_json
from service.errors import Message, fault, message
from service.fields import Many, Name, Part
from service.packs.checking import MAX_DOCUMENTS, Entry, as_dict, check
from service.schema import Place, Schema, load
from service.schema import check as checked
from service.web.api.body import body
from service.web.api.documents import STRICT
from service.web.api.operation import OF_PAYLOADS, operation
from service.web.api.shapes import PackVerdictSchema
from service.web.current import pipeline


class PackEntry(Schema):
    """A document of a pack."""

    class Meta(Schema.Meta):
        title = "Một văn bản của bộ hồ sơ"

    name = Name("Tên văn bản", "Để gọi văn bản trong kết quả; không trùng nhau.", required=True)
    type = Name("Loại văn bản", "Mã loại, ví dụ meeting_minutes.", max_length=60, required=True)
    payload = fields.Raw(
        required=True,
        allow_none=True,
        metadata={"title": "Dữ liệu", "description": "Như khi gửi riêng văn bản này."},
        error_messages={"required": message("required")},
    )


class PackBody(Schema):
    """A pack as it is sent."""

    class Meta(Schema.Meta):
        title = "Bộ hồ sơ"

    documents = Many(Part(PackEntry), "Các văn bản", minimum=1, maximum=MAX_DOCUMENTS)

    @checked("documents")
    def names_differ(self, data: dict[str, Any]) -> Iterator[tuple[Place, Message]]:
        first: dict[str, int] = {}
        for index, document in enumerate(data["documents"]):
            earlier = first.setdefault(document.get("name", index), index)
            if earlier != index:
                shown = fault("duplicate_entry", value=document["name"], first=earlier + 1)
                yield ("documents", index, "name"), shown


@operation(
    "/packs/check",
    "Kết quả kiểm tra bộ hồ sơ",
    PackVerdictSchema(),
    method="POST",
    accepts=PackBody,
    query=STRICT,
    problems=tuple(status for status in OF_PAYLOADS if status != 404),
    tag="Bộ hồ sơ",
)
def check_pack() -> dict[str, Any]:
    """Kiểm tra các văn bản của một mùa thi đua và đối chiếu chúng với nhau, không lưu lại.

    Nhận từ 1 đến 50 văn bản. Trả về 200 cả khi có văn bản sai: `documents` nêu mọi lỗi, cảnh báo
    của từng văn bản, kể cả chỗ không khớp với văn bản khác trong bộ.
    """
    given = load(PackBody(), strict_json.loads(body("application/json", "JSON")))
    entries = [Entry(one["name"], one["type"], one["payload"]) for one in given["documents"]]
    return as_dict(check(pipeline(), entries, strict=request.args.get("strict") == "1"))
