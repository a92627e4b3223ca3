"""What a page and a snippet are, and how a file becomes one."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from content.figures import Figure
from content.front_matter import ContentError, Document, read_document
from content.markdown import Part, Rendered, render
from content.sources import Source

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
REVIEW = {"reviewed_on": date, "review_due_on": date}
PAGE_HEADER = {"title": str, "summary": str, "section": str, "order": int, **REVIEW}
PAGE_OPTIONS = {"reviewed_by": str, "faq": bool}
# A shorter page is seen at a glance.
HEADINGS_FOR_CONTENTS = 3


class UnknownSourceError(ContentError):
    """A text cites a source that the register does not have."""


class FigureError(ContentError):
    """A text asks for a drawing that there is not, or does not ask for it rightly."""


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """What texts of one language may refer to.

    Attributes:
        sources: The register, by id.
        figures: The drawings, by name.
        gettext: Translates the few words that are ours and not the text's.
    """

    sources: Mapping[str, Source]
    figures: Mapping[str, Figure] = field(default_factory=dict)
    gettext: Callable[[str], str] = str

    def label(self, number: int, source_id: str) -> str:
        """Return what the link of a source is called."""
        source = self.sources.get(source_id)
        words = self.gettext("Source {number}: {source}")
        return words.format(number=number, source=source.brief if source else source_id)


@dataclass(frozen=True, kw_only=True)
class Page(Rendered):
    """One page of the article: its text, and what the head of its file says.

    Attributes:
        slug: File name and address.
        title: The page's h1.
        summary: The point, in one or two sentences.
        section: The heading it stands under in the list of pages.
        order: Its place in the article.
        reviewed_on: When it was last checked against its sources.
        review_due_on: When it must be checked again.
        reviewed_by: The clinician who reviewed it, once one has.
        faq: Whether it is questions and answers, and search engines may be told so.
    """

    slug: str
    title: str
    summary: str
    section: str
    order: int
    reviewed_on: date
    review_due_on: date
    reviewed_by: str | None
    faq: bool

    @property
    def contents(self) -> tuple[Part, ...]:
        """The parts to list before the first one; none where the page is short."""
        return self.parts if len(self.headings) >= HEADINGS_FOR_CONTENTS else ()

    @property
    def anchors(self) -> frozenset[str]:
        """The ids that a link can lead to."""
        return frozenset(
            {heading.id for heading in self.headings}
            | {f"figure-{name}" for name in self.figures}
            | {f"source-{number}" for number in range(1, len(self.sources) + 1)}
        )


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


def read_page(file: Path, *, shelf: Shelf) -> Page:
    """Return the page that a file holds.

    Raises:
        ContentError: The file is wrong; the message names the file and the key.
    """
    document = read_document(file, required=PAGE_HEADER, optional=PAGE_OPTIONS)
    rendered = _rendered(document, shelf=shelf, show_citations=True)
    header = {"reviewed_by": None, "faq": False, **document.header}
    if header["faq"] and not any(part.is_question for part in rendered.parts):
        raise ContentError(file=file, key="faq", reason="no heading of the page asks a question")
    return Page(slug=file.stem, **header, **vars(rendered))


def read_snippet(file: Path, *, shelf: Shelf) -> Snippet:
    """Return the snippet that a file holds.

    Raises:
        ContentError: The file is wrong; the message names the file and the key.
    """
    document = read_document(file, required=REVIEW, optional={})
    rendered = _rendered(document, shelf=shelf, show_citations=False)
    return Snippet(
        key=file.stem,
        html=rendered.html,
        sources=rendered.sources,
        links=rendered.links,
        **document.header,
    )


def check_sources(sources: tuple[str, ...], *, shelf: Shelf, file: Path, inside: str = "") -> None:
    """Raise an UnknownSourceError for the first source that the register does not have."""
    for source in sources:
        if source not in shelf.sources:
            raise UnknownSourceError(
                file=file, key=f"{inside}sources", reason=f"{source!r} is not in sources.toml"
            )


def _rendered(document: Document, *, shelf: Shelf, show_citations: bool) -> Rendered:
    file = document.file
    if not SLUG.fullmatch(file.stem):
        raise ContentError(
            file=file, key="file name", reason="use only a-z, 0-9 and single hyphens"
        )
    if document.header["review_due_on"] <= document.header["reviewed_on"]:
        raise ContentError(file=file, key="review_due_on", reason="must be after reviewed_on")
    if not document.body:
        raise ContentError(file=file, key="body", reason="is empty")
    rendered = render(
        document.body,
        show_citations=show_citations,
        label=shelf.label,
        figures={name: figure.svg for name, figure in shelf.figures.items()},
        example=shelf.gettext("Example."),
    )
    check_sources(rendered.sources, shelf=shelf, file=file)
    _check_figures(rendered, shelf=shelf, file=file)
    return rendered


def _check_figures(rendered: Rendered, *, shelf: Shelf, file: Path) -> None:
    if ":::" in rendered.html:
        raise FigureError(
            file=file, key="figure", reason="write ::: figure <name>, the caption, and :::"
        )
    for name in rendered.figures:
        if name not in shelf.figures:
            raise FigureError(file=file, key="figure", reason=f"there is no drawing {name!r}")
    for name in rendered.unsourced_figures:
        raise FigureError(
            file=file,
            key="figure",
            reason=f"{name!r} cites no source; if it is invented: ::: figure {name} example",
        )
    if len(set(rendered.figures)) < len(rendered.figures):
        raise FigureError(file=file, key="figure", reason="a drawing stands there twice")
