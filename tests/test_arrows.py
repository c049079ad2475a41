"""The house keeps its order: each module imports only what stands left of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.config import PROJECT

ORDER = [
    "service.vietnamese",
    "service.errors",
    "service.nd30.rules",
    "service.config",
    "service.watched",
    "service.strict_json",
    "service.naming",
    "service.law",
    "service.fields",
    "service.fast_load",
    "service.words",
    "service.telling",
    "service.schema",
    "service.packs.messages",
    "service.acceptance",
    "schemas",
    "service.word",
    "service.nd30",
    "service.confined",
    "templates_docx",
    "service.pdf",
    "service.look",
    "service.catalog",
    "service.pipeline",
    "service.packs",
    "service.batch",
    "service.web",
    "service.cli",
    "service.__main__",
]
# Folders that only the catalog loads, by listing them.
LISTED = ("schemas", "templates_docx")


def modules() -> list[Path]:
    folders = ("service", "schemas", "templates_docx")
    return sorted(path for folder in folders for path in (PROJECT / folder).rglob("*.py"))


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(PROJECT).with_suffix("").parts).removesuffix(".__init__")


def room(module: str) -> str | None:
    """The entry of ORDER that a module belongs to."""
    rooms = [name for name in ORDER if module == name or module.startswith(name + ".")]
    return max(rooms, key=len, default=None)


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def project_rooms(path: Path) -> set[str]:
    """The rooms a module imports from."""
    names = {name for name in imports(path) if name.split(".")[0] in ("service", *LISTED)}
    return {found for name in names if (found := room(name))}


@pytest.mark.parametrize("path", modules(), ids=dotted)
def test_every_module_has_a_room(path: Path) -> None:
    """A new module must be given its place in the order."""
    assert room(dotted(path)) or dotted(path) == "service"


@pytest.mark.parametrize("path", modules(), ids=dotted)
def test_imports_point_left(path: Path) -> None:
    """No module imports what stands right of it."""
    own = room(dotted(path))
    if own is not None:
        right = [name for name in project_rooms(path) if ORDER.index(name) > ORDER.index(own)]
        assert not right


@pytest.mark.parametrize("path", modules(), ids=dotted)
def test_listed_folders_are_imported_by_nobody(path: Path) -> None:
    """Document types are found by listing folders: no module names one."""
    own = room(dotted(path))
    assert not {name for name in project_rooms(path) if name in LISTED and name != own}


def test_a_wrong_arrow_is_seen(tmp_path: Path) -> None:
    """The check itself sees imports of both spellings, inside functions too."""
    module = tmp_path / "module.py"
    module.write_text("import service.web.app\n\ndef f():\n    from service import cli\n")
    assert project_rooms(module) == {"service.web", "service.cli"}
