"""A first look at a part: whether its tags are few, short and paired enough to be worked on.

docxtpl's preparing runs regular expressions over the whole part, and Jinja's compiler follows every
name into every branch: over signs that never close, or tags without end, they take minutes. This
look takes one pass.
"""

from __future__ import annotations

import re

MOST_TAGS = 5_000
_MOST_LETTERS = 60_000  # of all tags together
_MOST_UNPAIRED = 20
_LONGEST_BLANK = 200
# The two characters of a sign may stand in two runs.
_SIGN = re.compile(r"\{(?:<[^>]*+>)*+([{%#])|([}%#])(?:<[^>]*+>)*+\}")
_OPENED_BY = {"}": "{", "%": "%", "#": "#"}
_MARKUP = re.compile(r"<[^>]*+>")
_RAW = re.compile(r"[-+]?\s*(end)?raw\b")
# Tags that docxtpl looks for from a cell or row on, to its end: past the last row, in vain.
_OF_FRAMES = re.compile(r"\s*(?:tr |tc |colspan|cellbg|vm\b|hm\b)")


class _Look:
    """What has been counted of a part."""

    def __init__(self, xml: str) -> None:
        self._xml, self._last_row = xml, xml.rfind("</w:tr>")
        self.tags = self.letters = self.unpaired = self.raws = 0
        self._kind, self._begun = "", 0
        for sign in _SIGN.finditer(xml):
            self._meet(sign)
        self._end(len(xml))

    @property
    def is_too_much(self) -> bool:
        unpaired = self.unpaired + self.raws
        too_many = self.tags > MOST_TAGS or unpaired > _MOST_UNPAIRED
        return too_many or self.letters > _MOST_LETTERS

    def _meet(self, sign: re.Match[str]) -> None:
        if sign[1] and not self._kind:
            self._kind, self._begun = sign[1], sign.end()
        elif sign[2] and _OPENED_BY[sign[2]] == self._kind:
            self._end(sign.start())
            self.tags, self._kind = self.tags + 1, ""
        else:
            self.unpaired += 1

    def _end(self, end: int) -> None:
        """A tag ends, or the part does while one is open."""
        if not self._kind:
            return
        words = _MARKUP.sub("", self._xml[self._begun : end])
        if self._kind != "#":
            self.letters += len(words)
        if re.search(rf"\s{{{_LONGEST_BLANK}}}", words):
            self.letters += _MOST_LETTERS
        self.unpaired += self._begun > self._last_row and bool(_OF_FRAMES.match(words))
        if raw := _RAW.match(words):
            self.raws = 0 if raw[1] else self.raws + 1


def are_too_many(xml: str) -> bool:
    """Whether a part has more or longer tags, or signs of no tag, than any document needs."""
    return _Look(xml).is_too_much
