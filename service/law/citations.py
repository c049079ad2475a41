"""How a document is named where another one relies on it (NĐ 30/2020, Phụ lục I, II.6)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from service.law.kinds import CITED_WITHOUT_NUMBER, citable
from service.vietnamese import dates

_NAMES = citable()


def cite(citation: Mapping[str, Any]) -> str:
    """Kind, number, date, issuer and title of a citation, as at its first mention.

    citation: kind (key of `citable()`), number | None, date | None, issuer | None, title.
    """
    if citation["kind"] in CITED_WITHOUT_NUMBER:
        return _join(_titled(citation), _dated(citation))
    return _join(_numbered(citation), _dated(citation), _issued(citation), _title(citation))


def _titled(citation: Mapping[str, Any]) -> str:
    name, title = _NAMES[citation["kind"]], _title(citation)
    return title if title.startswith(name) else f"{name} {title}"


def _title(citation: Mapping[str, Any]) -> str:
    """Without an end mark: the list of bases sets its own."""
    return str(citation["title"]).rstrip(" .;")


def _numbered(citation: Mapping[str, Any]) -> str:
    name = _NAMES[citation["kind"]]
    return f"{name} số {citation['number']}" if citation["number"] else name


def _dated(citation: Mapping[str, Any]) -> str:
    return dates.issue_date(citation["date"]) if citation["date"] else ""


def _issued(citation: Mapping[str, Any]) -> str:
    return f"của {citation['issuer']}" if citation["issuer"] else ""


def _join(*parts: str) -> str:
    return " ".join(part for part in parts if part)
