"""An empty desk for every command."""

from __future__ import annotations

import pytest
from small_home import build_home


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return build_home(tmp_path_factory.mktemp("home"))


@pytest.fixture(autouse=True)
def desk(home, tmp_path, monkeypatch):
    """An empty current folder, and the small home."""
    monkeypatch.setenv("VANTHU_HOME", str(home))
    monkeypatch.chdir(tmp_path)
    return tmp_path
