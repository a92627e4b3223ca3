"""Django system checks: what is wrong in the content is found before it is served."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from html import escape
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register  # noqa: A004 - Django's name
from django.urls import Resolver404, resolve
from django.utils import timezone

from content import plain_language, views
from content.front_matter import ContentError
from content.glossary import Term
from content.library import CONTENT, Library, files, read_sections, read_shelf, read_words
from content.page import (
    FigureError,
    Page,
    Shelf,
    Snippet,
    UnknownSourceError,
    read_page,
    read_snippet,
)
from content.plain_text import plain_text
from content.search_places import SearchWords, read_search_words, unsaid_names
from content.sources import UnreadSourceError

BAD_FILE = "content.E001"
DUPLICATE = "content.E002"
BROKEN_LINK = "content.E003"
UNKNOWN_SOURCE = "content.E004"
NO_SOURCE = "content.E005"
FIRST_PERSON = "content.E006"
FROM_MEMORY = "content.E007"
BAD_FIGURE = "content.E008"
REVIEW_OVERDUE = "content.E009"
UNKNOWN_SECTION = "content.E010"
NOT_PLAIN = "content.E011"
NOT_FINDABLE = "content.E012"
UNSAID = "content.E013"
REVIEW_DUE_SOON = "content.W001"

# A summary is the point of a page.
LONGEST_SUMMARY = 2

# Time to read the sources again before the pages count as out of date (docs/adr/0013).
NOTICE = timedelta(days=60)

# The seed article speaks as an unnamed clinician ("I've seen ..."); nobody stands behind such a
# claim, so it is never served (clinical brief, 7.1).
CLAIM = re.compile(
    r"\b(I|I['’](?:ve|ll|m)|[Mm]y|[Ww]e['’]ve seen|[Hh]ands-on"
    r"|[Ii]n our (?:clinic|practice|experience)|[Oo]ur patients)\b"
)
# In quotation marks, a question is the reader's own voice: “Will my dose change?” So is an answer
# to choose on the form: tick “I am on a shared computer”. So is the title of the sheet.
READERS_WORDS = re.compile(r"“[^“”]*\?”|\b(?:[Cc]hoose|[Tt]ick) “[^“”]*”|\bFor my appointment\b")

Read = TypeVar("Read")


@register("content")
def check_content(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:  # noqa: ARG001 - Django's signature
    """Check every page, snippet and word of this site."""
    return list(problems(CONTENT, today=timezone.localdate()))


@register("content", deploy=True)
def check_site_url(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:  # noqa: ARG001 - Django's signature
    """Check that search engines are told the site's real address."""
    if settings.SITE_URL.startswith("https://"):
        return []
    return [Error("SITE_URL: must be the site's address, with https://", id=NOT_FINDABLE)]


def problems(root: Path, *, today: date) -> Iterator[CheckMessage]:
    """Yield what is wrong with the content in a folder, file by file."""
    for folder in sorted((root / "pages").iterdir()):
        try:
            shelf = read_shelf(root, language=folder.name)
            glossary = read_words(root, language=folder.name, shelf=shelf)
            sections = read_sections(root, language=folder.name)
            words = read_search_words(root / "search_words.toml", language=folder.name)
        except ContentError as error:
            yield _unreadable(error)
            continue
        bad: list[CheckMessage] = []
        pages = _read(read_page, root, kind="pages", of=folder.name, shelf=shelf, bad=bad)
        snippets = _read(read_snippet, root, kind="snippets", of=folder.name, shelf=shelf, bad=bad)
        texts = Library(
            pages={page.slug: page for page in pages},
            snippets={snippet.key: snippet for snippet in snippets},
            figures=shelf.figures,
            glossary=glossary,
            sources=shelf.sources,
            sections=sections,
        )
        yield from bad
        yield from _language_problems(texts, language=folder.name, today=today)
        if not bad:
            yield from _search_problems(words, texts=texts)


def first_person_claims(html: str) -> list[str]:
    """Return the words by which a text speaks as "I", other than for the reader."""
    return CLAIM.findall(READERS_WORDS.sub("", plain_text(html)))


def _read(
    reader: Callable[..., Read],
    root: Path,
    *,
    kind: str,
    of: str,
    shelf: Shelf,
    bad: list[CheckMessage],
) -> tuple[Read, ...]:
    """Return what can be read, and note what cannot."""
    read = []
    for file in files(root, kind=kind, of=of):
        try:
            read.append(reader(file, shelf=shelf))
        except ContentError as error:
            bad.append(_unreadable(error))
    return tuple(read)


def _unreadable(error: ContentError) -> Error:
    kinds = {
        UnknownSourceError: UNKNOWN_SOURCE,
        UnreadSourceError: FROM_MEMORY,
        FigureError: BAD_FIGURE,
    }
    return Error(str(error), id=kinds.get(type(error), BAD_FILE))


def _language_problems(texts: Library, *, language: str, today: date) -> Iterator[CheckMessage]:
    yield from _duplicates(texts.pages.values())
    for page in texts.pages.values():
        name = f"{language}/{page.slug}.md"
        shown = f"<h1>{page.title}</h1><p>{page.summary}</p>{page.html}"
        if page.section not in texts.sections:
            yield Error(
                f"{name}: section: {page.section!r} is not in sections.toml", id=UNKNOWN_SECTION
            )
        if len(plain_language.sentences_of(page.summary)) > LONGEST_SUMMARY:
            yield Error(
                f"{name}: summary: say the point in at most {LONGEST_SUMMARY} sentences",
                id=NOT_PLAIN,
            )
        yield from _text_problems(page, name=name, texts=texts)
        yield from _review_problems(page, name=name, today=today)
        yield from _wording_problems(shown, name=name, is_page=True)
    for snippet in texts.snippets.values():
        name = f"{language}/{snippet.key}.md"
        yield from _text_problems(snippet, name=name, texts=texts)
        yield from _review_problems(snippet, name=name, today=today)
        yield from _wording_problems(snippet.html, name=name)
    for term in texts.glossary.terms:
        name = f"{language}.toml: {term.key}"
        yield from _text_problems(term, name=name, texts=texts)
        yield from _wording_problems(f"<h1>{term.title}</h1>{term.html}", name=name)
    for figure in texts.figures.values():
        # The description of a drawing is a list of what it shows, and may be long.
        name, said = f"{language}/{figure.name}.svg", " ".join(figure.words)
        yield from _first_person_problems(escape(said), name=name)
        for reason in plain_language.wrong_words(said):
            yield Error(f"{name}: text: {reason}", id=NOT_PLAIN)


def _wording_problems(shown: str, *, name: str, is_page: bool = False) -> Iterator[CheckMessage]:
    yield from _first_person_problems(shown, name=name)
    for reason in plain_language.problems(shown, is_page=is_page):
        yield Error(f"{name}: text: {reason}", id=NOT_PLAIN)


def _first_person_problems(shown: str, *, name: str) -> Iterator[CheckMessage]:
    for words in first_person_claims(shown):
        yield Error(f"{name}: text: speaks in the first person ({words!r})", id=FIRST_PERSON)


def _search_problems(words: SearchWords, *, texts: Library) -> Iterator[CheckMessage]:
    for place in words.places:
        if reason := _why_broken(place.path, own=frozenset(), texts=texts):
            yield Error(f"search_words.toml: path: {place.path} {reason}", id=BROKEN_LINK)
    for name in unsaid_names(texts, words=words):
        yield Error(f"search_words.toml: synonyms: no text says {name!r}", id=UNSAID)


def _duplicates(pages: Iterable[Page]) -> Iterator[CheckMessage]:
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
    text: Page | Snippet | Term, *, name: str, texts: Library
) -> Iterator[CheckMessage]:
    everyday = isinstance(text, Term) and text.everyday
    if not text.sources and not everyday:
        yield Error(f"{name}: sources: cites none", id=NO_SOURCE)
    own = text.anchors if isinstance(text, Page) else frozenset[str]()
    for link in text.links:
        if reason := _why_broken(link, own=own, texts=texts):
            yield Error(f"{name}: link: {link} {reason}", id=BROKEN_LINK)


def _review_problems(text: Page | Snippet, *, name: str, today: date) -> Iterator[CheckMessage]:
    due = text.review_due_on
    if due < today:
        yield Error(f"{name}: review_due_on: review was due on {due}", id=REVIEW_OVERDUE)
    elif due - NOTICE <= today:
        yield Warning(f"{name}: review_due_on: review is due on {due}", id=REVIEW_DUE_SOON)


def _why_broken(link: str, *, own: frozenset[str], texts: Library) -> str | None:
    address = urlsplit(link)
    if link.startswith("#"):
        return None if address.fragment in own else "leads to no heading"
    # "//elsewhere.example/glossary/" begins with a slash too.
    if address.netloc or not link.startswith("/"):
        return "leaves the site: cite it as a source instead"
    try:
        match = resolve(address.path)
    except Resolver404:
        return "leads nowhere"
    anchors = frozenset[str]()
    if match.func is views.page:
        page = texts.pages.get(match.kwargs["slug"])
        if page is None:
            return "leads to no page of the article"
        anchors = page.anchors
    elif match.func is views.glossary:
        anchors = frozenset(term.key for term in texts.glossary.terms)
    if address.fragment and address.fragment not in anchors:
        return "leads to no heading of that page"
    return None
