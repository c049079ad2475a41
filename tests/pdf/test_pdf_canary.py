"""LibreOffice asks nobody for anything: a server on this machine is never asked, no file is shown.

Two defences, each tested without the other: what would fetch is taken out of the document, and
LibreOffice has no network. That there is something to defend against is tested too.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from hostile import HOSTILE, PNG
from machinery import soffices, words

from service.pdf.inert import inert
from service.pdf.instance import Broken, Instance
from service.pdf.needs import find_tools

SECRET = "BÍ MẬT 7f3a"  # noqa: S105
SECONDS = 20.0
# Those that LibreOffice 7.4 asks for.
ASKING = ("linked picture", "linked picture in a header")

every_document = pytest.mark.parametrize("name", HOSTILE)


class Canary:
    """A server that remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        canary = self

        class Handler(BaseHTTPRequestHandler):
            def answer(self) -> None:
                canary.asked.append(f"{self.command} {self.path}")
                self.send_response(200)
                self.send_header("Content-Type", "image/png")
                self.send_header("Content-Length", str(len(PNG)))
                self.end_headers()
                if self.command == "GET":
                    self.wfile.write(PNG)

            do_GET = do_HEAD = do_OPTIONS = do_PROPFIND = answer  # noqa: N815

            def log_message(self, *args: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)

    def address(self, name: str) -> str:
        """A different one for each name: LibreOffice remembers what it has fetched."""
        return f"http://127.0.0.1:{self.server.server_port}/{name.encode().hex()}/canary.png"


@pytest.fixture(scope="module")
def server() -> Iterator[Canary]:
    canary = Canary()
    threading.Thread(target=canary.server.serve_forever, daemon=True).start()
    yield canary
    canary.server.shutdown()
    canary.server.server_close()


@pytest.fixture
def canary(server: Canary) -> Canary:
    server.asked.clear()
    return server


class Again:
    """An instance that is started anew when a document has broken it."""

    def __init__(self, *, in_network: bool) -> None:
        self._in_network = in_network
        self.instance = self._start()

    def _start(self) -> Instance:
        return Instance(find_tools(), in_network=self._in_network)

    def convert(self, docx: bytes) -> bytes:
        """The PDF; empty when LibreOffice refuses the document."""
        try:
            return self.instance.convert(docx, SECONDS)
        except Broken:
            self.instance = self._start()
            return b""


@pytest.fixture(scope="module")
def in_network() -> Iterator[Again]:
    again = Again(in_network=True)
    yield again
    again.instance.end()


@pytest.fixture(scope="module")
def alone() -> Iterator[Again]:
    again = Again(in_network=False)
    yield again
    again.instance.end()


@pytest.mark.parametrize("name", ASKING)
def test_undefended_it_asks(canary: Canary, in_network: Again, name: str) -> None:
    """Without either defence the server is asked: the other tests can fail."""
    assert in_network.convert(HOSTILE[name](canary.address(f"undefended {name}")).pack())
    assert any(asked.startswith("GET") for asked in canary.asked)


@every_document
def test_what_would_ask_is_taken_out(canary: Canary, in_network: Again, name: str) -> None:
    """With a network, but nothing in the document that would use it."""
    assert in_network.convert(inert(HOSTILE[name](canary.address(name)).pack()).data)
    assert not canary.asked


@every_document
def test_without_network_nobody_is_asked(canary: Canary, alone: Again, name: str) -> None:
    """The document as it came, where this machine allows processes without network."""
    if alone.instance.alone:
        alone.convert(HOSTILE[name](canary.address(f"alone {name}")).pack())
        assert not canary.asked


def test_no_network_is_none(alone: Again) -> None:
    """LibreOffice's network is not that of this machine, where that is allowed."""
    ours, *theirs = (Path(f"/proc/{one}/ns/net").readlink() for one in ("self", *soffices()))
    assert sum(network != ours for network in theirs) == alone.instance.alone


@every_document
def test_no_file_is_shown(tmp_path: Path, in_network: Again, name: str) -> None:
    """Neither one that anybody may read, nor one that only the service may."""
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    host = socket.gethostname()
    for path in (secret.as_uri(), str(secret), "file:///etc/hostname", "/etc/hostname"):
        text = words(in_network.convert(inert(HOSTILE[name](path).pack()).data))
        assert SECRET not in text
        assert host not in text.split()
