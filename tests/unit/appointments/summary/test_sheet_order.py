"""The head of the sheet, what must be read first, the questions, and the order of it all."""

import re
from datetime import date

import pytest

from appointments.phrases import say
from appointments.summary.build import build_summary
from appointments.summary.text import as_text
from tests.builders import some_answers
from tests.unit.appointments.summary.cases import (
    TODAY,
    cells_of,
    section_of,
    summary_of,
)


def built(by="self", **parts):
    return build_summary(some_answers(by=by, **parts), today=TODAY)


def head(by="self", **about):
    return [say(line) for line in built(by=by, about=about).who]


@pytest.mark.parametrize(
    ("about", "lines"),
    [
        ({}, []),
        ({"name": "A. P."}, ["A. P."]),
        ({"name": "A. P.", "date_of_birth": "1961-04-02"}, ["A. P., born 2 April 1961"]),
        ({"date_of_birth": "1961-04-02"}, ["Born 2 April 1961"]),
        (
            {"appointment_on": "2026-12-03", "appointment_with": "Dr. Lee"},
            ["Appointment: 3 December 2026, Dr. Lee"],
        ),
        ({"appointment_on": "2026-12-03"}, ["Appointment: 3 December 2026"]),
        ({"appointment_with": "Dr. Lee"}, ["Appointment: Dr. Lee"]),
    ],
)
def test_the_head_says_who_and_when(about, lines):
    assert head(**about) == [*lines, "Written by the patient on 22 November 2026"]


@pytest.mark.parametrize(
    ("about", "by"),
    [
        ({}, "a caregiver"),
        ({"caregiver_name": "Dana"}, "Dana"),
        ({"caregiver_relationship": "daughter"}, "daughter"),
        ({"caregiver_name": "Dana", "caregiver_relationship": "daughter"}, "Dana, daughter"),
    ],
)
def test_a_caregiver_is_named_as_the_writer(about, by):
    assert head(by="other", **about) == [f"Written for the patient by {by}, on 22 November 2026"]


@pytest.mark.parametrize(
    ("country", "words"), [("us", "April 2, 1961"), ("england", "2 April 1961")]
)
def test_dates_are_written_as_people_there_write_them(country, words):
    answers = some_answers(country=country, about={"date_of_birth": "1961-04-02"})
    assert say(build_summary(answers, today=TODAY).who[0]) == f"Born {words}"


def test_title_and_footer_say_whose_account_it_is():
    own, cared_for = built(), built(by="other")
    assert say(own.title) == "For my appointment: vitamin B12"
    assert say(own.footer).startswith("The person’s own account")
    assert say(cared_for.title) == "For the appointment: vitamin B12"
    assert say(cared_for.footer).startswith("A caregiver’s account")


def test_questions_and_red_flags_stand_above_every_number():
    assert [section.id for section in summary_of("caregiver").sections_on_paper] == [
        "first-questions",
        "safety",
        "lab-results",
        "absorption",
        "b12-tried",
        "symptoms",
        "other-questions",
    ]


def test_what_happens_now_and_what_is_over_are_told_apart():
    parts = {"safety": {"happening": ["chest_pain"], "past": "fainted in 2020"}}
    assert [cells_of(row) for row in section_of(built(**parts), "safety").answered_rows] == [
        ["Chest pain, or severe breathlessness at rest (now, or new in the last 2 weeks)"],
        ["Earlier, and over now: fainted in 2020"],
    ]


@pytest.mark.parametrize(
    ("safety", "words"),
    [
        ({"none_of_these": True}, "None of the warning signs now, or new in the last 2 weeks"),
        ({}, "Safety check not answered"),
    ],
)
def test_no_red_flag_is_said_when_checking_only(safety, words):
    section = section_of(built(safety=safety), "safety")
    assert [cells_of(row) for row in section.rows] == [[words]]
    assert not section.answered_rows


def questions(section, **parts):
    return [cells_of(row)[0] for row in section_of(built(**parts), section).answered_rows]


OWN = [{"item": 90, "text": "Can I drive?"}, {"item": 91, "text": "May I fly?"}]


def test_marked_questions_come_first_in_the_chosen_order():
    parts = {
        "questions": {
            "chosen": ["q_contact", "own-91", "q_safety", "own-90"],
            "important": ["own-90", "own-91"],
            "own": OWN,
        }
    }
    assert questions("first-questions", **parts) == ["May I fly?", "Can I drive?"]
    assert say(section_of(built(**parts), "first-questions").title) == "My two questions"
    assert [words.split()[0] for words in questions("other-questions", **parts)] == ["Whom", "What"]


def test_no_question_chosen_prints_no_box():
    summary = built(questions={"chosen": []})
    assert "questions" not in "".join(section.id for section in summary.sections_on_paper)


def test_a_question_that_no_longer_holds_is_named_when_checking_only():
    section = section_of(built(questions={"chosen": ["q_metformin"]}), "other-questions")
    assert not section.answered_rows
    ((question, remark),) = [cells_of(row) for row in section.rows]
    assert question.startswith("I take or took metformin.")
    assert remark == "Left out, because your answers have changed"


def test_the_text_keeps_further_lines_with_their_row():
    text = as_text(built(medicines=[{"medicine": "metformin"}, {"medicine": "omeprazole"}]))
    assert "- Medicines: Metformin;\n   Omeprazole\n" in text


def test_the_text_numbers_the_questions_as_the_sheet_does():
    chosen = ["q_safety", "q_cause", "q_neuro", "q_longterm", "q_recheck"]
    text = as_text(built(questions={"chosen": chosen}))
    assert re.findall(r"^(\d+)\. ", text, re.MULTILINE) == ["1", "2", "3", "4", "5"]


def test_the_text_of_answers_that_say_nothing():
    text = as_text(build_summary(some_answers(questions={"chosen": []}), today=date(2026, 1, 2)))
    assert text == (
        "For my appointment: vitamin B12\n"
        "Written by the patient on 2 January 2026\n\n"
        "NOT FILLED IN\n"
        "- No answer about: Safety check (warning signs); Lab results; Medicines; Conditions; "
        "Operations; Food; Nitrous oxide; "
        "Family; Pregnancy; Allergies, cautions; B12 tried so far; Symptoms\n\n"
        "The person’s own account, prepared with B12 Guide. Not a diagnosis.\n"
        "Not checked against records. Suggested questions follow published guidance. "
        "No advice on treatment.\n"
    )
