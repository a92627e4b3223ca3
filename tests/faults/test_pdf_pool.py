"""The pool of PDF workers: real processes that are limited, killed and replaced."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
from pdf_checks import text_of
from real_server import ROOT, eventually, is_running

from appointments.pdf import pool as pool_module
from appointments.pdf.pool import DrawingFailedError, Pool, PoolBusyError
from appointments.pdf.render import Design, Paper, Size, render_pdf
from appointments.pdf.worker import MEMORY, WARM_UP
from appointments.pdf.worker_process import Worker

HTML = WARM_UP.replace("One", "A. Patient <b>漢字</b>")
LONG = WARM_UP.replace("<p>", f"<p>{'Kanari takes long. ' * 150_000}")


@pytest.fixture
def pool() -> Iterator[Pool]:
    """Return a pool of one worker, which is soon replaced."""
    pool = Pool(workers=1, places=2, seconds=60, sheets=3)
    eventually(lambda: pool.ready)
    yield pool
    pool.close()


def workers(pool: Pool) -> set[int]:
    return {worker.process.pid for worker in pool.staff}


def draw(pool: Pool, html: str = HTML, **how) -> bytes:
    with pool.place() as drawing:
        return drawing(html, **{"paper": Paper.A4, **how})


@pytest.mark.parametrize("design", Design)
def test_a_worker_draws_what_is_drawn_here(pool, design):
    how = {
        "paper": Paper.LETTER,
        "size": Size.LARGE,
        "design": design,
        "answers": b'{"a":"\xc2\xb5"}',
    }
    html = WARM_UP.replace("One", "A. Patient")

    assert draw(pool, html, **how) == render_pdf(html, **how)


def test_two_workers_give_the_same_bytes_whatever_they_drew_before(pool):
    other = Pool(workers=1, places=1)
    draw(other)
    try:
        assert draw(pool, HTML) == draw(other, HTML)
    finally:
        other.close()
    assert "漢字" in text_of(draw(pool, HTML))


def test_a_worker_knows_no_secret_and_is_limited(pool, settings):
    (pid,) = workers(pool)
    process = Path(f"/proc/{pid}")
    environment = process.joinpath("environ").read_bytes()
    known = environment + process.joinpath("cmdline").read_bytes()
    limits = process.joinpath("limits").read_text()

    assert settings.SECRET_KEY.encode() not in known
    assert environment == b"SOURCE_DATE_EPOCH=0\0"
    assert f"Max address space         {MEMORY}" in limits
    assert "Max core file size        0" in limits


def test_what_a_worker_runs_knows_no_django():
    program = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); import appointments.pdf.worker as w;"
        "print({'django', 'environ', 'b12guide'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, check=True)

    assert run.stdout.strip() == b"set()"


def test_a_sheet_that_takes_too_long_is_stopped_and_its_worker_is_gone(pool, caplog):
    assert draw(pool)
    (before,) = workers(pool)
    pool.seconds = 1
    start = time.monotonic()
    with pytest.raises(DrawingFailedError):
        draw(pool, LONG)

    assert time.monotonic() - start < 20
    assert not is_running(before)
    assert "Kanari" not in caplog.text
    pool.seconds = 60
    assert draw(pool)


def test_a_sheet_that_takes_too_much_memory_takes_its_worker_along_and_nothing_else(pool):
    (before,) = workers(pool)
    size = int(Path(f"/proc/{before}/statm").read_text().split()[0]) * resource.getpagesize()
    resource.prlimit(before, resource.RLIMIT_AS, (size, size))
    pool.seconds = 10
    # Most libraries end the process, and another worker draws the sheet. But one time in ten Pango
    # waits for a thread of its own that found no memory, and only the time limit ends that.
    with suppress(DrawingFailedError, PoolBusyError):
        draw(pool)

    assert not is_running(before)
    assert pool.figures.workers_lost == 1
    pool.seconds = 60
    assert draw(pool).startswith(b"%PDF-")  # by another, which has the usual limit


def test_what_fails_is_logged_as_a_place_and_the_worker_goes_on(pool, caplog):
    before = workers(pool)
    with pytest.raises(DrawingFailedError):
        draw(pool, "<p>Kanari</p>", paper="no such paper")

    assert "ValueError" in caplog.text
    assert "Kanari" not in caplog.text
    assert "no such paper" not in caplog.text
    assert draw(pool)
    assert workers(pool) == before


def test_a_worker_is_replaced_after_some_sheets_while_the_old_one_goes_on(pool):
    seen = set()
    for _ in range(12):
        assert draw(pool)
        seen |= workers(pool)
        time.sleep(0.1)

    assert eventually(lambda: len(seen | workers(pool)) > 1)
    # The one that is replaced goes when somebody draws.
    eventually(lambda: draw(pool) and len(workers(pool)) == 1)
    assert pool.figures.workers_lost == 0


def test_a_worker_that_dies_while_it_is_being_replaced_is_replaced_once(pool, monkeypatch):
    hired = []
    monkeypatch.setattr(pool, "_hire", lambda **how: hired.append(how))
    for _ in range(3):
        assert draw(pool)
    (worker,) = pool.staff
    worker.process.kill()
    worker.process.wait()
    pool.seconds = 0.1
    with pytest.raises(PoolBusyError):  # the new one is not there yet
        draw(pool)

    assert hired == [{"instead_of": worker}]
    assert pool.figures.workers_lost == 1


def test_a_worker_that_cannot_even_be_started_is_tried_again(monkeypatch):
    tries = []

    def start() -> Worker:
        tries.append(1)
        if len(tries) == 1:
            raise OSError
        return Worker()

    monkeypatch.setattr(pool_module, "PAUSE_SECONDS", 0)
    monkeypatch.setattr(pool_module, "Worker", start)
    pool = Pool(workers=1, places=1)
    try:
        eventually(lambda: pool.ready)
    finally:
        pool.close()

    assert len(tries) == 2


def test_nobody_waits_beyond_the_places(pool):
    with pool.place(), pool.place():
        assert pool.in_hand == 2
        with pytest.raises(PoolBusyError), pool.place():
            raise AssertionError

    assert pool.in_hand == 0
    assert pool.figures.turned_away == 1
    assert draw(pool)


def test_many_at_once_are_all_served(pool):
    pool.close()
    many = Pool(workers=2, places=20)
    try:
        with ThreadPoolExecutor(max_workers=20) as crowd:
            sheets = list(crowd.map(lambda _: draw(many), range(20)))
    finally:
        many.close()

    assert len(set(sheets)) == 1


def test_nothing_stays_behind_when_the_pool_is_closed(pool):
    draw(pool)
    staff = pool.staff
    pool.close()

    assert not any(is_running(worker.process.pid) for worker in staff)
    assert not any(Path(worker.folder.name).exists() for worker in staff)
