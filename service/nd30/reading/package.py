"""The parts of a .docx and how they refer to each other."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from functools import cached_property

from service.errors import PackageRefused
from service.nd30.reading.xml import Element, children, local, parse
from service.word import package

_NOT_WORD = (
    "Đây không phải văn bản Word (.docx). Hãy mở tệp bằng Word, lưu thành .docx rồi gửi lại."
)


@dataclass(frozen=True, slots=True)
class _Relation:
    kind: str  # the last word of its type: officeDocument, styles, header …
    target: str  # a member's name


@dataclass
class Package:
    """A .docx that passed the guard; names of members compare without regard to capitals."""

    members: dict[str, bytes]
    _lower: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self._lower = {name.lower(): name for name in self.members}

    @cached_property
    def main_name(self) -> str:
        """The member that holds the text."""
        relations = self._relations("").values()
        named = [each.target for each in relations if each.kind == "officeDocument"]
        for name in (*named, "word/document.xml"):
            if name.lower() in self._lower:
                return self._lower[name.lower()]
        raise PackageRefused(_NOT_WORD)

    @cached_property
    def body(self) -> Element:
        """w:body; raises PackageRefused when the main part is no Word document."""
        root = parse(self.members[self.main_name])
        bodies = [child for child in children(root) if local(child) == "body"]
        if local(root) != "document" or not bodies:
            raise PackageRefused(_NOT_WORD)
        return bodies[0]

    def related(self, kind: str) -> Element | None:
        """The root of the main part's first related part of a kind, such as "styles"."""
        for relation in self._main_relations.values():
            if relation.kind == kind and relation.target.lower() in self._lower:
                return self._root(relation.target)
        return None

    def by_id(self, identity: str | None) -> Element | None:
        """The root of the part that the main part refers to by r:id."""
        relation = self._main_relations.get(identity or "")
        if relation is None or relation.target.lower() not in self._lower:
            return None
        return self._root(relation.target)

    @cached_property
    def _main_relations(self) -> dict[str, _Relation]:
        return self._relations(self.main_name)

    def _root(self, name: str) -> Element:
        return parse(self.members[self._lower[name.lower()]])

    def _relations(self, source: str) -> dict[str, _Relation]:
        folder, base = posixpath.split(source)
        name = posixpath.join(folder, "_rels", f"{base}.rels").lower()
        if name not in self._lower:
            return {}
        return {
            item.get("Id", ""): _Relation(
                item.get("Type", "").rpartition("/")[2], _resolved(folder, item.get("Target", ""))
            )
            for item in children(self._root(name))
        }


def _resolved(folder: str, target: str) -> str:
    """A member's name from a relationship's target."""
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def open_package(data: bytes) -> Package:
    """Raises PackageRefused for what is no sound .docx."""
    return Package(package.read(data))
