"""Check page, summary page, PDF and text are views of one Summary: none leaves a fact out."""

import pytest
from django.urls import reverse

from appointments import sealed_cookie
from appointments.addresses import FROM_CHECK, Trip, address
from appointments.catalogue.countries import Country
from appointments.journey import Place
from appointments.pdf.render import Paper, Size
from appointments.phrases import say
from tests.pages import Page
from tests.unit.appointments.summary.cases import (
    NAMES,
    TODAY,
    answers_of,
    facts_on_paper,
    sheet_of,
    summary_of,
    without_blanks,
    words_of,
)


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    """Make every sheet on the same day."""
    monkeypatch.setattr(Country, "today", lambda _country: TODAY)


@pytest.fixture
def visit(client):
    """Return a visit by somebody who has given the answers of a case."""

    def get(name, page, query=""):
        token = sealed_cookie.seal(answers_of(name))
        for position, cookie in enumerate(sealed_cookie.NAMES):
            client.cookies[cookie] = token[position * sealed_cookie.CHUNK :][: sealed_cookie.CHUNK]
        response = client.get(reverse(page) + query, secure=True)
        assert response.status_code == 200
        return response

    return get


def missing(facts, response):
    """Return the facts that a page does not say."""
    said = without_blanks(Page(response).text)
    return [fact for fact in facts if without_blanks(fact) not in said]


@pytest.mark.parametrize("name", NAMES)
def test_the_check_page_shows_every_row_and_where_to_change_it(name, visit):
    page = visit(name, "check-your-answers")
    sections = [part for part in summary_of(name).sections if part.when_checking]
    facts = [fact for part in sections for fact in (say(part.title), *words_of(*part.rows))]
    assert missing(facts, page) == []
    links = {element.attrs["href"] for element in Page(page).all("a")}
    for row in (row for part in sections for row in part.rows):
        assert row.changes
        for change in row.changes:
            place = Place(slug=change.step, item=change.item)
            assert address(place, Trip(change=FROM_CHECK)) in links


@pytest.mark.parametrize("name", NAMES)
def test_the_summary_page_shows_all_that_is_on_paper(name, visit):
    assert missing(facts_on_paper(summary_of(name)), visit(name, "summary")) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_pdf_is_the_sheet_of_the_same_summary(name, visit):
    sheet = visit(name, "summary-pdf", "?paper=letter").content
    assert sheet == sheet_of(name, Paper.LETTER, Size.STANDARD)


def test_what_was_not_answered_is_left_out_on_paper_only(visit):
    page = visit("silent", "check-your-answers")
    assert missing(["Not answered", "Nitrous oxide"], page) == []
    paper = visit("silent", "summary")
    assert missing(["Not answered", "Nitrous oxide"], paper) == ["Not answered", "Nitrous oxide"]
