"""The app's public face: pages, snippets and sources, read once and kept in memory.

Needs no Django, so that a command or a unit test can use it as it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from content.page import Page, Snippet, read_page, read_snippet
from content.sources import Source, read_sources

CONTENT = Path(__file__).parent
DEFAULT_LANGUAGE = "en"


@dataclass(frozen=True, kw_only=True)
class Library:
    """Everything we teach in one language.

    Attributes:
        pages: By slug, in the order of the article.
        snippets: By key.
        sources: By id.
    """

    pages: Mapping[str, Page]
    snippets: Mapping[str, Snippet]
    sources: Mapping[str, Source]


def read_library(root: Path, *, language: str = DEFAULT_LANGUAGE) -> Library:
    """Return the library that a folder holds.

    Raises:
        ContentError: A file is wrong; the message names the file and the key.
    """
    sources = read_sources(root / "sources.toml")
    pages = (
        read_page(file, known_sources=sources) for file in files(root, kind="pages", of=language)
    )
    snippets = (
        read_snippet(file, known_sources=sources)
        for file in files(root, kind="snippets", of=language)
    )
    return Library(
        pages={page.slug: page for page in sorted(pages, key=lambda page: page.order)},
        snippets={snippet.key: snippet for snippet in snippets},
        sources=sources,
    )


def files(root: Path, *, kind: str, of: str) -> list[Path]:
    """Return the content files of one kind ("pages" or "snippets") in one language."""
    return sorted((root / kind / of).glob("*.md"))


@cache
def library(language: str = DEFAULT_LANGUAGE) -> Library:
    """Return this site's library; it is read at the first call."""
    return read_library(CONTENT, language=language)


def get_page(slug: str) -> Page:
    """Return a page of the article, or raise KeyError."""
    return library().pages[slug]


def list_pages() -> tuple[Page, ...]:
    """Return the pages in the order of the article."""
    return tuple(library().pages.values())


def get_neighbors(page: Page) -> tuple[Page | None, Page | None]:
    """Return the pages before and after a page; None at either end."""
    pages = (None, *list_pages(), None)
    place = pages.index(page)
    return pages[place - 1], pages[place + 1]


def get_snippet(key: str) -> Snippet:
    """Return a snippet, or raise KeyError."""
    return library().snippets[key]


def get_source(source_id: str) -> Source:
    """Return a source of the register, or raise KeyError."""
    return library().sources[source_id]
