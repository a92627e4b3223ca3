"""Whether a text is plain: short sentences, easy words, somebody who acts, doses written in full.

The limits are those of the clinical brief and of US advice on patient texts (eighth grade or
below). They are ceilings that `manage.py check` keeps; a good page stays well under them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from content.plain_text import blocks

HARDEST_GRADE = 8.0
# The formula is made for hundreds of words. In two sentences one long word, which may be the very
# one that the text explains, counts for two grades.
HARDEST_SHORT_TEXT = 10.0
LONGEST_SENTENCE = 24
LONGEST_PAGE = 700
# Some passives are right ("It is taken up near the end of the small bowel"); a page of them is not.
MOST_PASSIVE = 0.2

WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")
SENTENCE = re.compile(r"[.?!:][”\")]*$")
SENTENCE_END = re.compile(r"(?<=[.?!])[”\")]*\s+")
VOWELS = re.compile(r"[aeiouy]+")
SHORT_MICROGRAM = re.compile(r"\b(?:mcg|ug|[µμ]g)\b", re.IGNORECASE)
BRITISH = re.compile(
    r"\b(?:\w*(?:aemi|haem|oedem|coeliac|rrhoea|paraesth|oestr|foet)\w*"
    r"|(?:centre|fibre|litre|titre|programme|colour|tumour|behaviour)s?"
    r"|(?:summar|recogn|organ|stabil)is(?:e|es|ed|ing))\b",
    re.IGNORECASE,
)
# What a pack or a report prints is quoted as it is printed.
QUOTED = re.compile(r"“[^“”]*”")

IRREGULAR = (
    "been|begun|broken|brought|built|caught|chosen|done|drawn|driven|eaten|fallen|felt|found|given"
    "|gone|grown|heard|held|hidden|kept|known|led|left|lost|made|meant|met|paid|put|read|said|seen"
    "|sent|set|shown|spoken|taken|taught|thought|told|understood|written"
)
# "is tired", "are worried": states, in which nobody is missing who acts.
STATES = "concerned|limited|related|tired|worried"
PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|gets?|got)\s+(?:not\s+|also\s+|often\s+|\w+ly\s+)?"
    rf"(?!(?:{STATES})\b)(?:\w{{2,}}ed|{IRREGULAR})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Reading:
    """How a text reads.

    Attributes:
        words: How many there are.
        grade: The US school grade that can read its full sentences (Flesch-Kincaid).
        passive: The share of its sentences in the passive voice, from 0 to 1.
    """

    words: int
    grade: float
    passive: float


def read(texts: Iterable[str]) -> Reading:
    """Return how some paragraphs, list items and headings read, each on its own."""
    parts = [sentence for text in texts for sentence in sentences_of(text)]
    # Labels and the items of a list are short and would flatter the rest.
    sentences = [part for part in parts if SENTENCE.search(part)]
    words = [word for sentence in sentences for word in WORD.findall(sentence)]
    if not words:
        return Reading(words=0, grade=0, passive=0)
    syllables = sum(syllables_of(word) for word in words)
    return Reading(
        words=sum(len(part.split()) for part in parts),
        grade=0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59,
        passive=sum(bool(PASSIVE.search(sentence)) for sentence in sentences) / len(sentences),
    )


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a paragraph; a colon inside it ends none."""
    return [part for part in SENTENCE_END.split(text) if WORD.search(part)]


def syllables_of(word: str) -> int:
    """Return about how many syllables a word has: its groups of vowels, without a silent e."""
    plain = word.lower().replace("’", "'").removesuffix("'s")
    # "taste", "tastes" and "tasted" end in a vowel that nobody hears.
    heard = re.sub(r"(?<=[^aeiouy])e$|(?<=[^aeiouysxzc])es$|(?<=[^aeioutd])ed$", "", plain)
    return max(1, len(VOWELS.findall(heard)) + bool(re.search(r"[^aeiouy]le$", plain)))


def problems(html: str, *, is_page: bool) -> Iterator[str]:
    """Yield what is not plain in a text, in words; length and voice only for a whole page."""
    texts = blocks(html)
    reading = read(texts)
    hardest = HARDEST_GRADE if is_page else HARDEST_SHORT_TEXT
    yield from _long_sentences(texts)
    yield from wrong_words(" ".join(texts))
    if reading.grade > hardest:
        yield f"reads at grade {reading.grade:.1f}, and {hardest:.0f} is the limit"
    if not is_page:
        return
    if reading.passive > MOST_PASSIVE:
        yield f"is {reading.passive:.0%} in the passive voice, and {MOST_PASSIVE:.0%} is the limit"
    if reading.words > LONGEST_PAGE:
        yield f"has {reading.words} words, and {LONGEST_PAGE} is the limit"


def wrong_words(text: str) -> Iterator[str]:
    """Yield the words that are not written in our way; in quotation marks they may be."""
    ours = QUOTED.sub("", text)
    if short := SHORT_MICROGRAM.search(ours):
        yield f"says {short[0]!r}: write “micrograms” in full"
    if british := BRITISH.search(ours):
        yield f"says {british[0]!r}: use the US spelling"


def _long_sentences(texts: Sequence[str]) -> Iterator[str]:
    for sentence in (sentence for text in texts for sentence in sentences_of(text)):
        length = len(sentence.split())
        if length > LONGEST_SENTENCE:
            yield f"has a sentence of {length} words: {sentence[:60]} …"
