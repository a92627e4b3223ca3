"""Typing guards ask about units in neutral words, and never judge a value."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appointments.catalogue.lab_tests import LAB_TESTS, LAB_TESTS_BY_ID
from appointments.catalogue.typing_guards import (
    UNIT_SLIPS,
    USUAL_SPANS,
    check_typing,
)

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


@pytest.mark.parametrize(
    ("unit", "low", "high", "suggested"),
    [
        ("ng_per_l", "200", "600", "pmol/L"),
        ("pg_per_ml", "145", "569", "pmol/L"),
        ("pmol_per_l", "180", "914", "pg/mL / ng/L"),
        ("pmol_per_l", "232", "1245", "pg/mL / ng/L"),
        ("pmol_per_l", "200", "600", None),
        ("pg_per_ml", "180", "914", None),
    ],
)
def test_a_range_that_looks_like_another_unit(unit, low, high, suggested) -> None:
    guards = check_typing(
        "b12_total", Decimal(300), unit, range_low=Decimal(low), range_high=Decimal(high)
    )
    asked = [str(guard.says) for guard in guards]
    assert asked == (
        [f"Did you mean {suggested}? Please look at the unit on your report."] if suggested else []
    )


def test_a_range_with_a_unit_of_its_own() -> None:
    assert asked("b12_total", "300", "ng_per_l", range_unit_id="pg_per_ml") == []
    assert asked("b12_total", "300", "pmol_per_l", range_unit_id="pg_per_ml") == [
        "range_in_other_unit"
    ]


def test_tables_name_tests_and_units_that_exist() -> None:
    for test, unit in (*USUAL_SPANS, *UNIT_SLIPS):
        assert unit in LAB_TESTS_BY_ID[test].units
    for (test, _unit), slip in UNIT_SLIPS.items():
        assert set(slip.units) <= set(LAB_TESTS_BY_ID[test].units)


@given(
    test=st.sampled_from(LAB_TESTS),
    value=st.decimals(min_value=0, allow_nan=False, allow_infinity=False),
    pick=st.randoms(use_true_random=False),
)
def test_no_sentence_judges(test, value: Decimal, pick) -> None:
    for guard in check_typing(test.id, value, pick.choice(test.units)):
        assert not JUDGEMENT.search(str(guard.says))
