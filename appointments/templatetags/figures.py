"""Lets a template place things in a picture: `{% load figures %}x="{{ tick.at|percent }}"`."""

from django import template

register = template.Library()


@register.filter
def percent(share: float) -> str:
    """Return a number between 0 and 1 as SVG wants it, whatever the language ("12.5%")."""
    return f"{share * 100:.2f}%"
