"""What reports print around a number that a method cannot pin down: "<", "up to", "or more"."""

from __future__ import annotations

import re
from enum import StrEnum


class Comparator(StrEnum):
    """How a number that could not be pinned down relates to the one printed."""

    NONE = ""
    LESS = "<"
    AT_MOST = "≤"
    MORE = ">"
    AT_LEAST = "≥"


_SPELLINGS = {
    Comparator.LESS: ("<", "＜", "less than", "lower than", "below", "under"),
    Comparator.AT_MOST: (
        *("≤", "≦", "⩽", "<=", "=<", "< or =", "up to", "at most", "max", "max.", "maximum"),
        *("at or below", "no more than", "not more than", "less than or equal to"),
    ),
    Comparator.MORE: (">", "＞", "more than", "greater than", "higher than", "above", "over"),
    Comparator.AT_LEAST: (
        *("≥", "≧", "⩾", ">=", "=>", "> or =", "at least", "min", "min.", "minimum"),
        *("at or above", "no less than", "not less than"),
        *("more than or equal to", "greater than or equal to"),
    ),
}
_BEFORE = {
    spelling.replace(" ", ""): comparator
    for comparator, spellings in _SPELLINGS.items()
    for spelling in spellings
}

COMPARATOR = "|".join(
    re.escape(spelling).replace(r"\ ", " ?")
    for spelling in sorted(sum(_SPELLINGS.values(), ()), key=len, reverse=True)
)
"""What can stand before a number, as a part of a regular expression; in any case."""

_AT_MOST_BEHIND = "less|lower|below|under|fewer"
_AT_LEAST_BEHIND = "more|higher|greater|above|over|up"
_BEHIND = re.compile(
    rf"\b(?:or|and) (?:(?P<at_most>{_AT_MOST_BEHIND})|(?:{_AT_LEAST_BEHIND}))\b", re.IGNORECASE
)


def read_comparator(before: str | None, behind: str) -> tuple[Comparator, str] | None:
    """Return the comparator of a number, and what else stands behind it; None if there are two.

    Args:
        before: What stands before the number, as `COMPARATOR` finds it.
        behind: All that stands behind the number.
    """
    comparator = _BEFORE["".join(before.casefold().split())] if before else Comparator.NONE
    found = _BEHIND.search(behind)
    if found is None:
        return comparator, behind.strip()
    if before:
        return None
    rest = (behind[: found.start()] + behind[found.end() :]).strip()
    return (Comparator.AT_MOST if found["at_most"] else Comparator.AT_LEAST), rest
