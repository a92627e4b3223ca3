"""Counts how often a clinic's link is used: a number for each day, and nothing about anybody.

Nobody waits for it. One thread writes to the database after the page has gone its way; a count
that cannot be written, because the database fails or is slow, is lost.
"""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from threading import BoundedSemaphore

from django.db import Error, connection
from django.db.models import F
from django.http import HttpRequest

from appointments.catalogue.countries import COUNTRIES_BY_ID
from appointments.models import Clinic, DailyCount

logger = logging.getLogger(__name__)

MOST_WAITING = 20
"""Counts that wait for a slow database; more are dropped. They bound how long a server takes to
stop, too."""


class Counted(StrEnum):
    """What is counted, as the columns of `DailyCount` are called."""

    OPENED = "opened"  # the clinic's page was shown
    STARTED = "started"  # the form was begun, or gone on with, from that page
    SHEETS = "sheets"  # a PDF of the sheet was handed out; printing again counts again


_WRITER = ThreadPoolExecutor(max_workers=1, thread_name_prefix="counts")
_PLACES = BoundedSemaphore(MOST_WAITING)


def is_shown(request: HttpRequest) -> bool:
    """Return whether somebody gets to see the page: not for a check, nor ahead of a click."""
    purpose = f"{request.headers.get('Sec-Purpose', '')} {request.headers.get('Purpose', '')}"
    return request.method == "GET" and "prefetch" not in purpose


def count(what: Counted, slug: str) -> None:
    """Add one to today's number of a clinic, if there is such a clinic, some time soon."""
    if _PLACES.acquire(blocking=False):
        _WRITER.submit(_write, what, slug)


def wait_until_written() -> None:
    """Wait for the counts so far."""
    _WRITER.submit(lambda: None).result()


def _write(what: Counted, slug: str) -> None:
    try:
        _add_one(what, slug)
    except Error:
        logger.warning("A count was not written", exc_info=True)
    finally:
        _PLACES.release()
        connection.close()


def _add_one(what: Counted, slug: str) -> None:
    """Add one by a single statement of the database, so that no other server's count is lost."""
    clinic = Clinic.objects.filter(slug=slug).first()
    if clinic is None:
        return
    day = COUNTRIES_BY_ID[clinic.country].today()
    today = DailyCount.objects.filter(clinic=clinic, day=day)
    one_more = {what.value: F(what.value) + 1}
    if not today.update(**one_more):
        DailyCount.objects.bulk_create([DailyCount(clinic=clinic, day=day)], ignore_conflicts=True)
        today.update(**one_more)
