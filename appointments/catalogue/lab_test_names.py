"""Finding a lab test by what a report calls it: "holoTC", "HGB", "S-Kobalamin".

A name is found only if every word of it is understood: "creatinine clearance" holds a word that
no name of creatinine has, so it is another test.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict

from appointments.catalogue.entry import shown
from appointments.catalogue.lab_tests import BLOOD_COUNT, LAB_TESTS, LAB_TESTS_BY_ID, LabTest

# Longer than any name on a report, so that looking one up stays cheap.
_LONGEST_TEXT = 120
_MOST_WORDS = 14
_LONGEST_PHRASE = 8

# Letters that have no accent to take off, as the same names are also spelled without them.
_PLAIN_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "œ": "oe"})

# Too short to be a part of a longer name: "P-Ca" is calcium, and "LD" a part of many names.
_WHOLE_NAMES_ONLY = frozenset(
    {
        *("k", "ld", "pca", "ifa", "gpc", "fer", "fol", "cbl", "gast"),
        *("ue", "bmp", "hk", "scr", "ery", "leukos", "retic"),
    }
)

# Words that do not change which test it is.
_HARMLESS = frozenset(
    {
        *("level", "levels", "concentration", "conc", "estimation", "measurement", "assay"),
        *("result", "total", "tot", "count", "quantitative", "quant", "qn", "automated", "auto"),
        *("calculated", "calc", "test", "gesamt", "ifa", "elisa", "eclia", "clia", "cmia"),
        *("i", "im", "tal", "wert", "spiegel", "observation"),
    }
)
# Where the sample comes from. Urine is never harmless.
_SERUM = frozenset({"serum", "plasma", "ser", "plas", "s", "p", "fs", "fp", "se", "pt"})
_BLOOD = frozenset({"blood", "wb", "b", "blut"})
_ONLY_AT_THE_ENDS = frozenset({"s", "p", "b", "fs", "fp", "se", "pt", "i", "im"})

# The second test that a name can mean, with its own units.
_ALSO = {"mma_serum": "mma_urine"}


def _words(text: str) -> list[str]:
    """Return the words in plain small letters, without signs and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN_LETTERS))
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return re.findall(r"[a-z0-9]+", letters)


def _names() -> dict[str, tuple[LabTest, ...]]:
    """Return the tests by name, written as one word: "holo-TC" is "holotc"."""
    found: defaultdict[str, dict[str, LabTest]] = defaultdict(dict)
    for test in shown(LAB_TESTS):
        for name in (str(test.wording), *test.abbreviations):
            found["".join(_words(name))][test.id] = test
    return {name: tuple(tests.values()) for name, tests in found.items()}


_BY_NAME = _names()


def find_tests(text: str) -> tuple[LabTest, ...]:
    """Return the tests that a name can mean, likeliest first; () where none is sure enough."""
    if len(text) > _LONGEST_TEXT:
        return ()
    words = _words(text)
    if not 0 < len(words) <= _MOST_WORDS:
        return ()
    tests = _whole_name(words) or _covered(words)
    also = [LAB_TESTS_BY_ID[_ALSO[test.id]] for test in tests if test.id in _ALSO]
    return (*tests, *(test for test in also if not _names_blood(words)))


def _names_blood(words: list[str]) -> bool:
    return any(word in _SERUM | _BLOOD for word in words)


def _whole_name(words: list[str]) -> tuple[LabTest, ...]:
    """Return the tests that are called exactly so, but for the sample it was found in."""
    for start, end in ((0, len(words)), (1, len(words)), (0, len(words) - 1)):
        part = words[start:end]
        left_out = words[:start] + words[end:]
        name = "".join(part)
        if name in _WHOLE_NAMES_ONLY and len(part) > 1 and name != "ue":
            continue
        tests = _BY_NAME.get(name, ())
        if tests and all(_is_harmless(word, tests[0]) for word in left_out):
            return tests
    return ()


def _is_harmless(word: str, test: LabTest) -> bool:
    """Whether a word leaves it the same test: plasma hemoglobin is not the blood count's."""
    if word in _HARMLESS:
        return True
    if test.group is BLOOD_COUNT:
        return word in _BLOOD
    if test.id == "folate_rbc":
        return word in _SERUM | _BLOOD
    return word in _SERUM or (word in _BLOOD and test.id != "folate_serum")


def _covered(words: list[str]) -> tuple[LabTest, ...]:
    """Return the one test that all words name, longest names first, or ()."""
    found: dict[str, LabTest] = {}
    others: list[tuple[int, str]] = []
    at = 0
    while at < len(words):
        end, tests = _longest_name(words, at)
        if tests:
            found |= {test.id: test for test in tests}
        else:
            others.append((at, words[at]))
        at = end
    if len(found) != 1:
        return ()
    test = next(iter(found.values()))
    # "Kreatinin i. S." has its two words at the end.
    ends = {0, len(words) - 1, *([len(words) - 2] if "i" in words[-2:-1] else [])}
    understood = all(
        test in _BY_NAME.get(word, ())
        or (_is_harmless(word, test) and (word not in _ONLY_AT_THE_ENDS or place in ends))
        for place, word in others
    )
    return (test,) if understood else ()


def _longest_name(words: list[str], at: int) -> tuple[int, tuple[LabTest, ...]]:
    """Return where the longest name from that word on ends, and its tests."""
    for end in range(min(len(words), at + _LONGEST_PHRASE), at, -1):
        name = "".join(words[at:end])
        if name in _BY_NAME and name not in _WHOLE_NAMES_ONLY:
            return end, _BY_NAME[name]
    return at + 1, ()
