"""Clients that send a byte now and then, fall silent, or never hang up, do not stop the server."""

from __future__ import annotations

import http.client
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from django.conf import settings as django_settings
from real_server import HOST, PATIENCE, Server, serving

LONGEST = 3
"""Seconds that a request may take, for these tests."""

MORE_THAN_THREADS = 40

AT_ONCE = 10.0
"""Seconds within which another visitor is served, on a busy machine. Gunicorn would take 80."""

HEAD = f"Host: {HOST}\r\nX-Forwarded-Proto: https\r\n"
BODY = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 9000\r\n\r\nq="


@pytest.fixture(scope="module")
def server(static_files, tmp_path_factory) -> Iterator[Server]:
    log_file = tmp_path_factory.mktemp("slow") / "server.log"
    secret = django_settings.SECRET_KEY
    with serving(log_file, secret, LONGEST_REQUEST=str(LONGEST)) as running:
        yield running


@pytest.mark.parametrize(
    "begun",
    [
        f"GET / HTTP/1.1\r\n{HEAD}X-Long: ",
        f"POST /search/ HTTP/1.1\r\n{HEAD}{BODY}",
        f"POST / HTTP/1.1\r\n{HEAD}{BODY}",
    ],
    ids=["headers", "a form that is read", "a form that nobody reads"],
)
def test_they_are_hung_up_on_and_the_next_visitor_is_served(server, begun):
    with ExitStack() as stack:
        slow = [
            stack.enter_context(socket.create_connection((HOST, server.port), timeout=PATIENCE))
            for _ in range(MORE_THAN_THREADS)
        ]
        for connection in slow:
            connection.sendall(begun.encode())
        end = time.monotonic() + LONGEST + 2
        while time.monotonic() < end:
            for connection in slow:
                drip(connection)
            time.sleep(0.5)
        assert server.get("/healthz").status == 200
    assert "Error" not in server.log


@pytest.mark.parametrize(
    "requests",
    [
        [f"GET / HTTP/1.1\r\n{HEAD}Connection: close\r\n\r\n"],
        ["nonsense\r\n\r\n"],
        [f"GET / HTTP/1.1\r\n{HEAD}\r\n", f"GET / HTTP/1.1\r\n{HEAD}Connection: close\r\n\r\n"],
    ],
    ids=["a last request", "no request", "a connection that was kept"],
)
def test_those_who_do_not_hang_up_after_their_answer_are_not_waited_for(server, requests):
    worker = server.web_worker
    with ExitStack() as stack:
        idle = [
            stack.enter_context(socket.create_connection((HOST, server.port), timeout=PATIENCE))
            for _ in range(MORE_THAN_THREADS)
        ]
        start = time.monotonic()
        for request in requests:
            for connection in idle:
                connection.sendall(request.encode())
            for connection in idle:
                take_answer(connection)
        for _ in range(3):
            assert server.get("/healthz").status == 200
        assert time.monotonic() - start < AT_ONCE
    assert server.web_worker == worker
    assert "WORKER TIMEOUT" not in server.log


def test_an_answer_arrives_whole_though_more_was_sent_than_read(server):
    """To hang up at once would have the network throw the answer away."""
    sent = f"POST / HTTP/1.1\r\n{HEAD}Connection: close\r\nContent-Length: 60000\r\n\r\n"
    answer = server.send_raw(sent.encode() + b"q" * 60_000)

    assert answer.startswith(b"HTTP/1.1 4")
    assert answer.endswith(b"</html>\n")


def take_answer(connection: socket.socket) -> None:
    response = http.client.HTTPResponse(connection)
    response.begin()
    assert response.read()


def drip(connection: socket.socket) -> None:
    try:
        connection.sendall(b"a")
    except OSError:  # it has been hung up on
        return
