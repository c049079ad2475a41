"""The command line: what it prints, what it writes, how it ends."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import zipfile
from pathlib import Path

import docx
import pytest
from small_home import GOOD, STEM, build_home, json_of

from service.batch.jobs import Summary
from service.catalog import Catalog
from service.cli import main, serving
from service.cli.progress import progress
from service.cli.vietnamese import translated
from service.config import PROJECT
from service.pipeline import Pipeline

COMMANDS = {
    "types": [],
    "make": [],
    "check": [],
    "batch": [],
    "serve": [],
    "templates": ["build"],
}
NAME = "Giấy báo Họp giao ban"
DRAFT = {"subject": "Họp giao ban"}
BAD = {"copies": 0, "subjekt": "x"}
ENGLISH = ("usage", "options", "positional", "arguments", "error", "expected", "invalid", "show ")


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return build_home(tmp_path_factory.mktemp("home"))


@pytest.fixture(autouse=True)
def desk(home, tmp_path, monkeypatch):
    """An empty current folder, and the small home."""
    monkeypatch.setenv("VANTHU_HOME", str(home))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def payload(folder, value, name="in.json"):
    (folder / name).write_bytes(value if isinstance(value, bytes) else json_of(value))
    return name


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def text_of(path):
    return docx.Document(str(path)).paragraphs[-1].text


def vanthu(*arguments, **options):
    """Run the program as a person would, with its bytes captured."""
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), **options.pop("env", {})}
    return subprocess.run(
        [sys.executable, "-m", "service", *arguments],
        capture_output=True,
        env=environment,
        timeout=60,
        **options,
    )


# Help and usage


def help_of(capsys, *words):
    assert main([*words, "--help"]) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    return shown.out


def test_help_names_every_command(capsys):
    """The first help lists all commands, each with what it does."""
    shown = help_of(capsys)
    for command in COMMANDS:
        assert f"\n    {command}" in shown


@pytest.mark.parametrize(
    "words",
    [(), *((c,) for c in COMMANDS), *((c, a) for c, more in COMMANDS.items() for a in more)],
)
def test_help_is_vietnamese(capsys, words):
    """Every help shows how to use it in Vietnamese, with an example."""
    shown = help_of(capsys, *words)
    assert shown.startswith(f"Cách dùng: {' '.join(('vanthu', *words))} ")
    assert f"{' '.join(('vanthu', *words))}" in shown
    assert "ví dụ:\n  vanthu" in shown or not words
    assert not [word for word in ENGLISH if word in shown.lower()]
    assert max(map(len, shown.splitlines())) <= 90


def test_commands_are_those_of_the_parser(capsys):
    """The table of these tests knows every command there is."""
    assert main(["?"]) == 2
    listed = capsys.readouterr().err.splitlines()[0].partition("có các lệnh: ")[2]
    assert set(re.findall(r"\w+", listed)) == set(COMMANDS)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "vanthu: thiếu tham số: LỆNH"),
        (["nope"], "vanthu: tham số LỆNH: không có lệnh"),
        (["make"], "vanthu make: thiếu tham số: LOẠI, TỆP"),
        (["make", STEM], "vanthu make: thiếu tham số: TỆP"),
        (["make", STEM, "a", "b"], "vanthu: không hiểu tham số: b"),
        (["make", STEM, "a", "-o"], "tham số -o/--output: cần một giá trị đi kèm"),
        (["make", STEM, "a", "--out=b"], "không hiểu tham số: --out=b"),
        (["batch", STEM, "a"], "thiếu tham số: -o/--output"),
        (["types", "--help=x"], "tham số -h/--help: không nhận giá trị 'x'"),
        (["serve", "--port", "x"], "tham số --port: cần số nguyên từ 1 đến 65535"),
        (["serve", "--port", "0"], "tham số --port: cần số nguyên từ 1 đến 65535"),
        (["serve", "--port", "70000"], "tham số --port: cần số nguyên từ 1 đến 65535"),
        (["serve", "--workers", "²"], "tham số --workers: cần số nguyên từ 1 đến 64"),
        (["templates"], "vanthu templates: thiếu tham số: LỆNH"),
    ],
)
def test_wrong_usage(capsys, words, told):
    """A wrong call says in Vietnamese what is wrong and where help is, and ends with 2."""
    assert main(words) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert told in shown.err
    assert "Xem hướng dẫn: vanthu" in shown.err
    assert not [word for word in ENGLISH if word in shown.err]


def test_a_message_unknown_to_the_table_is_shown_as_it_is():
    """A new Python may say something new: better in English than not at all."""
    assert translated("something new") == "something new"


def test_help_loads_nothing_heavy():
    """Help comes at once: no Word, schema or web library is imported for it."""
    script = (
        "import sys; from service.cli import main; main(['make', '--help']); "
        "print(*sys.modules, file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, cwd=PROJECT)
    loaded = set(ran.stderr.decode().split())
    assert "argparse" in loaded
    heavy = {"docx", "lxml", "jinja2", "flask", "marshmallow", "granian", "service.errors"}
    assert not loaded & (heavy | {"typing", "dataclasses", "pathlib"})


# types


def test_types(capsys):
    """One aligned line a type: its stem, its name, how many samples it has."""
    assert main(["types"]) == 0
    heading, line = capsys.readouterr().out.splitlines()
    assert line.split() == [STEM, "Giấy", "báo", "2"]
    assert line.index("Giấy") == heading.index("TÊN")
    assert line.index("2") == heading.index("MẪU")


def test_types_of_the_project(capsys, monkeypatch):
    """Every type of the project is listed."""
    monkeypatch.delenv("VANTHU_HOME")
    assert main(["types"]) == 0
    shown = capsys.readouterr().out.splitlines()[1:]
    kinds = Catalog(PROJECT)
    assert [line.split()[0] for line in shown] == list(kinds)
    assert all(kind.title in line for kind, line in zip(kinds.values(), shown, strict=True))


# make


def test_make_into_this_folder(desk, capsys):
    """Without -o the document bears its own name, and no file is ever overwritten."""
    source = payload(desk, GOOD)
    expected = [f"{NAME}.docx", f"{NAME} (2).docx", f"{NAME} (3).docx"]
    for name in expected:
        assert main(["make", STEM, source]) == 0
        shown = capsys.readouterr()
        assert (shown.out, shown.err) == (f"{name}\n", "")
        assert text_of(desk / name) == "Họp giao ban"
    assert names(desk) == sorted([*expected, "in.json"])


def test_make_to_a_file(desk, capsys):
    """With -o FILE exactly that file is written, and replaced."""
    source = payload(desk, GOOD)
    (desk / "out.docx").write_bytes(b"old")
    assert main(["make", STEM, source, "-o", "out.docx"]) == 0
    assert capsys.readouterr().out == "out.docx\n"
    assert text_of(desk / "out.docx") == "Họp giao ban"
    assert names(desk) == ["in.json", "out.docx"]


@pytest.mark.parametrize("output", ["made", "made/", "./made/", "{desk}/made"])
def test_make_into_a_folder(desk, capsys, output):
    """With -o DIR the document lies inside, under its own name, beside what is there."""
    source = payload(desk, GOOD)
    (desk / "made").mkdir()
    output = output.format(desk=desk)
    for _ in range(2):
        assert main(["make", STEM, source, "-o", output]) == 0
    assert names(desk / "made") == [f"{NAME} (2).docx", f"{NAME}.docx"]
    first = capsys.readouterr().out.splitlines()[0]
    assert Path(first) == Path(output, f"{NAME}.docx")


def test_make_from_stdin():
    """A payload may come from another program; stdout holds the path and nothing else."""
    ran = vanthu("make", STEM, "-", input=json_of(DRAFT))
    assert (ran.returncode, ran.stdout.decode()) == (0, f"{NAME}.docx{os.linesep}")
    assert ran.stderr.decode().strip() == "Lưu ý: Số bản (/copies): Chưa ghi số bản."


@pytest.mark.parametrize("command", ["make", "check"])
def test_faults_are_told(desk, capsys, command):
    """Every fault is one line on stderr with its place; nothing is written."""
    assert main([command, STEM, payload(desk, BAD)]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    lines = shown.err.splitlines()
    assert lines[0] == "Lỗi: Trích yếu (/subject): Trường này bắt buộc: hãy bổ sung."
    assert lines[1] == "Lỗi: Số bản (/copies): Phải từ 1 trở lên."
    assert lines[2].startswith("Lỗi: subjekt (/subjekt): Không có trường tên “subjekt”.")
    assert lines[3] == "Dữ liệu chưa hợp lệ: Có 3 chỗ cần sửa."
    assert len(lines) == 4
    assert names(desk) == ["in.json"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "Sai cú pháp JSON"),
        (b"{", "Sai cú pháp JSON"),
        (b"\xff", "Không phải UTF-8"),
        (b'{"subject": "a", "subject": "b"}', "(/subject): Tên trường xuất hiện hai lần"),
        (b"[" * 100_000, "lồng nhau quá"),
        (b'{"\x1b[31m\xc2\x9b": 1}', "Sai cú pháp JSON"),
        (b'{"\\u001b[31m\\n": 1}', r"(/\u001b[31m\u000a)"),
    ],
)
def test_unreadable_payloads(desk, capsys, data, told):
    """What is no JSON ends with 1, and its bytes cannot steer the terminal."""
    assert main(["check", STEM, payload(desk, data)]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert told in shown.err
    assert "\x1b" not in shown.err


def test_check_tells_advice(desk, capsys):
    """A valid payload ends with 0; what a clerk should still mind is listed."""
    assert main(["check", STEM, payload(desk, DRAFT)]) == 0
    shown = capsys.readouterr()
    assert shown.out == "Dữ liệu hợp lệ.\nLưu ý: Số bản (/copies): Chưa ghi số bản.\n"
    assert shown.err == ""
    assert names(desk) == ["in.json"]


# Refusals


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["make", STEM, "missing.json"], "“missing.json”: không có tệp hoặc thư mục này"),
        (["check", STEM, "missing.json"], "“missing.json”: không có tệp hoặc thư mục này"),
        (["batch", STEM, "missing.jsonl", "-o", "x.zip"], "“missing.jsonl”: không có tệp"),
        (["make", STEM, "folder"], "“folder” là thư mục"),
        (["batch", STEM, "folder", "-o", "x.zip"], "“folder” là thư mục"),
        (["make", "nope", "in.json"], "các loại hiện có là note"),
        (["batch", "nope", "in.json", "-o", "x.zip"], "các loại hiện có là note"),
        (["make", STEM, "in.json", "-o", "no/x.docx"], "Không có thư mục “no”"),
        (["make", STEM, "in.json", "-o", "no/"], "Không có thư mục “no”"),
        (["make", STEM, "in.json", "-o", "in.json"], "chính là tệp dữ liệu"),
        (["batch", STEM, "in.json", "-o", "no/x.zip"], "Không có thư mục “no”"),
        (["batch", STEM, "in.json", "-o", "folder"], "“folder” là thư mục"),
        (["batch", STEM, "in.json", "-o", "./in.json"], "chính là tệp dữ liệu"),
        (["make", STEM, "in.json/x"], "một phần của đường dẫn không phải thư mục"),
        (["make", STEM, "x" * 5000], "đường dẫn quá dài"),
    ],
)
def test_refused(desk, capsys, words, told):
    """What cannot be read or written is named; nothing changes and the program ends with 2."""
    source = payload(desk, GOOD)
    (desk / "folder").mkdir()
    assert main(words) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert told in shown.err
    assert len(shown.err.splitlines()) == 1
    assert names(desk) == ["folder", source]
    assert (desk / source).read_bytes() == json_of(GOOD)


@pytest.mark.parametrize(
    ("variable", "value"),
    [("VANTHU_HOME", "/no/such/folder"), ("VANTHU_MAX_BODY_BYTES", "many")],
)
def test_wrong_settings(capsys, monkeypatch, variable, value):
    """A setting that cannot be used is named; the program ends with 2."""
    monkeypatch.setenv(variable, value)
    assert main(["types"]) == 2
    assert f"Cấu hình không hợp lệ: {variable}={value}" in capsys.readouterr().err


def test_a_large_file_is_refused_unread(desk, capsys, monkeypatch):
    """A file is refused by its size, before it is opened."""
    payload(desk, b" " * 2_097_153)
    monkeypatch.setattr(Path, "open", None)
    assert main(["make", STEM, "in.json"]) == 1
    assert "Dữ liệu quá lớn: tối đa 2097152 byte" in capsys.readouterr().err


def test_a_large_stdin_is_refused():
    """Of a stream no more is read than is allowed."""
    with Path("/dev/zero").open("rb") as endless:
        ran = vanthu("check", STEM, "-", stdin=endless, env={"VANTHU_MAX_BODY_BYTES": "100"})
    assert ran.returncode == 1
    assert "Dữ liệu quá lớn: tối đa 100 byte" in ran.stderr.decode()


@pytest.mark.parametrize("output", [[], ["-o", "x.docx"]])
def test_a_full_disk_leaves_nothing(desk, capsys, monkeypatch, output):
    """When writing fails, no file and no rest of one is left."""

    def full(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert main(["make", STEM, payload(desk, GOOD), *output]) == 2
    assert capsys.readouterr().err == "Không thực hiện được: ổ đĩa đã đầy.\n"
    assert names(desk) == ["in.json"]


def test_an_unknown_reason_is_shown_as_it_is(desk, capsys, monkeypatch):
    """The system's own words are better than none."""

    def broken(_):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", broken)
    assert main(["make", STEM, payload(desk, GOOD)]) == 2
    assert "Input/output error." in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", [["make", STEM, "in.json"], ["batch", STEM, "in.json", "-o", "x"]]
)
def test_interrupted(desk, capsys, monkeypatch, words):
    """Ctrl+C ends with 130 and a sentence, without a traceback or a half-written file."""

    def interrupted(*_):
        raise KeyboardInterrupt

    payload(desk, GOOD)
    monkeypatch.setattr(Pipeline, "make", interrupted)
    assert main(words) == 130
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "Đã dừng" in shown.err
    assert names(desk) == ["in.json"]


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp1258", "utf-8"])
def test_any_code_page_shows_vietnamese(encoding):
    """Output is UTF-8 whatever the console was set to."""
    ran = vanthu("types", env={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert "Giấy báo" in ran.stdout.decode("utf-8")


def test_names_that_are_not_text_can_be_told():
    """A path with bytes outside UTF-8 is shown escaped."""
    ran = vanthu("make", STEM, b"\xff.json")
    assert ran.returncode == 2
    assert "\\udcff.json" in ran.stderr.decode("utf-8")


# batch


def batch_file(folder, *lines):
    (folder / "in.jsonl").write_bytes(b"\r\n".join(lines))
    return ["batch", STEM, "in.jsonl", "-o", "out.zip"]


def test_batch(desk, capsys):
    """All rows good: exit 0, the counts and the path on stdout, the progress on stderr."""
    assert main(batch_file(desk, *[json_of(GOOD)] * 12)) == 0
    shown = capsys.readouterr()
    assert shown.out == "Đã tạo 12 văn bản, 0 dòng có lỗi.\nout.zip\n"
    assert len(shown.err.splitlines()) == 10
    assert shown.err.splitlines()[-1].startswith("100%  12/12 dòng, lỗi 0, ")
    with zipfile.ZipFile("out.zip") as archive:
        assert len(set(archive.namelist())) == 13


def test_batch_goes_on_past_bad_rows(desk, capsys):
    """A bad row ends the run with 1, after all others were made."""
    long = json_of({"subject": "x" * 2**21})
    assert main(batch_file(desk, json_of(GOOD), b"{", b"", long, json_of(GOOD))) == 1
    assert capsys.readouterr().out == "Đã tạo 2 văn bản, 2 dòng có lỗi.\nout.zip\n"
    with zipfile.ZipFile("out.zip") as archive:
        text = io.StringIO(archive.read("report.csv").decode("utf-8-sig"), newline="")
    told = [(line["row"], line["status"]) for line in csv.DictReader(text, delimiter=";")]
    assert told == [("1", "ok"), ("2", "failed"), ("4", "failed"), ("5", "ok")]


def test_batch_replaces_the_old_bundle(desk, capsys):
    """A second run takes the place of the first and leaves the folder tidy."""
    for _ in range(2):
        assert main(batch_file(desk, json_of(GOOD))) == 0
    assert names(desk) == ["in.jsonl", "out.zip"]


@pytest.mark.parametrize("content", [b"", b"\n \r\n", b"\xef\xbb\xbf"])
def test_batch_without_rows(desk, capsys, content):
    """A file that holds nothing gives nothing."""
    assert main(batch_file(desk, content)) == 1
    assert "không có dòng dữ liệu nào" in capsys.readouterr().err
    assert names(desk) == ["in.jsonl"]


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_progress_on_a_terminal(monkeypatch):
    """A bar is drawn again in place, at most ten times a second and at the end."""
    now = iter([100.0, 100.05, 100.08, 101.0, 102.0])
    monkeypatch.setattr(time, "monotonic", lambda: next(now))
    stream = Terminal()
    with progress(2000, stream) as show:
        for done, failed in [(1, 0), (2, 0), (1000, 0), (1999, 1)]:
            show(Summary(done, failed))
    drawn = stream.getvalue().removesuffix("\n").split("\r")
    assert [line.rstrip() for line in drawn] == [
        "",
        "[············]   0%  1/2.000 dòng, lỗi 0, 20 dòng/giây, còn 1:40",
        "[██████······]  50%  1.000/2.000 dòng, lỗi 0, 1.000 dòng/giây, còn 0:01",
        "[████████████] 100%  2.000/2.000 dòng, lỗi 1, 1.000 dòng/giây, còn 0:00",
    ]
    assert {len(line) for line in drawn[1:]} == {79}


def test_progress_leaves_its_line_when_interrupted():
    """What is said after Ctrl+C starts on a line of its own."""
    stream = Terminal()

    def interrupted():
        with progress(10, stream) as show:
            show(Summary(1, 0))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert stream.getvalue().endswith("\n")


# templates


def test_templates_build(tmp_path, capsys, monkeypatch):
    """Templates are built from their recipes and named; the same bytes each time."""
    home = build_home(tmp_path / "other")
    monkeypatch.setenv("VANTHU_HOME", str(home))
    assert main(["templates", "build"]) == 0
    built = home / "templates_docx" / "note.docx"
    assert capsys.readouterr().out == f"{built}\n"
    assert text_of(built) == "{{ subject }}"


# serve


@pytest.fixture
def port():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


@pytest.fixture
def served(monkeypatch):
    """Calls that would have started a server."""
    calls = []
    monkeypatch.setattr(serving, "_run", lambda *call: calls.append(call))
    return calls


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "8.8.8.8", "192.168.1.5", "::ffff:8.8.8.8"])  # noqa: S104
def test_serve_keeps_to_this_machine(capsys, served, host):
    """An address that others reach is refused: there are no accounts yet."""
    assert main(["serve", "--host", host]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "--open-to-network" in shown.err
    assert "tài khoản" in shown.err
    assert served == []


@pytest.mark.parametrize(
    ("host", "address", "shown"),
    [
        ("127.0.0.1", "127.0.0.1", "127.0.0.1"),
        ("127.1.2.3", "127.1.2.3", "127.1.2.3"),
        ("localhost", None, None),
    ],
)
def test_serve_on_loopback(capsys, served, port, host, address, shown):
    """The address to open is told before the server starts."""
    assert main(["serve", "--host", host, "--port", str(port), "--workers", "3"]) == 0
    [(given_address, given_port, workers)] = served
    assert (given_port, workers) == (port, 3)
    assert address in (None, given_address)
    out = capsys.readouterr().out
    assert f"Đang phục vụ tại http://{shown or ''}" in out
    assert f":{port} — nhấn Ctrl+C để dừng\n" in out


def test_serve_open_to_network(capsys, served, port):
    """Who says so may open the service to a network that is guarded otherwise."""
    words = ["serve", "--host", "0.0.0.0", "--port", str(port), "--open-to-network"]  # noqa: S104
    assert main(words) == 0
    assert served == [("0.0.0.0", port, 1)]  # noqa: S104


def test_serve_on_a_taken_port(capsys, served):
    """A port in use is one sentence, not a traceback."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["serve", "--port", str(port)]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert f"“127.0.0.1:{port}”: cổng đang được chương trình khác dùng" in shown.err
    assert served == []


def test_serve_on_an_unknown_host(capsys, served, monkeypatch):
    """A host name that nobody knows is named."""

    def unknown(*_, **__):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert main(["serve", "--host", "may-chu"]) == 2
    assert "Không tìm thấy địa chỉ “may-chu”" in capsys.readouterr().err


def test_serve_with_an_incomplete_home(tmp_path, capsys, served, monkeypatch):
    """What a home lacks is told before serving."""
    monkeypatch.setenv("VANTHU_HOME", str(tmp_path))
    assert main(["serve"]) == 2
    assert "Loại văn bản chưa đủ tệp" in capsys.readouterr().err
    assert served == []


def answer(url, seconds=30):
    """The body of the first answer within so many seconds."""
    until = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(url, timeout=5) as response:
                return response.read()
        except urllib.error.URLError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def test_serve_answers_and_stops(port):
    """The real server answers /healthz and ends when it is told to."""
    process = subprocess.Popen(
        [sys.executable, "-m", "service", "serve", "--port", str(port)],
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        assert json.loads(answer(f"http://127.0.0.1:{port}/healthz"))["status"] == "ok"
    finally:
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=30)
    assert process.returncode == 0
    assert err.decode() == ""
    assert out.decode().splitlines() == [
        f"Đang phục vụ tại http://127.0.0.1:{port} — nhấn Ctrl+C để dừng",
        "Đã dừng.",
    ]


# Every document type of the project


@pytest.mark.parametrize(
    ("stem", "variant"),
    [(stem, variant) for stem, kind in Catalog(PROJECT).items() for variant in kind.samples],
)
def test_every_sample_can_be_made(desk, capsys, monkeypatch, stem, variant):
    """Each sample of each type is valid and becomes a document that Word's format holds."""
    monkeypatch.delenv("VANTHU_HOME")
    source = str(Catalog(PROJECT)[stem].samples[variant])
    assert main(["check", stem, source]) == 0
    assert capsys.readouterr().out.startswith("Dữ liệu hợp lệ.\n")
    assert main(["make", stem, source]) == 0
    [name] = names(desk)
    assert capsys.readouterr().out == f"{name}\n"
    assert docx.Document(name).paragraphs
