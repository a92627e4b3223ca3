"""Which results are drawn over time, in which unit, and what the page says of the others."""

import pytest

from appointments.phrases import say
from appointments.summary.model import Kind
from appointments.summary.trend import trend_sections
from tests.builders import some_answers
from tests.unit.appointments.summary.cases import TODAY, cells_of, summary_of

B12 = {"test": "b12_total", "unit": "pg_per_ml"}
OWN = {"test": "other", "unit": "other"}


def sections_of(*entries):
    return trend_sections(some_answers(lab_results=list(entries)), TODAY)


def result(value, taken_on="12 Feb 2023", **rest):
    return {**B12, "value": value, "taken_on": taken_on, **rest}


def said(section):
    return [say(remark) for remark in section.remarks]


LATER = result("300", "9 Sept 2026")


def test_a_section_is_a_picture_with_its_rows():
    (section,) = sections_of(
        result("410", "9 Sept 2026", unit="ng_per_l", lab_range="180-914"),
        result("105", "March 2024", unit="pmol_per_l", lab_range="133 - 675"),
        result("<150", lab_range="200-900"),
    )
    assert say(section.title) == "Vitamin B12 (total) over time"
    assert section.kind is Kind.TABLE
    assert not section.when_checking
    assert section.figure
    assert [cells_of(row) for row in section.rows] == [
        ["12 Feb 2023", "<150 pg/mL", "200-900"],
        ["March 2024", "105 pmol/L (about 142.3 ng/L)", "133 - 675"],
        ["9 Sept 2026", "410 ng/L", "180-914"],
    ]
    assert said(section) == []


@pytest.mark.parametrize(
    "entries",
    [
        [],
        [LATER],
        [LATER, result("", waiting=True)],
        [LATER, result("")],
        [LATER, result("Negative")],
        [LATER, result("1,250")],
        [LATER, result("250", "")],
        [LATER, result("250", "when I was ill")],
        [LATER, result("250", unit="")],
        [LATER, result("250", test="ferritin", unit="ng_per_ml")],
        [LATER, result("250 pmol/L")],
        [LATER, result("99999999")],
        [LATER, result("0.00000001")],
        [{**OWN, "own_words": name, "value": "2", "taken_on": "2020"} for name in ("Zinc", "Tin")],
        [result("250", unit=""), result("260", unit="")],
    ],
)  # fmt: skip
def test_there_is_no_picture_without_two_results_that_can_be_joined(entries):
    assert sections_of(*entries) == ()


@pytest.mark.parametrize(
    ("test", "units"),
    [
        ("b12_active", ("pmol_per_l", "pg_per_ml")),
        ("retic", ("percent", "e9_per_l")),
        ("b12_total", ("ng_per_l", "none")),
    ],
)
def test_results_that_cannot_be_joined_say_why_there_is_no_picture(test, units):
    one, other = units
    (section,) = sections_of(
        result("20", "2020", test=test, unit=one), result("30", "2021", test=test, unit=other)
    )

    assert section.figure is None
    assert say(section.remarks[0]).startswith("No picture: ")
    assert [say(row.cells[0].text) for row in section.rows] == ["2020", "2021"]


@pytest.mark.parametrize(
    ("test", "units", "axis"),
    [
        ("b12_total", ("pg_per_ml", "pmol_per_l"), "pmol/L"),
        ("b12_total", ("pmol_per_l", "ng_per_l"), "ng/L"),
        ("hb", ("mmol_per_l", "g_per_dl"), "g/dL"),
        ("mma_serum", ("nmol_per_l", "umol_per_l"), "µmol/L"),
        ("b12_active", ("pg_per_ml", "ng_per_l"), "ng/L"),
        ("retic", ("cells_per_ul", "e9_per_l"), "×10^9/L"),
        ("mcv", ("fl", "fl"), "fL"),
        ("ttg", ("none", "none"), ""),
    ],
)
def test_the_axis_has_the_unit_of_the_latest_result(test, units, axis):
    first, last = units
    (section,) = sections_of(
        result("30", "2025", test=test, unit=last), result("20", "2023", test=test, unit=first)
    )
    assert section.figure.unit == axis


@pytest.mark.parametrize(
    ("one", "other", "axis"),
    [
        ({"unit": "other", "unit_as_printed": "ng/mL serum"}, {}, "ng/mL serum"),
        ({"value": "2 ng/L", "unit": ""}, {"unit": "ng_per_l"}, "ng/L"),
        ({"unit": "other", "unit_as_printed": "ug/L"}, {"unit": "ug_per_l"}, "µg/L"),
    ],
)
def test_units_in_own_words_join_where_they_are_the_same(one, other, axis):
    entry = {"test": "other", "own_words": "Zinc", "value": "2", "taken_on": "2020"}
    (section,) = sections_of({**entry, **one}, {**entry, **one, "own_words": "zinc ", **other})
    assert section.figure.unit == axis


def test_own_units_that_differ_in_case_are_two_units():
    entry = {**OWN, "own_words": "Zinc", "value": "2", "taken_on": "2020"}
    (section,) = sections_of(
        {**entry, "unit_as_printed": "G/L x"}, {**entry, "unit_as_printed": "g/L x"}
    )
    assert section.figure is None


def test_units_that_cannot_be_joined_have_a_picture_each():
    percent, count = sections_of(
        *(result(value, test="retic", unit="percent") for value in ("1.1", "2.9")),
        *(result(value, test="retic", unit="e9_per_l") for value in ("62", "70")),
        result("", test="retic", waiting=True, taken_on="18 Nov 2026"),
    )
    assert [say(part.title) for part in (percent, count)] == [
        "Reticulocytes over time, in %",
        "Reticulocytes over time, in ×10^9/L",
    ]
    assert percent.id != count.id
    assert [cells_of(row)[1] for row in percent.rows] == [
        "1.1 %",
        "2.9 %",
        "waiting for the result",
    ]
    assert [cells_of(row)[1] for row in count.rows] == ["62 ×10^9/L", "70 ×10^9/L"]
    assert said(percent) == [
        "Results of almost the same date are drawn side by side.",
        "Results in ×10^9/L have a picture of their own: they cannot be converted safely to %.",
        (
            "Not in the picture, because the result is not here yet: "
            "18 Nov 2026, waiting for the result."
        ),
    ]
    assert said(count)[1:] == [
        "Results in % have a picture of their own: they cannot be converted safely to ×10^9/L."
    ]


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        (result("", waiting=True), "the result is not here yet: 12 Feb 2023, waiting"),
        (result("high"), "the result is not one number: 12 Feb 2023, high pg/mL."),
        (result("", qualitative="negative"), "the result is not one number: 12 Feb 2023, Neg"),
        (result("1,250"), "the number can be read in two ways: 12 Feb 2023, 1,250 pg/mL."),
        (result("250", ""), "the date is missing or cannot be placed: no date, 250 pg/mL."),
        (result("250", "then"), "the date is missing or cannot be placed: then, 250 pg/mL."),
        (result("250", "12 Nov 2062"), "the date is still to come: 12 Nov 2062, 250 pg/mL."),
        (result("250", "23 Nov 2026"), "the date is still to come: 23 Nov 2026, 250 pg/mL."),
        (result("250", "1 Jan 1961"), "the date is before birth: 1 Jan 1961, 250 pg/mL."),
        (result("250", "130 years ago"), "the date is before birth: 130 years ago, 250 pg/mL."),
        (result("250", unit=""), "no unit was typed in: 12 Feb 2023, 250."),
        (result("2 ng/mL"), "two different units were typed in: 12 Feb 2023, 2 ng/mL pg/mL."),
        (result("12345678"), "the number is too large or too small to draw: 12 Feb 2023, 12345678"),
        (
            result("25", unit="percent"),
            "its unit cannot be converted safely to the one used here: 12 Feb 2023, 25 %.",
        ),
        (
            result("25", unit="none"),
            "its unit cannot be converted safely to the one used here: 12 Feb 2023, 25.",
        ),
    ],
)  # fmt: skip
def test_what_is_not_drawn_stays_in_the_table_and_is_named(entry, why):
    answers = some_answers(
        lab_results=[result("200", "2020"), LATER, entry], about={"date_of_birth": "1961-04-02"}
    )
    (section,) = trend_sections(answers, TODAY)
    assert len(section.rows) == 3
    assert len(section.figure.marks) == 2
    (remark,) = said(section)
    assert remark.startswith(f"Not in the picture, because {why}")


def test_a_year_that_is_not_over_ends_today():
    (section,) = sections_of(result("200", "2020"), result("250", "2026"))
    mark = section.figure.marks[-1]
    assert say(section.figure.times[-1].label) != "2027"
    assert mark.right == pytest.approx(1, abs=0.05)


def test_a_word_beside_a_number_stands_in_its_row():
    (section,) = sections_of(result("200", qualitative="borderline", waiting=True), LATER)
    assert cells_of(section.rows[0])[1] == "Borderline, 200 pg/mL, waiting for the result"


def test_a_number_that_gets_too_large_in_the_unit_of_the_axis_is_named():
    (section,) = sections_of(
        result("9000000", "2020", unit="ng_per_ml"), result("200", "2021"), LATER
    )
    assert len(section.figure.marks) == 2
    (remark,) = said(section)
    assert remark.endswith("is too large or too small to draw: 2020, 9000000 ng/mL.")


@pytest.mark.parametrize(
    "lab_range",
    ["see comment", "Negative", "148-664 pmol/L", "1,000-2,000", "200-999999999"],
)
def test_a_range_that_is_not_drawn_is_named(lab_range):
    (section,) = sections_of(result("200", lab_range=lab_range), LATER)
    assert [mark.lab_range for mark in section.figure.marks] == [None, None]
    (remark,) = said(section)
    assert remark.startswith("Range not in the picture, because it is not in plain numbers, or in")
    assert remark.endswith(": 12 Feb 2023, 200 pg/mL.")


def test_each_row_leads_to_its_entry():
    (section,) = sections_of(result("200"), LATER)
    assert [row.changes[0].item for row in section.rows] == [1, 2]


def test_the_sample_case_has_the_pictures_it_is_made_for():
    titles = [say(part.title) for part in summary_of("trend").sections_on_paper if part.figure]
    assert titles == [
        "Vitamin B12 (total) over time",
        "Hemoglobin over time",
        "Methylmalonic acid (MMA) over time",
        "Reticulocytes over time, in %",
        "Reticulocytes over time, in ×10^3/µL",
        "Ferritin over time",
    ]
