"""The fields that document schemas are made of.

Every field takes a Vietnamese label and a help text; the form, the docs and the messages derive
from them. A field that is not `required` may be absent or null and then loads as None (lists: []).
"""

from service.fields._options import label_of
from service.fields.choices import Choice, Flag, Option
from service.fields.days import Day, Moment
from service.fields.groups import Computed, Many, Part
from service.fields.numbers import Dong, Percent, Quantity, Whole, Year
from service.fields.pictures import Image, Picture
from service.fields.text import Abbreviation, Name, Pattern, Symbol, Text

__all__ = [
    "Abbreviation",
    "Choice",
    "Computed",
    "Day",
    "Dong",
    "Flag",
    "Image",
    "Many",
    "Moment",
    "Name",
    "Option",
    "Part",
    "Pattern",
    "Percent",
    "Picture",
    "Quantity",
    "Symbol",
    "Text",
    "Whole",
    "Year",
    "label_of",
]
