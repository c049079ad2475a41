"""What a tag must not ask for, read off its code: the sandbox's lists, before anything runs."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import nodes
from jinja2.filters import FILTERS as OF_JINJA
from jinja2.tests import TESTS as TESTS_OF_JINJA

from service.word.guard import refused
from service.word.sandbox import GLOBALS, LOOP, OF_DICTS, Sandbox

_SANDBOX = Sandbox()
FILTERS = {name: run for name, run in _SANDBOX.filters.items() if not name.startswith("_")}
TESTS = dict(_SANDBOX.tests)

_TEXTS = (str, list, tuple)
_LARGEST = 10**15


def unsafe(tree: nodes.Node) -> list[str]:
    """Everything in the code of a tag that is on no list, each once."""
    return list(dict.fromkeys(found for node in tree.find_all(nodes.Node) for found in _of(node)))


def _of(node: nodes.Node) -> Iterator[str]:
    if found := refused(node):
        yield found
    elif isinstance(node, nodes.Call) and (called := _called(node.node)):
        yield called
    elif isinstance(node, nodes.Filter) and node.name not in FILTERS:
        yield from [f"bộ lọc {node.name}"] if node.name in OF_JINJA else []
    elif isinstance(node, nodes.Test) and node.name not in TESTS:
        yield from [f"phép thử {node.name}"] if node.name in TESTS_OF_JINJA else []
    elif isinstance(node, nodes.Pow):
        yield "phép tính **"
    elif isinstance(node, nodes.Mul | nodes.Mod) and _grows(node):
        yield f"phép tính {node.operator} với chữ hoặc số quá lớn"


def _called(target: nodes.Node) -> str | None:
    """What is called, when it is nothing that may be."""
    if isinstance(target, nodes.Getattr):
        return None if target.attr in LOOP | OF_DICTS else f"{target.attr}()"
    if isinstance(target, nodes.Name):
        return None if target.name in GLOBALS else f"{target.name}()"
    return "lời gọi hàm"


def _grows(node: nodes.BinExpr) -> bool:
    return any(_is_long(side) for side in (node.left, node.right))


def _is_long(side: nodes.Node) -> bool:
    if isinstance(side, nodes.List | nodes.Tuple | nodes.Concat):
        return True
    value = side.value if isinstance(side, nodes.Const) else 0
    return isinstance(value, _TEXTS) or (isinstance(value, int | float) and abs(value) >= _LARGEST)
