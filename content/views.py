"""The home page and the pages of the article."""

from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from content.library import get_neighbors, get_page, get_source, list_pages


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Say what this is, and lead to the form or to the article."""
    pages = list_pages()
    sections = [
        (name, tuple(group)) for name, group in groupby(pages, key=lambda page: page.section)
    ]
    return render(request, "content/home.html", {"first": pages[0], "sections": sections})


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one page of the article with its sources."""
    try:
        shown = get_page(slug)
    except KeyError:
        raise Http404(slug) from None
    previous_page, next_page = get_neighbors(shown)
    context = {
        "page": shown,
        "number": list_pages().index(shown) + 1,
        "total": len(list_pages()),
        "sources": [get_source(source_id) for source_id in shown.sources],
        "previous_page": previous_page,
        "next_page": next_page,
    }
    return render(request, "content/article.html", context)
