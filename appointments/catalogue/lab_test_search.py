"""Guessing which tests somebody looks for; unlike a name on a report, a guess is confirmed."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from appointments.catalogue.entry import shown
from appointments.catalogue.lab_tests import LAB_TESTS, LabTest

SHORTEST = 3  # letters of a word that counts
LONG_ENOUGH = 5  # letters of a word that may be misspelled
ALIKE = 0.8
MOST = 6

# They are in the name of any test.
COMMON = frozenset({"test", "tests", "level", "levels", "result", "results", "blood", "serum"})


def likely_tests(text: str) -> tuple[LabTest, ...]:
    """Return the tests with most of the words typed, or nearly; () where that fits too many."""
    typed = _words(text)
    hits = {test.id: _hits(typed, test) for test in shown(LAB_TESTS)}
    most = max(hits.values())
    found = tuple(test for test in shown(LAB_TESTS) if most and hits[test.id] == most)
    return found if len(found) <= MOST else ()


def _hits(typed: set[str], test: LabTest) -> int:
    """Return how many of the words typed are in the names of a test."""
    known = _words(" ".join((test.wording.message, *test.abbreviations)))
    return sum(any(_fits(word, other) for other in known) for word in typed)


def _words(text: str) -> set[str]:
    words = {word for word in re.findall(r"\w+", text.casefold()) if len(word) >= SHORTEST}
    return words - COMMON


def _fits(word: str, known: str) -> bool:
    if known.startswith(word) or word == known:
        return True
    if min(len(word), len(known)) < LONG_ENOUGH:
        return False
    return SequenceMatcher(None, word, known).ratio() >= ALIKE
