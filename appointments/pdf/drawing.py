"""The one pool of workers that this process has, and who wants a PDF takes a place in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from django.conf import settings

from appointments.pdf.pool import Pool
from appointments.pdf.render import Draw, render_pdf

_lock = Lock()
_pools: list[Pool] = []  # none or one


def running() -> Pool | None:
    """Return this process's pool; it is started by the first who wants it.

    None where PDF_WORKERS is 0: PDFs are then drawn in this process.
    """
    with _lock:
        if not _pools and settings.PDF_WORKERS:
            _pools.append(Pool(workers=settings.PDF_WORKERS, places=settings.PDF_PLACES))
        return _pools[0] if _pools else None


def stop() -> None:
    """End this process's pool, if it has one."""
    with _lock:
        for pool in _pools:
            pool.close()
        _pools.clear()


@contextmanager
def place() -> Iterator[Draw]:
    """Take a place in the queue of this process's pool; it comes with the way to draw.

    Raises:
        PoolBusyError: All places are taken.
    """
    pool = running()
    if pool is None:
        yield render_pdf
    else:
        with pool.place() as draw:
            yield draw
