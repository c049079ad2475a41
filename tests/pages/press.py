"""From a payload to a measured document, by the road of the service."""

from __future__ import annotations

import functools
from collections.abc import Callable

from hard import Case
from measure import Printed

from service.config import PROJECT
from service.nd30.rules import PAIRINGS
from service.pdf.office import Office
from service.pipeline import Pipeline

Press = Callable[[Case, str], Printed]


def press_of(office: Office) -> Press:
    """Prints a case in a pairing of sizes; the same one once."""
    pipelines = {sizes: Pipeline(PROJECT, None, office, sizes) for sizes in PAIRINGS}

    @functools.cache
    def printed(case: Case, sizes: str) -> Printed:
        payload = case.payload
        docx = pipelines[sizes].make(case.sample.stem, payload).data
        landscape = payload.get("list_orientation") == "landscape"
        return Printed(docx, office.convert(docx).data, sizes, landscape)

    return printed
