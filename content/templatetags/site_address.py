"""Full addresses, for those who meet our pages elsewhere: search engines and messages."""

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def full_address(path: str) -> str:
    """Return the full address of a path of this site."""
    return f"{settings.SITE_URL}{path}"
