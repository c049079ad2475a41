"""The shape of a rule."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from service.errors import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that the decree asks of a document.

    id: stable, for programs; severity: unless a finding says otherwise; article: where the decree
    says it; says, mend: Vietnamese, for clerks; measured: how the checker sees it in a .docx.
    """

    id: str
    severity: Severity
    article: str
    says: str
    measured: str
    mend: str


def table(*groups: Sequence[Rule]) -> dict[str, Rule]:
    """Rules by id; raises ValueError when an id stands twice."""
    rules = list(itertools.chain.from_iterable(groups))
    found = {rule.id: rule for rule in rules}
    if len(found) != len(rules):
        raise ValueError("two rules with one id")
    return found
