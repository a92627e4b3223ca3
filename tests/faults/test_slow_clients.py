"""Clients that send a byte now and then, or fall silent, do not keep the server for good."""

from __future__ import annotations

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


def drip(connection: socket.socket) -> None:
    try:
        connection.sendall(b"a")
    except OSError:  # it has been hung up on
        return
