"""The template as the engine sees it: compiled, and filled with samples."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from service.errors import PayloadInvalid, VanthuError
from service.word.faults import TemplateFault, fault_of, faults_of
from service.word.opening import Opened
from service.word.part import UNFILLABLE, Part
from service.word.template import Template

# A hostile package can fail in lxml, docxtpl, Jinja and Python alike: each fault is the template's.
FAILURES = (*UNFILLABLE, MemoryError, SyntaxError)


def part(opened: Opened) -> list[TemplateFault]:
    """What the engine says of a part when it compiles it."""
    return list(_told(lambda: Part(opened), opened.title))


def compiled(package: bytes) -> tuple[list[Template], list[TemplateFault]]:
    """The template, none when it does not compile, and what the engine says of it then."""
    made: list[Template] = []
    return made, list(_told(lambda: made.append(Template.compile(package))))


def filled(template: Template, samples: Sequence[Mapping[str, Any]]) -> Iterator[TemplateFault]:
    """What the engine says when it fills the template with each sample."""
    for sample in samples:
        yield from _told(functools.partial(template.render, sample))


def _told(work: Callable[[], object], title: str = "") -> Iterator[TemplateFault]:
    try:
        work()
    except PayloadInvalid as error:
        # Samples are right: the template asks of a value what it cannot give, such as a picture.
        if isinstance(error.__cause__, VanthuError):
            yield from faults_of(error.__cause__)
    except VanthuError as error:
        yield from faults_of(error)
    except FAILURES as error:
        yield fault_of(error, None, title)
