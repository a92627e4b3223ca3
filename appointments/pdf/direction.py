"""Gives text that runs from right to left its direction, which WeasyPrint does not find by itself.

Without it a sentence in Arabic or Hebrew is set as if it stood in an English one: its full stop,
and the words on either side of a drug's name, change places.
"""

import re
import unicodedata
from html import unescape

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
TEXT = re.compile(r">([^<>]*)<")


def with_directions(html: str) -> str:
    """Return the HTML with each mostly right-to-left piece of its body in a span that says so.

    Most words decide, not the first one: "[Arabic name], born in May" stays an English line.
    """
    if not RIGHT_TO_LEFT.search(html):
        return html
    head, body, rest = html.partition("<body")
    return head + body + TEXT.sub(_directed, rest)


def _directed(piece: re.Match[str]) -> str:
    text = piece[1]
    if not RIGHT_TO_LEFT.search(text) or not _runs_left(unescape(text)):
        return piece[0]
    return f'><span dir="rtl">{text}</span><'


def _runs_left(text: str) -> bool:
    """Tell whether more words run to the left than to the right; the first one breaks a tie."""
    words = [ways for word in text.split() if (ways := _ways(word))]
    leftwards = [ways[0] != "L" for ways in words]
    return leftwards.count(True) * 2 + leftwards[0] > len(leftwards)


def _ways(word: str) -> list[str]:
    """Return which way each letter runs."""
    ways = map(unicodedata.bidirectional, word)
    return [way for way in ways if way in ("L", "R", "AL")]
