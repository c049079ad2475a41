"""Template code can do no harm, wherever in a document it stands."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx
import pytest

from service.errors import TemplateBroken
from service.word.template import Template

HARM = [
    "{{ cycler.__init__.__globals__.os.system('id') }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace.__init__ }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ name['__class__'] }}",
    "{{ name|attr('__class__') }}",
    "{{ name|map(attribute='__class__')|list }}",
    "{{ '%s'|format(name) }}",
    "{{ '{0.__class__}'.format(name) }}",
    "{{ name.upper() }}",
    "{{ self }}",
    "{{ self.__init__.__globals__ }}",
    "{{ name|safe }}",
    "{{ name|tojson }}",
    "{{ name|pprint }}",
    "{{ 'a' * 50000000 }}",
    "{{ 10 ** 10000000 }}",
    "{{ range(1000000000) }}",
    "{% autoescape false %}{{ name }}{% endautoescape %}",
    "{% include 'x' %}",
    "{% import 'x' as x %}",
    "{% macro m() %}{% endmacro %}",
    "{% filter upper %}x{% endfilter %}",
    "{{ missing }}",
]


def in_body(document: Any, tag: str) -> None:
    document.add_paragraph(tag)


def in_header(document: Any, tag: str) -> None:
    document.sections[0].header.paragraphs[0].text = tag


def in_footer(document: Any, tag: str) -> None:
    document.sections[0].footer.paragraphs[0].text = tag


def in_title(document: Any, tag: str) -> None:
    document.core_properties.title = tag


PLACES = [in_body, in_header, in_footer, in_title]


def template(tag: str, place: Callable[[Any, str], None] = in_body) -> bytes:
    document, buffer = docx.Document(), io.BytesIO()
    document.core_properties.title = document.core_properties.author = ""
    document.core_properties.comments = ""
    place(document, tag)
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("tag", HARM)
def test_harm_is_refused(tag: str, place: Callable[[Any, str], None]) -> None:
    """What is not on the list is refused when the template is compiled or filled."""
    with pytest.raises(TemplateBroken):
        Template.compile(template(tag, place)).render({"name": "x"})


@pytest.mark.parametrize("place", PLACES)
def test_what_is_allowed_is_filled(place: Callable[[Any, str], None]) -> None:
    """Names, filters of ours, loops and conditions work in each place."""
    tag = "{% if name %}{{ name|first_capital }}{% endif %}{% for n in [1, 2] %}{{ n }}{% endfor %}"
    filled = docx.Document(io.BytesIO(Template.compile(template(tag, place)).render({"name": "x"})))
    told = [
        *(paragraph.text for paragraph in filled.paragraphs),
        filled.sections[0].header.paragraphs[0].text,
        filled.sections[0].footer.paragraphs[0].text,
        filled.core_properties.title,
    ]
    assert "X12" in told


@pytest.mark.parametrize(
    ("package", "told"),
    [
        (b"", ".docx"),
        (b"not a zip", ".docx"),
        (template("{{ name"), "Thẻ"),
        (template("{% if name %}"), "Thẻ"),
        (template("{{ name|nonsense }}"), "Thẻ"),
        (template("{% include 'x' %}"), "Thẻ"),
    ],
)
def test_broken_templates_are_refused_when_compiled(package: bytes, told: str) -> None:
    """Not when somebody needs a document."""
    with pytest.raises(TemplateBroken, match=told):
        Template.compile(package)


@pytest.mark.parametrize("tag", ["{{ name|roman }}", "{{ name.more }}", "{{ 1 / 0 }}"])
def test_what_cannot_be_filled_never_quotes_the_payload(tag: str) -> None:
    """A fault at run time is the template's, and says nothing of the data."""
    with pytest.raises(TemplateBroken) as caught:
        Template.compile(template(tag)).render({"name": "bí mật"})
    assert "bí mật" not in caught.value.detail
