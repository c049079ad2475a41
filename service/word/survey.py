"""Where each tag of a part stands in its XML, read off once when the part is compiled.

docxtpl's preparing leaves XML with statements between. The XML is followed as filling will write
it, into each branch from where its statement stands: what is open there is what surrounds a tag. A
statement may be left out or repeated; the result stays well-formed if and only if it begins and
ends inside the same elements.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from jinja2 import TemplateSyntaxError, nodes

from service.word.printing import Spot

_MARKUP = re.compile(
    r"<!--.*?-->|<\?.*?\?>|<(?P<end>/?)(?P<name>[^\s/>]+)[^>]*?(?P<empty>/?)>", re.DOTALL
)
_PROPERTIES = ("w:rPr", "w:pPr")
# What is told once: a change and its author, and the end of a section.
_ONCE = re.compile(r"<w:(rPrChange|pPrChange|sectPr)\b.*?</w:\1>|<w:sectPr\b[^>]*/>", re.DOTALL)


class Crossed(TemplateSyntaxError):
    """A statement begins inside one element and ends inside another."""


class Torn(TemplateSyntaxError):
    """Without its tags the part is no XML: a tag lacks its end and took some along."""


@dataclass(frozen=True)
class _Element:
    """An element that is open, with its w:rPr or w:pPr for more like it, and where it began."""

    name: str
    start: int
    properties: str = ""


@dataclass(frozen=True)
class _State:
    """What is open at one place, and the markup that has begun and not ended."""

    inside: tuple[_Element, ...] = ()
    markup: str = ""

    @property
    def path(self) -> tuple[tuple[str, ...], bool]:
        """The names of what is open, and whether markup is."""
        return tuple(element.name for element in self.inside), bool(self.markup)

    @property
    def spot(self) -> Spot:
        run, paragraph = (self._nearest(name) for name in ("w:r", "w:p"))
        return Spot(*self.path, run, paragraph)

    def _nearest(self, name: str) -> str:
        return next((one.properties for one in reversed(self.inside) if one.name == name), "")


@dataclass(frozen=True)
class Printed:
    """An expression that is printed: child `index` of `output`, and its spot.

    captured: it stands in a `{% set %}` block, which keeps what is printed for later.
    """

    output: nodes.Output
    index: int
    spot: Spot
    captured: bool


@dataclass(frozen=True)
class Branch:
    """The stretch of the bare XML that a condition or a loop leaves out or repeats."""

    inside: tuple[str, ...]
    start: int
    end: int


class Survey:
    """The bare XML of a part, its printed expressions and its branches."""

    def __init__(self, tree: nodes.Template) -> None:
        """Raises Torn when the part is no XML without its tags, Crossed for crossing elements."""
        self.printed: list[Printed] = []
        self.branches: list[Branch] = []
        self._pieces: list[str] = []
        self._length = 0
        self._captured = False
        self._lineno = 1
        if self._walk_all(tree.body, _State()) != _State():
            raise Torn("torn", self._lineno)
        self.xml = "".join(self._pieces)

    def varied(self, element: str) -> Iterator[Branch]:
        """What is left out or repeated inside elements of a name: children, or a part of two."""
        for branch in self.branches:
            if branch.start < branch.end and self._leaves(branch, element):
                yield branch

    def _leaves(self, branch: Branch, element: str) -> bool:
        """Whether a branch stands in an element, or begins in one child of it and ends in another.

        docxtpl allows a loop that opens in one cell and closes in the next.
        """
        if branch.inside[-1:] == (element,):
            return True
        if element not in branch.inside:
            return False
        child = branch.inside[branch.inside.index(element) + 1]
        return f"</{child}>" in self.xml[branch.start : branch.end]

    def without(self, branches: Iterable[Branch]) -> str:
        """The bare XML when none of the branches is taken."""
        kept, end = [], 0
        for branch in sorted(branches, key=lambda branch: branch.start):
            kept.append(self.xml[end : branch.start])
            end = max(end, branch.end)
        return "".join([*kept, self.xml[end:]])

    def _walk_all(self, body: Iterable[nodes.Node], state: _State) -> _State:
        for node in body:
            state = self._walk(node, state)
        return state

    def _walk(self, node: nodes.Node, state: _State) -> _State:
        match node:
            case nodes.Output():
                return self._output(node, state)
            case nodes.If():
                others = [[other] for other in node.elif_]
                return self._branches(node, [node.body, *others, node.else_], state)
            case nodes.For():
                return self._loop(node, state)
            case nodes.AssignBlock():
                self._capture(node, state)
            case nodes.With():
                return self._walk_all(node.body, state)
        return state

    def _loop(self, node: nodes.For, state: _State) -> _State:
        """A turn starts where the one before ended: in a run of another look, perhaps."""
        first = len(self.printed)
        end = self._branches(node, [node.body, node.else_], state)
        if end.spot != state.spot:
            once = self.printed[first:]
            with self._apart():
                self._walk_all(node.body, end)
                again = self.printed[len(self.printed) - len(once) :]
            self.printed[first:] = map(_loosened, once, again)
        return end

    @contextmanager
    def _apart(self) -> Iterator[None]:
        """What is read now is no part of the XML that stands here."""
        pieces, length = len(self._pieces), self._length
        printed, branches = len(self.printed), len(self.branches)
        yield
        del self._pieces[pieces:], self.printed[printed:], self.branches[branches:]
        self._length = length

    def _branches(
        self, node: nodes.If | nodes.For, bodies: Sequence[Sequence[nodes.Node]], state: _State
    ) -> _State:
        """Each body starts where the statement does; the first one's end goes on."""
        ends = [self._branch(node, body, state) for body in bodies]
        return ends[0]

    def _branch(
        self, node: nodes.If | nodes.For, body: Sequence[nodes.Node], state: _State
    ) -> _State:
        start = self._length
        end = self._walk_all(body, state)
        if end.path != state.path:
            raise Crossed("crossed", node.lineno)
        self.branches.append(Branch(state.path[0], start, self._length))
        return end

    def _capture(self, node: nodes.AssignBlock, state: _State) -> None:
        """What a `{% set %}` block prints does not stand where the block does."""
        outer, pieces, length = self._captured, len(self._pieces), self._length
        self._captured = True
        if self._walk_all(node.body, state).path != state.path:
            raise Crossed("crossed", node.lineno)
        self._captured, self._length = outer, length
        del self._pieces[pieces:]

    def _output(self, node: nodes.Output, state: _State) -> _State:
        self._lineno = node.lineno
        for index, child in enumerate(node.nodes):
            if isinstance(child, nodes.TemplateData):
                state = self._read(child.data, state)
            else:
                self.printed.append(Printed(node, index, state.spot, self._captured))
        return state

    def _read(self, text: str, state: _State) -> _State:
        """The state after a piece of the bare XML."""
        start = self._length - len(state.markup)
        self._pieces.append(text)
        self._length += len(text)
        text, inside, end = state.markup + text, state.inside, 0
        for markup in _MARKUP.finditer(text):
            end = markup.end()
            if markup["end"]:
                inside = self._closed(inside, markup["name"], start + end)
            elif markup["name"] and not markup["empty"]:
                inside = (*inside, _Element(markup["name"], start + markup.start()))
        begun = text.rfind("<", end)
        return _State(inside, text[begun:] if begun >= 0 else "")

    def _closed(self, inside: tuple[_Element, ...], name: str, end: int) -> tuple[_Element, ...]:
        if not inside or inside[-1].name != name:
            raise Torn("torn", self._lineno)
        *outer, element = inside
        if name in _PROPERTIES and outer:
            properties = _ONCE.sub("", self._stretch(element.start, end))
            outer[-1] = replace(outer[-1], properties=properties)
        return tuple(outer)

    def _stretch(self, start: int, end: int) -> str:
        """The bare XML from start to end, which lies in the last pieces."""
        taken, length = list[str](), self._length
        for piece in reversed(self._pieces):
            taken.append(piece)
            length -= len(piece)
            if length <= start:
                break
        return "".join(reversed(taken))[start - length : end - length]


def _loosened(once: Printed, again: Printed) -> Printed:
    """The expression, its spot marked when it is not the same in each turn of a loop."""
    same = once.spot == again.spot
    return once if same else replace(once, spot=replace(once.spot, is_loose=True))
