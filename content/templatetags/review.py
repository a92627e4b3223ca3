"""How far clinicians have reviewed the article, for every page that says so."""

from dataclasses import dataclass

from django import template

from content.library import list_pages

register = template.Library()


@dataclass(frozen=True, kw_only=True)
class Review:
    """How many pages name a clinician who reviewed them, of how many."""

    reviewed: int
    pages: int


@register.simple_tag
def how_far_reviewed() -> Review:
    """Return how far clinicians have reviewed the article."""
    pages = list_pages()
    return Review(reviewed=sum(page.reviewed_by is not None for page in pages), pages=len(pages))
