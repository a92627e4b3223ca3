"""A lab result on the sheet: exactly as typed, and compared with the typed range only."""

from datetime import date

import pytest

from appointments.choices import HasResults, ReportFlag
from appointments.summary.build import build_summary
from tests.builders import some_answers
from tests.unit.appointments.summary.cases import TODAY, cells_of, section_of

B12 = {"test": "b12_total", "unit": "pg_per_ml"}


def row_of(**entry):
    summary = build_summary(some_answers(lab_results=[{**B12, **entry}]), today=TODAY)
    (row,) = section_of(summary, "lab-results").answered_rows
    return cells_of(row)


def result_of(**entry):
    return row_of(**entry)[2]


@pytest.mark.parametrize(
    ("value", "lab_range", "note"),
    [
        ("199.9", "200-900", " (below the lab’s range)"),
        ("200", "200-900", ""),
        ("900", "200-900", ""),
        ("901", "200-900", " (above the lab’s range)"),
        ("<150", "200-900", " (below the lab’s range)"),
        ("<250", "200-900", ""),
        (">2000", "200-900", " (above the lab’s range)"),
        ("150", "", ""),
        ("150", "see comment", ""),
        ("150", "148-664 pmol/L", ""),
        ("low", "200-900", ""),
    ],
)
def test_position_is_said_only_where_it_is_certain(value, lab_range, note):
    result = result_of(value=value, lab_range=lab_range)
    assert result.startswith(f"{value} pg/mL")
    if note:
        assert result.endswith(note)
    else:
        assert "range" not in result


@pytest.mark.parametrize("flag", ReportFlag)
def test_the_mark_is_the_reports_own(flag):
    result = result_of(value="300", unit="none", lab_range="200-900", flag=flag)
    mark = "" if flag is ReportFlag.NOT_MARKED else f" (marked {flag} on the report)"
    assert result == f"300{mark}"


@pytest.mark.parametrize(
    ("entry", "other"),
    [
        ({"value": "231"}, "about 170 pmol/L"),
        ({"value": "231", "unit": "ng_per_l"}, "about 170 pmol/L"),
        ({"value": "1,250"}, None),  # two readings
        ({"value": "1250"}, "about 922 pmol/L"),
        ({"value": "2501"}, "about 1850 pmol/L"),
        ({"value": "170", "unit": "pmol_per_l"}, "about 230 pg/mL"),
        ({"value": "<150"}, None),
        ({"value": "28", "test": "b12_active", "unit": "pmol_per_l"}, None),
        ({"value": "3", "test": "folate_serum", "unit": "ng_per_ml"}, "about 6.8 nmol/L"),
        ({"value": "1.0", "test": "creatinine", "unit": "mg_per_dl"}, "about 88.4 µmol/L"),
        ({"value": "12.4", "test": "hb", "unit": "g_per_dl"}, None),
        ({"value": "0.62", "test": "mma_serum", "unit": "umol_per_l"}, None),
    ],
)
def test_the_unit_of_other_labs_is_given_where_a_clinician_may_need_it(entry, other):
    result = result_of(**entry)
    assert result.startswith(entry["value"])
    assert ("about" in result) is (other is not None)
    assert (other or "") in result


def test_units_are_printed_as_chosen_or_as_typed():
    assert result_of(value="5", unit="other", unit_as_printed="µg%") == "5 µg%"
    assert result_of(value="Negative", unit="none") == "Negative"
    assert result_of(value="Negative", unit="") == "Negative"


def test_waiting_and_nothing_typed_are_told_apart():
    assert result_of(waiting=True) == "waiting for the result"
    assert result_of() == "result not typed in"


def test_a_file_that_says_both_loses_neither():
    assert result_of(value="231", unit="none", waiting=True) == "231 (waiting for the result)"


def test_the_other_cells_are_as_typed():
    row = row_of(value="5", taken_on="spring?", lab_range="5 – 9 (f)", b12_before="oral")
    assert (row[1], *row[3:]) == ("spring?", "5 – 9 (f)", "by mouth")
    assert row_of(test="other", own_words="Copper", value="5")[0] == "Copper"


@pytest.mark.parametrize(
    ("has", "words"),
    [
        (HasResults.WAITING, "Waiting for results"),
        (HasResults.NONE, "No results yet"),
        (HasResults.UNKNOWN, "not known"),
    ],
)
def test_why_there_is_no_result_is_said(has, words):
    summary = build_summary(some_answers(lab_results={"has": has}), today=date(2026, 1, 1))
    (row,) = section_of(summary, "lab-results").answered_rows
    assert cells_of(row) == ["Lab results to show", words]


@pytest.mark.parametrize("lab_results", [{}, {"has": HasResults.SOME}])
def test_not_answered_is_left_out_on_paper(lab_results):
    summary = build_summary(some_answers(lab_results=lab_results), today=TODAY)
    section = section_of(summary, "lab-results")
    assert not section.answered_rows
    assert [cells_of(row) for row in section.rows] == [["Lab results to show", "Not answered"]]
