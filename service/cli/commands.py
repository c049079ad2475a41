"""What each command does, on top of the one road."""

from __future__ import annotations

import json
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from service.batch import books, jobs, rows
from service.catalog import built_in_template, write_templates
from service.cli import console, serving
from service.cli.files import (
    Refused,
    existing_file,
    existing_folder,
    new_file,
    read_payload,
    read_template,
    reason,
    write_document,
    write_new,
)
from service.cli.progress import progress
from service.config import Settings
from service.errors import SEVERITIES, Finding, PayloadInvalid, PayloadUnreadable, VanthuError
from service.nd30 import check as layout
from service.nd30 import report
from service.packs import checking as packs
from service.packs import folder
from service.pipeline import Format, Pipeline
from service.vietnamese.figures import integer

DONE, BAD_DATA, MISUSED = 0, 1, 2

_SEVERITIES = {"error": "Lỗi", "warning": "Cảnh báo", "info": "Lưu ý"}


def run(options: Namespace) -> int:
    """Carry out a parsed command and return its exit code; expected errors become messages."""
    try:
        return _COMMANDS[options.command](options, Settings.from_environment(os.environ))
    except (PayloadUnreadable, PayloadInvalid) as error:
        console.complain(*map(_told, error.findings), f"{error.title}: {error.detail}")
        return BAD_DATA
    except VanthuError as error:
        console.complain(f"{error.title}: {error.detail}")
    except OSError as error:
        console.complain(f"{Refused.title}: {reason(error)}")
    return MISUSED


def _types(_: Namespace, settings: Settings) -> int:
    kinds = Pipeline.of(settings).catalog.values()
    table = [("MÃ LOẠI", "TÊN", "MẪU DỮ LIỆU")]
    table += [(kind.stem, kind.title, str(len(kind.samples))) for kind in kinds]
    first, second = (max(len(line[column]) for line in table) for column in (0, 1))
    for stem, title, samples in table:
        console.say(f"{stem:{first}}  {title:{second}}  {samples}")
    return DONE


def _make(options: Namespace, settings: Settings) -> int:
    payload = read_payload(options.file, settings.max_body_bytes)
    wanted: Format = "pdfa" if options.pdf_a else "pdf" if options.pdf else "docx"
    document = Pipeline.of(settings).make(options.stem, payload, wanted, strict=options.strict)
    # Findings go to stderr: a script that reads stdout wants the path alone.
    console.say(str(write_document(document, options.output, options.file)))
    console.complain(*map(_told, document.findings))
    return DONE


def _check(options: Namespace, settings: Settings) -> int:
    payload = read_payload(options.file, settings.max_body_bytes)
    findings = Pipeline.of(settings).check(options.stem, payload, strict=options.strict)
    console.say("Dữ liệu hợp lệ.", *map(_told, findings))
    return DONE


def _check_layout(options: Namespace, _: Settings) -> int:
    verdict = layout.check(read_template(options.file))
    if options.json:
        console.say(json.dumps(report.as_dict(verdict), ensure_ascii=False, indent=2))
    else:
        console.say(*report.as_lines(verdict))
    counting = {"error", "warning"} if options.strict else {"error"}
    broken = any(each.severity in counting for each in verdict.findings)
    return BAD_DATA if broken else DONE


def _check_pack(options: Namespace, settings: Settings) -> int:
    limit = settings.max_body_bytes
    entries = folder.entries(
        existing_folder(options.folder), lambda path: read_payload(str(path), limit)
    )
    checked = packs.check(Pipeline.of(settings), entries, strict=options.strict)
    if options.json:
        console.say(json.dumps(packs.as_dict(checked), ensure_ascii=False, indent=2))
    else:
        for one in checked:
            console.say(f"{one.name}: {_outcome(one.findings)}")
            console.say(*(f"  {_told(finding)}" for finding in one.findings))
        everything = [finding for one in checked for finding in one.findings]
        console.say(f"Bộ hồ sơ {integer(len(checked))} văn bản: {_outcome(everything)}")
    return DONE if all(one.valid for one in checked) else BAD_DATA


def _outcome(findings: Sequence[Finding]) -> str:
    counts = {
        says.lower(): sum(one.severity == severity for one in findings)
        for severity, says in _SEVERITIES.items()
    }
    told = [f"{integer(count)} {says}" for says, count in counts.items() if count]
    return f"{', '.join(told) or 'không có lỗi'}."


def _batch(options: Namespace, settings: Settings) -> int:
    out = new_file(options.output, options.file)
    with _rows(options, settings) as (payloads, show):
        pipeline = Pipeline.of(settings)
        summary = jobs.run(pipeline, options.stem, payloads, out, show, strict=options.strict)
    console.say(f"Đã tạo {integer(summary.done)} văn bản, {_failures(summary)}.", str(out))
    return BAD_DATA if summary.failed else DONE


def _book(options: Namespace, settings: Settings) -> int:
    out = new_file(options.output, options.file)
    pipeline = Pipeline.of(settings)
    with _rows(options, settings) as (payloads, show):
        book = books.run(
            *(pipeline, options.stem, payloads, out, show),
            two_sided=options.duplex,
            strict=options.strict,
        )
    counts = f"{integer(book.summary.done)} văn bản, {integer(book.pages)} trang"
    console.say(f"Đã ghép {counts}, {_failures(book.summary)}.")
    console.say(*([str(out)] if book.pages else []), str(book.report))
    return BAD_DATA if book.summary.failed else DONE


@contextmanager
def _rows(
    options: Namespace, settings: Settings
) -> Iterator[tuple[Iterator[rows.Row], Callable[[jobs.Summary], None]]]:
    """The lines of a file, and what to call after each."""
    source = existing_file(options.file)
    total = sum(1 for _ in rows.read(source, settings.max_body_bytes))
    if not total:
        raise PayloadUnreadable(f"“{source}” không có dòng dữ liệu nào.")
    with progress(total, sys.stderr) as show:
        yield rows.read(source, settings.max_body_bytes), show


def _failures(summary: jobs.Summary) -> str:
    return f"{integer(summary.failed)} dòng có lỗi"


def _serve(options: Namespace, settings: Settings) -> int:
    Pipeline.of(settings)  # what is missing is told here, not by a worker that dies
    serving.serve(
        options.host, options.port, options.workers, open_to_network=options.open_to_network
    )
    return DONE


def _templates(options: Namespace, settings: Settings) -> int:
    return _ON_TEMPLATES[options.action](options, settings)


def _build(_: Namespace, settings: Settings) -> int:
    console.say(*(str(path) for path in write_templates(settings.home)))
    return DONE


def _lint(options: Namespace, settings: Settings) -> int:
    faults = Pipeline.of(settings).lint(options.type, read_template(options.file))
    errors = sum(fault.severity == "error" for fault in faults)
    if options.json:
        told = [fault.as_dict() for fault in faults]
        console.say(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        console.say(*(_told(fault.finding()) for fault in faults))
        console.say(_verdict(errors, len(faults) - errors))
    return BAD_DATA if errors else DONE


def _export(options: Namespace, settings: Settings) -> int:
    kind = Pipeline.of(settings).catalog[options.stem]
    package = built_in_template(settings.home, kind.stem, settings.sizes)
    console.say(str(write_new(Path(options.file), f"{kind.stem}.docx", package)))
    return DONE


def _verdict(errors: int, warnings: int) -> str:
    more = f", {integer(warnings)} cảnh báo" if warnings else ""
    if errors:
        return f"Mẫu chưa dùng được: {integer(errors)} lỗi{more}."
    return f"Mẫu dùng được: không có lỗi{more}."


def _told(finding: Finding) -> str:
    """Trích yếu (/subject): Không được để trống … — on one line, whatever the payload holds.

    A warning that a payload may accept shows its code.
    """
    place = " ".join(filter(None, [finding.label, finding.pointer and f"({finding.pointer})"]))
    text = f"{place}: {finding.message}" if place else finding.message
    kind = _SEVERITIES[finding.severity]
    kind += f" [{finding.code}]" * (SEVERITIES.get(finding.code) == "warning")
    reason = f" (Đã chấp nhận: {finding.accepted})" if finding.accepted else ""
    return f"{kind}: {' '.join((text + reason).split())}"


_ON_TEMPLATES = {"build": _build, "export": _export, "lint": _lint}
_COMMANDS = {
    "types": _types,
    "make": _make,
    "check": _check,
    "check-layout": _check_layout,
    "check-pack": _check_pack,
    "batch": _batch,
    "book": _book,
    "serve": _serve,
    "templates": _templates,
}
