"""Templates with one fault each: the body of a template, and code, place and tag of its fault."""

from __future__ import annotations

from dataclasses import dataclass

from small_docx import link, p, picture, r, tbl, tc, text_box, tr


@dataclass(frozen=True)
class Case:
    """A body with one fault. place: behind the part's name; words: what the message says too."""

    body: str
    code: str
    place: str
    tag: str
    words: str = ""


def tag(text: str, code: str, words: str = "") -> Case:
    """A tag that is wrong wherever it stands."""
    return Case(p(text), code, "đoạn 1", text, words)


def within(text: str, found: str, code: str, words: str = "") -> Case:
    """A tag that is wrong in one paragraph with others."""
    return Case(p(text), code, "đoạn 1", found, words)


IF, X, ENDIF = p("{%p if slogan %}"), p("x"), p("{%p endif %}")
ROWS = (tr("{%tr for m in members %}", ""), tr("{{ m.name }}", "x"), tr("{%tr endfor %}", ""))
DEEP = "not " * 80 + "subject"

WRITING = [
    within("x }}", "}}", "tag_unopened", "{{"),
    within("x %} y", "%}", "tag_unopened", "{%"),
    within("x #}", "#}", "tag_unopened", "{#"),
    tag("{{ subject", "tag_unclosed", "}}"),
    tag("{% if slogan", "tag_unclosed", "%}"),
    tag("{# ghi chú", "tag_unclosed", "#}"),
    within("{{ subject %} x", "{{ subject %}", "tag_unclosed", "}}"),
    within("{% if slogan }} x", "{% if slogan }}", "tag_unclosed", "%}"),
    within("{{ subject {{ subject }}", "{{ subject", "tag_unclosed"),
    Case(p("x") + p("{{ sub") + p("x"), "tag_unclosed", "đoạn 2", "{{ sub"),
    Case(p(r("{"), r("{ subject"), r("|bare")), "tag_unclosed", "đoạn 1", "{{ subject|bare"),
    within("{ { subject } }", "{ {", "sign_apart", "viết liền"),
    within("{ % if slogan % }x", "{ %", "sign_apart"),
    within("{{ subject }}}", "}}}", "sign_apart"),
    tag("{{ }}", "tag_empty"),
    tag("{{p }}", "tag_empty"),
    tag("{% %}", "tag_empty"),
    tag("{{ subject kind }}", "tag_syntax", "gặp “kind”"),
    tag("{{ subject. }}", "tag_syntax", "thiếu tên sau dấu chấm"),
    tag("{{ (subject }}", "tag_syntax", "cần “)”"),
    tag("{{ 'a }}", "tag_syntax", "nháy chưa đóng"),
    within(f"{{{{ {DEEP} }}}}", f"{{{{ {DEEP}"[:120] + "…", "tag_syntax", "nhiều tầng"),
    within("{% if slogan == %}x{% endif %}", "{% if slogan == %}", "tag_syntax", "trước dấu %}"),
    within("{% if kind = 'a' %}x{% endif %}", "{% if kind = 'a' %}", "tag_syntax", "“=”"),
    within("{% if slogan %}x{% endif x %}", "{% endif x %}", "tag_syntax", "“x”"),
    within("{% for m of goals %}{{ m }}{% endfor %}", "{% for m of goals %}", "tag_syntax", "“of”"),
    tag("{% set = 1 %}", "tag_syntax", "“=”"),
    Case(
        p("{%pif slogan %}") + X + ENDIF, "tag_level_blank", "đoạn 1", "{%pif slogan %}", "{%p if"
    ),
    Case(p("{%pp if slogan %}") + X + ENDIF, "tag_level", "đoạn 1", "{%pp if slogan %}", "“pp”"),
    Case(p("{% p if slogan %}") + X + ENDIF, "tag_level", "đoạn 1", "{% p if slogan %}"),
    Case(p("{%-p if slogan %}") + X + ENDIF, "tag_level", "đoạn 1", "{%-p if slogan %}"),
    Case(p("{%p\u00a0if slogan %}") + X + ENDIF, "tag_level", "đoạn 1", "{%p if slogan %}"),
    tag("{{ p subject }}", "tag_level"),
    Case(
        p("{%p if copies is not none and copies % 2 %}") + X + ENDIF,
        "tag_level_sign",
        "đoạn 1",
        "{%p if copies is not none and copies % 2 %}",
    ),
    tag("{% foobarbaz %}", "statement_unknown", "Hãy bỏ"),
    within("{% iff slogan %}x{% endif %}", "{% iff slogan %}", "statement_unknown", "“if”"),
    within("{% if slogan %}x{% end if %}", "{% end if %}", "statement_unknown", "“endif”"),
    within("{% if slogan %}x{% endfi %}", "{% endfi %}", "statement_unknown", "“endif”"),
    within(
        "{% if slogan %}x{% else if kind %}y{% endif %}",
        "{% else if kind %}",
        "statement_unknown",
        "“elif”",
    ),
    within(
        "{% if slogan %}x{% elseif kind %}y{% endif %}",
        "{% elseif kind %}",
        "statement_unknown",
        "“elif”",
    ),
]

BLOCKS = [
    within("{% if slogan %}x", "{% if slogan %}", "block_unclosed", "{% endif %}"),
    Case(IF + X, "block_unclosed", "đoạn 1", "{%p if slogan %}", "{%p endif %}"),
    within("{% for m in goals %}x", "{% for m in goals %}", "block_unclosed", "{% endfor %}"),
    Case(IF + p("a {% if urgent %}b") + ENDIF, "block_unclosed", "đoạn 2", "{% if urgent %}"),
    Case(
        IF + p("{%p if urgent %}") + p("{% if sent %}{% if slogan %}a{% endif %}") + ENDIF * 2,
        *("block_unclosed", "đoạn 3", "{% if sent %}"),
    ),
    within("{% set x %}y", "{% set x %}", "block_unclosed", "{% endset %}"),
    within("{% with x = 1 %}y", "{% with x = 1 %}", "block_unclosed", "{% endwith %}"),
    within("{% raw %}{{ subject", "{% raw %}", "block_unclosed", "{% endraw %}"),
    within("x{% endif %}", "{% endif %}", "block_unopened", "{% if %}"),
    within("x{% endraw %}", "{% endraw %}", "block_unopened", "{% raw %}"),
    within("x{% else %}y", "{% else %}", "block_unopened", "{% if %}"),
    within("{% set x %}{% else %}{% endset %}", "{% else %}", "block_unopened"),
    Case(X + ENDIF, "block_unopened", "đoạn 2", "{%p endif %}"),
    within("{% if slogan %}{% else %}{% else %}{% endif %}", "{% else %}", "block_order"),
    within(
        "{% for m in goals %}{% if slogan %}x{% endfor %}{% endif %}",
        "{% endif %}",
        "block_crossed",
        "{% for m in goals %}",
    ),
    Case(IF * 21 + ENDIF * 21, "block_too_deep", "đoạn 21", "{%p if slogan %}", "20"),
    Case(IF + X + p("y{% endif %}"), "tag_crossed", "đoạn 3", "{% endif %}"),
    Case(IF + p("x{% else %}") + p("y{% endif %}"), "tag_crossed", "đoạn 2", "{% else %}"),
    Case(tbl(*ROWS[:2]) + p("{%p endfor %}"), "tag_crossed", "đoạn 1", "{%p endfor %}"),
    Case(
        tbl(*ROWS[:2]) + tbl(tr("a", "b"), ROWS[2]),
        "tag_crossed",
        "bảng 2, hàng 2, ô 1",
        "{%tr endfor %}",
    ),
    Case(
        tbl(tr("{% if slogan %}x", "y")) + p("{% endif %}"), "tag_crossed", "đoạn 1", "{% endif %}"
    ),
    Case(
        tbl(tr("{% if slogan %}x", "y{% endif %}")),
        "tag_crossed",
        "bảng 1, hàng 1, ô 2",
        "{% endif %}",
    ),
    Case(p("{% if slogan %}", link(r("x{% endif %}"))), "tag_crossed", "đoạn 1", "{% endif %}"),
    Case(
        p("{% if slogan %}", r(text_box(p("x{% endif %}"), fallback=X))),
        "tag_crossed",
        "đoạn 1, khung chữ",
        "{% endif %}",
    ),
]

FRAMES = [
    tag("{%tr set x = 1 %}", "tag_outside", "hàng của bảng"),
    tag("{%tc set x = 1 %}", "tag_outside", "ô của bảng"),
    tag("{% colspan 2 %}", "tag_outside", "ô của bảng"),
    tag("{% cellbg 'FF0000' %}", "tag_outside", "ô của bảng"),
    tag("{% vm %}", "tag_outside", "ô của bảng"),
    Case(tbl(tr("{% vm %}x", "y")), "tag_outside_loop", "bảng 1, hàng 1, ô 1", "{% vm %}"),
    Case(
        p("{%p set x = 1 %}{%p set y = 1 %}"),
        "tag_lost",
        "đoạn 1",
        "{%p set x = 1 %}",
        "{%p set y = 1 %}",
    ),
    Case(p("{%p set x = 1 %}{{ subject }}"), "tag_lost", "đoạn 1", "{{ subject }}"),
    Case(p("{{p subject|rule(14, 165, 1) }}{{ subject }}"), "tag_lost", "đoạn 1", "{{ subject }}"),
    Case(
        tbl(ROWS[0], ROWS[1], tr("{%tr endfor %}", "{{ subject }}")),
        "tag_lost",
        "bảng 1, hàng 3, ô 2",
        "{{ subject }}",
        "hàng",
    ),
    Case(
        tbl(
            tr("{%tr if slogan %}", "{%tr for m in members %}"),
            ROWS[1],
            ROWS[2],
            tr("{%tr endif %}", ""),
        ),
        "tag_lost",
        "bảng 1, hàng 1, ô 1",
        "{%tr if slogan %}",
    ),
    Case(
        tbl(tr(tc(p("{%tc set x = 1 %}"), p("{{ subject }}")), "y")),
        "tag_lost",
        "bảng 1, hàng 1, ô 1",
        "{{ subject }}",
        "ô",
    ),
    Case(p("đầu {%p set x = 1 %} cuối"), "text_lost", "đoạn 1", "{%p set x = 1 %}", "“đầu cuối”"),
    Case(
        tbl(tr("{%tr for m in members %}", "Tên"), *ROWS[1:]),
        "text_lost",
        "bảng 1, hàng 1, ô 1",
        "{%tr for m in members %}",
        "“Tên”",
    ),
]

NAMES = [
    tag("{{ subjekt }}", "name_unknown", "“subject”"),
    tag("{{ Subject }}", "name_unknown", "“subject”"),
    tag("{{ zzz }}", "name_unknown"),
    tag("{{ head.nam }}", "name_unknown", "“name”"),
    tag("{{ head['nam'] }}", "name_unknown", "“name”"),
    tag("{{ subject.name }}", "name_unknown", "Trích yếu"),
    tag("{{ members.name }}", "name_unknown", "danh sách"),
    tag("{{ loop.index }}", "name_unknown", "giữa for và endfor"),
    tag("{{psubject}}", "name_unknown", "thiếu dấu cách"),
    within(
        "{% for m in members %}{{ m.nme }}{% endfor %}", "{{ m.nme }}", "name_unknown", "“name”"
    ),
    within("{% for m in members %}x{% endfor %}{{ m.name }}", "{{ m.name }}", "name_unknown"),
    within("{% for m in goals %}{{ loop.indx }}{% endfor %}", "{{ loop.indx }}", "name_unknown"),
    within("{% for m in memberz %}x{% endfor %}", "{% for m in memberz %}", "name_unknown"),
    within("{% if sloggan %}x{% endif %}", "{% if sloggan %}", "name_unknown", "“slogan”"),
    within("{% for m in goals %}{% set x = m %}{% endfor %}{{ x }}", "{{ x }}", "name_unknown"),
    tag("{{ members|map(attribute='nam')|join }}", "name_unknown", "“name”"),
    tag("{{ (members|selectattr('pst')|list)|length }}", "name_unknown", "“post”"),
    tag("{{ subject|bere }}", "filter_unknown", "“bare”"),
    tag("{{ goals|map('uper')|join }}", "filter_unknown", "“upper”"),
    within(
        "{% if copies is evn %}x{% endif %}", "{% if copies is evn %}", "test_unknown", "“even”"
    ),
    tag("{{ total|number_line }}", "filter_arguments", "total|number_line(symbol)"),
    tag("{{ subject|bare(1) }}", "filter_arguments", "subject|bare"),
    tag("{{ goals|join(sep=', ') }}", "filter_arguments", "between"),
]

KINDS = [
    tag("{{ subject|roman }}", "filter_mismatch", "nhận số nguyên, mà “subject” là chữ"),
    tag("{{ subject|short_date }}", "filter_mismatch", "nhận ngày, mà"),
    tag("{{ subject|issue_date }}", "filter_mismatch", "nhận ngày, mà"),
    tag("{{ signed|clock }}", "filter_mismatch", "nhận giờ hoặc ngày giờ, mà “signed” là ngày"),
    tag("{{ signed|bare }}", "filter_mismatch", "nhận chữ"),
    tag("{{ score|money }}", "filter_mismatch", "là số:"),
    tag("{{ urgent|figure }}", "filter_mismatch", "nhận số nguyên hoặc số"),
    tag("{{ subject|label }}", "filter_mismatch", "nhận một lựa chọn"),
    tag("{{ subject|person }}", "filter_mismatch", "nhận nhóm trường"),
    tag("{{ head|bare }}", "filter_mismatch", "là nhóm trường"),
    tag("{{ goals|sentence }}", "filter_mismatch", "là danh sách"),
    tag("{{ total|share(subject) }}", "filter_mismatch", "“subject”"),
    within(
        "{% for goal in goals %}{{ goal|two_digits }}{% endfor %}",
        "{{ goal|two_digits }}",
        "filter_mismatch",
    ),
]

GUARDS = [
    tag("{{ slogan }}", "field_unguarded", "Khẩu hiệu"),
    tag("{{ slogan|bare }}", "field_unguarded", "{% if slogan %}"),
    tag("{{ slogan|upper }}", "field_unguarded"),
    tag("{{ subject ~ slogan }}", "field_unguarded"),
    tag("{{ head.post }}", "field_unguarded", "{% if head.post %}"),
    tag("{{ deputy.name }}", "field_unguarded", "{% if deputy %}"),
    tag("{{ deputy|person }}", "field_unguarded"),
    tag("{{ copies + 1 }}", "field_unguarded", "{% if copies is not none %}"),
    tag("{{ sent|short_date }}", "field_unguarded"),
    tag("{{ copies|share(total) }}", "field_unguarded"),
    tag("{{ total|share(copies) }}", "field_unguarded", "copies"),
    tag("{{ slogan|default('') }}", "field_unguarded"),
    tag("{{ subject if urgent else slogan }}", "field_unguarded", "“slogan”"),
    tag("{{ slogan and subject }}", "field_unguarded", "“slogan”"),
    tag("{{ wishes[0] }}", "field_unguarded", "{% if wishes %}"),
    tag("{{ goals[1] }}", "field_unguarded", "{% if goals|length > 1 %}"),
    tag("{{ (members|first).name }}", "field_unguarded", "{% if members %}"),
    tag("{{ members|map(attribute='post')|join(', ') }}", "item_unguarded", "Chức vụ"),
    within(
        "{% for post, same in members|groupby('post') %}x{% endfor %}",
        "{% for post, same in members|groupby('post') %}",
        "item_unguarded",
        "selectattr",
    ),
    within(
        "{% for m in members|sort(attribute='post') %}{{ m.name }}{% endfor %}",
        "{% for m in members|sort(attribute='post') %}",
        "item_unguarded",
    ),
    within("{% if copies > 1 %}x{% endif %}", "{% if copies > 1 %}", "field_unguarded"),
    within(
        "{% if deputy.post %}x{% endif %}", "{% if deputy.post %}", "field_unguarded", "“deputy”"
    ),
    within("{% if deputy %}{{ deputy.post }}{% endif %}", "{{ deputy.post }}", "field_unguarded"),
    within("{% if slogan %}x{% else %}{{ slogan }}{% endif %}", "{{ slogan }}", "field_unguarded"),
    within("{% if slogan or sent %}{{ slogan }}{% endif %}", "{{ slogan }}", "field_unguarded"),
    within("{% if slogan is defined %}{{ slogan }}{% endif %}", "{{ slogan }}", "field_unguarded"),
    within("{% if slogan != 'a' %}{{ slogan }}{% endif %}", "{{ slogan }}", "field_unguarded"),
    within("{% set x = slogan %}{{ x }}", "{{ x }}", "field_unguarded", "“x” (Khẩu hiệu)"),
    within("{% for m in members %}{{ m.post }}{% endfor %}", "{{ m.post }}", "field_unguarded"),
    within(
        "{% for row in members|batch(2, false) %}{{ row[1].name }}{% endfor %}",
        "{{ row[1].name }}",
        "field_unguarded",
        "{% if row[1] %}",
    ),
    tag("{{ slogan if slogan }}", "else_missing"),
]

PRINTING = [
    tag("{{ head }}", "tag_not_text"),
    tag("{{ goals }}", "tag_not_text"),
    tag("{{p subject }}", "text_between", "bỏ chữ p"),
    tag("{{r subject }}", "text_between"),
    tag("{{ subject|rule(14, 165, 1) }}", "paragraph_needed", "{{p"),
    tag("{{ subject|image(30) }}", "tag_undrawable", "Cần tệp ảnh"),
    tag("{{ signed|image(30) }}", "filter_mismatch", "nhận ảnh hoặc chữ, mà “signed” là ngày"),
    tag("{{ subject|qr(3) }}", "tag_undrawable", "mã QR"),
    tag("{{ 'subject' }}", "name_quoted", "bỏ dấu nháy"),
    tag("{{ “head.name” }}", "name_quoted", "“head.name”"),
    tag("{{ urgent }}", "flag_printed", "{% if urgent %}"),
    tag("{{ signed }}", "value_raw", "signed|short_date"),
    tag("{{ held }}", "value_raw", "held|clock"),
    tag("{{ score }}", "value_raw", "score|figure"),
]

RUNNING = [
    tag("{{ total|bare }}", "tag_unfillable"),
    tag("{{ 1 / 0 }}", "tag_unfillable"),
    tag("{{ range(5) }}", "tag_not_text"),
    tag("{{ total.more }}", "tag_missing_name"),
    within(
        "{% for x in range(99999) %}{% for y in range(99999) %}{% endfor %}{% endfor %}",
        "{% for y in range(99999) %}",
        "tag_exhausted",
    ),
]

ELSEWHERE = [
    Case(p(r(text_box(p("{{ zzz }}")))), "name_unknown", "đoạn 1, khung chữ", "{{ zzz }}"),
    Case(X + p(r(picture(alt="{{ zzz }}"))), "name_unknown", "đoạn 2", "{{ zzz }}"),
    Case(
        tbl(tr("a", tc(tbl(tr("{{ zzz }}", "")), p()))),
        "name_unknown",
        "bảng 2, hàng 1, ô 1",
        "{{ zzz }}",
    ),
]

CASES = [*WRITING, *BLOCKS, *FRAMES, *NAMES, *KINDS, *GUARDS, *PRINTING, *RUNNING, *ELSEWHERE]
