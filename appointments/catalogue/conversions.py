"""Exact factors between the units of one lab test (clinical brief, 1.2); for information only.

A result is always compared in the unit it was typed in: guidelines print rounded pairs, so
converting first can move a value across a limit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext

from appointments.catalogue.entry import Evidence

# Molar masses, in grams per mole. The brief gives 1355.37 to 1355.39 for cyanocobalamin; the lowest
# is the one that yields all its test vectors, and both printed factors (0.7378 and 1.3554).
_CYANOCOBALAMIN = Decimal("1355.37")
_METHYLMALONIC_ACID = Decimal("118.09")
_HOMOCYSTEINE = Decimal("135.18")
_FOLATE = Decimal("441.4")
_HEMOGLOBIN_MONOMER = Decimal("16114.5")
_CREATININE = Decimal("113.12")

_THOUSAND = Decimal(1000)


@dataclass(frozen=True, kw_only=True)
class Scale:
    """How the units of one test relate: the size of each, counted in one they share.

    Attributes:
        sizes: Unit id to size. Only the proportions matter.
        evidence: How well the factors are founded.
        sources: Where they come from.
    """

    sizes: Mapping[str, Decimal]
    evidence: Evidence
    sources: tuple[str, ...] = ()


def _computed(sizes: Mapping[str, Decimal], *sources: str) -> Scale:
    return Scale(sizes=sizes, evidence=Evidence.COMPUTED, sources=sources)


_ONE = Decimal(1)

_FOLATE_SCALE = _computed(
    {"ng_per_ml": _ONE, "ug_per_l": _ONE, "nmol_per_l": _FOLATE / _THOUSAND}, "MIRA", "NLM-MW"
)
_CELLS = _computed(
    {"e9_per_l": _ONE, "e3_per_ul": _ONE, "cells_per_ul": Decimal("0.001")},
)

CONVERSIONS: Mapping[str, Scale] = {
    "b12_total": _computed(  # in ng/L
        {
            "pg_per_ml": _ONE,
            "ng_per_l": _ONE,
            "ng_per_ml": _THOUSAND,
            "ug_per_l": _THOUSAND,
            "ng_per_dl": Decimal(10),
            "pmol_per_l": _CYANOCOBALAMIN / _THOUSAND,
        },
        "MIRA",
    ),
    # Labs report active B12 in pmol/L. A mass unit is kept as typed: no factor was read for it.
    "b12_active": _computed({"pg_per_ml": _ONE, "ng_per_l": _ONE}),
    "mma_serum": _computed(  # in ng/mL
        {
            "ng_per_ml": _ONE,
            "ug_per_l": _ONE,
            "nmol_per_l": _METHYLMALONIC_ACID / _THOUSAND,
            "umol_per_l": _METHYLMALONIC_ACID,
            "nmol_per_ml": _METHYLMALONIC_ACID,
        },
        "MAYO-M",
        "NLM-MW",
    ),
    "mma_urine": _computed(  # in mg per g creatinine
        {
            "ug_per_mg": _ONE,
            "mg_per_g": _ONE,
            "mmol_per_mol": _METHYLMALONIC_ACID / _CREATININE,
            "umol_per_mmol": _METHYLMALONIC_ACID / _CREATININE,
        },
        "NLM-MW",
    ),
    "homocysteine": _computed(  # in mg/L
        {
            "mg_per_l": _ONE,
            "mg_per_dl": Decimal(10),
            "umol_per_l": _HOMOCYSTEINE / _THOUSAND,
            "nmol_per_ml": _HOMOCYSTEINE / _THOUSAND,
        },
        "MIRA",
    ),
    "folate_serum": _FOLATE_SCALE,
    "folate_rbc": _FOLATE_SCALE,
    "hb": _computed(  # in g/L; mmol/L counts the monomer, as MIRA does
        {
            "g_per_l": _ONE,
            "g_per_dl": Decimal(10),
            "mmol_per_l": _HEMOGLOBIN_MONOMER / _THOUSAND,
        },
        "MIRA",
    ),
    "hct": _computed({"percent": _ONE, "l_per_l": Decimal(100)}),
    "rbc": _computed({"e12_per_l": _ONE, "e6_per_ul": _ONE}),
    "wbc": _CELLS,
    "plt": _CELLS,
    "retic": _CELLS,  # a percentage of red cells is another quantity, so it is not here
    "ferritin": _computed(
        {"ng_per_ml": _ONE, "ug_per_l": _ONE, "pmol_per_l": Decimal("0.445")}, "MIRA"
    ),
    "creatinine": _computed(  # in mg/L
        {"mg_per_dl": Decimal(10), "umol_per_l": _CREATININE / _THOUSAND}, "MIRA", "NLM-MW"
    ),
    # Gastrin is a mixture of molecules: pmol/L is kept as typed.
    "gastrin": _computed({"pg_per_ml": _ONE, "ng_per_l": _ONE}),
    "tsh": _computed({"miu_per_l": _ONE, "uiu_per_ml": _ONE}),
    "potassium": _computed({"mmol_per_l": _ONE, "meq_per_l": _ONE}, "LOTH-T"),
}

# Longer numbers than any lab prints are left alone, so that arithmetic cannot overflow.
_LARGEST_EXPONENT = 30


def same_size(test_id: str, unit_id: str, other_unit_id: str) -> bool:
    """Whether numbers in the two units can be compared as they stand (pg/mL and ng/L)."""
    if unit_id == other_unit_id:
        return True
    scale = CONVERSIONS.get(test_id)
    if scale is None or unit_id not in scale.sizes or other_unit_id not in scale.sizes:
        return False
    return scale.sizes[unit_id] == scale.sizes[other_unit_id]


def convert(test_id: str, value: Decimal, from_unit: str, to_unit: str) -> Decimal | None:
    """Return the value in another unit, not rounded; None where it is kept as typed.

    Source: clinical brief 1.2; the factors' own sources stand in `CONVERSIONS`.
    """
    if from_unit == to_unit:
        return value
    scale = CONVERSIONS.get(test_id)
    if scale is None or from_unit not in scale.sizes or to_unit not in scale.sizes:
        return None
    if not value.is_finite() or (value and abs(value.adjusted()) > _LARGEST_EXPONENT):
        return None
    with localcontext() as context:
        context.prec = 60
        return +(value * scale.sizes[from_unit] / scale.sizes[to_unit])
