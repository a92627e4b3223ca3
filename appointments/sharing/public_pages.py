"""Lists the pages that anybody may pass on; no other address of ours is put into a code."""

from __future__ import annotations

from functools import cache

from django.urls import reverse
from django.utils.translation import get_language, gettext

from content.library import list_pages


def shareable_pages() -> dict[str, str]:
    """Return what each page is called, by its path.

    Of the form only its first page is among them: it is the same for everybody.
    """
    return _in_language(get_language() or "en")


@cache
def _in_language(_language: str) -> dict[str, str]:
    others = {
        "home": gettext("Get ready for your B12 appointment"),
        "appointment-start": gettext("Prepare for your appointment"),
        "blank-form": gettext("The form on paper"),
        "get-help-now": gettext("When to get help now"),
        "glossary": gettext("Words explained"),
        "sources": gettext("Where our facts come from"),
        "privacy": gettext("Your answers stay with you"),
        "health-data": gettext("Consumer health data notice"),
    }
    return {
        **{reverse(name): title for name, title in others.items()},
        **{reverse("page", args=[page.slug]): page.title for page in list_pages()},
    }
