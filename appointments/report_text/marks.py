"""The marks that reports print beside a result, and words that say nothing of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from appointments.choices import ReportFlag
from appointments.quantities import NEGATIVE_WORDS

_MARKS: dict[ReportFlag, tuple[str, ...]] = {
    ReportFlag.CRITICAL: (
        *("ll", "hh", "critical", "critical low", "critical high", "critically low"),
        *("critically high", "low critical", "high critical", "panic", "panic low", "panic high"),
        *("urgent", "!!", "!!!", "↓↓", "↑↑", "kritisch", "kritisk"),
        *("l*", "h*"),  # hospitals of the VA, whose key says so
    ),
    ReportFlag.LOW: (
        *("l", "lo", "low", "↓", "▼", "⬇", "🔻", "low flag", "marked low", "flagged low"),
        *("below low reference limit", "below low limit", "below low normal"),
        *("below reference range", "below reference interval", "below reference limit"),
        *("below range", "below normal", "below normal range", "below the normal range"),
        *("below standard range", "low result", "abnormally low", "abnormal low"),
        *("erniedrigt", "niedrig", "zu niedrig", "lav", "for lav", "nedsat"),
    ),
    ReportFlag.HIGH: (
        *("h", "hi", "high", "↑", "▲", "⬆", "🔺", "high flag", "marked high", "flagged high"),
        *("above high reference limit", "above high limit", "above high normal"),
        *("above reference range", "above reference interval", "above reference limit"),
        *("above range", "above normal", "above normal range", "above the normal range"),
        *("above standard range", "high result", "abnormally high", "abnormal high"),
        *("erhöht", "hoch", "zu hoch", "høj", "for høj", "forhøjet"),
    ),
    ReportFlag.BORDERLINE: ("borderline", "indeterminate", "equivocal", "grenzwertig"),
    ReportFlag.ABNORMAL: (
        *("a", "abn", "abnormal", "*", "**", "!", "abnormal result", "abnormal flag"),
        *("out of range", "outside range", "outside reference range", "outside normal range"),
        *("outside reference limits", "outside reference interval", "auffällig", "pathologisch"),
    ),
}
_FLAG_OF = {mark: flag for flag, marks in _MARKS.items() for mark in marks}

# What is printed of the report's state, of what the surgery did, or of a result without a mark.
_SAYS_NOTHING = frozenset(
    {
        *("final", "final result", "f", "status", "complete", "completed", "verified", "n"),
        *("normal", "in range", "within range", "within normal range", "within reference range"),
        *("within reference interval", "within reference limits", "within normal limits", "wnl"),
        *("normal range status", "normal result", "no action", "no further action"),
        *("normal no action", "contact patient", "satisfactory", "i.o.", "unauffällig"),
        *("see graph", "view trends", "view trend", "history", "trend"),
    }
)

NEGATIVE = NEGATIVE_WORDS | {"negativ", "nicht nachweisbar", "ikke påvist", "not present"}
_RESULT_WORDS = NEGATIVE | {
    *("positive", "pos", "positiv", "detected", "reactive", "present", "påvist", "nachweisbar"),
    *("weak positive", "weakly positive", "low positive", "strong positive", "strongly positive"),
    *("schwach positiv", "svagt positiv", "stark positiv"),
    *("equivocal", "borderline", "indeterminate", "inconclusive", "grenzwertig"),
}


def _one_of(words: Iterable[str], behind: str = r"(?![\w/%^])") -> re.Pattern[str]:
    """Return a pattern for any of the words, the longest first, and for what is behind it."""
    longest_first = sorted(words, key=len, reverse=True)
    spelled = "|".join(re.escape(word).replace(r"\ ", " ") for word in longest_first)
    return re.compile(rf"(?:{spelled}){behind}", re.IGNORECASE)


# "Low: <3.4" tells when a result is low, and not that this one is.
_NO_LIMIT_BEHIND = r"(?![\w/%^]|\s*:\s*[0-9<>≤≥])"

FLAG = _one_of(_FLAG_OF, _NO_LIMIT_BEHIND)
SAYS_NOTHING = _one_of(_SAYS_NOTHING)
RESULT_WORD = _one_of(_RESULT_WORDS, _NO_LIMIT_BEHIND)
# A line that says which results are called so: "Borderline: 3.4 - 5.4".
BAND = _one_of(
    (word for word in (*_FLAG_OF, *_RESULT_WORDS, "normal") if len(word) > len("hi")),
    r"\s*[:=]?\s*(?P<limit>[<>≤≥]|[0-9][0-9.,]*\s*(?:[-–—]|to\b))",
)

_STRONGEST_FIRST = (
    ReportFlag.CRITICAL,
    ReportFlag.LOW,
    ReportFlag.HIGH,
    ReportFlag.BORDERLINE,
    ReportFlag.ABNORMAL,
)


def flag_of(mark: str) -> ReportFlag | None:
    """Return what a mark stands for, or None if it is none."""
    return _FLAG_OF.get(" ".join(mark.casefold().split()))


def contradict(flags: Iterable[ReportFlag]) -> bool:
    """Whether one result is marked both low and high."""
    return {ReportFlag.LOW, ReportFlag.HIGH} <= set(flags)


def strongest(flags: Iterable[ReportFlag]) -> ReportFlag | None:
    """Return the mark that says most: "low" says more than "abnormal"."""
    found = set(flags)
    return next((flag for flag in _STRONGEST_FIRST if flag in found), None)
