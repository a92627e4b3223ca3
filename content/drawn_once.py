"""Pages that are the same for everybody: drawn once, compressed once, and served from memory."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from hashlib import sha256
from http import HTTPStatus
from typing import Any

import brotli
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language

View = Callable[..., HttpResponseBase]


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A page as it is sent.

    Attributes:
        tag: Changes with the page, so that a browser need not fetch what it has.
        bodies: The page in each encoding, the smallest first; "" is as it is.
    """

    content_type: str
    tag: str
    bodies: dict[str, bytes]

    @classmethod
    def of(cls, response: HttpResponse) -> Drawn:
        """Return what the view has drawn."""
        page = response.content
        return cls(
            content_type=response.headers["Content-Type"],
            # Weak, for it stands for the page in every encoding.
            tag=f'W/"{sha256(page).hexdigest()[:32]}"',
            bodies={"br": brotli.compress(page), "gzip": gzip.compress(page, mtime=0), "": page},
        )

    def answer(self, accepted: str) -> HttpResponse:
        """Return the smallest body that the client can read."""
        words = [part.replace(" ", "") for part in accepted.split(",")]
        readable = {"", *(word.split(";")[0] for word in words if not word.endswith(";q=0"))}
        encoding = next(name for name in self.bodies if name in readable)
        response = HttpResponse(self.bodies[encoding], content_type=self.content_type)
        if encoding:
            response.headers["Content-Encoding"] = encoding
        response.headers["Vary"] = "Accept-Encoding"
        response.headers["ETag"] = self.tag
        # Kept, but asked about each time: a mended sentence reaches everybody at once.
        response.headers["Cache-Control"] = "public, no-cache"
        return response


_drawn: dict[tuple[object, ...], Drawn] = {}
"""By language, view and what the address names; as many as there are pages."""


def drawn_once(view: View) -> View:
    """Return the view, drawing its page only at the first request for it.

    The page must depend on nothing but the language and the words of its address: not on a cookie,
    a query or the time. What is not found is not kept.
    """

    @wraps(view)
    def from_memory(request: HttpRequest, **names: Any) -> HttpResponseBase:
        key = (get_language(), view, *sorted(names.items()))
        drawn = _drawn.get(key)
        if drawn is None:
            response = view(request, **names)
            if not isinstance(response, HttpResponse) or response.status_code != HTTPStatus.OK:
                return response
            if isinstance(response, TemplateResponse):
                response.render()
            drawn = _drawn[key] = Drawn.of(response)
        answer = drawn.answer(request.headers.get("Accept-Encoding", ""))
        return get_conditional_response(request, etag=drawn.tag, response=answer) or answer

    return from_memory


def forget() -> None:
    """Have every page drawn anew, as after a start."""
    _drawn.clear()
