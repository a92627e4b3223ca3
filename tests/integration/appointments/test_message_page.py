"""The sheet as text for a message, and as JSON: what the two pages say, and to whom."""

import json
import re

import pytest
from builders import full_answers, some_answers

from appointments.summary.as_json import as_json
from appointments.summary.build import build_summary
from tests.unit.appointments.summary.cases import TODAY, answers_of

PATHS = ["/appointment/message/", "/appointment/message/?length=short", "/appointment/summary.json"]


@pytest.fixture
def told(visitor):
    """Return somebody who has answered every question."""
    visitor.has(full_answers())
    return visitor


def text_in(page):
    """Return the text to copy, as a browser shows it: without the first line end."""
    return page.one("textarea").text.removeprefix("\n")


@pytest.mark.parametrize("path", PATHS)
def test_is_kept_by_nobody_and_only_read(told, path):
    response = told.client.get(path)
    assert response.status_code == 200
    assert {"no-store", "private"} <= {*response.headers["Cache-Control"].split(", ")}
    assert told.client.post(path).status_code == 405
    assert told.answers == full_answers()


@pytest.mark.parametrize("path", PATHS)
def test_somebody_without_answers_is_led_to_the_start(visitor, path):
    response = visitor.client.get(path)
    assert (response.status_code, response.headers["Location"]) == (302, "/appointment/")


def test_it_is_found_from_the_sheet_and_leads_back(told):
    told.open("/appointment/summary/?paper=letter&timeline=1")
    page = told.follow("Copy the sheet as text into a message")
    assert page.heading == "Your sheet as text"
    assert "TIMELINE" in text_in(page)
    page = told.follow("Show a shorter version")
    assert told.url == "/appointment/message/?length=short&paper=letter&timeline=1"
    assert "TIMELINE" not in text_in(page)
    assert "Timeline" in text_in(page)
    told.follow("Show all of it")
    told.follow("Back to your sheet")
    assert told.url == "/appointment/summary/?paper=letter&timeline=1"


def test_it_counts_the_characters_of_both(told):
    full = told.open("/appointment/message/")
    short = told.follow("Show a shorter version")
    counts = [len(text_in(full)), len(text_in(short))]
    assert counts[1] < counts[0]
    assert [int(number) for number in re.findall(r"(\d+) characters", full.text)] == counts
    assert [int(number) for number in re.findall(r"(\d+) characters", short.text)] == counts[::-1]


def test_the_text_can_be_selected_but_not_changed_or_sent(told):
    page = told.open("/appointment/message/")
    area = page.one("textarea")
    assert "readonly" in area.attrs
    assert "name" not in area.attrs
    assert "form" not in area.inside


def test_typed_markup_stays_text(visitor):
    visitor.has(some_answers(about={"name": "</textarea><script>x"}, symptoms={"has": "none"}))
    page = visitor.open("/appointment/message/")
    assert "</textarea><script>x" in text_in(page)


def test_whom_to_contact_stands_above_the_text(visitor):
    visitor.has(answers_of("caregiver"))
    page = visitor.open("/appointment/message/")
    assert page.text.index("Whom to contact") < page.text.index("Text to copy")


def test_the_json_is_a_file_whose_name_says_nothing_about_the_person(told):
    response = told.client.get("/appointment/summary.json")
    assert response.headers["Content-Type"] == "application/json"
    assert response.headers["Content-Disposition"] == (
        'attachment; filename="b12-appointment.json"'
    )
    assert response.content.decode("utf-8").endswith("}\n")


def test_the_shape_of_the_json():
    answers = some_answers(
        about={"name": "Zoë"},
        lab_results=[{"test": "hb", "value": "12.10", "unit": "none", "lab_range": "12-15"}],
        questions={"chosen": []},
    )
    summary = build_summary(answers, today=TODAY)
    assert json.loads(as_json(summary)) == {
        "format": "b12-guide-sheet",
        "version": 1,
        "what_this_is": (
            "A patient’s or caregiver’s own account, prepared with B12 Guide for an appointment. "
            "It is not a diagnosis. Lab results are as typed, beside the lab’s own range."
        ),
        "language": "en",
        "title": "For my appointment: vitamin B12",
        "who": ["Zoë", "Written by the patient on 22 November 2026"],
        "reason": "",
        "sections": [
            {
                "id": "lab-results",
                "kind": "table",
                "title": "Lab results, copied from the reports",
                "columns": ["Test", "Date", "Result", "Lab’s range", "B12 before test"],
                "rows": [
                    {
                        "cells": [
                            {"text": text, "notes": []}
                            for text in ("Hemoglobin", "", "12.10", "12-15", "")
                        ]
                    }
                ],
                "remarks": [],
            },
            {
                "id": "not-filled-in",
                "kind": "facts",
                "title": "Not filled in",
                "columns": [],
                "rows": [
                    {
                        "cells": [
                            {"text": "No answer about", "notes": []},
                            {
                                "text": "Safety check (warning signs); Medicines; Conditions; "
                                "Operations; Food; Nitrous oxide; Family; Pregnancy; "
                                "Allergies, cautions; B12 tried so far; Symptoms",
                                "notes": [],
                            },
                        ]
                    }
                ],
                "remarks": [],
            },
        ],
        "footer": "The person’s own account, prepared with B12 Guide. Not a diagnosis.",
        "made": "Not checked against records. Suggested questions follow published guidance. "
        "No advice on treatment.",
    }


def test_our_own_words_are_in_the_language_asked_for():
    summary = build_summary(some_answers(about={"name": "Zoë"}), today=TODAY)
    german = {"For my appointment: vitamin B12": "Für meinen Termin: Vitamin B12", "Zoë": "no"}
    sheet = json.loads(
        as_json(summary, language="de", gettext=lambda words: german.get(words, words))
    )
    assert sheet["language"] == "de"
    assert sheet["title"] == "Für meinen Termin: Vitamin B12"
    assert sheet["who"][0] == "Zoë"


def test_nothing_of_a_strangers_link_is_on_the_page(told):
    """What is beside the answers in a compressed page can be guessed at by its length."""
    response = told.client.get("/appointment/message/?paper=Chest&timeline=pain&data=2&x=guess")
    assert b'href="/appointment/summary/"' in response.content
    assert b"Chest&amp;" not in response.content
