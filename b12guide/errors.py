"""Pages for what went wrong: plain sentences, and a way on."""

import sys
from collections.abc import Callable
from http import HTTPStatus
from random import randint

from django.db import Error as DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, UnreadablePostError
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers

from appointments.owner.session import is_owners
from appointments.pdf.pool import PoolBusyError
from b12guide.logs import ASKED_TO_WAIT

DATABASE_SECONDS = 60
"""Until an owner whose database does not answer is asked to try again."""

SOONEST, LATEST = 5, 9
"""Seconds until a busy server is asked again; not by all who wait at the same moment."""


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 (Django passes it)
    """Say that what was sent is too much or damaged, and that earlier answers are still there."""
    return render(request, "errors/400.html", status=400)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 (Django passes it)
    """Say that there is no such page."""
    return render(request, "errors/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that something failed on our side, and that the answers are still there."""
    if is_owners(request) and isinstance(sys.exception(), DatabaseError):
        return without_database(request)
    return render(request, "errors/500.html", status=500)


def without_database(request: HttpRequest) -> HttpResponse:
    """Tell the owner that nothing of theirs can be opened; nobody else depends on the database."""
    response = render(request, "errors/503_database.html", status=503)
    response.headers["Retry-After"] = str(DATABASE_SECONDS)
    add_never_cache_headers(response)
    return response


class BusyMiddleware:
    """Asks people to wait a moment when too many sheets are being drawn."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Leave every other answer as it is, and note that to ask for patience is no failure."""
        response = self.get_response(request)
        asks_to_wait = response.status_code == HTTPStatus.SERVICE_UNAVAILABLE
        if asks_to_wait and response.has_header("Retry-After"):
            request.META[ASKED_TO_WAIT] = True
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Return a page in place of the sheet; the answers stay in the browser.

        Nobody is there to read what is said about a form that broke off in the middle.
        """
        if isinstance(error, PoolBusyError):
            return busy(request)
        return bad_request(request, error) if isinstance(error, UnreadablePostError) else None


def busy(request: HttpRequest) -> HttpResponse:
    """Say that there are too many people right now; the page asks again by itself.

    It does so by a header, as there is no script; what a form has sent cannot be sent again so.
    """
    seconds = randint(SOONEST, LATEST)  # noqa: S311 (nobody gains by guessing it)
    context = {"seconds": seconds if request.method == "GET" else None}
    response = render(request, "errors/503.html", context, status=503)
    response.headers["Retry-After"] = str(seconds)
    if request.method == "GET":
        response.headers["Refresh"] = str(seconds)
    add_never_cache_headers(response)
    return response
