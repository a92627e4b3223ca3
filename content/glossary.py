"""The glossary: words that clinicians and reports use, each in a plain sentence with its source."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from content.front_matter import ContentError, check_fields, parse_toml
from content.markdown import Label, render

REQUIRED = {"title": str, "text": str}
OPTIONAL = {"also": list, "everyday": bool}


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
    """All words of one language, by their titles; `sources` are numbered through."""

    terms: tuple[Term, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that the glossary explains."""
        return tuple(name for term in self.terms for name in (term.title, *term.also))


def read_glossary(file: Path, *, label: Label) -> Glossary:
    """Return the glossary that a file holds; none, where there is no file.

    Raises:
        ContentError: An entry is wrong; the message names the file, the term and the key.
    """
    if not file.exists():
        return Glossary()
    tables = parse_toml(file.read_text(encoding="utf-8"), file=file)
    check_fields(tables, file=file, required={}, optional=dict.fromkeys(tables, dict))
    numbered: tuple[str, ...] = ()
    terms = []
    for key, table in sorted(tables.items(), key=lambda item: str(item[1].get("title")).casefold()):
        terms.append(_term(key, table, file=file, label=label, numbered=numbered))
        numbered = (*numbered, *(source for source in terms[-1].sources if source not in numbered))
    return Glossary(terms=tuple(terms), sources=numbered)


def _term(
    key: str, table: Mapping[str, object], *, file: Path, label: Label, numbered: tuple[str, ...]
) -> Term:
    check_fields(table, file=file, required=REQUIRED, optional=OPTIONAL, inside=key)
    also = table.get("also", [])
    if not isinstance(also, list) or not all(isinstance(name, str) for name in also):
        raise ContentError(file=file, key=f"{key}.also", reason="must be a list of names")
    text = str(table["text"])
    rendered = render(text, label=label, numbered=numbered)
    return Term(
        key=key,
        title=str(table["title"]),
        also=tuple(also),
        html=rendered.html,
        everyday=bool(table.get("everyday")),
        sources=render(text).sources,
        links=rendered.links,
    )
