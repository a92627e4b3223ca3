"""Answers: typed, immutable, and the same after a trip through JSON."""

from __future__ import annotations

import json

import pytest
from builders import any_answers, full_answers, some_answers
from hypothesis import given
from pydantic import ValidationError

from appointments.answer_parts import MAX_LAB_RESULTS, About, SymptomEntry, Symptoms
from appointments.answer_types import MAX_LINE, MAX_NOTE
from appointments.answers import Answers
from appointments.choices import Has


def refused(**parts) -> list[tuple]:
    """Return the places of what is wrong with these answers."""
    with pytest.raises(ValidationError) as caught:
        Answers.model_validate(parts)
    return [error["loc"] for error in caught.value.errors()]


@given(any_answers())
def test_answers_come_back_from_json_as_they_were(answers):
    assert Answers.from_json(answers.to_json()) == answers


@pytest.mark.parametrize("by", ["self", "other"])
def test_full_answers_do_too(by):
    answers = full_answers(by=by)

    assert Answers.from_json(answers.to_json().encode()) == answers


def test_json_holds_the_version_and_nothing_that_was_not_answered():
    assert json.loads(Answers().to_json()) == {"version": 1}


def test_zero_and_no_are_answers():
    answers = some_answers(
        country=None,
        lab_results=[{"test": "hb", "value": "0", "waiting": False}],
        symptoms=[{"symptom": "fatigue", "recent": "no"}],
    )
    text = answers.to_json()

    assert '"value":"0"' in text
    assert '"recent":"no"' in text


def test_text_is_kept_as_typed_except_for_blanks_around_it():
    assert About(name="  A.  <Patient> µ ").name == "A.  <Patient> µ"


@pytest.mark.parametrize(
    ("parts", "place"),
    [
        ({"version": 2}, ("version",)),
        ({"surprise": 1}, ("surprise",)),
        ({"country": "atlantis"}, ("country",)),
        ({"next_item": 0}, ("next_item",)),
        ({"about": {"name": "x" * (MAX_LINE + 1)}}, ("about", "name")),
        ({"about": {"date_of_birth": "1961-02-31"}}, ("about", "date_of_birth")),
        ({"safety": {"past": "x" * (MAX_NOTE + 1)}}, ("safety", "past")),
        ({"safety": {"happening": ["nothing_such"]}}, ("safety", "happening", 0)),
        ({"symptoms": {"has": "private"}}, ("symptoms", "has")),
        (
            {"symptoms": {"entries": [{"item": 1, "symptom": "hiccups"}]}},
            ("symptoms", "entries", 0, "symptom"),
        ),
        (
            {"medicines": {"entries": [{"item": 0, "medicine": "metformin"}]}},
            ("medicines", "entries", 0, "item"),
        ),
        (
            {"lab_results": {"entries": [{"item": 1, "test": "hb", "unit": "stones"}]}},
            ("lab_results", "entries", 0, "unit"),
        ),
        ({"questions": {"important": ["a", "b", "c", "d"]}}, ("questions", "important")),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(parts, place):
    assert refused(**parts) == [place]


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("symptoms", "symptom"),
        ("lab_results", "test"),
        ("operations", "surgery"),
        ("medicines", "medicine"),
    ],
)
def test_an_entry_that_is_in_no_list_says_what_it_is(part, kind):
    entry = {"item": 1, kind: "other"}

    assert refused(**{part: {"entries": [entry]}}) == [(part, "entries", 0)]
    assert Answers.model_validate({part: {"entries": [entry | {"own_words": "Cold nose"}]}})


def test_no_two_entries_have_the_same_number_not_even_of_different_lists():
    parts = {
        "symptoms": {"entries": [{"item": 1, "symptom": "fatigue"}]},
        "medicines": {"entries": [{"item": 1, "medicine": "metformin"}]},
    }

    assert refused(**parts) == [()]


def test_a_list_has_an_end():
    entries = [{"item": number + 1, "test": "hb"} for number in range(MAX_LAB_RESULTS + 1)]

    assert refused(lab_results={"entries": entries}) == [("lab_results", "entries")]


@given(any_answers())
def test_a_new_number_is_one_that_no_entry_has_or_will_get(answers):
    number, answers = answers.with_next_item()
    other, answers = answers.with_next_item()

    assert number not in {entry.item for entry in answers.items}
    assert other == number + 1
    assert answers.next_item == other + 1


def test_a_number_is_new_even_where_the_counter_was_lost():
    entry = {"item": 7, "symptom": "fatigue"}
    answers = Answers.model_validate({"symptoms": {"entries": [entry]}})

    assert answers.with_next_item()[0] == 8


def test_answers_never_change_in_place():
    answers = some_answers()
    changed = answers.replace(shared_computer=True)

    assert not answers.shared_computer
    assert changed.shared_computer
    with pytest.raises(ValidationError):
        answers.shared_computer = True  # type: ignore[misc]


def test_an_entry_knows_nothing_that_was_not_said():
    assert SymptomEntry(item=1, symptom="fatigue").model_dump(exclude_defaults=True) == {
        "item": 1,
        "symptom": "fatigue",
    }


def of_a_newer_version() -> str:
    """Return JSON with fields, here and there, that this version has no name for."""
    parts = json.loads(full_answers().to_json())
    parts["sleep"] = {"hours": "6"}
    parts["about"]["pronoun"] = "they"
    parts["symptoms"]["entries"][0]["severity"] = 7
    return json.dumps(parts)


def test_what_a_newer_version_wrote_is_kept_if_it_was_one_of_us():
    answers = Answers.from_json(of_a_newer_version(), by_us=True)

    assert json.loads(answers.to_json()) == json.loads(of_a_newer_version())
    assert Answers.from_json(answers.to_json(), by_us=True) == answers


def test_what_anybody_else_wrote_is_refused():
    with pytest.raises(ValidationError) as caught:
        Answers.from_json(of_a_newer_version())

    places = {error["loc"] for error in caught.value.errors()}
    assert places == {("sleep",), ("about", "pronoun"), ("symptoms", "entries", 0, "severity")}


def test_a_part_that_is_written_anew_keeps_what_this_version_cannot_name():
    answers = Answers.from_json(of_a_newer_version(), by_us=True)
    first, second = answers.symptoms.entries[:2]
    turned = (second, SymptomEntry(item=first.item, symptom="fatigue"))
    changed = answers.replace(
        about=About(name="B. Patient"), symptoms=Symptoms(has=Has.SOME, entries=turned)
    )
    kept = json.loads(changed.to_json())

    assert kept["sleep"] == {"hours": "6"}
    assert kept["about"] == {"name": "B. Patient", "pronoun": "they"}
    assert "severity" not in kept["symptoms"]["entries"][0]
    assert kept["symptoms"]["entries"][1]["severity"] == 7


def test_what_belongs_to_a_removed_entry_goes_with_it():
    answers = Answers.from_json(of_a_newer_version(), by_us=True)

    assert "severity" not in answers.replace(symptoms=Symptoms(has=Has.NONE)).to_json()


@given(any_answers(), any_answers())
def test_replacing_a_part_changes_that_part_and_nothing_else(answers, others):
    parts = {name: getattr(others, name) for name in ("diet", "questions", "symptoms")}

    assert answers.replace(**parts) == answers.model_copy(update=parts)
