"""From which address somebody tries to log in, so that others are not locked out with them."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest

NOWHERE = "0.0.0.0"  # noqa: S104 (nothing listens there: it stands for "no address is known")
"""All who come without an address, as through a Unix socket, share one count of wrong passwords."""

_ONE_HOME = 64
"""One home or server has 2 to the power of 64 IPv6 addresses; they differ behind these bits."""


def client_address(request: HttpRequest) -> str:
    """Return the address that the outermost of our own proxies saw; of IPv6, its first half.

    Each proxy appends to X-Forwarded-For; what stands further left was written by the client and
    is not believed. Without a proxy of ours (PROXY_COUNT=0) the header is not read.
    """
    seen: list[str] = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    passed_on = seen[-settings.PROXY_COUNT] if 0 < settings.PROXY_COUNT <= len(seen) else ""
    return _counted_as(passed_on) or _counted_as(request.META.get("REMOTE_ADDR", "")) or NOWHERE


def _counted_as(text: str) -> str:
    """Return what wrong passwords are counted under; "" for what is no address."""
    try:
        address = ip_address(text.strip())
    except ValueError:
        return ""
    if isinstance(address, IPv4Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(IPv6Network((int(address), _ONE_HOME), strict=False).network_address)
