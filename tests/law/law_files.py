"""Folders of tables for tests: built-in ones with a row more or a word changed."""

from __future__ import annotations

from pathlib import Path

from service.law.tables import BUILT_IN


def salary(amount: object = 2_700_000, since: object = "2027-07-01", **more: object) -> str:
    """A row of salaries.toml; None leaves a key out."""
    keys = {
        "amount": amount,
        "since": since,
        "decree": '"200/2027/NĐ-CP"',
        "source": '"Nghị định 200/2027/NĐ-CP"',
        "confidence": '"high"',
        **more,
    }
    lines = [f"{key} = {value}" for key, value in keys.items() if value is not None]
    return "\n[[row]]\n" + "\n".join(lines) + "\n"


def put(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def with_row(folder: Path, name: str, row: str) -> Path:
    """A folder with the built-in table and one more row."""
    return put(folder, name, (BUILT_IN / name).read_text(encoding="utf-8") + row)


def changed(folder: Path, name: str, old: str, new: str) -> Path:
    """A folder with the built-in table and one change in its first place."""
    text = (BUILT_IN / name).read_text(encoding="utf-8")
    assert old in text
    return put(folder, name, text.replace(old, new, 1))
