"""The search page: what was typed is answered, and leaves no trace."""

import logging

import pytest
from pages import lint

SEARCH = "/search/"


def test_an_empty_page_asks_for_words(client):
    page = lint(client.get(SEARCH))

    assert page.heading == "Search"
    assert page.one("input", name="q").attrs["maxlength"] == "400"


@pytest.mark.parametrize("query", ["", "   "])
def test_nothing_typed_is_no_mistake(client, query):
    assert lint(client.post(SEARCH, {"q": query})).heading == "Search"


def test_finds_lead_to_the_part_that_answers(client):
    page = lint(client.post(SEARCH, {"q": "pernicous anaemia"}))
    links = [element for element in page.all("a") if "Pernicious anemia" in element.text]

    assert page.heading == "What we found"
    assert links[0].attrs["href"] == "/glossary/#pernicious-anemia"
    assert page.all("mark")
    assert "We looked for: pernicious." in page.text
    assert page.one("input", name="q").attrs["value"] == "pernicous anaemia"


def test_a_find_leads_to_an_id_that_is_there(client):
    page = lint(client.post(SEARCH, {"q": "metformin"}))
    finds = [e.attrs["href"] for e in page.all("a") if "#" in e.attrs["href"][1:]]

    for path, _, anchor in (find.partition("#") for find in finds if find != "#main"):
        assert f'id="{anchor}"' in client.get(path).content.decode()


def test_a_word_that_nothing_has_does_not_hide_the_others(client):
    page = lint(client.post(SEARCH, {"q": "metformin zzyzx"}))

    assert page.heading == "What we found"
    assert "Nothing here has these words: zzyzx." in page.text


def test_nothing_found_helps_on(client):
    page = lint(client.post(SEARCH, {"q": "zzyzx"}))

    assert page.heading == "Nothing found"
    assert {"/#learn", "/glossary/"} <= {element.attrs["href"] for element in page.all("a")}


@pytest.mark.parametrize("query", ["", "zzyzx", "metformin", "chest pain"])
def test_help_now_is_always_one_step_away(client, query):
    page = lint(client.post(SEARCH, {"q": query}))

    assert "Some signs cannot wait" in page.text


def test_what_was_typed_is_in_no_address_log_line_or_cookie(client, caplog):
    with caplog.at_level(logging.DEBUG):
        response = client.post(SEARCH, {"q": "secret worry"})

    assert response.request["QUERY_STRING"] == ""
    assert "secret" not in caplog.text
    assert not response.cookies
    html = response.content.decode()
    assert html.count("secret worry") == 1  # in the box, to be mended
    assert 'content="noindex"' in html


def test_a_search_in_an_address_is_not_read(client):
    page = lint(client.get(SEARCH, {"q": "metformin"}))

    assert page.heading == "Search"
    assert "metformin" not in page.html


def test_the_answer_is_kept_by_no_other_machine_and_back_still_works(client):
    """With no-store, browsers refuse to go back to an answer that was asked for by post."""
    control = client.post(SEARCH, {"q": "b12"}).headers["Cache-Control"]

    assert "private" in control
    assert "no-store" not in control


def test_no_token_is_needed_for_nothing_is_changed(client):
    client.handler.enforce_csrf_checks = True

    assert client.post(SEARCH, {"q": "b12"}).status_code == 200


@pytest.mark.parametrize(
    "query", ["<script>alert(1)</script>", "a" * 100_000, "\x00", "%s {{ x }}", "🤷", "'\"><b>"]
)
def test_anything_can_be_typed(client, query):
    page = lint(client.post(SEARCH, {"q": query.replace("{{", "{")}))

    assert len(page.one("input", name="q").attrs["value"]) <= 400
    assert not page.all("b")
