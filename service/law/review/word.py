"""A printed text of a document, as the reviews of texts take it."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

Path = tuple[str | int, ...]


class Word(NamedTuple):
    """A printed text. day: that of the part it stands in, where past; else the document's."""

    path: Path
    text: str
    day: dt.date | None
