"""From which address somebody tries to log in, so that others are not locked out with them."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """Return the address that the outermost of our own proxies saw.

    Each proxy appends to X-Forwarded-For; what stands further left was written by the client and
    is not believed. Without a proxy of ours (PROXY_COUNT=0) the header is not read.
    """
    seen: list[str] = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    passed_on = seen[-settings.PROXY_COUNT].strip() if 0 < settings.PROXY_COUNT <= len(seen) else ""
    return passed_on or str(request.META.get("REMOTE_ADDR", ""))
