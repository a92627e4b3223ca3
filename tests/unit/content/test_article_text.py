"""The article keeps its promises: sourced, and no dosing advice.

That it is short, plain and in US English is a system check: see content/plain_language.py.
"""

import re

import pytest
from article_text import without_tags, words_of

from content.library import get_page, library, list_pages

SLUGS = [page.slug for page in list_pages()]

# How the paragraphs and list items begin that may stand without a source on their page, for they
# state nothing medical: they introduce a list, say what this guide does, or suggest how to prepare.
NEED_NO_SOURCE = {
    "vitamin-b12-injections": (
        "Call your emergency number now for:",
        "Get help today for:",
        "When to get help now has the phone numbers.",
        "It tells you in plain words what published guidelines",
        "It cannot tell you whether your B12 is too low",
        "Read on, one short page at a time.",
    ),
    "what-b12-injections-are": (
        "Cobalamin is another name for vitamin B12.",
        "Tablets, sprays and injections compares all the forms.",
        "Note which form of B12 you have had",
    ),
    "who-b12-injections-help": (
        "Understanding your results explains",
        "Gather your reports",
    ),
    "what-b12-injections-cannot-do": (
        "If your symptoms go on, say so.",
        "Write down what has not improved",
    ),
    "b12-treatment-and-recovery": (
        "Everyone is different. Nobody can promise a date.",
        "What to expect, and when goes step by step",
        "Note what has changed since treatment began",
    ),
    "b12-injection-side-effects": (
        "After an injection or tablet:",
        "At any time:",
        "Find the number for your country.",
        "every other medicine you take",
        "Keep when to get help now within reach.",
    ),
    "tablets-sprays-injections": (
        "These are examples of what is sold",
        "We have read no source on patches or mouth sprays",
        "On packages, “mg” means milligrams.",
        "Find your packages",
    ),
    "what-to-expect-and-when": (
        "Call your emergency number now for:",
        "See when to get help now.",
        "Times are counted from the first treatment",
        "The chart is no deadline.",
        "Safety and side effects lists what to tell",
        "Write down what has changed",
    ),
    "understanding-your-results": (
        "So copy the unit with the number",
        "Examples from single laboratories",
        "Copy each result as printed",
    ),
    "medicines-and-conditions": ("List your conditions, operations and medicines",),
    "pregnancy-and-b12": (
        "Do you have symptoms while you are pregnant",
        "For other signs of an emergency",
        "Tell your midwife or clinician about any of these:",
        "Note how many weeks you are",
    ),
    "nitrous-oxide-and-b12": (
        "Call your emergency number now if you:",
        "Say that you used nitrous oxide.",
        "You do not have to explain or defend yourself.",
        "when you last used it",
        "what you feel, and since when",
        "Worried about who will see what you say?",
        "If it is hard to stop, you are not to blame",
        "Tell one person you trust.",
        "Write down when you last used it",
    ),
    "talk-to-your-clinician": (
        "Appointments are short",
        "You do not need all of it.",
        "Your symptoms. When each began",
        "Choose three.",
        "Say first what worries you most.",
        "Ask for words you understand.",
        "The guided form asks for all this",
    ),
    "b12-injection-questions": ("Add your own questions",),
    "your-next-step": (
        "You do not have to understand everything",
        "Find your results.",
        "Ask two things.",
        "Put it on one page.",
        "Prepare for your appointment",
    ),
    "for-caregivers": (
        "You often see things that the person",
        "Call the emergency number now if the person:",
        "Ask the person first",
        "Put the medicine boxes",
        "On the first page, choose",
        "Write what the person says",
        "Choose “I don’t know”",
        "Read the sheet to the person",
        "When each change began.",
        "Let the person speak first.",
        "Hand over the sheet, and say",
        "Ask what the clinic needs",
        "We keep no answers.",
        "In a library or clinic, tick",
        "The paper tells about someone",
        "Find the medicine boxes",
    ),
    "for-clinic-staff": (
        "The sheet puts symptoms, results",
        "Top box.",
        "Please note first.",
        "Symptoms.",
        "Lab results.",
        "B12 tried so far.",
        "What may affect absorption or testing.",
        "What does not fit goes to page 2",
        "“copied from a report”",
        "It is what a patient or caregiver says.",
        "It is not a record",
        "Results are typed or pasted",
        "“below the lab’s range”",
        "“marked low on the report”",
        "“about” and “=”",
        "“Not known”, “Answered",
        "Not filled in.",
        "A small word beside a symptom",
        "Pictures over time.",
        "The glossary explains each term.",
        "Use the share kit",
        "Put it in the letter",
        "It works on a phone",
        "On a clinic computer",
        "We store no answers.",
        "They are gone after 2 hours",
        "Nothing goes to your clinic",
        "See privacy and our sources.",
        "Try it with made-up answers",
    ),
}
# These print what laboratories and labels print, as examples from named sources.
PRINTS_EXAMPLES = {
    "understanding-your-results",
    "tablets-sprays-injections",
    "drawing b12-vial",
    "drawing package-label",
    "drawing report-line",
}
NO_DOSE = "no dose and no cutoff"
# A line that is nothing but a link to another page says nothing itself.
LINK_ONLY = re.compile(r"<a [^>]*>[^<]*</a>")


def unsourced(slug: str) -> list[str]:
    """Return the paragraphs and list items of a page that no source follows."""
    return [
        without_tags(block)
        for block in re.findall(r"<(?:p|li)>(.*?)</(?:p|li)>", get_page(slug).html, re.DOTALL)
        if "<sup" not in block and not LINK_ONLY.fullmatch(block)
    ]


@pytest.mark.parametrize("slug", SLUGS)
def test_every_medical_statement_is_followed_by_its_source(slug):
    allowed = NEED_NO_SOURCE.get(slug, ())

    assert [text for text in unsourced(slug) if not text.startswith(allowed)] == []


@pytest.mark.parametrize(
    ("slug", "beginning"), [(slug, each) for slug, all_ in NEED_NO_SOURCE.items() for each in all_]
)
def test_what_may_stand_without_a_source_is_still_there(slug, beginning):
    """A text that went takes its exception with it, so that nothing else can use that."""
    assert [text for text in unsourced(slug) if text.startswith(beginning)]


@pytest.mark.parametrize("slug", SLUGS)
def test_headings_make_an_outline_and_start_below_the_title(slug):
    levels = re.findall(r"<h(\d)", get_page(slug).html)

    assert levels
    assert set(levels) == {"2"}


@pytest.mark.parametrize("slug", SLUGS)
def test_a_page_offers_help_now_and_ends_with_what_to_do_next(slug):
    html = get_page(slug).html
    last_section = html.rpartition("<h2 ")[2]

    assert '<a href="/get-help-now/">' in html
    assert '<a href="/appointment/">' in last_section


@pytest.mark.parametrize("slug", SLUGS)
def test_urgent_advice_comes_in_the_first_half(slug):
    html = get_page(slug).html

    assert 0 <= html.find('<div class="urgent">') < len(html) / 2


ALL_TEXTS = {
    **{slug: words_of(slug) for slug in SLUGS},
    **{key: without_tags(snippet.html) for key, snippet in library().snippets.items()},
    **{f"word {term.key}": without_tags(term.html) for term in library().glossary.terms},
    **{f"drawing {name}": " ".join(each.words) for name, each in library().figures.items()},
}


def test_the_exceptions_are_texts_that_we_have():
    assert set(NEED_NO_SOURCE) <= set(SLUGS)
    assert set(PRINTS_EXAMPLES) <= set(ALL_TEXTS)


@pytest.mark.parametrize("name", ALL_TEXTS)
@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        (r"\d\s*(mg|micrograms?|milligrams?|ng/L|pg/mL|pmol/L)\b", NO_DOSE),
        (r"\byou (are|have) (B12[- ])?(deficient|a deficiency)\b", "no diagnosis"),
        (r"\b(stop|start) taking\b(?! it on your own)", "no advice on treatment"),
        (r"\b(guarantee|miracle|always works|will cure)\w*", "no promise"),
        (r"\[@|\]\(|\*\*", "Markdown left over"),
    ],
)
def test_words_that_never_appear(name, pattern, why):
    if why is NO_DOSE and name in PRINTS_EXAMPLES:
        return
    assert re.search(pattern, ALL_TEXTS[name], re.IGNORECASE) is None, why
