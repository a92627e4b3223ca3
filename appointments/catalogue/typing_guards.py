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
from appointments.phrases import Phrase, Text, _


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

# The brief's rows; where it has none for a unit that labs use, its row for another, converted.
_ROWS: tuple[tuple[str, tuple[str, ...], UsualSpan], ...] = (
    ("b12_total", _MASS, _span("50", "2000", "100000")),
    ("b12_total", ("pmol_per_l",), _span("37", "1480", "74000")),
    ("b12_total", _MICROGRAMS, _span("0.05", "2", "100")),
    ("b12_total", ("ng_per_dl",), _span("5", "200", "10000")),
    ("b12_active", ("pmol_per_l",), _span("5", "200", "2000")),
    ("mma_serum", ("nmol_per_l",), _span("40", "5000", "250000")),
    ("mma_serum", ("umol_per_l", "nmol_per_ml"), _span("0.04", "5", "250")),
    ("mma_serum", _MICROGRAMS, _span("5", "590", "30000")),
    ("mma_urine", ("mmol_per_mol", "umol_per_mmol"), _span("0.2", "100", "20000")),
    ("mma_urine", ("ug_per_mg", "mg_per_g"), _span("0.21", "104", "20900")),
    ("homocysteine", ("umol_per_l", "nmol_per_ml"), _span("3", "100", "1000")),
    ("homocysteine", ("mg_per_l",), _span("0.4", "13.5", "135")),
    ("homocysteine", ("mg_per_dl",), _span("0.04", "1.35", "13.5")),
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
    ("wbc", ("cells_per_ul",), _span("2000", "20000", "1000000")),
    ("plt", _CELLS, _span("75", "700", "5000")),
    ("plt", ("cells_per_ul",), _span("75000", "700000", "5000000")),
    ("retic", _CELLS, _span("5", "300", "1000")),
    ("retic", ("cells_per_ul",), _span("5000", "300000", "1000000")),
    ("retic", ("percent",), _span("0", "40", "100")),
    ("ferritin", _MICROGRAMS, _span("3", "1000", "200000")),
    ("ferritin", ("pmol_per_l",), _span("6.7", "2250", "450000")),
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
    """Numbers that suit other units better.

    Attributes:
        low: The smallest.
        high: The largest.
        inclusive: Whether these two belong to them.
        units: The ids of the other units.
    """

    low: Decimal
    high: Decimal
    inclusive: bool
    units: tuple[str, ...]

    def suits(self, value: Decimal) -> bool:
        """Whether a number is one of them; zero is zero in every unit."""
        if value == 0:
            return False
        if self.inclusive:
            return self.low <= value <= self.high
        return self.low < value < self.high


def _below(high: str, *units: str) -> UnitSlip:
    return UnitSlip(low=Decimal(0), high=Decimal(high), inclusive=False, units=units)


def _above(low: str, *units: str) -> UnitSlip:
    return UnitSlip(low=Decimal(low), high=Decimal("Infinity"), inclusive=False, units=units)


def _from(low: str, high: str, *units: str) -> UnitSlip:
    return UnitSlip(low=Decimal(low), high=Decimal(high), inclusive=True, units=units)


_SLIP_ROWS: tuple[tuple[str, tuple[str, ...], UnitSlip], ...] = (
    ("mma_serum", ("nmol_per_l",), _below("5", "umol_per_l", "nmol_per_ml")),
    ("mma_serum", ("umol_per_l", "nmol_per_ml"), _above("20", "nmol_per_l")),
    ("homocysteine", ("umol_per_l", "nmol_per_ml"), _below("3", "mg_per_l")),
    ("hb", ("g_per_l",), _from("3", "25", "g_per_dl")),
    ("hb", ("g_per_dl",), _from("30", "300", "g_per_l")),
    ("hct", ("l_per_l",), _from("15", "70", "percent")),
    ("hct", ("percent",), _below("1", "l_per_l")),
    ("wbc", _CELLS, _above("1000", "cells_per_ul")),
    ("plt", _CELLS, _from("10000", "Infinity", "cells_per_ul")),
    ("creatinine", ("umol_per_l",), _below("20", "mg_per_dl")),
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
    guards = _check_number(test_id, value, unit_id, comparator)
    if range_unit_id is not None:
        return guards + _check_range_unit(test_id, unit_id, range_unit_id)
    units = _units_of_range(test_id, unit_id, range_low, range_high)
    # A number and a range that both suit another unit are one question, not two.
    if not units or any(guard.id == "other_unit" for guard in guards):
        return guards
    says = Phrase(
        _("Your range looks like %(unit)s. Which unit does your report print?"),
        {"unit": _either(units)},
    )
    return (*guards, Guard(id="range_of_other_unit", says=says))


def _check_number(test_id: str, value: Decimal, unit_id: str, comparator: str) -> tuple[Guard, ...]:
    guards = []
    span = USUAL_SPANS.get((test_id, unit_id))
    too_large = span is not None and value > span.largest
    if too_large:
        guards.append(Guard(id="too_large", says=_TOO_LARGE))
    slip = UNIT_SLIPS.get((test_id, unit_id))
    if slip and slip.suits(value) and comparator not in ("<", "≤"):
        says = Phrase(
            _("Did you mean %(unit)s? Please look at the unit on your report."),
            {"unit": _either(slip.units)},
        )
        guards.append(Guard(id="other_unit", says=says))
    elif span and not too_large:
        if value > span.high and test_id == "b12_total":
            # Labs see such numbers after treatment (MAYO-B, BNSSG), so the unit is not in doubt.
            guards.append(Guard(id="recent_b12", says=_RECENT_B12))
        elif _is_unusual(value, span, comparator):
            guards.append(Guard(id="unusual", says=_UNUSUAL))
    return tuple(guards)


def _is_unusual(value: Decimal, span: UsualSpan, comparator: str) -> bool:
    """Whether to ask; labs print "<0.01" and ">90" where their method ends."""
    below = value < span.low and comparator not in ("<", "≤")
    above = value > span.high and comparator not in (">", "≥")
    return below or above


def _either(units: tuple[str, ...]) -> Text:
    """Return the symbols of some units: "µmol/L or nmol/mL"."""
    first, *others = (UNITS_BY_ID[unit].shown for unit in units)
    names: Text = first
    for other in others:
        names = Phrase(_("%(unit)s or %(other_unit)s"), {"unit": names, "other_unit": other})
    return names


def _check_range_unit(test_id: str, unit_id: str, range_unit_id: str) -> tuple[Guard, ...]:
    if same_size(test_id, unit_id, range_unit_id):
        return ()
    says = Phrase(
        _("Your range is in %(unit)s. Which unit does your report print beside the result?"),
        {"unit": UNITS_BY_ID[range_unit_id].shown},
    )
    return (Guard(id="range_in_other_unit", says=says),)


def _units_of_range(
    test_id: str, unit_id: str, low: Decimal | None, high: Decimal | None
) -> tuple[str, ...]:
    """Return the units that a range suits better than the one that was chosen."""
    if slip := UNIT_SLIPS.get((test_id, unit_id)):
        ends = [end for end in (low, high) if end]  # zero is zero in every unit
        return slip.units if ends and all(slip.suits(end) for end in ends) else ()
    if test_id != "b12_total" or low is None or high is None:
        return ()
    if unit_id in _MASS and _looks_molar(low, high):
        return ("pmol_per_l",)
    if unit_id == "pmol_per_l" and _looks_like_mass(low, high):
        return _MASS
    return ()


def _looks_molar(low: Decimal, high: Decimal) -> bool:
    """Whether a total B12 range is like those that labs print in pmol/L."""
    return _within(low, _MOLAR_LOW) and _within(high, _MOLAR_HIGH)


def _looks_like_mass(low: Decimal, high: Decimal) -> bool:
    """Whether a total B12 range is like those that labs print in ng/L or pg/mL."""
    return _within(low, _MASS_LOW) and _within(high, _MASS_HIGH)


def _within(value: Decimal, ends: tuple[int, int]) -> bool:
    return ends[0] <= value <= ends[1]
