"""The grammar of docxtpl's tags, one trait a row: a template, its data, what it says, its XML.

What is expected follows docxtpl's manual: a paragraph, row, cell or run that holds `{%p … %}`,
`{%tr … %}`, `{%tc … %}` or `{%r … %}` is gone with all else in it; text in which another tag stood
keeps its blanks (xml:space); tables have as many columns as their longest row takes, shared out of
the same width; drawings of the body are numbered on from 1001.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from docxtpl import Listing, RichText
from markupsafe import Markup
from small_docx import (
    BOLD,
    BR,
    CENTRED,
    ITALIC,
    TAB,
    control,
    core,
    docx_of,
    file_of,
    kept,
    kept_t,
    link,
    note,
    p,
    part_xml,
    picture,
    r,
    reference,
    t,
    tbl,
    tc,
    text_box,
    tr,
)


@dataclass(frozen=True)
class Case:
    """A small template. template, xml: content of `part`; beside: that of other parts.

    unlike: what docxtpl does instead, where that is wrong.
    """

    name: str
    template: str
    data: Mapping[str, Any]
    text: list[str]
    xml: str
    part: str = "body"
    beside: Mapping[str, str] = field(default_factory=dict)
    unlike: str = ""

    def __str__(self) -> str:
        return self.name

    @property
    def _parts(self) -> dict[str, str]:
        return {"body": p(""), **self.beside, self.part: self.template}

    @property
    def package(self) -> bytes:
        parts = self._parts
        return docx_of(parts.pop("body"), **parts)

    @property
    def by_docxtpl(self) -> bool:
        """Whether its data holds what docxtpl alone can print."""
        return any(isinstance(value, RichText | Listing) for value in self.data.values())

    @property
    def file(self) -> str:
        """The name of the part in the package."""
        return file_of(self.part)

    @property
    def expected(self) -> str:
        """The whole XML of the part."""
        beside = tuple(part for part in self._parts if part not in ("body", "core"))
        return part_xml(self.part, self.xml, beside)


def nfd(words: str) -> str:
    """As a Mac types it."""
    return unicodedata.normalize("NFD", words)


def drawn(xml: str) -> Markup:
    """What a filter that draws returns."""
    return Markup(xml)  # noqa: S704 - it stands for one of our own


LAN = {"name": "Lan"}
LETTERS = {"xs": ["a", "b", "c"]}
TWO = {"xs": ["a", "b"]}
NONE: Mapping[str, Any] = {"xs": []}
PEOPLE = {"xs": [{"name": "Lan", "unit": "A"}, {"name": "Hà", "unit": "B"}]}
YES, NO = {"yes": True}, {"yes": False}

EXPRESSIONS = [
    Case(
        "expression",
        p("Kính gửi {{ name }}."),
        LAN,
        ["Kính gửi Lan."],
        p(kept("Kính gửi Lan.")),
    ),
    Case(
        "filters of Jinja",
        p(
            "{{ name|e }}, {{ n|round(1) }}, {{ n|float }}, {{ xs|count }}, {{ xs|sum }}, "
            "{{ name|replace('L', 'M') }}, {{ 5|string ~ name|escape }}, {{ x|d('–') }}, "
            "{{ 'một hai'|wordcount }}, {{ xs|slice(2)|map('join', '+')|join(' ') }}, {{ -1|abs }}"
        ),
        {**LAN, "n": 1.25, "xs": [1, 2, 3]},
        ["Lan, 1.2, 1.25, 3, 6, Man, 5Lan, –, 2, 1+2 3, 1"],
        p(kept("Lan, 1.2, 1.25, 3, 6, Man, 5Lan, –, 2, 1+2 3, 1")),
    ),
    Case(
        "tests of Jinja",
        p(
            "{{ 1 is integer }}, {{ 1.5 is float }}, {{ name is lower }}, {{ 'A' is upper }}, "
            "{{ none is sameas none }}, {{ xs == ys }}, {{ 2 in xs }}, {{ xs|select('in', ys)|list"
            "|length }}"
        ),
        {**LAN, "xs": [1, 2, 3], "ys": [1, 2]},
        ["True, True, False, True, True, False, True, 2"],
        p(kept("True, True, False, True, True, False, True, 2")),
    ),
    Case(
        "keys and items",
        p("{{ who.name }}, {{ who['unit'] }}, {{ who.posts[1] }}"),
        {"who": {"name": "Lan", "unit": "A", "posts": ["một", "hai"]}},
        ["Lan, A, hai"],
        p(kept("Lan, A, hai")),
    ),
    Case(
        "filters",
        p("{{ name|upper }}, {{ name|length }}, {{ missing|default('–') }}"),
        LAN,
        ["LAN, 3, –"],
        p(kept("LAN, 3, –")),
    ),
    Case(
        "filters of lists",
        p(
            "{% for unit, people in xs|groupby('unit') %}"
            "{{ unit }}: {{ people|map(attribute='name')|join(', ') }}; {% endfor %}"
        ),
        PEOPLE,
        ["A: Lan; B: Hà; "],
        p(kept("A: Lan; B: Hà; ")),
    ),
    Case(
        "numbers, days and the like",
        p("{{ whole }} {{ part }} {{ exact }} {{ day }} {{ yes }} {{ none }}"),
        {
            "whole": 1300,
            "part": 0.5,
            "exact": Decimal("1.50"),
            "day": dt.date(2022, 11, 8),
            "yes": True,
            "none": None,
        },
        ["1300 0.5 1.50 2022-11-08 True None"],
        p(kept("1300 0.5 1.50 2022-11-08 True None")),
    ),
    Case(
        "calculated",
        p("{{ 2 * n + 1 }}{{ name ~ '!' }}"),
        {"n": 3, "name": "Lan"},
        ["7Lan!"],
        p(kept("7Lan!")),
    ),
    Case("empty text", p("a{{ x }}b"), {"x": ""}, ["ab"], p(kept("ab"))),
    Case("nothing but empty text", p("{{ x }}"), {"x": ""}, [""], p(kept(""))),
    Case("blanks of a value", p("{{ x }}"), {"x": "  a  "}, ["  a  "], p(kept("  a  "))),
    Case("blanks around a tag", p("  {{ x }}  "), {"x": "a"}, ["  a  "], p(kept("  a  "))),
    Case(
        "a run of one blank",
        p("{{ x }}", kept(" "), "b"),
        {"x": "a"},
        ["a b"],
        p(kept("a"), kept(" "), "b"),
    ),
    Case("blanks taken by the tag", p("a {{- x -}} b"), {"x": "-"}, ["a-b"], p(kept("a-b"))),
    Case(
        "set",
        p("{% set y = x ~ '!' %}{{ y }}{{ y }}"),
        {"x": "a"},
        ["a!a!"],
        p(kept("a!a!")),
    ),
    Case(
        "set to what stands between",
        p("{% set y %}A &amp; {{ x }}{% endset %}{{ y }}; {{ y }}"),
        {"x": "B < C"},
        ["A & B < C; A & B < C"],
        p(kept("A &amp; B &lt; C; A &amp; B &lt; C")),
    ),
    Case(
        "set in one run, printed in another",
        p(r("{% set y %}{{ x }}{% endset %}", BOLD), r("{{ y }}", ITALIC)),
        {"x": "a\tb"},
        ["a\tb"],
        p(kept("", BOLD), kept("a", ITALIC), r(TAB, ITALIC), kept("b", ITALIC)),
    ),
    Case(
        "set in a run, printed in an attribute",
        p("{% set y %}A &amp; {{ x }}{% endset %}", r(picture(alt="{{ y }}"))),
        {"x": "B < C"},
        [""],
        p(kept(""), r(picture(id=1001, alt="A &amp; B &lt; C"))),
    ),
    Case(
        "namespace",
        p(
            "{% set ns = namespace(total=0) %}"
            "{% for x in xs %}{% set ns.total = ns.total + x %}{% endfor %}{{ ns.total }}"
        ),
        {"xs": [1, 2, 4]},
        ["7"],
        p(kept("7")),
    ),
]

CHOICE = p("{% if n == 2 %}hai{% elif n == 1 %}một{% else %}không{% endif %} người")
CONDITIONS = [
    Case("if", CHOICE, {"n": 2}, ["hai người"], p(kept("hai người"))),
    Case("elif", CHOICE, {"n": 1}, ["một người"], p(kept("một người"))),
    Case("else", CHOICE, {"n": 0}, ["không người"], p(kept("không người"))),
    Case(
        "if, over runs",
        p("a{% if yes %}", r("b", BOLD), "{% endif %}c"),
        YES,
        ["abc"],
        p(kept("a"), r("b", BOLD), kept("c")),
    ),
    Case(
        "if not, ending in another run",
        p("{% if yes %}a", r("b{% else %}{{ x }}{% endif %}", BOLD)),
        {**NO, "x": "c\td"},
        ["c\td"],
        p(kept("c"), r(TAB), kept("d")),
    ),
    Case(
        "if not, over runs",
        p("a{% if yes %}", r("b", BOLD), "{% endif %}c"),
        NO,
        ["ac"],
        p(kept("ac")),
    ),
    Case(
        "a filter that nobody has, where it is not asked",
        p("{% if yes %}a{% elif x|nonsense %}b{% else %}{{ x|nonsense }}{% endif %}"),
        YES,
        ["a"],
        p(kept("a")),
    ),
    Case(
        "tests",
        p("{% if x is defined and 'a' in xs and not n is odd %}{{ xs[0] }}{% endif %}"),
        {"x": 1, "n": 2, **TWO},
        ["a"],
        p(kept("a")),
    ),
]

LOOPS = [
    Case(
        "for",
        p("{% for x in xs %}{{ x }}{% if not loop.last %}, {% endif %}{% endfor %}"),
        LETTERS,
        ["a, b, c"],
        p(kept("a, b, c")),
    ),
    Case(
        "for, over runs",
        p("{% for x in xs %}", r("{{ x }}", BOLD), ";{% endfor %}"),
        TWO,
        ["a;b;"],
        p(kept(""), kept("a", BOLD), kept(";"), kept("b", BOLD), kept(";")),
    ),
    Case(
        "for, ending in another run",
        p("{% for x in xs %}{{ x }}", r("{% endfor %}", BOLD)),
        {"xs": ["a", "b\tc"]},
        ["ab\tc"],
        p(kept("a"), kept("b", BOLD), r(TAB, BOLD), kept("c", BOLD), kept("", BOLD)),
    ),
    Case(
        "for nothing",
        p("Gồm: {% for x in xs %}{{ x }}{% endfor %}."),
        NONE,
        ["Gồm: ."],
        p(kept("Gồm: .")),
    ),
    Case(
        "for … else",
        p("{% for x in xs %}{{ x }}{% else %}không có{% endfor %}"),
        NONE,
        ["không có"],
        p(kept("không có")),
    ),
    Case(
        "for … if",
        p("{% for x in xs if x != 'b' %}{{ loop.index }}{{ x }}{% endfor %}"),
        LETTERS,
        ["1a2c"],
        p(kept("1a2c")),
    ),
    Case(
        "for keys and values",
        p("{% for key, value in d.items() %}{{ key }}={{ value }};{% endfor %}"),
        {"d": {"một": 1, "hai": 2}},
        ["một=1;hai=2;"],
        p(kept("một=1;hai=2;")),
    ),
    Case(
        "what a loop knows of itself",
        p(
            "{% for x in xs %}"
            "{{ loop.index }}{{ loop.index0 }}{{ loop.revindex }}/{{ loop.length }}"
            "{% if loop.first %} đầu{% endif %}{% if loop.last %} cuối{% endif %};{% endfor %}"
        ),
        LETTERS,
        ["103/3 đầu;212/3;321/3 cuối;"],
        p(kept("103/3 đầu;212/3;321/3 cuối;")),
    ),
    Case(
        "a loop that counts, over values of every kind",
        p(
            "{% for n in range(120) %}{% if loop.first or loop.last %}"
            "{{ loop.index }}/{{ loop.revindex }} {% endif %}{% endfor %}"
            "{% for x in xs|map('upper') %}{{ loop.index }}{{ x }}"
            "{% if loop.last %}. {% endif %}{% endfor %}"
            "{% for key, value in d.items() %}{{ loop.revindex }}{{ key }}{{ value }}{% endfor %}"
            "{% for x in '' %}{{ loop.index }}{% else %}–{% endfor %}"
        ),
        LETTERS | {"d": {"một": 1, "hai": 2}},
        ["1/120 120/1 1A2B3C. 2một11hai2–"],
        p(kept("1/120 120/1 1A2B3C. 2một11hai2–")),
    ),
    Case(
        "loops that count, one in the other",
        p(
            "{% for row in rows %}{% for x in row %}{{ loop.index }}{{ x }}"
            "{% if loop.last %}!{% endif %}{% else %}[{{ loop.index }}]{% endfor %}"
            "/{{ loop.index }}{% if loop.last %}.{% endif %}{% endfor %}"
        ),
        {"rows": [["a", "b"], [], ["c"]]},
        ["1a2b!/1[2]/21c!/3."],
        p(kept("1a2b!/1[2]/21c!/3.")),
    ),
    Case(
        "the outer loop in the list and the condition of the inner one",
        p(
            "{% for x in xs %}{% for y in xs[:loop.index] if not loop.last %}{{ y }}{% endfor %}"
            "{{ loop.index }};{% endfor %}"
        ),
        LETTERS,
        ["a1;ab2;3;"],
        p(kept("a1;ab2;3;")),
    ),
    Case(
        "a loop that counts, under another name and in a block",
        p(
            "{% for x in xs %}{% set l = loop %}{{ l.index }}{% endfor %}"
            "{% for x in xs %}{% set s %}{{ loop.index }}{{ x }}{% endset %}{{ s }}{% endfor %}"
        ),
        LETTERS,
        ["1231a2b3c"],
        p(kept("1231a2b3c")),
    ),
    Case(
        "loops whose word is given anew",
        p(
            "{% for x in xs %}{% for y in xs %}{{ loop.index }}{% endfor %}"
            "{% with loop = loop %}{{ loop.revindex }}{{ x }};{% endwith %}{% endfor %}"
        ),
        TWO,
        ["122a;121b;"],
        p(kept("122a;121b;")),
    ),
    Case(
        "conditions side by side, one in the other",
        p(
            "{% if yes %}1{% if no %}2{% elif x %}{{ x }}{% else %}3{% endif %}{% endif %}"
            "{% if no %}4{% endif %}{% if yes %}{% endif %}{% if no %}5{% else %}{{ n }}{% endif %}"
        ),
        {"yes": True, "no": False, "x": "a & b", "n": 6},
        ["1a & b6"],
        p(kept("1a &amp; b6")),
    ),
    Case(
        "cycle",
        p("{% for x in xs %}{{ loop.cycle('lẻ', 'chẵn') }} {% endfor %}"),
        LETTERS,
        ["lẻ chẵn lẻ "],
        p(kept("lẻ chẵn lẻ ")),
    ),
    Case(
        "for in for",
        p("{% for row in rows %}{% for x in row %}{{ x }}{% endfor %};{% endfor %}"),
        {"rows": [[1, 2], [], [3]]},
        ["12;;3;"],
        p(kept("12;;3;")),
    ),
    Case(
        "for around links",
        p("{% for x in xs %}", link(r("{{ x }}")), "{% endfor %}"),
        TWO,
        ["ab"],
        p(kept(""), link(kept("a")), kept(""), link(kept("b")), kept("")),
    ),
]

PARAGRAPHS = [
    Case(
        "paragraph if",
        p("a") + p("{%p if yes %}") + p("b", properties=CENTRED) + p("{%p endif %}") + p("c"),
        YES,
        ["a", "b", "c"],
        p("a") + p("b", properties=CENTRED) + p("c"),
    ),
    Case(
        "paragraph if not",
        p("a") + p("{%p if yes %}") + p("b") + p("{%p endif %}") + p("c"),
        NO,
        ["a", "c"],
        p("a") + p("c"),
    ),
    Case(
        "paragraph else",
        p("{%p if yes %}") + p("a") + p("{%p else %}") + p("b") + p("{%p endif %}"),
        NO,
        ["b"],
        p("b"),
    ),
    Case(
        "paragraph elif",
        p("{%p if n == 1 %}")
        + p("a")
        + p("{%p elif n == 2 %}")
        + p("b")
        + p("{%p else %}")
        + p("c")
        + p("{%p endif %}"),
        {"n": 2},
        ["b"],
        p("b"),
    ),
    Case(
        "paragraph for",
        p("{%p for x in xs %}") + p("- {{ x }}", properties=CENTRED) + p("{%p endfor %}"),
        TWO,
        ["- a", "- b"],
        p(kept("- a"), properties=CENTRED) + p(kept("- b"), properties=CENTRED),
    ),
    Case(
        "paragraph for nothing",
        p("Gồm:") + p("{%p for x in xs %}") + p("- {{ x }}") + p("{%p endfor %}") + p("Hết"),
        NONE,
        ["Gồm:", "Hết"],
        p("Gồm:") + p("Hết"),
    ),
    Case(
        "paragraph for … else",
        p("{%p for x in xs %}")
        + p("{{ x }}")
        + p("{%p else %}")
        + p("không có")
        + p("{%p endfor %}"),
        NONE,
        ["không có"],
        p("không có"),
    ),
    Case(
        "paragraph for in for, if in it",
        p("{%p for row in rows %}")
        + p("{%p if row %}")
        + p("Hàng {{ loop.index }}")
        + p("{%p for x in row %}")
        + p("{{ x }}")
        + p("{%p endfor %}")
        + p("{%p endif %}")
        + p("{%p endfor %}"),
        {"rows": [["a", "b"], [], ["c"]]},
        ["Hàng 1", "a", "b", "Hàng 3", "c"],
        "".join(p(kept(words)) for words in ["Hàng 1", "a", "b", "Hàng 3", "c"]),
    ),
    Case(
        "paragraph set",
        p("{%p set y = 1 %}") + p("{{ y }}"),
        {},
        ["1"],
        p(kept("1")),
    ),
    Case(
        "words beside a paragraph's tag",
        p("xóa ", r("{%p if yes %}", BOLD), " xóa") + p("a") + p("{%p endif %}"),
        YES,
        ["a"],
        p("a"),
    ),
    Case(
        "paragraphs around tables",
        p("{%p for rows in tables %}")
        + p("{{ loop.index }}")
        + tbl(tr("{%tr for x in rows %}", ""), tr("{{ x }}", "b"), tr("{%tr endfor %}", ""))
        + p("{%p endfor %}"),
        {"tables": [["a"], []]},
        ["1", "a", "b", "2"],
        p(kept("1")) + tbl(tr(tc(p(kept("a"))), "b")) + p(kept("2")) + tbl(grid=()),
    ),
    Case(
        "paragraph that draws",
        p("a") + p("{{p x }}") + p("b"),
        {"x": drawn(p("đậm", properties=CENTRED))},
        ["a", "đậm", "b"],
        p("a") + p("đậm", properties=CENTRED) + p("b"),
    ),
]

A_RUN = p(kept("a "), "{%r if yes %}", r("b", BOLD), "{%r endif %}", kept(" c"))
RUNS = [
    Case(
        "run if",
        A_RUN,
        YES,
        ["a b c"],
        p(kept("a "), *[kept("")] * 2, r("b", BOLD), *[kept("")] * 2, kept(" c")),
    ),
    Case(
        "run if not",
        A_RUN,
        NO,
        ["a  c"],
        p(kept("a "), *[kept("")] * 2, kept(" c")),
    ),
    Case(
        "run for",
        p("{%r for x in xs %}", r("{{ x }}", BOLD), "{%r endfor %}"),
        TWO,
        ["ab"],
        p(
            *(kept(""), kept(""), kept("a", BOLD), kept("")),
            *(kept(""), kept("b", BOLD), kept(""), kept("")),
        ),
    ),
    Case(
        "run that draws",
        p("a {{r x }} b"),
        {"x": drawn(r("đậm", BOLD))},
        ["a đậm b"],
        p(kept("a "), r("đậm", BOLD), kept(" b")),
    ),
    Case(
        "rich text",
        p("a {{r x }} b"),
        {"x": RichText("đậm", bold=True)},
        ["a đậm b"],
        p(kept("a "), kept("đậm", BOLD), kept(" b")),
    ),
    Case(
        "listing",
        p(r("{{ x }}", BOLD), properties=CENTRED),
        {"x": Listing("a & b\nc\td")},
        ["a & b\nc\td"],
        p(
            r(kept_t("a &amp; b") + BR + kept_t("c"), BOLD),
            r(TAB, BOLD),
            kept("d", BOLD),
            properties=CENTRED,
        ),
    ),
    Case(
        "listing of paragraphs and pages",
        p(r("{{ x }}", BOLD), properties=CENTRED),
        {"x": Listing("a\ab\fc")},
        ["a", "b", "\n", "c"],
        p(kept("a", BOLD), properties=CENTRED)
        + p(kept("b", BOLD), properties=CENTRED)
        + p(r('<w:br w:type="page"/>'))
        + p(kept("c", BOLD), properties=CENTRED),
    ),
]

COMMENTS = [
    Case("comment", p("a {# {{ x }} #}b"), {}, ["a b"], p(kept("a b"))),
    Case("comment over runs", p("a{#", r(" ghi chú", BOLD), " #}b"), {}, ["ab"], p("ab")),
    Case(
        "comment of a paragraph",
        p("a") + p("x {#p y #} z") + p("b"),
        {},
        ["a", "b"],
        p("a") + p("b"),
    ),
    Case(
        "comment of a row",
        tbl(tr("{#tr y #}", "x"), tr("a", "b")),
        {},
        ["a", "b"],
        tbl(tr("a", "b")),
    ),
    Case(
        "comment of a cell",
        tbl(tr("{#tc y #}", "a", "b"), grid=(1000, 1000, 1000)),
        {},
        ["a", "b"],
        tbl(tr("a", "b"), grid=(1500, 1500)),
    ),
    Case(
        "raw",
        p("{% raw %}{{ x }} {% if y %} {# z #}{% endraw %}{{ name }}"),
        LAN,
        ["{{ x }} {% if y %} {# z #}Lan"],
        p(kept("{{ x }} {% if y %} {# z #}Lan")),
    ),
    Case(
        "raw comparison",
        p("{% raw %}{{ a &lt; b &amp; c }}{% endraw %}{{ name }}"),
        LAN,
        ["{{ a < b & c }}Lan"],
        p(kept("{{ a &lt; b &amp; c }}Lan")),
        unlike="writes the sign as it is and loses it as it reads its own XML",
    ),
    Case("raw alone", p("{% raw %}{{ x }}{% endraw %}"), {}, ["{{ x }}"], p(kept("{{ x }}"))),
    Case(
        "braces for readers",
        p("Viết {_{ x }_} hoặc {_% if y %_}."),
        {},
        ["Viết {{ x }} hoặc {% if y %}."],
        p("Viết {{ x }} hoặc {% if y %}."),
    ),
    Case(
        "braces for readers beside a tag",
        p("Viết {_{ x }_} để in {{ name }}"),
        LAN,
        ["Viết {{ x }} để in Lan"],
        p(kept("Viết {{ x }} để in Lan")),
    ),
    Case(
        "braces as a value",
        p("{{ '{{' }} {{ '}}' }} {{ '{%' }} {{ '%}' }}"),
        {},
        ["{{ }} {% %}"],
        p(kept("{{ }} {% %}")),
    ),
]

ROWS = (tr("{%tr for x in xs %}", ""), tr("{{ x.name }}", "{{ x.unit }}"), tr("{%tr endfor %}", ""))
HEADING = tr("Tên", "Đơn vị")


def row(*cells: str) -> str:
    """A row in whose cells tags stood."""
    return tr(*(tc(p(kept(cell))) for cell in cells))


TABLES = [
    Case(
        "row for",
        tbl(HEADING, *ROWS),
        PEOPLE,
        ["Tên", "Đơn vị", "Lan", "A", "Hà", "B"],
        tbl(HEADING, row("Lan", "A"), row("Hà", "B")),
    ),
    Case(
        "row for nothing",
        tbl(HEADING, *ROWS),
        NONE,
        ["Tên", "Đơn vị"],
        tbl(HEADING),
    ),
    Case("no row at all", tbl(*ROWS), NONE, [], tbl(grid=())),
    Case(
        "row if",
        tbl(
            tr("{%tr if yes %}", ""),
            tr("a", "b"),
            tr("{%tr else %}", ""),
            tr("c", "d"),
            tr("{%tr endif %}", ""),
        ),
        YES,
        ["a", "b"],
        tbl(tr("a", "b")),
    ),
    Case(
        "row else",
        tbl(
            tr("{%tr if yes %}", ""),
            tr("a", "b"),
            tr("{%tr else %}", ""),
            tr("c", "d"),
            tr("{%tr endif %}", ""),
        ),
        NO,
        ["c", "d"],
        tbl(tr("c", "d")),
    ),
    Case(
        "row for in for",
        tbl(
            tr("{%tr for rows in groups %}", ""),
            tr("{{ loop.index }}", ""),
            tr("{%tr for x in rows %}", ""),
            tr("", "{{ x }}"),
            tr("{%tr endfor %}", ""),
            tr("{%tr endfor %}", ""),
        ),
        {"groups": [["a"], ["b", "c"]]},
        ["1", "", "", "a", "2", "", "", "b", "", "c"],
        tbl(
            *(tr(tc(p(kept("1"))), ""), tr("", tc(p(kept("a"))))),
            *(tr(tc(p(kept("2"))), ""), tr("", tc(p(kept("b")))), tr("", tc(p(kept("c"))))),
        ),
    ),
    Case(
        "paragraph for in a cell",
        tbl(tr(tc(p("{%p for x in xs %}"), p("{{ x }}"), p("{%p endfor %}")), "b")),
        TWO,
        ["a", "b", "b"],
        tbl(tr(tc(p(kept("a")), p(kept("b"))), "b")),
    ),
    Case(
        "cell for, more cells than columns",
        tbl(tr("{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}"), grid=(1000, 2000, 3000)),
        {"xs": list("abcde")},
        ["a", "b", "c", "d", "e"],
        tbl(row("a", "b", "c", "d", "e"), grid=(600, 1200, 1800, 1200, 1200)),
    ),
    Case(
        "cell for, fewer cells than columns",
        tbl(tr("{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}"), grid=(1000, 2000, 3000)),
        TWO,
        ["a", "b"],
        tbl(row("a", "b"), grid=(2500, 3500)),
    ),
    Case(
        "cell for, as many cells as columns",
        tbl(tr("{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}"), grid=(1000, 2000, 3000)),
        LETTERS,
        ["a", "b", "c"],
        tbl(row("a", "b", "c"), grid=(1000, 2000, 3000)),
    ),
    Case(
        "cell for in row for",
        tbl(
            tr("{%tr for row in rows %}", ""),
            tr("{%tc for x in row %}", "{{ x }}", "{%tc endfor %}"),
            tr("{%tr endfor %}", ""),
        ),
        {"rows": [[1, 2, 3], [4]]},
        ["1", "2", "3", "4"],
        tbl(row("1", "2", "3"), row("4"), grid=(1333, 1333, 1333)),
    ),
    Case(
        "cell if",
        tbl(tr("a", "{%tc if yes %}", "b", "{%tc endif %}")),
        NO,
        ["a"],
        tbl(tr("a"), grid=(4000,)),
    ),
    Case(
        "table in a cell",
        tbl(
            tr("{%tr for rows in groups %}", ""),
            tr(
                "{{ loop.index }}",
                tc(
                    tbl(
                        tr("{%tr for x in rows %}", ""),
                        tr("{{ x }}", "b"),
                        tr("{%tr endfor %}", ""),
                    ),
                    p(),
                ),
            ),
            tr("{%tr endfor %}", ""),
        ),
        {"groups": [["a"], ["c", "d"]]},
        ["1", "a", "b", "", "2", "c", "b", "d", "b", ""],
        tbl(
            tr(tc(p(kept("1"))), tc(tbl(tr(tc(p(kept("a"))), "b")), p())),
            tr(
                tc(p(kept("2"))),
                tc(tbl(tr(tc(p(kept("c"))), "b"), tr(tc(p(kept("d"))), "b")), p()),
            ),
        ),
    ),
    Case(
        "merged down",
        tbl(
            tr("{%tr for x in xs %}", ""),
            tr("{% vm %}{{ unit }}", "{{ x }}"),
            tr("{%tr endfor %}", ""),
        ),
        {"unit": "A", **LETTERS},
        ["A", "a", "", "b", "", "c"],
        tbl(
            tr(tc(p(kept("A")), properties='<w:vMerge w:val="restart"/>'), tc(p(kept("a")))),
            tr(tc(p(kept("")), properties='<w:vMerge w:val="continue"/>'), tc(p(kept("b")))),
            tr(tc(p(kept("")), properties='<w:vMerge w:val="continue"/>'), tc(p(kept("c")))),
        ),
    ),
    Case(
        "merged across",
        tbl(
            tr("{%tc for x in xs %}", "{% hm %}{{ unit }}", "{%tc endfor %}"),
            tr("{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}"),
            grid=(2000, 2000, 2000),
        ),
        {"unit": "A", **LETTERS},
        ["A", "a", "b", "c"],
        tbl(
            tr(tc(p(kept("A")), properties='<w:gridSpan w:val="3"/>')),
            row("a", "b", "c"),
            grid=(2000, 2000, 2000),
        ),
    ),
    Case(
        "merged across, each cell wide already",
        tbl(
            tr(
                "{%tc for x in xs %}",
                tc("{% hm %}{{ unit }}", properties='<w:gridSpan w:val="2"/>'),
                "{%tc endfor %}",
            ),
            tr("{%tc for x in xs %}", "{{ x.name }}", "{{ x.unit }}", "{%tc endfor %}"),
            grid=(1000, 1000, 1000, 1000),
        ),
        {"unit": "C", **PEOPLE},
        ["C", "Lan", "A", "Hà", "B"],
        tbl(
            tr(tc(p(kept("C")), properties='<w:gridSpan w:val="4"/>')),
            row("Lan", "A", "Hà", "B"),
            grid=(1000, 1000, 1000, 1000),
        ),
    ),
    Case(
        "as wide as told",
        tbl(
            tr(
                tc(
                    p("{% colspan n %}", r("{{ unit }}", BOLD)),
                    width=0,
                    properties='<w:vAlign w:val="center"/>',
                )
            ),
            tr("a", "b", "c"),
            grid=(2000, 2000, 2000),
        ),
        {"n": 3, "unit": "A"},
        ["A", "a", "b", "c"],
        tbl(
            tr(
                tc(
                    p(kept("A", BOLD)),
                    width=0,
                    properties='<w:gridSpan w:val="3"/><w:vAlign w:val="center"/>',
                )
            ),
            tr("a", "b", "c"),
            grid=(2000, 2000, 2000),
        ),
    ),
    Case(
        "as wide as told, more than the columns",
        tbl(
            tr(
                tc("{% colspan n %}a", width=0, properties='<w:vAlign w:val="center"/>'),
                "b",
            ),
            grid=(2000,),
        ),
        {"n": 1},
        ["a", "b"],
        tbl(
            tr(
                tc(
                    "a",
                    width=0,
                    properties='<w:gridSpan w:val="1"/><w:vAlign w:val="center"/>',
                ),
                "b",
            ),
            grid=(1000, 1000),
        ),
    ),
    Case(
        "coloured as told",
        tbl(
            tr(
                tc(
                    "{% cellbg colour %}{{ x }}",
                    width=0,
                    properties='<w:shd w:val="clear" w:fill="FFFFFF"/><w:vAlign w:val="center"/>',
                )
            ),
            grid=(2000,),
        ),
        {"colour": "EEECE1", "x": "a"},
        ["a"],
        tbl(
            tr(
                tc(
                    p(kept("a")),
                    width=0,
                    properties='<w:shd w:val="clear" w:color="auto" w:fill="EEECE1"/>'
                    '<w:vAlign w:val="center"/>',
                )
            ),
            grid=(2000,),
        ),
    ),
]

MERGED = p("Ở {% if yes -%}") + p("phố") + p("{%- else -%}") + p("quê") + p("{%- endif %} và vui.")
SPLIT = [
    Case("joined with its neighbours", MERGED, YES, ["Ở phố và vui."], p(kept("Ở phố và vui."))),
    Case("joined, the other way", MERGED, NO, ["Ở quê và vui."], p(kept("Ở quê và vui."))),
    Case(
        "tag over runs",
        p("Kính gửi {{ na", r("me", BOLD), " }}."),
        LAN,
        ["Kính gửi Lan."],
        p(kept("Kính gửi Lan.")),
    ),
    Case(
        "tag over runs, the first one's look",
        p(r("{{", ITALIC), r(" name", BOLD), "}} a"),
        LAN,
        ["Lan a"],
        p(kept("Lan a", ITALIC)),
    ),
    Case(
        "braces over runs",
        p("Kính gửi {", r("{ name }", BOLD), "}."),
        LAN,
        ["Kính gửi Lan."],
        p(kept("Kính gửi Lan.")),
    ),
    Case(
        "statement over runs",
        p("{", "% if yes %", "}a{% end", "if %", "}"),
        YES,
        ["a"],
        p(kept("a")),
    ),
    Case("a letter a run", p(*"{{name}}"), LAN, ["Lan"], p(kept("Lan"))),
    Case(
        "spelling and bookmarks in a tag",
        p(
            "{{ ",
            '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="b"/>',
            "name",
            '<w:bookmarkEnd w:id="0"/><w:proofErr w:type="spellEnd"/>',
            " }}",
        ),
        LAN,
        ["Lan"],
        p(kept("Lan")),
    ),
    Case(
        "paragraph's tag over runs",
        p(r("{%p for x ", BOLD), r("in xs %}", ITALIC)) + p("{{ x }}") + p("{%p ", "endfor %}"),
        TWO,
        ["a", "b"],
        p(kept("a")) + p(kept("b")),
    ),
    Case(
        "row's tag over runs",
        tbl(tr(tc(p("{%tr for ", "x in xs %}")), ""), tr("{{ x }}", "c"), tr("{%tr endfor %}", "")),
        TWO,
        ["a", "c", "b", "c"],
        tbl(tr(tc(p(kept("a"))), "c"), tr(tc(p(kept("b"))), "c")),
    ),
    Case(
        "line break in a tag",
        p(r(t("{{ name") + BR + t("|upper }}"))),
        LAN,
        ["LAN"],
        p(kept("LAN")),
    ),
]

TYPING = [
    Case(
        "curly quotes in tags",
        p("{{ “Kính gửi ” ~ name }}{% if name == ‘Lan’ %} ạ{% endif %}"),
        LAN,
        ["Kính gửi Lan ạ"],
        p(kept("Kính gửi Lan ạ")),
    ),
    Case(
        "curly quotes around tags",
        p("“{{ name }}”, ‘{{ name }}’"),
        LAN,
        ["“Lan”, ‘Lan’"],
        p(kept("“Lan”, ‘Lan’")),
    ),
    Case(
        "comparisons",
        p("{% if n &lt; 2 %}ít{% endif %}{% if n &gt;= 2 and 1 &lt; n %}nhiều{% endif %}"),
        {"n": 2},
        ["nhiều"],
        p(kept("nhiều")),
    ),
    Case(
        "ampersand in a tag",
        p('{% if x == "R&amp;D" %}{{ "&amp;lt;" }}{% endif %}'),
        {"x": "R&D"},
        ["&lt;"],
        p(kept("&amp;lt;")),
        unlike="compares with R&amp;D, letter by letter",
    ),
    Case(
        "no-break blanks in tags",
        p("{{\u00a0name\u00a0}}{%\u00a0if yes\u00a0%}!{% endif %}"),
        {**LAN, **YES},
        ["Lan!"],
        p(kept("Lan!")),
    ),
    Case("name with marks", p("{{ tên }}"), {"tên": "Lan"}, ["Lan"], p(kept("Lan"))),
    Case(
        "name from a Mac, data not",
        p(nfd("{{ tên }}, {{ người.tên }}, {{ người['tên'] }}")),
        {"tên": "Lan", "người": {"tên": "Hà"}},
        ["Lan, Hà, Hà"],
        p(kept("Lan, Hà, Hà")),
        unlike="finds no such name",
    ),
    Case(
        "data from a Mac, name not",
        p("{{ tên }}, {{ người.tên }}, {{ người['tên'] }}"),
        {nfd("tên"): "Lan", nfd("người"): {nfd("tên"): "Hà"}},
        ["Lan, Hà, Hà"],
        p(kept("Lan, Hà, Hà")),
        unlike="finds no such name",
    ),
    Case(
        "all from a Mac",
        p(nfd("{{ people|map(attribute='tên')|join }}")),
        {"people": [{nfd("tên"): "Lan"}]},
        ["Lan"],
        p(kept("Lan")),
    ),
    Case(
        "a value from a Mac stays",
        p("{{ tên }}"),
        {"tên": nfd("Hà")},
        [nfd("Hà")],
        p(kept(nfd("Hà"))),
    ),
    Case(
        "keys that are numbers",
        p("{{ tên[1] }}"),
        {"tên": {1: "Lan"}},
        ["Lan"],
        p(kept("Lan")),
    ),
]

CHANGED = f'{BOLD}<w:rPrChange w:id="1" w:author="Lan"><w:rPr>{ITALIC}</w:rPr></w:rPrChange>'
IN_BOLD = p(r("{{ x }}", BOLD), properties=CENTRED)
WHITE_SPACE = [
    Case(
        "template's own tab and line break",
        p(r("a\tb\nc", BOLD)),
        {},
        ["a\tb\nc"],
        p(r("a", BOLD), r(TAB, BOLD), r(kept_t("b") + BR + kept_t("c"), BOLD)),
    ),
    Case(
        "template's own tab beside a tag",
        p(r("a\t{{ x }}", BOLD)),
        {"x": "b\tc"},
        ["a\tb\tc"],
        p(kept("a", BOLD), *[r(TAB, BOLD), kept("b", BOLD)], *[r(TAB, BOLD), kept("c", BOLD)]),
    ),
    Case(
        "line break in a value",
        IN_BOLD,
        {"x": "a\nb"},
        ["a\nb"],
        p(r(kept_t("a") + BR + kept_t("b"), BOLD), properties=CENTRED),
    ),
    Case(
        "tab in a value",
        IN_BOLD,
        {"x": "a\tb"},
        ["a\tb"],
        p(kept("a", BOLD), r(TAB, BOLD), kept("b", BOLD), properties=CENTRED),
    ),
    Case(
        "line breaks and tabs in a value",
        IN_BOLD,
        {"x": "\n\t\nb\n"},
        ["\n\t\nb\n"],
        p(
            r(kept_t("") + BR + kept_t(""), BOLD),
            r(TAB, BOLD),
            r(kept_t("") + BR + kept_t("b") + BR + kept_t(""), BOLD),
            properties=CENTRED,
        ),
    ),
    Case(
        "line break in a value, the run's look empty",
        f"<w:p><w:r><w:rPr/>{t('{{ x }}')}</w:r></w:p>",
        {"x": "a\tb"},
        ["a\tb"],
        f"<w:p><w:r><w:rPr/>{kept_t('a')}</w:r>{r(TAB)}{kept('b')}</w:p>",
    ),
    Case(
        "tab in a value, the run's look changed by somebody",
        p(r("{{ x }}", CHANGED)),
        {"x": "a\tb"},
        ["a\tb"],
        # The change is told once: its id must not be another's.
        p(kept("a", CHANGED), r(TAB, BOLD), kept("b", BOLD)),
        unlike="takes the end of the older look for that of the newer",
    ),
    Case(
        "XML in lines",
        "\n  ".join(["", p("{%p for x in xs %}"), p("{{ x }}"), p("{%p endfor %}"), ""]),
        {"xs": ["a\nb", "c"]},
        ["a\nb", "c"],
        p(r(kept_t("a") + BR + kept_t("b"))) + p(kept("c")),
    ),
    Case(
        "line breaks of Windows and of old Macs",
        p("{{ x }}"),
        {"x": "a\r\nb\rc"},
        ["a\nb\nc"],
        p(r(kept_t("a") + BR + kept_t("b") + BR + kept_t("c"))),
        unlike="leaves them to XML, which makes them blanks",
    ),
    Case(
        "what markup is made of",
        p("&lt;{{ x }}&gt;"),
        {"x": "<w:br/> & &amp; \"a\" 'b' ]]>"},
        ["<<w:br/> & &amp; \"a\" 'b' ]]>>"],
        p(kept("&lt;&lt;w:br/&gt; &amp; &amp;amp; \"a\" 'b' ]]&gt;&gt;")),
    ),
    Case(
        "tags in a value",
        p("{{ x }}"),
        {"x": "{{ y }} {% if z %} {# #}", "y": "no"},
        ["{{ y }} {% if z %} {# #}"],
        p(kept("{{ y }} {% if z %} {# #}")),
    ),
    Case(
        "signs for braces in a value",
        p("{{ x }}"),
        {"x": "{_{ y }_} {_% z %_}"},
        ["{_{ y }_} {_% z %_}"],
        p(kept("{_{ y }_} {_% z %_}")),
        unlike="makes tags of them",
    ),
]

LINES = "a\nb"
NOTED = {kind: {"body": p("a", reference(kind))} for kind in ("footnote", "endnote", "comment")}
PLACES = [
    Case(
        "alt text",
        p(r(picture(alt="{{ x }}"))),
        {"x": "A & \"B\" 'C' <D>"},
        [""],
        p(r(picture(id=1001, alt="A &amp; &quot;B&quot; 'C' &lt;D&gt;"))),
    ),
    Case(
        "lines in alt text",
        p(r(picture(alt="{{ x }}"))),
        {"x": "a\nb\tc\rd"},
        [""],
        p(r(picture(id=1001, alt="a&#10;b&#9;c&#13;d"))),
        unlike="leaves them to XML, which makes them blanks",
    ),
    Case(
        "condition in alt text",
        p(r(picture(alt="{% if yes %}a{% else %}b{% endif %}"))),
        NO,
        [""],
        p(r(picture(id=1001, alt="b"))),
    ),
    Case(
        "quotes in a tag in alt text",
        p(r(picture(alt="{{ xs|join(&quot; &amp; &quot;) }}"))),
        TWO,
        [""],
        p(r(picture(id=1001, alt="a &amp; b"))),
        unlike="cannot read the tag",
    ),
    Case(
        "link and its tooltip",
        p(kept("a "), link(r("{{ x }}", BOLD), tooltip="{{ x }}"), " b"),
        {"x": 'Đọc & "xem"'},
        ['a Đọc & "xem" b'],
        p(
            kept("a "),
            link(kept('Đọc &amp; "xem"', BOLD), tooltip="Đọc &amp; &quot;xem&quot;"),
            " b",
        ),
    ),
    Case(
        "drawings in a loop",
        p(r(picture(id=1)))
        + p("{%p for x in xs %}")
        + p(r(picture(id=7, alt="{{ x }}")))
        + p("{%p endfor %}"),
        TWO,
        ["", "", ""],
        p(r(picture(id=1001))) + p(r(picture(id=1002, alt="a"))) + p(r(picture(id=1003, alt="b"))),
    ),
    Case(
        "text box and its fallback",
        p("a", r(text_box(p(r("{{ x }}", BOLD), properties=CENTRED)))),
        {"x": "b\nc\td"},
        ["a", *["b\nc\td"] * 2],
        p(
            "a",
            r(
                text_box(
                    p(
                        r(kept_t("b") + BR + kept_t("c"), BOLD),
                        r(TAB, BOLD),
                        kept("d", BOLD),
                        properties=CENTRED,
                    ),
                    id=1001,
                )
            ),
        ),
    ),
    Case(
        "text box in a run with a look of its own",
        p(r(text_box(p(r("{{ x }}", BOLD))), "<w:noProof/>")),
        {"x": "b\tc"},
        ["", *["b\tc"] * 2],
        p(
            r(text_box(p(kept("b", BOLD), r(TAB, BOLD), kept("c", BOLD)), id=1001), "<w:noProof/>"),
        ),
        unlike="gives the tab the look of the run around the box",
    ),
    Case(
        "paragraph for in a text box",
        p(r(text_box(p("{%p for x in xs %}"), p("{{ x }}"), p("{%p endfor %}")))),
        TWO,
        ["", *TWO["xs"], *TWO["xs"]],
        p(r(text_box(p(kept("a")), p(kept("b")), id=1001))),
    ),
    Case("content control", control(p("{{ name }}")), LAN, ["Lan"], control(p(kept("Lan")))),
    Case(
        "content control in a line",
        p("a ", control(r("{{ name }}", BOLD)), " b"),
        LAN,
        ["a Lan b"],
        p("a ", control(kept("Lan", BOLD)), " b"),
    ),
    Case(
        "content control in a loop, its label filled",
        p("{%p for x in xs %}") + control(p("{{ x }}"), alias="Ô {{ x }}") + p("{%p endfor %}"),
        TWO,
        ["a", "b"],
        control(p(kept("a")), alias="Ô a") + control(p(kept("b")), alias="Ô b"),
    ),
    Case(
        "rows in a content control",
        tbl(
            tr("a", "b"),
            control(tr("{%tr for x in xs %}", "") + tr("{{ x }}", "c") + tr("{%tr endfor %}", "")),
        ),
        TWO,
        ["a", "b", "a", "c", "b", "c"],
        tbl(tr("a", "b"), control(tr(tc(p(kept("a"))), "c") + tr(tc(p(kept("b"))), "c"))),
    ),
    Case(
        "tracked insertion and deletion",
        p(
            f'<w:ins w:id="1" w:author="Lan">{r("{{ name }}")}</w:ins>'
            '<w:del w:id="2" w:author="Lan"><w:r><w:delText>{{ name }}</w:delText></w:r></w:del>'
        ),
        LAN,
        ["Lan"],
        p(
            f'<w:ins w:id="1" w:author="Lan">{kept("Lan")}</w:ins>'
            '<w:del w:id="2" w:author="Lan"><w:r><w:delText>Lan</w:delText></w:r></w:del>'
        ),
    ),
    Case(
        "fields",
        p(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            '<w:r><w:instrText xml:space="preserve"> REF {{ name }} </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            f'<w:fldSimple w:instr=" REF {{{{ name }}}} ">{r("{{ name }}")}</w:fldSimple>',
        ),
        LAN,
        ["Lan"],
        p(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            '<w:r><w:instrText xml:space="preserve"> REF Lan </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            f'<w:fldSimple w:instr=" REF Lan ">{kept("Lan")}</w:fldSimple>',
        ),
    ),
    Case(
        "formula",
        p("<m:oMath><m:r><m:t>x={{ n }}</m:t></m:r></m:oMath>"),
        {"n": 2},
        [""],
        p("<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>"),
    ),
    Case(
        "header",
        p(r("{{ x }}", BOLD)),
        {"x": LINES},
        [LINES],
        p(r(kept_t("a") + BR + kept_t("b"), BOLD)),
        part="header",
    ),
    Case(
        "header of the first page",
        p("{{ name }} một"),
        LAN,
        ["Lan một"],
        p(kept("Lan một")),
        part="first_header",
        beside={"header": p("{{ name }}"), "even_header": p("không có thẻ")},
    ),
    Case(
        "header of even pages",
        p("{{ name }} hai"),
        LAN,
        ["Lan hai"],
        p(kept("Lan hai")),
        part="even_header",
        beside={"header": p("{{ name }}"), "first_header": p("{{ name }} một")},
    ),
    Case(
        "header with a table",
        tbl(HEADING, *ROWS) + p("{%p if xs %}") + p("có") + p("{%p endif %}"),
        PEOPLE,
        ["Tên", "Đơn vị", "Lan", "A", "Hà", "B", "có"],
        tbl(HEADING, row("Lan", "A"), row("Hà", "B")) + p("có"),
        part="header",
    ),
    Case("header without tags", p("a\tb"), {}, ["a\tb"], p("a", r(TAB), kept("b")), part="header"),
    Case(
        "drawing in a header",
        p(r(text_box(p("{{ name }}"), id=5))),
        LAN,
        ["", "Lan", "Lan"],
        p(r(text_box(p(kept("Lan")), id=5))),
        part="header",
    ),
    Case("footer", p("{{ x }}"), {"x": "A & B"}, ["A & B"], p(kept("A &amp; B")), part="footer"),
    Case(
        "footer of the first page",
        p("{{ name }}"),
        LAN,
        ["Lan"],
        p(kept("Lan")),
        part="first_footer",
        beside={"footer": p("{{ name }}")},
    ),
    Case(
        "footnote",
        note("footnote", p(" {{ x }}", "b")),
        {"x": LINES},
        [" a\nbb"],
        note("footnote", p(r(kept_t(" a") + BR + kept_t("b")), "b")),
        part="footnotes",
        beside=NOTED["footnote"],
    ),
    Case(
        "endnote",
        note("endnote", p("{{ x }}")),
        {"x": LINES},
        [LINES],
        note("endnote", p(r(kept_t("a") + BR + kept_t("b")))),
        part="endnotes",
        beside=NOTED["endnote"],
        unlike="leaves endnotes as they are",
    ),
    Case(
        "comment of a reader",
        note("comment", p("{{ x }}")),
        {"x": LINES},
        [LINES],
        note("comment", p(r(kept_t("a") + BR + kept_t("b")))),
        part="comments",
        beside=NOTED["comment"],
        unlike="leaves comments as they are",
    ),
    Case(
        "properties of the file",
        core(title="{{ name }}", creator="{% if yes %}A{% endif %}", subject="Về {{ name }}"),
        {**LAN, **YES},
        ["A", "", "", "", "Về Lan", "Lan"],
        core(title="Lan", creator="A", subject="Về Lan"),
        part="core",
    ),
    Case(
        "markup in properties of the file",
        core(title="{{ x }}"),
        {"x": "A & <B> \"C\" 'D'"},
        ["", "", "", "", "", "A & <B> \"C\" 'D'"],
        core(title="A &amp; &lt;B&gt; \"C\" 'D'"),
        part="core",
        unlike="escapes them twice",
    ),
    Case(
        "long properties of the file",
        core(title="{{ x }}"),
        {"x": "a" * 300},
        ["", "", "", "", "", "a" * 300],
        core(title="a" * 300),
        part="core",
        unlike="refuses more than 255 letters",
    ),
]


def inserted(*runs: str) -> str:
    """What was added with changes tracked."""
    return f'<w:ins w:id="1" w:author="Lan">{"".join(runs)}</w:ins>'


ACROSS = [
    Case(
        "tag into a tracked change",
        p(r("{{ na"), inserted(r("me }}")), r("!")),
        LAN,
        ["Lan!"],
        p(r(kept_t("Lan")), inserted(r("")), r("!")),
        unlike="loses what follows",
    ),
    Case(
        "tag out of a tracked change",
        p(inserted(r("{{ na")), r("me }}!")),
        LAN,
        ["Lan!"],
        p(inserted(r(kept_t("Lan"))), r("!")),
        unlike="leaves no XML, which its parser mends",
    ),
    Case(
        "tag into a link",
        p(r("a {% if na"), link(r("me %}b {{ na")), r("me }}{% endif %} c")),
        LAN,
        ["a b Lan c"],
        p(r(kept_t("a ")), link(r(kept_t("b Lan"))), r(kept_t(" c"))),
        unlike="loses the link",
    ),
]

CASES = [
    *ACROSS,
    *(*EXPRESSIONS, *CONDITIONS, *LOOPS, *PARAGRAPHS, *RUNS, *COMMENTS),
    *(*TABLES, *SPLIT, *TYPING, *WHITE_SPACE, *PLACES),
]
