"""Pages that are the same for everybody: drawn once, compressed once, and served from memory."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, wraps
from hashlib import sha256
from http import HTTPStatus
from typing import Any

import brotli
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import ResolverMatch
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language

View = Callable[..., HttpResponseBase]


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A page as it is sent.

    Attributes:
        tag: Changes with the page, so that a browser need not fetch what it has.
        bodies: The page in each encoding, the smallest first; "" is as it is.
        route: Which of our addresses it is, for the figures and the log.
    """

    content_type: str
    tag: str
    bodies: dict[str, bytes]
    route: ResolverMatch | None

    @classmethod
    def of(cls, response: HttpResponse, *, route: ResolverMatch | None) -> Drawn:
        """Return what the view has drawn."""
        page = response.content
        return cls(
            content_type=response.headers["Content-Type"],
            # Weak, for it stands for the page in every encoding.
            tag=f'W/"{sha256(page).hexdigest()[:32]}"',
            bodies={"br": brotli.compress(page), "gzip": gzip.compress(page, mtime=0), "": page},
            route=route,
        )

    def answer(self, request: HttpRequest) -> HttpResponseBase:
        """Return the smallest body that the client can read, or that it has the page already."""
        readable = _encodings(request.META.get("HTTP_ACCEPT_ENCODING", ""))
        encoding = next(name for name in self.bodies if name in readable)
        body = self.bodies[encoding]
        headers = {
            "Content-Length": str(len(body)),
            "Vary": "Accept-Encoding",
            "ETag": self.tag,
            # Kept, but asked about each time: a mended sentence reaches everybody at once.
            "Cache-Control": "public, no-cache",
        }
        if encoding:
            headers["Content-Encoding"] = encoding
        response = HttpResponse(body, content_type=self.content_type, headers=headers)
        return get_conditional_response(request, etag=self.tag, response=response) or response


@lru_cache(maxsize=64)
def _encodings(accepted: str) -> frozenset[str]:
    """Return the encodings that a header names; there are few such headers in the world."""
    words = accepted.replace(" ", "").split(",")
    return frozenset({"", *(word.split(";")[0] for word in words if not word.endswith(";q=0"))})


_drawn: dict[tuple[str | None, str], Drawn] = {}
"""By language and path; as many as there are pages."""


def drawn_once(view: View) -> View:
    """Return the view, drawing its page only at the first request for it.

    The page must depend on nothing but the language and its path: not on a cookie, a query or the
    time. What is not found is not kept.
    """

    @wraps(view)
    def drawing(request: HttpRequest, **names: Any) -> HttpResponseBase:
        response = view(request, **names)
        if not isinstance(response, HttpResponse) or response.status_code != HTTPStatus.OK:
            return response
        if isinstance(response, TemplateResponse):
            response.render()
        drawn = Drawn.of(response, route=request.resolver_match)
        _drawn[get_language(), request.path] = drawn
        return drawn.answer(request)

    return drawing


def from_memory(get_response: View) -> View:
    """Return middleware that answers with what was drawn; what stands behind it has no part in it.

    What every response needs, such as its headers, must stand before it.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        drawn = _drawn.get((get_language(), request.path))
        if drawn is None or request.method not in {"GET", "HEAD"}:
            return get_response(request)
        request.get_host()  # refuses a name that is not ours, as for every other page
        request.resolver_match = drawn.route
        return drawn.answer(request)

    return middleware


def forget() -> None:
    """Have every page drawn anew, as after a start."""
    _drawn.clear()
