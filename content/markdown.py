"""The one way from Markdown to safe HTML: no raw HTML, no images, and sources as small numbers.

Three things are our own. `[@NICE-R]` or `[@NICE-R, LOTH]` after a sentence becomes small numbered
links to the list of sources at the end of the page. A `>` block is urgent advice. A block between
`::: figure <name>` and `:::` is a drawing with its caption; `::: figure <name> example` says that
what it shows is invented.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from markdown_it.token import Token

from content.markdown_rules import build, words_of

Label = Callable[[int, str], str]
"""What the link of a source is called, made of its number and id."""


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A heading of a page: its words, and the id that links lead to."""

    id: str
    title: str


@dataclass(frozen=True, kw_only=True)
class Part:
    """A part of a page.

    Attributes:
        id: Where links to it lead.
        title: The words of its heading.
        heading: The heading, as HTML.
        text: What stands below the heading, as HTML.
    """

    id: str
    title: str
    heading: str
    text: str

    @property
    def is_question(self) -> bool:
        """Whether the heading asks, so that what stands below it is an answer."""
        return self.title.endswith("?")


@dataclass(frozen=True, kw_only=True)
class Rendered:
    """A text as HTML, with what it points to.

    Attributes:
        intro: What stands before the first heading.
        parts: The rest, cut at its headings.
        headings: All headings of the second level, also those inside urgent advice.
        sources: Ids of the sources in order of first use; the first is number 1.
        links: The addresses of its links.
        figures: The names of its drawings.
        unsourced_figures: Those of them that name no source, and do not say that they are invented.
    """

    intro: str
    parts: tuple[Part, ...]
    headings: tuple[Heading, ...]
    sources: tuple[str, ...]
    links: tuple[str, ...]
    figures: tuple[str, ...]
    unsourced_figures: tuple[str, ...]

    @property
    def html(self) -> str:
        """The whole text in one piece, safe to serve as it is."""
        return self.intro + "".join(part.heading + part.text for part in self.parts)


def number_only(number: int, _source: str) -> str:
    """Name the link of a source by its number alone."""
    return str(number)


def render(
    text: str,
    *,
    show_citations: bool = True,
    label: Label = number_only,
    figures: Mapping[str, str] | None = None,
    numbered: Sequence[str] = (),
    example: str = "Example.",
    tooltips: bool = True,
) -> Rendered:
    """Return the Markdown `text` as HTML.

    Args:
        text: Markdown.
        show_citations: False where no list of sources follows: the numbers are left out.
        label: Names the link of a source for those who cannot see the list.
        figures: The drawings, by name. An unknown one is left out; the caller looks at `figures`.
        numbered: Sources that have their numbers already, on a page of several texts.
        example: What the caption of an invented drawing begins with.
        tooltips: False where a long page must stay light: pointing at a number does not name it.
    """
    env: dict[str, Any] = {
        "sources": list(numbered),
        "show_citations": show_citations,
        "label": label,
        "figures": figures or {},
        "example": example,
        "tooltips": tooltips,
    }
    tokens = _markdown.parse(text, env)
    starts = [
        index
        for index, token in enumerate(tokens)
        if token.type == "heading_open" and token.tag == "h2" and token.level == 0
    ]
    # In the order of the page: sources are numbered while the text is written.
    intro = _write(tokens[: starts[0] if starts else None], env)
    parts = tuple(
        Part(
            id=str(tokens[start].attrs["id"]),
            title=words_of(tokens[start + 1]),
            heading=_write(tokens[start : start + 3], env),
            text=_write(tokens[start + 3 : end], env),
        )
        for start, end in zip(starts, [*starts[1:], None], strict=False)  # no heading, no part
    )
    return Rendered(
        intro=intro,
        parts=parts,
        headings=tuple(
            Heading(id=str(token.attrs["id"]), title=words_of(tokens[index + 1]))
            for index, token in enumerate(tokens)
            if token.type == "heading_open" and token.tag == "h2"
        ),
        sources=tuple(env["sources"]),
        links=tuple(
            str(child.attrs["href"])
            for token in tokens
            for child in token.children or ()
            if child.type == "link_open"
        ),
        figures=tuple(token.meta["name"] for token in tokens if token.type == "figure_open"),
        unsourced_figures=tuple(
            token.meta["name"]
            for token, caption in pairwise(tokens)
            if token.type == "figure_open"
            and not token.meta["is_example"]
            and not any(child.type == "citation" for child in caption.children or ())
        ),
    )


def _write(tokens: Sequence[Token], env: dict[str, Any]) -> str:
    return str(_markdown.renderer.render(tokens, _markdown.options, env))


_markdown = build()
