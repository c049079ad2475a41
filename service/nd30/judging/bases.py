"""Legal bases: mục II.6.a."""

from __future__ import annotations

import re
from collections.abc import Iterator

from service.nd30.findings import LayoutFinding, finding
from service.nd30.judging.faces import judge_face
from service.nd30.parts.document import Document
from service.nd30.parts.lines import Line

_LAW_NUMBER = re.compile(
    r"căn cứ (?:bộ luật|luật|pháp lệnh)\b(?:(?!nghị quyết|nghị định|thông tư)[^;]){0,200}?"
    r"\b\d{1,3}/\d{4}/(?:qh|pl|ubtvqh)\w*"
)
_END = {False: ";", True: "."}


def judge_bases(document: Document) -> Iterator[LayoutFinding]:
    bases = document.title.bases
    # Ô trống của mẫu: "Căn cứ .....;"
    yield from judge_face("basis_style", [Line(each.spans, each) for each in bases])
    for basis in bases:
        last = basis is bases[-1]
        if not basis.words.endswith(_END[last]):
            told = f"{'căn cứ cuối ' if last else ''}kết thúc bằng “{basis.words[-1:]}”"
            yield finding("basis_end", told, basis)
        if _LAW_NUMBER.match(basis.folded[:600]):
            yield finding("basis_law", "ghi số, ký hiệu của Luật, Pháp lệnh", basis)
