"""The project's own templates are what lint asks of others."""

from __future__ import annotations

import io
import re

import docx
import pytest
from documents import CATALOG, PIPELINE

from service.catalog import build_template
from service.config import PROJECT
from service.word import container


@pytest.mark.parametrize("stem", CATALOG)
def test_built_in_templates_are_clean(stem: str) -> None:
    """No error and no warning, with every sample; what is not printed says so in its schema."""
    told = PIPELINE.lint(stem, build_template(PROJECT, stem))
    assert [(fault.place, fault.shown, fault.message) for fault in told] == []


@pytest.mark.parametrize("stem", CATALOG)
def test_built_in_templates_decide_nothing_that_is_decided(stem: str) -> None:
    """Who opens one in Word sees no line that is never printed, and no condition always true."""
    document = container.unpack(build_template(PROJECT, stem))["word/document.xml"].decode()
    assert re.findall(r"if (?:true|false) ", document) == []


@pytest.mark.parametrize("stem", CATALOG)
def test_a_lost_subject_is_told(stem: str) -> None:
    """Neither the line drawn as long as it nor the title of the file shows it."""
    page, buffer = docx.Document(io.BytesIO(build_template(PROJECT, stem))), io.BytesIO()
    for paragraph in list(page.paragraphs):
        if "subject|inside" in paragraph.text or paragraph.text == "{{ subject }}":
            paragraph.text = ""
    page.save(buffer)
    (told,) = PIPELINE.lint(stem, buffer.getvalue())
    assert (told.code, told.severity) == ("field_unprinted", "warning")
    assert "(subject)" in told.message


@pytest.mark.parametrize("stem", CATALOG)
def test_a_template_of_another_type_is_not_clean(stem: str) -> None:
    """Each type has names of its own."""
    for other in CATALOG:
        if other != stem:
            told = PIPELINE.lint(stem, build_template(PROJECT, other))
            assert any(fault.code == "name_unknown" for fault in told), other
