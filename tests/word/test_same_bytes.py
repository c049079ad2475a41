"""The same template and data give the same bytes, and every program can open them."""

from __future__ import annotations

import hashlib
import io
import json
import os
import pickle
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import docx
import pdfplumber
import pytest
from documents import CATALOG, SAMPLES, to_pdf
from docxtpl_road import canonical, members
from grammar_table import CASES, Case
from ooxml import faults
from small_docx import CORE, KINDS, docx_of, file_of, p, picture, r, tbl, tr

from service.config import PROJECT
from service.errors import VanthuError
from service.schema import load
from service.word.template import Template

THREADS = 8
TURNS = 50
FILLED = {CORE, *map(file_of, KINDS)}

PACKAGE = docx_of(
    p("{{ name }}: {% for key, value in facts.items() %}{{ key }}={{ value }}; {% endfor %}")
    + tbl(
        tr("{%tr for x in xs %}", ""), tr("{{ x }}", "{{ loop.index }}"), tr("{%tr endfor %}", "")
    )
    + p("{%p for x in xs %}")
    + p(r(picture(alt="{{ x }}")))
    + p("{%p endfor %}"),
    header=p("{{ name }}"),
)
DATA = [
    {
        "name": f"Lan {n} & {'é' * n}",
        "facts": {"một": n, "hai": -n},
        "xs": [f"{n}\n{m}" for m in range(n)],
    }
    for n in range(7)
]

# Run by another Python: a pickled template and data in, the digests of the documents out.
OTHER_PROCESS = """
import hashlib, json, pickle, sys
template, data = pickle.load(sys.stdin.buffer)
digests = [hashlib.sha256(template.render(one)).hexdigest() for one in data]
print(json.dumps([hash("vanthu"), digests]))
"""


@pytest.fixture(scope="module")
def documents() -> dict[str, bytes]:
    """The documents of the table of grammar; which of them cannot be made, test_grammar tells."""
    return {case.name: made for case in CASES if (made := filled(case)) is not None}


def filled(case: Case) -> bytes | None:
    try:
        return Template.compile(case.package).render(case.data)
    except (VanthuError, SyntaxError, TypeError, ValueError):
        return None


def digest(package: bytes) -> str:
    return hashlib.sha256(package).hexdigest()


def elsewhere(template: Template, seed: int) -> tuple[int, list[str]]:
    """The hash of a word and the documents' digests in a process with this seed for hashes."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", OTHER_PROCESS],
        input=pickle.dumps((template, DATA)),
        env=os.environ | {"PYTHONHASHSEED": str(seed), "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        check=True,
        timeout=60,
    )
    word, digests = json.loads(done.stdout)
    return word, digests


def test_in_any_process() -> None:
    """A pickled template writes in each process what it writes here, whatever the hashes."""
    template = Template.compile(PACKAGE)
    here = [digest(template.render(data)) for data in DATA]
    first, second = elsewhere(template, 1), elsewhere(template, 2)
    assert first[0] != second[0]
    assert first[1] == second[1] == here
    assert len(set(here)) == len(DATA)


def test_compiled_anew() -> None:
    """A template compiled again, from a file or by pickle, writes the same."""
    template = Template.compile(PACKAGE)
    pickled = pickle.loads(pickle.dumps(template))  # noqa: S301 - our own
    copies = [template, pickled, Template.compile(PACKAGE)]
    assert len({copy.render(DATA[3]) for copy in copies}) == 1


def test_compiled_from_a_file(tmp_path: Path) -> None:
    """A path, as a text too, is as good as the bytes."""
    path = tmp_path / "mẫu.docx"
    path.write_bytes(PACKAGE)
    expected = Template.compile(PACKAGE).render(DATA[3])
    assert Template.compile(path).render(DATA[3]) == expected
    assert Template.compile(str(path)).render(DATA[3]) == expected


def test_in_threads() -> None:
    """Threads that share a template do not disturb each other."""
    work = [(CATALOG[sample.stem].template, loaded(sample)) for sample in SAMPLES]
    work += [(Template.compile(PACKAGE), data) for data in DATA]
    alone = [template.render(data) for template, data in work]

    def turns(start: int) -> list[bytes]:
        numbers = [(start + turn) % len(work) for turn in range(TURNS)]
        return [work[number][0].render(work[number][1]) for number in numbers]

    with ThreadPoolExecutor(THREADS) as pool:
        together = list(pool.map(turns, range(THREADS)))
    for start, documents in enumerate(together):
        expected = [alone[(start + turn) % len(work)] for turn in range(TURNS)]
        assert [*map(digest, documents)] == [*map(digest, expected)]


def loaded(sample: Any) -> Mapping[str, Any]:
    return load(CATALOG[sample.stem].schema, sample.payload)


def test_every_trait_twice(documents: dict[str, bytes]) -> None:
    """Any template, compiled anew and filled again, gives the same bytes."""
    for case in CASES:
        assert filled(case) == documents.get(case.name), case


def test_data_stays_as_it_is() -> None:
    """Filling changes nothing of the data, and nothing of a filling stays for the next."""
    template = Template.compile(PACKAGE)
    before = [pickle.dumps(data) for data in DATA]
    documents = [template.render(data) for data in [*DATA, *DATA]]
    assert documents[: len(DATA)] == documents[len(DATA) :]
    assert [pickle.dumps(data) for data in DATA] == before


# The package


def test_all_else_is_copied(documents: dict[str, bytes]) -> None:
    """The same members as the template's; those that are never filled byte by byte."""
    for case in CASES:
        if case.name in documents and not case.by_docxtpl:
            ours, template = members(documents[case.name]), members(case.package)
            assert set(ours) == set(template), case
            assert {part for part in template if ours[part] != template[part]} <= FILLED, case


@pytest.mark.parametrize("case", [case for case in CASES if case.by_docxtpl], ids=str)
def test_all_else_is_copied_by_docxtpl(case: Case, documents: dict[str, bytes]) -> None:
    """What docxtpl prints has the same members too; their tables it may write in another order."""
    ours, template = canonical(documents[case.name]), canonical(case.package)
    assert {part for part in template if ours[part] != template[part]} == {case.file}


def test_zip_is_sound(documents: dict[str, bytes], tmp_path: Path) -> None:
    """Python and unzip read every document without complaint; content types come first."""
    for number, data in enumerate(documents.values()):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert archive.testzip() is None
            assert archive.namelist()[0] == "[Content_Types].xml"
            assert len(set(archive.namelist())) == len(archive.namelist())
        (tmp_path / f"{number}.docx").write_bytes(data)
    if unzip := shutil.which("unzip"):
        for path in tmp_path.iterdir():
            subprocess.run([unzip, "-tqq", str(path)], check=True, timeout=60)


def test_python_docx_opens(documents: dict[str, bytes]) -> None:
    """With every part that it knows."""
    for name, data in documents.items():
        opened = docx.Document(io.BytesIO(data))
        assert opened.element.body is not None, name
        assert opened.core_properties.title is not None, name


def test_documents_are_valid(documents: dict[str, bytes]) -> None:
    """As Microsoft's validator reads the standard; those that differ by their words alone, once."""
    unlike = {skeleton(data): name for name, data in documents.items()}
    assert faults({name: documents[name] for name in unlike.values()}) == {}


def skeleton(package: bytes) -> tuple[tuple[str, bytes], ...]:
    """The XML of a package without its words."""
    parts = sorted(canonical(package).items())
    return tuple((name, re.sub(rb">[^<]+<", b"><", xml)) for name, xml in parts)


PRINTED = {
    "paragraph for in for, if in it": "Hàng 1 a b Hàng 3 c",
    "row for": "Tên Đơn vị Lan A Hà B",
    "cell for, more cells than columns": "a b c d e",
    "merged across": "A a b c",
    "header with a table": "Tên Đơn vị Lan A Hà B có",
    "what markup is made of": "<<w:br/> & &amp; \"a\" 'b' ]]>>",
}


def test_libreoffice_prints(documents: dict[str, bytes], tmp_path: Path) -> None:
    """LibreOffice prints the words of the table."""
    chosen = {str(number): documents[name] for number, name in enumerate(PRINTED)}
    said = [words_on(path) for path in to_pdf(chosen, tmp_path).values()]
    assert said == list(PRINTED.values())


def words_on(path: Path) -> str:
    with pdfplumber.open(path) as pdf:
        return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
