"""Help, usage and the list of types."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from command_line import COMMANDS, ENGLISH
from small_home import STEM

from service.catalog import Catalog
from service.cli import main
from service.cli.vietnamese import translated
from service.config import PROJECT

# Help and usage


def help_of(capsys, *words):
    assert main([*words, "--help"]) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    return shown.out


def test_help_names_every_command(capsys):
    """The first help lists all commands, each with what it does."""
    shown = help_of(capsys)
    for command in COMMANDS:
        assert f"\n    {command}" in shown


@pytest.mark.parametrize(
    "words",
    [(), *((c,) for c in COMMANDS), *((c, a) for c, more in COMMANDS.items() for a in more)],
)
def test_help_is_vietnamese(capsys, words):
    """Every help shows how to use it in Vietnamese, with an example."""
    shown = help_of(capsys, *words)
    assert shown.startswith(f"Cách dùng: {' '.join(('vanthu', *words))} ")
    assert f"{' '.join(('vanthu', *words))}" in shown
    assert "ví dụ:\n  vanthu" in shown or not words
    assert not [word for word in ENGLISH if word in shown.lower()]
    assert max(map(len, shown.splitlines())) <= 90


def test_commands_are_those_of_the_parser(capsys):
    """The table of these tests knows every command there is."""
    assert main(["?"]) == 2
    listed = capsys.readouterr().err.splitlines()[0].partition("có các lệnh: ")[2]
    assert set(re.findall(r"[\w-]+", listed)) == set(COMMANDS)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "vanthu: thiếu tham số: LỆNH"),
        (["nope"], "vanthu: tham số LỆNH: không có lệnh"),
        (["make"], "vanthu make: thiếu tham số: LOẠI, TỆP"),
        (["make", STEM], "vanthu make: thiếu tham số: TỆP"),
        (["make", STEM, "a", "b"], "vanthu: không hiểu tham số: b"),
        (["make", STEM, "a", "-o"], "tham số -o/--output: cần một giá trị đi kèm"),
        (["make", STEM, "a", "--out=b"], "không hiểu tham số: --out=b"),
        (["batch", STEM, "a"], "thiếu tham số: -o/--output"),
        (["types", "--help=x"], "tham số -h/--help: không nhận giá trị 'x'"),
        (["serve", "--port", "x"], "tham số --port: cần số nguyên từ 1 đến 65535"),
        (["serve", "--port", "0"], "tham số --port: cần số nguyên từ 1 đến 65535"),
        (["serve", "--port", "70000"], "tham số --port: cần số nguyên từ 1 đến 65535"),
        (["serve", "--workers", "²"], "tham số --workers: cần số nguyên từ 1 đến 64"),
        (["templates"], "vanthu templates: thiếu tham số: LỆNH"),
    ],
)
def test_wrong_usage(capsys, words, told):
    """A wrong call says in Vietnamese what is wrong and where help is, and ends with 2."""
    assert main(words) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert told in shown.err
    assert "Xem hướng dẫn: vanthu" in shown.err
    assert not [word for word in ENGLISH if word in shown.err]


def test_a_message_unknown_to_the_table_is_shown_as_it_is():
    """A new Python may say something new: better in English than not at all."""
    assert translated("something new") == "something new"


def test_help_loads_nothing_heavy():
    """Help comes at once: no Word, schema or web library is imported for it."""
    script = (
        "import sys; from service.cli import main; main(['make', '--help']); "
        "print(*sys.modules, file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, cwd=PROJECT)
    loaded = set(ran.stderr.decode().split())
    assert "argparse" in loaded
    heavy = {"docx", "lxml", "jinja2", "flask", "marshmallow", "granian", "service.errors"}
    assert not loaded & (heavy | {"typing", "dataclasses", "pathlib"})


# types


def test_types(capsys):
    """One aligned line a type: its stem, its name, how many samples it has."""
    assert main(["types"]) == 0
    heading, line = capsys.readouterr().out.splitlines()
    assert line.split() == [STEM, "Giấy", "báo", "2"]
    assert line.index("Giấy") == heading.index("TÊN")
    assert line.index("2") == heading.index("MẪU")


def test_types_of_the_project(capsys, monkeypatch):
    """Every type of the project is listed."""
    monkeypatch.delenv("VANTHU_HOME")
    assert main(["types"]) == 0
    shown = capsys.readouterr().out.splitlines()[1:]
    kinds = Catalog(PROJECT)
    assert [line.split()[0] for line in shown] == list(kinds)
    assert all(kind.title in line for kind, line in zip(kinds.values(), shown, strict=True))
