"""Filling costs as much as there is to fill."""

from __future__ import annotations

import pytest
from cost import growth
from small_docx import docx_of, p, tbl, tr

from service.word.template import Template

TEXT = Template.compile(docx_of(p("{{ text }}")))
ROWS = Template.compile(
    docx_of(tbl(tr("{%tr for row in rows %}"), tr("{{ row }}"), tr("{%tr endfor %}")))
)


@pytest.mark.parametrize("piece", ["a\n", "a\t", "a\r\n", "&", "<", "ơ\u00a0"])
def test_text_of_any_kind_is_filled_in_linear_time(piece: str) -> None:
    """Eight times the text takes some eight times as long: breaks, tabs and entities too."""
    assert growth(lambda size: TEXT.render({"text": piece * size}), 20_000) < 24


def test_rows_are_filled_in_linear_time() -> None:
    """A long table costs no more by row than a short one."""
    assert (
        growth(lambda size: ROWS.render({"rows": [f"hàng {n}" for n in range(size)]}), 2_000) < 24
    )
