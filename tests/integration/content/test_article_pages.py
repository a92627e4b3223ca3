"""The home page and the article as they are served."""

import re

import pytest
from django.urls import reverse
from django.utils.html import escape
from pages import Page, lint

from content.checks import first_person_claims
from content.library import get_neighbors, get_source, library, list_pages

PAGES = list_pages()


def main_of(response) -> str:
    html = response.content.decode()
    found = re.search(r"<main.*</main>", html, re.DOTALL)
    assert found
    return found[0]


@pytest.fixture(params=PAGES, ids=lambda page: page.slug)
def page(request):
    return request.param


@pytest.fixture
def served(client, page):
    return client.get(reverse("page", kwargs={"slug": page.slug}))


def test_a_page_is_one_document_with_a_title_and_a_language(page, served):
    html = served.content.decode()

    assert served.status_code == 200
    assert re.search(r'<html lang="en', html)
    assert len(re.findall(r"<h1\b", html)) == 1
    assert f'<h1 itemprop="name">{escape(page.title)}</h1>' in html
    title = re.search(r"<title>(.*?)</title>", html, re.DOTALL)
    assert title
    assert title[1].strip().startswith(page.title)
    assert "{{" not in html
    assert "{%" not in html


def test_every_citation_leads_to_a_source(page, served):
    html = main_of(served)
    ids = re.findall(r'id="([^"]+)"', html)

    assert len(ids) == len(set(ids))
    assert {f"source-{number}" for number in range(1, len(page.sources) + 1)} <= set(ids)
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)


def test_sources_are_listed_with_publisher_year_and_link(page, served):
    listed = re.findall(r'<li id="source-\d+">(.*?)</li>', main_of(served), re.DOTALL)

    for source_id, item in zip(page.sources, listed, strict=True):
        source = get_source(source_id)
        assert source.year is None or str(source.year) in item
        assert source.url is None or 'rel="noopener"' in item
        assert source.publisher.split("'")[0].split("&")[0] in item


def test_a_page_says_honestly_when_it_was_checked_and_by_whom(served):
    text = lint(served).text

    assert "Checked against its sources on November 22, 2026." in text
    assert "Not yet reviewed by a clinician." in text
    assert "To be checked again by November 22, 2027." in text


def test_no_page_speaks_in_the_first_person(served):
    ours, _, _names_of_sources = main_of(served).partition('<section class="sources"')

    assert first_person_claims(ours) == []


def test_previous_and_next_follow_the_article(page, served):
    html = main_of(served)
    before, after = get_neighbors(page)

    for neighbor, rel in ((before, "prev"), (after, "next")):
        found = re.search(rf'<a href="/([\w-]+)/"\s+rel="{rel}"', html)
        assert (found[1] if found else None) == (neighbor.slug if neighbor else None)


def test_a_page_leads_to_the_form_and_to_help(served):
    html = served.content.decode()

    assert f'href="{reverse("appointment-start")}"' in main_of(served)
    assert f'href="{reverse("get-help-now")}"' in html


def test_no_page_loads_anything_from_elsewhere(served):
    html = served.content.decode()

    assert re.findall(r'(?:src|srcset|action)="https?:', html) == []
    assert "<script" not in html


@pytest.mark.parametrize("slug", ["no-such-page", "vitamin-b12-injections-2"])
def test_an_unknown_page_is_not_found(client, slug):
    assert client.get(f"/{slug}/").status_code == 404


@pytest.mark.parametrize("path", ["/", "/vitamin-b12-injections/"])
def test_pages_are_only_read(client, path):
    assert client.head(path).status_code == 200
    assert client.post(path).status_code in {403, 405}


def test_home_says_what_this_is_and_offers_two_ways(client):
    response = client.get("/")
    html = main_of(response)

    assert response.status_code == 200
    assert len(re.findall(r"<h1\b", html)) == 1
    assert re.search(rf'class="button" href="{reverse("appointment-start")}"', html)
    assert re.search(rf'class="button button--secondary"\s+href="/{PAGES[0].slug}/"', html)
    assert f'href="{reverse("get-help-now")}"' in html
    for words in ("About 10 minutes. No account.", "We keep nothing."):
        assert words in html


def test_home_lists_every_page_once_in_order_with_its_point(client):
    html = main_of(client.get("/"))
    learn = html[html.index('id="learn"') :]

    listed = re.findall(r'<a href="/([\w-]+)/">', learn)
    assert listed == [*(page.slug for page in PAGES), "glossary", "sources"]
    for page in PAGES:
        assert f"<span>{escape(page.summary)}</span>" in learn


def test_home_shows_the_sections_in_their_order(client):
    page = lint(client.get("/"))

    *sections, look_up = [element.text for element in page.all("h3")]
    assert sections == [name for name in library().sections if name in sections]
    assert set(sections) == {page.section for page in PAGES}
    assert look_up == "To look things up"


def test_every_page_is_sound(served):
    lint(served)


def test_a_page_lists_its_parts_before_the_first_of_them(page, served):
    html = main_of(served)
    contents = re.search(r'<nav class="contents.*?</nav>', html, re.DOTALL)

    assert bool(contents) == (len(page.headings) >= 3)
    if contents:
        listed = re.findall(r'href="#([^"]+)"', contents[0])
        assert listed == [part.id for part in page.parts]
        assert contents.end() < html.index(f'<h2 id="{listed[0]}"')
    ours = {"ask-title", "sources-title"}  # headings of the template, below the text
    ids = [found for found in re.findall(r'<h2 id="([^"]+)"', html) if found not in ours]
    assert ids == [heading.id for heading in page.headings]


def test_what_is_served_is_what_was_checked(page, served):
    html, place = main_of(served), 0

    for piece in (page.intro, *(p for part in page.parts for p in (part.heading, part.text))):
        place = html.index(piece, place) + len(piece)
    assert "".join((page.intro, *(part.heading + part.text for part in page.parts))) == page.html


def test_the_number_of_a_source_says_publisher_and_year(page, served):
    for number, source_id in enumerate(page.sources, start=1):
        words = escape(f"Source {number}: {get_source(source_id).brief}")
        link = f'<a href="#source-{number}" aria-label="{words}" title="{words}">{number}</a>'
        assert link in served.content.decode()


def test_a_page_shows_its_drawings(page, served):
    shown = re.findall(r'<figure id="figure-([^"]+)">\s*<svg ', main_of(served))

    assert shown == list(page.figures)


@pytest.mark.parametrize("path", ["/", f"/{PAGES[0].slug}/", "/glossary/", "/no-such-page/"])
def test_one_can_search_from_everywhere_without_a_cookie(client, path):
    response = client.get(path)

    form = Page(response).one("form", role="search")
    assert (form.attrs["method"], form.attrs["action"]) == ("post", "/search/")
    assert not response.cookies
