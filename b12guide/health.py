"""Answers the machines that watch over the service: is it alive, is it ready, how much does it do.

They call it by any name and without HTTPS, so they are answered before either is looked at.
"""

import secrets
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from appointments.answers import Answers
from appointments.pdf import drawing
from appointments.pdf.checks import missing_files
from appointments.sealed_cookie import VisitState, seal, unseal
from b12guide import metrics


def machine_pages(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Return middleware that answers `/healthz`, `/readyz` and `/metrics`."""
    pages = {"/healthz": _alive, "/readyz": _ready, "/metrics": _figures}

    def middleware(request: HttpRequest) -> HttpResponseBase:
        page = pages.get(request.path)
        answer = page(request) if page else None
        return answer or get_response(request)

    return middleware


def _alive(_request: HttpRequest) -> HttpResponse:
    """Say that this process answers; whoever gets no answer may start it anew."""
    return _plain("ok\n")


def _ready(_request: HttpRequest) -> HttpResponse:
    """Say whether visitors can be sent here.

    The database is not asked: the article and the form work without it.
    """
    workers = drawing.running()
    parts = {
        "fonts": not missing_files(),
        "keys": unseal(seal(Answers())).state is VisitState.OPEN,
        "pdf": workers is None or workers.ready,
    }
    lines = (f"{name} {'ok' if works else 'not ready'}\n" for name, works in parts.items())
    return _plain("".join(lines), status=200 if all(parts.values()) else 503)


def _figures(request: HttpRequest) -> HttpResponse | None:
    """Return the figures to whoever knows the token; to others there is no such page.

    Where they come from proves nothing: behind a proxy everybody comes from this machine.
    """
    wanted = f"Bearer {settings.METRICS_TOKEN}".encode()
    sent = request.headers.get("Authorization", "").encode()
    if not settings.METRICS_TOKEN or not secrets.compare_digest(sent, wanted):
        return None
    return _plain(metrics.as_text())


def _plain(text: str | bytes, *, status: int = 200) -> HttpResponse:
    headers = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
    kind = "text/plain; version=0.0.4; charset=utf-8"
    return HttpResponse(text, status=status, content_type=kind, headers=headers)
