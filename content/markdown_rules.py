"""What our Markdown knows besides CommonMark: sources, drawings, urgent advice, ids of headings."""

import re
from collections.abc import MutableMapping, Sequence
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from content.plain_text import slugify

CITATION = re.compile(r"\[@([^\]]*)\]")
FIGURE = re.compile(r"::: figure ([a-z0-9-]+)( example)?")
FIGURE_END = ":::"
# Ids that our templates give out, on every page or on those that show our Markdown.
RESERVED_IDS = frozenset({"main", "search", "contents", "ask-title", "sources-title"})
NUMBERED_SOURCE = re.compile(r"source-\d+")


def words_of(inline: Token) -> str:
    """Return the words of a heading, without emphasis and sources."""
    return "".join(
        child.content for child in inline.children or () if child.type in {"text", "code_inline"}
    ).strip()


def is_reserved(name: str) -> bool:
    """Return whether an id belongs to a template, and neither a heading nor a term may have it."""
    return name in RESERVED_IDS or bool(NUMBERED_SOURCE.fullmatch(name))


def _name_headings(state: StateCore) -> None:
    """Give every heading an id made of its words, so that other pages can link to it."""
    given: set[str] = set()
    for index, token in enumerate(state.tokens):
        if token.type != "heading_open":
            continue
        base = slugify(words_of(state.tokens[index + 1])) or "section"
        name, count = base, 1
        while name in given or is_reserved(name):
            count += 1
            name = f"{base}-{count}"
        given.add(name)
        token.attrs["id"] = name


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
    links = []
    for source in tokens[index].meta["sources"]:
        if source not in env["sources"]:
            env["sources"].append(source)
        number = env["sources"].index(source) + 1
        name = escape(env["label"](number, source))
        shown = f' title="{name}"' if env["tooltips"] else ""
        links.append(f'<a href="#source-{number}" aria-label="{name}"{shown}>{number}</a>')
    return f'<sup class="cite">{" ".join(links)}</sup>' if env["show_citations"] else ""


def _read_figure(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - the parser's signature
    match = FIGURE.fullmatch(state.getLines(start, start + 1, 0, False).strip())  # noqa: FBT003 - the parser's signature
    if match is None or state.level:
        return False
    lines = [state.getLines(line, line + 1, 0, False).strip() for line in range(start + 1, end)]  # noqa: FBT003 - as above
    if FIGURE_END not in lines:
        return False
    if silent:
        return True
    length = lines.index(FIGURE_END)
    state.push("figure_open", "figure", 1).meta = {
        "name": match[1],
        "is_example": bool(match[2]),
    }
    caption = state.push("inline", "", 0)
    caption.content = "\n".join(lines[:length]).strip()
    caption.children = []
    state.push("figure_close", "figure", -1)
    state.line = start + length + 2
    return True


def _open_figure(
    _renderer: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    _options: OptionsDict,
    env: MutableMapping[str, Any],
) -> str:
    name, is_example = tokens[index].meta["name"], tokens[index].meta["is_example"]
    drawing = env["figures"].get(name, "")
    said = f"<strong>{escape(env['example'])}</strong> " if is_example else ""
    return f'<figure id="figure-{name}">\n{drawing}\n<figcaption>{said}'


def _close_figure(*_: Any) -> str:
    return "</figcaption>\n</figure>\n"


def _open_urgent(*_: Any) -> str:
    return '<div class="urgent">\n'


def _close_urgent(*_: Any) -> str:
    return "</div>\n"


def build() -> MarkdownIt:
    """Return a parser of our Markdown."""
    markdown = MarkdownIt("commonmark", {"html": False}).disable("image")
    markdown.inline.ruler.before("link", "citation", _read_citation)
    markdown.block.ruler.before("fence", "figure", _read_figure, {"alt": ["paragraph", "list"]})
    markdown.core.ruler.push("heading_ids", _name_headings)
    markdown.add_render_rule("citation", _write_citation)
    markdown.add_render_rule("figure_open", _open_figure)
    markdown.add_render_rule("figure_close", _close_figure)
    markdown.add_render_rule("blockquote_open", _open_urgent)
    markdown.add_render_rule("blockquote_close", _close_urgent)
    return markdown
