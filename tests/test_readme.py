"""README cannot lie: what it lists is what there is."""

from __future__ import annotations

import re

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


def test_every_call_is_named() -> None:
    """Each documented operation of the API stands in the table."""
    paths = create_app().test_client().get("/api/v1/openapi.json").get_json()["paths"]
    for path in paths:
        shown = path.removeprefix("/api/v1").replace("{stem}", "<stem>")
        shown = re.sub(r"\{(\w+)\}", r"<\1>", shown)
        for stem in Catalog(PROJECT):
            shown = shown.replace(f"/{stem}", "/<stem>")
        assert shown in README, path


SETTINGS = (PROJECT / "service" / "config.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("variable", sorted(set(re.findall(r"VANTHU_[A-Z_]+", SETTINGS))))
def test_every_setting_is_named(variable: str) -> None:
    """Each environment variable of the settings is documented."""
    assert f"`{variable}`" in README
