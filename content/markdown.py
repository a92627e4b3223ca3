"""The one way from Markdown to safe HTML: no raw HTML, no images, and sources as small numbers.

Two things are our own. `[@NICE-R]` or `[@NICE-R, LOTH]` after a sentence becomes small numbered
links to the list of sources at the end of the page. A `>` block is urgent advice.
"""

import re
from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

CITATION = re.compile(r"\[@([^\]]*)\]")


@dataclass(frozen=True, kw_only=True)
class Rendered:
    """A text as HTML, with what it points to.

    Attributes:
        html: Safe to serve as it is.
        sources: Ids of the sources in order of first use; the first is number 1.
        links: The addresses of its links.
    """

    html: str
    sources: tuple[str, ...]
    links: tuple[str, ...]


def render(text: str, *, show_citations: bool = True) -> Rendered:
    """Return the Markdown `text` as HTML.

    Args:
        text: Markdown.
        show_citations: False where no list of sources follows: the numbers are left out.
    """
    env: dict[str, Any] = {"sources": [], "show_citations": show_citations}
    tokens = _markdown.parse(text, env)
    html = str(_markdown.renderer.render(tokens, _markdown.options, env))
    links = tuple(
        str(child.attrs["href"])
        for token in tokens
        for child in token.children or ()
        if child.type == "link_open"
    )
    return Rendered(html=html, sources=tuple(env["sources"]), links=links)


def _read_citation(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's signature
    match = CITATION.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        # The number hugs the sentence: the space or line break before it goes.
        state.pending = state.pending.rstrip()
        if not state.pending and state.tokens and state.tokens[-1].type == "softbreak":
            state.tokens.pop()
        token = state.push("citation", "", 0)
        token.meta = {"sources": [part.strip() for part in match[1].split(",")]}
    state.pos = match.end()
    return True


def _write_citation(
    _renderer: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    _options: OptionsDict,
    env: MutableMapping[str, Any],
) -> str:
    numbers = []
    for source in tokens[index].meta["sources"]:
        if source not in env["sources"]:
            env["sources"].append(source)
        numbers.append(env["sources"].index(source) + 1)
    if not env["show_citations"]:
        return ""
    links = (
        f'<a href="#source-{number}" aria-label="Source {number}">{number}</a>'
        for number in numbers
    )
    return f'<sup class="cite">{" ".join(links)}</sup>'


def _open_urgent(*_: Any) -> str:
    return '<div class="urgent">\n'


def _close_urgent(*_: Any) -> str:
    return "</div>\n"


def _build() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False}).disable("image")
    markdown.inline.ruler.before("link", "citation", _read_citation)
    markdown.add_render_rule("citation", _write_citation)
    markdown.add_render_rule("blockquote_open", _open_urgent)
    markdown.add_render_rule("blockquote_close", _close_urgent)
    return markdown


_markdown = _build()
