"""All tables of findings as one."""

from __future__ import annotations

import bases_table
import money_table
import powers_table
import proposal_table
from cases import Case

CASES: list[Case] = [
    *bases_table.CASES,
    *money_table.CASES,
    *powers_table.CASES,
    *proposal_table.CASES,
]
