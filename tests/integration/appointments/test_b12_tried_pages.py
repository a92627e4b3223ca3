"""B12 tried so far: what it was, how much, and what came of it."""

from __future__ import annotations

import pytest
from builders import some_answers

from appointments.answer_parts import MAX_ATTEMPTS, Attempt

LIST = "/appointment/b12-tried/"
NEW = "/appointment/b12-product/new/"
ONCE_MORE = "press Continue again to keep it"
NEEDS_UNIT = "Choose micrograms or mg as the pack prints it, or “I don’t know”"


def attempt(visitor) -> Attempt:
    return visitor.answers.attempts.entries[0]


@pytest.mark.parametrize(
    ("route", "dose", "unit"),
    [
        ("tablet", "1,000", "micrograms"),
        ("tablet", "1", "mg"),
        ("injection", "1", "mg"),
        ("injection", "1000", "micrograms"),
        ("tablet", "1000", "unknown"),
        ("mouth_spray", "two sprays", None),
        ("tablet", "500 µg", "micrograms"),
        ("tablet", "500 μg", "micrograms"),
        ("tablet", "500 mcg", "micrograms"),
        ("tablet", "", None),
    ],
)
def test_a_dose_is_kept_as_typed(visitor, route, dose, unit):
    visitor.open(NEW)
    visitor.send(route=route, dose=dose, dose_unit=unit, how_often="once a day")

    assert visitor.url == "/appointment/b12-effect/1/"
    assert (attempt(visitor).dose, attempt(visitor).dose_unit) == (dose, unit)


def test_a_number_needs_its_unit_because_mg_and_micrograms_are_easily_confused(visitor):
    visitor.open(NEW)
    page = visitor.send(route="tablet", dose="1000", product="Plain B12")
    assert page.errors == [NEEDS_UNIT]
    assert visitor.filled()["product"] == "Plain B12"

    visitor.send(dose_unit="micrograms")

    assert attempt(visitor).dose_unit == "micrograms"


def test_a_dose_that_looks_like_the_wrong_unit_is_asked_about_once(visitor):
    visitor.open(NEW)
    page = visitor.send(route="injection", dose="1000", dose_unit="mg")
    assert visitor.status == 422
    assert "Did you mean micrograms?" in page.errors[0]
    assert ONCE_MORE in page.errors[0]
    assert visitor.visit.state == "new"

    visitor.send()

    assert (attempt(visitor).dose, attempt(visitor).dose_unit) == ("1000", "mg")


@pytest.mark.parametrize("other", [{"dose": "2000"}, {"route": "tablet"}])
def test_another_such_dose_is_asked_about_anew(visitor, other):
    visitor.open(NEW)
    visitor.send(route="injection", dose="1000", dose_unit="mg")
    page = visitor.send(**other)

    assert visitor.status == 422
    assert ONCE_MORE in page.errors[0]


def test_a_dose_that_was_corrected_is_not_asked_about(visitor):
    visitor.open(NEW)
    visitor.send(route="injection", dose="1000", dose_unit="mg")
    visitor.send(dose_unit="micrograms")

    assert visitor.url == "/appointment/b12-effect/1/"


def test_a_dose_that_was_kept_is_not_asked_about_again(visitor):
    visitor.open(NEW)
    visitor.send(route="injection", dose="1000", dose_unit="mg")
    visitor.send()
    visitor.follow("Back")
    visitor.send(product="Something")

    assert visitor.url == "/appointment/b12-effect/1/"
    assert attempt(visitor).product == "Something"


def test_each_kind_is_added_in_three_pages_and_printed_in_order(visitor):
    visitor.open(LIST)
    visitor.send(add="some")
    visitor.send(route="tablet", product="First")
    visitor.send(started="May 2025", still_taking="yes", effect="no_change")
    assert visitor.url == LIST
    visitor.send(add="more")
    visitor.send(route="injection", product="Second")
    visitor.send()
    visitor.send(add="enough")

    assert visitor.url == "/appointment/questions/"
    assert [entry.product for entry in visitor.answers.attempts.entries] == ["First", "Second"]
    text = visitor.open("/appointment/summary/").text
    assert text.index("First") < text.index("Second")


def test_a_change_of_the_product_keeps_what_came_of_it(visitor):
    visitor.has(some_answers(attempts=[{"route": "tablet", "reaction": "Rash"}]))
    visitor.open(LIST)
    visitor.follow("Change")
    visitor.send(route="injection", form="hydroxo")
    assert visitor.filled()["reaction"] == "Rash"
    visitor.send(reaction="Rash, gone in a day")

    kept = attempt(visitor)
    assert (kept.route, kept.form) == ("injection", "hydroxo")
    assert kept.reaction == "Rash, gone in a day"


def test_still_taken_and_a_day_when_it_stopped_do_not_go_together(visitor):
    visitor.has(some_answers(attempts=[{"route": "tablet"}]))
    visitor.open("/appointment/b12-effect/1/")
    page = visitor.send(still_taking="yes", stopped="June 2026")
    assert page.errors == [
        "You said it is still being taken, and when it stopped. Take one of them out"
    ]
    visitor.send(still_taking="no")

    assert (attempt(visitor).still_taking, attempt(visitor).stopped) == ("no", "June 2026")


def test_a_reaction_and_wearing_off_are_asked_before_they_are_described(visitor):
    visitor.has(some_answers(attempts=[{"route": "injection"}]))
    visitor.open("/appointment/b12-effect/1/")
    visitor.send(
        wears_off_early="yes", wears_off="week 9", had_reaction="no", reaction="none at all"
    )

    kept = attempt(visitor)
    assert (kept.wears_off_early, kept.wears_off) == ("yes", "week 9")
    assert (kept.had_reaction, kept.reaction) == ("no", "none at all")


def test_an_answer_can_be_taken_back_by_sending_none(visitor):
    visitor.has(some_answers(attempts=[{"route": "tablet", "effect": "better", "form": "cyano"}]))
    visitor.open("/appointment/b12-product/1/")
    visitor.send(form=None)
    visitor.send(effect=None)

    assert attempt(visitor).form is None
    assert attempt(visitor).effect is None


def test_an_entry_is_removed_after_one_question(visitor):
    visitor.has(some_answers(attempts=[{"route": "tablet"}, {"route": "nasal"}]))
    visitor.open("/appointment/b12-product/1/remove/")
    assert visitor.page.heading == "Remove “Tablets”?"
    visitor.send()

    assert [entry.route for entry in visitor.answers.attempts.entries] == ["nasal"]


def test_a_full_list_says_so(visitor):
    visitor.has(some_answers(attempts=[{"route": "tablet"}] * MAX_ATTEMPTS))
    visitor.open(LIST)
    page = visitor.send(add="more")
    assert page.errors == ["The list is full at 10. Remove one to make room for another"]

    page = visitor.post(NEW, route="nasal")

    assert page.errors == ["The list is full at 10. Remove one to make room for another"]
    assert len(visitor.answers.attempts.entries) == MAX_ATTEMPTS


@pytest.mark.parametrize("said", ["none", "unknown", None])
def test_that_none_was_tried_is_an_answer_too(visitor, said):
    visitor.open(LIST)
    visitor.send(add=said)

    assert visitor.url == "/appointment/questions/"
    assert visitor.answers.attempts.has == said
