"""Typing guards ask about units in neutral words, and never judge a value."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appointments.catalogue.conversions import CONVERSIONS, convert
from appointments.catalogue.lab_tests import LAB_TESTS, LAB_TESTS_BY_ID
from appointments.catalogue.typing_guards import (
    UNIT_SLIPS,
    USUAL_SPANS,
    check_typing,
)
from appointments.catalogue.units import UNITS_BY_ID, find_unit
from appointments.quantities import parse_quantity, parse_range

JUDGEMENT = re.compile(
    r"danger|\bhigh\b|\blow\b|normal|deficien|abnormal|too (much|little)|warning", re.IGNORECASE
)


def asked(test: str, value: str, unit: str, **more: str) -> list[str]:
    return [guard.id for guard in check_typing(test, Decimal(value), unit, **more)]


@pytest.mark.parametrize(
    ("test", "value", "unit", "expected"),
    [
        ("b12_total", "205", "pg_per_ml", []),
        ("b12_total", "49", "ng_per_l", ["unusual"]),
        ("b12_total", "50", "ng_per_l", []),
        ("b12_total", "2001", "pg_per_ml", ["recent_b12"]),
        ("b12_total", "100001", "pg_per_ml", ["too_large"]),
        ("b12_total", "36", "pmol_per_l", ["unusual"]),
        ("b12_total", "1500", "pmol_per_l", ["recent_b12"]),
        ("b12_active", "4", "pmol_per_l", ["unusual"]),
        ("b12_active", "201", "pmol_per_l", ["unusual"]),
        ("mma_serum", "0.28", "nmol_per_l", ["other_unit"]),
        ("mma_serum", "280", "umol_per_l", ["too_large", "other_unit"]),
        ("mma_serum", "21", "nmol_per_ml", ["other_unit"]),
        ("mma_serum", "3600", "nmol_per_l", []),
        ("mma_serum", "200000", "nmol_per_l", ["unusual"]),
        ("homocysteine", "2", "umol_per_l", ["other_unit"]),
        ("homocysteine", "49.1", "umol_per_l", []),
        ("hb", "12.5", "g_per_l", ["other_unit"]),
        ("hb", "125", "g_per_dl", ["too_large", "other_unit"]),
        ("hb", "5.9", "g_per_dl", ["unusual"]),
        ("hct", "42", "l_per_l", ["too_large", "other_unit"]),
        ("hct", "0.42", "percent", ["other_unit"]),
        ("hct", "42", "percent", []),
        ("wbc", "6100", "e9_per_l", ["too_large", "other_unit"]),
        ("plt", "250000", "e3_per_ul", ["too_large", "other_unit"]),
        ("creatinine", "1.0", "umol_per_l", ["other_unit"]),
        ("retic", "0", "percent", []),
        ("retic", "101", "percent", ["too_large"]),
        ("potassium", "2.7", "meq_per_l", ["unusual"]),
        ("hb", "0", "g_per_dl", ["unusual"]),
        ("hct", "0", "percent", ["unusual"]),
        ("ifab", "0", "u_per_ml", []),
        ("b12_total", "190", "other", []),
    ],
)
def test_numbers(test: str, value: str, unit: str, expected: list[str]) -> None:
    assert asked(test, value, unit) == expected


def test_what_labs_print_at_the_end_of_their_method_is_no_surprise() -> None:
    assert asked("tsh", "0.01", "miu_per_l", comparator="<") == []
    assert asked("tsh", "0.01", "miu_per_l") == ["unusual"]
    assert asked("b12_active", "256", "pmol_per_l", comparator=">") == []
    assert asked("mma_serum", "0.1", "nmol_per_l", comparator="<") == []


def test_a_high_b12_asks_about_recent_b12_and_keeps_the_comparator() -> None:
    assert asked("b12_total", "2000", "pg_per_ml", comparator=">") == []
    assert asked("b12_total", "2500", "pg_per_ml", comparator=">") == ["recent_b12"]


# Clinical brief, 1.6, as it stands there: test, units, soft low, soft high, hard maximum.
BRIEF = """
b12_total    | ng/L, pg/mL       | 50   | 2,000 | 100,000
b12_total    | pmol/L            | 37   | 1,480 | 74,000
b12_active   | pmol/L            | 5    | 200   | 2,000
mma_serum    | nmol/L            | 40   | 5,000 | 250,000
mma_serum    | µmol/L, nmol/mL   | 0.04 | 5     | 250
mma_serum    | ng/mL, µg/L       | 5    | 590   | 30,000
mma_urine    | mmol/mol          | 0.2  | 100   | 20,000
homocysteine | µmol/L            | 3    | 100   | 1,000
homocysteine | mg/L              | 0.4  | 13.5  | 135
folate_serum | ng/mL, µg/L       | 0.5  | 40    | 1,000
folate_serum | nmol/L            | 1.1  | 90    | 2,270
folate_rbc   | ng/mL             | 50   | 2,000 | 10,000
folate_rbc   | nmol/L            | 113  | 4,530 | 22,700
hb           | g/L               | 60   | 190   | 300
hb           | g/dL              | 6    | 19    | 30
hb           | mmol/L            | 3.7  | 11.8  | 18.6
mcv          | fL                | 65   | 125   | 180
hct          | L/L               | 0.18 | 0.60  | 0.85
hct          | %                 | 18   | 60    | 85
rbc          | 10^12/L           | 1.5  | 7     | 12
wbc          | 10^9/L            | 2    | 20    | 1,000
plt          | 10^9/L            | 75   | 700   | 5,000
retic        | 10^9/L            | 5    | 300   | 1,000
ferritin     | µg/L, ng/mL       | 3    | 1,000 | 200,000
tsh          | mIU/L             | 0.05 | 20    | 1,000
creatinine   | µmol/L            | 25   | 300   | 5,000
creatinine   | mg/dL             | 0.3  | 3.5   | 56
egfr         | mL/min/1.73 m²    | 15   | 140   | 300
gastrin      | pg/mL, ng/L       | 5    | 1,000 | 100,000
potassium    | mmol/L, mEq/L     | 2.8  | 6.0   | 12
"""
BRIEF_ROWS = [
    (test, find_unit(unit).id, *(Decimal(number.replace(",", "")) for number in numbers))
    for test, units, *numbers in (
        [cell.strip() for cell in line.split("|")] for line in BRIEF.strip().splitlines()
    )
    for unit in units.split(", ")
]
TINY = Decimal("0.000001")


@pytest.mark.parametrize(("test", "unit", "low", "high", "largest"), BRIEF_ROWS)
def test_each_row_of_the_brief(test, unit, low, high, largest) -> None:
    def ids(value: Decimal) -> set[str]:
        found = {guard.id for guard in check_typing(test, value, unit)}
        return found - {"other_unit"}  # its own rows are below

    unusual = {"recent_b12"} if test == "b12_total" else {"unusual"}
    for value in (low, high):
        assert ids(value) == set()
    for value in (high + TINY, largest):
        slipped = (test, unit) in UNIT_SLIPS and UNIT_SLIPS[test, unit].suits(value)
        assert ids(value) == (set() if slipped else unusual)
    assert "too_large" in ids(largest + TINY)
    slipped = (test, unit) in UNIT_SLIPS and UNIT_SLIPS[test, unit].suits(low - TINY)
    assert ids(low - TINY) == (set() if slipped else {"unusual"})


@pytest.mark.parametrize(
    ("test", "unit", "asked_about", "not_asked_about", "suggested"),
    [
        ("mma_serum", "nmol_per_l", ["0.28", "4.99"], ["5", "40"], "µmol/L or nmol/mL"),
        ("mma_serum", "umol_per_l", ["20.01", "280"], ["20", "3.6"], "nmol/L"),
        ("mma_serum", "nmol_per_ml", ["20.01", "280"], ["20", "3.6"], "nmol/L"),
        ("homocysteine", "umol_per_l", ["2.99"], ["3"], "mg/L"),
        ("hb", "g_per_l", ["3", "12", "25"], ["2.9", "25.1"], "g/dL"),
        ("hb", "g_per_dl", ["30", "120", "300"], ["29.9", "300.1"], "g/L"),
        ("hct", "l_per_l", ["15", "42", "70"], ["14.9", "70.1"], "%"),
        ("hct", "percent", ["0.42", "0.99"], ["1", "42"], "L/L"),
        ("wbc", "e9_per_l", ["1000.1", "6100"], ["1000", "6.1"], "cells/µL"),
        ("plt", "e9_per_l", ["10000", "250000"], ["9999", "250"], "cells/µL"),
        ("creatinine", "umol_per_l", ["1.0", "19.9"], ["20", "80"], "mg/dL"),
    ],
)
def test_each_slip_of_the_brief(test, unit, asked_about, not_asked_about, suggested) -> None:
    question = f"Did you mean {suggested}? Please look at the unit on your report."
    for value in asked_about:
        said = [str(guard.says) for guard in check_typing(test, Decimal(value), unit)]
        assert question in said
    for value in not_asked_about:
        assert "other_unit" not in asked(test, value, unit)


def test_rows_of_one_test_agree_across_its_units() -> None:
    """A row that was mistyped would be a tenth off, or a thousandfold."""
    for (test, unit), span in USUAL_SPANS.items():
        for other in CONVERSIONS[test].sizes if test in CONVERSIONS else ():
            there = USUAL_SPANS.get((test, other))
            if there is None or convert(test, span.low, unit, other) is None:
                continue
            for here, wanted in (
                (span.low, there.low),
                (span.high, there.high),
                (span.largest, there.largest),
            ):
                converted = convert(test, here, unit, other)
                assert converted is not None
                assert abs(converted - wanted) <= wanted / 10, (test, unit, other)


@pytest.mark.parametrize("test", sorted(CONVERSIONS))
def test_each_unit_that_can_be_converted_is_guarded(test: str) -> None:
    kept_as_typed = {("b12_active", "pg_per_ml"), ("b12_active", "ng_per_l")}
    for unit in CONVERSIONS[test].sizes:
        assert (test, unit) in USUAL_SPANS or (test, unit) in kept_as_typed


@pytest.mark.parametrize(
    ("value", "test", "unit"),
    [
        (">90", "egfr", "ml_per_min_173"),
        (">60", "egfr", "ml_per_min_173"),
        (">150", "egfr", "ml_per_min_173"),
        ("<0.01", "tsh", "miu_per_l"),
        (">128", "b12_active", "pmol_per_l"),
        (">256", "b12_active", "pmol_per_l"),
        (">2000", "b12_total", "pg_per_ml"),
        ("<150", "b12_total", "pg_per_ml"),
        ("<30", "b12_total", "pg_per_ml"),
    ],
)
def test_where_a_method_ends_nothing_is_asked(value: str, test: str, unit: str) -> None:
    assert guards_of(test, unit, value) == []


def guards_of(test: str, unit: str, value: str, lab_range: str = "") -> list[str]:
    """Return what is asked about a result and a range as typed."""
    quantity, printed = parse_quantity(value), parse_range(lab_range)
    assert quantity is not None
    ends = (
        [end and end.number.readings[0] for end in (printed.low, printed.high)] if printed else []
    )
    low, high = ends or (None, None)
    found = check_typing(
        test,
        quantity.value,
        unit,
        comparator=quantity.comparator,
        range_low=low,
        range_high=high,
        range_unit_id=printed.unit_id if printed else None,
    )
    return [str(guard.says) for guard in found]


def looks_like(unit: str) -> list[str]:
    return [f"Your range looks like {unit}. Which unit does your report print?"]


@pytest.mark.parametrize(
    ("fixture", "test", "unit", "value", "lab_range", "expected"),
    [
        ("unit_flip", "b12_total", "pmol_per_l", "180", "180-914", looks_like("pg/mL or ng/L")),
        ("edge_nice", "b12_total", "pmol_per_l", "133", "133-258", []),
        ("edge_nice", "b12_total", "ng_per_l", "180", "180-350", []),
        ("edge_nice", "b12_total", "pmol_per_l", "132.9", "133-258", []),
        ("nmolml", "mma_serum", "nmol_per_ml", "0.28", "≤0.40", []),
        ("over", "b12_total", "pg_per_ml", ">2000", "180-914", []),
    ],
)
def test_the_fixtures_of_the_brief(fixture, test, unit, value, lab_range, expected) -> None:
    """Clinical brief, 9.1."""
    assert guards_of(test, unit, value, lab_range) == expected


@pytest.mark.parametrize(
    ("test", "unit", "value", "lab_range", "suggested"),
    [
        ("hb", "g_per_l", "125", "12-16", "g/dL"),
        ("hb", "g_per_l", "125", "120-160", None),
        ("hb", "g_per_l", "125", "12-160", None),
        ("hb", "g_per_dl", "12.5", "120-160", "g/L"),
        ("hct", "percent", "42", "0.36-0.46", "L/L"),
        ("hct", "l_per_l", "0.42", "36-46", "%"),
        ("mma_serum", "nmol_per_l", "280", "0.10-0.40", "µmol/L or nmol/mL"),
        ("mma_serum", "nmol_per_l", "280", "≤0.40", "µmol/L or nmol/mL"),
        ("mma_serum", "nmol_per_l", "280", "0-0.40", "µmol/L or nmol/mL"),
        ("mma_serum", "nmol_per_l", "280", "<400", None),
        ("mma_serum", "nmol_per_l", "280", "0-378", None),
        ("mma_serum", "umol_per_l", "0.28", "73-271", "nmol/L"),
        ("homocysteine", "umol_per_l", "15", "0.5-2.0", "mg/L"),
        ("homocysteine", "umol_per_l", "15", "0-15", None),
        ("wbc", "e9_per_l", "6.1", "4000-11000", "cells/µL"),
        ("plt", "e3_per_ul", "250", "150000-450000", "cells/µL"),
        ("creatinine", "umol_per_l", "80", "0.6-1.2", "mg/dL"),
        ("creatinine", "umol_per_l", "80", ">0", None),
        ("creatinine", "umol_per_l", "80", "", None),
        ("creatinine", "umol_per_l", "80", "Negative", None),
        ("mcv", "fl", "90", "0.6-1.2", None),
        ("b12_total", "pg_per_ml", "300", "<145", None),
    ],
)
def test_a_range_that_suits_another_unit(test, unit, value, lab_range, suggested) -> None:
    asked = guards_of(test, unit, value, lab_range)
    assert asked == (looks_like(suggested) if suggested else [])


def test_a_number_and_a_range_in_the_same_other_unit_are_one_question() -> None:
    assert guards_of("hb", "g_per_l", "12.5", "12-16") == [
        "Did you mean g/dL? Please look at the unit on your report."
    ]


@pytest.mark.parametrize(
    ("unit", "low", "high", "suggested"),
    [
        ("ng_per_l", "200", "600", "pmol/L"),
        ("pg_per_ml", "145", "569", "pmol/L"),
        ("pmol_per_l", "180", "914", "pg/mL or ng/L"),
        ("pmol_per_l", "232", "1245", "pg/mL or ng/L"),
        ("pmol_per_l", "200", "600", None),
        ("pg_per_ml", "180", "914", None),
        ("ng_per_l", "129", "600", None),
        ("ng_per_l", "201", "600", None),
        ("pmol_per_l", "251", "914", None),
        ("pmol_per_l", "180", "1251", None),
    ],
)
def test_a_b12_range_that_looks_like_another_unit(unit, low, high, suggested) -> None:
    asked = guards_of("b12_total", unit, "300", f"{low}-{high}")
    assert asked == (looks_like(suggested) if suggested else [])


def test_a_range_with_a_unit_of_its_own() -> None:
    assert guards_of("b12_total", "ng_per_l", "300", "180-914 pg/mL") == []
    assert guards_of("b12_total", "pmol_per_l", "300", "180-914 pg/mL") == [
        "Your range is in pg/mL. Which unit does your report print beside the result?"
    ]


def test_tables_name_tests_and_units_that_exist() -> None:
    for test, unit in (*USUAL_SPANS, *UNIT_SLIPS):
        assert unit in LAB_TESTS_BY_ID[test].units
    for (test, _unit), slip in UNIT_SLIPS.items():
        assert set(slip.units) <= set(LAB_TESTS_BY_ID[test].units)


NUMBERS = st.decimals(min_value=0, allow_nan=False, allow_infinity=False)


@given(
    test=st.sampled_from(LAB_TESTS),
    value=NUMBERS,
    ends=st.tuples(st.none() | NUMBERS, st.none() | NUMBERS),
    range_unit=st.none() | st.sampled_from(sorted(UNITS_BY_ID)),
    pick=st.randoms(use_true_random=False),
)
def test_no_sentence_judges(test, value: Decimal, ends, range_unit, pick) -> None:
    low, high = ends
    for guard in check_typing(
        test.id,
        value,
        pick.choice(test.units),
        range_low=low,
        range_high=high,
        range_unit_id=range_unit,
    ):
        assert not JUDGEMENT.search(str(guard.says))
