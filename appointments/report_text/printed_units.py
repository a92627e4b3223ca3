"""The unit at a place in a line: one that we know, or one that certainly is a unit."""

from __future__ import annotations

import re
from dataclasses import dataclass

from appointments.answer_types import OTHER
from appointments.catalogue.units import find_unit

_FIRST_LETTER = re.compile(r"[A-Za-zµμ%×/{\[0-9]")
_WORDS = re.compile(r"[^\s|;]+(?: [^\s|;]+){0,3}")
_MOST_SIGNS = 40
# Where a unit ends although no blank follows: "pg/mL(200-900)", "g/L,120-160".
_CUTS = (r"[()\[\]]", r"[()\[\],]|\.{2}|…")

# Something per volume or per substance. A dose per day, or a strength in mg/mL, is no result.
_PER_SOMETHING = re.compile(
    r"(?P<what>[A-Za-zµμ%{}'\[\]][\wµμ.²³*^'{}\[\]-]{0,14})"
    r"/(?P<per>[dmµμunpf]?l|mm3|mm³|cmm|cumm|m?mol|g|mg)(?![\w/*^])",
    re.IGNORECASE,
)
_STRENGTHS = re.compile(r"(?:mg|mcg|[uµμ]g|iu|microg)/m?l", re.IGNORECASE)
_ALONE = re.compile(r"(?:CU|EU|RU|AU|index|Index|S/CO)(?![\w/])")


@dataclass(frozen=True, kw_only=True)
class PrintedUnit:
    """A unit as printed, and its id; "other" where it is in no list."""

    id: str
    printed: str


def match_unit(text: str, at: int) -> PrintedUnit | None:
    """Return the unit that starts there, the longest one, or None."""
    if not _FIRST_LETTER.match(text, at):
        return None
    words = _WORDS.match(text, at, at + _MOST_SIGNS)
    if words is None:
        return None
    for candidate in _candidates(words.group()):
        unit = find_unit(candidate)
        if unit:
            return PrintedUnit(id=unit.id, printed=candidate)
    found = _PER_SOMETHING.match(text, at) or _ALONE.match(text, at)
    if found is None or find_unit(found.group()) or _STRENGTHS.fullmatch(found.group()):
        return None
    return PrintedUnit(id=OTHER, printed=found.group())


def _candidates(words: str) -> list[str]:
    """Return what can be the unit, longest first: "pg/mL (200" gives "pg/mL"."""
    found = []
    parts = words.split(" ")
    for count in range(len(parts), 0, -1):
        whole = " ".join(parts[:count]).rstrip(",;.:")
        found.append(whole)
        found += [re.split(signs, whole, maxsplit=1)[0].rstrip(",;.: ") for signs in _CUTS]
        # A mark can stand right behind: "pg/mL*".
        found.append(whole.rstrip("*!↑↓"))
    return sorted(found, key=len, reverse=True)
