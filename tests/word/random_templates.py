"""Random templates: paragraphs, tables, text boxes, a header, with tags of all kinds in them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from small_docx import (
    BOLD,
    CENTRED,
    ITALIC,
    control,
    docx_of,
    kept,
    link,
    p,
    picture,
    r,
    tbl,
    tc,
    text_box,
    tr,
)

# No tabs: which look they get where a loop ends in another run, the table of grammar tells.
DATA: dict[str, Any] = {
    "x": "A & <b>\n\nĐ",
    "blank": " a ",
    "none": "",
    "n": 2,
    "yes": True,
    "no": False,
    "xs": ["a", "b & c", "d\ne"],
    "few": ["một"],
    "empty": [],
    "rows": [["a", "b"], [], ["c"]],
}
LISTS = ("xs", "few", "empty", "rows[0]", "[1, 2, 3, 4]")
LOOKS = ("", "", BOLD, ITALIC, f"{BOLD}{ITALIC}")
WORDS = ("Điều 1. ", " và ", "a", "“b”", "&amp;", "&lt;", ";", " ", "x: ")
VALUES = (
    *("x", "blank", "none", "n", "xs[1]", "x|upper", "n + 1", "'c'", "“d”", "xs|join(', ')"),
    *("loop.index if loop is defined else 0", "one|default('–')", "xs|length &gt; 2"),
)
COUNTS = (
    *("", "{{ loop.index }}", "{{ loop.length }}{{ loop.revindex }}"),
    *("{% if loop.last %}.{% else %}; {% endif %}", "{% if loop.first %}1{% endif %}"),
)
CONDITIONS = ("yes", "no", "n == 2", "n &lt; 2", "x and not none", "empty", "'a' in xs")

Wrap = Callable[[str], str]

values = st.sampled_from(VALUES).map(lambda value: f"{{{{ {value} }}}}")
comments = st.just("{# ghi chú #}")
conditions = st.sampled_from(CONDITIONS)
lists = st.sampled_from(LISTS)
looks = st.sampled_from(LOOKS)


def inline(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Text with a condition or a loop in it."""
    whether = st.tuples(conditions, inner, inner).map(
        lambda t: f"{{% if {t[0]} %}}{t[1]}{{% else %}}{t[2]}{{% endif %}}"
    )
    each = st.tuples(lists, inner, st.sampled_from(COUNTS)).map(
        lambda t: f"{{% for one in {t[0]} %}}{t[1]}{{{{ one }}}}{t[2]}{{% endfor %}}"
    )
    return st.one_of(whether, each, st.lists(inner, max_size=3).map("".join))


plain = st.one_of(st.sampled_from(WORDS), values, comments)
sentences = st.recursive(plain, inline, max_leaves=5)
BETWEEN = (
    *("", "", "", '<w:proofErr w:type="spellStart"/>', "<w:bookmarkEnd w:id='9'/>"),
    *("<w:r><w:tab/></w:r>", "<w:r><w:lastRenderedPageBreak/></w:r>"),
)


@st.composite
def runs(draw: st.DrawFn, text: str) -> str:
    """The text cut anywhere but in an entity, each piece a run with a look of its own."""
    ends = [i for i in range(1, len(text)) if "&" not in text[max(0, i - 4) : i]]
    cuts = sorted(draw(st.sets(st.sampled_from(ends), max_size=4))) if ends else []
    made = []
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        write = draw(st.sampled_from([r, kept]))
        made.append(write(text[start:end], draw(looks)) + draw(st.sampled_from(BETWEEN)))
    return "".join(made)


BESIDE = (
    *([("", "")] * 4),
    ("", link(r("{{ x }}"), tooltip="{{ n }}")),
    (control(r("{{ x }}", BOLD)), ""),
    ("", r(picture(alt="{{ blank }}"))),
    (r("{%r if yes %}"), r("{%r endif %}")),
    (r("{%r for one in xs %}", BOLD), r("{%r endfor %}")),
    (r("{% raw %}{{ x }}{% endraw %}"), r("{_{ x }_}")),
)


@st.composite
def paragraphs(draw: st.DrawFn, text: str | None = None) -> str:
    made = draw(runs(draw(sentences) if text is None else text))
    if text is None:
        before, after = draw(st.sampled_from(BESIDE))
        made = before + made + after
    return p(made, properties=draw(st.sampled_from(["", CENTRED]))) if made else p()


@st.composite
def around(draw: st.DrawFn, kind: str, inner: str, wrap: Wrap, other: str = "") -> str:
    """What a condition or a loop of a kind ({%p, {%tr, {%tc) leaves out or repeats."""
    if draw(st.booleans()):
        begin, end = f"for one in {draw(lists)}", "endfor"
    else:
        begin, end = f"if {draw(conditions)}", "endif"
        inner += wrap(f"{{%{kind} else %}}") + other if other else ""
    return wrap(f"{{%{kind} {begin} %}}") + inner + wrap(f"{{%{kind} {end} %}}")


CELL_TAGS = (*[""] * 4, "{% cellbg 'EEEEEE' %}", "{% colspan n %}", "{% vm %}", "{% hm %}")


@st.composite
def cells(draw: st.DrawFn, depth: int) -> str:
    tag = draw(st.sampled_from(CELL_TAGS))
    look = '<w:vAlign w:val="center"/>' if tag else ""
    content = [draw(paragraphs(tag + draw(sentences)) if tag else paragraphs())]
    if depth and draw(st.integers(0, 5)) == 0:
        content = [draw(tables(depth - 1)), p()]
    elif draw(st.integers(0, 3)) == 0:
        content.append(draw(around("p", draw(paragraphs()), p)))
    return tc(*content, width=0 if tag else 1000, properties=look)


@st.composite
def rows(draw: st.DrawFn, columns: int, depth: int) -> str:
    made = [draw(cells(depth)) for _ in range(columns)]
    if draw(st.integers(0, 2)) == 0:
        at = draw(st.integers(0, columns - 1))
        made[at] = draw(around("tc", made[at], tc))
    return f"<w:tr>{''.join(made)}</w:tr>"


@st.composite
def tables(draw: st.DrawFn, depth: int = 1) -> str:
    columns = draw(st.integers(1, 3))
    made = []
    for _ in range(draw(st.integers(1, 3))):
        row = draw(rows(columns, depth))
        if draw(st.booleans()):
            row = draw(around("tr", row, tag_row(columns), draw(rows(columns, 0))))
        made.append(row)
    widths = [draw(st.integers(100, 3000)) for _ in range(columns)]
    return tbl(*made, grid=tuple(widths))


def tag_row(columns: int) -> Wrap:
    return lambda tag: tr(tag, *[""] * (columns - 1))


@st.composite
def blocks(draw: st.DrawFn, depth: int = 2) -> str:
    kind = draw(st.sampled_from(["p", "p", "p", "tbl", "box", "sdt", "around"]))
    if kind == "tbl":
        return draw(tables()) + p()
    if kind == "box":
        return p(r(text_box(draw(paragraphs()), draw(around("p", draw(paragraphs()), p)))))
    if kind == "sdt":
        return control(draw(paragraphs()))
    if kind == "around" and depth:
        inner = "".join(draw(st.lists(blocks(depth - 1), min_size=1, max_size=2)))
        return draw(around("p", inner, p, draw(paragraphs())))
    return draw(paragraphs())


templates = st.tuples(
    st.lists(blocks(), min_size=1, max_size=4).map("".join),
    st.fixed_dictionaries({}, optional={part: blocks() for part in ("header", "footer")}),
).map(lambda drawn: docx_of(drawn[0], **drawn[1]))
