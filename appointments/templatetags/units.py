"""Keeps a unit and its number on one line of the sheet: `{{ text|linebreaksbr|unparted }}`."""

import re

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

# A word with a slash in it, and the number before it.
UNIT = re.compile(r"(?:\d[\d.,]* )?[^\s<>&;/]{1,12}/[^\s<>&;/]{1,12}")


@register.filter
def unparted(html: SafeString) -> SafeString:
    """Return escaped text with what must not be broken in a span."""
    # Safe: what is put around the words is ours, and they were escaped before.
    return mark_safe(UNIT.sub(r'<span class="whole">\g<0></span>', html))  # noqa: S308
