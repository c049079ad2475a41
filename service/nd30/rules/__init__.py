"""What the decree asks: its numbers, and the table of rules that a document is held to."""

from service.nd30.rules._addressed import ADDRESSED
from service.nd30.rules._body import BODY_RULES
from service.nd30.rules._closing import CLOSING
from service.nd30.rules._heading import HEADING
from service.nd30.rules._page import PAGE_RULES
from service.nd30.rules._title import TITLE
from service.nd30.rules._wording import WORDING
from service.nd30.rules.numbers import (
    BODY,
    DEFAULT_PAIRING,
    FACES,
    FONT,
    MOTTO,
    MOTTO_RULE_SHARE,
    NATIONAL_NAME,
    PAGE,
    PAIRINGS,
    RULE_SHARE,
    Face,
    Range,
    Sizes,
)
from service.nd30.rules.rule import Rule, table

# Rule id -> rule, in the order in which a document is read.
RULES = table(PAGE_RULES, HEADING, TITLE, ADDRESSED, BODY_RULES, CLOSING, WORDING)

__all__ = [
    "BODY",
    "DEFAULT_PAIRING",
    "FACES",
    "FONT",
    "MOTTO",
    "MOTTO_RULE_SHARE",
    "NATIONAL_NAME",
    "PAGE",
    "PAIRINGS",
    "RULES",
    "RULE_SHARE",
    "Face",
    "Range",
    "Rule",
    "Sizes",
]
