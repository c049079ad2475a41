"""All tables of findings as one."""

from __future__ import annotations

import attendance_table
import bases_table
import bloc_table
import counts_table
import minutes_table
import money_table
import pack_table
import plan_table
import powers_table
import proposal_table
import texts_table
import titles_table
from cases import Case

CASES: list[Case] = [
    *bases_table.CASES,
    *attendance_table.CASES,
    *minutes_table.CASES,
    *bloc_table.CASES,
    *plan_table.CASES,
    *texts_table.CASES,
    *titles_table.CASES,
    *proposal_table.CASES,
    *counts_table.CASES,
    *powers_table.CASES,
    *money_table.CASES,
]
# Of all tables, those of packs too.
CODES = {case.code for case in CASES} | pack_table.CODES
