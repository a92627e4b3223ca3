"""Processes of the real server are killed while they work; nobody loses an answer or a sheet."""

from __future__ import annotations

import os
import re
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from real_server import children, command_of, eventually, is_running

SHEET = "/appointment/summary.pdf"


@pytest.fixture
def drawing(server, cookies):
    """Return a sheet that is being drawn right now."""
    with ThreadPoolExecutor() as browser:
        sheet = browser.submit(server.get, SHEET, cookies=cookies)
        eventually(server.is_drawing)
        time.sleep(0.3)  # beyond what the web worker prepares
        assert not sheet.done()
        yield sheet


def test_a_pdf_worker_killed_while_it_draws_costs_nobody_their_sheet(server, drawing):
    (victim,) = server.pdf_workers
    os.kill(victim, signal.SIGKILL)

    assert drawing.result().status == 200
    assert drawing.result().body.startswith(b"%PDF-")
    assert server.pdf_workers != [victim]
    assert server.figure("b12guide_pdf_workers_lost_total") == 1
    assert "another one is started" in server.log


def test_a_pdf_worker_killed_while_it_waits_is_replaced(server, cookies):
    os.kill(server.pdf_workers[0], signal.SIGKILL)

    assert server.get(SHEET, cookies=cookies).status == 200


def test_workers_killed_again_and_again_give_a_kind_page_and_then_a_sheet(server, drawing, cookies):
    while not drawing.done():
        for worker in children(server.web_worker):
            os.kill(worker, signal.SIGKILL)
        eventually(lambda: drawing.done() or children(server.web_worker))
        time.sleep(0.1)

    assert drawing.result().status in {500, 503}
    assert "still in your browser" in drawing.result().text or "kept" in drawing.result().text
    assert not drawing.result().set_cookies or "b12-answers" not in str(
        drawing.result().set_cookies
    )
    eventually(server.is_ready)
    assert server.get(SHEET, cookies=cookies).status == 200


def test_a_web_worker_killed_in_mid_request_is_replaced_and_the_answers_are_there(
    server, drawing, cookies
):
    victim, (orphan,) = server.web_worker, server.pdf_workers
    folder = Path(re.search(r"'(/\S+/b12-fonts-\w+)'", command_of(orphan))[1])
    assert folder.exists()
    os.kill(victim, signal.SIGKILL)

    assert drawing.exception()  # the browser says that the connection was lost
    eventually(server.is_ready)
    assert server.web_worker != victim
    assert server.get(SHEET, cookies=cookies).status == 200
    eventually(lambda: not is_running(orphan))
    assert not folder.exists()


@pytest.mark.parametrize("to_all", [False, True], ids=["the server", "each of its processes"])
def test_a_graceful_stop_finishes_what_runs(server, drawing, to_all):
    workers = [server.web_worker, *server.pdf_workers]
    send = os.killpg if to_all else os.kill
    send(server.process.pid, signal.SIGTERM)

    assert drawing.result().status == 200
    assert drawing.result().body.rstrip().endswith(b"%%EOF")
    assert server.process.wait(30) == 0
    assert not any(map(is_running, workers))
    assert "another one is started" not in server.log


def test_a_full_queue_turns_away_with_a_page_and_leaves_pages_fast(server, cookies):
    with ThreadPoolExecutor(max_workers=12) as crowd:
        sheets = [crowd.submit(server.get, SHEET, cookies=cookies) for _ in range(12)]
        eventually(server.is_drawing)
        start = time.monotonic()
        assert server.get("/", cookies="").status == 200
        page_seconds = time.monotonic() - start
        replies = [sheet.result() for sheet in sheets]

    statuses = [reply.status for reply in replies]
    assert set(statuses) == {200, 503}
    assert 1 <= statuses.count(200) <= 5  # the places of one worker
    for reply in replies:
        if reply.status == 503:
            assert reply.headers["Retry-After"] == reply.headers["Refresh"]
            assert "Your answers are kept" in reply.text
            assert "b12-answers" not in str(reply.set_cookies)
    assert page_seconds < 2
