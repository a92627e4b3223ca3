"""The glossary, and the page that says where our facts come from."""

import pytest
from pages import lint

from content.library import get_glossary, library


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


@pytest.mark.parametrize("path", ["/glossary/", "/sources/"])
def test_it_says_honestly_that_no_clinician_has_looked(client, path):
    text = lint(client.get(path)).text

    assert "reviewed" in text
    assert "Not yet reviewed by a clinician" in text or "No clinician has reviewed" in text
