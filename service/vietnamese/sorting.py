"""Sort keys in Vietnamese order, in agreement with the "vi" collation of CLDR.

Letters decide first, then tones (none, huyền, hỏi, ngã, sắc, nặng), then lower before upper case.
Both placements of a tone mark (hòa, hoà) give one key.
"""

import unicodedata
from functools import lru_cache

from service.vietnamese.text import clean, fold

Letters = tuple[tuple[int, int], ...]
Tones = tuple[int, ...]
Cases = tuple[bool, ...]

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"


def text_key(text: str) -> tuple[Letters, Tones, Cases]:
    """Key for sorting words and titles: a < ă < â, d < đ, ba < bà < bả, bà < Bà."""
    return (*_levels(fold(text)), _cases(text))


def person_key(full_name: str) -> tuple[Letters, Tones, Letters, Tones, Cases]:
    """Key for sorting people: the given name (the last word), then family and middle names."""
    family, _, given = fold(full_name).rpartition(" ")
    return (*_levels(given), *_levels(family), _cases(full_name))


def _levels(folded: str) -> tuple[Letters, Tones]:
    weighed = [_weigh(character) for character in folded]
    return tuple(letter for letter, _ in weighed), tuple(tone for _, tone in weighed)


def _cases(text: str) -> Cases:
    return tuple(character.isupper() for character in " ".join(clean(text).split()))


@lru_cache(maxsize=1024)
def _weigh(character: str) -> tuple[tuple[int, int], int]:
    marks = unicodedata.normalize("NFD", character)
    tone = next((mark for mark in marks if mark in _TONES), "")
    letter = unicodedata.normalize("NFC", marks.replace(tone, ""))
    rank = _rank(letter if letter and letter in _ALPHABET else marks[0])
    return rank, _TONES.index(tone) + 1 if tone else 0


def _rank(letter: str) -> tuple[int, int]:
    # CLDR's order: punctuation, digits, Vietnamese letters, other letters.
    if letter in _ALPHABET:
        return 2, _ALPHABET.index(letter)
    return 3 if letter.isalpha() else int(letter.isdigit()), ord(letter)
