"""Find the part of a page, or the word of the glossary, that answers what somebody typed.

The texts are few, so everything is kept in memory and compared word by word. What was typed is
used for the answer and forgotten (docs/adr/0014).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from itertools import islice
from math import log

from content.library import CONTENT, DEFAULT_LANGUAGE, library
from content.search_places import Place, SearchWords, places_of, read_search_words, spell

LONGEST_QUERY = 400
# More words than this say nothing new, and each costs a look at every word we have.
MOST_WORDS = 16
MOST_RESULTS = 10
MOST_OF_ONE_PAGE = 3
EXCERPT_WORDS = 30

# A word in a heading says more about a part than a word in its text.
TITLE_WEIGHT = 3
HEADING_WEIGHT = 6
# How alike two spellings must be (difflib's ratio), and how much less such a find counts.
ALIKE = 0.75
SHORTEST_GUESSED = 5
SHORTEST_BEGUN = 4
GUESS_COUNTS = 0.6
BEGINNING_COUNTS = 0.8
# A part is a find if the words it has carry at least this share of the query's weight.
LEAST_COVERED = 0.4
# "Where does it go?" is the heading for "where does the injection go", and the small words say so.
ALIKE_HEADING = 0.1
# In an emergency, people mistype; but "bland" is not "blind".
ALIKE_URGENT = 0.82
PUNCTUATION = ".,;:!?…()[]\"“”‘'’/"


@dataclass(frozen=True, kw_only=True)
class Result:
    """A find: where, and the words around the first match as (words, is a match)."""

    place: Place
    excerpt: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, kw_only=True)
class Results:
    """What was found.

    Attributes:
        found: The best finds, best first.
        total: How many finds there are, shown or not.
        is_urgent: Whether it sounds as if somebody needs help at once.
        guesses: Words that were looked for in place of typed ones that stand nowhere.
        missing: Words that nothing here has, as they were typed.
    """

    found: tuple[Result, ...]
    total: int
    is_urgent: bool
    guesses: tuple[str, ...]
    missing: tuple[str, ...]


class Index:
    """Every place of a library, ready to be searched."""

    def __init__(self, places: Sequence[Place], *, words: SearchWords) -> None:
        self.places = tuple(places)
        self.words = words
        self.counts = [self._count(place) for place in self.places]
        self.headings = [set(self._words(place.heading or place.title)) for place in self.places]
        self.asked_in = Counter(word for heading in self.headings for word in heading)
        self.found_in = Counter(word for count in self.counts for word in count)
        self.urgent = [
            (frozenset(self._words(phrase)), place)
            for place in self.places
            for phrase in place.urgent
        ]
        self.urgent_words = sorted({word for phrase, _ in self.urgent for word in phrase})
        self.written = self._written()

    def search(self, query: str) -> Results:
        """Return the places that say most about what was typed; spelling is forgiven."""
        asked = dict.fromkeys(self._words(query[:LONGEST_QUERY]))
        words = [word for word in asked if word not in self.words.small][:MOST_WORDS]
        small = asked.keys() & self.words.small
        urgent, understood = self._urgent(asked)
        # Typed word -> words of ours that stand for it, and how much each counts.
        meant = {word: self._meant(word) for word in words}
        # A word that we have nothing for must not hide what the others find.
        weights = {word: self._weight(ours) for word, ours in meant.items() if ours}
        scores = {
            index: score
            for index in range(len(self.places))
            if (score := self._score(index, meant, weights, small))
        }
        best = sorted(scores, key=lambda index: (-scores[index], index))
        wanted = {ours for each in meant.values() for ours in each}
        others = [place for index in best if (place := self.places[index]) not in urgent]
        places = _at_most(MOST_OF_ONE_PAGE, iter((*urgent, *others)))
        missing = {word for word, ours in meant.items() if not ours and word not in understood}
        return Results(
            found=tuple(
                Result(place=place, excerpt=self._excerpt(place.text, wanted))
                for place in islice(places, MOST_RESULTS)
            ),
            total=len(urgent) + len(others),
            is_urgent=bool(urgent),
            # A guess is named, so that nobody wonders.
            guesses=tuple(
                self.written.get(guess, guess)
                for word, ours in meant.items()
                if GUESS_COUNTS in ours.values() and word not in understood
                for guess in islice(ours, 1)
            ),
            missing=self._as_typed(query, missing),
        )

    def _urgent(self, asked: Iterable[str]) -> tuple[tuple[Place, ...], set[str]]:
        """Return the places that must come first, and the words that say so."""
        known = {word: self._urgent_word(word) for word in asked}
        said = set(known.values())
        matched = [(phrase, place) for phrase, place in self.urgent if phrase and phrase <= said]
        words = {word for phrase, _ in matched for word in phrase}
        places = tuple(dict.fromkeys(place for _, place in matched))
        return places, {typed for typed, ours in known.items() if ours in words}

    def _urgent_word(self, word: str) -> str:
        """Return the word of an emergency that somebody may have meant; else the word itself."""
        if word in self.found_in:
            return word
        near = [ours for ours in self.urgent_words if ours[0] == word[0]]
        swapped = [ours for ours in near if sorted(ours) == sorted(word)]
        return next(iter(swapped or get_close_matches(word, near, 1, ALIKE_URGENT)), word)

    def _as_typed(self, query: str, words: AbstractSet[str]) -> tuple[str, ...]:
        """Return the typed words that were read as these."""
        typed = (token.strip(PUNCTUATION) for token in query.split())
        return tuple(
            dict.fromkeys(token for token in typed if not words.isdisjoint(self._words(token)))
        )

    def _written(self) -> dict[str, str]:
        """Return how our texts write the words that we spell for comparing."""
        written: dict[str, str] = {}
        for token in " ".join(place.words for place in self.places).split():
            shown = token.strip(PUNCTUATION)
            spelled = list(spell(shown))
            if len(spelled) == 1:
                # A capital letter may only begin a sentence, but "MMA" and "B12" are written so.
                starts = shown.isalpha() and shown.istitle()
                written.setdefault(spelled[0], shown.lower() if starts else shown)
        return written

    def _count(self, place: Place) -> Counter[str]:
        count = Counter(self._words(place.text))
        for weight, text in (
            (TITLE_WEIGHT, place.title),
            (HEADING_WEIGHT, place.heading or place.title),
            *((HEADING_WEIGHT, name) for name in place.names),
        ):
            for word in set(self._words(text)):
                count[word] += weight
        return count

    def _words(self, text: str) -> list[str]:
        """Return the words of a text in our spelling, each synonym as the name we use."""
        spelled = " ".join(spell(text))
        for typed, ours in self.words.synonyms.items():
            if typed in spelled:
                spelled = re.sub(rf"\b{typed}\b", ours, spelled)
        return spelled.split()

    def _meant(self, word: str) -> dict[str, float]:
        if word in self.found_in:
            return {word: 1.0}
        if len(word) >= SHORTEST_BEGUN:
            longer = [ours for ours in self.found_in if ours.startswith(word)]
            if longer:
                return dict.fromkeys(longer, BEGINNING_COUNTS)
        if len(word) >= SHORTEST_GUESSED:
            # People slip inside a word, hardly ever at its first letter.
            near = [ours for ours in self.found_in if ours[0] == word[0]]
            alike = get_close_matches(word, near, n=3, cutoff=ALIKE)
            alike.sort(key=lambda ours: -self.found_in[ours])
            return dict.fromkeys(alike, GUESS_COUNTS)
        return {}

    def _weight(self, ours: Mapping[str, float]) -> float:
        """Return how much a word tells: a rare one more than one that is everywhere."""
        frequency = max((self.found_in[word] for word in ours), default=0)
        return log(1 + len(self.places) / (1 + frequency))

    def _score(
        self,
        index: int,
        meant: Mapping[str, Mapping[str, float]],
        weights: Mapping[str, float],
        small: AbstractSet[str],
    ) -> float:
        count, score, covered = self.counts[index], 0.0, 0.0
        for word, ours in meant.items():
            times = max((count[other] * factor for other, factor in ours.items()), default=0.0)
            if times:
                # The second time a word stands there tells less than the first.
                score += weights[word] * times / (times + 2)
                covered += weights[word]
        share = covered / (sum(weights.values()) or 1)
        if share < LEAST_COVERED:
            return 0.0
        # "Where" and "go" tell more than "what" and "is", which stand in most headings.
        alike = sum(
            log(len(self.headings) / self.asked_in[word]) for word in small & self.headings[index]
        )
        return score * share * (1 + ALIKE_HEADING * alike)

    def _excerpt(self, text: str, wanted: set[str]) -> tuple[tuple[str, bool], ...]:
        words = text.split()
        hits = [not wanted.isdisjoint(self._words(word)) for word in words]
        start = max(0, (hits.index(True) if True in hits else 0) - EXCERPT_WORDS // 3)
        shown = list(zip(words, hits, strict=True))[start : start + EXCERPT_WORDS]
        before = [("…", False)] if start else []
        after = [("…", False)] if start + EXCERPT_WORDS < len(words) else []
        return (*before, *shown, *after)


def _at_most(number: int, places: Iterator[Place]) -> Iterator[Place]:
    """Leave out further parts of a page, so that other pages are seen."""
    seen: Counter[str] = Counter()
    for place in places:
        seen[place.path] += 1
        if seen[place.path] <= number:
            yield place


@cache
def index(language: str = DEFAULT_LANGUAGE) -> Index:
    """Return the index of this site's texts; it is made at the first call."""
    words = read_search_words(CONTENT / "search_words.toml", language=language)
    return Index(list(places_of(library(language), words=words)), words=words)
