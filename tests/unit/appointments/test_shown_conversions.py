"""A result in another unit: the brief's vectors (1.3), said as exact only where it is."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appointments.catalogue.conversions import CONVERSIONS, convert, same_size
from appointments.catalogue.lab_tests import LAB_TESTS, LAB_TESTS_BY_ID
from appointments.catalogue.units import UNITS_BY_ID
from appointments.comparators import Comparator
from appointments.quantities import parse_quantity
from appointments.shown_conversions import in_other_unit


def shown(test: str, unit: str, value: str) -> str | None:
    phrase = in_other_unit(test_id=test, unit_id=unit, value=value)
    return None if phrase is None else str(phrase)


@pytest.mark.parametrize(
    ("test", "value", "unit", "expected"),
    [
        # Clinical brief, 1.3.
        ("b12_total", "180", "ng_per_l", "about 132.8 pmol/L"),
        ("b12_total", "200", "pg_per_ml", "about 147.6 pmol/L"),
        ("b12_total", "350", "ng_per_l", "about 258.2 pmol/L"),
        ("b12_total", "148", "pmol_per_l", "about 200.6 pg/mL"),
        ("b12_total", "258", "pmol_per_l", "about 349.7 pg/mL"),
        ("b12_total", "205", "pg_per_ml", "about 151.3 pmol/L"),
        ("b12_total", "914", "pg_per_ml", "about 674.4 pmol/L"),
        ("mma_serum", "0.40", "nmol_per_ml", "= 400 nmol/L"),
        ("mma_serum", "0.40", "umol_per_l", "= 400 nmol/L"),
        ("mma_serum", "47.2", "ng_per_ml", "about 399.7 nmol/L"),
        ("mma_serum", "3600", "nmol_per_l", "= 3.6 µmol/L"),
        ("homocysteine", "15", "umol_per_l", "about 2.03 mg/L"),
        ("folate_serum", "3", "ng_per_ml", "about 6.8 nmol/L"),
        ("folate_rbc", "400", "ng_per_ml", "about 906.2 nmol/L"),
        ("hb", "12.0", "g_per_dl", "= 120 g/L"),
        ("hb", "13.0", "g_per_dl", "= 130 g/L"),
        ("hb", "7.45", "mmol_per_l", "about 120.1 g/L"),
        ("creatinine", "1.0", "mg_per_dl", "about 88.4 µmol/L"),
        # The rest of the table, and the other way round.
        ("b12_total", "204", "pg_per_ml", "about 150.5 pmol/L"),
        ("b12_total", "0.2", "ng_per_ml", "= 200 pg/mL"),
        ("b12_total", "20.5", "ng_per_dl", "= 205 pg/mL"),
        ("mma_serum", "0.28", "nmol_per_ml", "= 280 nmol/L"),
        ("mma_urine", "3.8", "mg_per_g", "about 3.64 mmol/mol creatinine"),
        ("mma_urine", "3.8", "ug_per_mg", "about 3.64 mmol/mol creatinine"),
        ("mma_urine", "0.52", "mmol_per_mol", "about 0.543 mg/g creatinine"),
        ("mma_urine", "0.52", "umol_per_mmol", "about 0.543 mg/g creatinine"),
        ("homocysteine", "2.03", "mg_per_l", "about 15 µmol/L"),
        ("homocysteine", "0.203", "mg_per_dl", "about 15 µmol/L"),
        ("homocysteine", "15", "nmol_per_ml", "about 2.03 mg/L"),
        ("folate_serum", "6.8", "nmol_per_l", "about 3 ng/mL"),
        ("folate_serum", "3", "ug_per_l", "about 6.8 nmol/L"),
        ("hb", "120", "g_per_l", "= 12 g/dL"),
        ("hct", "42", "percent", "= 0.42 L/L"),
        ("hct", "0.42", "l_per_l", "= 42 %"),
        ("wbc", "6100", "cells_per_ul", "= 6.1 ×10^9/L"),
        ("plt", "250000", "cells_per_ul", "= 250 ×10^9/L"),
        ("ferritin", "100", "pmol_per_l", "about 44.5 µg/L"),
        ("creatinine", "88.4", "umol_per_l", "about 1 mg/dL"),
    ],
)
def test_vectors(test: str, value: str, unit: str, expected: str) -> None:
    assert shown(test, unit, value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0", "= 0 pmol/L"),
        ("0.0", "= 0 pmol/L"),
        ("1", "about 0.738 pmol/L"),
        ("0.001", "about 0.000738 pmol/L"),
        ("1.3554", "about 1 pmol/L"),
        ("1.36", "about 1 pmol/L"),
        ("2", "about 1.48 pmol/L"),
        ("13.55", "about 10 pmol/L"),
        ("13.6", "about 10 pmol/L"),
        ("2000", "about 1475.6 pmol/L"),
        (">2000", "more than about 1475.6 pmol/L"),
        ("≤ 150", "at most about 110.7 pmol/L"),
        ("≥ 150", "at least about 110.7 pmol/L"),
        ("less than 150", "less than about 110.7 pmol/L"),
        ("205 L", "about 151.3 pmol/L"),
        ("205 pg/mL", "about 151.3 pmol/L"),
        ("205 ng/L", "about 151.3 pmol/L"),
        ("205.4,", None),
        ("205 pmol/L", None),
        ("1,250", None),
        ("1.250", None),
        ("1,250.0", "about 922.3 pmol/L"),
        ("", None),
        ("Negative", None),
    ],
)
def test_what_was_typed(value: str, expected: str | None) -> None:
    assert shown("b12_total", "pg_per_ml", value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("<0.28", "= less than 280 nmol/L"),
        ("≤0.28", "= at most 280 nmol/L"),
        (">0.28", "= more than 280 nmol/L"),
        ("0.28 or more", "= at least 280 nmol/L"),
    ],
)
def test_an_exact_amount_keeps_its_sign(value: str, expected: str) -> None:
    assert shown("mma_serum", "nmol_per_ml", value) == expected


def test_an_exact_amount_is_never_rounded() -> None:
    assert shown("mma_serum", "nmol_per_l", "1234.567") == "= 1.234567 µmol/L"


@pytest.mark.parametrize(
    ("test", "unit"),
    [
        ("b12_active", "pmol_per_l"),
        ("b12_active", "pg_per_ml"),
        ("gastrin", "pg_per_ml"),
        ("gastrin", "pmol_per_l"),
        ("rbc", "e6_per_ul"),
        ("tsh", "miu_per_l"),
        ("potassium", "mmol_per_l"),
        ("wbc", "e3_per_ul"),
        ("plt", "e9_per_l"),
        ("retic", "percent"),
        ("ferritin", "ng_per_ml"),
        ("mcv", "fl"),
        ("egfr", "ml_per_min_173"),
        ("ifab", "u_per_ml"),
        ("b12_total", ""),
        ("b12_total", "none"),
        ("b12_total", "other"),
        ("b12_total", "g_per_l"),
        ("other", "pg_per_ml"),
    ],
)
def test_kept_as_typed(test: str, unit: str) -> None:
    assert shown(test, unit, "42") is None


def test_a_unit_typed_with_the_number_is_enough() -> None:
    assert shown("b12_total", "", "205 pg/mL") == "about 151.3 pmol/L"


TYPED = st.sampled_from(
    [(test.id, unit) for test in LAB_TESTS for unit in test.units],
)


@given(
    typed=TYPED,
    value=st.decimals(min_value=0, max_value=10**7, places=4),
    sign=st.sampled_from(Comparator),
)
def test_what_is_shown_is_read_back(typed: tuple[str, str], value: Decimal, sign) -> None:
    test, unit = typed
    phrase = in_other_unit(test_id=test, unit_id=unit, value=f"{sign}{value:f}00")
    if phrase is None:
        return
    read = parse_quantity(re.sub(r"^= |about ", "", str(phrase)))
    assert read is not None
    assert read.comparator == sign
    assert read.unit_id in LAB_TESTS_BY_ID[test].units
    assert not same_size(test, unit, read.unit_id)
    exact = convert(test, value, unit, read.unit_id)
    if "about" in phrase.message:
        # Half of the last digit of three, at worst.
        assert abs(read.value - exact) <= exact / 199
    else:
        assert read.value == exact


@pytest.mark.parametrize("value", ["9" * 24, "0." + "0" * 21 + "1", "." + "9" * 23])
def test_the_longest_numbers_do_not_break_it(value: str) -> None:
    for test in LAB_TESTS:
        for unit in test.units:
            in_other_unit(test_id=test.id, unit_id=unit, value=value)


@given(value=st.text(), test=st.sampled_from(LAB_TESTS), unit=st.sampled_from(sorted(UNITS_BY_ID)))
def test_no_text_breaks_it(value: str, test, unit: str) -> None:
    in_other_unit(test_id=test.id, unit_id=unit, value=value)


@pytest.mark.parametrize("test", sorted(CONVERSIONS))
def test_equal_amounts_read_alike(test: str) -> None:
    """Whichever spelling of a unit was chosen, the same amount is shown for it."""
    for one in CONVERSIONS[test].sizes:
        for other in CONVERSIONS[test].sizes:
            if same_size(test, one, other):
                assert shown(test, one, "4.2") == shown(test, other, "4.2")
