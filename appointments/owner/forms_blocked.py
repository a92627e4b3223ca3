"""A form without its token: a patient gets back what they typed; an owner typed a password."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from appointments import views
from appointments.owner.session import is_owners


@never_cache
def forms_blocked(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say what to do when a form cannot be accepted."""
    if is_owners(request):
        return render(request, "owner/forms_blocked.html", status=403)
    return views.forms_blocked(request, reason)
