"""Template code can do no harm, wherever in a document it stands."""

from __future__ import annotations

import itertools
import re
import subprocess
import sys
import time
import tracemalloc
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest
from small_docx import (
    PROPERTIES,
    core,
    docx_of,
    note,
    p,
    picture,
    r,
    reference,
    tbl,
    tc,
    text_box,
    tr,
    words,
)
from small_pictures import encoded, png

from service.errors import TemplateBroken
from service.word.container import unpack
from service.word.limits import LIMITS, Limits
from service.word.template import Template

# Code execution and reading of what is nobody's business: published attacks on template engines
# and their spellings (docxtpl #549, #632; CVE-2024-56326, CVE-2025-27516, CVE-2024-54152 …).
HARM = [
    "{{ cycler.__init__.__globals__.os.system('touch canary') }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ namespace(x=1).__class__ }}",
    "{{ lipsum.__globals__['os'].popen('touch canary').read() }}",
    "{{ get_flashed_messages.__globals__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''['__class__'] }}",
    "{{ name['__class__'] }}",
    "{{ name|attr('__class__') }}",
    "{{ name|attr('format')(name) }}",
    "{{ [name]|map(attribute='__class__')|list|first }}",
    "{{ [name]|map('attr', '__class__')|list|first }}",
    "{{ [name]|map(attribute='upper')|first }}",
    "{{ [name]|groupby('__class__') }}",
    "{{ [name]|sum(attribute='__class__') }}",
    "{{ '%s'|format(name) }}",
    "{{ '%s' % name }}",
    "{{ '{0.__class__}'.format(name) }}",
    "{% set f = '{0.__class__}'.format %}{{ f(name) }}",
    "{{ name.upper() }}",
    "{{ name.upper }}",
    "{{ data.items }}",
    "{{ data.pop('x') }}",
    "{{ data.update({'x': 1}) }}",
    "{{ self }}",
    "{{ self.__init__.__globals__ }}",
    "{{ _rendering }}",
    "{{ _rendering.budget }}",
    "{{ range }}",
    "{{ range.__self__ }}",
    "{% for x in [1] %}{{ loop }}{% endfor %}",
    "{% for x in [1] %}{{ loop.__init__ }}{% endfor %}",
    "{% for x in [1] %}{{ loop._iterable }}{% endfor %}",
    "{% for x in [[1]] recursive %}{{ loop(x) }}{% endfor %}",
    "{{ name|safe }}",
    "{{ name|tojson }}",
    "{{ name|pprint }}",
    "{{ name|xmlattr }}",
    "{{ name|urlize }}",
    "{{ [1, 2]|random }}",
    "{{ name|_worded }}",
    "{{ name is filter('upper') }}",
    "{{ 'x' is callable }}",
    "{% autoescape false %}{{ name }}{% endautoescape %}",
    "{% include 'x' %}",
    "{% import 'x' as x %}",
    "{% from 'x' import y %}",
    "{% extends 'x' %}",
    "{% block x %}{% endblock %}",
    "{% macro m() %}{% endmacro %}",
    "{% call name() %}{% endcall %}",
    "{% filter upper %}x{% endfilter %}",
    "{% do name %}",
    "{% debug %}",
    "{{ missing }}",
]

# What takes memory or time without end: refused, or stopped by a budget.
EXCESS = [
    "{{ 'a' * 50000000 }}",
    "{{ 10 ** 10000000 }}",
    "{{ [1] * 50000000 }}",
    "{{ range(1000000000)|list|length }}",
    "{{ ('%0' ~ 9 ~ '00000000d') % 1 }}",
    "{% for a in range(1000) %}{% for b in range(10000) %}x{% endfor %}{% endfor %}",
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "{% set x = 'aaaaaaaaaaaaaaaa' %}" + "{% set x = x ~ x %}" * 40 + "{{ x|length }}",
    "{% set x = 'aaaaaaaaaaaaaaaa' %}" + "{% set x = x + x %}" * 40 + "{{ x|length }}",
    "{% set x = [1] %}" + "{% set x = x + x %}" * 40 + "{{ x|length }}",
    "{% set x = [1] %}" + "{% set x = [x, x] %}" * 40 + "{{ x }}",
    "{% set x = [1] %}" + "{% set x = [x, x] %}" * 40 + "{{ x ~ '' }}",
    "{% set x = range(9999)|join('" + "a" * 9999 + "') %}{{ x|length }}",
    "{% set n = namespace(x='a') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
    "{{ [1]|batch(1000000000, 0)|list|length }}",
    "{% for a in range(99999) %}{{ range(99999)|sort|length }}{% endfor %}",
    "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "{{ " + "not " * 5000 + "1 }}",
    "{% for a in [1] %}" * 30 + "{% endfor %}" * 30,
]
LOOP = "{% set n = namespace(x={}) %}{% for i in range(30) %}"
DOUBLED_IN_A_LOOP = LOOP + "{% set n.x = {1: n.x, 2: n.x} %}{% endfor %}"
# Two that are alike, of lists within lists: twice as heavy with each step.
DOUBLED = "{{% set x = {0} %}}{{% set y = {0} %}}" + (
    "{{% set x = {1} %}}{{% set z = x %}}{{% set x = y %}}{{% set y = {1} %}}{{% set x = z %}}" * 30
)
HEAVY = (
    "{% set long = range(99999)|list %}{% set like = range(99999)|list %}"
    "{% set one = [long, long, long, long] %}{% set other = [like, like, like, like] %}"
)
# As deep, without a list that is written out.
NESTED = "{% set x = [1] %}" + "{% set y = x|batch(1000)|list %}{% set x = y + y %}" * 28
NUMBER = "{% set digits = '9999' %}" + "{% set digits = digits ~ digits %}" * 16
NUMBER += "{% set long = digits|int(base=16) %}"
LONG = "{% set long = range(99999)|list %}"
WORDS = "{% set words = '" + "a " * 4999 + "' %}" + "{% set words = words ~ words %}" * 6
MANY = "{% for i in range(99) %}"
OFTEN = "{% for i in range(99999) %}"
KEPT = "{% set kept = namespace(all=[]) %}" + WORDS + OFTEN + "{% set kept.all = kept.all + "
# What Jinja would do in one step, that looks at no clock and knows no end: a walk through a value
# that holds itself many times over, one long list held against another, texts kept by thousands.
EXCESS += [
    DOUBLED.format("[1]", "[x, x]") + "{{ x == y }}",
    DOUBLED.format("{}", "{{'a': x, 'b': x}}") + "{{ x == y }}",
    # Each of them short, and no loop around that would look at the clock.
    HEAVY + "{{ one == other }}" * 2_000,
    HEAVY + "{{ one is eq(other) }}" * 2_000,
    HEAVY + "{{ one in [other] }}" * 2_000,
    "{% set x = [1] %}" + "{% set x = [x, x] %}" * 30 + "{{ [x, x]|max|length }}",
    "{% set x = (1, 1) %}" + "{% set x = (x, x) %}" * 30 + "{{ {x: 1}|length }}",
    "{% set n = namespace(x=[1]) %}{% for i in range(30) %}{% set n.x = [n.x, n.x] %}{% endfor %}",
    DOUBLED_IN_A_LOOP,
    "{% set x = [1] %}"
    + "{% set x = [x, x] %}" * 20
    + "{{ [{'a': x}, {'a': x}]|max(attribute='a') }}"
    "{{ [{'a': x}, {'a': x}, {'a': x}, {'a': x}]|groupby(default='b', attribute='a')|length }}",
    "{{ range(99999)|batch(1)|sum(start=[])|length }}",
    LONG + "{{ long|select('in', long)|list|length }}",
    LONG + "{{ long|select('eq', long)|list|length }}",
    LONG + OFTEN + "{{ i in long }}{% endfor %}",
    LONG + OFTEN + "{{ long is eq(long) }}{% endfor %}",
    LONG + OFTEN + "{{ long|max }}{% endfor %}",
    LONG + OFTEN + "{{ (long + long)|length }}{% endfor %}",
    OFTEN + "{{ range(99999)|map('string')|groupby(0)|length }}{% endfor %}",
    WORDS + OFTEN + "{{ words|title|length }}{% endfor %}",
    WORDS + OFTEN + "{{ words[::-1]|length }}{% endfor %}",
    WORDS + OFTEN + "{{ words|sentence|length }}{% endfor %}",
    WORDS + "{{ words|replace('a', words)|length }}",
    WORDS + "{{ [words]|batch(1000, words)|first|map('lower')|list|length }}",
    KEPT + "[words[1:]] %}{% endfor %}",
    KEPT + "[words|upper] %}{% endfor %}",
    KEPT + "[words|quoted] %}{% endfor %}",
    "{% set x = 'aaaa' %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 30 + "{{ x|length }}",
    "{% set x %}" + OFTEN + "a" * 99999 + "{% endfor %}{% endset %}{{ x|length }}",
    OFTEN + "{% set x %}" + "a" * 99999 + "{% endset %}{% endfor %}",
    "{{ range(99999)|slice(99999999)|list|length }}",
    WORDS + "{{ words }}" * 4_000,
    WORDS + "{{ words|bare }}" * 3_000,
    WORDS + "{% set all = [words]|batch(1000, words)|first %}{{ all|map('bare')|list|length }}",
    WORDS + "{% set tabs = words|replace(' ', '\t\t\t') %}{{ tabs }}",
    NUMBER + "{{ long > 1 }}",
    NUMBER + "{{ [digits, digits]|map('int', base=16)|list|length }}",
    NESTED + "{{ 'a'[x] }}",
    NESTED + "{{ 1|number_line(x) }}",
    NESTED + "{{ x|place_and_date(none) }}",
    NESTED + "{% for i in [1, 2] %}{{ loop.changed(x) }}{% endfor %}",
    # Loops too short to look at the clock, and filters that take long to make little.
    "{% for a in [1, 2, 3] %}" * 11 + "{% set y = 1 %}" * 2_000 + "{% endfor %}" * 11,
    WORDS + MANY + "{% set x = 'a b' in words %}" * 999 + "{% endfor %}",
    WORDS + MANY + "{% set x = words is lower %}" * 999 + "{% endfor %}",
    WORDS + "".join(f"{{% set x = words|rule({size}, 100, 1) %}}" for size in range(99)),
    "{{ {'a': 1}.keys() - [1] }}",
    "{{ 1.5|round(999999999) }}",
    "{{ 1|round(999999999, 'ceil') }}",
    "{{ 10000000000|letter }}",
    "{{ 10000000000000000|letter }}",
    "{{ 1e999 }}",
    "{{ -1e999 }}",
]


def _in_body(content: Callable[[str], str]) -> Callable[[str], bytes]:
    return lambda tag: docx_of(content(tag))


def _in_part(part: str) -> Callable[[str], bytes]:
    return lambda tag: docx_of(p("x"), **{part: p(tag)})


def _in_note(part: str, kind: str) -> Callable[[str], bytes]:
    return lambda tag: docx_of(p(r("x"), reference(kind)), **{part: note(kind, p(tag))})


def _in_property(name: str) -> Callable[[str], bytes]:
    return lambda tag: docx_of(p("x"), core=core(**{name: tag}))


PLACES: dict[str, Callable[[str], bytes]] = {
    "body": _in_body(p),
    "table cell": _in_body(lambda tag: tbl(tr(tc(p(tag)), tc(p("x"))))),
    "text box": _in_body(lambda tag: p(r(text_box(p(tag))))),
    "alternative text": _in_body(lambda tag: p(r(picture(alt=tag)))),
    **{part: _in_part(part) for part in ("header", "first_header", "even_header", "footer")},
    "footnote": _in_note("footnotes", "footnote"),
    "endnote": _in_note("endnotes", "endnote"),
    "comment": _in_note("comments", "comment"),
    **{f"property {name}": _in_property(name) for name in PROPERTIES},
}
DATA = {"name": "Lan", "data": {"x": "y"}}

# What code that has got out would do first, by Python's own account of it.
ALARMING = ("os.", "subprocess.", "socket.", "shutil.", "ctypes.", "pty.", "webbrowser.")


class Watch:
    """Notes the events of the interpreter that would be harm; a hook cannot be taken off again."""

    def __init__(self) -> None:
        self.on = False
        self.seen: list[str] = []

    def __call__(self, event: str, arguments: Any) -> None:
        writes = event == "open" and "r" not in str(arguments[1])
        if self.on and (writes or event.startswith(ALARMING)):
            self.seen.append(event)


WATCH = Watch()
sys.addaudithook(WATCH)


@contextmanager
def nothing_runs() -> Iterator[None]:
    """Nothing inside may start, open, send or write anything."""
    WATCH.on = True
    WATCH.seen.clear()
    try:
        yield
    finally:
        WATCH.on = False
    assert WATCH.seen == []


def filled(package: bytes) -> bytes:
    return Template.compile(package).render(DATA)


@pytest.mark.parametrize("place", PLACES)
def test_harm_is_refused(place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not on a list is refused when the template is compiled or filled; nothing runs."""
    monkeypatch.chdir(tmp_path)
    passed = []
    for tag in HARM:
        package = PLACES[place](escape(tag, {'"': "&quot;"}))
        with nothing_runs():
            try:
                filled(package)
                passed.append(tag)
            except TemplateBroken:
                pass
    assert passed == []
    assert list(tmp_path.iterdir()) == []


def test_the_watch_sees_harm() -> None:
    """The watch itself works: a process that starts is seen."""
    with pytest.raises(AssertionError), nothing_runs():
        subprocess.run(["true"], check=True)


@pytest.mark.parametrize("tag", EXCESS, ids=lambda tag: tag[:60])
def test_excess_ends_in_a_typed_error(tag: str) -> None:
    """Memory and time have bounds that no template passes; seconds are few here, to be quick."""
    started = time.thread_time()
    with pytest.raises(TemplateBroken):
        Template.compile(PLACES["body"](escape(tag)), Limits(seconds=0.2)).render(DATA)
    assert time.thread_time() - started < 2 * LIMITS.seconds


@pytest.mark.parametrize(
    "tag",
    [
        OFTEN + "{{ words }}{% endfor %}",
        "{% set long = words ~ words %}" + "{{ long }}" * 2_000,
        "{% set tabs = words|replace(' ', '\t') %}" + "{{ tabs }}" * 2_000,
        "{% set kept = namespace(all=[]) %}" + OFTEN + "{% set kept.all = kept.all + [words|upper]"
        " %}{% endfor %}",
        "{% set kept = namespace(all=[]) %}" + OFTEN + "{% set kept.all = kept.all + [words[1:]]"
        " %}{% endfor %}",
        "{% set kept = namespace(all=[]) %}" + OFTEN + "{% set kept.all = kept.all + [words|quoted]"
        " %}{% endfor %}",
        "{% set kept = namespace(all=[]) %}" + OFTEN + "{% set x %}{{ words }}{% endset %}"
        "{% set kept.all = kept.all + [x] %}{% endfor %}",
    ],
)
def test_excess_takes_little_memory(tag: str) -> None:
    """What would take gigabytes is stopped long before."""
    template = Template.compile(PLACES["body"](escape(tag)))
    tracemalloc.start()
    try:
        with pytest.raises(TemplateBroken):
            template.render({"words": "Từ " * 100_000})
        assert tracemalloc.get_traced_memory()[1] < 5 * LIMITS.bytes
    finally:
        tracemalloc.stop()


def test_excess_of_paragraphs_takes_little_memory() -> None:
    """Each of a text's lines bears the look of the paragraph, which may be long."""
    look = f'<w:jc w:val="{"a" * 5_000}"/>'
    template = Template.compile(docx_of(p("{{ lines|paragraphs }}", properties=look)))
    tracemalloc.start()
    try:
        with pytest.raises(TemplateBroken, match="lặp quá nhiều"):
            template.render({"lines": "Từ\n" * 100_000})
        assert tracemalloc.get_traced_memory()[1] < LIMITS.bytes
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("limits", "tag"),
    [
        (Limits(steps=9), "{% for x in range(10) %}{% endfor %}"),
        (Limits(steps=9), "{% for x in range(3) %}{% for y in range(3) %}{% endfor %}{% endfor %}"),
        (Limits(bytes=400), "{% for x in range(9) %}" + "a" * 50 + "{% endfor %}"),
        (Limits(letters=90), "{% for x in range(9) %}{{ 'aaaaa' ~ 'aaaaaaa' }}{% endfor %}"),
        (Limits(letters=90), "{% for x in range(9) %}{% set y = [1, 2, 3] + [4] %}{% endfor %}"),
        (Limits(seconds=0), "{% for x in range(2000) %}{% endfor %}"),
        (Limits(seconds=0), "{% for x in [1, 2, 3, 4] %}{% endfor %}"),
        (Limits(seconds=0), "{{ [[1]]|max }}"),
    ],
)
def test_each_limit_holds(limits: Limits, tag: str) -> None:
    """Turns of loops over all loops, bytes over all parts, seconds of the thread."""
    with pytest.raises(TemplateBroken, match="lặp quá nhiều"):
        Template.compile(docx_of(p(tag)), limits).render({})


@pytest.mark.parametrize("name", ["_rendering", "__class__", "range", "namespace"])
def test_data_cannot_take_reserved_names(name: str) -> None:
    """What starts with an underscore or is a function's name is not the data's to give."""
    with pytest.raises(ValueError, match="reserved"):
        Template.compile(docx_of(p("x {{ name }}"))).render({**DATA, name: "x"})


def test_objects_in_the_data_stay_closed() -> None:
    """Data are dicts, lists and values: nothing of another object can be reached."""
    for tag in ("{{ thing.real }}", "{{ thing['name'] }}", "{{ thing }}"):
        with pytest.raises(TemplateBroken):
            Template.compile(docx_of(p(tag))).render({"thing": Path("/")})


@pytest.mark.parametrize(
    "tag",
    [
        "{% filter upper %}x{% endfilter %}",
        "{% autoescape false %}{{ name }}{% endautoescape %}",
        "{% macro m() %}{% endmacro %}",
        "{{ 999999999999999 * 10 * 10 }}",
        "{{ 1e999 }}",
    ],
)
def test_what_is_on_no_list_is_told_as_such(tag: str) -> None:
    """Not as a slip of the pen: the clerk is told to take it out."""
    with pytest.raises(TemplateBroken) as caught:
        filled(docx_of(p(tag)))
    assert {finding.code for finding in caught.value.findings} == {"tag_unsafe"}


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("{{ 'a' ~ missing }}", "tag_missing_name"),
        ("{{ 'a' ~ data }}", "tag_not_text"),
        ("{{p name }}", "text_between"),
        ("{{ [photo]|map(filter, 20)|first }}", "tag_not_text"),
    ],
)
def test_what_cannot_be_printed_is_told_for_what_it_is(tag: str, code: str) -> None:
    """A name that is missing, a value that is no text, words between paragraphs, a picture that a
    filter named by the data would draw."""
    data = {**DATA, "photo": encoded(png(3, 4)), "filter": "image"}
    with pytest.raises(TemplateBroken) as caught:
        Template.compile(docx_of(p(tag))).render(data)
    assert [finding.code for finding in caught.value.findings] == [code]


def test_data_without_end_comes_to_one() -> None:
    """A caller's generator is taken no further than the steps of a filling."""
    with pytest.raises(TemplateBroken, match="lặp quá nhiều"):
        Template.compile(docx_of(p("{% for x in xs %}{% endfor %}"))).render(
            {"xs": itertools.count()}
        )


def test_a_key_comes_before_what_every_dict_offers() -> None:
    """`data.items` is the data's own when it has that key, in any kind of dict."""
    data = {"data": OrderedDict({"items": "của dữ liệu"})}
    document = Template.compile(docx_of(p("{{ data.items }}"))).render(data)
    assert words(unpack(document)["word/document.xml"]) == ["của dữ liệu"]


@pytest.mark.parametrize("place", PLACES)
def test_what_is_allowed_is_filled(place: str) -> None:
    """Names, filters of ours, loops, conditions and the calls on the list work in each place."""
    tag = (
        "{% if name %}{{ name|first_lower }}{% endif %}{% for n in range(2) %}{{ n }}{% endfor %}"
        "{% for key, value in data.items() %}{{ key }}{{ value }}{% endfor %}"
        "{% set n = namespace(x=1) %}{% set n.x = n.x * 2 %}{{ n.x }}"
    )
    members = unpack(filled(PLACES[place](tag)))
    assert any(b"lan01xy2" in member for member in members.values())


@pytest.mark.parametrize(
    ("package", "told"),
    [
        (b"", "tệp"),
        (b"not a zip", "tệp"),
        (docx_of(p("{{ name")), "thẻ"),
        (docx_of(p("{% if name %}")), "Thẻ"),
        (docx_of(p("{{ name|nonsense }}")), "Thẻ"),
        (docx_of(p("{% include 'x' %}")), "Thẻ"),
    ],
)
def test_broken_templates_are_refused_when_compiled(package: bytes, told: str) -> None:
    """Not when somebody needs a document."""
    with pytest.raises(TemplateBroken, match=told):
        Template.compile(package)


FAILING = ("{{ name|roman }}", "{{ name.more }}", "{{ name[7] }}", "{{ 1 / 0 }}")


@pytest.mark.parametrize("tag", FAILING)
@pytest.mark.parametrize(
    "around",
    [
        "{{ name }}HERE{{ name }}",
        "{% if name %}a{{ name }}HERE{% endif %}b",
        "{% if not name %}a{% elif name %}HERE{{ name }}{% endif %}",
        "{% if not name %}a{% else %}{% if name %}HERE{% endif %}b{% endif %}",
        "{% for x in [1, 2] %}{{ loop.index }}HERE{{ x }}{% endfor %}",
    ],
)
def test_a_fault_is_told_at_its_tag(around: str, tag: str) -> None:
    """Not at a neighbour that is printed with it."""
    with pytest.raises(TemplateBroken, match=re.escape(f"Thân văn bản, đoạn 1: {tag}: ")):
        Template.compile(docx_of(p(around.replace("HERE", tag)))).render({"name": "A"})


@pytest.mark.parametrize("tag", FAILING)
def test_a_condition_at_fault_is_told(tag: str) -> None:
    """The first one and one that follows it."""
    condition = tag.strip("{} ")
    first, second = f"{{% if {condition} %}}", f"{{% elif {condition} %}}"
    for around, shown in ((f"a{first}b", first), (f"{{% if not name %}}a{second}b", second)):
        body = p("{{ name }}" + around + "{% endif %}{{ name }}")
        with pytest.raises(TemplateBroken, match=re.escape(f"đoạn 1: {shown}: ")):
            Template.compile(docx_of(body)).render({"name": "A"})


def test_what_python_cannot_compile_is_told_of_no_other_tag() -> None:
    """Its lines are not the template's."""
    deep = "{{ name" + ".x" * 150 + " }}"
    with pytest.raises(TemplateBroken) as caught:
        Template.compile(docx_of(p("{{ name }}" * 40 + deep + "{{ name }}" * 40)))
    assert "{{ name }}" not in caught.value.detail


@pytest.mark.parametrize("tag", FAILING)
def test_what_cannot_be_filled_never_quotes_the_payload(tag: str) -> None:
    """A fault at run time names tag and place, and says nothing of the data."""
    with pytest.raises(TemplateBroken) as caught:
        Template.compile(docx_of(p("x") + p(tag))).render({"name": "bí mật"})
    assert f"Thân văn bản, đoạn 2: {tag}: " in caught.value.detail
    assert "bí mật" not in caught.value.detail
