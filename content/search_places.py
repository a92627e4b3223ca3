"""What the search can find, and in which words: parts of pages, words of the glossary, and more."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from content.library import Library
from content.plain_text import plain_text

WORD = re.compile(r"[a-z0-9]+")
FIGURE = re.compile(r'<figure id="figure-([^"]+)"')
# "shots", but not "pernicious", "illness" or "gas".
PLURAL = re.compile(r"(?<=[a-z]{2}[^isu])s$")


@dataclass(frozen=True, kw_only=True)
class Place:
    """A part of a page that can be found.

    Attributes:
        path: The page's address.
        anchor: The id of the part; empty for the beginning of the page.
        title: The page's title.
        heading: The part's heading; empty for the beginning of the page.
        text: All its words.
        names: Other words by which it is found.
    """

    path: str
    anchor: str
    title: str
    heading: str
    text: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SearchWords:
    """What the search knows besides the texts.

    Attributes:
        glossary: What finds in the glossary stand under.
        picture: What people type who look for a drawing.
        small: Words that say nothing about what is looked for.
        synonyms: For each other name the one that we use, in our spelling; long names first.
        places: Pages that are not part of the article.
    """

    glossary: str
    picture: str
    small: frozenset[str]
    synonyms: Mapping[str, str]
    places: tuple[Place, ...]


def places_of(texts: Library, *, words: SearchWords) -> Iterator[Place]:
    """Yield everything that can be found, in the order of the article."""
    for page in texts.pages.values():
        path = f"/{page.slug}/"
        start = f"{page.summary} {plain_text(page.intro)}"
        yield Place(path=path, anchor="", title=page.title, heading="", text=start)
        for part in page.parts:
            yield Place(
                path=path,
                anchor=part.id,
                title=page.title,
                heading=part.title,
                text=plain_text(part.html),
                names=tuple(
                    f"{words.picture} {texts.figures[name].title}"
                    for name in FIGURE.findall(part.html)
                ),
            )
    for term in texts.glossary.terms:
        yield Place(
            path="/glossary/",
            anchor=term.key,
            title=words.glossary,
            heading=term.title,
            text=plain_text(term.html),
            names=term.also,
        )
    yield from words.places


def read_search_words(file: Path, *, language: str) -> SearchWords:
    """Return what the search knows in a language besides the texts."""
    table = tomllib.loads(file.read_text(encoding="utf-8"))[language]
    pairs = {
        " ".join(spell(name)): " ".join(spell(ours))
        for ours, *others in table["synonyms"]
        for name in others
    }
    return SearchWords(
        glossary=table["glossary"],
        picture=table["picture"],
        small=frozenset(spell(table["small_words"])),
        synonyms=dict(sorted(pairs.items(), key=lambda pair: -len(pair[0]))),
        places=tuple(
            Place(
                path=place["path"],
                anchor="",
                title=place["title"],
                heading="",
                text=place["text"],
                names=tuple(place["names"]),
            )
            for place in table["places"]
        ),
    )


def spell(text: str) -> Iterator[str]:
    """Yield the words of a text, without what differs between spellings.

    >>> list(spell("Pernicious anaemia, B-12 and vitamin B 12 shots"))
    ['pernicious', 'anemia', 'b12', 'and', 'vitamin', 'b12', 'shot']
    """
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    plain = re.sub(r"\bb[\s-]12\b", "b12", plain)
    for word in WORD.findall(plain.replace("'", "")):
        # British and American: anaemia and anemia, oedema and edema, tumour and tumor.
        american = word.replace("ae", "e").replace("oe", "e").replace("our", "or")
        yield PLURAL.sub("", american)
