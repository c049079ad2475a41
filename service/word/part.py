"""One XML part of a template, compiled: its tags are code, the rest of it ready text."""

from __future__ import annotations

from typing import Any

import jinja2

from service.errors import TemplateBroken
from service.word import after, sections
from service.word.compiler import compiled
from service.word.faults import broken, fault_of
from service.word.grammar import Source
from service.word.limits import RENDERING
from service.word.opening import Opened
from service.word.pictures import Undrawable, refusal
from service.word.values import Unholdable

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# What Jinja and Python's compiler raise for a source, and a filter for what it cannot print.
_UNCOMPILABLE = (
    *(jinja2.TemplateError, MemoryError, OverflowError, RecursionError, SyntaxError, ValueError),
)
UNFILLABLE = (
    *(jinja2.TemplateError, ArithmeticError, AttributeError, LookupError, RecursionError),
    *(MemoryError, NameError, RuntimeError, SyntaxError, TypeError, ValueError),
)


class Part:
    """A compiled part. Thread-safe: nothing of a filling is kept."""

    def __init__(self, opened: Opened) -> None:
        """Raises TemplateBroken for a faulty tag."""
        self.name, self.by_docxtpl, self._title = opened.name, opened.by_docxtpl, opened.title
        self._source = Source(opened.root, opened.tags())
        try:
            code = compiled(self.name, self._source.text)
        except _UNCOMPILABLE as error:
            # Of Python's own errors the line is one of the code, not of the source.
            line = None if isinstance(error, SyntaxError) else getattr(error, "lineno", None)
            raise self._broken(error, line) from error
        self._template, self.names, self.draws = code.template, code.names, code.draws
        self._finish: list[after.Step] = list(after.steps(code.survey))
        if opened.is_body and sections.may_end_in_a_break(code.survey.xml):
            self._finish.append(sections.drop_last_break)
        bare = _DECLARATION + code.survey.xml.encode()
        self.constant = None if self._source.has_tags else self._finished(bare)

    def fill(self, context: dict[str, Any]) -> bytes:
        """The XML with the context's values; `context[RENDERING]` is the filling it is part of.

        Raises TemplateBroken with the tag at fault, PayloadInvalid for a text that is no picture,
        Unholdable for a value that XML cannot hold.
        """
        shared = self._template.new_context(context, shared=True)
        try:
            pieces = self._template.root_render_func(shared)
            xml = context[RENDERING].budget.written(_DECLARATION, pieces)
            return self._finished(xml)
        except Unholdable:
            raise
        except Undrawable as error:
            own = self._broken(error, self._line(error))
            if refused := refusal(error, context):
                raise refused from own
            raise own from error
        except UNFILLABLE as error:
            raise self._broken(error, self._line(error)) from error

    def _finished(self, xml: bytes) -> bytes:
        for step in self._finish:
            xml = step(xml)
        return xml

    def _line(self, error: BaseException) -> int | None:
        """The line of the source that was running when the error was raised."""
        line, trace = None, error.__traceback__
        while trace is not None:
            if trace.tb_frame.f_globals.get("__jinja_template__") is self._template:
                line = self._template.get_corresponding_lineno(trace.tb_lineno)
            trace = trace.tb_next
        return line

    def _broken(self, error: BaseException, line: int | None) -> TemplateBroken:
        tag = self._source.tag(line) if line else None
        return broken([fault_of(error, tag, self._title)])
