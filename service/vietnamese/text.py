"""Repairing, comparing and transliterating Vietnamese text.

Spelling is never rewritten: both placements of the tone mark (hòa, hoà) are in lawful use, laws
print one and Quyết định 1989/QĐ-BGDĐT (2018), Điều 8 the other.
"""

import functools
import re
import unicodedata

_LONGEST_NAME = 200
_INVISIBLE = "\u200b\ufeff\u200e"
_SUSPECT = re.compile(f"[\r\u0302\u0306ÐðƉ{_INVISIBLE}]")
_INVISIBLES = re.compile(f"[{_INVISIBLE}]")
_TONE_FIRST = re.compile(
    "(?<=[AEOaeo])([\u0300\u0301\u0303\u0309])(\u0302)|(?<=[Aa])([\u0300\u0301\u0303\u0309])(\u0306)"
)
_ETH = re.compile(r"(?<![^\W\d_])[ÐðƉ]")
_ETH_TO_D = str.maketrans("ÐðƉ", "ĐđĐ")
_ILLEGAL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffd-\uffff]"
)
# What is printable, yet a mark by itself, a letter to be repaired or the sign of a wrong decoding.
_NOT_PLAIN = re.compile("[\u0300-\u036fÐðƉ\ufffd]")
_MAX_REPORTED = 5

_TONE_PLACEMENTS = """
    òa-oà óa-oá ỏa-oả õa-oã ọa-oạ òe-oè óe-oé ỏe-oẻ õe-oẽ ọe-oẹ ùy-uỳ úy-uý ủy-uỷ ũy-uỹ ụy-uỵ
"""
_TONE_PAIRS = dict(pair.split("-") for pair in _TONE_PLACEMENTS.split())
# By its letters, not by the pairs: a search for one of many words is slow.
_OPEN_SYLLABLE = re.compile(r"[òóỏõọùúủũụ][aey](?<!q..)(?![^\W\d_])")

_D_TO_ASCII = str.maketrans("ĐđÐðƉ", "DdDdD")
_MARKS = re.compile("[\u0300-\u036f]")


def is_plain(text: str) -> bool:
    """Whether it is one line that `clean` leaves alone, every character one that can be printed.

    Quick: most words that people send are plain. Says False of some that are right too.
    """
    return (
        text.isprintable()
        and unicodedata.is_normalized("NFC", text)
        and not _NOT_PLAIN.search(text)
    )


def clean(text: str) -> str:
    """Repair what keyboards, converters and clipboards damage; idempotent.

    NFC (TCVN 6909:2001 practice) with a tone typed before ^ or ˘ put after it, line ends as LF,
    U+200B, U+FEFF and U+200E removed, Eth and African D at the start of a syllable made Đ. Never
    NFKC; U+00A0, U+00AD, U+200D and U+200F stay.
    """
    if unicodedata.is_normalized("NFC", text) and not _SUSPECT.search(text):
        return text
    text = _INVISIBLES.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    text = _TONE_FIRST.sub(r"\2\4\1\3", unicodedata.normalize("NFD", text))
    return _ETH.sub(lambda found: found[0].translate(_ETH_TO_D), unicodedata.normalize("NFC", text))


def illegal_characters(text: str) -> list[str]:
    """List what a document cannot hold, as ["U+0007", ...]: unique, in order, at most five.

    These are the characters XML 1.0 excludes (W3C REC-xml, production 2), U+007F, the C1 controls
    and U+FFFD, as they only ever come from a wrong decoding, and the overrides of writing
    direction, as they print a text in another order than it is written.
    """
    found = dict.fromkeys(_ILLEGAL.findall(text))
    return [f"U+{ord(character):04X}" for character in found][:_MAX_REPORTED]


def first_capital(text: str) -> str:
    """Raise the first letter and leave the rest: "ủy ban tỉnh Đắk Lắk" -> "Ủy ban ..."."""
    return text[:1].upper() + text[1:]


def first_lower(text: str) -> str:
    """Lower the first letter and leave the rest."""
    return text[:1].lower() + text[1:]


def fold_tone_placement(text: str) -> str:
    """Move the tone of a lower-case open syllable to its second vowel: "hòa" -> "hoà"."""
    return _OPEN_SYLLABLE.sub(lambda found: _TONE_PAIRS.get(found[0], found[0]), text)


def fold(text: str) -> str:
    """Reduce text to what comparisons should see; for comparing only, never for print.

    Cleaned, case folded, tone placement folded, white space collapsed and trimmed:
    fold("Ủy  ban") == fold("UỶ BAN").
    """
    return _fold_name(text) if len(text) <= _LONGEST_NAME else _fold(text)


def _fold(text: str) -> str:
    if text.isascii():
        return " ".join(text.lower().split())
    folded = unicodedata.normalize("NFC", clean(text).casefold())
    return " ".join(fold_tone_placement(folded).split())


# The same names stand in all the lists of a document, and each list is compared with the others.
_fold_name = functools.lru_cache(maxsize=2048)(_fold)


def slug(text: str, separator: str = "-", *, lower: bool = False) -> str:
    """Join the ASCII letters and digits of text: "Quyết định 12/QĐ" -> "Quyet-dinh-12-QD"."""
    joined = separator.join(re.findall("[A-Za-z0-9]+", _unmarked(text)))
    return joined.lower() if lower else joined


def plain(text: str) -> str:
    """Drop the diacritics: "Quyết định số 12" -> "Quyet dinh so 12"; "_" for other non-ASCII.

    ASCII punctuation and controls stay: a header's or a path's own rules are its caller's.
    """
    return re.sub(r"[^\x00-\x7f]", "_", _unmarked(text))


def _unmarked(text: str) -> str:
    return _MARKS.sub("", unicodedata.normalize("NFD", text.translate(_D_TO_ASCII)))
