"""While answering, people see what fits on page 1, and can keep an entry there."""

import pytest
from django.urls import reverse

from appointments import sealed_cookie
from appointments.addresses import Trip, address
from appointments.journey import Place
from tests.builders import full_answers, some_answers
from tests.pages import Page


def many_symptoms(count, **more):
    note = "It stops me from climbing stairs and from working a whole day. " * 2
    return some_answers(
        about={"name": "A. P."},
        symptoms=[{"symptom": "fatigue", "since": "2024", "effect": note} for _ in range(count)],
        **more,
    )


def visit(client, answers):
    token = sealed_cookie.seal(answers)
    for position, cookie in enumerate(sealed_cookie.NAMES):
        client.cookies[cookie] = token[position * sealed_cookie.CHUNK :][: sealed_cookie.CHUNK]


@pytest.mark.parametrize("count", [1, 20])
def test_the_tick_is_offered_only_where_page_one_is_full(client, count):
    answers = many_symptoms(count)
    visit(client, answers)
    here = address(Place(slug="symptom-details", item=answers.symptoms.entries[-1].item), Trip())
    page = Page(client.get(here, secure=True))
    assert ("Keep on page 1" in page.text) == (count == 20)
    assert ("move to page 2 of your sheet" in page.text) == (count == 20)


def test_a_pin_is_kept_and_can_be_taken_out(client):
    answers = many_symptoms(20)
    visit(client, answers)
    item = answers.symptoms.entries[-1].item
    here = address(Place(slug="symptom-details", item=item), Trip())
    client.post(here, {"since": "2024", "pinned": "on"}, secure=True)
    assert "checked" in str(client.get(here, secure=True).content)
    client.post(here, {"since": "2024"}, secure=True)
    assert 'name="pinned" checked' not in client.get(here, secure=True).content.decode()


def test_what_was_tried_can_be_kept_on_page_one_too(client):
    answers = many_symptoms(20, attempts=[{"route": "tablet"}])
    visit(client, answers)
    here = address(Place(slug="b12-effect", item=answers.attempts.entries[0].item), Trip())
    client.post(here, {"started": "2024", "pinned": "on"}, secure=True)
    assert "checked" in str(client.get(here, secure=True).content)


@pytest.mark.parametrize("page", ["check-your-answers", "summary"])
def test_the_last_pages_say_what_fits(client, page):
    visit(client, full_answers())
    response = client.get(reverse(page), secure=True)
    assert "fits on page 1 of your sheet." in Page(response).text


def test_the_reason_is_printed_first(client):
    visit(client, full_answers())
    text = Page(client.get(reverse("summary"), secure=True)).text
    assert text.index("Why I am here: Numb feet") < text.index("Can I drive?")
