"""The tables: every row well formed, and an office's own in the place of the built-in ones."""

from __future__ import annotations

import re
import threading
from datetime import date

import pytest
from law_files import changed, put, salary, with_row

from service.law import Law, current, using
from service.law.awards import bonus
from service.law.page import KEYS
from service.law.preambles import preamble
from service.law.tables import BUILT_IN, KINDS_OF_ROW, built_in, on_day
from service.law.votes import vote_rule

ROWS = [(name, row) for name, table in vars(built_in()).items() for row in table.rows]
SOURCES = re.compile(
    r"Luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Chỉ thị|[a-z]+\.[a-z.]*vn|vbpl"
)
# A path of somebody's machine says nothing to a reader.
PATH = re.compile(r"(?:^|\s)(?:/|[A-Z]:)\w")


@pytest.mark.parametrize(("name", "row"), ROWS)
def test_every_row(name, row):
    """It names a public source, says how sure it is, and its doubts have a Vietnamese name."""
    assert SOURCES.search(row.source)
    assert not PATH.search(row.source + row.note)
    assert set(row.unverified) <= KEYS.keys()
    assert row.confidence != "low" or row.unverified or name == "uncertainties"


@pytest.mark.parametrize("name", KINDS_OF_ROW)
def test_every_table_has_its_file_and_day(name):
    """No file without a table, no table without a file, and the day it was read."""
    assert getattr(built_in(), name).read_on == date(2026, 11, 21)
    assert {path.stem for path in BUILT_IN.iterdir()} == set(KINDS_OF_ROW)


def test_a_new_base_salary_is_one_row(tmp_path):
    """It holds from its day, and the old one ends by itself."""
    law = Law.read(with_row(tmp_path, "salaries.toml", salary()))
    with using(law):
        assert bonus("grassroots_emulation_fighter", "individual", date(2027, 6, 30)) == 2_530_000
        assert bonus("grassroots_emulation_fighter", "individual", date(2027, 7, 1)) == 2_700_000
    assert bonus("grassroots_emulation_fighter", "individual", date(2027, 7, 1)) == 2_530_000


def test_a_new_coefficient_is_one_row(tmp_path):
    """A whole number will do, in a later row."""
    row = """
[[row]]
award = "commendation"
recipient = "individual"
coefficient = 1
since = 2027-01-01
source = "Nghị định 1/2027/NĐ-CP"
confidence = "high"
"""
    with using(Law.read(with_row(tmp_path, "coefficients.toml", row))):
        assert bonus("commendation", "individual", date(2026, 12, 31)) == 760_000
        assert bonus("commendation", "individual", date(2027, 1, 1)) == 2_530_000


def test_a_new_decree_changes_the_bases(tmp_path):
    """The old one ended, the new one listed, and nothing else touched."""
    row = """
[[row]]
key = "decree_new"
kind = "decree"
number = "9/2027/NĐ-CP"
signed = 2027-01-15
issuer = "Chính phủ"
title = "quy định chi tiết"
in_force = 2027-03-01
preamble = 9
source = "Nghị định 9/2027/NĐ-CP"
confidence = "high"
"""
    changed(
        tmp_path,
        "instruments.toml",
        "ended = 2027-02-28\npreamble = 8",
        ('ended = 2027-02-28\nreplaced_by = ["decree_new"]\npreamble = 8'),
    )
    path = tmp_path / "instruments.toml"
    text = path.read_text(encoding="utf-8").replace('unverified = ["ended"]\n', "", 1)
    path.write_text(text + row, encoding="utf-8")
    with using(Law.read(tmp_path)):
        keys = [row.key for row in preamble(date(2027, 3, 1)).instruments]
    assert keys == ["law_2022", "law_2026", "decree_new"]


def test_a_folder_replaces_only_its_files(tmp_path):
    """An empty folder is the built-in law; another file leaves the rest as it is."""
    put(tmp_path, "votes.toml", "read_on = 2027-01-01\n")
    put(tmp_path, ".hidden", "")
    law = Law.read(tmp_path)
    assert law.votes.rows == ()
    assert law.salaries == built_in().salaries
    with using(law):
        assert vote_rule("emulation_flag", date(2026, 11, 20)) is None


def test_windows_files_are_read(tmp_path):
    """Notepad's byte order mark and line ends."""
    text = (BUILT_IN / "salaries.toml").read_text(encoding="utf-8").replace("\n", "\r\n")
    (tmp_path / "salaries.toml").write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert Law.read(tmp_path).salaries.rows == built_in().salaries.rows


def test_using_ends_with_its_block(tmp_path):
    """Also when the block fails, and never in another thread."""
    other, seen = Law.read(put(tmp_path, "votes.toml", "read_on = 2027-01-01\n")), []

    def look():
        seen.append(current())

    with using(other):
        assert current() is other
        thread = threading.Thread(target=look)
        thread.start()
        thread.join()
    with pytest.raises(KeyError), using(other):
        raise KeyError
    assert current() is built_in()
    assert seen == [built_in()]


def test_a_later_row_ends_the_earlier():
    """Even where the later one has ended: nothing comes back to life."""
    salaries = built_in().salaries.rows
    assert on_day(salaries, date(2019, 6, 30)) is None
    assert on_day(salaries, date(2100, 1, 1)) == salaries[-1]
    assert on_day((), date(2026, 1, 1)) is None
