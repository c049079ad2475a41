"""Reading hostile text costs no more than its length."""

from __future__ import annotations

from datetime import date

import pytest
from cost import growth

from service.law.mentions import mentions
from service.law.places import wrong_places

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    "unit",
    [
        "tỉnh ",
        "tỉnh Bắc Kạn ",
        "tỉnh Bắc\u00a0",
        " ",
        "thành phố Hồ Chí ",
        "ủy ban nhân dân ",
        "Bộ Nông nghiệp và ",
        "1/",
        "1/2-",
        "Nghị định 91/2017 ",
        "34-CT/TW ngày ",
        "luật sửa đổi, bổ sung một số điều của ",
        "a\u0301\u0302\u0303\u0304\u0305",
        "\u0301",
        "\u0301\u0323",
    ],
)
@pytest.mark.parametrize("read", [mentions, lambda text: wrong_places(text, TODAY)])
def test_linear(read, unit):
    """Eight times the text, about eight times the work."""
    assert growth(lambda size: read(unit * size), 1500) < 24
