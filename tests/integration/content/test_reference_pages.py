"""The glossary, and the page that says where our facts come from."""

import gzip

import brotli
import pytest
from django.conf import settings
from pages import Page, lint

from content import drawn_once
from content.library import get_glossary, get_source, library, list_pages


@pytest.fixture
def glossary(client):
    return lint(client.get("/glossary/"))


@pytest.fixture
def sources(client):
    return lint(client.get("/sources/"))


def test_every_word_has_an_anchor_and_its_other_names(glossary):
    shown = {element.attrs["id"]: element.text for element in glossary.all("dt")}

    assert shown == {term.key: term.title for term in get_glossary().terms}
    for term in get_glossary().terms:
        assert ", ".join(term.also) in glossary.text


def test_the_sources_of_the_glossary_are_numbered_and_lead_to_the_register(client, glossary):
    cited = [e for e in glossary.all("li") if e.attrs.get("id", "").startswith("source-")]
    links = [e.attrs["href"] for e in glossary.all("a") if "/sources/#" in e.attrs["href"]]

    assert len(cited) == len(get_glossary().sources)
    assert links == [f"/sources/#{source}" for source in get_glossary().sources]


def test_the_whole_register_is_shown_with_how_and_when_it_was_read(sources):
    shown = {e.attrs["id"]: " ".join(e.text.split()) for e in sources.all("li") if "id" in e.attrs}

    assert set(shown) == set(library().sources)
    for source in library().sources.values():
        how = "Read at the publisher" if source.evidence == "V1" else "Read in a copy"
        assert source.title in shown[source.id]
        assert f"{how}, checked on November 22, 2026." in shown[source.id]
        assert (source.via or "") in shown[source.id]
        assert str(source.year or "") in shown[source.id]


def test_sources_stand_under_their_publisher(sources):
    publishers = [element.text for element in sources.all("h3")]

    assert set(publishers) == {source.publisher for source in library().sources.values()}
    assert publishers == sorted(publishers, key=str.casefold)


def test_letters_lead_to_the_first_word_of_each(glossary):
    links = [e for e in glossary.all("a") if "nav" in e.inside and len(e.text) == 1]
    titles = {element.attrs["id"]: element.text for element in glossary.all("dt")}
    firsts = dict.fromkeys(title[0].upper() for title in titles.values())

    assert [link.text for link in links] == list(firsts)
    for link in links:
        assert titles[link.attrs["href"].removeprefix("#")][0].upper() == link.text


def test_a_source_of_the_glossary_shows_publisher_and_year_only(glossary):
    listed = {e.text.strip() for e in glossary.all("li") if "source-" in e.attrs.get("id", "")}

    assert listed == {get_source(source).brief for source in get_glossary().sources}


def test_the_glossary_is_light(client):
    """With the stylesheet and headers, it stays well inside a connection's first 14 kB."""
    page = gzip.compress(client.get("/glossary/").content, compresslevel=6)
    style = brotli.compress((settings.BASE_DIR / "static/css/site.css").read_bytes())
    headers = 1_000

    assert len(page) + len(style) + headers < 12_500


def reviewed(monkeypatch, *, pages: int) -> None:
    """Let a clinician have reviewed the first pages and, if there are any, the glossary."""
    for page in list_pages()[:pages]:
        monkeypatch.setitem(page.__dict__, "reviewed_by", "Dr. A. Name")
    if pages:
        monkeypatch.setitem(get_glossary().__dict__, "reviewed_by", "Dr. A. Name")
    drawn_once.forget()


@pytest.mark.parametrize(
    ("path", "none", "one", "every"),
    [
        (
            "/",
            "Its pages have not yet been reviewed by a clinician.",
            "Clinicians have reviewed 1 of its 17 pages.",
            "Clinicians have reviewed its pages.",
        ),
        (
            "/sources/",
            "No clinician has reviewed these pages yet.",
            "Clinicians have reviewed 1 of 17 pages. Each of those says",
            "Clinicians have reviewed every page.",
        ),
        (
            "/glossary/",
            "Not yet reviewed by a clinician.",
            "Reviewed by Dr. A. Name.",
            "Reviewed by Dr. A. Name.",
        ),
    ],
)
def test_what_is_said_of_review_comes_from_the_data(client, monkeypatch, path, none, one, every):
    for pages, words in ((0, none), (1, one), (len(list_pages()), every)):
        reviewed(monkeypatch, pages=pages)
        text = " ".join(Page(client.get(path)).one("body").text.split())
        assert words in text
        assert pages == 0 or none not in text
