"""How reports print numbers, ranges and titers, as patterns; groups of thousands included."""

from __future__ import annotations

import re

from appointments.catalogue.units import find_unit
from appointments.comparators import COMPARATOR
from appointments.quantities import parse_range

# A number ends where no date, time, fraction or power goes on.
_END = r"(?![0-9]|[.,:/'’‐‑–-][0-9]|[*^][0-9])"
_GROUPED = r"[0-9]{1,3}(?:[,.'’][0-9]{3})+(?:[.,][0-9]+)?"
_SPACED = r"[1-9][0-9]{0,2}(?: [0-9]{3})+(?:[.,][0-9]+)?(?! ?[-‐‑–—−/*^]| ?(?:to|bis|til)\b)"
_PLAIN = r"[0-9]+(?:[.,][0-9]+)?|[.,][0-9]+"
_SIGN = rf"(?:{COMPARATOR}|bis|under|over)"

NUMBER = re.compile(
    rf"(?P<sign>{_SIGN} ?)?(?P<number>(?:{_GROUPED}|{_SPACED}|{_PLAIN}){_END})", re.IGNORECASE
)
TITER = re.compile(rf"(?:{_SIGN} ?)?1 ?: ?[0-9]{{1,5}}(?![0-9:])", re.IGNORECASE)
# Labcorp prints which of its labs did the test: "01".
LAB_CODE = re.compile(r"0[1-9](?![0-9.,/:-])")

_ONE_END = r"[0-9][0-9.,'’]*(?: [0-9]{3}(?![0-9]))*"
_RANGE = re.compile(
    rf"(?P<low>{_ONE_END})(?P<unit> ?[a-zA-Zµμ%][^\s()\[\]|;]{{0,14}})??"
    rf"[ \t]*(?:[-‐‑‒–—−~]|\bto\b|\bbis\b|\btil\b|\.\.)[ \t]*"
    rf"(?P<high>{_ONE_END}(?<![.,]))(?! ?[-‐‑–—−/] ?[0-9]|[0-9.,:/*^][0-9])",
    re.IGNORECASE,
)
# Portals of one maker repeat a range for screen readers: "3.8 to 10.8 fL3.8 - 10.8 fL".
_SAID_TWICE = re.compile(
    r"(?<![0-9.,])([0-9][0-9.,]*) to ([0-9][0-9.,]*)( ?[^\s0-9][^\s]{0,20}?)?(?=\1 - \2(?![0-9]))"
)


def say_once(text: str) -> str:
    """Return the text without the copy of a range that is there for screen readers."""
    return _SAID_TWICE.sub("", text)


def match_range(text: str, at: int) -> int | None:
    """Return where a range with two ends that starts there ends, or None if there is none."""
    found = _RANGE.match(text, at)
    if found is None:
        return None
    unit = found["unit"] or ""
    if unit and find_unit(unit) is None:
        return None
    if parse_range(f"{found['low']} - {found['high']}") is None:
        return None
    return found.end()


def ends_of_range(text: str) -> tuple[str, str] | None:
    """Return both ends of a range as printed; None if it has one end only."""
    found = _RANGE.match(text)
    return (found["low"].strip(), found["high"].strip()) if found else None
