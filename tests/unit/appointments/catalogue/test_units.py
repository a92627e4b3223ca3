"""Units are found by every spelling of the brief, and never by likeness."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appointments.catalogue.units import UNITS, find_unit


@pytest.mark.parametrize(
    ("text", "unit_id"),
    [
        ("pg/mL", "pg_per_ml"),
        ("pg/ml", "pg_per_ml"),
        ("PG/ML", "pg_per_ml"),
        (" pg / mL ", "pg_per_ml"),
        ("ng/L", "ng_per_l"),
        ("ng/l", "ng_per_l"),
        ("pmol/L", "pmol_per_l"),
        ("pmol/l", "pmol_per_l"),
        ("ng/mL", "ng_per_ml"),
        ("ng/dL", "ng_per_dl"),
        ("nmol/L", "nmol_per_l"),
        ("nmol/mL", "nmol_per_ml"),
        ("\N{MICRO SIGN}mol/L", "umol_per_l"),
        ("\N{GREEK SMALL LETTER MU}mol/L", "umol_per_l"),
        ("umol/L", "umol_per_l"),
        ("mcmol/L", "umol_per_l"),
        ("ug/L", "ug_per_l"),
        ("\N{MICRO SIGN}g/L", "ug_per_l"),
        ("\N{GREEK SMALL LETTER MU}g/L", "ug_per_l"),
        ("mcg/L", "ug_per_l"),
        ("mmol/mol", "mmol_per_mol"),
        ("mmol/mol creatinine", "mmol_per_mol"),
        ("µmol/mmol", "umol_per_mmol"),
        ("mg/g", "mg_per_g"),
        ("µg/mg", "ug_per_mg"),
        ("fL", "fl"),
        ("fl", "fl"),
        ("g/dL", "g_per_dl"),
        ("g/L", "g_per_l"),
        ("g/l", "g_per_l"),
        ("mmol/L", "mmol_per_l"),
        ("%", "percent"),
        ("L/L", "l_per_l"),
        ("x10^9/L", "e9_per_l"),
        ("10*9/L", "e9_per_l"),
        ("×10⁹/L", "e9_per_l"),
        ("x 10^9/L", "e9_per_l"),
        ("G/L", "e9_per_l"),
        ("G/l", "e9_per_l"),
        ("x E9/L", "e9_per_l"),
        ("/nl", "e9_per_l"),
        ("Tsd./µl", "e3_per_ul"),
        ("Mio/µl", "e6_per_ul"),
        ("mL/min/1.73 m*2", "ml_per_min_173"),
        ("K/µL", "e3_per_ul"),
        ("K/uL", "e3_per_ul"),
        ("thou/mm3", "e3_per_ul"),
        ("10*12/L", "e12_per_l"),
        ("T/L", "e12_per_l"),
        ("M/µL", "e6_per_ul"),
        ("M/uL", "e6_per_ul"),
        ("U/mL", "u_per_ml"),
        ("AU/mL", "au_per_ml"),
        ("titre 1:n", "titer"),
        ("mIU/L", "miu_per_l"),
        ("µIU/mL", "uiu_per_ml"),
        ("mL/min/1.73 m²", "ml_per_min_173"),
        ("mEq/L", "meq_per_l"),
        ("mval/l", "meq_per_l"),
        ("gm/dL", "g_per_dl"),
        ("K/cmm", "e3_per_ul"),
        ("Tsd/µl", "e3_per_ul"),
        ("Gpt/l", "e9_per_l"),
        ("Tpt/l", "e12_per_l"),
        ("x E12/L", "e12_per_l"),
        ("10^-3 IU/L", "miu_per_l"),
        ("mIE/l", "miu_per_l"),
        ("ml/min/1,73m²", "ml_per_min_173"),
    ],
)
def test_spellings(text: str, unit_id: str) -> None:
    unit = find_unit(text)
    assert unit is not None
    assert unit.id == unit_id


@pytest.mark.parametrize("text", ["", "pg", "pmol", "pmo/L", "pgmL", "mol/L", "kg", "ng/", "?"])
def test_likeness_is_not_enough(text: str) -> None:
    assert find_unit(text) is None


def test_grams_and_giga_are_told_apart_only_by_their_capital() -> None:
    grams, giga = find_unit("g/L"), find_unit("G/L")
    assert grams is not None
    assert giga is not None
    assert grams.id != giga.id


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.id)
def test_what_we_print_can_be_read_back(unit) -> None:
    assert find_unit(unit.shown) is unit
    assert unit.ucum.isascii()


@given(st.text())
def test_any_text_is_safe(text: str) -> None:
    find_unit(text)
