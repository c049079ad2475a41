"""Laws that hold for every document type and every sample that the catalog finds."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from documents import CATALOG, PIPELINE, SAMPLES, Sample, leaves, opened, paragraphs
from jsonschema import Draft202012Validator
from test_hostile_values import field_at

from service.catalog import build_template
from service.config import PROJECT
from service.fields import Text
from service.schema import load
from service.vietnamese.text import clean

every_sample = pytest.mark.parametrize("sample", SAMPLES, ids=str)
LEFT_OPEN = re.compile(r"[{}]|None|Undefined|^\s*[-+]\s*[;.]?$|;\.|\.\.(?!\.)|\s[;,.]|  ")
every_type = pytest.mark.parametrize("stem", CATALOG)


def test_there_is_a_sample_for_each_variant() -> None:
    """Four kinds of document, three variants each."""
    assert {stem: len(kind.samples) for stem, kind in CATALOG.items()} == {
        "award_proposal": 3,
        "emulation_pledge": 3,
        "launch_plan": 3,
        "meeting_minutes": 3,
    }


@every_type
def test_samples_show_every_variant(stem: str) -> None:
    """Each value of a type's own kind has a sample."""
    name = next(name for name in CATALOG[stem].schema.fields if name.endswith("_kind"))
    shown = {sample.payload[name] for sample in SAMPLES if sample.stem == stem}
    assert shown == set(CATALOG[stem].schema.fields[name].choices)


@every_type
def test_json_schema_is_one(stem: str) -> None:
    """The published schema is valid JSON Schema 2020-12."""
    Draft202012Validator.check_schema(CATALOG[stem].json_schema)


@every_sample
def test_json_schema_accepts_samples(sample: Sample) -> None:
    """What the service accepts, a stranger's validator accepts by the published schema."""
    payload = json.loads(CATALOG[sample.stem].sample(sample.variant))
    assert not list(Draft202012Validator(CATALOG[sample.stem].json_schema).iter_errors(payload))


@every_type
def test_json_schema_refuses_unknown_keys(stem: str) -> None:
    """A key that no field answers to breaks the published schema too, at any depth."""
    schema = Draft202012Validator(CATALOG[stem].json_schema)
    payload = json.loads(CATALOG[stem].sample())
    payload["issuer"]["nickname"] = "x"
    assert [error.validator for error in schema.iter_errors(payload)] == ["additionalProperties"]


@every_sample
def test_samples_are_clean(sample: Sample) -> None:
    """Samples are in NFC and free of straight quotes."""
    texts = [value for _, value in leaves(sample.payload) if isinstance(value, str)]
    assert [text for text in texts if clean(text) != text or '"' in text] == []


@every_sample
def test_nothing_is_left_open(sample: Sample) -> None:
    """No tag, no None, no empty bullet, no doubled full stop stands in a document."""
    assert [line for line in paragraphs(sample.make()) if LEFT_OPEN.search(line)] == []


# What a document shows less often than its payload holds it, by the full path.
NOT_PRINTED = {
    ("bloc", "deputy_post"),  # only where a deputy signs or is elected
    ("targets", "*", "per_member", "*", "member"),  # once, above all its targets
}


def texts(sample: Sample) -> Iterator[tuple[tuple[Any, ...], str]]:
    """Shape of the path and value of every free text of a payload, without its end mark."""
    schema = CATALOG[sample.stem].schema
    for path, value in leaves(load(schema, sample.payload)):
        if value is not None and isinstance(field_at(schema, path), Text):
            shape = tuple("*" if isinstance(step, int) else step for step in path)
            yield shape, value.rstrip(" .;")


@every_sample
def test_what_is_given_is_printed(sample: Sample) -> None:
    """Every name and sentence of a payload stands in the document, as often as it is given."""
    printed = "\n".join(paragraphs(sample.make()))
    given = Counter(value for shape, value in texts(sample) if shape not in NOT_PRINTED)
    assert len(given) > 30
    assert {value: count for value, count in given.items() if printed.count(value) < count} == {}


@every_sample
def test_properties_are_not_escaped_twice(sample: Sample) -> None:
    """Title and author of the file are the subject and the issuer, as written."""
    payload = sample.payload
    payload["subject"] = 'Thi đua "Một & <hai>"'
    payload["issuer"]["name"] = "Công ty A & B"
    properties = opened(PIPELINE.make(sample.stem, payload).data).core_properties
    assert (properties.title, properties.author) == ('Thi đua "Một & <hai>"', "Công ty A & B")


@every_type
def test_templates_are_fresh(stem: str) -> None:
    """The built template is what its recipe builds today, byte for byte."""
    built = (PROJECT / "templates_docx" / f"{stem}.docx").read_bytes()
    assert built == build_template(PROJECT, stem), "run `vanthu templates build`"


@every_type
def test_templates_are_slim(stem: str) -> None:
    """Templates stand on the slim skeleton: no stock styles, no theme, little to carry."""
    built = (PROJECT / "templates_docx" / f"{stem}.docx").read_bytes()
    with zipfile.ZipFile(BytesIO(built)) as archive:
        assert "word/theme/theme1.xml" not in archive.namelist()
        assert len(archive.read("word/styles.xml")) < 20_000


@every_sample
def test_same_payload_same_bytes(sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document's bytes depend on its payload and template alone, not on the clock."""
    made = sample.make()
    stamped = saved_by_library(made)
    later = time.localtime(time.time() + 400 * 24 * 3600)
    monkeypatch.setattr(time, "localtime", lambda *_: later)
    assert saved_by_library(made) != stamped, "the clock has not moved"
    assert sample.make() == made


def saved_by_library(package: bytes) -> bytes:
    """The package as python-docx writes it, with the time in it."""
    buffer = BytesIO()
    opened(package).save(buffer)
    return buffer.getvalue()


DIGESTS = """
import hashlib, documents
for sample in documents.SAMPLES:
    print(sample, hashlib.sha256(sample.make()).hexdigest())
"""


def test_every_process_makes_the_same_bytes() -> None:
    """Nor do the bytes depend on how a process orders its sets."""
    here = {str(sample): hashlib.sha256(sample.make()).hexdigest() for sample in SAMPLES}
    for seed in ("1", "2"):
        paths = os.pathsep.join([str(PROJECT), str(PROJECT / "tests")])
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": paths}
        command = [sys.executable, "-c", DIGESTS]
        told = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
        assert dict(line.split() for line in told.stdout.splitlines()) == here
