"""The blank form asks what the online form asks, in its words and order, with its numbers."""

from collections.abc import Iterator

import pytest
from django import forms

from appointments.answers import Answers
from appointments.blank_form.build import blank_form
from appointments.blank_form.differences import (
    CHOICES_LEFT_OUT,
    ENTRY_LISTS,
    FIELDS_LEFT_OUT,
    HELP_ON_PAPER,
    LABELS_LEFT_OUT,
    LINES,
    PAGES_LEFT_OUT,
)
from appointments.blank_form.model import Field, Kind
from appointments.choices import PreparingFor
from appointments.journey import Place, progress
from appointments.steps import STEPS, STEPS_BY_SLUG
from appointments.steps.fields import flat
from appointments.steps.step import ItemStep

OWN = Answers(preparing_for=PreparingFor.SELF)
CARING = Answers(preparing_for=PreparingFor.OTHER)

QUESTIONS = [question for part in blank_form() for question in part.questions]


def printed() -> Iterator[tuple[str, Field]]:
    """Yield every field on paper, with the list or page it stands on, in order."""
    for question in QUESTIONS:
        yield from ((question.slug, field) for field in question.fields)
        for entries in question.entries:
            yield from ((entries.slugs[0], field) for field in (*entries.fields, *entries.after))


def asked(step) -> dict[str, forms.Field]:
    """Return the fields that a page may show, those that only a caregiver sees too."""
    shown = step.form(answers=CARING).fields | step.form(answers=OWN).fields
    declared = {name: field for name, field in step.form.base_fields.items() if name not in shown}
    return {
        name: field
        for name, field in {**declared, **shown}.items()
        if not isinstance(field.widget, forms.HiddenInput)
    }


def place_of(slug: str) -> str:
    """Return the first page of the list that a page belongs to, or the page itself."""
    return next((row.slugs[0] for row in ENTRY_LISTS if slug in row.slugs), slug)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.slug)
def test_every_field_of_a_page_is_on_paper_or_left_out_for_a_reason(step):
    here = {field.name: field for place, field in printed() if place == place_of(step.slug)}
    for name, field in asked(step).items():
        if step.slug in PAGES_LEFT_OUT or (step.slug, name) in FIELDS_LEFT_OUT:
            assert name not in here
            continue
        left_out = (step.slug, name) in LABELS_LEFT_OUT
        assert here[name].label == ("" if left_out else field.label)
        if field.help_text and here[name].kind not in (Kind.DATE, Kind.NOTE):
            assert here[name].help


def test_what_is_left_out_exists_and_has_a_reason():
    for slug, name in FIELDS_LEFT_OUT:
        assert name in asked(STEPS_BY_SLUG[slug])
    assert set(PAGES_LEFT_OUT) <= set(STEPS_BY_SLUG)
    assert all([*PAGES_LEFT_OUT.values(), *FIELDS_LEFT_OUT.values()])


def test_a_question_without_a_label_is_the_first_below_its_title():
    for slug, name in LABELS_LEFT_OUT:
        question = next(question for question in QUESTIONS if question.slug == slug)
        assert question.fields[0].name == name
        assert question.title


def test_what_is_said_or_drawn_otherwise_on_paper_exists():
    for slug, name in {*HELP_ON_PAPER, *LINES}:
        assert name in asked(STEPS_BY_SLUG[slug])


def test_parts_and_pages_have_the_numbers_titles_and_order_of_the_screen():
    on_screen = [
        (progress(OWN, Place(slug=step.slug)).number, str(step.section), str(step.title(OWN)))
        for step in STEPS
        if not isinstance(step, ItemStep)
    ]
    on_paper = [
        (part.number, part.title, question.title)
        for part in blank_form()
        for question in part.questions
    ]
    assert on_paper == on_screen


def test_every_page_about_an_entry_has_its_rows():
    rows = [slug for question in QUESTIONS for row in question.entries for slug in row.slugs]
    pages = [step.slug for step in STEPS if isinstance(step, ItemStep)]
    assert rows == [slug for slug in pages if slug not in PAGES_LEFT_OUT]


@pytest.mark.parametrize(
    ("place", "field"), [*printed()], ids=lambda part: getattr(part, "name", part)
)
def test_every_answer_to_choose_from_is_on_paper_in_the_same_order(place, field):
    if field.kind is not Kind.TICKS:
        return
    slugs = next((row.slugs for row in ENTRY_LISTS if row.slugs[0] == place), (place,))
    step = next(
        STEPS_BY_SLUG[slug] for slug in slugs if field.name in STEPS_BY_SLUG[slug].form.base_fields
    )
    choices = getattr(step.form(answers=OWN).fields.get(field.name), "choices", None)
    if choices is None:  # one box to tick
        return
    left_out = CHOICES_LEFT_OUT.get((step.slug, field.name), frozenset())
    on_screen = [
        str(words).partition("<small>")[0].replace("&#x27;", "'")
        for value, words in flat(choices)
        if value and value not in left_out
    ]
    assert [option.words for group in field.groups for option in group.options] == on_screen


def test_each_sign_that_cannot_wait_says_what_to_do():
    field = next(field for place, field in printed() if field.name == "happening")
    options = [option for group in field.groups for option in group.options]
    assert [option.words for option in options if not option.more] == ["None of these"]


def test_where_dates_are_written_month_first_the_boxes_are_too():
    boxes = {
        country: next(
            field.boxes
            for part in blank_form(country=country)
            for question in part.questions
            for field in question.fields
            if field.kind is Kind.DATE
        )
        for country in ("us", None)
    }
    assert boxes == {"us": ("Month", "Day", "Year"), None: ("Day", "Month", "Year")}
