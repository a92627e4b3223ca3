"""The library holds every real page and snippet, in order, and needs no Django."""

import subprocess
import sys
from datetime import timedelta

import pytest

from content.library import (
    CONTENT,
    get_neighbors,
    get_page,
    get_snippet,
    get_source,
    library,
    list_pages,
    read_library,
)

ARTICLE = [
    # Start here
    "vitamin-b12-injections",
    "what-b12-injections-are",
    "who-b12-injections-help",
    "what-b12-injections-cannot-do",
    # Treatment and safety
    "b12-treatment-and-recovery",
    "b12-injection-side-effects",
    "tablets-sprays-injections",
    "what-to-expect-and-when",
    # Tests and causes
    "understanding-your-results",
    "medicines-and-conditions",
    # Special situations
    "pregnancy-and-b12",
    "nitrous-oxide-and-b12",
    # For the visit
    "talk-to-your-clinician",
    "b12-injection-questions",
    "your-next-step",
    "for-caregivers",
    "for-clinic-staff",
]
SNIPPETS = {
    "why-about",
    "why-absorption",
    "why-b12-effect",
    "why-b12-product",
    "why-b12-tried",
    "why-cautions",
    "why-diet",
    "why-family",
    "why-lab-paste",
    "why-lab-result",
    "why-lab-results",
    "why-lab-test",
    "why-lab-timing",
    "why-medicine-details",
    "why-medicines",
    "why-nitrous-oxide",
    "why-operation-details",
    "why-pregnancy",
    "why-question-order",
    "why-questions",
    "why-safety",
    "why-start",
    "why-surgeries",
    "why-symptom-details",
    "why-symptoms",
}


def test_there_is_a_page_for_every_section_of_the_article_in_its_order():
    assert [page.slug for page in list_pages()] == ARTICLE


def test_the_readme_counts_them():
    assert len(ARTICLE) == 17
    assert "is seventeen short pages" in (CONTENT.parent / "README.md").read_text()


def test_no_file_is_left_out():
    assert {file.stem for file in (CONTENT / "pages/en").iterdir()} == set(ARTICLE)
    assert {file.stem for file in (CONTENT / "snippets/en").iterdir()} == SNIPPETS
    assert set(library().snippets) == SNIPPETS


@pytest.mark.parametrize("page", list_pages(), ids=lambda page: page.slug)
def test_a_page_is_dated_and_sourced(page):
    assert timedelta(days=364) < page.review_due_on - page.reviewed_on < timedelta(days=367)
    assert page.sources
    assert [get_source(source).id for source in page.sources] == list(page.sources)


@pytest.mark.parametrize("key", sorted(SNIPPETS))
def test_a_snippet_is_short_and_sourced_and_shows_no_numbers(key):
    snippet = get_snippet(key)

    assert snippet.sources
    assert "<sup" not in snippet.html
    assert "[@" not in snippet.html
    assert snippet.html.count("<p>") == 1
    assert len(snippet.html.split()) <= 45


def test_neighbors_follow_the_order():
    first, second, *_, last = list_pages()

    assert get_neighbors(first) == (None, second)
    assert get_neighbors(second)[0] == first
    assert get_neighbors(last)[1] is None


def test_order_comes_from_the_header_not_the_file_name(root, break_file):
    text = (root / "pages/en/first.md").read_text()
    (root / "pages/en/zero.md").write_text(text.replace("order = 1", "order = 0"))

    assert list(read_library(root).pages) == ["zero", "first"]


def test_it_is_read_once():
    assert library() is library()
    assert get_page("your-next-step") is get_page("your-next-step")


@pytest.mark.parametrize("look_up", [get_page, get_snippet, get_source])
def test_what_is_not_there_is_a_key_error(look_up):
    with pytest.raises(KeyError):
        look_up("no-such-thing")


def test_it_works_without_django():
    code = "import sys, content.library as c; c.list_pages(); assert 'django' not in sys.modules"

    subprocess.run([sys.executable, "-c", code], check=True, cwd=CONTENT.parent)
