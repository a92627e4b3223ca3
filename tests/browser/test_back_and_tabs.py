"""The browser's own Back, and a second tab: ways through the form that nobody planned."""

import pytest
from sample_visits import CAREGIVER, FULL, JUST_STARTED
from visitor import Visitor
from whole_site import question_page

from appointments.steps import STEPS_BY_SLUG
from appointments.steps.adding import AddForm

pytestmark = pytest.mark.browser


@pytest.fixture
def other_tab(visitor) -> Visitor:
    """A second tab of the same browser."""
    return Visitor(visitor.page.context.new_page(), visitor.site)


# The page that takes a pasted report keeps nothing to show again, and is not sent empty.
WITH_ANSWERS = [slug for slug in STEPS_BY_SLUG if slug != "lab-paste"]


@pytest.mark.parametrize("slug", WITH_ANSWERS)
def test_back_after_continue_and_continue_again_lose_nothing(visitor: Visitor, slug):
    question_page("answered", STEPS_BY_SLUG[slug], CAREGIVER).open(visitor)
    here, shown = visitor.path, visitor.fields
    button = visitor.page.locator(".button").inner_text()
    visitor.press(button)
    there = visitor.path
    assert there != here
    visitor.go_back()
    assert visitor.path == here
    if not issubclass(STEPS_BY_SLUG[slug].form, AddForm):
        assert visitor.fields == shown
    visitor.press(button)
    assert visitor.path == there
    assert visitor.answers == CAREGIVER


def test_back_shows_what_was_just_typed(visitor: Visitor):
    visitor.go_to("/appointment/diet/")
    visitor.choose("Vegetarian")
    visitor.fill("Anything to add?", "No meat since 2016")
    typed = visitor.fields
    visitor.go_on()
    visitor.go_back()
    assert visitor.fields == typed


def test_back_to_the_page_that_made_an_entry_makes_no_second_one(visitor: Visitor):
    visitor.brings(JUST_STARTED)
    visitor.go_to("/appointment/lab-test/new/")
    visitor.choose("Hemoglobin")
    visitor.go_on()
    visitor.fill("Result", "13.1")
    visitor.select("Unit", "g/dL")
    visitor.go_on()
    visitor.go_back()
    visitor.go_on()
    assert [entry.value for entry in visitor.answers.lab_results.entries] == ["13.1"]


def test_two_tabs_with_different_pages_both_keep_their_answers(visitor: Visitor, other_tab):
    visitor.brings(FULL)
    visitor.go_to("/appointment/diet/")
    other_tab.go_to("/appointment/family/")
    visitor.fill("Anything to add?", "From the first tab")
    other_tab.fill("Who, and what?", "From the second tab")
    visitor.go_on()
    other_tab.go_on()
    visitor.fill("How often?", "From the first tab again")
    visitor.go_on()
    assert visitor.answers == FULL.replace(
        diet=FULL.diet.model_copy(update={"detail": "From the first tab"}),
        family=FULL.family.model_copy(update={"detail": "From the second tab"}),
        nitrous_oxide=FULL.nitrous_oxide.model_copy(
            update={"how_often": "From the first tab again"}
        ),
    )


def test_two_tabs_that_each_add_a_result_keep_both(visitor: Visitor, other_tab):
    visitor.brings(JUST_STARTED)
    for tab, test in [(visitor, "Hemoglobin"), (other_tab, "Ferritin")]:
        tab.go_to("/appointment/lab-test/new/")
        tab.choose(test)
    visitor.go_on()
    other_tab.go_on()
    for tab, value in [(visitor, "13.1"), (other_tab, "40")]:
        tab.fill("Result", value)
        tab.select("Unit", "No unit printed")
        tab.go_on()
    results = visitor.answers.lab_results.entries
    assert [(entry.test, entry.value) for entry in results] == [("hb", "13.1"), ("ferritin", "40")]
