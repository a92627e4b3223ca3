"""Questions about a lab number that looks mistyped (clinical brief, 1.6).

These limits are ours (evidence E): wide marks around what labs report, for catching a wrong unit
or a slipped decimal point. They are no clinical limits, are never shown, and judge nobody.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from appointments.catalogue.conversions import same_size
from appointments.catalogue.guards import Guard
from appointments.catalogue.units import UNITS_BY_ID
from appointments.phrases import Joined, Phrase, _


@dataclass(frozen=True, kw_only=True)
class UsualSpan:
    """The numbers that are usual for a test in some units, and the largest we can believe."""

    low: Decimal
    high: Decimal
    largest: Decimal


def _span(low: str, high: str, largest: str) -> UsualSpan:
    return UsualSpan(low=Decimal(low), high=Decimal(high), largest=Decimal(largest))


_MASS = ("pg_per_ml", "ng_per_l")
_MICROGRAMS = ("ng_per_ml", "ug_per_l")
_CELLS = ("e9_per_l", "e3_per_ul")

_ROWS: tuple[tuple[str, tuple[str, ...], UsualSpan], ...] = (
    ("b12_total", _MASS, _span("50", "2000", "100000")),
    ("b12_total", ("pmol_per_l",), _span("37", "1480", "74000")),
    ("b12_active", ("pmol_per_l",), _span("5", "200", "2000")),
    ("mma_serum", ("nmol_per_l",), _span("40", "5000", "250000")),
    ("mma_serum", ("umol_per_l", "nmol_per_ml"), _span("0.04", "5", "250")),
    ("mma_serum", _MICROGRAMS, _span("5", "590", "30000")),
    ("mma_urine", ("mmol_per_mol", "umol_per_mmol"), _span("0.2", "100", "20000")),
    ("homocysteine", ("umol_per_l", "nmol_per_ml"), _span("3", "100", "1000")),
    ("homocysteine", ("mg_per_l",), _span("0.4", "13.5", "135")),
    ("folate_serum", _MICROGRAMS, _span("0.5", "40", "1000")),
    ("folate_serum", ("nmol_per_l",), _span("1.1", "90", "2270")),
    ("folate_rbc", _MICROGRAMS, _span("50", "2000", "10000")),
    ("folate_rbc", ("nmol_per_l",), _span("113", "4530", "22700")),
    ("hb", ("g_per_l",), _span("60", "190", "300")),
    ("hb", ("g_per_dl",), _span("6", "19", "30")),
    ("hb", ("mmol_per_l",), _span("3.7", "11.8", "18.6")),
    ("mcv", ("fl",), _span("65", "125", "180")),
    ("hct", ("l_per_l",), _span("0.18", "0.60", "0.85")),
    ("hct", ("percent",), _span("18", "60", "85")),
    ("rbc", ("e12_per_l", "e6_per_ul"), _span("1.5", "7", "12")),
    ("wbc", _CELLS, _span("2", "20", "1000")),
    ("plt", _CELLS, _span("75", "700", "5000")),
    ("retic", _CELLS, _span("5", "300", "1000")),
    ("retic", ("percent",), _span("0", "40", "100")),
    ("ferritin", _MICROGRAMS, _span("3", "1000", "200000")),
    ("tsh", ("miu_per_l", "uiu_per_ml"), _span("0.05", "20", "1000")),
    ("creatinine", ("umol_per_l",), _span("25", "300", "5000")),
    ("creatinine", ("mg_per_dl",), _span("0.3", "3.5", "56")),
    ("egfr", ("ml_per_min_173",), _span("15", "140", "300")),
    ("gastrin", _MASS, _span("5", "1000", "100000")),
    ("potassium", ("mmol_per_l", "meq_per_l"), _span("2.8", "6.0", "12")),
)

USUAL_SPANS = {(test, unit): span for test, units, span in _ROWS for unit in units}


@dataclass(frozen=True, kw_only=True)
class UnitSlip:
    """Numbers, from `at_least` up to but not including `under`, that suit other units better."""

    at_least: Decimal
    under: Decimal
    units: tuple[str, ...]


def _slip(at_least: str, under: str, *units: str) -> UnitSlip:
    return UnitSlip(at_least=Decimal(at_least), under=Decimal(under), units=units)


_SLIP_ROWS: tuple[tuple[str, tuple[str, ...], UnitSlip], ...] = (
    ("mma_serum", ("nmol_per_l",), _slip("0", "5", "umol_per_l", "nmol_per_ml")),
    ("mma_serum", ("umol_per_l", "nmol_per_ml"), _slip("20", "Infinity", "nmol_per_l")),
    ("homocysteine", ("umol_per_l", "nmol_per_ml"), _slip("0", "3", "mg_per_l")),
    ("hb", ("g_per_l",), _slip("3", "25", "g_per_dl")),
    ("hb", ("g_per_dl",), _slip("30", "300", "g_per_l")),
    ("hct", ("l_per_l",), _slip("15", "70", "percent")),
    ("hct", ("percent",), _slip("0", "1", "l_per_l")),
    ("wbc", _CELLS, _slip("1000", "Infinity", "cells_per_ul")),
    ("plt", _CELLS, _slip("10000", "Infinity", "cells_per_ul")),
    ("creatinine", ("umol_per_l",), _slip("0", "20", "mg_per_dl")),
)

UNIT_SLIPS = {(test, unit): slip for test, units, slip in _SLIP_ROWS for unit in units}

# The limits that labs print for total B12, by unit family (brief, 1.6).
_MOLAR_LOW, _MOLAR_HIGH = (130, 200), (550, 750)
_MASS_LOW, _MASS_HIGH = (180, 250), (850, 1250)

_TOO_LARGE = Phrase(_("This number does not fit this unit. Please check the number and the unit."))
_UNUSUAL = Phrase(_("This is an unusual number for this unit. Is the unit right?"))
_RECENT_B12 = Phrase(
    _("Did you have any B12 before this test? B12 tablets or injections can raise this number.")
)


def check_typing(
    test_id: str,
    value: Decimal,
    unit_id: str,
    *,
    comparator: str = "",
    range_low: Decimal | None = None,
    range_high: Decimal | None = None,
    range_unit_id: str | None = None,
) -> tuple[Guard, ...]:
    """Return what to ask about a lab number, most pressing first.

    Args:
        test_id: The lab test.
        value: The number as typed; zero is a number like any other.
        unit_id: The unit that was chosen.
        comparator: "<", "≤", ">" or "≥" if the report prints one: "<5" is no surprise, 5 may be.
        range_low: The lower limit of the lab's own range, if it has one.
        range_high: The upper limit of the lab's own range, if it has one.
        range_unit_id: The unit printed inside the lab's range, if there is one.
    """
    number = _check_number(test_id, value, unit_id, comparator)
    lab_range = _check_range(test_id, unit_id, range_low, range_high, range_unit_id)
    return number + lab_range


def _check_number(test_id: str, value: Decimal, unit_id: str, comparator: str) -> tuple[Guard, ...]:
    guards = []
    span = USUAL_SPANS.get((test_id, unit_id))
    too_large = span is not None and value > span.largest
    if too_large:
        guards.append(Guard(id="too_large", says=_TOO_LARGE))
    slip = UNIT_SLIPS.get((test_id, unit_id))
    if slip and _suits(value, slip) and comparator not in ("<", "≤"):
        guards.append(_did_you_mean("other_unit", slip.units))
    elif span and not too_large:
        if value > span.high and test_id == "b12_total":
            # Labs see such numbers after treatment (MAYO-B, BNSSG), so the unit is not in doubt.
            guards.append(Guard(id="recent_b12", says=_RECENT_B12))
        elif _is_unusual(value, span, comparator):
            guards.append(Guard(id="unusual", says=_UNUSUAL))
    return tuple(guards)


def _suits(value: Decimal, slip: UnitSlip) -> bool:
    """Whether other units suit the number better; zero is zero in every unit."""
    return value != 0 and slip.at_least <= value < slip.under


def _is_unusual(value: Decimal, span: UsualSpan, comparator: str) -> bool:
    """Whether to ask; labs print "<0.01" and ">90" where their method ends."""
    below = value < span.low and comparator not in ("<", "≤")
    above = value > span.high and comparator not in (">", "≥")
    return below or above


def _did_you_mean(guard_id: str, units: tuple[str, ...]) -> Guard:
    names = Joined(tuple(UNITS_BY_ID[unit].shown for unit in units), separator=" / ")
    says = Phrase(
        _("Did you mean %(unit)s? Please look at the unit on your report."), {"unit": names}
    )
    return Guard(id=guard_id, says=says)


def _check_range(
    test_id: str,
    unit_id: str,
    low: Decimal | None,
    high: Decimal | None,
    range_unit_id: str | None,
) -> tuple[Guard, ...]:
    if range_unit_id is not None:
        if same_size(test_id, unit_id, range_unit_id):
            return ()
        return (_did_you_mean("range_in_other_unit", (range_unit_id,)),)
    if test_id != "b12_total" or low is None or high is None:
        return ()
    if unit_id in _MASS and _looks_molar(low, high):
        return (_did_you_mean("range_of_other_unit", ("pmol_per_l",)),)
    if unit_id == "pmol_per_l" and _looks_like_mass(low, high):
        return (_did_you_mean("range_of_other_unit", _MASS),)
    return ()


def _looks_molar(low: Decimal, high: Decimal) -> bool:
    """Whether a total B12 range is like those that labs print in pmol/L."""
    return _within(low, _MOLAR_LOW) and _within(high, _MOLAR_HIGH)


def _looks_like_mass(low: Decimal, high: Decimal) -> bool:
    """Whether a total B12 range is like those that labs print in ng/L or pg/mL."""
    return _within(low, _MASS_LOW) and _within(high, _MASS_HIGH)


def _within(value: Decimal, ends: tuple[int, int]) -> bool:
    return ends[0] <= value <= ends[1]
