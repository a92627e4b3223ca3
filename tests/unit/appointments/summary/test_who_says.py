"""Whose word an entry is: a small word beside it, except where it goes without saying."""

import pytest

from appointments.choices import NoticedBy, SaidBy
from appointments.phrases import say
from appointments.summary.build import build_summary
from tests.builders import some_answers
from tests.unit.appointments.summary.cases import TODAY, cells_of, section_of

LABS = "Lab results, copied from the reports"
UNLESS = "Lab results, copied from the reports unless a note says otherwise"


def first_row(section, *, by="self", **parts):
    summary = build_summary(some_answers(by=by, **parts), today=TODAY)
    return cells_of(section_of(summary, section).answered_rows[0])


@pytest.mark.parametrize(
    ("who", "own", "other"),
    [
        (None, "", ""),
        (NoticedBy.PATIENT, "", " (noticed by the patient)"),
        (NoticedBy.OTHER, " (noticed by somebody else)", " (noticed by somebody else)"),
        (NoticedBy.BOTH, " (others noticed it too)", " (others noticed it too)"),
        (NoticedBy.REPORT, " (copied from a report)", " (copied from a report)"),
        (NoticedBy.TOLD, " (I was told)", " (we were told)"),
    ],
)
def test_a_symptom(who, own, other):
    entry = {"symptom": "headache", "since": "May", "noticed_by": who}
    assert first_row("symptoms", symptoms=[entry])[0] == f"Headaches{own}"
    assert first_row("symptoms", by="other", symptoms=[entry])[0] == f"Headaches{other}"


@pytest.mark.parametrize(
    ("who", "own", "other"),
    [
        (None, "", ""),
        (SaidBy.PATIENT, "", " (says the patient)"),
        (SaidBy.CAREGIVER, " (says the caregiver)", ""),
        (SaidBy.REPORT, " (copied from a report)", " (copied from a report)"),
        (SaidBy.TOLD, " (I was told)", " (we were told)"),
    ],
)
def test_b12_an_operation_or_a_medicine(who, own, other):
    for by, words in (("self", own), ("other", other)):
        attempt = {"route": "tablet", "form": "cyano", "said_by": who}
        row = first_row("b12-tried", by=by, attempts=[attempt])
        assert row[0] == f"Tablets (Cyanocobalamin){words}"
        medicine = {"medicine": "metformin", "dose": "1 g", "said_by": who}
        row = first_row("absorption", by=by, medicines=[medicine, {"medicine": "omeprazole"}])
        assert row[1] == f"Metformin, 1 g{words};\nOmeprazole"
        operation = {"surgery": "other", "own_words": "Hernia", "said_by": who}
        row = first_row("absorption", by=by, operations=[operation])
        assert row[1] == f"Hernia{words}"


@pytest.mark.parametrize(
    ("who", "own", "other"),
    [
        (None, "", ""),
        (SaidBy.REPORT, "", ""),
        (SaidBy.PATIENT, " (from memory)", " (says the patient)"),
        (SaidBy.CAREGIVER, " (says the caregiver)", " (from memory)"),
        (SaidBy.TOLD, " (I was told)", " (we were told)"),
    ],
)
def test_a_lab_result_and_the_heading_above_it(who, own, other):
    result = {"test": "hb", "value": "12", "unit": "none", "said_by": who}
    for by, words in (("self", own), ("other", other)):
        answers = some_answers(by=by, lab_results=[{"test": "mcv"}, result])
        section = section_of(build_summary(answers, today=TODAY), "lab-results")
        (row,) = (row for row in section.answered_rows if say(row.cells[0].text) == "Hemoglobin")
        assert cells_of(row)[2] == f"12{words}"
        assert say(section.title) == (UNLESS if words else LABS)
