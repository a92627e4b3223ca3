"""How wide the letters of the sheet are, so that a line can be measured without drawing it."""

from __future__ import annotations

_FIRST = " "
_OTHER = 1050
"""Wider than any other letter or sign that the sheet draws."""

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
PRINTERS_SIGNS = {
    "’": 269,
    "‘": 269,
    "“": 479,
    "”": 479,
    "–": 504,
    "—": 832,
    "…": 780,
    "×": 536,
    "\N{NO-BREAK SPACE}": 312,
}
"""Signs of our own texts, as wide as in the bolder face."""


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a line of text is, rather too much than too little.

    Args:
        text: One line.
        size: The size of its letters, in points; so is the answer.
        bold: Whether they are bold.
    """
    widths = BOLD if bold else REGULAR
    units = 0
    for letter in text:
        place = ord(letter) - ord(_FIRST)
        known = 0 <= place < len(widths)
        units += widths[place] if known else PRINTERS_SIGNS.get(letter, _OTHER)
    return units * size / 1000


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
