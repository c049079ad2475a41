"""A document is whole whichever optional fields a payload leaves out."""

from __future__ import annotations

import re
from typing import Any

import pytest
from documents import PIPELINE, SAMPLES, Sample, leaves, paragraphs
from test_samples import LEFT_OPEN

from service.errors import PayloadInvalid

Shape = tuple[Any, ...]


def shapes(sample: Sample) -> list[Shape]:
    """The distinct paths of a payload, list positions made alike."""
    paths = (path for path, _ in leaves(sample.payload) if isinstance(path[-1], str))
    return list(dict.fromkeys(tuple("*" if isinstance(s, int) else s for s in p) for p in paths))


def without(node: Any, shape: Shape) -> None:
    """Delete the value at a shape, in every item of the lists on the way."""
    step, rest = shape[0], shape[1:]
    if step == "*":
        for item in node:
            without(item, rest)
    elif not rest:
        node.pop(step, None)
    elif step in node:
        without(node[step], rest)


HEADINGS = {
    (): ["V. TIÊU CHÍ BÌNH XÉT, HÌNH THỨC KHEN THƯỞNG", "1. Tiêu chí", "2. Hình thức, số lượng"],
    ("rewards",): ["V. TIÊU CHÍ BÌNH XÉT"],
    ("criteria",): ["V. HÌNH THỨC KHEN THƯỞNG"],
    ("criteria", "rewards"): [],
}
WORK = {
    (): ["BIỆN PHÁP, TỔ CHỨC THỰC HIỆN", "1. Biện pháp", "2. Phân công", "3. Đăng ký"],
    ("measures",): ["TỔ CHỨC THỰC HIỆN", "1. Phân công", "2. Đăng ký"],
    ("register_by", "report_by"): ["BIỆN PHÁP, TỔ CHỨC", "1. Biện pháp", "2. Phân công"],
    ("measures", "register_by", "report_by"): ["TỔ CHỨC THỰC HIỆN"],
}


def headings(*left_out: str) -> list[str]:
    """The numbered headings of a plan from its rewards to its funds."""
    (plan,) = (sample for sample in SAMPLES if str(sample) == "launch_plan")
    payload = {key: value for key, value in plan.payload.items() if key not in left_out}
    lines = paragraphs(PIPELINE.make("launch_plan", payload).data)
    found = [line for line in lines if re.match(r"([IVX]+|\d)\. ", line)]
    start = next(n for n, line in enumerate(found) if line.startswith("IV. "))
    end = next(n for n, line in enumerate(found) if line.endswith("KINH PHÍ"))
    return found[start + 3 : end]


@pytest.mark.parametrize("left_out", HEADINGS, ids=str)
def test_a_heading_names_what_follows(left_out: tuple[str, ...]) -> None:
    """Criteria, rewards or both; a part that is alone bears no number."""
    found = headings(*left_out)
    work = next(n for n, line in enumerate(found) if line.endswith("TỔ CHỨC THỰC HIỆN"))
    assert found[:work] == HEADINGS[left_out]


@pytest.mark.parametrize("left_out", WORK, ids=str)
def test_the_heading_of_the_work_names_what_follows(left_out: tuple[str, ...]) -> None:
    """No measures are promised that are not there."""
    told = headings(*left_out)[-len(WORK[left_out]) :]
    assert all(map(str.__contains__, told, WORK[left_out]))
    assert ("BIỆN PHÁP" in told[0]) is ("measures" not in left_out)


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_each_optional_field_may_be_left_out(sample: Sample) -> None:
    """Leaving out one field gives a fault or a document in which nothing is left open."""
    made = 0
    for shape in shapes(sample):
        payload = sample.payload
        without(payload, shape)
        try:
            document = PIPELINE.make(sample.stem, payload)
        except PayloadInvalid:
            continue
        made += 1
        assert [line for line in paragraphs(document.data) if LEFT_OPEN.search(line)] == [], shape
    assert made > 5
