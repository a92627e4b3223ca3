"""The article as a visitor reads it, for tests about its words."""

import re
from html import unescape

from content.library import get_page


def without_tags(html: str) -> str:
    """Return the words of some HTML, without its drawings and the numbers of its sources."""
    html = re.sub(r"<(svg|sup)\b.*?</\1>", "", html, flags=re.DOTALL)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", html))).strip()


def words_of(slug: str) -> str:
    """Return all that a page says: title, summary and text."""
    page = get_page(slug)
    text = re.sub(r"</(h2|p|li)>", r"</\1> ", page.html)
    return " ".join((page.title, page.summary, without_tags(text)))
