"""`vanthu templates`, `vanthu serve`, and every document type of the project."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import docx
import pytest
from command_line import names, text_of
from small_home import build_home

from service.catalog import Catalog
from service.cli import main, serving
from service.config import PROJECT

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
