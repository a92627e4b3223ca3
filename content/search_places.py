"""What the search can find, and in which words: parts of pages, words of the glossary, and more."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from content.front_matter import ContentError, check_fields, parse_toml, read_names
from content.library import Library
from content.plain_text import plain_text

WORDS = {"glossary": str, "picture": str, "small_words": str, "synonyms": list, "places": list}
PLACE = {"path": str, "title": str, "text": str, "names": list}
URGENT = {"urgent": list}

FIGURE = re.compile(r'<figure id="figure-([^"]+)"')
WORD = re.compile(r"[0-9]+(?:\.[0-9]+)+|[a-z0-9]+")
THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
# Letters and dashes that Unicode does not take apart by itself.
PLAIN = str.maketrans({"æ": "ae", "œ": "oe", **dict.fromkeys("‐‑‒–—―−", "-")})
# British and American: anaemia and anemia, oedema and edema, tumours and tumors; but not "toe",
# "does", "hour" and "four".
AMERICAN = (
    (re.compile(r"ae(?=[a-z])"), "e"),
    (re.compile(r"oe(?=a|[a-z]{2})"), "e"),
    (re.compile(r"(?<=[a-z]{2})our(?=(?:s|ed|al)?$)"), "or"),
)
# "allergies", "rashes" and "shots", but not "headaches", "pernicious", "illness" or "gas".
SINGULAR = (
    (re.compile(r"(?<=[a-z]{2})ies?$"), "y"),
    (re.compile(r"(?:(?<=x)|(?<=sh)|(?<=ss)|(?<=[^a]ch))es$"), ""),
    (re.compile(r"(?<=[a-z]{2}[^isu])s$"), ""),
)


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
        urgent: What people type who need it at once: it then comes first. Each is a few words that
            may stand in any order.
    """

    path: str
    anchor: str
    title: str
    heading: str
    text: str
    names: tuple[str, ...] = ()
    urgent: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """Everything that it is found by."""
        return " ".join((self.title, self.heading, self.text, *self.names))


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
                text=plain_text(part.text),
                names=tuple(
                    f"{words.picture} {texts.figures[name].title}"
                    for name in FIGURE.findall(part.text)
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
    """Return what the search knows in a language besides the texts.

    Raises:
        ContentError: An entry is wrong; the message names the file and the key.
    """
    tables = parse_toml(file.read_text(encoding="utf-8"), file=file)
    check_fields(tables, file=file, required={language: dict}, optional=dict.fromkeys(tables, dict))
    table = tables[language]
    check_fields(table, file=file, required=WORDS, optional={}, inside=language)
    return SearchWords(
        glossary=table["glossary"],
        picture=table["picture"],
        small=frozenset(spell(table["small_words"])),
        synonyms=_synonyms(table["synonyms"], file=file, key=f"{language}.synonyms"),
        places=tuple(
            _place(place, file=file, key=f"{language}.places") for place in table["places"]
        ),
    )


def unsaid_names(texts: Library, *, words: SearchWords) -> tuple[str, ...]:
    """Return the names which synonyms are read as, and which stand nowhere: nothing is found."""
    said = [f" {' '.join(spell(place.words))} " for place in places_of(texts, words=words)]
    return tuple(
        name
        for name in dict.fromkeys(words.synonyms.values())
        if not any(f" {name} " in each for each in said)
    )


def _synonyms(rows: list[object], *, file: Path, key: str) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for row in rows:
        names = [" ".join(spell(name)) for name in read_names(row, file=file, key=key)]
        if len(names) < 2:  # noqa: PLR2004 - one name is a synonym of nothing
            raise ContentError(file=file, key=key, reason=f"each row needs two names, not {row!r}")
        ours, *others = names
        for name in others:
            if name in pairs:
                raise ContentError(file=file, key=key, reason=f"{name!r} stands there twice")
            pairs[name] = ours
    for ours in pairs.values():
        if ours in pairs:
            raise ContentError(file=file, key=key, reason=f"{ours!r} is read as {pairs[ours]!r}")
    return dict(sorted(pairs.items(), key=lambda pair: -len(pair[0])))


def _place(place: object, *, file: Path, key: str) -> Place:
    if not isinstance(place, dict):
        raise ContentError(file=file, key=key, reason="must be tables")
    check_fields(place, file=file, required=PLACE, optional=URGENT, inside=key)
    return Place(
        path=place["path"],
        anchor="",
        title=place["title"],
        heading="",
        text=place["text"],
        names=read_names(place["names"], file=file, key=f"{key}.names"),
        urgent=read_names(place.get("urgent", []), file=file, key=f"{key}.urgent"),
    )


def spell(text: str) -> Iterator[str]:
    """Yield the words of a text, without what differs between spellings.

    >>> list(spell("Pernicious anæmia, B-12 and 1,000 micrograms of vitamin B 12"))
    ['pernicious', 'anemia', 'b12', 'and', '1000', 'microgram', 'of', 'vitamin', 'b12']
    """
    plain = unicodedata.normalize("NFKD", text.casefold().translate(PLAIN))
    plain = plain.encode("ascii", "ignore").decode().replace("'", "")
    plain = re.sub(r"\bb[\s-]12\b", "b12", THOUSANDS.sub("", plain))
    for word in WORD.findall(plain):
        for pattern, american in AMERICAN:
            word = pattern.sub(american, word)  # noqa: PLW2901 - each rule goes on with the last
        yield _singular(word)


def _singular(word: str) -> str:
    for pattern, ending in SINGULAR:
        if pattern.search(word):
            return pattern.sub(ending, word)
    return word
