"""argparse that speaks Vietnamese: headings, help and its own messages."""

from __future__ import annotations

import argparse
import re

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing takes longer to import than the help to print
    from typing import Any, NoReturn

_USAGE = "Cách dùng: "
_WIDTH = 88  # fixed: asking the terminal imports five modules, and docs quote the help

# argparse words its messages in English only; what is not found here is shown as it is.
_MESSAGES = {
    r"the following arguments are required: (.+)": r"thiếu tham số: \1",
    r"unrecognized arguments: (.+)": r"không hiểu tham số: \1",
    r"argument (.+?): (.+)": r"tham số \1: \2",
    r"(.*)expected one argument": r"\1cần một giá trị đi kèm",
    r"(.*)invalid choice: (.+?)(?:, maybe.+)? \(choose from (.+?)\).*": (
        r"\1không có lệnh \2; có các lệnh: \3"
    ),
    r"(.*)ignored explicit argument (.+)": r"\1không nhận giá trị \2",
}


def translated(message: str) -> str:
    """A message of argparse in Vietnamese."""
    for english, vietnamese in _MESSAGES.items():
        if found := re.fullmatch(english, message, re.DOTALL):
            message = found.expand(vietnamese)
    return message


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str, **options: Any) -> None:
        super().__init__(prog, **{"width": _WIDTH, **options})

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, _USAGE if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """An argument parser with two groups to add to: `inputs` and `choices`."""

    def __init__(self, **options: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_Formatter, **options)
        self.inputs = self.add_argument_group("Tham số")
        self.choices = self.add_argument_group("Tùy chọn")
        self.choices.add_argument("-h", "--help", action="help", help="in hướng dẫn này rồi thoát")

    def error(self, message: str) -> NoReturn:
        """Print what is wrong with the arguments and exit with 2."""
        self.exit(2, f"{self.prog}: {translated(message)}\nXem hướng dẫn: {self.prog} --help\n")
