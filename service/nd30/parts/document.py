"""A document with its components told apart."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from service.nd30.parts import words
from service.nd30.parts.closing import Closing, read_closing
from service.nd30.parts.heading import Heading, read_heading
from service.nd30.parts.lines import Line, all_lines, lines_of
from service.nd30.parts.title import Title, read_title
from service.nd30.reading.paragraph import Paragraph
from service.nd30.reading.story import Story

_TOLD = 300  # letters of a component's words
_NAME_LINES = 8  # of an appendix: its name and where it belongs


@dataclass
class Appendix:
    """heading: “Phụ lục I”; name: the lines under it; reference: “(Kèm theo …)”."""

    heading: Line
    number: str
    name: list[Line] = field(default_factory=list)
    reference: list[Line] = field(default_factory=list)


@dataclass
class Copy:
    """The block that makes a document a copy: “SAO Y”, and its number."""

    form: Line
    number: Line | None = None


@dataclass
class Document:
    """main: the paragraphs of the first document, without appendices, copies and further ones.

    kind: a key of KINDS, "pledge", "official_letter", or None for others.
    """

    story: Story
    main: list[Paragraph]
    heading: Heading
    title: Title
    closing: Closing
    kind: str | None
    body: list[Paragraph] = field(default_factory=list)
    appendices: list[Appendix] = field(default_factory=list)
    copy: Copy | None = None
    second: Line | None = None  # the national name of a further document

    def components(self) -> dict[str, str]:
        """The words of each component that was recognised."""
        heading, title, closing = self.heading, self.title, self.closing
        lines: dict[str, Sequence[Line | None]] = {
            "national": [heading.national],
            "motto": [heading.motto],
            "parent": heading.parents,
            "issuer": heading.issuer,
            "number": [heading.number],
            "date": [heading.date],
            "letter_subject": heading.letter_subject,
            "kind": [title.kind],
            "subject": title.subject,
            "addressees": title.addressees,
            "authority": closing.authority,
            "signer": closing.names,
            "recipients": closing.recipients,
            "appendices": [appendix.heading for appendix in self.appendices],
        }
        told = {name: [line.text for line in held if line] for name, held in lines.items()}
        return {name: " / ".join(texts)[:_TOLD] for name, texts in told.items() if texts}

    @property
    def everything(self) -> Iterator[Paragraph]:
        """Of all parts, headers and footers too."""
        yield from self.story.paragraphs
        for paragraphs in (*self.story.headers.values(), *self.story.footers.values()):
            yield from paragraphs


def recognise(story: Story) -> Document:
    """Never fails: what is not found is left empty."""
    paragraphs = [*_letterhead(story), *story.paragraphs]
    heads = _appendix_places(paragraphs)
    second = _second(paragraphs)
    ends = [*heads[:1], *([_index(paragraphs, second)] if second else [])]
    main = paragraphs[: min(ends, default=None)]
    copy, start = _copy(main)
    main = main[:start]
    lines = all_lines(main)
    heading = read_heading(lines, main, story.sections)
    title = read_title(lines[heading.end :], main, story.sections)
    closing = read_closing(main, title.end)
    document = Document(story, main, heading, title, closing, _kind(heading, title))
    document.body = [x for x in main[title.end : closing.start] if x.cell is None and x.box is None]
    parts = itertools.pairwise([*heads, len(paragraphs)])
    document.appendices = [_appendix(paragraphs[start:end]) for start, end in parts]
    document.copy, document.second = copy, second
    return document


def _letterhead(story: Story) -> Sequence[Paragraph]:
    """The first page's header, when it is that which holds the national name."""
    section = story.sections[0]
    shown = section.headers.get("first" if section.title_page else "default", "")
    header = story.headers.get(shown, [])
    letters = "".join(line.letters for line in all_lines(header))
    named = words.NATIONAL_LETTERS in letters or words.MOTTO_LETTERS in letters
    return header if named else []


def _index(paragraphs: Sequence[Paragraph], line: Line) -> int:
    return next(i for i, paragraph in enumerate(paragraphs) if paragraph is line.paragraph)


def _kind(heading: Heading, title: Title) -> str | None:
    if title.kind is not None:
        return title.key
    is_letter = bool(heading.letter_subject or title.addressees)
    return "official_letter" if is_letter else None


def _appendix_places(paragraphs: Sequence[Paragraph]) -> list[int]:
    """Where appendices begin: “Phụ lục …” on a line of its own, centred or bold."""
    return [
        index
        for index, paragraph in enumerate(paragraphs)
        if paragraph.folded.startswith("phụ lục") and _is_appendix(lines_of(paragraph)[0])
    ]


def _is_appendix(line: Line) -> bool:
    found = words.APPENDIX.match(line.folded[:200])
    shown = line.centred or line.bold or line.in_capitals
    listed = line.paragraph.cell is not None and line.paragraph.cell.ruled
    return found is not None and shown and not listed and line.paragraph.box is None


def _appendix(paragraphs: Sequence[Paragraph]) -> Appendix:
    heading, *further = all_lines(paragraphs[: 3 * _NAME_LINES])
    under = list(itertools.takewhile(lambda line: len(line.folded) < 300, further[:_NAME_LINES]))
    found = words.APPENDIX.match(heading.folded)
    appendix = Appendix(heading, (found and found["number"]) or "")
    starts = (i for i, line in enumerate(under) if words.ANNEXED.match(line.folded))
    reference = next(starts, None)
    if reference is not None:
        appendix.reference = list(_up_to_bracket(under[reference:]))
    appendix.name = list(_name(under[:reference]))
    return appendix


def _name(lines: Sequence[Line]) -> Iterator[Line]:
    """The centred lines under “Phụ lục …”."""
    for line in lines:
        if not line.centred or line.paragraph.cell or words.is_drawn(line.text):
            return
        yield line


def _up_to_bracket(lines: Sequence[Line]) -> Iterator[Line]:
    for line in lines[:3]:
        yield line
        if line.text.endswith(")") or not line.text.startswith("("):
            return


def _second(paragraphs: Sequence[Paragraph]) -> Line | None:
    """The national name of a second document in the same file."""
    named = (x for x in paragraphs if words.NATIONAL_LETTERS in x.folded.replace(" ", ""))
    lines = (line for x in named for line in lines_of(x))
    found = (line for line in lines if line.letters == words.NATIONAL_LETTERS)
    return next(itertools.islice(found, 1, None), None)


def _copy(paragraphs: Sequence[Paragraph]) -> tuple[Copy | None, int]:
    """The copy's block, and where it starts."""
    forms = [x for x in paragraphs if words.COPY.match(x.folded)]
    if not forms:
        return None, len(paragraphs)
    cell = forms[0].cell
    table = cell.outermost.table if cell else -1
    held = [x for x in paragraphs if x.cell and x.cell.within(table)] or forms
    lines = all_lines(held)
    number = next((x for x in lines if words.NUMBER.match(x.folded[:200])), None)
    form = next(line for line in all_lines(forms))
    return Copy(form, number), next(i for i, x in enumerate(paragraphs) if x is held[0])
