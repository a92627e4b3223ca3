"""The shorter text: what matters most, and the names of all that it leaves out."""

import pytest

from appointments.answer_parts import Questions
from appointments.phrases import say
from appointments.summary.build import build_summary
from appointments.summary.short_text import KEPT_COLUMNS, LEFT_OUT, TITLE, shortened
from appointments.summary.text import as_text
from tests.builders import full_answers, some_answers
from tests.unit.appointments.summary.cases import NAMES, TODAY, answers_of, summary_of, words_of


def short(answers, *, timeline=False):
    return as_text(shortened(build_summary(answers, today=TODAY, timeline=timeline)))


def left_out(text):
    """Return the names of what a text says it leaves out."""
    return text.partition(f"{say(TITLE).upper()}\n- ")[2].partition("\n")[0].split(" / ")


@pytest.mark.parametrize("name", NAMES)
def test_each_fact_is_there_or_its_place_is_named_as_left_out(name):
    summary, text = summary_of(name), as_text(shortened(summary_of(name)))
    names = left_out(text)
    flat = "".join(text.split())
    for section in summary.sections_on_paper:
        if section.rows_elsewhere:
            continue
        titles = [say(column.title) for column in section.columns]
        for row in section.answered_rows:
            for place, cell in enumerate(row.cells):
                here = {
                    say(section.title),
                    *titles[place : place + 1],
                    *([say(row.cells[0].text)] if not titles else []),
                }
                for said in (say(part) for part in (cell.text, *cell.notes) if part):
                    assert "".join(said.split()) in flat or here & {*names}, said


@pytest.mark.parametrize("name", NAMES)
def test_questions_that_come_first_and_red_flags_stay(name):
    text = as_text(shortened(summary_of(name)))
    for section in summary_of(name).sections_on_paper:
        if section.id in {"first-questions", "safety"}:
            for fact in words_of(*section.answered_rows):
                assert "".join(fact.split()) in "".join(text.split())


@pytest.mark.parametrize("name", NAMES)
def test_it_is_shorter(name):
    assert len(as_text(shortened(summary_of(name)))) < len(as_text(summary_of(name)))


def test_it_knows_sections_and_columns_by_their_names():
    summary = build_summary(full_answers(), today=TODAY, timeline=True)
    columns = {section.id: len(section.columns) for section in summary.sections}
    assert {*LEFT_OUT} <= {*columns}
    assert all(max(kept) < columns[section] for section, kept in KEPT_COLUMNS.items())
    kept = {
        section.id: [say(section.columns[place].title) for place in KEPT_COLUMNS[section.id][1:]]
        for section in summary.sections
        if section.id in KEPT_COLUMNS
    }
    assert kept == {
        "symptoms": ["Since", "Now"],
        "lab-results": ["Date", "Result", "Lab’s range"],
        "b12-tried": ["How much, how often", "What came of it"],
    }


def test_a_result_is_one_line_with_its_range():
    result = {"test": "b12_total", "value": "148", "unit": "pg_per_ml", "taken_on": "9 Sept 2026"}
    text = short(some_answers(lab_results=[{**result, "lab_range": "200-900"}]))
    assert (
        "LAB RESULTS, COPIED FROM THE REPORTS (DATE | RESULT | LAB’S RANGE)\n"
        "- Vitamin B12 (total) | 9 Sept 2026 | 148 pg/mL (about 109.2 pmol/L, below the lab’s "
        "range) | 200-900\n"
    ) in text
    without_range = short(some_answers(lab_results=[{**result, "taken_on": ""}]))
    assert "- Vitamin B12 (total) | – | 148 pg/mL (about 109.2 pmol/L)\n" in without_range


def test_a_timeline_is_named_not_drawn():
    assert "Timeline" in left_out(short(answers_of("timeline"), timeline=True))
    assert "Timeline" not in left_out(short(answers_of("timeline")))


def test_it_says_nothing_of_leaving_out_where_it_leaves_out_nothing():
    text = short(some_answers(symptoms=[{"symptom": "fatigue"}], questions=Questions(chosen=())))
    assert say(TITLE).upper() not in text
