"""Lets a template say the core's phrases: `{% load phrases %}{{ cell.text|say }}`."""

from django import template

from appointments.phrases import Text
from appointments.translation import spoken

register = template.Library()


@register.filter
def say(text: Text) -> str:
    """Return the text in the active language; what a person typed stays as it is."""
    return spoken(text)
