"""Any text can be pasted: nothing raises, nothing is lost, and what we print is read back."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from appointments.catalogue.lab_test_names import find_tests
from appointments.catalogue.lab_tests import LAB_TESTS
from appointments.catalogue.units import UNITS_BY_ID
from appointments.choices import ReportFlag
from appointments.report_text.column_titles import column_title
from appointments.report_text.headings import read_heading
from appointments.report_text.lines import MOST_LINES, Line, lines_of
from appointments.report_text.read import read_report
from appointments.report_text.sample_dates import (
    date_taken,
    dated_without_label,
    is_date_label,
    only_date,
)

PIECES = st.sampled_from(
    [
        *(
            "Vitamin B12",
            "Folate",
            "Hb",
            "MCH",
            "Ferritin",
            "Intrinsic factor antibody",
            "K",
            "Urine",
        ),
        *("142", "1,250", "4,5", "1 250", "<150", "1:80", "Negative", "pg/mL", "g/L", "x10^9/L"),
        *("200-900", "(180 - 914)", ">3.0", "[<0.40]", "L", "H", "*", "-", "Low", "Critical", "↓"),
        *("Collected: 12/03/2024", "DOB: 01/02/1960", "12/03/2024", "Reference range:", "Result"),
        *("Test\tResult\tUnits", "Previous", "Normal range: 200 - 900 pg/mL", "|", "---", "01"),
        *(
            "Serum",
            ";",
            ",",
            ":",
            "....",
            "\t",
            "  ",
            "\n",
            "\r\n",
            "\n\n",
            "\u200b",
            "😀",
            "\u202e",
        ),
        *(
            "Date: 12/03/2024",
            "Test results",
            "Test  12/03/2023  05/01/2024",
            "200",
            "900",
            "Value",
        ),
        *("Low: <200", "Normal: >200", "Page 1 of 2", "Previous Result and Date", "Your", "was"),
    ]
)
TEXTS = st.one_of(
    st.text(),
    st.lists(PIECES, max_size=40).map(" ".join),
    st.lists(PIECES, max_size=25).map("\n".join),
)


def serves_others(line: Line) -> bool:
    """Whether a line is a heading, a title, a date of the sample, or a rule."""
    return bool(
        line.is_rule
        or read_heading(line.text, line.indent)
        or column_title(line.text)
        or is_date_label(line.text)
        or date_taken(line.text)
        or only_date(line.text)
        or dated_without_label(line.text)
    )


@given(TEXTS)
def test_any_text_is_safe_and_every_line_is_accounted_for_once(text: str) -> None:
    reading = read_report(text)
    lines = lines_of(text)
    left = Counter(line.pasted for line in lines)
    left -= Counter(line for row in reading.rows for line in row.lines)
    # What is unread of a line with several results is a part of it.
    whole = [line for line in reading.unread if line in {other.pasted for other in lines}]
    assert not Counter(whole) - left
    left -= Counter(whole)
    assert all(serves_others(line) for line in lines if left[line.pasted])


@given(TEXTS)
def test_a_row_says_only_what_its_lines_say(text: str) -> None:
    for row in read_report(text).rows:
        said = "".join("".join(row.lines).split())
        for part in (row.value, row.lab_range, row.unit_as_printed):
            assert "".join(part.split()) in said
        assert "".join(row.taken_on.split()) in "".join(text.split())
        assert row.value
        assert (row.unit == "other") == bool(row.unit_as_printed)


@given(TEXTS)
def test_without_a_row_every_line_with_words_is_unread(text: str) -> None:
    reading = read_report(text)
    if not reading.rows:
        words = [line for line in text.splitlines() if any(sign.isalnum() for sign in line)]
        assert [line for line in reading.unread if any(map(str.isalnum, line))] == words


@dataclass(frozen=True, kw_only=True)
class Printed:
    """A result, to be printed in several layouts."""

    name: str
    test: str
    value: str
    unit: str
    lab_range: str
    flag: str


FLAGS = {"L": ReportFlag.LOW, "H": ReportFlag.HIGH, "Low": ReportFlag.LOW, "*": ReportFlag.ABNORMAL}
NUMBERS = st.one_of(
    st.integers(0, 9_999).map(str),
    st.decimals(0, 999, places=1).map(str),
    st.decimals(0, 999, places=2).map(lambda number: str(number).replace(".", ",")),
)


@st.composite
def printed(draw: st.DrawFn) -> Printed:
    test = draw(st.sampled_from(LAB_TESTS))
    name = draw(st.sampled_from([str(test.wording), *test.abbreviations]))
    low = draw(st.integers(1, 400))
    return Printed(
        name=name,
        test=test.id,
        value=draw(st.sampled_from(["", "<", "> "])) + draw(NUMBERS),
        unit=draw(st.sampled_from(test.units)),
        lab_range=draw(
            st.sampled_from(
                [f"{low}-{low + 50}", f"{low} – {low + 50}", f"<{low}", f"> {low}", f"≤{low}"]
            )
        ),
        flag=draw(st.sampled_from(list(FLAGS))),
    )


LAYOUTS = {
    "brackets": "{name} {value} {unit} ({range}) {flag}",
    "square brackets": "{name}: {value} {unit} [{range}] {flag}",
    "tabs": "{name}\t{value}\t{unit}\t{range}\t{flag}",
    "tabs, flag first": "{name}\t{value}\t{flag}\t{unit}\t{range}",
    "wide gaps": "{name}    {value}   {unit}   {range}   {flag}",
    "bars": "| {name} | {value} | {unit} | {range} | {flag} |",
    "bullet": "• {name} .... {value} {unit} (Ref: {range}) {flag}",
    "heading": (
        "Test\tFlag\tResult\tReference Range\tUnits\n{name}\t{flag}\t{value}\t{range}\t{unit}"
    ),
    "previous": (
        "Test\tResult\tPrevious\tUnits\tRange\tFlag\n{name}\t{value}\t77\t{unit}\t{range}\t{flag}"
    ),
    "lines": "{name}\n{value} {unit}\nReference range: {range}\n{flag}",
    "cells on lines": "{name}\n{value}\n{unit}\n{range}\n{flag}",
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@given(result=printed())
def test_a_printed_result_is_read_back(layout: str, result: Printed) -> None:
    # On a line of its own, "units" is the title of a column.
    assume(result.unit != "units" or "{value}\n{unit}\n" not in layout)
    text = layout.format(
        name=result.name,
        value=result.value,
        unit=UNITS_BY_ID[result.unit].shown,
        range=result.lab_range,
        flag=result.flag,
    )
    reading = read_report("Collected: 12 Mar 2024 09:10\n" + text)
    (row,) = reading.rows
    assert (row.test, row.value, row.unit) == (result.test, result.value, result.unit)
    assert (row.lab_range, row.flag) == (result.lab_range, FLAGS[result.flag])
    assert row.taken_on == "12 Mar 2024"
    assert reading.unread == ()


@pytest.mark.parametrize(
    "value", ["Negative", "Not detected", "weak positive", "1:80", "Equivocal"]
)
@pytest.mark.parametrize("test", [test for test in LAB_TESTS if test.qualitative])
def test_words_and_titers_are_results_of_antibodies(test, value: str) -> None:
    (row,) = read_report(f"{test.abbreviations[0]}  {value}").rows
    assert (row.test, row.value, row.unit) == (test.id, value, "none")


@pytest.mark.parametrize("value", ["Negative", "1:30", "see comment", "pending", "normal"])
def test_words_are_no_results_of_other_tests(value: str) -> None:
    assert read_report(f"Vitamin B12  {value}").unread == (f"Vitamin B12  {value}",)


@pytest.mark.parametrize(
    "line",
    [
        "Date of birth: 12/03/1960",
        "DOB 12/03/1960",
        "Phone: 020 7946 0958",
        "K 020 7946 0958",
        "6499 Park St, San Antonio, TX 64110",
        "Request no. 45120331",
        "Reported: 13/03/2024",
        "Received: 13/03/2024",
        "Printed on 13/03/2024",
        "Last B12 injection taken: 12/03/2024",
        "Name: Hb Smith",
    ],
)
def test_who_and_when_is_neither_a_result_nor_the_day_of_the_sample(line: str) -> None:
    reading = read_report(f"{line}\nVitamin B12 142 pg/mL")
    assert [row.taken_on for row in reading.rows] == [""]
    assert reading.unread == (line,)


def test_the_day_of_one_report_is_not_given_to_the_next() -> None:
    reading = read_report(
        "Collected: 01/02/2024\nVitamin B12 142 pg/mL\nReport of 05/06/2025\nVitamin B12 410 pg/mL"
    )
    assert [row.taken_on for row in reading.rows] == ["01/02/2024", ""]


def test_a_heading_or_date_without_results_is_unread() -> None:
    text = "Collected: 01/02/2024\nTest\tResult\tUnits\nSodium\t140\tmmol/L"
    assert read_report(text).unread == tuple(text.splitlines())


def test_lines_beyond_the_most_are_unread() -> None:
    reading = read_report("Vitamin B12 142 pg/mL\n" * (MOST_LINES + 3))
    assert (len(reading.rows), len(reading.unread)) == (MOST_LINES, 3)


@pytest.mark.parametrize(
    "text",
    [
        "Vitamin B12 142 pg/mL (200-900) L\n" * 3_000,
        "Vitamin B12\n142\nNormal range: 200 - 900 pg/mL\nLow\n" * 2_000,
        "Vitamin B12\n" * 8_000,
        "1 " * 50_000,
        "1,111" * 20_000,
        ("1 111 " * 49 + "\n") * 400,
        ("- " * 149 + "\n") * 400,
        ("Hb" * 149 + "\n") * 400,
        ("Hb (" * 74 + "\n") * 400,
        ("(" * 299 + "\n") * 400,
        ("Hb 1 to 2 " * 29 + "\n") * 400,
        ("folate " * 42 + "\n") * 400,
        ("collected date / " * 17 + "\n") * 400,
        ("Hb;" * 99 + " 1\n") * 400,
        ("Hb 11 g/dL; " * 24 + "\n") * 400,
        "Name DOB 01/02/1960\nPage 1 of 2\nVitamin B12 142 pg/mL\n" * 140,
        "Date 01/02/2024 " * 1_000,
        ("Hb 11 (1-2) " * 24 + "\n") * 400,
        "Low: <200\n" * 2_000,
        ("Your Hb was " * 24 + "\n") * 400,
        "\t" * 100_000,
        "😀\u202e\x00" * 30_000,
    ],
    ids=lambda text: ascii(text[:20]),
)
def test_long_texts_take_no_time(text: str) -> None:
    start = time.perf_counter()
    read_report(text)
    assert time.perf_counter() - start < 2


# Each was read wrongly, or could be, while the reader was written.
@pytest.mark.parametrize(
    "line",
    [
        "Hb 112 115 g/L 120-160",
        "Ferritin 12 150 ng/mL",
        "Ferritin 12 (150) ng/mL",
        "Haemoglobin (last) 12.1 g/dL",
        "Hb 118 -> 112 g/L",
        "Hb F 0.8",
        "Hb A2 2.5 %",
        "Target ferritin >50 ug/L",
        "Vitamin B12 200-900 pg/mL",
        "Vitamin B12 Ref: 200",
        "Vitamin B12 2024",
        "Vitamin B12 12/03/2024",
        "Vitamin B12 1000 mcg/mL",
        "Folic acid 5 mg/day",
        "Creatinine 8.2 mmol/L",
        "PLT 2 units",
        "Folate; RBC 350 pending",
        "Calcium 2.35 mmol/L Potassium 4.1 mmol/L",
        "B12: 142 (12/03/2024), 310 (10/12/2022)",
        "Vitamin B12 142 L pg/mL 200-900 H",
        "Platelets 1 250 150-400 x10^9/L 900",
        "Platelets 112 250 10^9/L",
        "Parietal cell antibody Positive (1:20)",
        "Vitamin B12 188 pg/mL Low <200",
        "Folate 13.2 ng/mL Low: <3.4",
        "Your vitamin B12 was 142 pg/mL in March and is 200 now.",
        "Ferritin 12 ug/L (15-150) RDW 14.1 % (11-15)",
        "Homocysteine Test performed: not done",
        "Methylmalonic acid    Collected - Specimen In Lab",
    ],
)
def test_what_is_not_certain_is_unread(line: str) -> None:
    assert read_report(line).rows == ()
    assert read_report(line).unread == (line,)


@pytest.mark.parametrize(
    "text",
    [
        "Sodium\nPotassium\n140 mmol/L\n4.2 mmol/L",
        "142 pg/mL\nVitamin B12\n6.2 ng/mL\nFolate",
        "Vitamin B12\n555 0123",
        "Vitamin B12\n142",
        "Vitamin B12\n12/03/2024\n142 pg/mL",
        "VITAMIN B12\nNormal range: 232 - 1,245 pg/mL\n232\n142",
        "Test  Result  Previous  Units\nHb 112 g/L",
        "Date        12/03/24   15/06/24\nHb          112        118        g/L",
    ],
)
def test_lines_whose_order_is_not_certain_are_unread(text: str) -> None:
    assert read_report(text).unread == tuple(text.splitlines())


def test_every_name_of_the_catalogue_is_found() -> None:
    for test in LAB_TESTS:
        for name in (str(test.wording), *test.abbreviations):
            assert test in find_tests(name), name
