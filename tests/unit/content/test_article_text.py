"""The article keeps its promises: sourced, short, plain, in US English, and no dosing advice."""

import re

import pytest
from article_text import without_tags, words_of

from content.library import get_page, library, list_pages

SLUGS = [page.slug for page in list_pages()]
LONGEST = 600
HARDEST_GRADE = 8.0

# The paragraphs and list items that may stand without a source, for they state nothing medical:
# they introduce a list, say what this guide does, or suggest how to prepare.
NEED_NO_SOURCE = (
    "Perhaps you have been told",
    "Call your emergency number now for:",
    "Get help today for:",
    "When to get help now has the phone numbers.",
    "See when to get help now.",
    "It tells you in plain words what published guidelines",
    "It cannot tell you whether your B12 is too low",
    "Read on, one short page at a time.",
    "Cobalamin is another name for vitamin B12.",
    "Note which form of B12 you have had",
    "Some things change a result. Tell your clinician about:",
    "Gather your reports",
    "Everyone is different. Nobody can promise a date.",
    "Note what has changed since treatment began",
    "After an injection or tablet:",
    "At any time:",
    "Find the number for your country.",
    "every medicine you take",
    "Keep when to get help now within reach.",
    "Appointments are short",
    "You do not need all of it.",
    "Your symptoms. When each began",
    "Choose three.",
    "Say first what worries you most.",
    "Ask for words you understand.",
    "The guided form asks for all this",
    "If your symptoms go on, say so.",
    "Write down what has not improved",
    "Add your own questions",
    "You do not have to understand everything",
    "Find your results.",
    "Ask two things.",
    "Put it on one page.",
    "Prepare for your appointment",
)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_medical_statement_is_followed_by_its_source(slug):
    blocks = re.findall(r"<(?:p|li)>(.*?)</(?:p|li)>", get_page(slug).html, re.DOTALL)

    unsourced = [without_tags(block) for block in blocks if "<sup" not in block]

    assert [text for text in unsourced if not text.startswith(NEED_NO_SOURCE)] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_a_page_is_short(slug):
    assert len(words_of(slug).split()) <= LONGEST


@pytest.mark.parametrize("slug", SLUGS)
def test_a_page_reads_easily(slug):
    assert reading_grade(slug) <= HARDEST_GRADE


def reading_grade(slug: str) -> float:
    """Return the Flesch-Kincaid grade, with syllables counted as groups of vowels."""
    html = re.sub(r"</(h2|p|li)>", r".</\1> ", get_page(slug).html)
    text = without_tags(html)
    sentences = len([part for part in re.split(r"[.?!:]+[”\s]*", text) if part.strip()])
    words = re.findall(r"[A-Za-z’]+", text)
    syllables = sum(
        max(1, len(re.findall(r"[aeiouy]+", re.sub(r"e$", "", word.lower())))) for word in words
    )
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


@pytest.mark.parametrize("slug", SLUGS)
def test_headings_make_an_outline_and_start_below_the_title(slug):
    levels = re.findall(r"<h(\d)", get_page(slug).html)

    assert levels
    assert set(levels) == {"2"}


@pytest.mark.parametrize("slug", SLUGS)
def test_a_page_offers_help_now_and_ends_with_what_to_do_next(slug):
    html = get_page(slug).html
    last_section = html.rpartition("<h2>")[2]

    assert '<a href="/get-help-now/">' in html
    assert '<a href="/appointment/">' in last_section


@pytest.mark.parametrize("slug", SLUGS)
def test_urgent_advice_comes_in_the_first_half(slug):
    html = get_page(slug).html

    assert 0 <= html.find('<div class="urgent">') < len(html) / 2


ALL_TEXTS = {
    **{slug: words_of(slug) for slug in SLUGS},
    **{key: without_tags(snippet.html) for key, snippet in library().snippets.items()},
}


@pytest.mark.parametrize("name", ALL_TEXTS)
@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        (r"\b\w*(aemia|haem|oedema|coeliac|diarrhoea|paraesth)\w*", "British spelling"),
        (r"\b(centre|colour|programme|summarise|recognise|tumour)\w*\b", "British spelling"),
        (r"\b(mcg|µg|μg)\b", "write micrograms in full"),
        (r"\d\s*(mg|micrograms?|milligrams?|ng/L|pg/mL|pmol/L)\b", "no dose and no cutoff"),
        (r"\byou (are|have) (B12[- ])?(deficient|a deficiency)\b", "no diagnosis"),
        (r"\b(stop|start) taking\b(?! it on your own)", "no advice on treatment"),
        (r"\b(guarantee|miracle|always works|will cure)\w*", "no promise"),
        (r"\[@|\]\(|\*\*", "Markdown left over"),
    ],
)
def test_words_that_never_appear(name, pattern, why):
    assert re.search(pattern, ALL_TEXTS[name], re.IGNORECASE) is None, why
