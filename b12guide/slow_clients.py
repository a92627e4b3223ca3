"""Hangs up on clients that take too long, so that they do not keep the threads of the server.

Gunicorn itself waits without end for the next byte of a request. A phone that loses its network in
the middle of a form would keep a thread for good, and a few dozen connections all of them. And it
waits for each client to hang up after its answer, in the one thread that everybody depends on.
"""

import socket
import time
from contextlib import suppress
from typing import Any

from gunicorn import util  # type: ignore[import-untyped]  # no types
from gunicorn.workers.gthread import TConn, ThreadWorker  # type: ignore[import-untyped]  # no types

from b12guide import settings

LINGER = 0.3
"""Seconds that a client has to take its answer and hang up; proxies and browsers do so at once."""


class Worker(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """Serves pages with threads, each request within a limit of time."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._in_hand: dict[TConn, float] = {}

    def handle(self, conn: TConn) -> Any:
        """Read a request and answer it."""
        self._in_hand[conn] = time.monotonic() + settings.LONGEST_REQUEST
        try:
            goes_on = super().handle(conn)
            if not goes_on:
                _take_leave(conn.sock)
            return goes_on
        finally:
            del self._in_hand[conn]

    def notify(self) -> None:
        """Say that this process lives, as the main loop does every second, and hang up."""
        super().notify()
        now = time.monotonic()
        for conn, end in [*self._in_hand.items()]:
            if now > end:
                with suppress(OSError):  # it has ended just now
                    conn.sock.shutdown(socket.SHUT_RDWR)


def _take_leave(connection: socket.socket) -> None:
    """Let the client take its answer and hang up, here in its thread; then hang up in any case.

    The main loop, which closes the connection, would wait 2 seconds for each client that does not
    hang up. For this one it has nothing to wait for any more.
    """
    with suppress(OSError):  # it has gone already
        util.close_graceful(connection.dup(), timeout=LINGER)
        connection.shutdown(socket.SHUT_RDWR)
