"""How a document type looks: the office's own template if it is sound, else the built-in one.

A clerk edits a template in Word and puts it into the folder named by VANTHU_TEMPLATES. What lint
finds wrong there is told, in the log and with every document, and the built-in one goes on serving.
Each file is compiled again when it changes.
"""

from __future__ import annotations

import functools
import logging
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from service import confined
from service.errors import Finding, fault, finding_of, register
from service.watched import Watched
from service.word.template import Template

register(
    {
        "own_template_refused": (
            "Mẫu riêng {file} có {count} lỗi nên chưa dùng được; văn bản này theo mẫu dựng sẵn. "
            "Xem từng lỗi: trong thư mục mẫu riêng, chạy lệnh vanthu templates lint {file} "
            "--type {stem}"
        ),
        "own_template_unreadable": (
            "Không được phép đọc mẫu riêng {file}; văn bản này theo mẫu dựng sẵn. Hãy đóng tệp "
            "trong Word, hoặc cấp quyền đọc."
        ),
    }
)
_LOG = logging.getLogger(__name__)


def tell_unused(folder: Path, stems: Collection[str]) -> None:
    """Log what lies in the folder of own templates and is none by its name."""
    for path in sorted(folder.glob("*.docx")):
        # Word's mark of an open file.
        if path.stem not in stems and not path.name.startswith("~$"):
            _LOG.warning(
                "%s: không được dùng làm mẫu vì tên tệp không phải mã loại văn bản (%s).",
                *(path, ", ".join(stems)),
            )


@dataclass(frozen=True)
class Look:
    """A template to fill, and what is to be said about it with every document."""

    template: Template
    findings: tuple[Finding, ...] = ()


class Looks:
    """The look of one document type, as its files have it now."""

    def __init__(
        self,
        stem: str,
        home: Path,
        own: Path | None,
        built: Path | None,
        build: Callable[[], bytes],
    ) -> None:
        """own: the office's file, which may come and go; build: serves when `built` is missing."""
        self._stem, self._home, self._build = stem, home, build
        self._own = Watched(own, self._checked) if own else None
        self._built = Watched(built, Template.compile) if built else None

    def get(self) -> Look:
        """Raises TemplateBroken when the built-in template is broken."""
        own = self._own_template()
        if isinstance(own, Template):
            return Look(own)
        return Look(self._built_in(), (own,) if own else ())

    def _own_template(self) -> Template | Finding | None:
        try:
            return self._own.get() if self._own else None
        except FileNotFoundError:
            return None

    def _built_in(self) -> Template:
        try:
            return self._built.get() if self._built else self._from_recipe
        except FileNotFoundError:
            return self._from_recipe

    @functools.cached_property
    def _from_recipe(self) -> Template:
        return Template.compile(self._build())

    def _checked(self, own: Path) -> Template | Finding:
        """The template of the office's file, or why it is refused."""
        try:
            package = own.read_bytes()
        except PermissionError:
            return _refused("own_template_unreadable", own)
        faults = confined.lint(package, self._stem, self._home)
        errors = [one for one in faults if one.severity == "error"]
        for one in errors:
            _LOG.error("%s: %s: %s", own, one.label, one.message)
        if errors:
            return _refused("own_template_refused", own, count=len(errors), stem=self._stem)
        return Template.compile(package)


def _refused(code: str, own: Path, **values: object) -> Finding:
    told = finding_of(fault(code, file=own.name, **values), severity="warning")
    _LOG.error("%s: %s", own, told.message)
    return told
