"""Counts and writes what fits into one text message (GSM 03.38, 7 bits a letter)."""

import unicodedata

MOST = 159
"""One message holds 160; ours stay below."""

# 3GPP TS 23.038, 6.2.1: the letters of a message, and those that count twice.
ONCE = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
TWICE = frozenset("^{}\\[~]|€")

# What an accent's removal does not lead to.
WRITTEN = str.maketrans(
    {
        "‘": "'", "’": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"',
        "»": '"', "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "…": "...", "·": "-", "•": "-",
        "\N{NO-BREAK SPACE}": " ", "œ": "oe", "Œ": "OE", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D",
        "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "ẞ": "SS", "ħ": "h", "Ħ": "H",
    }
)  # fmt: skip


def length(text: str) -> int | None:
    """Return how many letters of a message the text takes, or None if it needs other letters."""
    if not set(text) <= ONCE | TWICE:
        return None
    return sum(2 if letter in TWICE else 1 for letter in text)


def plain(name: str) -> str:
    """Return a name in the letters of a message, or nothing: half a name would be a wrong one."""
    written = "".join(_plain_letter(letter) for letter in name.translate(WRITTEN))
    return "" if length(written) is None else " ".join(written.split())


def _plain_letter(letter: str) -> str:
    """Return the letter, without its accents if a message has it only so."""
    if letter in ONCE | TWICE:
        return letter
    parts = unicodedata.normalize("NFKD", letter)
    return "".join(part for part in parts if not unicodedata.combining(part))
