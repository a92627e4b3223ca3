"""Questions about a B12 dose that looks mistyped, above all mg for micrograms (brief, 5.5).

These limits are ours (evidence E). They catch a wrong unit; they do not say which dose is right.
"""

from __future__ import annotations

from decimal import Decimal

from appointments.catalogue.b12_products import B12_ROUTES_BY_ID, RouteKind
from appointments.catalogue.guards import Guard
from appointments.phrases import Phrase, _

MICROGRAMS = "micrograms"
MILLIGRAMS = "mg"

_MICROGRAMS_PER_UNIT = {MICROGRAMS: Decimal(1), MILLIGRAMS: Decimal(1000)}

# More milligrams than this, or fewer micrograms, are more often a slip than a dose.
_MOST_MILLIGRAMS = Decimal(5)
_FEWEST_MICROGRAMS = Decimal(2)

# A 10 mg injection exists (CMI-AUM), so it must pass; twice that is beyond any product we read of.
_LARGEST = Decimal(20_000)

# Usual single doses, in micrograms. Patches have none: no product has a stated dose.
_USUAL = {
    RouteKind.ORAL: (Decimal(1), Decimal(5000)),
    RouteKind.INJECTION: (Decimal(25), Decimal(1500)),
    RouteKind.NASAL: (Decimal(25), Decimal(1000)),
}


def check_dose(*, route_id: str, amount: Decimal, unit: str) -> tuple[Guard, ...]:
    """Return what to ask about a dose, most pressing first.

    Args:
        route_id: How it is taken.
        amount: The number as typed.
        unit: "micrograms" or "mg"; any other (not known) is not checked.
    """
    if unit not in _MICROGRAMS_PER_UNIT:
        return ()
    micrograms = amount * _MICROGRAMS_PER_UNIT[unit]
    guards = []
    if micrograms > _LARGEST:
        guards.append(_TOO_LARGE)
    if unit == MILLIGRAMS and amount > _MOST_MILLIGRAMS:
        guards.append(_MEANT_MICROGRAMS)
    elif unit == MICROGRAMS and 0 < amount <= _FEWEST_MICROGRAMS:
        guards.append(_MEANT_MILLIGRAMS)
    elif micrograms <= _LARGEST and _is_unusual(B12_ROUTES_BY_ID[route_id].kind, micrograms):
        guards.append(_UNUSUAL)
    return tuple(guards)


def _is_unusual(kind: RouteKind, micrograms: Decimal) -> bool:
    if kind not in _USUAL:
        return kind is RouteKind.PATCH
    low, high = _USUAL[kind]
    return not low <= micrograms <= high


_TOO_LARGE = Guard(
    id="too_large",
    says=Phrase(_("This amount does not fit a B12 dose. Please check the number and the unit.")),
)
_MEANT_MICROGRAMS = Guard(
    id="meant_micrograms",
    says=Phrase(
        _("Did you mean micrograms? 1 mg is 1000 micrograms (mcg). Please look at the label.")
    ),
)
_MEANT_MILLIGRAMS = Guard(
    id="meant_milligrams",
    says=Phrase(_("Did you mean mg? 1 mg is 1000 micrograms (mcg). Please look at the label.")),
)
_UNUSUAL = Guard(
    id="unusual",
    says=Phrase(_("This is an unusual number for this unit. Is the unit right?")),
)
