"""The signature block in every form of NĐ 30/2020, Phụ lục I, II.7."""

from __future__ import annotations

from typing import Any

import pytest
from documents import PIPELINE, SAMPLES, paragraphs

from service.errors import PayloadInvalid

NAME = "Lê Thị Hoài An"


def line(form: str, of: str) -> dict[str, str]:
    return {"form": form, "of": of}


SIGNED: list[tuple[dict[str, Any], list[str]]] = [
    ({"post": "Trưởng ban"}, ["Trưởng ban", NAME]),
    ({"post": "Phó Trưởng ban phụ trách"}, ["Phó Trưởng ban phụ trách", NAME]),
    ({"authority": [line("Q", "Trưởng ban")]}, ["Q. Trưởng ban", NAME]),
    (
        {"authority": [line("KT", "Trưởng ban")], "post": "Phó Trưởng ban"},
        ["KT. Trưởng ban", "Phó Trưởng ban", NAME],
    ),
    (
        {"authority": [line("TL", "Trưởng ban")], "post": "Chánh Văn phòng"},
        ["TL. Trưởng ban", "Chánh Văn phòng", NAME],
    ),
    (
        {"authority": [line("TUQ", "Trưởng ban")], "post": "Trưởng phòng"},
        ["TUQ. Trưởng ban", "Trưởng phòng", NAME],
    ),
    (
        {"authority": [line("TM", "Hội đồng")], "post": "Chủ tịch", "other_post": "Trưởng ban"},
        ["TM. Hội đồng", "Chủ tịch", "Trưởng ban", NAME],
    ),
    (
        {
            "authority": [line("TM", "Ủy ban nhân dân"), line("KT", "Chủ tịch")],
            "post": "Phó Chủ tịch",
        },
        ["TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch", NAME],
    ),
    (
        {
            "authority": [line("TL", "Trưởng ban"), line("KT", "Chánh Văn phòng")],
            "post": "Phó Chánh Văn phòng",
        },
        ["TL. Trưởng ban", "KT. Chánh Văn phòng", "Phó Chánh Văn phòng", NAME],
    ),
    (
        {"authority": [line("TM", "Khối thi đua"), line("Q", "Khối trưởng")]},
        ["TM. Khối thi đua", "Q. Khối trưởng", NAME],
    ),
]
IRREGULAR: list[tuple[list[str], str | None]] = [
    (["KT", "TM"], "Phó Trưởng ban"),
    (["Q", "KT"], "Phó Trưởng ban"),
    (["TL", "TUQ"], "Trưởng phòng"),
    (["Q"], "Trưởng ban"),
    (["KT"], None),
    ([], None),
]


def signed(signature: dict[str, Any]) -> Any:
    payload = next(sample for sample in SAMPLES if str(sample) == "launch_plan").payload
    payload["signature"] = {"name": NAME, **signature}
    return payload


@pytest.mark.parametrize(("signature", "lines"), SIGNED)
def test_block_has_its_lines_in_order(signature: dict[str, Any], lines: list[str]) -> None:
    """Authority, post, another post, name: one below the other, the last things of the page."""
    printed = paragraphs(PIPELINE.make("launch_plan", signed(signature)).data)
    assert printed[-len(lines) :] == lines


@pytest.mark.parametrize(("forms", "post"), IRREGULAR)
def test_irregular_stacks_are_refused(forms: list[str], post: str | None) -> None:
    """What no form of the decree allows is a fault, not a document."""
    signature = {"authority": [line(form, "Trưởng ban") for form in forms], "post": post}
    with pytest.raises(PayloadInvalid) as caught:
        PIPELINE.check("launch_plan", signed(signature))
    assert all(finding.pointer.startswith("/signature") for finding in caught.value.findings)
