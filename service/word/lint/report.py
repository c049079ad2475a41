"""What lint has to tell of one part, each thing once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from service.word.faults import TemplateFault, syntax_fault, template_fault
from service.word.tags import Tag

_UNREADABLE = (
    *("block_", "statement_", "tag_empty", "tag_level", "tag_outside", "tag_syntax"),
    *("tag_unclosed", "tag_unsafe"),
)


class Report:
    """The faults of a part. member: its name in the package; title: its name for people."""

    def __init__(self, member: str, title: str) -> None:
        self._member, self._title = member, title
        self._faults: dict[TemplateFault, None] = {}
        self._blamed: set[Tag] = set()

    @property
    def faults(self) -> list[TemplateFault]:
        """In the order in which they were found."""
        return list(self._faults)

    @property
    def has_errors(self) -> bool:
        return any(fault.severity == "error" for fault in self._faults)

    @property
    def is_unreadable(self) -> bool:
        """Whether something was told that no engine can compile."""
        return any(fault.code.startswith(_UNREADABLE) for fault in self._faults)

    def tell(self, code: str, tag: Tag | None, **values: Any) -> None:
        """A fault by its code."""
        self.add(template_fault(code, tag, self._title, self._member, **values))

    def tell_syntax(self, message: str, tag: Tag) -> None:
        """A fault that Jinja's parser found."""
        self.add(syntax_fault(message, tag, self._title, self._member))

    def add(self, fault: TemplateFault) -> None:
        """A fault that was made elsewhere."""
        if fault.tag is None:
            fault = replace(fault, part=self._title, member=self._member)
        self._faults[fault] = None
        if fault.tag and fault.severity == "error":
            self._blamed.add(fault.tag)

    def blames(self, tag: Tag) -> bool:
        """Whether an error of this tag was told."""
        return tag in self._blamed
