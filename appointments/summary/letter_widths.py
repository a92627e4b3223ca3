"""How wide the letters of the sheet are, so that a line can be measured without drawing it."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_FIRST = " "
_LETTER, _OTHER = 750, 1050
"""Wider than most other letters of an alphabet, and than anything else that the sheet draws."""

# For each letter from the blank to the tilde, in thousandths of the size of the letters; a test
# holds them against the font files.
# fmt: off
REGULAR = (
    280, 286, 301, 651, 592, 919, 731, 160, 299, 299, 485, 606, 210, 362, 210, 387, 648, 407,
    548, 576, 614, 588, 598, 510, 615, 595, 210, 210, 553, 628, 553, 480, 778, 626, 613, 645,
    669, 569, 552, 694, 694, 392, 512, 631, 541, 824, 693, 714, 592, 724, 614, 592, 558, 690,
    593, 856, 623, 575, 607, 317, 387, 344, 552, 372, 243, 525, 566, 485, 564, 538, 314, 558,
    550, 252, 245, 492, 262, 845, 550, 548, 566, 574, 349, 471, 326, 540, 461, 684, 481, 449,
    460, 344, 237, 344, 555,
)
BOLD = (
    312, 303, 390, 765, 610, 969, 725, 210, 335, 335, 485, 595, 271, 373, 272, 440, 659, 440,
    579, 600, 624, 607, 626, 537, 624, 571, 272, 272, 569, 612, 569, 547, 781, 678, 643, 658,
    688, 597, 566, 718, 701, 424, 561, 663, 552, 858, 717, 746, 629, 756, 650, 610, 607, 686,
    644, 886, 685, 650, 618, 340, 440, 344, 582, 400, 288, 552, 596, 510, 596, 563, 365, 593,
    571, 300, 259, 555, 318, 882, 571, 576, 596, 599, 376, 508, 376, 567, 530, 740, 539, 521,
    505, 381, 254, 381, 537,
)

# fmt: on
SIGNS = {
    "’": (236, 269),
    "‘": (236, 269),
    "“": (399, 479),
    "”": (399, 479),
    "–": (504, 501),
    "—": (824, 832),
    "…": (670, 780),
    "×": (532, 536),
    "\N{NO-BREAK SPACE}": (280, 312),
    "·": (240, 294),
    "±": (579, 611),
    "²": (382, 402),
    "³": (383, 407),
    "°": (352, 394),
    "•": (438, 438),
    "½": (820, 852),
    "«": (562, 649),
    "»": (562, 649),
    "„": (399, 479),
    "ß": (582, 621),
    "ø": (548, 576),
    "œ": (924, 936),
}
"""Other letters and signs that are common, in both faces."""


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a line of text is, rather too much than too little.

    Args:
        text: One line.
        size: The size of its letters, in points; so is the answer.
        bold: Whether they are bold.
    """
    return sum(_width_of_letter(letter, bold=bold) for letter in text) * size / 1000


@lru_cache(maxsize=4096)
def _width_of_letter(letter: str, *, bold: bool) -> int:
    """Return the width of a letter in thousandths; one with an accent is as wide as without."""
    if unicodedata.category(letter) == "Mn":  # stands above or below another letter
        return 0
    widths = BOLD if bold else REGULAR
    place = ord(unicodedata.normalize("NFD", letter)[0]) - ord(_FIRST)
    if 0 <= place < len(widths):
        return widths[place]
    if letter in SIGNS:
        return SIGNS[letter][bold]
    is_letter = unicodedata.category(letter)[0] in "LM"
    return _LETTER if is_letter and unicodedata.east_asian_width(letter) not in "WF" else _OTHER


def lines_of(text: str, width: float, size: float, *, bold: bool = False) -> tuple[int, float]:
    """Return how many lines a text takes, and how much of the last one.

    Lines break at blanks only, as if a unit or a word with a hyphen could not be parted; what is
    wider than a line is parted anywhere.
    """
    blank = width_of(" ", size, bold=bold)
    count, filled = 0, 0.0
    for paragraph in text.split("\n"):
        count, filled = count + 1, 0.0
        for word in paragraph.split():
            wide = width_of(word, size, bold=bold)
            if filled and filled + blank + wide <= width:
                filled += blank + wide
                continue
            count += 1 if filled else 0
            more = int(wide // width)
            count, filled = count + more, wide - more * width
    return count, filled
