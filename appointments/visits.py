"""What every personal page shares: the visit, no caching, and a kind word when answers are gone."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, UnreadablePostError
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.views.decorators.cache import never_cache

from appointments import sealed_cookie
from appointments.sealed_cookie import Visit, VisitState
from appointments.steps import STEPS_BY_SLUG
from appointments.steps.given_back import in_words

Parameters = ParamSpec("Parameters")

GONE = (VisitState.EXPIRED, VisitState.UNREADABLE)
NOTICE_COOKIE = "b12-notice"

UPDATE_SECONDS = 10
"""Until a server is asked again that is being updated."""

SURELY_LATER = 5
"""Seconds by which a page outlives the answers on it: their time is counted in whole seconds."""


def personal(
    view: Callable[Concatenate[HttpRequest, Visit, Parameters], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, Parameters], HttpResponseBase]:
    """Give a view the visit, keep its page out of every cache, and restart the idle time.

    When earlier answers are gone, a page says so. Only what was just sent still reaches the view,
    which keeps it.
    """

    @wraps(view)
    def wrapper(
        request: HttpRequest, /, *args: Parameters.args, **kwargs: Parameters.kwargs
    ) -> HttpResponseBase:
        visit = sealed_cookie.load(request)
        if visit.state is VisitState.NEWER and request.path != reverse("clear"):
            return _not_yet(request)
        if visit.state in GONE and request.method != "POST":
            return _gone(request, visit)
        response = view(request, visit, *args, **kwargs)
        written = any(name in response.cookies for name in sealed_cookie.NAMES)
        if visit.state is VisitState.OPEN and not written:
            sealed_cookie.touch(request, response)
        if visit.answers.shared_computer and "Clear-Site-Data" not in response.headers:
            _leave_no_page_open(response)
        return response

    return never_cache(wrapper)


def _leave_no_page_open(response: HttpResponseBase) -> None:
    """Have a shared computer's screen cleared, too, once its answers can no longer be opened."""
    if response.headers["Content-Type"].startswith("text/html"):
        seconds = sealed_cookie.IDLE_SECONDS_SHARED + SURELY_LATER
        response.headers["Refresh"] = f"{seconds}; url={reverse('left-alone')}"


def shared_computer(request: HttpRequest) -> dict[str, Any]:
    """Tell templates whether the visitor is on a shared computer, if they ask."""
    return {"shared_computer": SimpleLazyObject(lambda: _is_on_shared_computer(request))}


def _is_on_shared_computer(request: HttpRequest) -> bool:
    return sealed_cookie.load(request).answers.shared_computer


def _not_yet(request: HttpRequest) -> HttpResponse:
    """Say that this server cannot read answers which an updated one has sealed; they stay.

    Saving over them would lose them; what was just sent is given back instead.
    """
    context = {"seconds": UPDATE_SECONDS, "typed": typed_in(request)}
    response = render(request, "appointment/being_updated.html", context, status=503)
    response.headers["Retry-After"] = str(UPDATE_SECONDS)
    if not context["typed"]:
        response.headers["Refresh"] = str(UPDATE_SECONDS)
    return response


def typed_in(request: HttpRequest) -> list[tuple[str, str]]:
    """Return what was just sent, in the words of its page; nothing if it broke off."""
    try:
        sent = request.POST
    except UnreadablePostError:
        return []
    place = request.resolver_match
    step = STEPS_BY_SLUG.get(place.kwargs.get("slug", "")) if place else None
    form = step.form(answers=sealed_cookie.load(request).answers) if step else None
    return in_words(sent, form)


def _gone(request: HttpRequest, visit: Visit) -> HttpResponse:
    response = render(request, "appointment/gone.html", {"state": visit.state}, status=410)
    sealed_cookie.clear(response)
    return response


def remember_loss(response: HttpResponseBase, visit: Visit, *, first_page: bool) -> None:
    """Have the next page say that earlier answers are not there; the cookie holds only the reason.

    Only on the first page is it no surprise that there are none yet.
    """
    if visit.state in GONE or (visit.state is VisitState.NEW and not first_page):
        response.set_cookie(
            NOTICE_COOKIE,
            visit.state,
            path=sealed_cookie.PATH,
            secure=settings.ANSWERS_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )


def take_notice(request: HttpRequest, response: HttpResponseBase) -> None:
    """Forget the notice once it was shown."""
    if NOTICE_COOKIE in request.COOKIES:
        response.delete_cookie(NOTICE_COOKIE, path=sealed_cookie.PATH, samesite="Lax")
