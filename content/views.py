"""The home page, the pages of the article, and the ways to find something in them."""

from itertools import groupby

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from content.drawn_once import drawn_once
from content.library import (
    get_glossary,
    get_neighbors,
    get_page,
    get_source,
    list_pages,
    list_sources,
)
from content.search import LONGEST_QUERY, index

# Public pages that are not part of the article.
OTHER_PAGES = ("home", "get-help-now", "glossary", "sources", "privacy", "health-data")


@require_safe
@drawn_once
def home(request: HttpRequest) -> HttpResponse:
    """Say what this is, and lead to the form or to the article."""
    pages = list_pages()
    sections = [
        (name, tuple(group)) for name, group in groupby(pages, key=lambda page: page.section)
    ]
    return render(request, "content/home.html", {"first": pages[0], "sections": sections})


@require_safe
@drawn_once
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


@require_safe
@drawn_once
def glossary(request: HttpRequest) -> HttpResponse:
    """Explain the words that clinicians and reports use."""
    words = get_glossary()
    context = {
        "glossary": words,
        "sources": [get_source(source_id) for source_id in words.sources],
    }
    return render(request, "content/glossary.html", context)


@require_safe
@drawn_once
def sources(request: HttpRequest) -> HttpResponse:
    """Show the whole register, and say how each source was read."""
    by_publisher = sorted(list_sources(), key=lambda source: source.publisher.casefold())
    publishers = [
        (publisher, tuple(group))
        for publisher, group in groupby(by_publisher, key=lambda source: source.publisher)
    ]
    return render(request, "content/sources.html", {"publishers": publishers})


# What is looked for says something about a person, so it is sent in the body of the request: an
# address ends up in histories and logs. The answer changes nothing, so no token guards it, and
# reading the article needs no cookie (docs/adr/0014).
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_cache=True)
def search(request: HttpRequest) -> HttpResponse:
    """Show what was found for the words that were sent, or ask for some."""
    try:
        sent = request.POST.get("q", "")
    except (SuspiciousOperation, MultiPartParserError):
        # The page for damaged forms speaks of answers; somebody who searches has given none.
        return render(request, "content/search.html", {"is_too_long": True}, status=400)
    query = " ".join(sent.split())[:LONGEST_QUERY]
    results = index().search(query) if query else None
    return render(request, "content/search.html", {"query": query, "results": results})


@require_safe
def robots(_request: HttpRequest) -> HttpResponse:
    """Show search engines the list of pages.

    Nothing is disallowed: a crawler that may not read a page of the form does not see that it says
    `noindex`, and may list its bare address.
    """
    lines = (
        "User-agent: *",
        "Disallow:",
        f"Sitemap: {settings.SITE_URL}{reverse('sitemap')}",
    )
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


@require_safe
@drawn_once
def sitemap(request: HttpRequest) -> HttpResponse:
    """List every public page, as sitemaps.org asks for it."""
    context = {"pages": list_pages(), "others": OTHER_PAGES}
    return render(request, "content/sitemap.xml", context, content_type="application/xml")
