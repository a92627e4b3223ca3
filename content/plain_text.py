"""The words of our HTML, for all that counts or finds words: search, checks and plain language."""

import re
import unicodedata
from html import unescape

# A picture and the number of a source are not part of a sentence.
LEFT_OUT = re.compile(r"<(svg|sup)\b.*?</\1>", re.DOTALL)
BLOCK_END = re.compile(r"</(?:p|li|h[1-6]|figcaption|dt|dd)>|<(?:ul|ol)>")
TAG = re.compile(r"<[^>]+>")


def blocks(html: str) -> list[str]:
    """Return the paragraphs, list items, headings and captions of some HTML as plain text."""
    parts = (
        " ".join(unescape(TAG.sub("", part)).split())
        for part in BLOCK_END.split(LEFT_OUT.sub("", html))
    )
    return [part for part in parts if part]


def plain_text(html: str) -> str:
    """Return all the words of some HTML on one line."""
    return " ".join(blocks(html))


def slugify(text: str) -> str:
    """Return a text as the last part of an address: small letters, digits and hyphens.

    >>> slugify("What’s in it? Forms & doses")
    'whats-in-it-forms-doses'
    """
    plain = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", ""))
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower()).strip("-")
