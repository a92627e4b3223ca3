"""Keeps text printable: what the bundled fonts cannot draw gets a stand-in that can be seen.

Without this a missing letter would print as an empty box, or in whatever font the server has.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby, pairwise

from appointments.pdf.faces import FACES, JOINERS, everyday, is_joined, signs_of

# Signs that mean the same to a reader, for those the fonts lack.
SAME_MEANING = {
    "\t": " ",
    "\N{HYPHEN}": "-",
    "\N{NON-BREAKING HYPHEN}": "-",
    "\N{FIGURE DASH}": "–",
    "\N{HORIZONTAL BAR}": "—",
    "\N{NARROW NO-BREAK SPACE}": "\N{NO-BREAK SPACE}",
    "\N{LINE SEPARATOR}": "\n",
    "\N{PARAGRAPH SEPARATOR}": "\n",
    "\N{LEFTWARDS ARROW}": "<-",
    "\N{RIGHTWARDS ARROW}": "->",
    "\N{ARABIC DECIMAL SEPARATOR}": ".",
    "\N{ARABIC THOUSANDS SEPARATOR}": ",",
}

# How Unicode's compatibility forms are written out. Any other way could change a number: without
# its raised minus 10⁻⁹ would be 10⁹, and 2⅓ must not become 21/3.
WRITTEN_OUT = {
    "<super>": "^{}",
    "<sub>": "{}",
    "<fraction>": " {}",
    "<circle>": "({})",
    "<square>": "{}",
    "<compat>": "{}",
    "<wide>": "{}",
    "<narrow>": "{}",
}

MOST_NAMES = 3  # of signs in one bracket, so that a row of emoji cannot fill the page


def printable(text: str) -> tuple[str, bool]:
    """Return the text as it can be printed, and whether anything had to be replaced for good.

    Letters of an alphabet that the fonts lack become the alphabet's name in brackets, an emoji its
    own name. What is invisible anyway (direction marks, most joiners) is left out.
    """
    composed = _composed(text)
    if everyday().issuperset(composed):
        return composed, False
    printed: list[str] = []
    replaced = False
    for missing, _typed, shown in _runs(composed):
        replaced = replaced or missing
        if missing and printed[-2:] == [shown, " "]:  # several words of one alphabet: one bracket
            printed.pop()
        else:
            printed.append(shown)
    return "".join(printed), replaced


def not_printed(text: str) -> dict[str, str]:
    """Return the brackets that a sheet shows, each with all that was typed in its place."""
    composed = _composed(text)
    if everyday().issuperset(composed):
        return {}
    pieces: dict[str, dict[str, None]] = {}
    for missing, typed, shown in _runs(composed):
        if missing:
            pieces.setdefault(shown, {})[typed] = None
    return {shown: " ".join(typed) for shown, typed in pieces.items()}


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def _runs(text: str) -> Iterator[tuple[bool, str, str]]:
    """Yield what can be printed and what cannot, in turn: whether not, as typed, as printed."""
    signs = [
        (sign, sign if sign in JOINERS and is_joined(before) else _equal(sign))
        for before, sign in pairwise(f" {text}")
    ]
    visible = [(sign, equal) for sign, equal in signs if equal != ""]
    for missing, group in groupby(visible, key=lambda pair: pair[1] is None):
        run = list(group)
        typed = "".join(sign for sign, _equal in run)
        shown = _stand_in(typed) if missing else "".join(equal or "" for _sign, equal in run)
        yield missing, typed, shown


@lru_cache(maxsize=4096)
def _equal(char: str) -> str | None:
    """Return drawable text that means the same ("" for the invisible), or None."""
    if char in everyday():
        return char
    if char in SAME_MEANING:
        return SAME_MEANING[char]
    if _is_invisible(char):
        return ""
    others = () if _is_wide_stop(char) else _written_otherwise(char)
    for equal in others:
        if everyday().issuperset(equal):
            return equal
    return char if any(char in signs_of(face) for face in FACES) else None


def _is_wide_stop(char: str) -> bool:
    """Tell whether it is a comma or the like of Chinese and Japanese, with its own room around."""
    return unicodedata.category(char)[0] == "P" and unicodedata.east_asian_width(char) == "F"


def _is_invisible(char: str) -> bool:
    """Tell whether it is a control character, or only changes the look of the one before it."""
    name = unicodedata.name(char, "")
    return unicodedata.category(char) in ("Cc", "Cf") or name.startswith(
        ("VARIATION SELECTOR-", "EMOJI MODIFIER ")
    )


def _written_otherwise(char: str) -> Iterator[str]:
    """Yield the other ways to write a character that Unicode knows."""
    digit = unicodedata.decimal(char, None)
    if digit is not None:  # 4 in another alphabet's digits
        yield str(digit)
    yield unicodedata.normalize("NFD", char)  # letter and accent apart
    how, _, _ = unicodedata.decomposition(char).partition(" ")
    if how in WRITTEN_OUT:
        plain = unicodedata.normalize("NFKC", char).replace("\N{MINUS SIGN}", "-")
        yield WRITTEN_OUT[how].format(plain)


def _stand_in(run: Iterable[str]) -> str:
    """Return one bracket that names what stood there."""
    names = list(dict.fromkeys(_name(char) for char in run))
    more = ["…"] if len(names) > MOST_NAMES else []
    return f"[{', '.join(names[:MOST_NAMES] + more)}]"


def _name(char: str) -> str:
    """Return the alphabet of a letter ("Arabic"), or the name of a sign ("grinning face")."""
    name = unicodedata.name(char, "?")
    alphabet = name.split()[0]
    if unicodedata.category(char)[0] in "LMN" and alphabet not in ("LATIN", "COMBINING"):
        return "Chinese" if alphabet == "CJK" else alphabet.capitalize()
    return name.lower()
