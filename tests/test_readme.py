"""README cannot lie: what it lists is what there is."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator

import pytest

from service.catalog import Catalog
from service.cli.parser import build
from service.config import PROJECT
from service.web.app import create_app
from service.word.filters import FILTERS

README = (PROJECT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FILTERS)
def test_every_filter_is_named(name: str) -> None:
    """Template authors find each filter."""
    assert re.search(rf"`{name}\b", README)


@pytest.mark.parametrize("stem", Catalog(PROJECT))
def test_every_document_type_is_named(stem: str) -> None:
    """Each type has its stem and its picture."""
    assert f"`{stem}`" in README
    assert (PROJECT / "docs" / f"{stem}.png").is_file()


def test_every_command_is_named() -> None:
    """Each command of the parser stands in the table."""
    (commands,) = (action.choices for action in build()._actions if action.choices)
    for name in commands:
        assert f"`vanthu {name}" in README


def options(parser: argparse.ArgumentParser) -> Iterator[str]:
    """The long options of a parser's commands."""
    for action in parser._actions:
        yield from (name for name in action.option_strings if name.startswith("--"))
        for inner in action.choices.values() if isinstance(action.choices, dict) else ():
            yield from options(inner)


def test_every_option_is_named() -> None:
    """Each option of each command; -o is in no need of its long name."""
    for name in set(options(build())) - {"--help", "--output"}:
        assert re.search(rf"`[^`]*{name}\b[^`]*`", README), name


def test_every_parameter_is_named() -> None:
    """Each one that a call takes in its query."""
    paths = create_app().test_client().get("/api/v1/openapi.json").get_json()["paths"]
    calls = [call for path in paths.values() for call in path.values() if isinstance(call, dict)]
    told = [one for call in calls for one in call.get("parameters", ())]
    names = {one["name"] for one in told if one["in"] == "query"}
    assert names >= {"profile"}
    assert all(f"`?{name}=" in README for name in names)


def test_every_call_is_named() -> None:
    """Each documented operation of the API stands in the table."""
    paths = create_app().test_client().get("/api/v1/openapi.json").get_json()["paths"]
    for path in paths:
        shown = path.removeprefix("/api/v1").replace("{stem}", "<stem>")
        shown = re.sub(r"\{(\w+)\}", r"<\1>", shown)
        for stem in Catalog(PROJECT):
            shown = shown.replace(f"/{stem}", "/<stem>")
        assert shown in README, path


def test_every_setting_is_named() -> None:
    """Each environment variable of the settings is documented, and no other."""
    settings = (PROJECT / "service" / "config.py").read_text(encoding="utf-8")
    assert set(re.findall(r"`(VANTHU_\w+)`", README)) == set(re.findall(r"VANTHU_\w+", settings))
