"""A lab result on the sheet: exactly as typed, and compared with the typed range only."""

from datetime import date

import pytest

from appointments.choices import HasResults, ReportFlag
from appointments.phrases import say
from appointments.summary.build import build_summary
from tests.builders import some_answers
from tests.unit.appointments.summary.cases import TODAY, asides_of, cells_of, section_of

B12 = {"test": "b12_total", "unit": "pg_per_ml"}
REMARK = (
    "Amounts in a second unit (“about”, “=”) were converted by B12 Guide, for reading only. "
    "Results are as typed."
)


def section_with(*results):
    summary = build_summary(some_answers(lab_results=list(results)), today=TODAY)
    return section_of(summary, "lab-results")


def row_of(**entry):
    (row,) = section_with({**B12, **entry}).answered_rows
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
        ({"value": "231"}, "about 170.4 pmol/L"),
        ({"value": "0.62", "test": "mma_serum", "unit": "umol_per_l"}, "= 620 nmol/L"),
        ({"value": "1,250"}, None),  # two readings
        ({"value": "28", "test": "b12_active", "unit": "pmol_per_l"}, None),
        ({"value": "Negative", "unit": "none"}, None),
        ({"value": "", "waiting": True}, None),
    ],
)
def test_a_second_unit_stands_below_and_the_sheet_says_who_converted_it(entry, other):
    section = section_with({**B12, **entry})
    (row,) = section.answered_rows
    (cell,) = row.cells[2:3]
    assert say(cell.text).startswith(entry["value"])
    assert (other in map(say, cell.notes)) is (other is not None)
    assert [say(remark) for remark in section.remarks] == ([REMARK] if other else [])
    assert bool(section.sources) is (other is not None)


def test_the_remark_names_each_source_of_a_factor_once():
    mma = {"test": "mma_serum", "value": "0.62", "unit": "umol_per_l"}
    section = section_with({**B12, "value": "231"}, {**B12, "value": "180"}, mma)
    assert section.sources == ("MIRA", "MAYO-M", "NLM-MW")
    assert len(section.remarks) == 1


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ({"qualitative": "negative"}, "Negative"),
        ({"qualitative": "negative", "value": "3.2"}, "Negative, 3.2 U/mL"),
        ({"qualitative": "positive", "value": ">100"}, "Positive, >100 U/mL"),
        (
            {"qualitative": "equivocal", "value": "1:80", "unit": "none", "flag": "abnormal"},
            "Equivocal, 1:80 (marked abnormal on the report)",
        ),
        ({"qualitative": "negative", "lab_range": "Negative"}, "Negative"),
        (
            {"qualitative": "negative", "value": "3.2", "lab_range": "<3.2"},
            "Negative, 3.2 U/mL (above the lab’s range)",
        ),
        # A file can hold what the form refuses; a unit that was typed is kept without a number.
        (
            {"qualitative": "positive", "unit": "other", "unit_as_printed": "kU"},
            "Positive, kU",
        ),
        ({"qualitative": "positive", "waiting": True}, "Positive, waiting for the result"),
    ],
)
def test_a_result_in_a_word_with_its_number_beside_it(entry, words):
    section = section_with({"test": "ifab", "unit": "u_per_ml", **entry})
    (row,) = section.answered_rows
    assert cells_of(row)[2] == words
    assert row.cells[2].strong


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ({}, ""),
        ({"b12_before": "none"}, "no B12 before this sample"),
        (
            {"b12_before": "injection", "b12_how_long": "5 days"},
            "taken 5 days after an injection",
        ),
        (
            {"b12_before": "oral", "b12_how_long": "same day, at noon"},
            "taken after tablets, drops or spray: same day, at noon",
        ),
        ({"b12_how_long": "5 days"}, "last B12 before the sample: 5 days"),
        ({"biotin": "yes"}, "biotin in the 3 days before"),
        (
            {"b12_before": "unknown", "biotin": "unknown"},
            "not known if B12 was taken before (not known if biotin was taken)",
        ),
        ({"b12_before": "none", "biotin": "no"}, "no B12 before this sample"),
    ],
)
@pytest.mark.parametrize("waiting", [True, False])
def test_what_came_before_the_sample_stands_beside_its_result(entry, words, waiting):
    section = section_with({**B12, "waiting": waiting, **entry})
    (row,) = section.answered_rows
    assert cells_of(row)[4] == words


def test_no_biotin_is_shown_when_checking_only():
    section = section_with(
        {**B12, "value": "231", "taken_on": "9 Sept 2026", "biotin": "no"},
        {"test": "tsh", "value": "2", "biotin": "no"},
        {"test": "hb", "value": "12"},
    )
    assert section.answered_rows == section.rows
    assert [cells_of(row)[4] for row in section.rows] == ["", "", ""]
    no_biotin = ["no biotin in the 3 days before"]
    assert sorted([*asides_of(row)] for row in section.rows) == [[], no_biotin, no_biotin]


def test_units_are_printed_as_chosen_or_as_typed():
    assert result_of(value="5", unit="other", unit_as_printed="µg%") == "5 µg%"
    assert result_of(value="Negative", unit="none") == "Negative"
    assert result_of(value="Negative", unit="") == "Negative"


def test_waiting_and_nothing_typed_are_told_apart():
    assert result_of(waiting=True) == "waiting for the result"
    assert result_of() == "result not typed in"
    words = "waiting for the result, kU (marked high on the report)"
    assert result_of(waiting=True, unit="other", unit_as_printed="kU", flag="high") == words


def test_a_file_that_says_both_loses_neither():
    assert result_of(value="231", unit="none", waiting=True) == "231, waiting for the result"


def test_the_other_cells_are_as_typed():
    row = row_of(value="5", taken_on="spring?", lab_range="5 – 9 (f)", b12_before="oral")
    assert (row[1], *row[3:]) == (
        "spring?",
        "5 – 9 (f)",
        "taken after tablets, drops or spray",
    )
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
