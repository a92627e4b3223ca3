"""Pages for what went wrong: plain sentences, and a way on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 (Django passes it)
    """Say that what was sent is too much or damaged, and that earlier answers are still there."""
    return render(request, "errors/400.html", status=400)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 (Django passes it)
    """Say that there is no such page."""
    return render(request, "errors/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that something failed on our side, and that the answers are still there."""
    return render(request, "errors/500.html", status=500)
