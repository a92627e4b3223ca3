"""Which day a result is of, which column is the newest, and which lines only look like results."""

from __future__ import annotations

import pytest

from appointments.choices import ReportFlag
from appointments.report_text.read import read_report


@pytest.mark.parametrize(
    "line",
    [
        "Date: 12/03/2024",
        "Dato: 12.03.2024",
        "Test results\n12 March 2024",
        "Date of Service: 2024-03-12",
        "Specimen Collection Date: Mar 12, 2024@04:33",
        "Taget: 12. marts 2024",
        "Abnahme am 12.03.2024",
        "Blood taken: Tuesday 12 March 2024 at 9:04 a.m.",
        "Collected: 2024-Mar-12 09:15",
    ],
)
def test_the_day_of_the_sample_is_found(line: str) -> None:
    reading = read_report(f"{line}\nVitamin B12 142 pg/mL")
    (row,) = reading.rows
    assert row.taken_on
    assert row.taken_on in line


@pytest.mark.parametrize(
    "above",
    [
        "12/03/2024",
        "Jane Doe\n12/03/1960",
        "Laboratory report\nDate: 12/03/2024",
        "Date: 12/03/2024\nDear Mrs Smith",
        "Reported: 12/03/2024\nDate: 12/03/2024",
        "Next collection date: 12/03/2024",
        "Previous collection date: 12/03/2024",
    ],
)
def test_a_date_that_may_be_of_something_else_is_unread(above: str) -> None:
    reading = read_report(f"{above}\nVitamin B12 142 pg/mL")
    assert [row.taken_on for row in reading.rows] == [""]
    assert reading.unread == tuple(above.splitlines())


@pytest.mark.parametrize(
    ("between", "taken_on"),
    [
        ("General information", "12/03/2024"),
        ("Resulted: 13/03/2024", ""),
        ("Urine culture", ""),
        ("Folate 6.2 ng/mL\nDate: 01/01/2024", ""),
    ],
)
def test_the_only_date_below_all_rows_is_theirs(between: str, taken_on: str) -> None:
    reading = read_report(f"Vitamin B12 142 pg/mL\n{between}\nCollected: 12/03/2024")
    assert {row.taken_on for row in reading.rows} == {taken_on}


@pytest.mark.parametrize(
    ("between", "taken_on"),
    [
        ("Page 1 of 2\nName: DOE  DOB: 01/02/1960", "12/03/2024"),
        ("Name: DOE  DOB: 01/02/1960", ""),
        ("Page 1 of 1\nName: DOE  DOB: 01/02/1960", ""),
        ("Comment: method changed on 01/02/2024", "12/03/2024"),
    ],
)
def test_a_page_break_keeps_the_day_and_a_new_report_does_not(between: str, taken_on: str) -> None:
    reading = read_report(
        "Name: DOE  DOB: 01/02/1960\nCollected: 12/03/2024\nVitamin B12 142 pg/mL\n"
        f"{between}\nFolate 6.2 ng/mL"
    )
    assert [row.taken_on for row in reading.rows] == ["12/03/2024", taken_on]


@pytest.mark.parametrize(
    ("heading", "value", "taken_on"),
    [
        ("Test      14/03/2024  15/06/2023", "142", "14/03/2024"),
        ("          15.06.23    14.03.24", "118", "14.03.24"),
        ("Test      Latest (14/03/2024)  Previous (15/06/2023)", "142", "14/03/2024"),
        ("Test | 05 Mar 2024 | 15 Jun 2023", "142", "05 Mar 2024"),
    ],
)
def test_of_several_days_the_newest_is_read(heading: str, value: str, taken_on: str) -> None:
    line = "B12 | 142 L | 118" if "|" in heading else "B12       142 L       118"
    (row,) = read_report(f"{heading}\n{line}").rows
    assert (row.value, row.taken_on) == (value, taken_on)
    assert (row.flag is ReportFlag.LOW) == (value == "142")


@pytest.mark.parametrize(
    "text",
    [
        "Test      03/04/2024  04/03/2024\nB12       142         118",
        "Test      14/03/2024  15/06/2023\nB12                   118",
        "Test 14/03/2024 15/06/2023\nB12 118",
        "Test      Result     Previous\nB12                  118",
    ],
)
def test_an_older_result_is_never_read(text: str) -> None:
    assert read_report(text).unread == tuple(text.splitlines())


def test_bands_are_neither_a_mark_nor_a_range() -> None:
    bands = ("Reference Range", "Low: <3.4", "Borderline: 3.4-5.4", "Normal: >5.4")
    reading = read_report("\n".join(("Folate 13.2 ng/mL", *bands, "Ferritin 41 ng/mL")))
    assert [(row.value, row.lab_range, row.flag) for row in reading.rows] == [
        ("13.2", "", None),
        ("41", "", None),
    ]
    assert reading.unread == bands


@pytest.mark.parametrize("numbers", ["232|1,245|142", "142|232|1,245", "232|1,245|Value|142"])
def test_the_ends_of_a_bar_are_not_the_result(numbers: str) -> None:
    lines = ["VITAMIN B12", "Normal range: 232 - 1,245 pg/mL", *numbers.split("|"), "Low"]
    reading = read_report("\n".join(lines))
    (row,) = reading.rows
    assert (row.value, row.lab_range) == ("142", "232 - 1,245 pg/mL")
    assert row.flag is ReportFlag.LOW
    assert reading.unread == ()
