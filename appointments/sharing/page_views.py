"""Pass on a page of the guide: its address, its code, and nothing about who does it."""

from __future__ import annotations

from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from appointments.sharing.public_pages import shareable_pages
from appointments.sharing.qr import qr_drawing
from content.templatetags.site_address import full_address

HOUR = 60 * 60


@require_safe
@cache_control(public=True, max_age=HOUR)
def share_page(request: HttpRequest, page: str = "") -> HttpResponse:
    """Show how to pass on a public page.

    Args:
        request: The request.
        page: The page's path without its slashes at both ends; looked up in our own list.
    """
    path = f"/{page}/" if page else "/"
    title = shareable_pages().get(path)
    if title is None:
        raise Http404(path)
    address = full_address(path)
    context = {
        "path": path,
        "title": title,
        "address": address,
        "qr": qr_drawing(path),
        "mail_link": f"mailto:?body={quote(address)}",
        # What iPhones and Android phones both understand.
        "sms_link": f"sms:?&body={quote(address)}",
    }
    return render(request, "sharing/page.html", context)
