"""Bodies with nothing wrong: what guards, binds and chooses in the many ways there are."""

from __future__ import annotations

from lint_table import ENDIF, IF, ROWS, X
from small_docx import p, r, tbl, text_box, tr

SOUND = [
    p("{% if slogan %}{{ slogan }}{% endif %}"),
    p("{% if not slogan %}x{% else %}{{ slogan }}{% endif %}"),
    p("{% if slogan is none %}x{% elif urgent %}{{ slogan|bare }}{% endif %}"),
    p("{% if slogan is not none and slogan|length > 3 %}{{ slogan }}{% endif %}"),
    p("{% if slogan == 'a' %}{{ slogan }}{% endif %}"),
    p("{% if urgent and slogan %}{{ slogan }}{% endif %}"),
    p("{{ slogan or '' }}{{ slogan if slogan else 'x' }}{{ slogan|default('', true) }}"),
    p("{% if deputy %}{{ deputy.name }}{% if deputy.post %}x{% endif %}{% endif %}"),
    p("{% if deputy and deputy.post %}{{ deputy.name }}, {{ deputy.post }}{% endif %}"),
    p("{% if not (deputy and deputy.post) %}x{% else %}{{ deputy.post }}{% endif %}"),
    p("{% set x = slogan or 'x' %}{{ x }}{% set n = 0 %}{% set n = n + 1 %}{{ n }}"),
    p("{% set d = deputy %}{% if d %}{{ d.name }}{% endif %}"),
    p("{% if copies is not none %}{{ copies + 1 }}{% endif %}{% if copies %}{{ copies }}")
    + p("{% endif %}"),
    p("{% if wishes %}{{ wishes[0] }}{{ wishes|first }}{% endif %}{{ goals[0] }}{{ goals|last }}"),
    p("{% if goals|length > 1 %}{{ goals[1] }}{% endif %}"),
    p("{% for m in members %}{{ loop.index }}{{ m.name }}{{ m.post or '' }}{% endfor %}"),
    p("{% for m in members|selectattr('post') %}{{ m.post }}{% else %}x{% endfor %}"),
    p("{% for m in members if m.post %}{{ m.post }}{% endfor %}"),
    p("{% for post, same in members|selectattr('post')|groupby('post') %}{{ post }}{% endfor %}"),
    p("{% for m in members|selectattr('post')|sort(attribute='post') %}{{ m.post }}{% endfor %}"),
    p("{% for pair in members|batch(2, false) %}{% if pair[1] %}{{ pair[1].name }}{% endif %}")
    + p("{{ pair[0].name }}{% endfor %}"),
    p("{{ members|map(attribute='post')|select|join(', ') }}{{ goals|sort|join('; ')|upper }}"),
    p("{{ members|map('person')|join('; ') }}{{ (members|length)|two_digits }}"),
    p("{{ total }}{% if false %}{{ total.any[3].thing|figure }}{% endif %}"),
    p("{{ signed|issue_date }}{{ sent|issue_date }}{{ copies|number_line('KH') }}"),
    p("{% set ns = namespace(n=0) %}{% set ns.n = ns.n + 1 %}{{ ns.n }}"),
    p("{% with x = subject %}{{ x }}{% endwith %}{% set b %}{{ subject }}{% endset %}{{ b }}"),
    p("{% if kind in ['a', 'b'] %}x{% endif %}{{ 'x' if kind is equalto 'a' else 'y' }}"),
    p("{# {{ ghi chú }} #}{% raw %}{{ nguyên văn }}{% endraw %}{{ '}}' }}{{ '{{' }}"),
    p("{{ “x” }}{{ ‘x’ }}"),
    IF + X + p("{%p else %}") + X + ENDIF,
    tbl(*ROWS),
    tbl(tr("{% colspan total %}x", "y")),
    tbl(tr("{%tc for g in goals %}", "{{ g }}", "{%tc endfor %}")),
    p("{% if slogan %}x") + p("y{% endif %}"),
    p("{{p subject|rule(14, 165, 1) }}"),
    p(r("{"), r("{ sub"), r("ject }"), r("}")),
    p("{{ subject }}", r(text_box(p("{{ kind|label }}")))),
]
