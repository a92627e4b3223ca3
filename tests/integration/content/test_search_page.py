"""The search page: what was typed is answered, and leaves no trace."""

import logging
import re

import pytest
from pages import Page, lint

SEARCH = "/search/"


def test_an_empty_page_asks_for_words(client):
    page = lint(client.get(SEARCH))

    assert page.heading == "Search"
    box = page.one("input", name="q")
    assert box.attrs["maxlength"] == "400"
    # A browser would keep what was typed, or send it to a spelling service.
    assert (box.attrs["autocomplete"], box.attrs["spellcheck"]) == ("off", "false")


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


def finds(page: Page) -> list[str]:
    """Return the addresses of what was found."""
    _, _, listed = page.html.partition('<ul class="sections">')
    return re.findall(r'<a href="([^"]+)"', listed.partition("</ul>")[0])


def test_a_find_leads_to_an_id_that_is_there(client):
    found = finds(lint(client.post(SEARCH, {"q": "metformin"})))

    assert "/glossary/#metformin" in found
    for path, _, anchor in (find.partition("#") for find in found):
        html = client.get(path).content.decode()
        assert not anchor or html.count(f'id="{anchor}"') == 1


@pytest.mark.parametrize(
    ("query", "words"),
    [("metformin", "8 finds:"), ("privacy", "finds:"), ("b12", "The best 10 of "), ("zzyzx", None)],
)
def test_it_says_how_many_finds_there_are(client, query, words):
    page = lint(client.post(SEARCH, {"q": query}))

    assert words in page.text if words else "find" not in page.text


def test_a_word_that_nothing_has_does_not_hide_the_others(client):
    page = lint(client.post(SEARCH, {"q": "metformin, Zzyzxs!"}))

    assert page.heading == "What we found"
    assert "Nothing here has these words: Zzyzxs." in page.text


def test_nothing_found_helps_on(client):
    page = lint(client.post(SEARCH, {"q": "zzyzx"}))

    assert page.heading == "Nothing found"
    assert {"/#learn", "/glossary/"} <= {element.attrs["href"] for element in page.all("a")}


@pytest.mark.parametrize("query", ["", "zzyzx", "metformin"])
def test_help_now_stands_above_what_was_found(client, query):
    html = lint(client.post(SEARCH, {"q": query})).html
    main = html[html.index("<main") :]

    assert main.count('<a href="/get-help-now/">') == 1
    line = main.index('<a href="/get-help-now/">')
    for after in ('<ul class="sections">', "Nothing here has these words", "We do not keep"):
        assert line < main.find(after) or after not in main


@pytest.mark.parametrize("query", ["chest pain", "I want to die", "can’t breathe"])
def test_a_call_for_help_is_answered_before_all_else(client, query):
    page = lint(client.post(SEARCH, {"q": query}))
    [box] = [e for e in page.all("section") if e.attrs["class"] == "urgent notice"]
    [button] = [e for e in page.all("a", class_="button") if "section" in e.inside]

    assert "Is this happening now?" in box.text
    assert button.attrs["href"] == "/get-help-now/"
    assert page.html.index("Is this happening now?") < page.html.index('<form class="search"')
    assert finds(page)[0] == "/get-help-now/"


def test_a_search_without_alarm_has_no_alarm(client):
    assert "Is this happening now?" not in lint(client.post(SEARCH, {"q": "metformin"})).text


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("q=" + "x" * 200_001, "application/x-www-form-urlencoded"),
        ("&".join(f"q={number}" for number in range(600)), "application/x-www-form-urlencoded"),
        ("damaged", "multipart/form-data"),
    ],
    ids=["too long", "too many", "damaged"],
)
def test_more_than_can_be_searched_for_is_answered_by_the_search(client, body, kind):
    response = client.post(SEARCH, body, content_type=kind)

    page = lint(response)
    assert response.status_code == 400
    assert page.heading == "Search"
    assert "That was too much to search for" in page.text
    assert "answers" not in page.text


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
