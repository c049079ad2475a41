"""The document types, found by listing folders: a schema, a template or its recipe, samples.

A type is named by its stem: `schemas/<stem>.py` holds a class of that name in CamelCase,
`templates_docx/<stem>.docx` or `templates_docx/recipes/<stem>.py` its look, and
`samples/<stem>.json` with any `samples/<stem>.<variant>.json` its valid payloads. Shared parts
(`schemas._parts`, `templates_docx.recipes.letterhead`) come from the installed project.
"""

from __future__ import annotations

import functools
import importlib.util
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from service.errors import CatalogIncomplete, UnknownDocumentType
from service.look import Look, Looks, tell_unused
from service.nd30.rules import DEFAULT_PAIRING
from service.schema import Schema, json_schema
from service.strict_json import shown
from service.word.template import Template

_BROKEN_MODULE = (AttributeError, ImportError, NameError, SyntaxError, TypeError, ValueError)
_STEM = re.compile(r"[a-z][a-z0-9_]{0,62}")


@dataclass(frozen=True)
class DocumentType:
    """One kind of document: what may be written, how it looks, examples."""

    stem: str
    schema: Schema
    samples: Mapping[str, Path] = field(repr=False)
    looks: Looks = field(repr=False)

    @property
    def title(self) -> str:
        """The Vietnamese name of the type."""
        return self.schema.Meta.title or self.stem

    @functools.cached_property
    def json_schema(self) -> dict[str, Any]:
        """JSON Schema 2020-12 of the payload."""
        return json_schema(self.schema)

    @property
    def look(self) -> Look:
        """Its template and what is to be said of it, as the files are now.

        Raises TemplateBroken when the built-in template is broken.
        """
        return self.looks.get()

    @property
    def template(self) -> Template:
        """The template that fills its documents now."""
        return self.look.template

    def sample(self, variant: str = "") -> bytes:
        """The JSON of a sample. Raises KeyError when there is no such variant."""
        return self.samples[variant].read_bytes()


class Catalog(Mapping[str, DocumentType]):
    """All document types of a folder, in the order of their stems.

    Raises CatalogIncomplete that names every missing or broken file.
    """

    def __init__(
        self, home: Path, templates: Path | None = None, sizes: str = DEFAULT_PAIRING
    ) -> None:
        """templates: the folder of the office's own templates, `<stem>.docx` each; sizes: of the
        built-in ones, a key of PAIRINGS.
        """
        stems = _stems(home / "schemas")
        problems = [problem for stem in stems for problem in _problems(home, stem)]
        if problems or not stems:
            raise CatalogIncomplete("; ".join(problems) or f"{home / 'schemas'}: không có lược đồ.")
        self._types = {stem: _load(home, templates, sizes, stem) for stem in stems}
        if templates:
            tell_unused(templates, stems)

    def __getitem__(self, stem: str) -> DocumentType:
        try:
            return self._types[stem]
        except KeyError:
            stems = ", ".join(self._types)
            raise UnknownDocumentType(
                f"“{shown(stem)}” không phải một loại: các loại hiện có là {stems}."
            ) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._types)

    def __len__(self) -> int:
        return len(self._types)


def build_template(home: Path, stem: str, sizes: str = DEFAULT_PAIRING) -> bytes:
    """The template that a type's recipe builds: the same bytes each time."""
    recipe = _module(f"templates_docx.recipes.{stem}", _recipe_path(home, stem))
    built: bytes = recipe.build(sizes)
    return built


def built_in_template(home: Path, stem: str, sizes: str = DEFAULT_PAIRING) -> bytes:
    """The template that comes with the service: the built .docx, or what its recipe builds."""
    built = _built_in(home, stem, sizes)
    return built.read_bytes() if built and built.is_file() else build_template(home, stem, sizes)


def write_templates(home: Path) -> list[Path]:
    """Build `templates_docx/<stem>.docx` for every type that has a recipe."""
    written = []
    for stem in _stems(home / "schemas"):
        if _recipe_path(home, stem).is_file():
            _built_path(home, stem).write_bytes(build_template(home, stem))
            written.append(_built_path(home, stem))
    return written


def _stems(folder: Path) -> list[str]:
    return sorted(path.stem for path in folder.glob("*.py") if _STEM.fullmatch(path.stem))


def _built_path(home: Path, stem: str) -> Path:
    return home / "templates_docx" / f"{stem}.docx"


def _built_in(home: Path, stem: str, sizes: str) -> Path | None:
    """The built .docx, unless only the recipe has other sizes than it."""
    is_built = sizes == DEFAULT_PAIRING or not _recipe_path(home, stem).is_file()
    return _built_path(home, stem) if is_built else None


def _recipe_path(home: Path, stem: str) -> Path:
    return home / "templates_docx" / "recipes" / f"{stem}.py"


def _problems(home: Path, stem: str) -> Iterator[str]:
    if not (_built_path(home, stem).is_file() or _recipe_path(home, stem).is_file()):
        yield f"{stem}: thiếu templates_docx/recipes/{stem}.py hoặc templates_docx/{stem}.docx"
    if not (home / "samples" / f"{stem}.json").is_file():
        yield f"{stem}: thiếu samples/{stem}.json"
    if not hasattr(_schema_module(home, stem), _class_name(stem)):
        yield f"{stem}: schemas/{stem}.py thiếu lớp {_class_name(stem)}"


def _load(home: Path, templates: Path | None, sizes: str, stem: str) -> DocumentType:
    schema = getattr(_schema_module(home, stem), _class_name(stem))()
    paths = sorted((home / "samples").glob(f"{stem}*.json"))
    variants = {
        path.name.removesuffix(".json").partition(".")[2]: path
        for path in paths
        if path.name.split(".")[0] == stem
    }
    own = templates / f"{stem}.docx" if templates else None
    build = functools.partial(build_template, home, stem, sizes)
    looks = Looks(stem, home, own, _built_in(home, stem, sizes), build)
    return DocumentType(stem, schema, variants, looks)


def _class_name(stem: str) -> str:
    return "".join(word.capitalize() for word in stem.split("_"))


def _schema_module(home: Path, stem: str) -> ModuleType:
    return _module(f"schemas.{stem}", home / "schemas" / f"{stem}.py")


@functools.cache
def _module(name: str, path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise CatalogIncomplete(f"{path}: không nạp được.")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except _BROKEN_MODULE as error:
        raise CatalogIncomplete(f"{path}: {type(error).__name__}: {error}") from error
    return module
