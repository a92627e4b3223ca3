"""Django system checks: what is wrong in the content is found before it is served."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, Warning, register  # noqa: A004 - Django's name
from django.urls import Resolver404, resolve
from django.utils import timezone

from content import views
from content.front_matter import ContentError
from content.library import CONTENT, files
from content.page import Page, Snippet, UnknownSourceError, read_page, read_snippet
from content.sources import Source, read_sources

BAD_HEADER = "content.E001"
DUPLICATE = "content.E002"
BROKEN_LINK = "content.E003"
UNKNOWN_SOURCE = "content.E004"
NO_SOURCE = "content.E005"
FIRST_PERSON = "content.E006"
REVIEW_OVERDUE = "content.W001"

# The seed article speaks as an unnamed clinician ("I've seen ..."); nobody stands behind such a
# claim, so it is never served (clinical brief, 7.1).
CLAIM = re.compile(
    r"\b(I|I['’](?:ve|ll|m)|[Mm]y|[Ww]e['’]ve seen|[Hh]ands-on"
    r"|[Ii]n our (?:clinic|practice|experience)|[Oo]ur patients)\b"
)
# A question in quotation marks is the reader's own voice: “Will my dose change?”
READERS_QUESTION = re.compile(r"“[^“”]*\?”")


@register("content")
def check_content(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:  # noqa: ARG001 - Django's signature
    """Check every page and snippet of this site."""
    return list(problems(CONTENT, today=timezone.localdate()))


def problems(root: Path, *, today: date) -> Iterator[CheckMessage]:
    """Yield what is wrong with the content in a folder, file by file."""
    try:
        sources = read_sources(root / "sources.toml")
    except ContentError as error:
        yield Error(str(error), id=BAD_HEADER)
        return
    for folder in sorted((root / "pages").iterdir()):
        yield from _language_problems(root, language=folder.name, sources=sources, today=today)


def first_person_claims(html: str) -> list[str]:
    """Return the words by which a text speaks as "I", other than in a reader's question."""
    text = unescape(re.sub(r"<[^>]+>", "", html))
    return CLAIM.findall(READERS_QUESTION.sub("", text))


def _language_problems(
    root: Path, *, language: str, sources: dict[str, Source], today: date
) -> Iterator[CheckMessage]:
    pages: list[Page] = []
    snippets: list[Snippet] = []
    for kind in ("pages", "snippets"):
        for file in files(root, kind=kind, of=language):
            try:
                if kind == "pages":
                    pages.append(read_page(file, known_sources=sources))
                else:
                    snippets.append(read_snippet(file, known_sources=sources))
            except UnknownSourceError as error:
                yield Error(str(error), id=UNKNOWN_SOURCE)
            except ContentError as error:
                yield Error(str(error), id=BAD_HEADER)
    slugs = {page.slug for page in pages}
    yield from _duplicates(pages)
    for page in pages:
        name = f"{language}/{page.slug}.md"
        shown = f"{page.title}\n{page.summary}\n{page.html}"
        yield from _text_problems(page, name=name, shown=shown, slugs=slugs, today=today)
    for snippet in snippets:
        name = f"{language}/{snippet.key}.md"
        yield from _text_problems(snippet, name=name, shown=snippet.html, slugs=slugs, today=today)


def _duplicates(pages: Sequence[Page]) -> Iterator[CheckMessage]:
    by_order = defaultdict(list)
    for page in pages:
        by_order[page.order].append(f"{page.slug}.md")
        # Two files cannot share a name, but a page can carry the name of another address.
        if resolve(f"/{page.slug}/").func is not views.page:
            yield Error(f"{page.slug}.md: slug: /{page.slug}/ is another page's", id=DUPLICATE)
    for order, names in by_order.items():
        if len(names) > 1:
            yield Error(f"{' and '.join(names)}: order: both are number {order}", id=DUPLICATE)


def _text_problems(
    text: Page | Snippet, *, name: str, shown: str, slugs: set[str], today: date
) -> Iterator[CheckMessage]:
    if not text.sources:
        yield Error(f"{name}: sources: cites none", id=NO_SOURCE)
    for link in text.links:
        if reason := _why_broken(link, slugs=slugs):
            yield Error(f"{name}: link: {link} {reason}", id=BROKEN_LINK)
    for words in first_person_claims(shown):
        yield Error(f"{name}: text: speaks in the first person ({words!r})", id=FIRST_PERSON)
    if text.review_due_on < today:
        yield Warning(
            f"{name}: review_due_on: review was due on {text.review_due_on}", id=REVIEW_OVERDUE
        )


def _why_broken(link: str, *, slugs: set[str]) -> str | None:
    if not link.startswith("/"):
        return "leaves the site: cite it as a source instead"
    try:
        match = resolve(urlsplit(link).path)
    except Resolver404:
        return "leads nowhere"
    if match.func is views.page and match.kwargs["slug"] not in slugs:
        return "leads to no page of the article"
    return None
