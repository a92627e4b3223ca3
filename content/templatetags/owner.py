"""Who runs the site, for pages that name them."""

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def owners_address() -> str:
    """Return the e-mail address of whoever runs the site; "" where none was set."""
    return str(settings.CONTACT_EMAIL)
