"""Keeps text printable: what the bundled fonts cannot draw gets a stand-in that can be seen.

Without this a missing letter would print as an empty box, or in whatever font the server has.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it has no types

from appointments.pdf.render import ASSETS

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


@lru_cache(maxsize=1)
def drawable() -> frozenset[str]:
    """Return the characters that the fonts have in both weights, and the line break."""
    text, text_bold, fallback, fallback_bold = (
        {chr(code) for code in TTFont(ASSETS / f"{name}.ttf").getBestCmap()}
        for name in ("text-regular", "text-bold", "fallback-regular", "fallback-bold")
    )
    found = (text & text_bold) | (fallback & fallback_bold)
    visible = {char for char in found if unicodedata.category(char) not in ("Cc", "Cf")}
    return frozenset(visible | {"\n"})


def printable(text: str) -> tuple[str, bool]:
    """Return the text as it can be printed, and whether anything had to be replaced for good.

    Letters of an alphabet that the fonts lack become the alphabet's name in brackets, an emoji its
    own name. What is invisible anyway (joiners, direction marks) is left out.
    """
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if drawable().issuperset(composed):
        return composed, False
    visible = [char for char in composed if _equal(char) != ""]
    printed: list[str] = []
    replaced = False
    for missing, group in groupby(visible, key=lambda char: _equal(char) is None):
        if not missing:
            printed.append("".join(_equal(char) or "" for char in group))
            continue
        replaced = True
        stand_in = _stand_in(group)
        if printed[-2:] == [stand_in, " "]:  # several words of one alphabet: one bracket will do
            printed.pop()
        else:
            printed.append(stand_in)
    return "".join(printed), replaced


@lru_cache(maxsize=4096)
def _equal(char: str) -> str | None:
    """Return drawable text that means the same ("" for the invisible), or None."""
    if char in drawable():
        return char
    if char in SAME_MEANING:
        return SAME_MEANING[char]
    if _is_invisible(char):
        return ""
    for equal in _written_otherwise(char):
        if drawable().issuperset(equal):
            return equal
    return None


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
        return alphabet if alphabet == "CJK" else alphabet.capitalize()
    return name.lower()
