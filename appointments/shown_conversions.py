"""The same amount in the unit that other labs use, for information beside a result as typed.

Nothing compares it with anything: a result is compared in its own unit (clinical brief, 0.2).
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from appointments.catalogue.conversions import convert, same_size
from appointments.catalogue.units import UNITS_BY_ID
from appointments.comparators import Comparator
from appointments.phrases import Phrase, _
from appointments.quantities import Quantity, parse_quantity

# What clinicians around the world read, commonest first: the first unit that is of another size
# than the one typed is shown. A test that is not here is kept as typed.
_READ_IN: Mapping[str, tuple[str, ...]] = {
    "b12_total": ("pg_per_ml", "pmol_per_l"),
    "mma_serum": ("nmol_per_l", "umol_per_l"),
    "mma_urine": ("mmol_per_mol", "mg_per_g"),
    "homocysteine": ("umol_per_l", "mg_per_l"),
    "folate_serum": ("ng_per_ml", "nmol_per_l"),
    "folate_rbc": ("ng_per_ml", "nmol_per_l"),
    "hb": ("g_per_l", "g_per_dl"),
    "hct": ("percent", "l_per_l"),
    # Nobody reads these in a second unit: only the rarer one is turned into the usual one.
    "wbc": ("e9_per_l",),
    "plt": ("e9_per_l",),
    "retic": ("e9_per_l",),
    "ferritin": ("ug_per_l",),
    "creatinine": ("mg_per_dl", "umol_per_l"),
}

# A sign before a rounded number ("about > 1475.6") is no way to say it.
_ROUNDED_TO = {
    Comparator.NONE: _("about %(amount)s"),
    Comparator.LESS: _("less than about %(amount)s"),
    Comparator.AT_MOST: _("at most about %(amount)s"),
    Comparator.MORE: _("more than about %(amount)s"),
    Comparator.AT_LEAST: _("at least about %(amount)s"),
}
_EXACTLY = {
    Comparator.NONE: _("= %(amount)s"),
    Comparator.LESS: _("= less than %(amount)s"),
    Comparator.AT_MOST: _("= at most %(amount)s"),
    Comparator.MORE: _("= more than %(amount)s"),
    Comparator.AT_LEAST: _("= at least %(amount)s"),
}

_TEN = Decimal(10)


def in_other_unit(*, test_id: str, unit_id: str, value: str) -> Phrase | None:
    """Return a typed result in the other unit that labs use; None if it stays as typed.

    "= 280 nmol/L" is exact, "more than about 150.6 pmol/L" is rounded. A text result, a number
    with two readings ("1,250"), and a result in two different units stay as typed.

    Args:
        test_id: The lab test.
        unit_id: The unit that was chosen; what is no unit of ours counts as none.
        value: The result as typed.
    """
    quantity = parse_quantity(value)
    if quantity is None or quantity.other_reading is not None:
        return None
    units = [unit for unit in (unit_id, quantity.unit_id) if unit in UNITS_BY_ID]
    if not units or not same_size(test_id, units[0], units[-1]):
        return None
    other = _other_unit(test_id, units[0])
    if other is None:
        return None
    return in_unit(test_id=test_id, quantity=quantity, unit_id=units[0], other_id=other)


def in_unit(*, test_id: str, quantity: Quantity, unit_id: str, other_id: str) -> Phrase | None:
    """Return a result of one unit in another one; None if there is no factor between them."""
    converted = convert(test_id, quantity.value, unit_id, other_id)
    if converted is None:
        return None
    exact = converted == 0 or _is_power_of_ten(convert(test_id, Decimal(1), unit_id, other_id))
    number = _plain(converted if exact else _rounded(converted))
    says = (_EXACTLY if exact else _ROUNDED_TO)[quantity.comparator]
    return Phrase(says, {"amount": f"{number} {UNITS_BY_ID[other_id].shown}"})


def _other_unit(test_id: str, unit_id: str) -> str | None:
    """Return the commonest unit that is of another size."""
    usual = _READ_IN.get(test_id, ())
    return next((unit for unit in usual if not same_size(test_id, unit, unit_id)), None)


def _is_power_of_ten(factor: Decimal | None) -> bool:
    """Whether the factor only moves the decimal point."""
    return factor is not None and factor.normalize().as_tuple().digits == (1,)


def _rounded(value: Decimal) -> Decimal:
    """Return about as many digits as labs print."""
    if value >= _TEN:
        step = Decimal("0.1")
    elif value >= 1:
        step = Decimal("0.01")
    else:
        step = Decimal(1).scaleb(value.adjusted() - 2)
    return value.quantize(step, ROUND_HALF_UP)


def _plain(value: Decimal) -> str:
    """Return the number without an exponent, and without zeros at the end."""
    return f"{value.normalize():f}"
