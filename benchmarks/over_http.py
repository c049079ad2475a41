"""What a document costs a server, in processor time of the server's own processes.

So the share of the cores that the client takes does not count, nor does time spent waiting.
"""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Self

from benchmarks.documents import Work
from benchmarks.table import Row, faster, within
from benchmarks.timing import Race, Turn, ratios, tell, turn

_WORKERS = 2
_CONNECTIONS = 8
_TICKS = os.sysconf("SC_CLK_TCK")
_START_SECONDS = 30
# Processor time is told in hundredths of a second: a turn must be long beside them.
_LAP = 1.0

_OURS = ("service", "serve", "--workers", str(_WORKERS), "--port")
_DOCXTPL = (
    *("granian", "--interface", "wsgi", "--factory", "--workers", str(_WORKERS)),
    *("--blocking-threads", "16", "--log-level", "error"),
    *("benchmarks.docxtpl_app:create_app", "--port"),
)


def rows(works: list[Work], race: Race) -> Iterator[Row]:
    """Two workers with ours, two with docxtpl, and the road without a server."""
    race = Race(max(race.rounds // 2, 1), _LAP, race.patience)
    with ExitStack() as stack:
        ours, docxtpl = (stack.enter_context(Server(program)) for program in (_OURS, _DOCXTPL))
        for work in works:
            tell(f"{work.stem} over HTTP")
            road = turn(work.finished, time.process_time)
            turns = {"road": road, "HTTP": ours.turn(work), "HTTP, docxtpl": docxtpl.turn(work)}
            laps = race.run(turns)
            cost = f"{work.stem}: processor time over HTTP"
            yield Row(f"{cost}, against in-process", ratios(laps, "HTTP", "road"), within(1.6))
            what = f"{cost}, against the same app with docxtpl"
            yield Row(what, ratios(laps, "HTTP, docxtpl", "HTTP"), faster(20))


class Server:
    """A server of documents on this machine, stopped at the end."""

    def __init__(self, program: tuple[str, ...]) -> None:
        with socket.create_server(("127.0.0.1", 0)) as taken:
            self._port = taken.getsockname()[1]
        self._command = [sys.executable, "-m", *program, str(self._port)]

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(self._command, stdout=subprocess.DEVNULL)
        until = time.monotonic() + _START_SECONDS
        while not self._ready():
            if time.monotonic() > until or self._process.poll() is not None:
                self._process.kill()
                raise SystemExit("The server did not start: see its message above.")
            time.sleep(0.1)
        return self

    def __exit__(self, *error: object) -> None:
        self._process.send_signal(signal.SIGINT)
        self._process.wait(_START_SECONDS)

    def turn(self, work: Work) -> Turn:
        """Documents by several connections at once; the processor seconds that they took."""

        def run(times: int) -> float:
            before = self._processor_seconds()
            shares = [times // _CONNECTIONS] * _CONNECTIONS
            shares[0] += times % _CONNECTIONS
            with ThreadPoolExecutor(_CONNECTIONS) as pool:
                list(pool.map(lambda share: self._post(work, share), shares))
            return max(self._processor_seconds() - before, 1 / _TICKS)

        return run

    def _ready(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self._port)
        try:
            connection.request("GET", "/readyz")
            return connection.getresponse().status == http.HTTPStatus.OK
        except OSError:
            return False
        finally:
            connection.close()

    def _post(self, work: Work, times: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self._port)
        headers = {"Content-Type": "application/json"}
        for _ in range(times):
            connection.request("POST", f"/api/v1/documents/{work.stem}", work.payload, headers)
            answer = connection.getresponse()
            body = answer.read()
            assert answer.status == http.HTTPStatus.OK, body
        connection.close()

    def _processor_seconds(self) -> float:
        """Of the server and its workers, all threads."""
        return sum(map(_ticks, (self._process.pid, *_children(self._process.pid)))) / _TICKS


def _children(process: int) -> list[int]:
    listed = Path(f"/proc/{process}/task").glob("*/children")
    return [int(child) for path in listed for child in path.read_text("ascii").split()]


def _ticks(process: int) -> int:
    # After the name in parentheses: state is field 3, utime and stime are fields 14 and 15.
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])
