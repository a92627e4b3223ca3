"""Gives each request an id and a place in the figures, and a line in the log if that is wished."""

import logging
import secrets
import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from b12guide import metrics
from b12guide.logs import request_id, route_of

METHODS = ("GET", "HEAD", "POST", "OPTIONS")
"""Any other word in its place is a stranger's own."""

log = logging.getLogger(__name__)


def watch_requests(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Return middleware that watches each request; what is kept says nothing about anybody.

    The id is ours and random. One that a client sends is not looked at: it could be anything.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        token = request_id.set(secrets.token_hex(8))
        start = time.perf_counter()
        try:
            response = get_response(request)
            seconds = time.perf_counter() - start
            response.headers["X-Request-ID"] = request_id.get()
            if settings.METRICS_TOKEN:
                metrics.count_request(route_of(request), response.status_code, seconds)
            if settings.REQUEST_LOG:
                fields = {
                    "method": request.method if request.method in METHODS else "other",
                    "route": route_of(request),
                    "status": response.status_code,
                    "ms": round(seconds * 1000, 1),
                }
                log.info("request", extra={"fields": fields})
            return response
        finally:
            request_id.reset(token)

    return middleware
