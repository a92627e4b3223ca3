"""A gap on the sheet is never read as "no"."""

import pytest

from appointments.phrases import say
from appointments.summary.build import build_summary
from tests.builders import full_answers, some_answers
from tests.unit.appointments.summary.cases import TODAY


def gaps(answers):
    summary = build_summary(answers, today=TODAY)
    [section] = [part for part in summary.sections if part.id == "not-filled-in"]
    return [say(row.cells[1].text) for row in section.rows]


@pytest.mark.parametrize("by", ["self", "other"])
def test_a_form_that_was_filled_in_has_none(by):
    assert gaps(full_answers(by=by)) == []


@pytest.mark.parametrize("answer", ["none", "unknown", "private"])
def test_no_and_not_known_are_answers(answer):
    parts = ("conditions", "operations", "medicines", "diet", "cautions")
    [named] = gaps(some_answers(**{part: {"has": answer} for part in parts}))
    assert named == (
        "Safety check (warning signs); Lab results; Nitrous oxide; Family; Pregnancy; "
        "B12 tried so far; Symptoms"
    )


@pytest.mark.parametrize(
    "safety", [{"none_of_these": True}, {"happening": ["chest_pain"]}, {"past": "fainted in May"}]
)
def test_a_safety_check_that_was_skipped_is_told_from_one_that_was_answered(safety):
    [skipped], [answered] = gaps(some_answers()), gaps(some_answers(safety=safety))
    assert skipped == f"Safety check (warning signs); {answered}"


def test_what_has_entries_is_not_named():
    [named] = gaps(some_answers(symptoms=[{"symptom": "fatigue"}], lab_results={"has": "none"}))
    assert "Symptoms" not in named
    assert "Lab results" not in named
    assert "Medicines" in named
