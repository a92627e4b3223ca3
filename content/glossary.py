"""The glossary: words that clinicians and reports use, each in a plain sentence with its source."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from content.front_matter import ContentError, check_fields, parse_toml, read_names
from content.markdown import Label, render
from content.markdown_rules import is_reserved
from content.plain_text import slugify

REQUIRED = {"title": str, "text": str}
OPTIONAL = {"also": list, "everyday": bool}
REVIEWED_BY = "reviewed_by"


@dataclass(frozen=True, kw_only=True)
class Term:
    """One word of the glossary.

    Attributes:
        key: Its id in the address: /glossary/#key.
        title: The word.
        also: Other names for the same thing.
        html: What it means, with numbered sources.
        everyday: Whether it is a unit or an everyday word, and states nothing medical.
        sources: Ids of its own sources.
        links: The addresses that its text links to.
    """

    key: str
    title: str
    also: tuple[str, ...]
    html: str
    everyday: bool
    sources: tuple[str, ...]
    links: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Glossary:
    """All words of one language.

    Attributes:
        terms: The words, by their titles.
        sources: Ids of their sources, numbered through.
        reviewed_by: The clinician who reviewed them, once one has.
    """

    terms: tuple[Term, ...] = ()
    sources: tuple[str, ...] = ()
    reviewed_by: str | None = None

    @property
    def letters(self) -> Mapping[str, str]:
        """For each first letter the key of its first term."""
        first: dict[str, str] = {}
        for term in self.terms:
            first.setdefault(term.title[0].upper(), term.key)
        return first


def read_glossary(file: Path, *, label: Label) -> Glossary:
    """Return the glossary that a file holds; none, where there is no file.

    Raises:
        ContentError: An entry is wrong; the message names the file, the term and the key.
    """
    if not file.exists():
        return Glossary()
    tables = parse_toml(file.read_text(encoding="utf-8"), file=file)
    kinds = {**dict.fromkeys(tables, dict), REVIEWED_BY: str}
    check_fields(tables, file=file, required={}, optional=kinds)
    reviewed_by = tables.pop(REVIEWED_BY, None)
    numbered: tuple[str, ...] = ()
    terms = []
    for key, table in sorted(tables.items(), key=lambda item: str(item[1].get("title")).casefold()):
        terms.append(_term(key, table, file=file, label=label, numbered=numbered))
        numbered = (*numbered, *(source for source in terms[-1].sources if source not in numbered))
    return Glossary(terms=tuple(terms), sources=numbered, reviewed_by=reviewed_by)


def _term(
    key: str, table: Mapping[str, object], *, file: Path, label: Label, numbered: tuple[str, ...]
) -> Term:
    check_fields(table, file=file, required=REQUIRED, optional=OPTIONAL, inside=key)
    if key != slugify(key) or is_reserved(key):
        raise ContentError(file=file, key=key, reason="cannot be the id of a word: choose another")
    text = str(table["text"])
    rendered = render(text, label=label, numbered=numbered, tooltips=False)
    return Term(
        key=key,
        title=str(table["title"]),
        also=read_names(table.get("also", []), file=file, key=f"{key}.also"),
        html=rendered.html,
        everyday=bool(table.get("everyday")),
        sources=render(text).sources,
        links=rendered.links,
    )
