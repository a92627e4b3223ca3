"""Conversions give the brief's own test vectors (1.3), and nothing where a value stays as typed."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from itertools import permutations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from appointments.catalogue.conversions import CONVERSIONS, convert, same_size
from appointments.catalogue.lab_tests import LAB_TESTS_BY_ID


@pytest.mark.parametrize(
    ("test", "value", "unit", "expected", "to"),
    [
        ("b12_total", "180", "ng_per_l", "132.8", "pmol_per_l"),
        ("b12_total", "200", "pg_per_ml", "147.6", "pmol_per_l"),
        ("b12_total", "350", "ng_per_l", "258.2", "pmol_per_l"),
        ("b12_total", "148", "pmol_per_l", "200.6", "ng_per_l"),
        ("b12_total", "258", "pmol_per_l", "349.7", "ng_per_l"),
        ("b12_total", "205", "pg_per_ml", "151.3", "pmol_per_l"),
        ("b12_total", "914", "pg_per_ml", "674.4", "pmol_per_l"),
        ("b12_total", "1", "ng_per_ml", "1000", "pg_per_ml"),
        ("b12_total", "20", "ng_per_dl", "200", "ng_per_l"),
        ("mma_serum", "0.40", "nmol_per_ml", "0.40", "umol_per_l"),
        ("mma_serum", "0.40", "nmol_per_ml", "400", "nmol_per_l"),
        ("mma_serum", "0.40", "nmol_per_ml", "47.2", "ng_per_ml"),
        ("mma_serum", "0.28", "nmol_per_ml", "280", "nmol_per_l"),
        ("mma_serum", "3600", "nmol_per_l", "3.6", "umol_per_l"),
        ("mma_serum", "3600", "nmol_per_l", "425.1", "ng_per_ml"),
        ("mma_urine", "1", "mmol_per_mol", "1.0439", "mg_per_g"),
        ("homocysteine", "15", "umol_per_l", "2.03", "mg_per_l"),
        ("folate_serum", "3", "ng_per_ml", "6.8", "nmol_per_l"),
        ("folate_rbc", "400", "ng_per_ml", "906.2", "nmol_per_l"),
        ("hb", "12.0", "g_per_dl", "120", "g_per_l"),
        ("hb", "12.0", "g_per_dl", "7.45", "mmol_per_l"),
        ("hb", "13.0", "g_per_dl", "130", "g_per_l"),
        ("hb", "13.0", "g_per_dl", "8.07", "mmol_per_l"),
        ("hct", "0.42", "l_per_l", "42", "percent"),
        ("wbc", "6.1", "e9_per_l", "6.1", "e3_per_ul"),
        ("creatinine", "1.0", "mg_per_dl", "88.4", "umol_per_l"),
        ("tsh", "2.1", "miu_per_l", "2.1", "uiu_per_ml"),
        ("potassium", "4.2", "mmol_per_l", "4.2", "meq_per_l"),
    ],
)
def test_vectors(test: str, value: str, unit: str, expected: str, to: str) -> None:
    converted = convert(test, Decimal(value), unit, to)
    assert converted is not None
    wanted = Decimal(expected)
    assert converted.quantize(wanted, ROUND_HALF_UP) == wanted


@pytest.mark.parametrize(
    ("test", "unit", "to"),
    [
        ("b12_active", "pmol_per_l", "ng_per_l"),
        ("gastrin", "pg_per_ml", "pmol_per_l"),
        ("retic", "percent", "e9_per_l"),
        ("ifab", "u_per_ml", "au_per_ml"),
        ("b12_total", "pg_per_ml", "g_per_l"),
        ("no_such_test", "pg_per_ml", "ng_per_l"),
    ],
)
def test_kept_as_typed(test: str, unit: str, to: str) -> None:
    assert convert(test, Decimal(1), unit, to) is None


def test_the_same_unit_gives_the_same_number() -> None:
    typed = Decimal("0.40")
    assert str(convert("gastrin", typed, "pmol_per_l", "pmol_per_l")) == "0.40"


@pytest.mark.parametrize("test", CONVERSIONS)
def test_scales_hold_only_units_that_the_test_offers(test: str) -> None:
    assert set(CONVERSIONS[test].sizes) <= set(LAB_TESTS_BY_ID[test].units)


@pytest.mark.parametrize("test", sorted(CONVERSIONS))
@given(value=st.decimals(min_value=0, max_value=10**9, places=6))
@example(Decimal("123.456"))
def test_there_and_back(test: str, value: Decimal) -> None:
    for here, there in permutations(CONVERSIONS[test].sizes, 2):
        away = convert(test, value, here, there)
        assert away is not None
        back = convert(test, away, there, here)
        assert back is not None
        assert abs(back - value) <= value * Decimal("1e-20")


@pytest.mark.parametrize("value", ["1e400", "1e-400", "Infinity", "NaN", "sNaN"])
def test_numbers_no_lab_prints_are_left_alone(value: str) -> None:
    assert convert("b12_total", Decimal(value), "ng_per_l", "pmol_per_l") is None


def test_same_size() -> None:
    assert same_size("b12_total", "pg_per_ml", "ng_per_l")
    assert same_size("mma_serum", "umol_per_l", "nmol_per_ml")
    assert same_size("ifab", "units", "units")
    assert not same_size("b12_total", "pg_per_ml", "pmol_per_l")
    assert not same_size("ifab", "u_per_ml", "au_per_ml")
