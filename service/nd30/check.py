"""Any .docx against Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from service.nd30.findings import LayoutFinding, finding, gathered
from service.nd30.judging.appendices import judge_appendices
from service.nd30.judging.bases import judge_bases
from service.nd30.judging.body import judge_body
from service.nd30.judging.closing import judge_closing
from service.nd30.judging.date import judge_date
from service.nd30.judging.heading import judge_heading
from service.nd30.judging.letters import judge_letters, mostly_old
from service.nd30.judging.minutes import judge_minutes
from service.nd30.judging.number import judge_number
from service.nd30.judging.page import judge_page
from service.nd30.judging.page_numbers import judge_page_numbers
from service.nd30.judging.title import judge_title
from service.nd30.judging.wording import judge_wording
from service.nd30.parts import words
from service.nd30.parts.document import Document, recognise
from service.nd30.reading.story import read

_Judge = Callable[[Document], Iterator[LayoutFinding]]
_OF_PAGES: tuple[_Judge, ...] = (judge_page, judge_letters, judge_page_numbers)
_OF_COMPONENTS: tuple[_Judge, ...] = (
    judge_heading,
    judge_number,
    judge_date,
    judge_title,
    judge_bases,
    judge_body,
    judge_closing,
    judge_minutes,
    judge_wording,
)
_YEAR_IN_NUMBER = re.compile(r"số\s*:?\s*[\d.…_\s]*/\s*\d{4}\s*/")
# Kinds that are law-making when their number has a year: QĐ-UBND, NQ-HĐND …
_MAY_MAKE_LAW = {None, "resolution", "decision", "directive"}
_PARTY_REACH = 30  # paragraphs


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found.

    kind: a key of service.law.kinds.KINDS, "pledge", or None for others; components: those that
    were recognised, by name, with their words.
    """

    kind: str | None
    findings: tuple[LayoutFinding, ...]
    components: dict[str, str]

    @property
    def passed(self) -> bool:
        """Whether there is neither an error nor a warning."""
        return all(each.severity == "info" for each in self.findings)


def check(package: bytes) -> Verdict:
    """Hold a .docx to the decree, by what is seen in it, whatever styles it uses.

    Documents of the Party and of law-making are recognised and not judged. Raises PackageRefused
    for what is no sound .docx; of sound ones it never fails.
    """
    document = recognise(read(package))
    return Verdict(document.kind, gathered(_findings(document)), document.components())


def _findings(document: Document) -> Iterator[LayoutFinding]:
    other = _other_regime(document)
    if other is not None:
        yield other
        return
    for judge in _OF_PAGES:
        yield from judge(document)
    if mostly_old(document):
        return
    yield from judge_appendices(document)
    if _is_document(document):
        for judge in _OF_COMPONENTS:
            yield from judge(document)
    elif not document.appendices:
        yield finding("not_recognised", "không thấy thành phần nào của văn bản hành chính")
    if document.second is not None:
        yield finding("several_documents", "có Quốc hiệu thứ hai", document.second)


def _other_regime(document: Document) -> LayoutFinding | None:
    heading, title = document.heading, document.title
    first = [each for each in document.main if each.words][:_PARTY_REACH]
    party = next((each for each in first if each.folded == words.PARTY), None)
    if party is not None and heading.national is None:
        return finding("party_document", "văn bản của Đảng", party)
    if title.kind is not None and title.kind.folded in words.LAWMAKING:
        return finding("lawmaking_document", "văn bản quy phạm pháp luật", title.kind)
    dated = heading.number and _YEAR_IN_NUMBER.match(heading.number.folded[:100])
    if dated and document.kind in _MAY_MAKE_LAW:
        return finding("lawmaking_document", "văn bản quy phạm pháp luật", heading.number)
    return None


def _is_document(document: Document) -> bool:
    """Whether there is anything of a document of its own, beside appendices."""
    heading, closing = document.heading, document.closing
    known = (heading.national, heading.motto, heading.number, heading.date, closing.heading)
    return any(each is not None for each in known) or document.title.annexed
