"""Full addresses, for those who meet our pages elsewhere: search engines and messages."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def full_address(path: str) -> str:
    """Return the full address of a path of this site."""
    return f"{settings.SITE_URL}{path}"


def leads_nowhere_else() -> bool:
    """Return whether our addresses work on this computer only: the site is being tried out."""
    host = urlsplit(settings.SITE_URL).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:  # a name
        return host == "localhost" or host.endswith(".localhost")
