"""A first look at a part: whether its tags are few and paired enough to be worked on.

docxtpl's preparing runs regular expressions over the whole part; over tens of thousands of signs
that open and never close they take minutes. This look takes one pass.
"""

from __future__ import annotations

import re

MOST_TAGS = 5_000
_MOST_UNPAIRED = 50
# The two characters of a sign may stand in two runs.
_SIGN = re.compile(r"\{(?:<[^>]*+>)*+[{%#]|[}%#](?:<[^>]*+>)*+\}")
# Between the words of a tag; what is quoted seldom has them.
_LONG_BLANK = re.compile(r"\s{200}")


def are_too_many(xml: str) -> bool:
    """Whether a part has more tags, or signs that are no tag's, than any document needs."""
    tags = unpaired = end = 0
    is_open = False
    for sign in _SIGN.finditer(xml):
        opens = sign[0].startswith("{")
        if is_open and _LONG_BLANK.search(xml, end, sign.start()):
            return True
        if opens == is_open:
            unpaired += 1
        else:
            tags, is_open = tags + opens, opens
        end = sign.end()
    is_blank = is_open and _LONG_BLANK.search(xml, end)
    return bool(is_blank) or tags > MOST_TAGS or unpaired > _MOST_UNPAIRED
