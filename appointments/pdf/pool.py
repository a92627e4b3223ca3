"""Has PDFs drawn by a few worker processes, so that nothing a sheet does can stop the server.

Each worker has a channel of its own, and nothing is shared between them: killing one, at any
moment, concerns the one sheet that it was drawing. (Pebble's pool was tried: `kill -9` of an idle
worker ends the whole pool, and its workers inherit our keys.)
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from queue import Empty, Queue
from threading import BoundedSemaphore, Event, Lock, Thread
from time import perf_counter
from typing import Unpack

from appointments.pdf.render import Draw, Options
from appointments.pdf.worker import DRAWN, READY, packed
from appointments.pdf.worker_process import Worker, WorkerGoneError

SECONDS = 10.0
"""The largest sheet takes 1.5 s on a machine that is not busy."""

PAUSE_SECONDS = 2.0
"""Between two tries to start a worker that does not start."""

SHEETS = 1000
"""After so many a worker is replaced, whatever it has gathered by then."""

TRIES = 2
"""A worker that dies may have been somebody else's victim; one that dies twice has a reason."""

log = logging.getLogger(__name__)


class PoolBusyError(Exception):
    """As many are waiting for their sheet as can be drawn in good time."""


class DrawingFailedError(Exception):
    """A sheet took too long, too much memory, or failed; the log says where."""


@dataclass(frozen=True, kw_only=True)
class Figures:
    """What a pool has done since it started."""

    drawn: int = 0
    failed: int = 0
    turned_away: int = 0
    workers_lost: int = 0
    seconds: float = 0  # spent drawing


class Pool:
    """Some workers, and a bounded number of people who wait for them.

    Args:
        workers: How many sheets are drawn at the same time.
        places: How many are drawn or waited for; the next is turned away.
        seconds: How long one sheet may take before its worker is killed.
        sheets: How many sheets a worker draws before it is replaced.
    """

    def __init__(
        self, *, workers: int, places: int, seconds: float = SECONDS, sheets: int = SHEETS
    ) -> None:
        self.workers = workers
        self.seconds = seconds
        self.sheets = sheets
        self.places = places
        self.figures = Figures()
        self._free = BoundedSemaphore(self.places)
        self._taken = 0
        self._idle: Queue[Worker] = Queue()
        self._staff: set[Worker] = set()
        self._lock = Lock()
        self._closed = Event()
        for _ in range(workers):
            self._hire()

    @property
    def ready(self) -> bool:
        """Whether some worker could draw a sheet now, or when it has finished another."""
        return any(worker.process.poll() is None for worker in self.staff)

    @property
    def staff(self) -> tuple[Worker, ...]:
        """The workers, those that are replaced included."""
        with self._lock:
            return tuple(self._staff)

    @property
    def in_hand(self) -> int:
        """How many sheets are being drawn or waited for."""
        return self._taken

    @contextmanager
    def place(self) -> Iterator[Draw]:
        """Take a place in the queue, and give it up in the end; it comes with the way to draw.

        Taken before anything is made ready, it costs nothing to be turned away.

        Raises:
            PoolBusyError: All places are taken.
        """
        if not self._free.acquire(blocking=False):
            self._count(away=1)
            raise PoolBusyError
        with self._lock:
            self._taken += 1
        try:
            yield self._draw
        finally:
            with self._lock:
                self._taken -= 1
            self._free.release()

    def close(self) -> None:
        """End all workers; whatever they draw is lost."""
        self._closed.set()
        with self._lock:
            staff, self._staff = self._staff, set()
        for worker in staff:
            worker.stop()

    def _draw(self, html: str, **options: Unpack[Options]) -> bytes:
        request = packed(html, **options)
        for _ in range(TRIES):
            worker = self._idle_one()
            start = perf_counter()
            try:
                kind, result = worker.ask(request, self.seconds)
            except WorkerGoneError:
                kind, result = None, b""
                self._lose(worker)
            else:
                self._give_back(worker)
            taken = perf_counter() - start
            if kind == DRAWN:
                self._count(drawn=1, seconds=taken)
                return result
            if kind or taken >= self.seconds:
                log.error("a sheet was not drawn in %.1f s\n%s", taken, result.decode())
                break
        self._count(failed=1)
        raise DrawingFailedError

    def _idle_one(self) -> Worker:
        """Return a worker that nobody else uses.

        Raises:
            PoolBusyError: There is none in good time: others are drawing large sheets.
        """
        while True:
            try:
                worker = self._idle.get(timeout=self.seconds)
            except Empty:
                raise PoolBusyError from None
            if worker.retired:
                self._dismiss(worker)
            elif worker.process.poll() is not None:  # killed while it had nothing to do
                self._lose(worker)
            else:
                return worker

    def _give_back(self, worker: Worker) -> None:
        if worker.drawn == self.sheets:
            self._hire(instead_of=worker)  # which goes on until the new one is ready
        self._idle.put(worker)

    def _lose(self, worker: Worker) -> None:
        log.warning("a PDF worker has ended; another one is started")
        self._count(lost=1)
        self._dismiss(worker)
        if worker.drawn < self.sheets:  # else one was hired instead of it already
            self._hire()

    def _dismiss(self, worker: Worker) -> None:
        with self._lock:
            self._staff.discard(worker)
        worker.stop()

    def _hire(self, *, instead_of: Worker | None = None) -> None:
        """Start a worker, and try again until one starts; nobody waits for that."""
        Thread(target=self._start_one, args=(instead_of,), name="pdf-worker", daemon=True).start()

    def _start_one(self, instead_of: Worker | None) -> None:
        while not self._closed.is_set():
            try:
                worker = Worker()
            except OSError:  # no memory, no room on the disk: that may pass
                log.exception("a PDF worker does not start")
                self._closed.wait(PAUSE_SECONDS)
                continue
            try:
                greeting = worker.greeting()
            except WorkerGoneError:
                greeting = b"it ended"
            if greeting == READY:
                if instead_of:  # before anybody can see both, and leave the old one waiting
                    instead_of.retired = True
                self._welcome(worker)
                return
            worker.stop()
            log.error("a PDF worker does not start: %s", greeting.decode())
            self._closed.wait(PAUSE_SECONDS)

    def _welcome(self, worker: Worker) -> None:
        with self._lock:
            closed = self._closed.is_set()
            if not closed:
                self._staff.add(worker)
        if closed:
            worker.stop()
        else:
            self._idle.put(worker)

    def _count(
        self, *, drawn: int = 0, failed: int = 0, away: int = 0, lost: int = 0, seconds: float = 0
    ) -> None:
        with self._lock:
            self.figures = Figures(
                drawn=self.figures.drawn + drawn,
                failed=self.figures.failed + failed,
                turned_away=self.figures.turned_away + away,
                workers_lost=self.figures.workers_lost + lost,
                seconds=self.figures.seconds + seconds,
            )
