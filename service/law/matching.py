"""Finding words in Vietnamese text however they are typed, and where they stand in it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from service.vietnamese import text as vietnamese

# More marks on one letter than any spelling needs would cost the square of their number.
_LETTER = re.compile("(?s:.)[\u0300-\u036f]{0,4}")
_ALIKE = str.maketrans("\u2010\u2011\u2012\u2013\u2014\u2212ðɖ\u00a0\t", "------đđ  ")


@dataclass(frozen=True, slots=True)
class Folded:
    """Text in lower case, composed and with the tone in one place, and where each letter was.

    starts: for every character of `text` the offset in `original`, and one more for its end.
    """

    original: str
    text: str
    starts: range | list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the original of a stretch of the folded text."""
        return self.starts[start], self.starts[end]

    def taken(self, start: int, end: int) -> str:
        begin, stop = self.span(start, end)
        return self.original[begin:stop]


def fold(original: str) -> Folded:
    """Fold text for searching; linear in its length."""
    lowered = original.lower()
    if unicodedata.is_normalized("NFC", original) and len(lowered) == len(original):
        return Folded(original, _alike(lowered), range(len(original) + 1))
    letters, starts = [], []
    for found in _LETTER.finditer(original):
        composed = vietnamese.clean(found[0]).lower()
        letters.append(composed)
        starts += [found.start()] * len(composed)
    return Folded(original, _alike("".join(letters)), [*starts, len(original)])


def pattern(phrase: str) -> str:
    """A regular expression for a phrase in folded text, with any white space between words."""
    words = map(re.escape, _alike(phrase.lower()).split())
    return r"\s{1,3}".join(words).replace(r"\s{1,3}\-\s{1,3}", r"\s{0,3}-\s{0,3}")


def _alike(lowered: str) -> str:
    """One hyphen, one Đ, one white space, one tone placement; of the same length."""
    return vietnamese.fold_tone_placement(lowered.translate(_ALIKE))
