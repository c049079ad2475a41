"""A printed text of a document, as the reviews of texts take it."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from service.law.review import Path


class Word(NamedTuple):
    """A printed text. day: that of the part it stands in, where past; else the document's.

    since: the first day of the year of its row, where past: names of then and of `day` are right.
    """

    path: Path
    text: str
    day: dt.date | None
    since: dt.date | None = None
