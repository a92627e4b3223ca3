"""What a page and a snippet are, and how a file becomes one."""

import re
from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from content.front_matter import ContentError, Document, read_document
from content.markdown import Rendered, render

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
REVIEW = {"reviewed_on": date, "review_due_on": date}
PAGE_HEADER = {"title": str, "summary": str, "section": str, "order": int, **REVIEW}


class UnknownSourceError(ContentError):
    """A text cites a source that the register does not have."""


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page of the article.

    Attributes:
        slug: File name and address.
        title: The page's h1.
        summary: The point, in one or two sentences.
        section: The heading it stands under in the list of pages.
        order: Its place in the article.
        reviewed_on: When it was last checked against its sources.
        review_due_on: When it must be checked again.
        reviewed_by: The clinician who reviewed it, once one has.
        html: The text, safe to serve.
        sources: Ids of its sources; number 1 first.
        links: The addresses that its text links to.
    """

    slug: str
    title: str
    summary: str
    section: str
    order: int
    reviewed_on: date
    review_due_on: date
    reviewed_by: str | None
    html: str
    sources: tuple[str, ...]
    links: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Snippet:
    """A sentence or two that form, summary and PDF reuse.

    Attributes:
        key: File name; named by meaning.
        html: The text, safe to serve, without numbers for its sources.
        sources: Ids of its sources.
        links: The addresses that its text links to.
        reviewed_on: When it was last checked against its sources.
        review_due_on: When it must be checked again.
    """

    key: str
    html: str
    sources: tuple[str, ...]
    links: tuple[str, ...]
    reviewed_on: date
    review_due_on: date


def read_page(file: Path, *, known_sources: Container[str]) -> Page:
    """Return the page that a file holds.

    Raises:
        ContentError: The file is wrong; the message names the file and the key.
    """
    document = read_document(file, required=PAGE_HEADER, optional={"reviewed_by": str})
    rendered = _rendered(document, known_sources=known_sources, show_citations=True)
    header = {"reviewed_by": None, **document.header}
    return Page(
        slug=file.stem,
        html=rendered.html,
        sources=rendered.sources,
        links=rendered.links,
        **header,
    )


def read_snippet(file: Path, *, known_sources: Container[str]) -> Snippet:
    """Return the snippet that a file holds.

    Raises:
        ContentError: The file is wrong; the message names the file and the key.
    """
    document = read_document(file, required=REVIEW, optional={})
    rendered = _rendered(document, known_sources=known_sources, show_citations=False)
    return Snippet(
        key=file.stem,
        html=rendered.html,
        sources=rendered.sources,
        links=rendered.links,
        **document.header,
    )


def _rendered(
    document: Document, *, known_sources: Container[str], show_citations: bool
) -> Rendered:
    file = document.file
    if not SLUG.fullmatch(file.stem):
        raise ContentError(
            file=file, key="file name", reason="use only a-z, 0-9 and single hyphens"
        )
    if document.header["review_due_on"] <= document.header["reviewed_on"]:
        raise ContentError(file=file, key="review_due_on", reason="must be after reviewed_on")
    if not document.body:
        raise ContentError(file=file, key="body", reason="is empty")
    rendered = render(document.body, show_citations=show_citations)
    for source in rendered.sources:
        if source not in known_sources:
            raise UnknownSourceError(
                file=file, key="sources", reason=f"{source!r} is not in sources.toml"
            )
    return rendered
