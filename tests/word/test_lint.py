"""Lint as a whole: every fault at once, in order, wherever it stands, whatever comes in."""

from __future__ import annotations

import io
import zipfile
from typing import Any
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lint_home import DATA, SCHEMA, Person, faults, told
from small_docx import PROPERTIES, core, docx_of, note, p, r, reference, tbl, text_box, tr
from test_sandbox import EXCESS, HARM, PLACES

from service.errors import MAX_FINDINGS
from service.fields import Choice, Computed, Flag, Many, Name, Part
from service.schema import Schema
from service.word.lint import lint

# Every fault at once

ELEVEN = "".join(
    [
        p("{{ subjekt }}"),
        p("{{ slogan }}"),
        p("{% if deputy %}"),
        p("{{ subject|bere }} và }}"),
        tbl(tr("{%tr for m in members %}", "Tên"), tr("{{ m.nme }}", ""), tr("{%tr endfor %}", "")),
        p("{{ name.__class__ }}"),
        p("{{ signed }}"),
        p("{{ subject|roman }}"),
        p("{%p if sent %}{{ subject }}"),
        p("{%p endif %}"),
    ]
)


def test_eleven_faults_are_told_at_once_in_their_order() -> None:
    """What hides a fault from the engine hides none from lint."""
    assert told(docx_of(ELEVEN)) == [
        ("name_unknown", "Thân văn bản, đoạn 1", "{{ subjekt }}"),
        ("field_unguarded", "Thân văn bản, đoạn 2", "{{ slogan }}"),
        ("block_unclosed", "Thân văn bản, đoạn 3", "{% if deputy %}"),
        ("filter_unknown", "Thân văn bản, đoạn 4", "{{ subject|bere }}"),
        ("tag_unopened", "Thân văn bản, đoạn 4", "}}"),
        ("text_lost", "Thân văn bản, bảng 1, hàng 1, ô 1", "{%tr for m in members %}"),
        ("name_unknown", "Thân văn bản, bảng 1, hàng 2, ô 1", "{{ m.nme }}"),
        ("tag_unsafe", "Thân văn bản, đoạn 5", "{{ name.__class__ }}"),
        ("value_raw", "Thân văn bản, đoạn 6", "{{ signed }}"),
        ("filter_mismatch", "Thân văn bản, đoạn 7", "{{ subject|roman }}"),
        ("tag_lost", "Thân văn bản, đoạn 8", "{{ subject }}"),
    ]


def test_what_shows_when_filled_is_told_beside_the_rest() -> None:
    """Where the engine can still compile, the samples are tried; no tag is blamed twice for one."""
    body = p("{{ signed }}") + p("{{ total|bare }}") + p("{{ slogan|bare }}")
    assert [code for code, _, _ in told(docx_of(body))] == [
        "value_raw",
        "tag_unfillable",
        "field_unguarded",
    ]


def test_parts_come_in_the_order_of_a_document() -> None:
    """Body, header, footer, notes, comments, properties; each with its place."""
    wrong = p("{{ zzz }}")
    package = docx_of(
        p(r("x"), reference("footnote"), reference("endnote"), reference("comment")) + wrong,
        comments=note("comment", wrong),
        endnotes=note("endnote", wrong),
        footer=wrong,
        footnotes=note("footnote", wrong),
        header=p("x") + wrong,
        core=core(title="{{ zzz }}", creator="{{ subject }}"),
    )
    assert [place for _, place, _ in told(package)] == [
        "Thân văn bản, đoạn 2",
        "Đầu trang, đoạn 2",
        "Chân trang, đoạn 1",
        "Chú thích cuối trang, đoạn 1",
        "Chú thích cuối văn bản, đoạn 1",
        "Nhận xét, đoạn 1",
        "Thuộc tính tệp, tiêu đề",
    ]


@pytest.mark.parametrize("name", PROPERTIES)
def test_each_property_of_the_file_is_read(name: str) -> None:
    """Properties are filled too, and so are linted."""
    (found,) = faults(docx_of(p("x"), core=core(**{name: "{{ zzz }}"})))
    assert found.place.startswith("Thuộc tính tệp, ")
    assert found.as_dict()["part"] == "docProps/core.xml"


def test_a_text_box_stands_inside_its_paragraph() -> None:
    """A loop around a text box gives it its name; Word's second copy of it is told once."""
    around = p(
        "{% for m in members %}", r(text_box(p("{{ m.name }}{{ m.nme }}"))), r("{% endfor %}")
    )
    assert told(docx_of(around)) == [
        ("name_unknown", "Thân văn bản, đoạn 1, khung chữ", "{{ m.nme }}")
    ]


def test_a_fault_is_told_as_json() -> None:
    """All that a program needs, in stable words."""
    (found,) = faults(docx_of(p("{{ zzz }}")))
    assert found.as_dict() == {
        "part": "word/document.xml",
        "place": "Thân văn bản, đoạn 1",
        "tag": "{{ zzz }}",
        "code": "name_unknown",
        "severity": "error",
        "message": "Không có trường hay biến tên “zzz”.",
    }


def test_what_a_tag_says_is_shown_on_one_short_line() -> None:
    """Nothing of a template can take over a terminal or fill a screen."""
    (found,) = faults(docx_of(p("{{ zzz\u009b31m\u202e" + "z" * 500 + " }}")))
    assert found.shown.isprintable()
    assert len(found.shown) <= 121


def test_very_many_faults_are_counted() -> None:
    """Beyond the most that are shown the rest is a number."""
    found = faults(docx_of("".join(p(f"{{{{ zzz{n} }}}}") for n in range(MAX_FINDINGS + 30))))
    assert len(found) == MAX_FINDINGS + 1
    assert found[-1].code == "more_faults"


# Fields that nothing shows


class Bloc(Schema):
    name = Name("Tên", required=True)
    note = Name("Ghi chú")


class Pledge(Schema):
    subject = Name("Trích yếu", required=True)
    steering = Choice("Loại", {"a": "A"}, required=True, printed=False)
    urgent = Flag("Hỏa tốc")
    bloc = Part(Bloc, "Khối", required=True)
    deputy = Part(Person, "Phó")
    members = Many(Part(Person), "Thành viên")
    goals = Many(Name("Mục tiêu"), "Mục tiêu")
    signatories = Computed("Thứ tự ký", of=["members"])


ALL_SHOWN = [
    "{{ subject }}",
    "{% if urgent %}x{% endif %}",
    "{{ bloc.name }}{{ bloc.note or '' }}",
    "{% if deputy %}{{ deputy|person }}{% endif %}",
    "{% for m in members %}{{ m.name }}{{ m.post or '' }}{% endfor %}",
    "{{ goals|join }}",
]


@pytest.mark.parametrize(
    ("left_out", "instead", "name"),
    [
        (0, "", "subject"),
        (0, "{% if subject %}x{% endif %}", "subject"),
        (0, "{{p subject|rule(14, 165, 0.4, 3, 8) }}", "subject"),
        (1, "", "urgent"),
        (2, "", "bloc"),
        (2, "{{ bloc.name }}", "bloc.note"),
        (3, "", "deputy"),
        (3, "{% if deputy %}x{% endif %}", "deputy"),
        (4, "{{ members|length }}", "members"),
        (4, "{% for m in members %}{{ m.name }}{% endfor %}", "members.post"),
        (5, "{{ goals|length }}", "goals"),
    ],
)
def test_a_field_that_nothing_shows_is_told(left_out: int, instead: str, name: str) -> None:
    """By its name and label; a condition alone shows a choice or a flag, but no text."""
    body = "".join(p(instead if n == left_out else tag) for n, tag in enumerate(ALL_SHOWN))
    (found,) = lint(docx_of(body), Pledge(), [])
    assert (found.code, found.severity, found.place) == ("field_unprinted", "warning", "Cả mẫu")
    assert f"({name})" in found.message


@pytest.mark.parametrize(
    ("place", "instead"),
    [
        (4, "{% for s in signatories %}{{ s.name }}{% endfor %}"),
        (4, "{{ members|map(attribute='name')|join }}{{ members|map(attribute='post')|join }}"),
        (4, "{% for m in members %}{{ m|person }}{% endfor %}"),
        (5, "{% for g in goals %}{{ g }}{% endfor %}"),
        (5, "{{ goals[0] }}"),
        (2, "{{ bloc.name ~ bloc.note }}"),
    ],
)
def test_a_field_shows_in_many_ways(place: int, instead: str) -> None:
    """Through a filter of the whole group, item by item, or by what is computed of it."""
    body = "".join(p(instead if n == place else tag) for n, tag in enumerate(ALL_SHOWN))
    found = lint(docx_of(body), Pledge(), [])
    assert [fault.message for fault in found if fault.code == "field_unprinted"] == []


def test_a_field_may_show_in_any_part_that_is_read() -> None:
    """A header counts; the properties of the file, where nobody looks, do not."""
    body = "".join(map(p, ALL_SHOWN[2:]))
    header, title = p(ALL_SHOWN[1]), core(title=ALL_SHOWN[0])
    (found,) = lint(docx_of(body, header=header, core=title), Pledge(), [])
    assert "(subject)" in found.message
    body += p(ALL_SHOWN[0])
    assert lint(docx_of(body, header=header, core=title), Pledge(), []) == []


# Harm


class Harmed(Schema):
    name = Name("Tên", required=True)
    data = Computed("Dữ liệu")


@pytest.mark.parametrize("place", PLACES)
def test_harm_is_told_in_every_place(place: str) -> None:
    """What the engine refuses lint tells as an error of its tag."""
    for tag in HARM:
        package = PLACES[place](escape(tag, {'"': "&quot;"}))
        found = lint(package, Harmed(), [{"name": "Lan", "data": {"x": "y"}}])
        errors = [fault for fault in found if fault.severity == "error"]
        assert errors, tag
        # What only shows when it runs the engine tells, which knows no tags of attributes.
        assert place == "alternative text" or all(fault.tag for fault in errors), tag


@pytest.mark.parametrize("tag", EXCESS[::4], ids=lambda tag: tag[:60])
def test_excess_is_told(tag: str) -> None:
    """A template without bounds is a fault, and costs little to lint."""
    found = lint(PLACES["body"](escape(tag)), Harmed(), [{"name": "Lan", "data": {}}])
    assert any(fault.severity == "error" for fault in found)


# Whatever comes in


@pytest.mark.parametrize(
    "package", [b"", b"PK", b"not a zip", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{" * 9]
)
def test_bytes_that_are_no_docx_are_one_fault(package: bytes) -> None:
    """Told as the fault of the file."""
    (found,) = lint(package, SCHEMA, [DATA])
    assert (found.code, found.severity) == ("package_refused", "error")
    assert found.finding().label == "Cả mẫu"


@given(st.binary(max_size=300))
@settings(max_examples=50, deadline=None)
def test_random_bytes_are_one_fault(package: bytes) -> None:
    """No bytes break lint."""
    assert len(lint(package, SCHEMA, [DATA])) == 1


SIGNS = st.sampled_from(
    [
        *(
            "{{",
            "}}",
            "{%",
            "%}",
            "{#",
            "#}",
            " ",
            "p ",
            "tr ",
            "tc ",
            "r ",
            "-",
            "|",
            ".",
            "(",
            ")",
        ),
        *("'", '"', "“", "[0]", "=", "==", "if", "for", "in", "else", "elif", "set", "x", "not"),
        *("endif", "endfor", "endset", "raw", "endraw", "vm", "colspan", "slogan", "members"),
        *("{% if slogan %}", "{% endif %}", "{%p for m in members %}", "{%p endfor %}"),
        *("{{ m.name }}", "{{ deputy.post }}", "{{ members|first }}", "|bare", "|nope", "is evn"),
    ]
)
TEXTS = st.lists(SIGNS, max_size=12).map("".join).map(escape)


@given(st.lists(TEXTS, min_size=1, max_size=5), TEXTS)
@settings(max_examples=150, deadline=None)
def test_no_tags_break_lint(texts: list[str], cell: str) -> None:
    """Any soup of signs gives faults or none, each with a place and a message."""
    body = "".join(map(p, texts)) + tbl(tr(p_in_cell(cell), "x"))
    for fault in lint(docx_of(body), SCHEMA, [DATA]):
        assert fault.place
        assert fault.message


def p_in_cell(text: str) -> str:
    return f"<w:tc><w:tcPr/>{p(text)}</w:tc>"


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_no_damage_breaks_lint(data: Any) -> None:
    """A real template with its XML cut, doubled or mixed up gives faults, never an error."""
    package = docx_of(ELEVEN, header=p("{{ subject }}"))
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = data.draw(st.sampled_from(sorted(members)))
    content = members[name]
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(len(content), start + 60)))
    insert = data.draw(st.sampled_from([b"", b"<", b"</w:p>", b"<w:p>", b"{{", b"\xff", b"&x;"]))
    members[name] = content[:start] + insert + content[end:]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for member, changed in members.items():
            archive.writestr(member, changed)
    assert isinstance(lint(buffer.getvalue(), SCHEMA, [DATA]), list)
