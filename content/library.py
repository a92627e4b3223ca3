"""The app's public face: pages, snippets, glossary and sources, read once and kept in memory.

Needs no Django, so that a command or a unit test can use it as it is.
"""

import gettext
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from content.figures import Figure, read_figure
from content.front_matter import check_fields, parse_toml
from content.glossary import Glossary, read_glossary
from content.page import Page, Shelf, Snippet, check_sources, read_page, read_snippet
from content.sources import Source, read_sources

CONTENT = Path(__file__).parent
LOCALE = CONTENT.parent / "locale"
DEFAULT_LANGUAGE = "en"
SUFFIXES = {"pages": ".md", "snippets": ".md", "figures": ".svg"}


@dataclass(frozen=True, kw_only=True)
class Library:
    """Everything we teach in one language.

    Attributes:
        pages: By slug, in the order of the article.
        snippets: By key.
        figures: By name.
        glossary: The words we explain.
        sources: By id.
        sections: The headings that pages stand under, in order.
    """

    pages: Mapping[str, Page]
    snippets: Mapping[str, Snippet]
    figures: Mapping[str, Figure]
    glossary: Glossary
    sources: Mapping[str, Source]
    sections: tuple[str, ...]


def read_library(root: Path, *, language: str = DEFAULT_LANGUAGE) -> Library:
    """Return the library that a folder holds.

    Raises:
        ContentError: A file is wrong; the message names the file and the key.
    """
    shelf = read_shelf(root, language=language)
    sections = read_sections(root, language=language)
    pages = [read_page(file, shelf=shelf) for file in files(root, kind="pages", of=language)]
    snippets = [
        read_snippet(file, shelf=shelf) for file in files(root, kind="snippets", of=language)
    ]
    return Library(
        pages={page.slug: page for page in sorted(pages, key=lambda page: _place(page, sections))},
        snippets={snippet.key: snippet for snippet in snippets},
        figures=shelf.figures,
        glossary=read_words(root, language=language, shelf=shelf),
        sources=shelf.sources,
        sections=sections,
    )


def read_shelf(root: Path, *, language: str) -> Shelf:
    """Return what the texts of a language may refer to, or raise a ContentError."""
    words = gettext.translation("django", LOCALE, languages=[language], fallback=True)
    return Shelf(
        sources=read_sources(root / "sources.toml"),
        figures={file.stem: read_figure(file) for file in files(root, kind="figures", of=language)},
        gettext=words.gettext,
    )


def read_words(root: Path, *, language: str, shelf: Shelf) -> Glossary:
    """Return the glossary of a language, or raise a ContentError."""
    file = root / "glossary" / f"{language}.toml"
    glossary = read_glossary(file, label=shelf.label)
    for term in glossary.terms:
        check_sources(term.sources, shelf=shelf, file=file, inside=f"{term.key}.")
    return glossary


def read_sections(root: Path, *, language: str) -> tuple[str, ...]:
    """Return the headings that the pages of a language stand under, or raise a ContentError."""
    file = root / "sections.toml"
    table = parse_toml(file.read_text(encoding="utf-8"), file=file)
    check_fields(table, file=file, required={language: list}, optional=dict.fromkeys(table, list))
    return tuple(str(section) for section in table[language])


def files(root: Path, *, kind: str, of: str) -> list[Path]:
    """Return the content files of one kind (see `SUFFIXES`) in one language."""
    return sorted((root / kind / of).glob(f"*{SUFFIXES[kind]}"))


def _place(page: Page, sections: tuple[str, ...]) -> tuple[int, int]:
    # A section that is not in the list is an error of `manage.py check`; until then it comes last.
    known = page.section in sections
    return (sections.index(page.section) if known else len(sections), page.order)


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


def get_glossary() -> Glossary:
    """Return the words we explain."""
    return library().glossary


def get_source(source_id: str) -> Source:
    """Return a source of the register, or raise KeyError."""
    return library().sources[source_id]


def list_sources() -> tuple[Source, ...]:
    """Return the whole register, in its own order."""
    return tuple(library().sources.values())
