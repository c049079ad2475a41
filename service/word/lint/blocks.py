"""How tags belong together: what is opened is closed, in its turn and in its own frame.

What comes out is one source that Jinja can always read, a tag a line: blocks that lack an end get
one, ends that lack a block are left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from service.word.faults import clipped
from service.word.lint.frames import ground
from service.word.lint.marks import Mark
from service.word.lint.report import Report
from service.word.lint.syntax import BLOCKS, MIDDLES, OF_LOOPS, Piece

_DEEPEST = 20
_BEGINNINGS = {end: word for word, end in BLOCKS.items()}
_OPEN_TO = {"elif": ("if",), "else": ("if", "for")}


@dataclass
class _Block:
    """A block that is open. last: its beginning or what parts it; outer: what closed it early."""

    word: str
    first: Mark
    last: Piece
    is_kept: bool
    has_else: bool = False
    outer: Mark | None = None

    @property
    def end(self) -> str:
        return f"{{% {BLOCKS[self.word]} %}}" if self.is_kept else ""


def source(pieces: Iterable[Piece], report: Report) -> str:
    """The pieces as one source, line n for the nth mark; what does not fit together is told."""
    weaver = _Weaver(report)
    lines = [weaver.line(piece) for piece in pieces]
    return "\n".join(lines) + weaver.ends()


class _Weaver:
    def __init__(self, report: Report) -> None:
        self._report = report
        self._open: list[_Block] = []
        # Closed because a block around them was: their own end may still come.
        self._cut: list[_Block] = []

    def line(self, piece: Piece) -> str:
        mark = piece.mark
        if mark.word in OF_LOOPS and mark.frame("tc") is not None and not self._is_open("for"):
            self._report.tell("tag_outside_loop", mark.tag)
        if piece.word in BLOCKS:
            return self._begin(piece)
        if piece.word in MIDDLES:
            return self._part(piece)
        return self._close(piece) if piece.word in _BEGINNINGS else piece.source

    def ends(self) -> str:
        """The ends of what is still open."""
        for block in (*self._open, *self._cut):
            level = f"{block.first.level} " if block.first.level else " "
            close = f"{{%{level}{BLOCKS[block.word]} %}}"
            self._report.tell("block_unclosed", block.first.tag, close=close)
        return "".join(block.end for block in reversed(self._open))

    def _is_open(self, word: str) -> bool:
        return any(block.word == word for block in self._open)

    def _begin(self, piece: Piece) -> str:
        is_kept = len(self._open) < _DEEPEST
        if len(self._open) == _DEEPEST:
            self._report.tell("block_too_deep", piece.mark.tag, max=_DEEPEST)
        self._open.append(_Block(piece.word, piece.mark, piece, is_kept))
        return piece.source if is_kept else ""

    def _part(self, piece: Piece) -> str:
        block = self._open[-1] if self._open else None
        if block is None or block.word not in _OPEN_TO[piece.word]:
            self._tell_unopened(piece.mark, "if")
            return ""
        if block.has_else:
            self._report.tell("block_order", piece.mark.tag)
            return ""
        self._require_ground(block, piece)
        block.has_else = piece.word == "else"
        return piece.source if block.is_kept else ""

    def _close(self, piece: Piece) -> str:
        word, ends = _BEGINNINGS[piece.word], ""
        if not self._is_open(word):
            self._close_late(word, piece.mark)
            return ""
        block, cut = self._meant(word, piece.mark), []
        while self._open[-1] is not block:
            cut.append(self._open.pop())
            ends += cut[-1].end
        self._open.pop()
        for one in cut:
            one.outer = block.first
        self._cut += cut
        self._require_ground(block, piece)
        return ends + block.end

    def _meant(self, word: str, end: Mark) -> _Block:
        """The innermost open block of the word, rather one that was opened at the end's level."""
        found = [block for block in reversed(self._open) if block.word == word]
        return next((block for block in found if block.first.level == end.level), found[0])

    def _close_late(self, word: str, mark: Mark) -> None:
        """An end for which nothing is open, unless its block was cut short."""
        block = next((one for one in reversed(self._cut) if one.word == word), None)
        if block is None or block.outer is None:
            self._tell_unopened(mark, word)
            return
        self._cut.remove(block)
        opened, outer = (clipped(one.tag.text) for one in (block.first, block.outer))
        self._report.tell("block_crossed", mark.tag, opened=opened, outer=outer)

    def _tell_unopened(self, mark: Mark, word: str) -> None:
        self._report.tell("block_unopened", mark.tag, open=f"{{% {word} %}}")

    def _require_ground(self, block: _Block, piece: Piece) -> None:
        """A block begins, parts and ends inside the same elements."""
        if block.last.has_level and piece.has_level:
            before, after = ground(block.last.mark), ground(piece.mark)
            if before and after and before != after:
                self._report.tell("tag_crossed", piece.mark.tag)
        block.last = piece
