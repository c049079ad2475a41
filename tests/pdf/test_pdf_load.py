"""A LibreOffice that is killed, hangs or crashes harms no document but, at worst, its own."""

from __future__ import annotations

import itertools
import os
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from hostile import crashing
from machinery import helpers, is_ready, is_running, note, soffices, traces, wait_until, words

from service.pdf.errors import PdfBusy, PdfFailed, PdfUnavailable
from service.pdf.office import Office, Pdf

MANY = 200
CALLERS = 8
SECONDS = 3.0


@pytest.fixture
def one() -> Iterator[Office]:
    """One LibreOffice, warm, and room for one document to wait."""
    with Office(1, queue=1, seconds=SECONDS) as office:
        office.convert(note("Khởi động"))
        yield office


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(CALLERS) as pool:
        yield pool


class Traffic:
    """Documents by several callers at once, each with its own number, MANY or until `enough`."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._numbers = itertools.count()
        self.enough = False
        self.done: dict[int, str] = {}
        self.failed: set[int] = set()

    @property
    def answered(self) -> int:
        return len(self.done) + len(self.failed)

    def call(self) -> int:
        """One caller; how many numbers it took."""
        for taken, number in enumerate(self._numbers):
            if self.enough and number >= MANY:
                return taken
            try:
                pdf = self._office.convert(note(f"Số {number}.")).data
            except PdfFailed:
                self.failed.add(number)
            else:
                self.done[number] = words(pdf)
        raise AssertionError("numbers do not end")

    def wait_for(self, more: int) -> None:
        until = self.answered + more
        wait_until(lambda: self.answered >= until)


ATTACKS = [
    (soffices, signal.SIGKILL),
    (soffices, signal.SIGSTOP),
    (helpers, signal.SIGKILL),
    (helpers, signal.SIGSTOP),
]


def test_200_documents_in_spite_of_all(pool: ThreadPoolExecutor) -> None:
    """All come out or are told of, none twice; while one hangs, other callers get theirs."""
    with Office(2, queue=CALLERS + 1, seconds=SECONDS) as office:
        traffic = Traffic(office)
        callers = [pool.submit(traffic.call) for _ in range(CALLERS)]
        for victims, how in ATTACKS:
            strike(victims, how, traffic)
            with pytest.raises(PdfFailed):
                office.convert(crashing())
        traffic.enough = True
        taken = sum(caller.result() for caller in callers)
        left = traces()
    assert traffic.answered == taken >= MANY
    assert len(traffic.failed) <= 1  # who met two attacks
    assert all(f"Số {number}." in made for number, made in traffic.done.items())
    assert not any(path.exists() for path in left)


def strike(victims: Callable[[], list[int]], how: signal.Signals, traffic: Traffic) -> None:
    wait_until(lambda: len(victims()) == 2 and all(map(is_ready, helpers())))
    traffic.wait_for(20)
    victim = victims()[0]
    before = traffic.answered
    os.kill(victim, how)
    wait_until(lambda: not is_running(victim))
    if how == signal.SIGSTOP:
        assert traffic.answered > before + 2  # the two that were at work may just have ended


def test_a_hung_one_is_replaced(one: Office) -> None:
    """Its document is tried once more, and comes out."""
    (hung,) = soffices()
    os.kill(hung, signal.SIGSTOP)
    assert "Lần hai" in words(one.convert(note("Lần hai")).data)
    assert soffices() != [hung]


def test_waiting_is_not_converting(one: Office, pool: ThreadPoolExecutor) -> None:
    """The time limit of a document begins when its conversion does."""
    os.kill(soffices()[0], signal.SIGSTOP)
    begun = time.monotonic()
    hung = pool.submit(one.convert, note("Đang làm"))
    wait_until(lambda: one.present == 1)
    waiting = pool.submit(one.convert, note("Đang chờ"))
    assert "Đang chờ" in words(waiting.result().data)
    assert time.monotonic() - begun > SECONDS
    assert "Đang làm" in words(hung.result().data)


def test_two_hopeless_tries_are_told(one: Office) -> None:
    """A document that crashes LibreOffice is told of, and the next one is made."""
    with pytest.raises(PdfFailed, match=r"hai lần .*\.docx vẫn dùng được"):
        one.convert(crashing())
    assert "Tiếp" in words(one.convert(note("Tiếp")).data)


def test_a_full_queue_is_told_at_once(one: Office, pool: ThreadPoolExecutor) -> None:
    """Who would be one too many is not kept waiting; the others get their documents."""
    (stopped,) = soffices()
    os.kill(stopped, signal.SIGSTOP)
    calls = [pool.submit(one.convert, note(f"Số {number}")) for number in range(2)]
    wait_until(lambda: one.present == 2)
    with pytest.raises(PdfBusy) as told:
        one.convert(note("Một nữa"))
    assert one.present == 2  # nobody's turn has ended meanwhile
    busy = told.value
    os.kill(stopped, signal.SIGCONT)
    assert 1 <= busy.retry_after <= 60
    assert f"{busy.retry_after} giây" in busy.detail
    assert all(f"Số {number}" in words(call.result().data) for number, call in enumerate(calls))


def test_an_instance_is_replaced_in_time() -> None:
    """After so many documents there is a new LibreOffice, and the old one has ended."""
    seen: list[int] = []
    with Office(1, documents=3) as office:
        for number in range(7):
            office.convert(note(f"Số {number}"))
            seen += soffices()
        assert len(set(seen)) == 3
        assert sum(map(is_running, set(seen))) == 1


def test_closing_ends_what_is_running(pool: ThreadPoolExecutor) -> None:
    """A closed office answers all who wait, ends at once and takes nothing new."""
    office = Office(1, queue=5)
    office.convert(note("Khởi động"))
    left, running = traces(), soffices()
    os.kill(running[0], signal.SIGSTOP)
    calls: list[Future[Pdf]] = [pool.submit(office.convert, note("Đang làm")) for _ in range(3)]
    wait_until(lambda: office.present == 3)
    office.close()
    for call in calls:
        with pytest.raises(PdfUnavailable, match="đang dừng"):
            call.result()
    with pytest.raises(PdfUnavailable, match="đang dừng"):
        office.convert(note("Mới"))
    assert not any(map(is_running, running))
    assert not any(path.exists() for path in left)
