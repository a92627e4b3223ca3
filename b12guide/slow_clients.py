"""Hangs up on clients that take too long, so that they do not keep the threads of the server.

Gunicorn itself waits without end for the next byte of a request. A phone that loses its network in
the middle of a form would keep a thread for good, and a few dozen connections all of them.
"""

import socket
import time
from contextlib import suppress
from typing import Any

from gunicorn.workers.gthread import TConn, ThreadWorker  # type: ignore[import-untyped]  # no types

from b12guide import settings


class Worker(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """Serves pages with threads, each request within a limit of time."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._in_hand: dict[TConn, float] = {}

    def handle(self, conn: TConn) -> Any:
        """Read a request and answer it."""
        self._in_hand[conn] = time.monotonic() + settings.LONGEST_REQUEST
        try:
            return super().handle(conn)
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
