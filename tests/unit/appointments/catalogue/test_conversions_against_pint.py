"""Every pair of units is counted again with pint, from UCUM codes and standard atomic weights."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations

import pint
import pytest
from ucumvert import PintUcumRegistry

from appointments.catalogue.conversions import CONVERSIONS, convert
from appointments.catalogue.units import UNITS, UNITS_BY_ID

# Published molar masses are rounded to five or six digits, so that ours may differ this much.
TOLERANCE = 2e-5

# Standard atomic weights, abridged (IUPAC 2021), in g/mol.
WEIGHTS = {
    "H": 1.008,
    "C": 12.011,
    "N": 14.007,
    "O": 15.999,
    "P": 30.974,
    "S": 32.06,
    "Co": 58.933,
}


def weight(**atoms: int) -> float:
    return sum(WEIGHTS[element] * count for element, count in atoms.items())


METHYLMALONIC_ACID = weight(C=4, H=6, O=4)
CREATININE = weight(C=4, H=7, N=3, O=1)
FOLIC_ACID = weight(C=19, H=19, N=7, O=6)

MOLAR_MASSES = {
    "b12_total": weight(C=63, H=88, Co=1, N=14, O=14, P=1),  # cyanocobalamin
    "mma_serum": METHYLMALONIC_ACID,
    "homocysteine": weight(C=4, H=9, N=1, O=2, S=1),
    "folate_serum": FOLIC_ACID,
    "folate_rbc": FOLIC_ACID,
    "creatinine": CREATININE,
    # Proteins: the numbers that the brief cites, since no short formula gives them.
    "hb": 16114.5,
    "ferritin": 445_000.0,
}

PAIRS = [
    (test, one, other)
    for test, scale in CONVERSIONS.items()
    for one, other in permutations(scale.sizes, 2)
]


@pytest.fixture(scope="module")
def registry() -> PintUcumRegistry:
    return PintUcumRegistry()


def size(registry: PintUcumRegistry, test: str, unit_id: str):
    """Return the size of a unit as pint counts it, by mass if it is a mass or an amount."""
    code = UNITS_BY_ID[unit_id].ucum
    unit = registry.from_ucum(code)
    if test == "mma_urine":
        molar = "mol" in code
        return unit.to("") * (METHYLMALONIC_ACID / CREATININE if molar else 1)
    if test in MOLAR_MASSES and unit.check("[substance]/[length]**3"):
        # The parser counts in the registry that pint shares among all.
        grams = pint.get_application_registry().Quantity(MOLAR_MASSES[test], "g/mol")
        return unit * grams
    return unit


@pytest.mark.parametrize(("test", "one", "other"), PAIRS)
def test_pint_counts_the_same(registry, test: str, one: str, other: str) -> None:
    ours = convert(test, Decimal(1), one, other)
    assert ours is not None
    theirs = (size(registry, test, one) / size(registry, test, other)).to("").magnitude
    assert float(ours) == pytest.approx(theirs, rel=TOLERANCE)


def test_each_test_and_each_direction_was_counted() -> None:
    assert {test for test, *_ in PAIRS} == set(CONVERSIONS)
    assert all((test, other, one) in PAIRS for test, one, other in PAIRS)


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.id)
def test_each_code_follows_the_grammar_of_ucum(registry, unit) -> None:
    # A code that is only an annotation stands for one; the parser wants the one written out.
    code = f"1{unit.ucum}" if unit.ucum.startswith("{") and unit.ucum.endswith("}") else unit.ucum
    assert registry.from_ucum(code).magnitude == 1
