"""What people type is kept as they typed it, or a sentence says what to change."""

from __future__ import annotations

from datetime import date

import pytest
from builders import some_answers
from django.utils.html import escape

from appointments.answer_types import MAX_LINE, MAX_NOTE
from appointments.pdf.glyphs import printable
from appointments.pdf.render import Paper
from appointments.pdf.sheet import render_sheet_html
from appointments.summary.build import build_summary

SYMPTOM = "/appointment/symptom-details/1/"
DAY = date(2026, 12, 1)
CHECK = "/appointment/check-your-answers/"
SUMMARY = "/appointment/summary/"

TYPED = [
    "March 2024",
    "about 3 years ago",
    "0",
    "<150",
    "1,250",
    "≤0.40",
    "0.62 µmol/L",  # the micro sign
    "0.62 μmol/L",  # the Greek letter mu
    "50 ug, 50 mcg, 50 µg",
    "it’s my daughter's O'Brien \"note\"",
    "<script>alert(1)</script>",
    "<b>bold</b> & &amp; %(z)s %",
    "tired 😀 👍🏽",
    "שלום, אני עייפה",
    "مرحبا",
    "Zoë Łukasz Ольга",
    "a  b   c",
    "https://example.org/?q=1#top",
    "file:///etc/passwd",
    "\\0 \\n \\u0000 ..\\..",
    "=1+1",
    "None",
    "null",
]

HIDDEN = {
    "a null character": "a\x00b",
    "a bell": "a\x07b",
    "an escape": "a\x1bb",
    "the end of a file": "a\x1ab",
    "a next-line control": "a\x85b",
    "a direction override": "a\u202eb",
    "a direction isolate": "a\u2066b",
}
HIDDEN_SAYS = "Remove the hidden character from this text, or type the text again"


@pytest.fixture
def tired(visitor):
    """Return somebody who has picked one symptom."""
    visitor.has(some_answers(symptoms=[{"symptom": "fatigue"}]))
    visitor.open(SYMPTOM)
    return visitor


@pytest.mark.parametrize("text", TYPED)
def test_text_is_kept_shown_and_offered_for_change_exactly_as_typed(tired, text):
    tired.send(since=text, effect=text)

    entry = tired.answers.symptoms.entries[0]
    assert (entry.since, entry.effect) == (text, text)
    for address in (CHECK, SUMMARY):
        cells = {cell.text for cell in tired.open(address).all("td")}
        assert text in {cell.strip() for cell in cells}
    tired.open(SYMPTOM)
    assert tired.filled()["since"] == text
    assert tired.filled()["effect"] == text


@pytest.mark.parametrize("text", [*TYPED, "{{ x }} {% now 'Y' %}"])
def test_no_text_becomes_markup_on_the_sheet(text):
    answers = some_answers(about={"name": text}, symptoms=[{"symptom": "fatigue", "effect": text}])
    html = render_sheet_html(build_summary(answers, today=DAY), paper=Paper.A4)

    assert "<script>" not in html
    assert "<b>bold" not in html
    assert escape(printable(text)[0]) in html


def test_blanks_around_a_text_go_and_those_inside_stay(tired):
    tired.send(since="  spring  2022 ")

    assert tired.answers.symptoms.entries[0].since == "spring  2022"


def test_the_lines_of_a_note_stay(tired):
    tired.send(effect="stairs\r\nbuttons\r\n\r\nsleep")
    tired.open(CHECK)

    assert tired.answers.symptoms.entries[0].effect == "stairs\nbuttons\n\nsleep"
    assert "stairs<br>buttons<br><br>sleep" in tired.page.html


def test_the_longest_texts_fit(tired):
    tired.send(since="x" * MAX_LINE, effect="y" * MAX_NOTE)

    assert len(tired.answers.symptoms.entries[0].effect) == MAX_NOTE


@pytest.mark.parametrize(
    ("field", "longest"), [("since", MAX_LINE), ("effect", MAX_NOTE)], ids=["line", "note"]
)
def test_a_text_that_is_too_long_says_how_long_it_is_and_may_be(tired, field, longest):
    text = "x" * (longest + 7)
    page = tired.send(trend="worse", **{field: text})

    assert tired.status == 422
    assert page.title.startswith("Error: ")
    assert page.errors == [
        f"Shorten this to {longest} characters or fewer. It has {longest + 7} now"
    ]
    assert tired.filled()[field] == text
    assert tired.filled()["trend"] == ["worse"]
    assert not tired.answers.symptoms.entries[0].since


def test_a_text_is_measured_as_it_is_seen_with_one_character_for_a_line_end(tired):
    tired.send(effect="\r\n".join(["x" * 29] * 10))

    assert tired.status == 200
    assert len(tired.answers.symptoms.entries[0].effect) == 299


@pytest.mark.parametrize("text", HIDDEN.values(), ids=HIDDEN)
@pytest.mark.parametrize("field", ["since", "effect"])
def test_a_hidden_character_is_named_and_nothing_else_is_lost(tired, field, text):
    page = tired.send(trend="same", **{field: text})

    assert tired.status == 422
    assert page.errors == [HIDDEN_SAYS]
    assert tired.filled()["trend"] == ["same"]


def test_marks_that_right_to_left_writing_needs_are_kept(tired):
    text = "\u200fשלום\u200f B12"
    tired.send(since=text)

    assert tired.answers.symptoms.entries[0].since == text


def test_a_note_of_very_many_lines_is_refused(visitor):
    visitor.open("/appointment/safety/")
    visitor.send(happening=["none"], past="a\n" * 40 + "a")

    assert visitor.page.errors == ["Put this on 12 lines or fewer. There are 41 now"]


def test_one_line_stays_one_line(visitor):
    visitor.open("/appointment/about/")
    visitor.send(name="A.\nPatient")

    assert visitor.answers.about.name == "A. Patient"
