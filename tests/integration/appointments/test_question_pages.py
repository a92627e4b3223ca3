"""What every question page of the form does alike."""

from __future__ import annotations

import re
from typing import Any

import pytest
from builders import FORM_DATA, full_answers
from form_visitor import Visitor
from pages import CONTROLS

from appointments.steps import STEPS, STEPS_BY_SLUG
from appointments.steps.step import NOT_OFFERED, ItemStep

CHECK = "/appointment/check-your-answers/"

# Pages that make no sense without an answer, and what they ask for.
NEEDED = {
    "start": ["Choose who the appointment is for", "Choose where you are, or “Somewhere else”"],
    "lab-test": ["Type the name of the test, or choose it from the list"],
    "lab-paste": ["Paste the text of your report"],
    "lab-result": ["Type the result as your report prints it, or tick “still waiting” below"],
    "b12-product": ["Choose how it was taken"],
}

# Buttons of the order page, drawn by its own template.
DRAWN_BY_TEMPLATE = {"question-order": {"up", "down"}}

# What Django says by itself: true, and of no help.
DJANGO_SAYS = re.compile(
    r"Select a valid choice|not one of the available|Ensure this value|Null characters"
    r"|Enter a list|Enter a complete|This field is required"
)


def entry_of(step: ItemStep, visitor: Visitor) -> Any:
    """Return the first entry that a page can be about; None for one that only makes new ones."""
    return next(iter(step.entries(visitor.answers)), None)


def address_of(slug: str, visitor: Visitor) -> str:
    """Return the address of a question page for the visitor's answers."""
    step = STEPS_BY_SLUG[slug]
    if slug == "start":
        return "/appointment/"
    if isinstance(step, ItemStep):
        entry = entry_of(step, visitor)
        return f"/appointment/{slug}/{entry.item if entry else 'new'}/"
    return f"/appointment/{slug}/"


def form_of(slug: str, visitor: Visitor):
    """Return a fresh form of a question page."""
    step = STEPS_BY_SLUG[slug]
    if isinstance(step, ItemStep):
        return step.form(answers=visitor.answers, item=entry_of(step, visitor))
    return step.form(answers=visitor.answers)


@pytest.fixture(params=[step.slug for step in STEPS])
def slug(request) -> str:
    return request.param


@pytest.fixture(params=["self", "other"])
def either(request, visitor) -> Visitor:
    """Return somebody who has answered every question, for themself or for another."""
    visitor.has(full_answers(by=request.param))
    return visitor


@pytest.fixture
def told(visitor) -> Visitor:
    """Return a caregiver who has answered every question: the pages with the most fields."""
    visitor.has(full_answers(by="other"))
    return visitor


def test_a_page_opens_with_a_question_and_a_way_on_and_back(either, slug):
    page = either.open(address_of(slug, either))

    assert either.status == 200
    assert page.title == f"{page.heading} – B12 Guide"
    assert page.all("button", type="submit")
    assert bool(page.all("a", class_="back")) is (slug != "start")
    assert "Delete my answers" in page.text


def test_a_new_visitor_can_open_every_page_that_is_about_no_entry(visitor, slug):
    if not isinstance(STEPS_BY_SLUG[slug], ItemStep):
        visitor.open("/appointment/" if slug == "start" else f"/appointment/{slug}/")

        assert visitor.status == 200


def test_what_was_said_is_in_the_page_again(either, slug):
    either.open(address_of(slug, either))
    before = either.answers
    either.send()

    assert either.answers == before


def test_nothing_but_what_makes_no_sense_otherwise_must_be_answered(told, slug):
    url = address_of(slug, told)
    told.open(url)
    # As a browser sends it when nobody has touched it: empty boxes, and nothing for what is ticked.
    boxes = told.page.all("input", type="text") + told.page.all("textarea")
    page = told.post(url, **{box.attrs["name"]: "" for box in boxes} or {"country": ""})
    if "press Continue again" in page.text:
        page = told.send()

    if slug in NEEDED:
        assert told.status == 422
        assert page.errors == NEEDED[slug]
    else:
        assert told.status == 200
        assert told.url != url


def test_answering_leads_on_and_is_kept(told, slug):
    url = address_of(slug, told)
    told.open(url)
    page = told.post(url, **FORM_DATA[slug])
    if "press Continue again" in page.text:
        told.send()
    if slug == "lab-paste":
        told.send(keep="0")

    assert told.status == 200
    assert told.url != url


def test_every_field_is_in_the_layout_of_its_page(either, slug):
    form = form_of(slug, either)
    drawn = {pointer.name for pointer in form.helper.layout.get_field_names()}

    assert drawn | DRAWN_BY_TEMPLATE.get(slug, set()) == set(form.fields)


def test_every_control_of_the_form_is_on_the_page(told, slug):
    form = form_of(slug, told)
    page = told.open(address_of(slug, told))
    names = {e.attrs.get("name") for e in page.elements if e.tag in {*CONTROLS, "button"}}

    for name in form.fields:
        assert any(shown and re.fullmatch(rf"{name}(_day)?", shown) for shown in names), name


def test_a_choice_that_does_not_exist_is_refused_in_plain_words(told, slug):
    url = address_of(slug, told)
    form = form_of(slug, told)
    picked = [name for name, field in form.fields.items() if hasattr(field, "choices")]
    typed = {name: "kept" for name in form.fields if hasattr(form.fields[name], "longest")}
    for name in picked:
        page = told.post(url, **FORM_DATA[slug] | typed | {name: "nonsense"})

        assert told.status == 422
        assert page.title.startswith("Error: ")
        assert str(NOT_OFFERED) in page.errors
        assert not DJANGO_SAYS.search(page.text)
        assert {row: told.filled()[row] for row in typed} == typed


@pytest.mark.parametrize("bad", ["nonsense", "a\x00b", "x" * 1001, "9" * 30, "\u202e"])
def test_whatever_is_sent_each_error_is_a_sentence_that_leads_to_a_control(told, slug, bad):
    url = address_of(slug, told)
    page = told.open(url)
    before = told.answers
    names = [name for name in told.filled() if name != "csrfmiddlewaretoken"]
    page = told.post(url, **dict.fromkeys([*form_of(slug, told).fields, *names], bad))

    assert told.status in {200, 422}
    assert not DJANGO_SAYS.search(page.text)
    assert told.visit.state == "open"
    if told.status == 422:
        summary = page.one("div", class_="error-summary")
        links = [
            e
            for e in page.all("a")
            if "li" in e.inside and e.text in summary.text and e.attrs["href"].startswith("#")
        ]
        controls = {e.attrs.get("id") for e in page.elements if e.tag in {*CONTROLS, "main"}}
        assert links
        assert {e.attrs["href"][1:] for e in links} <= controls
        assert told.answers == before
