"""Answers out of a file: what the form would refuse or ask about is named, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import full_answers, some_answers

from appointments.answers import Answers
from appointments.choices import Has
from appointments.doubts import NOT_KNOWN, NOT_OFFERED, Doubt, doubts
from appointments.steps import pinning
from appointments.summary.build import summary_today

CASES = Path(__file__).parents[2] / "cases"
ASKED = {"unit_flip", "mg_trap", "timeline", "nasty", "largest"}
"""Cases with something that looks like a slip; the form asks about it."""
NOT_SHOWN = {"caregiver"}
"""A case that holds an answer whose row nobody has checked yet; the form does not show it."""


def the_doubt(answers: Answers) -> Doubt:
    [doubt] = doubts(answers)
    return doubt


@pytest.mark.parametrize(
    "case", sorted({path.stem for path in CASES.glob("*.json")} - ASKED - NOT_SHOWN)
)
def test_what_the_form_takes_is_not_doubted(case):
    assert list(doubts(Answers.from_json((CASES / f"{case}.json").read_bytes()))) == []


@pytest.mark.parametrize("answers", [Answers(), full_answers(), full_answers(by="other")])
def test_neither_is_what_is_not_answered_yet(answers):
    assert list(doubts(answers)) == []


def test_nor_entries_that_were_only_picked():
    picked = some_answers(
        symptoms=[{"symptom": "fatigue"}],
        lab_results=[{"test": "b12_total"}, {"test": "other", "own_words": "MMA"}],
        operations=[{"surgery": "rygb"}],
        medicines=[{"medicine": "metformin"}],
        attempts=[{"route": "tablet"}],
    )
    assert list(doubts(picked)) == []


NONE_AND_SOME = {"has": "none", "chosen": ["thyroid"], "other": "x"}
ENTRY = {"item": 1, "symptom": "fatigue", "since": "2 years"}


@pytest.mark.parametrize(
    ("parts", "page", "says", "given"),
    [
        (
            {"safety": {"happening": ["chest_pain"], "none_of_these": True}},
            "First, a safety check",
            "Both cannot be right",
            "None of these",
        ),
        (
            {"about": {"name": "A", "appointment_on": "2001-02-03"}},
            "About you and your appointment",
            "Check the year of the appointment",
            "2001",
        ),
        (
            {"symptoms": {"has": "none", "entries": [ENTRY]}},
            "What have you noticed?",
            "Choose “No symptoms”, or the symptoms there are",
            "Extreme tiredness",
        ),
        ({"conditions": NONE_AND_SOME}, "Do you have", "Not both", "x"),
        (
            {"diet": {"has": "private", "detail": "Vegan since 2018"}},
            "How do you eat?",
            "You chose “I prefer not to say” and typed details too",
            "Vegan since 2018",
        ),
        (
            {"nitrous_oxide": {"how_often": "weekly"}},
            "Have you used nitrous oxide",
            "You typed details. Choose one of these answers too",
            "weekly",
        ),
        (
            {"family": {"has": "no", "detail": "my sister"}},
            "Family history",
            "typed details too",
            "my sister",
        ),
        (
            {"pregnancy": {"status": "no", "detail": "24 weeks"}},
            "Are you pregnant",
            "typed details too",
            "24 weeks",
        ),
        ({"diet": {"has": "some", "chosen": ["restricted"]}}, "How do you eat?", NOT_OFFERED, ""),
        (
            {"questions": {"chosen": ["q_cause", "q_none_such", "own-7"]}},
            "Which questions do you want to ask?",
            NOT_KNOWN,
            "q_none_such",
        ),
        (
            {"questions": {"added": ["q_none_such"]}},
            "Which questions do you want to ask?",
            NOT_KNOWN,
            "q_none_such",
        ),
    ],
)
def test_a_page_that_contradicts_itself_is_named(parts, page, says, given):
    answers = Answers.model_validate({"preparing_for": "self", "country": "england", **parts})
    doubt = the_doubt(answers)

    assert doubt.page.startswith(page)
    assert str(says) in " ".join(str(sentence) for sentence in doubt.says)
    assert any(given in value for _label, value in doubt.given)


RESULT = {"test": "b12_total", "value": "231", "unit": "pg_per_ml", "lab_range": "200-900"}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"value": "231000"}, "This number does not fit this unit"),
        ({"waiting": True}, "You gave a result"),
        ({"unit": ""}, "Choose the unit printed beside your result"),
        ({"unit": "g_per_l"}, "Labs do not usually print"),
        ({"unit_as_printed": "mg"}, "and typed another unit"),
        ({"own_words": "Ferritin"}, "and typed another name"),
        ({"taken_on": "yesterday 99"}, "We could not read this date"),
        ({"taken_on": "03/04/2026"}, "Write the month as a word"),
        ({"b12_before": "none", "b12_how_long": "5 days"}, "typed details too"),
        ({"value": "", "taken_on": "May 2026"}, "Type the result as your report prints it"),
    ],
)
def test_a_result_is_asked_about_as_if_it_were_new(change, says):
    doubt = the_doubt(some_answers(lab_results=[RESULT | change]))

    assert any(str(sentence).startswith(says) or says in str(sentence) for sentence in doubt.says)
    assert not any("press Continue again" in str(sentence) for sentence in doubt.says)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"dose": "1000", "dose_unit": "mg"}, "Did you mean micrograms?"),
        ({"dose": "1000"}, "Choose micrograms or mg"),
        ({"still_taking": "yes", "stopped": "May"}, "You said it is still being taken"),
    ],
)
def test_so_is_b12_that_was_taken(change, says):
    doubt = the_doubt(some_answers(attempts=[{"route": "tablet", **change}]))
    assert says in doubt.says[0]


def test_it_is_the_entry_that_is_named():
    answers = some_answers(
        lab_results=[RESULT, {"test": "hb", "value": "1210", "unit": "g_per_l"}, RESULT]
    )
    doubt = the_doubt(answers)
    assert doubt.page == "Hemoglobin: what does the report say?"
    assert ("Result", "1210") in doubt.given


def test_a_mark_of_a_question_that_no_longer_fits_is_no_fault():
    answers = full_answers()
    left = answers.questions.model_copy(update={"important": ("q_neuro", "q_vegan")})
    neutral = answers.diet.model_copy(update={"has": Has.NONE, "chosen": (), "detail": ""})
    assert list(doubts(answers.replace(questions=left, diet=neutral))) == []


def test_many_entries_are_looked_at_quickly(monkeypatch):
    """Each page is made without the other entries: else this takes ten times as long."""
    answers = Answers.from_json((CASES / "fullest.json").read_bytes())
    built = []
    monkeypatch.setattr(
        pinning, "summary_today", lambda given: built.append(given) or summary_today(given)
    )
    list(doubts(answers))
    assert built
    assert not any(given.items for given in built)
