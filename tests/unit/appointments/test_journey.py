"""The journey ends, Back undoes Next, and no address carries an answer, whatever was answered."""

from __future__ import annotations

import re

import pytest
from builders import any_answers, full_answers, some_answers
from hypothesis import given, settings
from hypothesis import strategies as st

from appointments import journey
from appointments.addresses import (
    Trip,
    address,
    backward,
    new_entry_address,
    onward,
    remove_address,
)
from appointments.answers import Answers
from appointments.journey import Place
from appointments.steps import STEPS, STEPS_BY_SLUG
from appointments.steps.step import ItemStep

CHECK = "/appointment/check-your-answers/"
ADDRESS = re.compile(
    rf"/appointment/((?P<slug>{'|'.join(STEPS_BY_SLUG)})/((\d+|new)/(remove/)?)?)?"
    r"(\?change=(1|list|new))?"
    rf"|{CHECK}"
)
trips = st.sampled_from([Trip(), Trip(change="1"), Trip(change="list"), Trip(change="new")])


def all_places(answers: Answers) -> list[Place]:
    """Return every page that exists for the answers, side trips included."""
    side = [
        Place(slug=step.slug, item=entry.item)
        for step in STEPS
        if isinstance(step, ItemStep) and step.side_trip
        for entry in step.entries(answers)
    ]
    return [*journey.places(answers), *side]


@given(any_answers())
def test_following_next_from_the_start_reaches_the_end_through_every_page(answers):
    here: journey.Place | None = Place(slug="start")
    seen = []
    while here is not None:
        seen.append(here)
        assert len(seen) <= len(journey.places(answers))
        here = journey.next_place(answers, here)

    assert tuple(seen) == journey.places(answers)
    assert seen[-1] == journey.back_of_check(answers)


@given(any_answers())
def test_back_undoes_next(answers):
    for here in journey.places(answers):
        after = journey.next_place(answers, here)
        if after is not None:
            assert journey.back_place(answers, after) == here
        before = journey.back_place(answers, here)
        if before is not None:
            assert journey.next_place(answers, before) == here


@given(any_answers(), trips)
@settings(max_examples=50)
def test_no_address_holds_more_than_the_page_the_number_and_the_trip(answers, trip):
    for place in all_places(answers):
        found = [address(place, trip), onward(answers, place, trip, before=answers)]
        found += [link for link in [backward(answers, place, trip)] if link]
        found += [new_entry_address(place.slug, trip), remove_address(place.slug, 1, trip)]
        for link in found:
            assert ADDRESS.fullmatch(link), link


@given(any_answers(), trips)
@settings(max_examples=50)
def test_continue_ends_at_the_check_page_from_wherever_one_is(answers, trip):
    for place in all_places(answers):
        link, steps = onward(answers, place, trip, before=Answers()), 0
        while link != CHECK:
            path, _, query = link.partition("?change=")
            parts = path.removeprefix("/appointment/").strip("/").split("/")
            here = Place(slug=parts[0], item=int(parts[1]) if parts[1:] else None)
            assert here in all_places(answers)
            if query and not isinstance(here.step, ItemStep):
                break  # back on the list that was opened from the check page
            link = onward(answers, here, Trip(change=query), before=answers)
            steps += 1
            assert steps <= len(all_places(answers)) + 2


@given(any_answers())
def test_the_start_comes_first_and_safety_comes_second(answers):
    slugs = [place.slug for place in journey.places(answers)]

    assert slugs[:2] == ["start", "safety"]
    assert "questions" in slugs[-2:]


@given(any_answers())
@settings(max_examples=50)
def test_progress_never_goes_backward(answers):
    numbers = [journey.progress(answers, place).number for place in journey.places(answers)]

    assert numbers == sorted(numbers)
    assert {journey.progress(answers, place).total for place in journey.places(answers)} == {8}


@given(any_answers())
@settings(max_examples=30)
def test_an_entry_that_is_gone_does_not_end_the_way(answers):
    for slug in STEPS_BY_SLUG:
        gone = Place(slug=slug, item=999_999)
        assert journey.next_place(answers, gone) in (*journey.places(answers), None)
        assert journey.back_place(answers, gone) in (*journey.places(answers), None)


@given(any_answers())
@settings(max_examples=20)
def test_every_field_of_a_page_is_filled_with_its_answer(answers):
    for place in all_places(answers):
        step = place.step
        entry = step.find(answers, place.item) if isinstance(step, ItemStep) else None
        initial = step.read(answers, entry) if entry else step.read(answers)
        form = step.form(answers=answers, item=entry, initial=initial)

        assert set(initial) >= set(form.fields) - {"asked", "up", "down", "add"}


@pytest.mark.parametrize(
    ("slug", "entries"), [("symptom-details", 2), ("operation-details", 2), ("lab-result", 0)]
)
def test_each_entry_of_a_pick_list_has_its_page_and_a_growing_list_has_one_page(slug, entries):
    places = [place for place in journey.places(full_answers()) if place.slug == slug]

    assert len(places) == entries


@pytest.mark.parametrize(
    ("parts", "slug", "item"),
    [
        ({}, "safety", None),
        ({"safety": {"none_of_these": True}}, "about", None),
        ({"diet": {"has": "none"}}, "nitrous-oxide", None),
        ({"symptoms": [{"symptom": "fatigue"}, {"symptom": "unsteady"}]}, "symptom-details", 1),
        (
            {"symptoms": [{"symptom": "fatigue", "since": "2020"}, {"symptom": "unsteady"}]},
            "symptom-details",
            2,
        ),
        ({"symptoms": [{"symptom": "other", "own_words": "Odd"}]}, "symptom-details", 1),
        ({"lab_results": [{"test": "b12_total"}]}, "conditions", None),
        ({"attempts": {"has": "none"}}, "questions", None),
        # A question that was picked while reading is no answer to the page about questions.
        ({"questions": {"added": ["q_cause"]}}, "safety", None),
    ],
)
def test_the_way_goes_on_after_the_last_answer(parts, slug, item):
    assert journey.place_to_go_on(some_answers(**parts)) == Place(slug=slug, item=item)


@pytest.mark.parametrize("chosen", [[], ["q_cause"], ["q_cause", "q_safety"]])
def test_nothing_is_left_for_somebody_who_has_been_to_the_last_page(chosen):
    answers = some_answers(questions={"chosen": chosen})
    assert journey.place_to_go_on(answers) is None
    assert journey.place_to_go_on(full_answers()) is None


def test_the_first_page_cannot_be_passed_over():
    answers = some_answers(by=None, diet={"has": "none"})
    assert journey.place_to_go_on(answers) == Place(slug="start")
    brought = Answers(country="us")  # by a clinic's link
    assert journey.place_to_go_on(brought) == Place(slug="start")


@given(any_answers())
def test_no_answer_comes_after_the_place_to_go_on(answers):
    place = journey.place_to_go_on(answers)
    way = journey.places(answers)
    if place is not None and place != way[0]:
        before = way[way.index(place) - 1]
        step = before.step
        assert (
            step.is_answered(answers, before.item)
            if isinstance(step, ItemStep)
            else step.is_answered(answers)
        )


def test_the_order_of_questions_is_asked_only_where_there_is_one():
    one = some_answers(questions={"chosen": ["q_cause"]})
    two = some_answers(questions={"chosen": ["q_cause", "q_safety"]})

    assert Place(slug="question-order") not in journey.places(one)
    assert Place(slug="question-order") in journey.places(two)


def test_slugs_are_unique():
    assert len(STEPS_BY_SLUG) == len(STEPS)
