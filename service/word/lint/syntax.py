"""Each tag by itself: what it says, whether Jinja can read it, and whether it may say it.

A tag that cannot be read is told and a stand-in takes its place, so that the tags around it are
still read for what they are.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, replace

import jinja2
from jinja2 import nodes

from service.word.lint.marks import Mark
from service.word.lint.report import Report
from service.word.lint.unsafe import unsafe

JINJA = jinja2.Environment(autoescape=True)

BLOCKS = {"if": "endif", "for": "endfor", "with": "endwith", "set": "endset", "raw": "endraw"}
MIDDLES = ("elif", "else")
# docxtpl's own: they change the cell or the cells of a loop that they stand in.
OF_CELLS = ("cellbg", "colspan")
OF_LOOPS = ("hm", "vm")
_STATEMENTS = (*BLOCKS, *BLOCKS.values(), *MIDDLES, *OF_CELLS, *OF_LOOPS)
_FORBIDDEN = (
    *("autoescape", "block", "call", "extends", "filter", "from", "import", "include", "macro"),
)
_ENDS_OF_FORBIDDEN = ("endautoescape", "endblock", "endcall", "endfilter", "endmacro")
# What people write who know other engines.
_MEANT = {"elseif": "elif", "elsif": "elif", "foreach": "for", "each": "for"}

# The tag, and around it what it needs to be read alone.
_ALONE = {
    "if": "{}{{% endif %}}",
    "for": "{}{{% endfor %}}",
    "with": "{}{{% endwith %}}",
    "set": "{}{{% endset %}}",
    "elif": "{{% if true %}}{}{{% endif %}}",
    "else": "{{% if true %}}{}{{% endif %}}",
    "endif": "{{% if true %}}{}",
    "endfor": "{{% for x in [] %}}{}",
    "endwith": "{{% with %}}{}",
    "endset": "{{% set x %}}{}",
    "raw": "{}{{% endraw %}}",
    "endraw": "{{% raw %}}{}",
}
_STAND_INS = {"if": "if true", "elif": "elif true"}
_NAMES = re.compile(r"\b(?!(?:for|in|if|not|and|or|is|recursive)\b)[^\W\d]\w*")
_LETTERS = re.compile(rf"(\w+)\s+((?:{'|'.join(_STATEMENTS)})\b.*)", re.DOTALL)
_GLUED = re.compile(rf"(tr|tc|p|r)({'|'.join(_STATEMENTS)})\b(.*)", re.DOTALL)
_TWO_WORDS = re.compile(r"end\s+(\w+)(.*)", re.DOTALL)
_ASSIGNMENT = re.compile(r"set\b[\w.,\s()]*=")
_WORD = re.compile(r"\w+")
_DEEPEST = 60


@dataclass(frozen=True)
class Piece:
    """A mark as source for Jinja. word: of a statement that begins, parts or ends a block.

    has_level: False when what stands for its level is wrong, so that nothing follows from it.
    """

    mark: Mark
    word: str = ""
    source: str = ""
    has_level: bool = True


def piece(mark: Mark, report: Report) -> Piece:
    """What a mark is to Jinja; what is wrong with it alone is told."""
    if mark.opening == "{#":
        return Piece(mark)
    if _has_level_sign(mark):
        report.tell("tag_level_sign", mark.tag, level=mark.level)
    if not mark.body:
        report.tell("tag_empty", mark.tag)
        return Piece(mark)
    return _printed(mark, mark.body, report) if mark.opening == "{{" else _statement(mark, report)


def _has_level_sign(mark: Mark) -> bool:
    return bool(mark.level and re.search("[%}]", mark.body))


def _printed(mark: Mark, expression: str, report: Report) -> Piece:
    source = f"{{{{ {expression} }}}}"
    return Piece(mark, "", source if _is_sound(source, mark, report) else "")


def _statement(mark: Mark, report: Report) -> Piece:
    body = mark.body if mark.word in _STATEMENTS else _mended(mark, report)
    word = found.group() if (found := _WORD.match(body)) else ""
    if word in OF_CELLS:
        return _printed(mark, body.removeprefix(word), report)
    if word not in _ALONE:
        return Piece(mark)
    has_level = body == mark.body and not _has_level_sign(mark)
    return replace(_of_block(mark, word, body, report), has_level=has_level)


def _of_block(mark: Mark, word: str, body: str, report: Report) -> Piece:
    source = f"{{% {body} %}}"
    if re.match(r"else\s+if\b", body):
        report.tell("statement_unknown", mark.tag, word="else if", hint=_hint("elif"))
        return Piece(mark, "elif", f"{{% elif {body.partition('if')[2]} %}}")
    if _ASSIGNMENT.match(body):
        is_sound = _is_sound(source, mark, report)
        return Piece(mark, "", source if is_sound else _stand_in(word, body.partition("=")[0]))
    if _is_sound(_ALONE[word].format(source), mark, report):
        return Piece(mark, word, source)
    return Piece(mark, word, _stand_in(word, body))


def _stand_in(word: str, body: str) -> str:
    """A sound statement for a broken one; nothing is known of the names that it gives."""
    names = [name for name in _NAMES.findall(body) if name != word] or ["_"]
    if word == "for":
        return f"{{% for {', '.join(names)} in namespace() %}}"
    if word == "set":
        return "".join(f"{{% set {name} = namespace() %}}" for name in names)
    return f"{{% {_STAND_INS.get(word, word)} %}}"


def _mended(mark: Mark, report: Report) -> str:
    """What a statement that is none was probably meant to be, "" when nothing is near."""
    word, body, tag = mark.word, mark.body, mark.tag
    if word in _FORBIDDEN or word in _ENDS_OF_FORBIDDEN:
        if word in _FORBIDDEN:
            report.tell("tag_unsafe", tag, reason=word)
        return ""
    if not word:
        report.tell_syntax("tag name expected", tag)
        return ""
    if found := _TWO_WORDS.fullmatch(body):
        report.tell("statement_unknown", tag, word=f"end {found[1]}", hint=_hint(f"end{found[1]}"))
        return f"end{found[1]}"
    if found := _LETTERS.fullmatch(body):
        report.tell("tag_level", tag, letter=found[1])
        return found[2]
    if found := _GLUED.fullmatch(body):
        report.tell("tag_level_blank", tag, level=found[1], word=found[2])
        return found[2] + found[3]
    return _nearest(mark, report)


def _nearest(mark: Mark, report: Report) -> str:
    asked = mark.word.lower()
    near = _MEANT.get(asked) or next(iter(difflib.get_close_matches(asked, _STATEMENTS, 1)), "")
    hint = _hint(near) if near else " Hãy bỏ thẻ này."
    report.tell("statement_unknown", mark.tag, word=mark.word, hint=hint)
    return near + mark.body.removeprefix(mark.word) if near else ""


def _hint(near: str) -> str:
    return f" Có thể ý bạn là “{near}”."


def _is_sound(source: str, mark: Mark, report: Report) -> bool:
    """Whether Jinja reads it and it asks for nothing forbidden; what is wrong is told."""
    try:
        tree = JINJA.parse(source)
        _require_shallow(tree)
    except jinja2.TemplateSyntaxError as error:
        _tell_syntax(error.message or "", mark, report)
        return False
    except (RecursionError, ValueError):
        report.tell_syntax("lồng quá nhiều tầng", mark.tag)
        return False
    if found := unsafe(tree):
        report.tell("tag_unsafe", mark.tag, reason=", ".join(found[:3]))
    return not found


def _tell_syntax(message: str, mark: Mark, report: Report) -> None:
    letters = re.match(r"(tr|tc|p|r)\s+[^\W\d]", mark.body, re.IGNORECASE)
    if mark.opening == "{{" and letters:
        report.tell("tag_level", mark.tag, letter=letters[1])
    else:
        report.tell_syntax(message, mark.tag)


def _require_shallow(tree: nodes.Node) -> None:
    """Raises RecursionError when the code is nested deeper than any person writes it."""
    level: list[nodes.Node] = [tree]
    for _ in range(_DEEPEST):
        level = [inner for node in level for inner in node.iter_child_nodes()]
        if not level:
            return
    raise RecursionError
