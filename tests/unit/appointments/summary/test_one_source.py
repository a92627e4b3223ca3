"""Page, PDFs, text and JSON are outputs of one Summary: none leaves a fact out."""

import json
import re
import unicodedata

import pytest
from django.urls import reverse

from appointments import sealed_cookie
from appointments.addresses import FROM_CHECK, Trip, address
from appointments.catalogue.countries import Country
from appointments.journey import Place
from appointments.pdf.glyphs import printable
from appointments.pdf.render import Paper, Size
from appointments.phrases import say
from appointments.summary.build import build_summary
from tests.builders import full_answers, some_answers
from tests.pages import Page
from tests.pdf_checks import page_count, text_of
from tests.unit.appointments.summary.cases import (
    NAMES,
    TODAY,
    answers_of,
    asides_of,
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
    """Return a visit by somebody who has given some answers, or those of a case."""

    def get(case, page, query=""):
        token = sealed_cookie.seal(answers_of(case) if isinstance(case, str) else case)
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
    facts = [
        fact
        for part in sections
        for fact in (say(part.title), *words_of(*part.rows), *asides_of(*part.rows))
    ]
    assert missing(facts, page) == []
    links = {element.attrs["href"] for element in Page(page).all("a")}
    for row in (row for part in sections for row in part.rows):
        assert row.changes
        for change in row.changes:
            place = Place(slug=change.step, item=change.item)
            assert address(place, Trip(change=FROM_CHECK)) in links


def test_what_goes_without_saying_is_shown_when_checking_only(visit):
    answers = full_answers(by="self")
    rows = [row for section in build_summary(answers, today=TODAY).sections for row in section.rows]
    asides = {aside for aside in asides_of(*rows) if " " in aside}  # not the lone “Yes”
    assert {"not new or worse in last 2 weeks", "Ramipril: still taken"} <= asides
    assert missing(asides, visit(answers, "check-your-answers")) == []
    assert {*missing(asides, visit(answers, "summary"))} == asides
    pdf = visit(answers, "summary-pdf").content
    assert [
        aside for aside in asides if without_blanks(aside) in without_blanks(text_of(pdf))
    ] == []


SHORT = {
    "a text": ({"trend": "worse"}, {"check-your-answers", "summary"}),
    "a note alone": ({"recent": "unknown"}, {"check-your-answers", "summary"}),
    "an aside alone": ({"recent": "no"}, {"check-your-answers"}),
    "nothing": ({}, set()),
}


@pytest.mark.parametrize(("said", "where"), SHORT.values(), ids=SHORT)
def test_a_cell_that_says_something_names_its_column_on_a_narrow_screen(said, where, visit):
    answers = some_answers(symptoms=[{"symptom": "fatigue", "since": "May", **said}])
    pages = ("check-your-answers", "summary")
    assert {
        page for page in pages if Page(visit(answers, page)).all("td", data_label="Now")
    } == where


def every_fact(name):
    """Return every text, note and remark of a case's Summary that has to be handed over."""
    summary = summary_of(name)
    remarks = (
        say(remark)
        for section in summary.sections_on_paper
        if not section.rows_elsewhere
        for remark in section.remarks
    )
    return [*facts_on_paper(summary), *remarks]


@pytest.mark.parametrize("name", NAMES)
def test_the_summary_page_says_each_fact(name, visit):
    assert missing(every_fact(name), visit(name, "summary")) == []


# A PDF keeps Hebrew, Arabic, Hindi and Thai as they are drawn: only letters can be looked for.
DRAWN_OTHERWISE = re.compile("[\u0590-\u097f\u0e00-\u0e7f]")


def visible(text):
    """Return the letters and signs that can be seen, in a row."""
    letters = unicodedata.normalize("NFKD", text)
    shown = (char for char in letters if unicodedata.category(char) != "Cf")
    return without_blanks("".join(shown))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("paper", "size"), [(Paper.LETTER, Size.STANDARD), (Paper.A4, Size.LARGE)])
def test_both_pdfs_say_each_fact(name, paper, size):
    pdf, summary = sheet_of(name, paper, size), summary_of(name)
    drawn, page_label = visible(text_of(pdf)), rf"Page\d+of{page_count(pdf)}"
    # What each page repeats may part a row that goes on on the next one.
    margins = (visible(printable(say(text))[0]) for text in (summary.who[0], summary.footer))
    joined = re.sub("|".join([*map(re.escape, margins), page_label]), "", drawn)
    for fact in every_fact(name):
        printed = printable(fact)[0]
        if DRAWN_OTHERWISE.search(printed):
            assert {*visible(printed)} <= {*drawn}
        else:
            assert visible(printed) in drawn + joined, fact


@pytest.mark.parametrize("name", NAMES)
def test_the_text_says_each_fact(name, visit):
    page = visit(name, "message")
    text = without_blanks(Page(page).one("textarea").text).casefold()
    assert [fact for fact in every_fact(name) if without_blanks(fact).casefold() not in text] == []


def strings_in(part):
    """Yield all texts in a piece of JSON."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, list | dict):
        for each in part.values() if isinstance(part, dict) else part:
            yield from strings_in(each)


@pytest.mark.parametrize("name", NAMES)
def test_the_json_says_each_fact_as_a_text_of_its_own(name, visit):
    texts = {*strings_in(json.loads(visit(name, "summary-json").content))}
    assert [fact for fact in every_fact(name) if fact not in texts] == []


@pytest.mark.django_db(transaction=True)  # a clinic's sheets are counted
@pytest.mark.parametrize("name", NAMES)
def test_the_pdf_is_the_sheet_of_the_same_summary(name, visit):
    sheet = visit(name, "summary-pdf", "?paper=letter&data=no").content
    assert sheet == sheet_of(name, Paper.LETTER, Size.STANDARD)


def test_what_was_not_answered_is_named_in_one_line_on_paper(visit):
    page = visit("silent", "check-your-answers")
    assert missing(["Not answered", "Nitrous oxide"], page) == []
    assert missing(["Not filled in"], page) == ["Not filled in"]
    paper = visit("silent", "summary")
    assert missing(["Not filled in", "Nitrous oxide"], paper) == []
    assert missing(["Not answered"], paper) == ["Not answered"]
