"""The dated tables of law: the built-in ones and those that an office keeps in a folder."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_args, get_type_hints

from service.errors import MAX_FINDINGS, Finding, VanthuError
from service.law import rows
from service.law.checks import check
from service.law.reading import Fault, Table, read

BUILT_IN = Path(__file__).parent / "data"

AnyDated = TypeVar("AnyDated", bound=rows.Dated)


class LawInvalid(VanthuError):
    """A table of law cannot be used; detail and findings name every fault, file and line."""

    code = "law_invalid"
    title = "Bảng luật có lỗi"

    def __init__(self, faults: Sequence[Fault]) -> None:
        listed = "\n".join(map(str, faults[:MAX_FINDINGS]))
        findings = [
            Finding(self.code, str(fault), f"/{fault.file}/{fault.line}", fault.file)
            for fault in faults[:MAX_FINDINGS]
        ]
        super().__init__(f"Bảng luật có {len(faults)} chỗ cần sửa:\n{listed}", findings)


@dataclass(frozen=True, eq=False)
class Law:
    """Every table of law; each stands in the file of its name.

    Laws are compared by identity, so what is derived from one may be cached by it.
    """

    instruments: Table[rows.Instrument]
    salaries: Table[rows.Salary]
    coefficients: Table[rows.Coefficient]
    votes: Table[rows.VoteRule]
    quorums: Table[rows.Quorum]
    conditions: Table[rows.Condition]
    signers: Table[rows.Signer]
    grants: Table[rows.Grant]
    provinces: Table[rows.Province]
    bodies: Table[rows.Body]
    deadlines: Table[rows.Deadline]
    uncertainties: Table[rows.Uncertainty]

    @classmethod
    def read(cls, folder: Path | None = None) -> Law:
        """The built-in tables, each replaced by the file of its name in `folder`, if there.

        Raises LawInvalid with every fault of every file.
        """
        faults = list(_strangers(folder)) if folder else []
        tables: dict[str, Table[Any]] = {}
        for name, kind in KINDS_OF_ROW.items():
            path = _path(folder, f"{name}.toml")
            try:
                tables[name], found = read(path.name, path.read_bytes(), kind)
            except OSError as error:
                found = [Fault(path.name, 0, f"không đọc được tệp: {error.strerror}.")]
            faults += found
        # Rows that could not be read would only be missed again by those that point to them.
        if faults := faults or list(check(tables)):
            raise LawInvalid(faults)
        return cls(**tables)


KINDS_OF_ROW: dict[str, type[rows.Row]] = {
    name: get_args(hint)[0] for name, hint in get_type_hints(Law).items()
}


def _path(folder: Path | None, name: str) -> Path:
    own = folder / name if folder else None
    return own if own and own.is_file() else BUILT_IN / name


# Editors add .txt unasked.
_TABLE_ENDS = (".toml", ".toml.txt")


def _strangers(folder: Path) -> Iterator[Fault]:
    """Tables that would be passed over in silence, mostly for a misspelt name.

    What else lies in the folder, as notes and copies of tables, is let be.
    """
    if not folder.is_dir():
        yield Fault(str(folder), 0, "không có thư mục này.")
        return
    known = [f"{name}.toml" for name in KINDS_OF_ROW]
    for path in sorted(folder.iterdir()):
        is_table = path.name.lower().endswith(_TABLE_ENDS)
        if is_table and path.name not in known and not path.name.startswith((".", "~")):
            near = difflib.get_close_matches(path.name, known, n=1)
            hint = f"có phải “{near[0]}”?" if near else f"chỉ nhận {', '.join(known)}."
            yield Fault(path.name, 0, f"không phải tên một bảng luật: {hint}")


@cache
def built_in() -> Law:
    """The tables that come with the program."""
    return Law.read()


_CURRENT: ContextVar[Law | None] = ContextVar("law", default=None)


def current() -> Law:
    """The tables that answer at present: those of `using`, else the built-in ones."""
    return _CURRENT.get() or built_in()


@contextmanager
def using(law: Law) -> Iterator[Law]:
    """Let `law` answer within the block, in this thread or task."""
    token = _CURRENT.set(law)
    try:
        yield law
    finally:
        _CURRENT.reset(token)


def on_day(table: Sequence[AnyDated], on: dt.date) -> AnyDated | None:
    """The row that holds on a day: a later row ends the one before it, whatever that one says."""
    begun = [row for row in table if row.first <= on]
    latest = max(begun, key=lambda row: row.first, default=None)
    return latest if latest and on <= latest.last else None
