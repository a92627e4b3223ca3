"""The sample cases: each can be read, kept and summed up; together they are what they claim."""

import json
import re

import pytest

from appointments.answer_parts import (
    MAX_ATTEMPTS,
    MAX_IMPORTANT,
    MAX_LAB_RESULTS,
    MAX_MEDICINES,
    MAX_OPERATIONS,
    MAX_OWN_QUESTIONS,
    MAX_SYMPTOMS,
)
from appointments.answer_types import MAX_LINE, MAX_NOTE
from appointments.answers import Answers
from appointments.phrases import say
from appointments.sealed_cookie import seal
from appointments.summary.lab_order import newest_first
from appointments.summary.text import as_text
from tests.unit.appointments.summary.cases import (
    FOLDER,
    NAMES,
    TODAY,
    answers_of,
    facts_on_paper,
    section_of,
    summary_of,
    typed,
    without_blanks,
    words_of,
)

# The fixtures of the clinical brief, 9.1, and the kinds of visitor that the sheet has to bear.
WANTED = {
    *("nejm_case", "unit_flip", "edge", "over", "nmolml", "n2o_norm", "ckd_mma", "mg_trap"),
    *("preg", "silent", "reference", "caregiver", "largest", "every_instead", "nasty"),
    *("trend", "timeline", "scripts", "fullest", "clinic"),
}

VERDICTS = re.compile(r"\b(?:ab)?normal\w*|\bdeficien\w*|\bhealthy\b|\breassur\w*", re.IGNORECASE)
OF_THE_REPORT = "marked abnormal on the report"


def test_all_are_here_and_described():
    described = re.findall(
        r"^\| `(\w+)` \|", (FOLDER / "README.md").read_text("utf-8"), re.MULTILINE
    )
    assert set(NAMES) == WANTED
    assert sorted(described) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_survives_the_way_through_file_and_cookie(name):
    answers = Answers.from_json((FOLDER / f"{name}.json").read_bytes())
    assert Answers.from_json(answers.to_json()) == answers
    assert json.loads(answers.to_json())["version"] == 1
    assert all(entry.item < answers.next_item for entry in answers.items)
    assert seal(answers)  # raises if the cookies cannot hold it


@pytest.mark.parametrize("name", NAMES)
def test_what_was_typed_is_in_the_summary_as_typed(name):
    said = "\n".join(facts_on_paper(summary_of(name)))
    assert [text for text in typed(answers_of(name)) if text not in said] == []


@pytest.mark.parametrize("name", NAMES)
def test_results_and_ranges_stand_in_cells_of_their_own(name):
    entries = newest_first(answers_of(name), TODAY).lab_results.entries
    rows = section_of(summary_of(name), "lab-results").answered_rows if entries else ()
    for entry, row in zip(entries, rows, strict=bool(entries)):
        _test, taken_on, result, lab_range, _before = row.cells
        assert taken_on.text == entry.taken_on
        assert lab_range.text == entry.lab_range
        assert entry.value in say(result.text)


@pytest.mark.parametrize("name", NAMES)
def test_the_text_says_all_that_is_on_paper(name):
    text = as_text(summary_of(name))
    said = without_blanks(text).casefold()
    for fact in facts_on_paper(summary_of(name)):
        assert without_blanks(fact).casefold() in said
    assert "Not answered" not in text
    assert text.endswith(f"\n\n{say(summary_of(name).footer)}\n{say(summary_of(name).made)}\n")


@pytest.mark.parametrize("name", NAMES)
def test_no_result_is_judged(name):
    summary = summary_of(name)
    for text in (
        *facts_on_paper(summary),
        *words_of(*(r for s in summary.sections for r in s.rows)),
    ):
        assert not VERDICTS.search(text.replace(OF_THE_REPORT, "")), text


def test_the_check_for_verdicts_bites():
    assert VERDICTS.search("B12 is normal")
    assert VERDICTS.search("Abnormal")
    assert VERDICTS.search("vitamin B12 deficiency")


@pytest.mark.parametrize("name", ["largest", "fullest"])
def test_the_largest_are_as_large_as_the_form_allows(name):
    answers = answers_of(name)
    assert len(answers.symptoms.entries) == MAX_SYMPTOMS
    assert len(answers.lab_results.entries) == MAX_LAB_RESULTS
    assert len(answers.operations.entries) == MAX_OPERATIONS
    assert len(answers.medicines.entries) == MAX_MEDICINES
    assert len(answers.attempts.entries) == MAX_ATTEMPTS
    assert len(answers.questions.own) == MAX_OWN_QUESTIONS
    assert len(answers.questions.important) == MAX_IMPORTANT
    lengths = [len(text) for text in typed(answers)]
    assert lengths.count(MAX_LINE) >= 20
    assert lengths.count(MAX_NOTE) >= 10
