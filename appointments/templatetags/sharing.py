"""Where the page that is being read can be shared, for the foot of every page."""

from django import template
from django.urls import reverse

from appointments.sharing.public_pages import shareable_pages

register = template.Library()


@register.simple_tag
def share_address(path: str) -> str:
    """Return where to share the page at this path, or nothing for a page that is somebody's own."""
    if path not in shareable_pages():
        return ""
    page = path.strip("/")
    return reverse("share-page", args=[page] if page else [])
